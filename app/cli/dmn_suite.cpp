// tongban dmn suite DIR: the DMN Technology Compatibility Kit, case by case.
#include "app/cli/dmn.h"
#include "app/cli/verb.h"

#include "services/decision/tck.h"

#include <QDirIterator>
#include <QFileInfo>

namespace tongban::cli {

namespace {

struct Total {
    int passed = 0;
    int all = 0;

    void count(bool pass) {
        ++all;
        passed += pass ? 1 : 0;
    }
    QString text() const {
        const double share = all == 0 ? 0 : 100.0 * passed / all;
        return QStringLiteral("%1/%2 (%3 %)").arg(passed).arg(all).arg(share, 0, 'f', 1);
    }
};

struct Totals {
    Total level2;
    Total level3;
    Total level3Values;
};

void runFile(const QString& path, const QString& label, bool level2, bool failuresOnly,
             Totals& totals) {
    const auto bytes = readBytes(path);
    auto cases = bytes.has_value() ? decision::readTestCases(*bytes)
                                   : Result<decision::TestFile>(fail(bytes.error()));
    if (!cases.has_value()) {
        say(QStringLiteral("%1 FAIL %2").arg(label, cases.error().detail));
        return;
    }
    const auto model = readDecisionModel(QFileInfo(path).dir().filePath(cases->modelName));
    for (const decision::TestCase& testCase : cases->cases) {
        const QString defect =
            model.has_value() ? decision::run(*model, testCase) : model.error().detail;
        const bool pass = defect.isEmpty();
        if (level2) {
            totals.level2.count(pass);
        } else {
            totals.level3.count(pass);
            if (testCase.expectsValue())
                totals.level3Values.count(pass);
        }
        if (!pass || !failuresOnly)
            say(QStringLiteral("%1#%2 %3")
                    .arg(label, testCase.id,
                         pass ? QStringLiteral("PASS") : QStringLiteral("FAIL ") + defect));
    }
}

// Every test file below a folder, sorted; schemas and the like are told apart by their content.
QStringList testFiles(const QString& folder) {
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.xml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

} // namespace

int runDmnSuite(const QStringList& arguments) {
    QStringList rest = arguments;
    const bool failuresOnly = rest.removeAll(QStringLiteral("--failures")) > 0;
    const QString folder = QFileInfo(rest.value(0)).absoluteFilePath();
    if (rest.size() != 1 || !QFileInfo(folder).isDir()) {
        complain(rest.size() == 1 ? QStringLiteral("%1 is no folder").arg(rest.first())
                                  : QStringLiteral("tongban dmn suite DIR [--failures]"));
        return 2;
    }
    Totals totals;
    for (const QString& path : testFiles(folder)) {
        // A label reads the same wherever the suite lies: from the level on, else from the folder.
        const qsizetype level = path.lastIndexOf(QLatin1String("level-"));
        const QString label = level >= 0 ? path.mid(level) : QDir(folder).relativeFilePath(path);
        runFile(path, label, label.startsWith(QLatin1String("level-2")), failuresOnly, totals);
    }
    const int all = totals.level2.all + totals.level3.all;
    if (all == 0) {
        complain(QStringLiteral("%1: no test cases of the DMN TCK").arg(rest.first()));
        return 2;
    }
    say(QStringLiteral("level 2: %1").arg(totals.level2.text()));
    say(QStringLiteral("level 3: %1").arg(totals.level3.text()));
    say(QStringLiteral("level 3, cases that expect a value: %1").arg(totals.level3Values.text()));
    return totals.level2.passed + totals.level3.passed == all ? 0 : 1;
}

} // namespace tongban::cli
