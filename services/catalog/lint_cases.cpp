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
    // A case cannot quietly disappear: the item says how many there are.
    const int vouched = package.item().cases;
    if (vouched > 0 && cases->size() != vouched)
        findings.refuse(
            "case-count", QStringLiteral("$.cases"),
            QStringLiteral("有 %1 个用例，item.json 写着 %2 个").arg(cases->size()).arg(vouched),
            QStringLiteral("补回少了的用例；确实要增减的，改 item.json 的 $.package.cases"));
    if (vouched == 0)
        findings.advise("case-count", QStringLiteral("$.cases"),
                        QStringLiteral("item.json 没写有几个用例，少一个也看不出来"),
                        QStringLiteral("在 item.json 的 $.package 里写 cases"));
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
