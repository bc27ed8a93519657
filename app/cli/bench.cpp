// tongban bench NAME: the figures of the design, measured.
#include "app/cli/bench.h"
#include "app/cli/bench_device.h"
#include "app/cli/bench_kb.h"
#include "app/cli/bench_qr.h"
#include "app/cli/bench_start.h"
#include "app/cli/bench_workflow.h"
#include "app/cli/verbs.h"

namespace tongban::cli {

namespace {

// A new benchmark adds its row here.
constexpr Verb benchmarks[] = {
    {"device", "card plate, plug and ticket over the simulated machines at their real pace",
     benchDevice},
    {"dmn", "decision tables: evaluations per second, typed and with JSON in and out", benchDmn},
    {"feel", "expressions: compilations and evaluations per second", benchFeel},
    {"kb", "knowledge base at 100,000 entries: building, searching, suggesting, beside FTS5",
     benchKb},
    {"qr", "reading codes from camera views", benchQr},
    {"start", "kiosk: first frame, touch to feedback, page change", benchStart},
    {"workflow", "processes: cases, compilations, folding, deadlines, durable steps",
     benchWorkflow},
};

} // namespace

int runBench(const QStringList& arguments) {
    const QString name = arguments.value(0);
    for (const Verb& benchmark : benchmarks) {
        if (name == QLatin1String(benchmark.name))
            return benchmark.run(arguments.mid(1));
    }
    const bool asked = name == u"--help";
    const auto tell = asked ? say : complain;
    tell(QStringLiteral("tongban bench NAME [ARGUMENTS]\n"));
    for (const Verb& benchmark : benchmarks)
        tell(QStringLiteral("  %1  %2")
                 .arg(QLatin1String(benchmark.name), -10)
                 .arg(QLatin1String(benchmark.summary)));
    return asked ? 0 : 2;
}

} // namespace tongban::cli
