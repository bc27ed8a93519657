// tongban kb: the knowledge base on the command line.
#include "app/cli/kb.h"

#include "app/cli/verbs.h"

namespace tongban::cli {

namespace {

struct Act {
    const char* name;
    const char* usage;
    const char* summary;
    Run run;
};

constexpr Act acts[] = {
    {"index", "DOCS.tsv[.xz] [--aliases FILE] [--model MODEL] [--passage N] -o INDEX",
     "builds an index from id, title, text; aliases: phrasing, document id", kbIndex},
    {"search", "INDEX TEXT [--top N]  |  INDEX --queries Q.tsv [--top N] -o RUN",
     "finds documents; with --queries writes a TREC run", kbSearch},
    {"suggest", "INDEX TEXT [--top N]  |  INDEX --probes P.tsv[.xz]",
     "completes what is typed; probes: text, wanted id, kind", kbSuggest},
    {"train",
     "DOCS.tsv[.xz] [--pairs PAIRS.tsv] [--dimensions 96] [--ngrams 90000] [--epochs 6] -o MODEL",
     "learns an encoder and ranking weights; pairs: question, document id", kbTrain},
    {"eval",
     "INDEX --queries Q.tsv --qrels R.tsv [--only IDS.txt] [--noise homophones|pinyin] [--lexical]",
     "R@1/5/10, MRR@10, nDCG@10, CPU time p50/p99; with noise each question is asked so first",
     kbEval},
    {"check", "[CONTENT_DIR] [--items DIR] [--day DATE]",
     "checks entries, bindings and questions; names file and field", kbCheck},
    {"build",
     "[CONTENT_DIR] --key KEY.pem -o PACK [--items DIR] [--model MODEL | --train] [--version N]\n"
     "           [--day DATE] [--public KEY.pem]",
     "makes a signed pack; --train learns from its own phrasings, --public also writes the key to "
     "trust",
     kbBuild},
    {"publish",
     "[CONTENT_DIR] --previous PACK --key KEY.pem -o PACK [--items DIR] [--model MODEL | --train]\n"
     "             [--version N] [--day DATE] [--public KEY.pem]",
     "makes the next pack, unless a regression figure falls by more than half a point", kbPublish},
    {"ask", "TEXT [--content DIR] [--model MODEL | --train] [--day DATE] [--past]  |  --regression",
     "answers as the kiosk would; --regression measures all questions of the folder", kbAsk},
};

void explain() {
    say(QStringLiteral("tongban kb ACT …\n"));
    for (const Act& act : acts)
        say(QStringLiteral("  %1 %2\n      %3")
                .arg(QLatin1String(act.name), QLatin1String(act.usage),
                     QLatin1String(act.summary)));
}

} // namespace

int refuse(const Fault& fault) {
    complain(QStringLiteral("tongban kb: ") + fault.detail);
    return fault.kind == FaultKind::Invalid || fault.kind == FaultKind::NotFound ? 1 : 2;
}

int runKb(const QStringList& arguments) {
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        explain();
        return arguments.isEmpty() ? 2 : 0;
    }
    for (const Act& act : acts) {
        if (arguments.first() != QLatin1String(act.name))
            continue;
        if (arguments.contains(QLatin1String("--help"))) {
            say(QStringLiteral("tongban kb %1 %2\n  %3")
                    .arg(QLatin1String(act.name), QLatin1String(act.usage),
                         QLatin1String(act.summary)));
            return 0;
        }
        return act.run(arguments.mid(1));
    }
    complain(QStringLiteral("tongban kb: there is no act “%1”; tongban kb --help lists them")
                 .arg(arguments.first()));
    return 2;
}

} // namespace tongban::cli
