// The guide on the real residence-permit package: exact lists, reasons, counterfactuals, exits.
#include "services/catalog/package_case.h"

#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestGuide : public QObject {
    Q_OBJECT

    const QDate m_today{2026, 9, 9};
    ItemPackage m_package;

    Assessment assess(const Answers& answers, const Facts& facts = {}) {
        return m_package.guide.assess(answers, facts, m_today).value();
    }
    static Answers unfiledLease() {
        return {{"kind", {"renew"}}, {"basis", {"home"}},   {"home", {"rent"}},
                {"filed", {"no"}},   {"address", {"same"}}, {"who", {"self"}}};
    }

private Q_SLOTS:
    void initTestCase() {
        const auto package =
            loadPackage(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/residence-permit"));
        QVERIFY2(package, package ? "" : qPrintable(package.error().detail));
        m_package = *package;
    }

    void theNextQuestionIsTheFirstOpenOneOnTheWay() {
        QCOMPARE(assess({}).next->id, QStringLiteral("kind"));
        QCOMPARE(assess({{"kind", {"renew"}}}).next->id, QStringLiteral("basis"));
        const Assessment end = assess(unfiledLease());
        QVERIFY(end.settled());
        QCOMPARE(end.position, 6);
    }

    void aRecordAnswersAQuestionSilently() {
        Answers answers = unfiledLease();
        answers.remove("filed");
        const Assessment known = assess(answers, {{"leaseFiled", true}});
        QVERIFY(known.settled());
        QVERIFY(known.material("lease")->exempt());
        QCOMPARE(known.material("lease")->why.reasons.first().because.last().given, Given::Derived);
    }

    void everyLineHasItsReasonClauseAndSupplier() {
        const Assessment list = assess(unfiledLease());
        QCOMPARE(list.materials.size(), 3);
        for (const NeededMaterial& needed : list.materials) {
            QVERIFY(!needed.why.reasons.isEmpty());
            QVERIFY(!needed.why.reasons.first().explanation.isEmpty());
            QVERIFY(!needed.why.reasons.first().clause.isEmpty());
            QVERIFY(!needed.why.supplier.isEmpty());
        }
        for (const NeededStep& needed : list.steps)
            QVERIFY(!needed.why.reasons.isEmpty());
        QVERIFY(!list.time.why.reasons.isEmpty());
        QVERIFY(!list.fees.first().why.reasons.isEmpty());
    }

    void whatWouldRemoveAThingIsTrue() {
        const Assessment list = assess(unfiledLease());
        const NeededMaterial* lease = list.material("lease");
        QVERIFY(lease);
        QVERIFY(!lease->why.removals.isEmpty());
        bool filing = false;
        for (const Removal& removal : lease->why.removals) {
            Answers other = unfiledLease();
            other.insert(removal.question, removal.options);
            const Assessment after = assess(other);
            const NeededMaterial* still = after.material("lease");
            QCOMPARE(still == nullptr, removal.gone);
            QVERIFY(removal.gone || still->exempt());
            filing = filing || (removal.question == "filed" && !removal.gone);
        }
        QVERIFY2(filing, "a filed lease must be named as the way to hand in nothing");
        QCOMPARE(lease->why.removals.first().question, QStringLiteral("filed"));
    }

    void theConsequenceOfAnOptionIsTold() {
        Answers answers = unfiledLease();
        answers.remove("filed");
        const auto filed =
            m_package.guide.consequence(answers, {}, "filed", "yes", m_today).value();
        QCOMPARE(filed.removed, QStringList{"lease"});
        QCOMPARE(filed.stepsRemoved, QStringList{"review"});
        QVERIFY(filed.days < 0);
        QVERIFY(m_package.guide.consequence({}, {}, "kind", "renew", m_today)->none());
    }

    void anExitComesEarlyWithADateAndNeverFromAnAssumption() {
        const Assessment exit = assess({{"kind", {"first"}}, {"stayed", {"m5"}}});
        QVERIFY(exit.exit);
        QCOMPARE(exit.exit->earliest, QDate(2026, 10, 9));
        QVERIFY(!exit.exit->alternatives.isEmpty());
        QVERIFY(exit.materials.isEmpty());
        QVERIFY(!assess({{"kind", {"first"}}, {"stayed", {"unsure"}}}).exit);
    }

    void nonsenseAnswersChangeNothing() {
        Answers answers = unfiledLease();
        const QJsonObject before = outcomeOf(assess(answers));
        answers.insert("enrolled", {"yes"});
        answers.insert("no-such-question", {"x"});
        QCOMPARE(outcomeOf(assess(answers)), before);
        answers.insert("filed", {"perhaps"});
        QCOMPARE(assess(answers).next->id, QStringLiteral("filed"));
    }

    void thePackagesOwnCasesPass() {
        const auto results = runCases(m_package);
        QVERIFY(results);
        QVERIFY(results->size() >= 6);
        for (const CaseResult& result : *results)
            QVERIFY2(result.passed(),
                     qPrintable(result.name + ": " + result.differences.join("; ")));
    }

    void aWrongExpectationFails() {
        const PackageCase wrong{"wrong", m_today, unfiledLease(), {}, {{"fee", "20"}}};
        QCOMPARE(runCase(m_package.guide, wrong).differences,
                 QStringList{"fee: expected \"20\", got \"0\""});
    }
};

QTEST_GUILESS_MAIN(TestGuide)
#include "tst_guide.moc"
