// Migration: plans checked on paper, tried on cases, applied as events that replay and re-decide.
#include "services/workflow/migration.h"
#include "services/workflow/questions.h"
#include "services/workflow/time_text.h"
#include "tests/unit/workflow/model_xml.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;
using namespace tongban::workflow::test;
using namespace std::chrono_literals;

namespace {

const QByteArray steps =
    nodes("startEvent", "s") + nodes("endEvent", "e") +
    node("userTask", "accept",
         facts("milestone=受理;clock=start;legalLimit=20wd;promisedLimit=5wd;basis=第四十二条")) +
    node("userTask", "review", facts("milestone=专家评审;clock=pause;basis=第四十五条")) +
    node("userTask", "decide", facts("milestone=决定;clock=stop;limit=2wd")) +
    flows("s accept review decide e");

const QByteArray waiting = nodes("startEvent", "s") + nodes("endEvent", "e late") +
                           nodes("userTask", "work") + boundary("t", "work", timer("PT10H")) +
                           flows("s work e") + flows("t late");

QByteArray message(const QByteArray& name) {
    return process(nodes("startEvent", "s") + nodes("endEvent", "e") +
                       node("receiveTask", "wait", {}, "messageRef=\"m\"") + flows("s wait e"),
                   "<bpmn:message id=\"m\" name=\"" + name + "\"/>");
}

Definition compiled(const QByteArray& bpmn) {
    auto definition = compile(Package::ofProcess(bpmn));
    if (!definition.has_value())
        qFatal("%s", qPrintable(definition.error().detail));
    return std::move(definition).value();
}

Move tried(const Course& one, const Definition& next, const MigrationPlan& plan) {
    return dryRun(one.definition, next, plan, {{"case", one.instance}}, one.occasion).first();
}

} // namespace

class TestMigration : public QObject {
    Q_OBJECT
    WorkCalendar calendar;

    // Applies a plan as the tool does: the events of the trial are appended.
    static QString moves(Course& one, const Definition& next, const MigrationPlan& plan) {
        const Move move = tried(one, next, plan);
        for (const Event& event : move.events)
            evolve(one.instance, event);
        one.journal += move.events;
        if (move.refused.isEmpty())
            one.definition = next;
        return move.refused.join("; ");
    }
    static QDate dueOf(const Course& one, const QString& name) {
        for (const CaseClock& clock : one.instance.clocks) {
            if (clock.name == name)
                return localDate(clock.due);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        auto loaded = WorkCalendar::load(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/calendars"));
        QVERIFY(loaded.has_value());
        calendar = loaded.value();
    }

    void plansAreReadAndRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QByteArray("{}") << true;
        QTest::newRow("whole") << QByteArray(R"({"elements": {"a": "b"}, "data": {"x": "= y"},
            "timers": "recompute", "limits": "keep"})")
                               << true;
        QTest::newRow("number") << QByteArray(R"({"elements": {"a": 1}})") << false;
        QTest::newRow("choice") << QByteArray(R"({"timers": "later"})") << false;
        QTest::newRow("list") << QByteArray(R"({"data": ["x"]})") << false;
    }
    void plansAreReadAndRefused() {
        QFETCH(QByteArray, json);
        QFETCH(bool, good);
        const auto plan = readPlan(QJsonDocument::fromJson(json).object());
        QCOMPARE(plan.has_value(), good);
        if (good && plan->recomputeTimers)
            QCOMPARE(plan->data.value("x").trimmed(), QString("y"));
    }

    void movesWhatFitsAndRefusesTheRest() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QByteArray renamed = process(steps);
        renamed.replace("\"accept\"", "\"intake\"");
        const Definition next = compiled(renamed);
        MigrationPlan plan;
        QCOMPARE(tried(one, next, plan).refused.join(u' '), QString("accept has no counterpart"));
        plan.elements.insert("accept", "intake");
        QVERIFY(checkPlan(one.definition, next, plan).isEmpty());
        plan.elements.insert("review", "s");
        QCOMPARE(checkPlan(one.definition, next, plan).first().code, QString("plan-element"));
        plan.elements.remove("review");
        QCOMPARE(moves(one, next, plan), QString());
        const Definition first = compiled(process(steps));
        QCOMPARE(dryRun(first, next, plan, {{"case", one.instance}}, one.occasion).first().refused,
                 QStringList("the case belongs to another package")); // applied twice
        QVERIFY(one.completes("intake"));
        QVERIFY(one.keyOf("review") != 0);
    }

    void eventsThatWouldStaySilentAreRefused() {
        Course one{process(waiting)};
        QVERIFY(one.opens());
        const QByteArray plain = nodes("startEvent", "s") + nodes("endEvent", "e") +
                                 nodes("userTask", "work") + flows("s work e");
        QVERIFY(tried(one, compiled(process(plain)), {}).refused.join(u' ').contains("boundary"));
        const QByteArray inside = nodes("endEvent", "x") + node("startEvent", "y", timer("PT1H"));
        const QByteArray listening =
            waiting + node("subProcess", "sub", inside + flows("y x"), "triggeredByEvent=\"true\"");
        QVERIFY(tried(one, compiled(process(listening)), {})
                    .refused.join(u' ')
                    .contains("P has other event sub-processes"));
        Course other{message("paid")};
        QVERIFY(other.opens());
        QVERIFY(tried(other, compiled(message("settled")), {})
                    .refused.join(u' ')
                    .contains("no longer waits for “paid”"));
    }

    void casesThatWouldBeStuckStay() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        const Definition next = compiled(process(steps + nodes("dataObject", "d")));
        MigrationPlan plan;
        plan.data.insert("fee", "amount * 2");
        QVERIFY(tried(one, next, plan).refused.join(u' ').contains("fee gives null"));
        QVERIFY(tried(one, next, plan).events.isEmpty());
        plan.data.insert("fee", "amount *");
        QCOMPARE(checkPlan(one.definition, next, plan).first().code, QString("plan-data"));
    }

    void dataIsMappedFromTheOldVariables() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens({{"amount", 21}, {"name", "张三"}}));
        MigrationPlan plan;
        plan.data = {{"fee", "amount * 2"}, {"amount", "amount + 1"}, {"applicant", "name"}};
        QCOMPARE(moves(one, compiled(process(steps + nodes("dataObject", "d"))), plan), QString());
        QCOMPARE(one.variable("fee").toInt(), 42); // not 44: read before the move
        QCOMPARE(one.variable("amount").toInt(), 22);
        QCOMPARE(one.variable("applicant").toString(), QString("张三"));
    }

    void timersKeepTheirTimeOrAreRecomputed() {
        QByteArray longer = process(waiting);
        longer.replace("PT10H", "PT30H");
        const Definition next = compiled(longer);
        Course kept{process(waiting)};
        QVERIFY(kept.opens());
        kept.occasion.at += 4h;
        Course recomputed = kept;
        const Instant opened = kept.instance.opened;
        QCOMPARE(moves(kept, next, {}), QString());
        QCOMPARE(kept.instance.timers.first().due - opened, 10h);
        MigrationPlan plan;
        plan.recomputeTimers = true;
        QCOMPARE(tried(recomputed, next, plan).redated, 1);
        QCOMPARE(moves(recomputed, next, plan), QString());
        QCOMPARE(recomputed.instance.timers.size(), 1);
        QCOMPARE(recomputed.instance.timers.first().due - opened, 30h); // from when it was armed
        QVERIFY(!recomputed.passes(25h));
        QVERIFY(recomputed.passes(2h));
        QCOMPARE(recomputed.instance.life, Life::Closed);
    }

    void repeatingTimersKeepTheirCount() {
        const auto cycle = [](const QByteArray& text) {
            return process(nodes("startEvent", "s") + nodes("endEvent", "e r") +
                           nodes("userTask", "work") +
                           boundary("t", "work",
                                    "<bpmn:timerEventDefinition><bpmn:timeCycle "
                                    "xsi:type=\"bpmn:tFormalExpression\">" +
                                        text + "</bpmn:timeCycle></bpmn:timerEventDefinition>",
                                    false) +
                           flows("s work e") + flows("t r"));
        };
        Course one{cycle("R3/PT2H")};
        QVERIFY(one.opens());
        QVERIFY(one.passes(2h));
        MigrationPlan plan;
        plan.recomputeTimers = true;
        QCOMPARE(moves(one, compiled(cycle("R9/PT5H")), plan), QString());
        const Timer timer = one.instance.timers.first();
        QCOMPARE(timer.due - one.occasion.at, 5h);
        QCOMPARE(timer.left, 1);
        QVERIFY(one.passes(5h));
        QVERIFY(one.passes(5h));
        QVERIFY(one.instance.timers.isEmpty());
    }

    void limitsAreDatedAnewAndPausesStayGiven() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.completes("accept"));
        one.occasion.at += 24h * 14; // five working days at the review
        QVERIFY(one.completes("review"));
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 3, 4));
        const QDate legal = dueOf(one, "legal");
        QByteArray longer = process(steps);
        longer.replace("value=\"5wd", "value=\"8wd").replace("value=\"2wd", "value=\"4wd");
        const Definition next = compiled(longer);
        Course kept = one;
        QCOMPARE(moves(kept, next, {}), QString());
        QCOMPARE(dueOf(kept, "promised"), QDate(2026, 3, 4));
        MigrationPlan plan;
        plan.recomputeLimits = true;
        QCOMPARE(tried(one, next, plan).redated, 2); // the promised limit and that of the step
        QCOMPARE(moves(one, next, plan), QString());
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 3, 9)); // three working days more
        QCOMPARE(dueOf(one, "legal"), legal);
        QCOMPARE(localDate(openWork(one.definition, one.instance).first().due), QDate(2026, 3, 3));
    }

    void pausedClocksStayPaused() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.completes("accept"));
        QByteArray longer = process(steps);
        longer.replace("value=\"5wd", "value=\"8wd");
        MigrationPlan plan;
        plan.recomputeLimits = true;
        QCOMPARE(moves(one, compiled(longer), plan), QString());
        one.occasion.at += 24h * 14;
        QVERIFY(one.completes("review"));
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 3, 9)); // as if it had been 8 from the start
    }

    void limitsTheOldProcessDidNotHaveStartWithTheStep() {
        QByteArray without = process(steps);
        without.replace("<zeebe:property name=\"tongban:promisedLimit\" value=\"5wd\"/>", "");
        Course one(without, &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.completes("accept"));
        QVERIFY(!dueOf(one, "promised").isValid());
        MigrationPlan plan;
        plan.recomputeLimits = true;
        one.occasion.at += 24h * 30;
        QCOMPARE(moves(one, compiled(process(steps)), plan), QString());
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 2, 26)); // counted from the acceptance
    }

    void suspendedCasesMoveWithoutGoingOn() {
        const QByteArray condition =
            node("intermediateCatchEvent", "c",
                 "<bpmn:conditionalEventDefinition><bpmn:condition "
                 "xsi:type=\"bpmn:tFormalExpression\">= ready</bpmn:condition>"
                 "</bpmn:conditionalEventDefinition>");
        const QByteArray model =
            nodes("startEvent", "s") + nodes("endEvent", "e") + condition + flows("s c e");
        Course one{process(model)};
        QVERIFY(one.opens({{"ready", false}}));
        QVERIFY(one.does(Suspend{"中止"}));
        MigrationPlan plan;
        plan.data.insert("ready", "true");
        QCOMPARE(moves(one, compiled(process(model + nodes("dataObject", "d"))), plan), QString());
        QCOMPARE(one.here(), QString("c"));
        QVERIFY(one.does(Resume{}));
        QCOMPARE(one.here(), QString("completed"));
    }

    void aMovedCaseReplaysAndIsDecidedAgain() {
        QByteArray renamed = process(steps);
        renamed.replace("\"review\"", "\"experts\"").replace("value=\"5wd", "value=\"8wd");
        const Definition next = compiled(renamed);
        Course one(process(steps), &calendar);
        const Definition first = one.definition;
        QVERIFY(one.opens({{"amount", 1}}));
        QVERIFY(one.completes("accept"));
        MigrationPlan plan;
        plan.elements = {{"review", "experts"},
                         {"accept_review", "accept_experts"},
                         {"review_decide", "experts_decide"}};
        plan.data = {{"fee", "amount"}};
        plan.recomputeLimits = plan.recomputeTimers = true;
        QCOMPARE(moves(one, next, plan), QString());
        QVERIFY(one.completes("experts"));
        QVERIFY(one.completes("decide"));
        QCOMPARE(fold(one.journal), one.instance);
        const DefinitionOf known = [&](const QString& digest) {
            return digest == first.digest() ? &first : digest == next.digest() ? &next : nullptr;
        };
        const auto again = redecide(known, one.journal, calendar);
        QVERIFY2(again.has_value(), again.has_value() ? "" : qPrintable(again.error().detail));
        QCOMPARE(*again, one.instance);
        const DefinitionOf old = [&](const QString& digest) {
            return digest == first.digest() ? &first : nullptr;
        };
        QVERIFY(redecide(old, one.journal, calendar).error().detail.contains("not known"));
        QVERIFY(!redecide(next, one.journal, calendar).has_value());
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
