// The table of verbs; a new verb group adds its declaration and its row here.
#pragma once

#include "app/cli/verb.h"

namespace tongban::cli {

int runCatalogue(const QStringList& arguments);
int runBar(const QStringList& arguments);
int runCode(const QStringList& arguments);
int runDevice(const QStringList& arguments);
int runIdcard(const QStringList& arguments);
int runPackage(const QStringList& arguments);
int runKeys(const QStringList& arguments);
int runReceipt(const QStringList& arguments);
int runSync(const QStringList& arguments);
int runQr(const QStringList& arguments);
int runTicket(const QStringList& arguments);
int runKb(const QStringList& arguments);
int runStart(const QStringList& arguments);
int runTour(const QStringList& arguments);
int runVersion(const QStringList& arguments);
int runFeel(const QStringList& arguments);
int runDays(const QStringList& arguments);
int runWorkflow(const QStringList& arguments);
int runDmn(const QStringList& arguments);
int runBench(const QStringList& arguments);
int runSchema(const QStringList& arguments);

inline constexpr Verb verbs[] = {
    {"catalogue", "import a district catalogue, find items, national tables and code dialects",
     runCatalogue},
    {"code", "check ID numbers, credit codes, item codes and licence identifiers", runCode},
    {"idcard", "decode card answers, replay captured streams, read travel document zones",
     runIdcard},
    {"keys", "make key files; publish, rotate and verify signed packs", runKeys},
    {"package", "service items as packages: build, check, test, diff, play, show", runPackage},
    {"device", "list, watch and test the devices; touch the simulated ones", runDevice},
    {"receipt", "make and verify the signed receipts behind the QR codes", runReceipt},
    {"sync", "deliver what waits in a machine's outbox, without a screen", runSync},
    {"qr", "read codes from pictures, make codes", runQr},
    {"ticket", "draw what a receipt printer would print", runTicket, true},
    {"kb", "the knowledge base: index, search, suggest, train, evaluate, build, check", runKb},
    {"start", "the hall on this machine: central service with a kiosk or a counter", runStart},
    {"tour", "plays a visit and the clerk's work by itself, with pictures", runTour},
    {"version", "the version of this program and of what it was built with", runVersion},
    {"feel", "evaluates one FEEL expression", runFeel},
    {"days", "working days with the published holiday notices", runDays},
    {"workflow", "check, prove, draw, simulate and migrate processes; run conformance suites",
     runWorkflow, true, "draw"},
    {"dmn", "evaluates, checks and tests DMN decision models", runDmn},
    {"bar", "run the product's promises as checks with figures", runBar},
    {"bench", "measures speed against the targets: tongban bench NAME", runBench},
    {"schema", "the central database as a diagram", runSchema},
};

} // namespace tongban::cli
