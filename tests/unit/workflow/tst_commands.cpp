// Approval operations and time limits: return, supplement, extend, pause, withdraw, suspend,
// hand over.
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

} // namespace

class TestCommands : public QObject {
    Q_OBJECT
    WorkCalendar calendar;

    QDate dueOf(const Course& one, const QString& name) const {
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

    void clocksStartPauseAndStop() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.instance.clocks.isEmpty());
        QVERIFY(one.completes("accept"));
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 2, 26)); // product.md §4.4
        QCOMPARE(one.instance.clocks.first().calendar, calendar.digest());
        QVERIFY(one.instance.clocks.first().paused); // the review does not count
        one.occasion.at += 24h * 14;                 // to 26 February: five working days
        QVERIFY(one.completes("review"));
        QCOMPARE(dueOf(one, "promised"), QDate(2026, 3, 4));
        const WorkItem item = openWork(one.definition, one.instance).first();
        QCOMPARE(localDate(item.due), QDate(2026, 2, 28)); // a working Saturday
        QVERIFY(one.does(Extend{"legal", "10wd", "局长", "情况复杂", "第四十二条"}));
        QVERIFY(!one.does(Extend{"legal", "10wd", "局长", "再次", "第四十二条"}));
        QVERIFY(!one.does(Extend{"promised", "10wd", "", "", ""}));
        QVERIFY(one.completes("decide"));
        QVERIFY(one.instance.clocks.first().stopped);
    }

    void lightsFollowTheDays() {
        Course one(
            process(nodes("startEvent", "s") + nodes("endEvent", "e") +
                    node("userTask", "accept", facts("clock=start;legalLimit=20wd;basis=x")) +
                    nodes("userTask", "work") + flows("s accept work e")),
            &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.completes("accept"));
        const auto at = [&](qint64 days) {
            return deadlines(one.instance, one.occasion.at + 24h * days, calendar).first();
        };
        QCOMPARE(at(0).daysLeft, 20);
        QCOMPARE(at(0).light, Light::Green);
        QCOMPARE(at(30).light, Light::Amber);
        QCOMPARE(at(60).light, Light::Red);
        QVERIFY(at(60).daysLeft < 0);
    }

    void oneNoticeListsEverythingMissing() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QVERIFY(!one.does(Supplement{{}, "", ""}));
        QVERIFY(one.does(Supplement{{"身份证", "平面图"}, "材料不齐", "第三十二条"}));
        QCOMPARE(one.instance.missing, (QStringList{"身份证", "平面图"}));
        QVERIFY(!one.does(Supplement{{"健康证"}, "", ""}));
        QVERIFY(one.does(Supplemented{}));
        QVERIFY(one.instance.missing.isEmpty());
    }

    void theCitizenWithdrawsUntilItIsDecided() {
        Course early(process(steps), &calendar);
        QVERIFY(early.opens());
        QVERIFY(early.does(Withdraw{"不办了"}));
        QCOMPARE(early.here(), QString("withdrawn"));
        QVERIFY(!early.completes("accept"));
        Course late(
            process(nodes("startEvent", "s") + nodes("endEvent", "e") +
                    node("userTask", "accept", facts("clock=start;legalLimit=20wd;basis=x")) +
                    node("userTask", "decide", facts("clock=stop")) + nodes("userTask", "deliver") +
                    flows("s accept decide deliver e")),
            &calendar);
        QVERIFY(late.opens());
        QVERIFY(late.completes("accept"));
        QVERIFY(late.completes("decide"));
        QVERIFY(!late.does(Withdraw{"太迟了"}));
        QVERIFY(late.why.contains("decided"));
    }

    void returnsCancelWhatLiesBehind() {
        Course one(process(nodes("startEvent", "s") + nodes("endEvent", "e") +
                           nodes("userTask", "first a b") + nodes("parallelGateway", "f j") +
                           flows("s first f a j e") + flows("f b j")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("first"));
        QVERIFY(one.completes("a")); // a token waits at the join
        QVERIFY(one.does(Return{"first", "重来", ""}));
        QCOMPARE(one.here(), QString("first"));
        QVERIFY(one.instance.arrivals.isEmpty());
        QVERIFY(one.completes("first"));
        QCOMPARE(one.here(), QString("a b"));
        QVERIFY(one.completes("a"));
        QVERIFY(one.does(Return{"a", "补签", ""}) || one.why.contains("lies behind"));
    }

    void suspendedCasesWait() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        QVERIFY(one.does(Suspend{"中止"}));
        QVERIFY(!one.completes("accept"));
        QVERIFY(one.does(Resume{}));
        QVERIFY(one.completes("accept"));
    }

    void stepsAreHeldByOnePerson() {
        Course one(process(steps), &calendar);
        QVERIFY(one.opens());
        one.occasion.by = "li";
        QVERIFY(one.does(Claim{one.keyOf("accept")}));
        one.occasion.by = "wang";
        QVERIFY(!one.does(Claim{one.keyOf("accept")}));
        QVERIFY(!one.completes("accept"));
        QVERIFY(!one.does(Delegate{one.keyOf("accept"), "zhao"}));
        one.occasion.by = "li";
        QVERIFY(one.does(Delegate{one.keyOf("accept"), "wang"}));
        one.occasion.by = "wang";
        QVERIFY(one.completes("accept"));
    }

    void everyCommandSurvivesJson() {
        const QList<Command> all = {Open{"P", {{"a", 1}}, "m", ""},
                                    Withdraw{"x"},
                                    Suspend{"x"},
                                    Resume{},
                                    Cancel{"x"},
                                    Claim{3},
                                    Complete{3, {{"a", 1}}},
                                    Delegate{3, "x"},
                                    Return{"a", "b", "c"},
                                    Countersign{3, {"a"}, {"b"}},
                                    Supplement{{"a"}, "b", "c"},
                                    Supplemented{},
                                    Urge{"x"},
                                    Extend{"legal", "10wd", "a", "b", "c"},
                                    PauseClock{"a", "b"},
                                    ResumeClock{},
                                    Activate{3, {"a"}},
                                    Finish{3},
                                    Perform{3, {}},
                                    Fail{3, "a", "b"},
                                    Deliver{"a", "b", {}},
                                    Broadcast{"a", {}},
                                    FireTimers{},
                                    Free{3, true, {}},
                                    HandOver{"x"},
                                    Migrate{"x", {{"a", "b"}}, {{"c", "d"}}, true, true}};
        QCOMPARE(all.size(), qsizetype(std::variant_size_v<Command>));
        for (const Command& command : all) {
            const auto back = commandFromJson(toJson(command));
            QVERIFY(back.has_value());
            QCOMPARE(toJson(*back), toJson(command));
        }
        QVERIFY(!commandFromJson({{"command", "explode"}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
