// decide/evolve: what a case does, step by step, and that its events and state agree.
#include "services/workflow/engine.h"
#include "services/workflow/questions.h"

#include "services/core/json_reader.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;

namespace {

QByteArray wrap(const QByteArray& inside, const QByteArray& more = {}) {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 targetNamespace="t">)" +
           more + "<bpmn:process id=\"P\" isExecutable=\"true\">" + inside +
           "</bpmn:process></bpmn:definitions>";
}

QByteArray flow(const char* id, const char* from, const char* to, const char* condition = nullptr) {
    QByteArray xml = QByteArray("<bpmn:sequenceFlow id=\"") + id + "\" sourceRef=\"" + from +
                     "\" targetRef=\"" + to + "\"";
    if (condition == nullptr)
        return xml + "/>";
    return xml + "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition +
           "</bpmn:conditionExpression></bpmn:sequenceFlow>";
}

const QByteArray approval = wrap(
    R"(<bpmn:startEvent id="s"/>
<bpmn:userTask id="apply" name="申请"><bpmn:extensionElements>
 <zeebe:assignmentDefinition candidateGroups="applicant"/>
 <zeebe:properties><zeebe:property name="tongban:milestone" value="提交申请"/></zeebe:properties>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:userTask id="accept" name="受理"><bpmn:extensionElements>
 <zeebe:assignmentDefinition candidateGroups="window"/>
 <zeebe:properties><zeebe:property name="tongban:milestone" value="受理"/>
  <zeebe:property name="tongban:clock" value="start"/>
  <zeebe:property name="tongban:legalLimit" value="20wd"/>
  <zeebe:property name="tongban:promisedLimit" value="5wd"/>
  <zeebe:property name="tongban:basis" value="行政许可法 第四十二条"/></zeebe:properties>
</bpmn:extensionElements></bpmn:userTask>
<bpmn:exclusiveGateway id="x" default="no"/>
<bpmn:userTask id="decideIt" name="决定"><bpmn:extensionElements>
 <zeebe:properties><zeebe:property name="tongban:milestone" value="决定"/>
 <zeebe:property name="tongban:clock" value="stop"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask>
<bpmn:endEvent id="e1"/><bpmn:endEvent id="e2"/>)" +
    flow("f1", "s", "apply") + flow("f2", "apply", "accept") + flow("f3", "accept", "x") +
    flow("yes", "x", "decideIt", "= 通过") + flow("no", "x", "e2") + flow("f4", "decideIt", "e1"));

Instant at(const char* iso) {
    bool ok = false;
    return fromIso(QString::fromLatin1(iso), &ok);
}

struct Case {
    Definition definition;
    Instance instance;
    Events journal;
    Occasion occasion{at("2026-02-12T02:00:00.000Z"), "zhang", {}, nullptr};

    explicit Case(const QByteArray& bpmn) {
        auto compiled = compile(Package::ofProcess(bpmn));
        if (!compiled.has_value())
            qFatal("%s", qPrintable(compiled.error().detail));
        definition = std::move(compiled).value();
    }
    Result<void> does(const Command& command) {
        TRY_ASSIGN(const Events events, decide(definition, instance, command, occasion));
        for (const Event& event : events)
            evolve(instance, event);
        journal += events;
        return {};
    }
    quint32 keyOf(const QString& element) const {
        for (const Active& one : instance.active) {
            if (one.element == element)
                return one.key;
        }
        return 0;
    }
};

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsAnApproval() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        QList<WorkItem> work = openWork(one.definition, one.instance);
        QCOMPARE(work.size(), 1);
        QCOMPARE(work.first().name, QString("申请"));
        QVERIFY(work.first().citizen);
        QVERIFY(one.does(Complete{work.first().key, {}}).has_value());
        work = openWork(one.definition, one.instance);
        QCOMPARE(work.first().groups, QStringList{"window"});
        QVERIFY(one.does(Claim{work.first().key}).has_value());
        QVERIFY(one.does(Complete{work.first().key, {{"通过", true}}}).has_value());
        QCOMPARE(one.instance.clocks.size(), 2);
        QVERIFY(one.keyOf("decideIt") != 0);
        QVERIFY(one.does(Complete{one.keyOf("decideIt"), {}}).has_value());
        QCOMPARE(one.instance.life, Life::Closed);
        QCOMPARE(one.instance.outcome, QString("completed"));
        QCOMPARE(fold(one.journal), one.instance);
    }

    void eventsSurviveJson() {
        Case one(approval);
        QVERIFY(one.does(Open{{}, {{"姓名", "张三"}}}).has_value());
        for (const Event& event : one.journal) {
            QCOMPARE(encode(event), canonicalJson(event.toJson()));
            const auto back = Event::fromJson(event.toJson());
            QVERIFY(back.has_value());
            QCOMPARE(back.value(), event);
        }
    }

    void milestonesFollowTheCase() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("apply"), {}}).has_value());
        const QList<Milestone> route = progress(one.definition, one.instance);
        QCOMPARE(route.size(), 3);
        QCOMPARE(route.at(0).state, MilestoneState::Done);
        QCOMPARE(route.at(1).state, MilestoneState::Here);
        QCOMPARE(route.at(2).state, MilestoneState::Next);
        QVERIFY(one.does(Complete{one.keyOf("accept"), {{"通过", false}}}).has_value());
        QCOMPARE(progress(one.definition, one.instance).at(2).state, MilestoneState::Skipped);
    }

    void aNullConditionIsAnIncident() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("apply"), {}}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("accept"), {}}).has_value());
        QCOMPARE(one.instance.incidents.size(), 1);
        QCOMPARE(one.instance.life, Life::Open);
        QVERIFY(one.does(Free{one.instance.incidents.first().key, false, {{"通过", true}}})
                    .has_value());
        QVERIFY(one.keyOf("decideIt") != 0);
    }

    void returnsToAnEarlierStep() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("apply"), {}}).has_value());
        QVERIFY(one.does(Return{"apply", "材料不清", "第三十二条"}).has_value());
        QVERIFY(one.keyOf("apply") != 0);
        QCOMPARE(one.keyOf("accept"), 0u);
        QVERIFY(!one.does(Return{"decideIt", "", ""}).has_value());
    }

    void redecidesAndFindsTheForgery() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("apply"), {}}).has_value());
        QVERIFY(one.does(Complete{one.keyOf("accept"), {{"通过", true}}}).has_value());
        const WorkCalendar weekdays;
        const auto again = redecide(one.definition, one.journal, weekdays);
        QVERIFY2(again.has_value(), again.has_value() ? "" : qPrintable(again.error().detail));
        QCOMPARE(again.value(), one.instance);
        Events forged = one.journal;
        forged[forged.size() - 1].flow = "no";
        QVERIFY(!redecide(one.definition, forged, weekdays).has_value());
    }

    // Found by fuzzing: an instance that is its own scope made the way outwards endless.
    void aForgedScopeDoesNotHang() {
        Case one(approval);
        QVERIFY(one.does(Open{}).has_value());
        Event forged;
        forged.kind = EventKind::Entered;
        forged.element = "apply";
        forged.sequence = one.instance.sequence + 1;
        forged.key = forged.scope = 1;
        Instance instance = one.instance;
        evolve(instance, forged);
        forged.key = forged.scope = 77;
        evolve(instance, forged);
        QCOMPARE(instance.active, one.instance.active);
        QVERIFY(instance.variable("nothing", 77).isUndefined());
    }

    void theSameCommandTwiceChangesNothing() {
        Case one(approval);
        one.occasion.commandId = "a";
        QVERIFY(one.does(Open{}).has_value());
        const Instance before = one.instance;
        QVERIFY(one.does(Complete{one.keyOf("apply"), {}}).has_value());
        QCOMPARE(one.instance, before);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
