// tests.json: enough cases, all passing, no exit or material left untested.
#include "services/catalog/lints.h"
#include "services/catalog/package_case.h"

#include <QSet>

namespace tongban::catalog {

void lintCases(const ItemPackage& package, Findings& findings) {
    constexpr int fewest = 6;
    findings.setFile(QStringLiteral("tests.json"));
    const auto cases = readCases(package.files.value(QStringLiteral("tests.json")));
    if (!cases) {
        findings.refuse("file-unreadable", QStringLiteral("$"), cases.error().detail,
                        QStringLiteral("改正写法"));
        return;
    }
    if (cases->size() < fewest)
        findings.refuse("case-missing", QStringLiteral("$.cases"),
                        QStringLiteral("只有 %1 个用例").arg(cases->size()),
                        QStringLiteral("至少写 %1 个").arg(fewest));
    QSet<QString> exits;
    QSet<QString> materials;
    for (int i = 0; i < cases->size(); ++i) {
        const PackageCase& testCase = cases->at(i);
        const CaseResult result = runCase(package.guide, testCase);
        if (!result.passed())
            findings.refuse(
                "case-failed", QStringLiteral("$.cases[%1]").arg(i),
                QStringLiteral("“%1”：%2").arg(testCase.name, result.differences.join(u'；')),
                QStringLiteral("改规则，或者确认后改用例"));
        exits.insert(testCase.expect.value(QLatin1String("exit")).toString());
        for (const QString& id :
             testCase.expect.value(QLatin1String("materials")).toObject().keys())
            materials.insert(id);
    }
    for (const Exit& exit : package.guide.exits()) {
        if (!exits.contains(exit.id))
            findings.refuse("case-uncovered", QStringLiteral("$.cases"),
                            QStringLiteral("出口“%1”没有用例").arg(exit.title),
                            QStringLiteral("补一个走到这里的用例"));
    }
    for (const Material& material : package.guide.materials().all()) {
        if (!materials.contains(material.id))
            findings.advise("case-uncovered", QStringLiteral("$.cases"),
                            QStringLiteral("材料“%1”没有用例").arg(material.name),
                            QStringLiteral("补一个要它的用例"));
    }
}

} // namespace tongban::catalog
