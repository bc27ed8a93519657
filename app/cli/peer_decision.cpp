// Runs dmn-eval-js on the same table and inputs with node.
#include "app/cli/peer_decision.h"
#include "app/cli/verb.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tongban::cli {

namespace {

// Parses once, then evaluates for a second of CPU time and prints the rate; JSON comes in and goes
// out as for ours.
constexpr auto script = R"(
const { decisionTable } = require('@hbtgmbh/dmn-eval-js');
const fs = require('fs');
const inputs = fs.readFileSync(process.argv[3], 'utf8').trim().split('\n');
decisionTable.parseDmnXml(fs.readFileSync(process.argv[2], 'utf8')).then((decisions) => {
  const run = (i) => JSON.stringify(decisionTable.evaluateDecision('_fee', decisions, JSON.parse(inputs[i % inputs.length])));
  for (let i = 0; i < 300; i++) run(i);
  const start = process.cpuUsage();
  let calls = 0, used = 0;
  while (used < 1e6) { run(calls++); const u = process.cpuUsage(start); used = u.user + u.system; }
  console.log(calls / (used / 1e6));
}).catch((e) => { console.error(String(e)); process.exit(1); });
)";

// The peer reads DMN 1.1 and knows neither open input data nor half of the grammar; same rules,
// older spelling.
QByteArray forPeer(QByteArray model) {
    model.replace("https://www.omg.org/spec/DMN/20230324/MODEL/",
                  "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    model.replace("<output typeRef=\"number\"/>", "<output name=\"fee\" typeRef=\"number\"/>");
    model.replace("<text>-</text>", "<text></text>");
    return model;
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

void tellPeer(const QStringList& arguments, const QByteArray& model, const QByteArrayList& inputs,
              double ours) {
    const qsizetype option = arguments.indexOf(QLatin1String("--peers"));
    const QString peers =
        option >= 0 ? arguments.value(option + 1) : qEnvironmentVariable("TONGBAN_PEERS");
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || peers.isEmpty() ||
        !QDir(peers).exists(QStringLiteral("node_modules/@hbtgmbh/dmn-eval-js"))) {
        say(QStringLiteral("no ratio to dmn-eval-js: node and “npm install --prefix FOLDER "
                           "dmn-eval-js”, then --peers FOLDER"));
        return;
    }
    const QTemporaryDir folder(QDir(peers).filePath(QStringLiteral("bench-XXXXXX")));
    const QStringList files{folder.filePath(QStringLiteral("run.js")),
                            folder.filePath(QStringLiteral("table.dmn")),
                            folder.filePath(QStringLiteral("inputs.jsonl"))};
    if (!write(files[0], script) || !write(files[1], forPeer(model)) ||
        !write(files[2], inputs.join('\n')))
        return complain(QStringLiteral("%1: cannot write").arg(folder.path()));
    QProcess process;
    process.start(node, files);
    process.waitForFinished(60'000);
    const double theirs = process.readAllStandardOutput().trimmed().toDouble();
    if (theirs <= 0)
        return complain(QStringLiteral("dmn-eval-js failed: %1")
                            .arg(QString::fromUtf8(process.readAllStandardError().left(300))));
    say(QStringLiteral("%1 %2/s  (ours with JSON: %3 times as fast)")
            .arg(QStringLiteral("dmn-eval-js, same table and inputs"), -44)
            .arg(theirs, 10, 'f', 0)
            .arg(ours / theirs, 0, 'f', 1));
}

} // namespace tongban::cli
