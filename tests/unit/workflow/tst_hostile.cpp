// Hostile models: each ends within a second with a named defect, none gets through to a running
// case that hangs.
#include "services/workflow/engine.h"
#include "tests/support/cpu_clock.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;

namespace {

QByteArray process(const QByteArray& inside, const QByteArray& more = {}) {
    return R"(<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
 xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">)" +
           more + "<bpmn:process id=\"P\" isExecutable=\"true\">" + inside +
           "</bpmn:process></bpmn:definitions>";
}

QByteArray flow(const QByteArray& from, const QByteArray& to, const QByteArray& condition = {}) {
    static int number = 0;
    QByteArray xml = "<bpmn:sequenceFlow id=\"f" + QByteArray::number(++number) +
                     "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">";
    if (!condition.isEmpty())
        xml += "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition +
               "</bpmn:conditionExpression>";
    return xml + "</bpmn:sequenceFlow>";
}

QByteArray node(const QByteArray& tag, const QByteArray& id, const QByteArray& inside = {}) {
    return "<bpmn:" + tag + " id=\"" + id + "\">" + inside + "</bpmn:" + tag + ">";
}

QByteArray ends() {
    return node("startEvent", "s") + node("endEvent", "e");
}

QByteArray timer(const QByteArray& kind, const QByteArray& text) {
    return ends() +
           node("intermediateCatchEvent", "t",
                "<bpmn:timerEventDefinition><bpmn:" + kind +
                    " xsi:type=\"bpmn:tFormalExpression\">" + text + "</bpmn:" + kind +
                    "></bpmn:timerEventDefinition>") +
           flow("s", "t") + flow("t", "e");
}

QByteArray conditional(const QByteArray& condition) {
    return process(ends() + node("userTask", "u") +
                   "<bpmn:exclusiveGateway id=\"x\" default=\"d\"/>" + flow("s", "u") +
                   flow("u", "x") + flow("x", "e", condition) +
                   "<bpmn:sequenceFlow id=\"d\" sourceRef=\"x\" targetRef=\"u\"/>");
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isRefusedByName_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& model, const char* code) {
            QTest::newRow(name) << model << QString::fromLatin1(code);
        };
        row("empty", "", "unreadable");
        row("no xml", "hello", "unreadable");
        row("other root", "<a/>", "unreadable");
        row("cut short", process(ends()).left(200), "unreadable");
        row("wrong encoding",
            QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") + process("<!-- \xff\xfe -->"),
            "unreadable");
        row("entity bomb",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" +
                process("&b;"),
            "unreadable");
        row("external entity", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + process(ends()),
            "unreadable");
        QByteArray deep;
        for (int i = 0; i < 5000; ++i)
            deep += "<bpmn:subProcess id=\"n" + QByteArray::number(i) + "\">";
        row("deep nesting", process(deep), "unreadable");
        QByteArray many;
        for (int i = 0; i < 100'000; ++i)
            many += "<bpmn:task id=\"n" + QByteArray::number(i) + "\"/>";
        row("100,000 tasks", process(many), "unreadable");
        QByteArray chain = node("startEvent", "s");
        for (int i = 0; i < 6'000; ++i)
            chain += node("userTask", "n" + QByteArray::number(i));
        row("6,000 nodes", process(chain), "too-many-nodes");
        row("8 MB of text",
            process(ends() + "<bpmn:documentation>" + QByteArray(5 * 1024 * 1024, 'x') +
                    "</bpmn:documentation>"),
            "unreadable");
        row("huge id", process("<bpmn:task id=\"" + QByteArray(100'000, 'a') + "\"/>"),
            "unreadable");
        row("duplicate id", process(node("task", "a") + node("task", "a")), "duplicate-id");
        row("dangling flow", process(ends() + flow("s", "nowhere")), "dangling-reference");
        row("flow into a process", process(ends() + flow("s", "P")), "wrong-reference");
        row("task circle",
            process(ends() + node("task", "a") + node("task", "b") + flow("s", "a") +
                    flow("a", "b") + flow("b", "a") + flow("s", "e")),
            "endless-circle");
        row("self loop",
            process(ends() + node("task", "a") + flow("s", "a") + flow("a", "a") + flow("s", "e")),
            "endless-circle");
        row("manual circle",
            process(ends() + node("manualTask", "a") + node("parallelGateway", "g") +
                    flow("s", "g") + flow("g", "a") + flow("a", "g") + flow("s", "e")),
            "endless-circle");
        row("fork into itself",
            process(ends() + node("parallelGateway", "g") + node("task", "a") + node("task", "b") +
                    flow("s", "g") + flow("g", "a") + flow("g", "b") + flow("a", "g") +
                    flow("b", "g") + flow("s", "e")),
            "fork-into-itself");
        row("circle that changes nothing",
            process(ends() + node("task", "a") + "<bpmn:exclusiveGateway id=\"x\" default=\"d\"/>" +
                    flow("s", "a") + flow("a", "x") + flow("x", "a", "= again") +
                    "<bpmn:sequenceFlow id=\"d\" sourceRef=\"x\" targetRef=\"e\"/>"),
            "circle-without-change");
        row("circle without a way out",
            process(ends() + node("userTask", "a") + node("userTask", "b") + flow("s", "a") +
                    flow("a", "b") + flow("b", "a") + flow("s", "e")),
            "no-way-out");
        row("unreachable end",
            process(ends() + node("userTask", "a") + node("userTask", "b") +
                    node("endEvent", "e2") + flow("s", "a") + flow("a", "e") + flow("b", "e2") +
                    flow("b", "b")),
            "unreachable");
        row("broken condition", conditional("= a +"), "feel-syntax");
        row("unclosed text", conditional("= \"abc"), "feel-syntax");
        row("deep brackets",
            conditional("= " + QByteArray(5000, '(') + "1" + QByteArray(5000, ')')), "feel-syntax");
        row("deep lists", conditional("= " + QByteArray(5000, '[') + QByteArray(5000, ']')),
            "feel-syntax");
        row("long expression", conditional("= 1" + QByteArray("+1").repeated(20'000)),
            "expression-too-long");
        row("script language", conditional("while(true){}"), "not-feel");
        row("juel", conditional("${a == 1}"), "not-feel");
        row("nonsense duration", process(timer("timeDuration", "PT")), "timer");
        row("negative duration", process(timer("timeDuration", "-PT5S")), "timer");
        row("duration of ages", process(timer("timeDuration", "P99999999999Y")), "timer");
        row("nonsense cycle", process(timer("timeCycle", "R0/PT1S")), "timer");
        row("cycle of nothing", process(timer("timeCycle", "R/PT0S")), "timer");
        row("no such date", process(timer("timeDate", "2026-02-30T00:00:00")), "timer");
        row("negative quantity",
            process(ends() + "<bpmn:userTask id=\"a\" startQuantity=\"-1\"/>" + flow("s", "a") +
                    flow("a", "e")),
            "quantity");
        row("endless standard loop",
            process(ends() + node("userTask", "a", "<bpmn:standardLoopCharacteristics/>") +
                    flow("s", "a") + flow("a", "e")),
            "endless-loop");
        row("negative loop maximum",
            process(
                ends() +
                node("userTask", "a", "<bpmn:standardLoopCharacteristics loopMaximum=\"-1\"/>") +
                flow("s", "a") + flow("a", "e")),
            "loop-maximum");
        row("negative cardinality",
            process(ends() +
                    node("userTask", "a",
                         "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality "
                         "xsi:type=\"bpmn:tFormalExpression\">-5</bpmn:loopCardinality></"
                         "bpmn:multiInstanceLoopCharacteristics>") +
                    flow("s", "a") + flow("a", "e")),
            "no-cardinality");
        row("boundary of nothing",
            process(ends() + flow("s", "e") +
                    "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"zzz\"/>"),
            "dangling-reference");
        row("boundary of itself",
            process(ends() + flow("s", "e") + "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"b\"/>"),
            "wrong-reference");
        row("no effect",
            process(ends() + node("serviceTask", "a") + flow("s", "a") + flow("a", "e")),
            "effect-missing");
        row("no such form",
            process(ends() +
                    node("userTask", "a",
                         "<bpmn:extensionElements><zeebe:formDefinition "
                         "formId=\"x\"/></bpmn:extensionElements>") +
                    flow("s", "a") + flow("a", "e")),
            "form-missing");
        row("no such decision",
            process(ends() +
                    node("businessRuleTask", "a",
                         "<bpmn:extensionElements><zeebe:calledDecision decisionId=\"x\" "
                         "resultVariable=\"r\"/></bpmn:extensionElements>") +
                    flow("s", "a") + flow("a", "e")),
            "decision-missing");
        row("no such process",
            process(ends() + "<bpmn:callActivity id=\"a\" calledElement=\"Q\"/>" + flow("s", "a") +
                    flow("a", "e")),
            "call-missing");
        row("limit without clause",
            process(ends() +
                    node("userTask", "a",
                         "<bpmn:extensionElements><zeebe:properties><zeebe:property "
                         "name=\"tongban:legalLimit\" "
                         "value=\"20wd\"/></zeebe:properties></bpmn:extensionElements>") +
                    flow("s", "a") + flow("a", "e")),
            "limit-without-clause");
        row("nonsense limit",
            process(ends() +
                    node("userTask", "a",
                         "<bpmn:extensionElements><zeebe:properties><zeebe:property "
                         "name=\"tongban:limit\" "
                         "value=\"99999wd\"/></zeebe:properties></bpmn:extensionElements>") +
                    flow("s", "a") + flow("a", "e")),
            "limit");
        row("choreography",
            process("<bpmn:choreographyTask id=\"c\" initiatingParticipantRef=\"x\"/>"),
            "choreography");
        row("event gateway into a task",
            process(ends() + node("eventBasedGateway", "g") + node("task", "a") +
                    node("task", "b") + flow("s", "g") + flow("g", "a") + flow("g", "b") +
                    flow("a", "e") + flow("b", "e")),
            "event-gateway-target");
        QByteArray joins = ends();
        for (int i = 0; i < 40; ++i) {
            const QByteArray join = "j" + QByteArray::number(i);
            joins += node("inclusiveGateway", join) + flow(join, "e");
            for (int k = 0; k < 40; ++k)
                joins += flow("s", join);
        }
        row("1,600 joined flows", process(joins), "too-many-joins");
        QByteArray crowded = "<bpmn:task id=\"a\"";
        for (int i = 0; i < 20'000; ++i)
            crowded += " a" + QByteArray::number(i) + "=\"1\"";
        row("20,000 attributes", process(ends() + crowded + "/>"), "unreadable");
        row("calls itself",
            process(ends() + "<bpmn:callActivity id=\"c\" calledElement=\"P\"/>" + flow("s", "c") +
                    flow("c", "e")),
            "call-circle");
    }
    void isRefusedByName() {
        QFETCH(QByteArray, model);
        QFETCH(QString, code);
        const tongban::test::CpuClock clock;
        const Defects defects = check(Package::ofProcess(model));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QStringList codes;
        for (const Defect& defect : defects) {
            if (defect.level == Level::Refused)
                codes.append(defect.code);
        }
        QVERIFY2(codes.contains(code), qPrintable(codes.join(' ')));
        QVERIFY(!compile(Package::ofProcess(model)).has_value());
    }

    // Models that a check cannot refuse: the engine stops them and names why.
    void isStoppedAtRunTime_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& model, const char* code) {
            QTest::newRow(name) << model << QString::fromLatin1(code);
        };
        const QByteArray script =
            "<bpmn:scriptTask id=\"a\"><bpmn:extensionElements><zeebe:script expression=\"= if n = "
            "null then 1 else n + 1\" "
            "resultVariable=\"n\"/></bpmn:extensionElements></bpmn:scriptTask>";
        row("script circle",
            process(ends() + script + "<bpmn:exclusiveGateway id=\"x\" default=\"d\"/>" +
                    flow("s", "a") + flow("a", "x") + flow("x", "e", "= n &lt; 0") +
                    "<bpmn:sequenceFlow id=\"d\" sourceRef=\"x\" targetRef=\"a\"/>"),
            "runaway");
        const QByteArray multi =
            "<bpmn:userTask id=\"a\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality "
            "xsi:type=\"bpmn:tFormalExpression\">= "
            "1000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></"
            "bpmn:userTask>";
        row("a million instances", process(ends() + multi + flow("s", "a") + flow("a", "e")),
            "too-many-instances");
        row("recursive call",
            process(ends() + "<bpmn:callActivity id=\"c\" calledElement=\"P\"/>" +
                    "<bpmn:exclusiveGateway id=\"x\" default=\"d\"/>" + flow("s", "x") +
                    flow("x", "c", "= true") + flow("c", "e") +
                    "<bpmn:sequenceFlow id=\"d\" sourceRef=\"x\" targetRef=\"e\"/>"),
            "call-depth");
        row("missing variable",
            process(ends() + "<bpmn:exclusiveGateway id=\"x\"/>" + node("endEvent", "e2") +
                    flow("s", "x") + flow("x", "e", "= a") + flow("x", "e2", "= b")),
            "no-flow");
        row("no number",
            process(ends() +
                    "<bpmn:userTask "
                    "id=\"a\"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality "
                    "xsi:type=\"bpmn:tFormalExpression\">= "
                    "\"x\"</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></"
                    "bpmn:userTask>" +
                    flow("s", "a") + flow("a", "e")),
            "no-cardinality");
        row("endless for",
            process(ends() +
                    "<bpmn:scriptTask id=\"a\"><bpmn:extensionElements><zeebe:script "
                    "expression=\"= count(for i in 1..100000000 return i)\" "
                    "resultVariable=\"n\"/></bpmn:extensionElements></bpmn:scriptTask>" +
                    flow("s", "a") + flow("a", "e")),
            "script-null");
        row("regex bomb",
            process(ends() +
                    "<bpmn:scriptTask id=\"a\"><bpmn:extensionElements><zeebe:script "
                    "expression=\"= matches(&quot;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!&quot;, "
                    "&quot;^(a+)+$&quot;)\" "
                    "resultVariable=\"n\"/></bpmn:extensionElements></bpmn:scriptTask>" +
                    flow("s", "a") + flow("a", "e")),
            "script-null");
        row("cycle for ever", process(timer("timeCycle", "R/PT1S")), "timer");
        QByteArray forks = ends();
        for (int i = 0; i < 14; ++i) {
            const QByteArray from = i == 0 ? QByteArray("s") : "x" + QByteArray::number(i - 1);
            const QByteArray at = QByteArray::number(i);
            forks += node("parallelGateway", "p" + at) + node("exclusiveGateway", "x" + at) +
                     flow(from, "p" + at) + flow("p" + at, "x" + at) + flow("p" + at, "x" + at);
        }
        row("doubling forks", process(forks + flow("x13", "e")), "runaway");
    }
    void isStoppedAtRunTime() {
        QFETCH(QByteArray, model);
        QFETCH(QString, code);
        const tongban::test::CpuClock clock;
        const auto definition = compile(Package::ofProcess(model));
        QVERIFY2(definition.has_value(),
                 definition.has_value() ? "" : qPrintable(definition.error().detail));
        const auto events = decide(*definition, {}, Open{}, {});
        QVERIFY(events.has_value());
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        const Instance instance = fold(*events);
        QStringList codes;
        for (const Incident& incident : instance.incidents)
            codes.append(incident.code);
        QVERIFY2(codes.contains(code), qPrintable(codes.join(' ') + instance.outcome));
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
