// tongban workflow: check, run and draw process models.
#include "app/cli/workflow.h"

#include "app/cli/verbs.h"
#include "services/workflow/limits.h"

#include <QFile>

namespace tongban::cli {

namespace {

const char usage[] =
    "tongban workflow check FILE…                         defects, one a line; "
    "exit 1 if any file is refused\n"
    "tongban workflow suite DIR [--refuse DIR]            runs a conformance "
    "suite (manifest.json) and models to be refused\n"
    "tongban workflow prove FILE                          soundness as JSON, with "
    "a counter-example\n"
    "tongban workflow draw FILE -o OUT.svg|png [--journal FILE]\n"
    "tongban workflow simulate PACKAGE|FILE --script EVENTS.json    prints the "
    "journal of a scripted case\n"
    "tongban workflow migrate FROM TO --plan PLAN.json [--apply] [--journal FILE…]  "
    "moves running cases; see migrate --help\n"
    "PACKAGE is a folder with process.bpmn, decisions.dmn and forms/*.json; FILE "
    "is one .bpmn file.";

} // namespace

std::optional<QByteArray> readWorkflowFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(QStringLiteral("%1: %2").arg(path, file.errorString()));
        return std::nullopt;
    }
    // One byte more than allowed, so that the reader names the limit.
    return file.read(workflow::Limits{}.packageBytes + 1);
}

int runWorkflow(const QStringList& arguments) {
    const QString part = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (part == QLatin1String("migrate"))
        return workflowMigrate(rest);
    if (rest.contains(QLatin1String("--help"))) {
        say(QString::fromUtf8(usage));
        return 0;
    }
    if (part == QLatin1String("check"))
        return workflowCheck(rest);
    if (part == QLatin1String("suite"))
        return workflowSuite(rest);
    if (part == QLatin1String("prove"))
        return workflowProve(rest);
    if (part == QLatin1String("draw"))
        return workflowDraw(rest);
    if (part == QLatin1String("simulate"))
        return workflowSimulate(rest);
    say(QString::fromUtf8(usage));
    return part == QLatin1String("--help") ? 0 : 2;
}

} // namespace tongban::cli
