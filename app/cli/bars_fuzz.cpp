// Bars of the parsers at trust boundaries: a million inputs each under AddressSanitizer and
// UndefinedBehaviorSanitizer.
#include "app/cli/bar.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace tongban::cli {

namespace {

constexpr qint64 inputs = 1'000'000;

struct Parser {
    const char* bar;
    const char* target; // tests/fuzz/fuzz_<target>.cpp
    const char* promise;
    int longest; // octets of an input
};

constexpr Parser parsers[] = {
    {"rel-fuzz-tb1", "receipt", "receipt addresses (TB1)", 400},
    {"rel-fuzz-manifest", "message", "manifests and messages (CBOR, JSON)", 2048},
    {"rel-fuzz-json", "json", "JSON", 1024},
    {"rel-fuzz-pack", "package", "item packages", 4096},
    {"rel-fuzz-tuf", "tuf", "pack metadata (TUF)", 4096},
    {"rel-fuzz-xml", "xml", "XML", 2048},
    {"rel-fuzz-scanner", "wedge", "lines of a code scanner", 512},
    {"rel-fuzz-id-reader", "sdt_frame", "frames of an ID reader", 512},
    {"rel-fuzz-http", "http_target", "HTTP request targets", 512},
    {"rel-fuzz-form", "form", "forms", 2048},
    {"rel-fuzz-document", "text_block", "text blocks of identity cards", 512},
};
constexpr char planted[] = "planted"; // the control

// Built by the preset "fuzz" beside this build; TONGBAN_FUZZERS names another folder.
QString fuzzer(const char* target) {
    const QString given = qEnvironmentVariable("TONGBAN_FUZZERS");
    const QString folder =
        given.isEmpty() ? QStringLiteral(TONGBAN_SOURCE_DIR "/build/fuzz/fuzz") : given;
    return folder + QStringLiteral("/fuzz_") + QLatin1String(target);
}

struct Fuzzed {
    bool clean = false;
    qint64 ran = 0;
    QString output;
};

Fuzzed runFuzzer(const char* target, int longest) {
    const QTemporaryDir work; // new inputs go there, never into the corpus
    const QString corpus =
        QStringLiteral(TONGBAN_SOURCE_DIR "/tests/fuzz/corpus/%1").arg(QLatin1String(target));
    QProcess process;
    process.setWorkingDirectory(work.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{QStringLiteral("-runs=%1").arg(inputs),
                          QStringLiteral("-max_len=%1").arg(longest),
                          QStringLiteral("-seed=20261124"),
                          QStringLiteral("-artifact_prefix=%1/").arg(work.path()), work.path()};
    if (QFile::exists(corpus))
        arguments.append(corpus);
    process.start(fuzzer(target), arguments);
    process.waitForFinished(600'000);
    Fuzzed fuzzed;
    fuzzed.output = QString::fromUtf8(process.readAll());
    static const QRegularExpression done(QStringLiteral("Done (\\d+) runs"));
    fuzzed.ran = done.match(fuzzed.output).captured(1).toLongLong();
    fuzzed.clean = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return fuzzed;
}

BarOutcome fuzz(const Parser& parser) {
    for (const char* target : {parser.target, planted}) {
        if (!QFile::exists(fuzzer(target)))
            return {false,
                    {},
                    QStringLiteral("%1 (cmake --preset fuzz && cmake --build build/fuzz --target "
                                   "fuzz_%2; packages clang, libclang-rt-14-dev)")
                        .arg(fuzzer(target), QLatin1String(target))};
    }
    const Fuzzed fuzzed = runFuzzer(parser.target, parser.longest);
    const Fuzzed control = runFuzzer(planted, 64);
    Findings findings;
    findings.expect(fuzzed.clean, fuzzed.output.right(400));
    findings.expect(fuzzed.ran >= inputs, QStringLiteral("only %1 inputs").arg(fuzzed.ran));
    findings.expect(!control.clean && control.output.contains(QLatin1String("AddressSanitizer")),
                    QStringLiteral("the planted overrun was not found"));
    return findings.outcome({{QStringLiteral("inputs"), fuzzed.ran},
                             {QStringLiteral("control_found"), !control.clean}});
}

} // namespace

QList<Bar> fuzzBars() {
    QList<Bar> bars;
    for (const Parser& parser : parsers)
        bars.append({parser.bar, parser.promise, [&parser] { return fuzz(parser); }});
    return bars;
}

} // namespace tongban::cli
