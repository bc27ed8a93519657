// Guide and engine together: each package compiles, and its cases run from submission to the end.
#include "services/catalog/district_source.h"
#include "services/catalog/item_package.h"
#include "services/workflow/engine.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestProcesses : public QObject {
    Q_OBJECT

    const QString m_items = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items");
    const Instant m_now{std::chrono::milliseconds(1'788'919'200'000)}; // 2026-09-09

    // A case in the engine; each command's events are applied at once.
    struct Case {
        workflow::Definition definition;
        workflow::Instance instance;
        workflow::Occasion occasion;

        QString give(const workflow::Command& command) {
            const auto events = workflow::decide(definition, instance, command, occasion);
            if (!events)
                return events.error().detail;
            for (const workflow::Event& event : *events)
                workflow::evolve(instance, event);
            return {};
        }
        const workflow::Active* waiting() const {
            for (const workflow::Active& one : instance.active) {
                if (one.offered || one.asked)
                    return &one;
            }
            return nullptr;
        }
        // Does whatever waits: effects succeed, staff say `outcome`. Ids of the steps in order.
        QStringList runToTheEnd(const QString& outcome) {
            QStringList done;
            for (int i = 0; i < 60; ++i) {
                const workflow::Active* next = waiting();
                if (!next)
                    break;
                done << next->element;
                const QString fault =
                    next->asked ? give(workflow::Perform{next->key, {}})
                                : give(workflow::Complete{next->key, answersFor(*next, outcome)});
                if (!fault.isEmpty())
                    return {fault};
            }
            return done;
        }
        QJsonObject answersFor(const workflow::Active& step, const QString& outcome) const {
            const QString form =
                definition.element(definition.indexOf(step.element)).activity().form;
            if (form == "opinion")
                return {{"agreed", true}};
            if (form == "visit")
                return {{"lives", true}, {"visitedOn", "2026-09-10"}};
            if (form == "site")
                return {{"siteResult", "pass"}, {"visitedOn", "2026-09-10"}};
            if (form == "notice")
                return {{"objection", false}};
            if (form == "supplement")
                return {{"supplied", true}};
            QJsonObject answers{{"outcome", outcome}};
            if (outcome != "approve")
                answers.insert("opinion", "x");
            if (outcome == "refuse")
                answers.insert("clause", "y");
            return answers;
        }
    };

    Case opened(const ItemPackage& package, const Answers& answers, const Facts& facts,
                bool proven) {
        const Assessment list = package.guide.outline(answers, facts, QDate(2026, 9, 9)).value();
        QList<EvidenceResult> evidence;
        for (const NeededMaterial& needed : list.materials) {
            EvidenceResult result{needed.material.id, needed.way, {}, {}, {}};
            if (proven && needed.exempt())
                result.answer = EvidenceAnswer{};
            evidence << result;
        }
        Case one{workflow::compile(workflow::Package(package.files)).value(),
                 {},
                 {m_now, "citizen", {}, nullptr}};
        one.give(workflow::Open{
            {}, caseVariables(package.guide.questions(), list, facts, evidence), {}, {}});
        return one;
    }

private Q_SLOTS:
    void everyPackageCompilesAndRunsByItsSafeAssumptions() {
        for (const QString& folder : QDir(m_items).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const auto package = loadPackage(m_items + '/' + folder);
            QVERIFY(package);
            const auto definition = workflow::compile(workflow::Package(package->files));
            QVERIFY2(definition,
                     qPrintable(folder + ": " + (definition ? "" : definition.error().detail)));
            Case one = opened(*package, {}, {}, true);
            const QStringList done = one.runToTheEnd("approve");
            QVERIFY2(one.instance.life == workflow::Life::Closed,
                     qPrintable(folder + ": " + done.join(' ')));
            QVERIFY2(one.instance.incidents.isEmpty(), qPrintable(folder));
        }
    }

    void whatIsProvenIsDoneOnTheSpot() {
        const auto package = loadPackage(m_items + "/residence-permit");
        const Answers answers{{"kind", {"renew"}}, {"basis", {"work"}}, {"who", {"self"}}};
        const Facts facts{{"insuredMonths", 8}, {"addressUnchanged", true}};
        Case proven = opened(*package, answers, facts, true);
        QCOMPARE(proven.runToTheEnd("approve"), (QStringList{"issue", "deliver"}));
        // The same answers, but the register did not confirm: a person looks.
        Case doubted = opened(*package, answers, facts, false);
        QCOMPARE(doubted.runToTheEnd("approve"), (QStringList{"review", "issue", "deliver"}));
    }

    void somethingMissingComesBackToTheCitizenOnce() {
        const auto package = loadPackage(m_items + "/residence-permit");
        Case one = opened(*package,
                          {{"kind", {"renew"}},
                           {"basis", {"home"}},
                           {"home", {"rent"}},
                           {"filed", {"no"}},
                           {"address", {"same"}},
                           {"who", {"self"}}},
                          {}, true);
        QCOMPARE(one.waiting()->element, QStringLiteral("review"));
        QCOMPARE(one.give(workflow::Complete{one.waiting()->key,
                                             one.answersFor(*one.waiting(), "supplement")}),
                 QString());
        QCOMPARE(one.waiting()->element, QStringLiteral("supplement"));
        QCOMPARE(one.runToTheEnd("refuse"), (QStringList{"supplement", "review"}));
        QVERIFY(one.instance.life == workflow::Life::Closed);
    }

    // One refused part of a 一件事 does not stop the others.
    void aRefusedBranchStaysAlone() {
        const auto package = loadPackage(m_items + "/newborn");
        Case one = opened(*package, {{"born", {"here"}}, {"wants", {"medical", "card"}}}, {}, true);
        QStringList done;
        for (int i = 0; i < 60 && one.waiting() != nullptr; ++i) {
            const workflow::Active step = *one.waiting();
            done << step.element;
            const QString outcome = step.element == "part-medical-handle" ? "refuse" : "approve";
            QCOMPARE(step.asked
                         ? one.give(workflow::Perform{step.key, {}})
                         : one.give(workflow::Complete{step.key, one.answersFor(step, outcome)}),
                     QString());
        }
        QVERIFY(one.instance.life == workflow::Life::Closed);
        QVERIFY(done.contains("part-card-handle") && done.contains("part-vaccine-handle"));
        QCOMPARE(done.last(), QStringLiteral("deliver"));
        QCOMPARE(one.instance.variable("medicalResult").toString(), QStringLiteral("refuse"));
        QCOMPARE(one.instance.variable("cardResult").toString(), QStringLiteral("approve"));
    }

    void withoutTheBirthCertificateThereIsNoHukou() {
        const auto package = loadPackage(m_items + "/newborn");
        Case one = opened(*package, {{"born", {"here"}}}, {}, true);
        const QStringList done = one.runToTheEnd("refuse");
        QVERIFY(!done.contains("part-hukou-handle"));
        QVERIFY(done.contains("part-vaccine-handle"));
        QVERIFY(one.instance.life == workflow::Life::Closed);
    }
};

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
