// tongban dmn suite DIR: the DMN Technology Compatibility Kit, case by case.
#include "app/cli/dmn.h"
#include "app/cli/verb.h"

#include "services/decision/tck.h"

#include <QDir>
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

} // namespace

int runDmnSuite(const QStringList& arguments) {
    const bool failuresOnly = arguments.contains(QLatin1String("--failures"));
    const QDir root(arguments.first());
    Totals totals;
    for (const QString& level :
         {QStringLiteral("compliance-level-2"), QStringLiteral("compliance-level-3")}) {
        const QDir folder(root.filePath(level));
        for (const QString& test :
             folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const QDir files(folder.filePath(test));
            for (const QString& file :
                 files.entryList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name))
                runFile(files.filePath(file), level.right(7) + u'/' + test + u'/' + file,
                        level.endsWith(u'2'), failuresOnly, totals);
        }
    }
    say(QStringLiteral("level 2: %1").arg(totals.level2.text()));
    say(QStringLiteral("level 3: %1").arg(totals.level3.text()));
    say(QStringLiteral("level 3, cases that expect a value: %1").arg(totals.level3Values.text()));
    return totals.level2.passed + totals.level3.passed == totals.level2.all + totals.level3.all ? 0
                                                                                                : 1;
}

} // namespace tongban::cli
