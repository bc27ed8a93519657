// What the elements mean: gateways, joins, boundary events, scopes, repetition, compensation
// (BPMN 2.0.2 §13).
#include "tests/unit/workflow/model_xml.h"

#include <QJsonArray>
#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;
using namespace tongban::workflow::test;
using namespace std::chrono_literals;

namespace {

const QByteArray ends = nodes("startEvent", "s") + nodes("endEvent", "e");

QByteArray many(const QByteArray& attributes, const QByteArray& inside) {
    return "<bpmn:multiInstanceLoopCharacteristics " + attributes + ">" + inside +
           "</bpmn:multiInstanceLoopCharacteristics>";
}

} // namespace

class TestPatterns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parallelBranchesMeet() {
        Course one(process(ends + nodes("parallelGateway", "f j") + nodes("userTask", "a b") +
                           flows("s f a j e") + flows("f b j")));
        QVERIFY(one.opens());
        QCOMPARE(one.here(), QString("a b"));
        QVERIFY(one.completes("a"));
        QCOMPARE(one.here(), QString("b"));
        QVERIFY(one.completes("b"));
        QCOMPARE(one.here(), QString("completed"));
    }

    // camunda#19464: entered twice on one flow; camunda#19460: after an error boundary event.
    void anInclusiveJoinLooksAtWhoCanStillCome() {
        Course one(process(ends + "<bpmn:inclusiveGateway id=\"f\" default=\"f_c\"/>" +
                           nodes("inclusiveGateway", "j") + nodes("userTask", "a b c last") +
                           boundary("t", "a", timer("PT1H")) + flows("s f") +
                           when("f", "a", "= x") + when("f", "b", "= y") + flows("f c j last e") +
                           flows("a j") + flows("b j") + nodes("endEvent", "gone") +
                           flows("t gone")));
        QVERIFY(one.opens({{"x", true}, {"y", true}}));
        QCOMPARE(one.here(), QString("a b"));
        QVERIFY(one.completes("b"));
        QCOMPARE(one.here(), QString("a"));
        QVERIFY(one.passes(2h)); // the other token dies; the join is asked again
        QCOMPARE(one.here(), QString("last"));
    }

    void aTokenThatWaitsForEverIsNamed() {
        Course one(process(ends + "<bpmn:exclusiveGateway id=\"f\" default=\"f_a\"/>" +
                           nodes("parallelGateway", "j") + nodes("userTask", "a b") +
                           flows("s f a j e") + when("f", "b", "= false") + flows("b j")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("a"));
        QCOMPARE(one.incidents(), QString("deadlock"));
        QVERIFY(one.does(Cancel{"stuck"}));
        QCOMPARE(one.here(), QString("cancelled"));
    }

    void theFirstEventWins() {
        const QByteArray message = "<bpmn:message id=\"m\" name=\"paid\"/>";
        Course one(process(ends + nodes("eventBasedGateway", "g") +
                               node("intermediateCatchEvent", "c1",
                                    "<bpmn:messageEventDefinition messageRef=\"m\"/>") +
                               node("intermediateCatchEvent", "c2", timer("PT3H")) +
                               nodes("userTask", "a b") + flows("s g c1 a e") + flows("g c2 b e"),
                           message));
        QVERIFY(one.opens());
        QVERIFY(!one.passes(1h));
        QVERIFY(one.does(Deliver{"paid", {}, {{"sum", 5}}}));
        QCOMPARE(one.here(), QString("a"));
        QCOMPARE(one.variable("sum").toInt(), 5);
        QVERIFY(one.instance.timers.isEmpty());
        QVERIFY(!one.does(Deliver{"paid", {}, {}}));
    }

    void messagesFindTheirCase() {
        const QByteArray message =
            "<bpmn:message id=\"m\" name=\"paid\"><bpmn:extensionElements><zeebe:subscription "
            "correlationKey=\"= order\"/></bpmn:extensionElements></bpmn:message>";
        Course one(process(ends + node("receiveTask", "r", {}, "messageRef=\"m\"") + flows("s r e"),
                           message));
        QVERIFY(one.opens({{"order", "A7"}}));
        QVERIFY(!one.does(Deliver{"paid", "B8", {}}));
        QVERIFY(one.does(Deliver{"paid", "A7", {}}));
        QCOMPARE(one.here(), QString("completed"));
    }

    void boundaryTimersInterruptOrNot() {
        Course one(process(
            ends + nodes("userTask", "a late reminded") + boundary("hard", "a", timer("PT5H")) +
            boundary("soft", "a", timer("PT2H"), false) + nodes("endEvent", "e2 e3") +
            flows("s a e") + flows("hard late e2") + flows("soft reminded e3")));
        QVERIFY(one.opens());
        QVERIFY(one.passes(3h));
        QCOMPARE(one.here(), QString("a reminded"));
        QVERIFY(one.passes(3h));
        QCOMPARE(one.here(), QString("late reminded"));
    }

    void errorsFindTheNearestCatcher() {
        const QByteArray errors =
            "<bpmn:error id=\"E1\" errorCode=\"bad\"/><bpmn:error id=\"E2\" errorCode=\"worse\"/>";
        const QByteArray work = node(
            "serviceTask", "w",
            "<bpmn:extensionElements><zeebe:taskDefinition type=\"x\"/></bpmn:extensionElements>");
        const QByteArray model = process(
            ends +
                node("subProcess", "p",
                     nodes("startEvent", "s2") + nodes("endEvent", "e2") + work +
                         boundary("b1", "w", "<bpmn:errorEventDefinition errorRef=\"E1\"/>") +
                         nodes("userTask", "inner") + nodes("endEvent", "e4") + flows("s2 w e2") +
                         flows("b1 inner e4")) +
                boundary("b2", "p", "<bpmn:errorEventDefinition/>") + nodes("userTask", "outer") +
                nodes("endEvent", "e3") + flows("s p e") + flows("b2 outer e3"),
            errors);
        for (const auto& [code, where] : {std::pair("bad", "inner p"), std::pair("worse", "outer"),
                                          std::pair("unknown", "outer")}) {
            Course one(model);
            QVERIFY(one.opens());
            QVERIFY(one.does(Fail{one.keyOf("w"), code, "why"}));
            QCOMPARE(one.here(), QString(where));
        }
        Course tired(model);
        QVERIFY(tired.opens());
        for (int i = 0; i < 3; ++i)
            QVERIFY(tired.does(Fail{tired.keyOf("w"), {}, "no line"}));
        QCOMPARE(tired.incidents(), QString("effect-failed"));
        QVERIFY(tired.does(Free{tired.instance.incidents.first().key, false, {}}));
        QVERIFY(tired.does(Perform{tired.keyOf("w"), {}}));
        QCOMPARE(tired.here(), QString("completed"));
    }

    void eventSubProcessesTakeOverOrRunBeside() {
        const QByteArray signal = "<bpmn:signal id=\"g\" name=\"stop\"/>";
        for (const bool interrupting : {true, false}) {
            const QByteArray sub =
                node("subProcess", "v",
                     node("startEvent", "s2", "<bpmn:signalEventDefinition signalRef=\"g\"/>",
                          interrupting ? "isInterrupting=\"true\"" : "isInterrupting=\"false\"") +
                         nodes("userTask", "x") + nodes("endEvent", "e2") + flows("s2 x e2"),
                     "triggeredByEvent=\"true\"");
            Course one(process(ends + nodes("userTask", "a") + sub + flows("s a e"), signal));
            QVERIFY(one.opens());
            QVERIFY(one.does(Broadcast{"stop", {}}));
            QCOMPARE(one.here(), interrupting ? QString("v x") : QString("a v x"));
            QVERIFY(one.completes("x"));
            QCOMPARE(one.here(), interrupting ? QString("completed") : QString("a"));
        }
    }

    void terminateEndsItsScopeOnly() {
        Course one(process(ends +
                           node("subProcess", "p",
                                nodes("startEvent", "s2") + nodes("parallelGateway", "f") +
                                    nodes("userTask", "a b") + nodes("endEvent", "e2") +
                                    node("endEvent", "stop", "<bpmn:terminateEventDefinition/>") +
                                    flows("s2 f a e2") + flows("f b stop")) +
                           nodes("userTask", "after") + flows("s p after e")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("b"));
        QCOMPARE(one.here(), QString("after"));
    }

    void compensationUndoesTheLatestFirst() {
        const auto undo = [](const QByteArray& host) {
            return boundary("b" + host, host, "<bpmn:compensateEventDefinition/>") +
                   node("userTask", "undo" + host, {}, "isForCompensation=\"true\"") +
                   "<bpmn:association id=\"as" + host + "\" sourceRef=\"b" + host +
                   "\" targetRef=\"undo" + host + "\"/>";
        };
        Course one(
            process(ends + nodes("userTask", "a b c") + undo("a") + undo("b") +
                    node("intermediateThrowEvent", "t", "<bpmn:compensateEventDefinition/>") +
                    nodes("userTask", "after") + flows("s a b t after e") +
                    nodes("endEvent", "e2") + flows("s c e2")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("a"));
        QVERIFY(one.completes("b"));
        QCOMPARE(one.here(), QString("c t undoa undob"));
        QVERIFY(one.keyOf("undob") < one.keyOf("undoa"));
        QVERIFY(one.completes("undoa"));
        QVERIFY(one.completes("undob"));
        QCOMPARE(one.here(), QString("after c"));
    }

    void aCancelledTransactionIsUndone() {
        Course one(process(
            ends +
            node("transaction", "t",
                 nodes("startEvent", "s2") + nodes("userTask", "a b") +
                     boundary("ba", "a", "<bpmn:compensateEventDefinition/>") +
                     node("userTask", "undo", {}, "isForCompensation=\"true\"") +
                     "<bpmn:association id=\"x\" sourceRef=\"ba\" targetRef=\"undo\"/>" +
                     node("endEvent", "no", "<bpmn:cancelEventDefinition/>") + flows("s2 a b no")) +
            boundary("c", "t", "<bpmn:cancelEventDefinition/>") + nodes("userTask", "sorry") +
            nodes("endEvent", "e2") + flows("s t e") + flows("c sorry e2")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("a"));
        QVERIFY(one.completes("b"));
        QCOMPARE(one.here(), QString("t undo"));
        QVERIFY(one.completes("undo"));
        QCOMPARE(one.here(), QString("sorry"));
    }

    void listsAreWorkedThrough() {
        const QByteArray loop =
            "<bpmn:extensionElements><zeebe:loopCharacteristics inputCollection=\"= people\" "
            "inputElement=\"who\" outputCollection=\"votes\" outputElement=\"= "
            "yes\"/></bpmn:extensionElements>";
        for (const QByteArray& sequential : {QByteArray("true"), QByteArray("false")}) {
            Course one(process(
                ends + node("userTask", "a", many("isSequential=\"" + sequential + "\"", loop)) +
                flows("s a e") + nodes("userTask", "z") + nodes("endEvent", "e2") +
                flows("s z e2")));
            QVERIFY(one.opens({{"people", QJsonArray{"x", "y", "z"}}}));
            for (int i = 0; i < 3; ++i) {
                QCOMPARE(one.instance.variable("who", one.keyOf("a")).toString(),
                         QString(QChar('x' + i)));
                QVERIFY(one.completes("a", {{"yes", i != 1}}));
            }
            QCOMPARE(one.here(), QString("z"));
            QCOMPARE(one.variable("votes").toArray(), (QJsonArray{true, false, true}));
        }
    }

    void countersigningEndsEarlyAndGrows() {
        const QByteArray loop =
            "<bpmn:extensionElements><zeebe:loopCharacteristics inputCollection=\"= people\" "
            "inputElement=\"who\"/></bpmn:extensionElements>";
        Course one(process(ends + node("userTask", "a", facts("countersign=2") + many({}, loop)) +
                           flows("s a e")));
        QVERIFY(one.opens({{"people", QJsonArray{"x", "y", "z"}}}));
        QVERIFY(one.completes("a"));
        QVERIFY(one.completes("a"));
        QCOMPARE(one.here(), QString("completed"));
        Course all(process(ends + node("userTask", "a", many({}, loop)) + flows("s a e")));
        QVERIFY(all.opens({{"people", QJsonArray{"x", "y"}}}));
        QVERIFY(all.does(Countersign{all.keyOf("a"), {"w"}, {"x"}}));
        QCOMPARE(all.here(), QString("a a a"));
        QVERIFY(all.completes("a"));
        QVERIFY(all.completes("a"));
        QCOMPARE(all.here(), QString("completed"));
    }

    void loopsRunWhileTheirConditionHolds() {
        const QByteArray loop =
            "<bpmn:standardLoopCharacteristics testBefore=\"false\"><bpmn:loopCondition "
            "xsi:type=\"bpmn:tFormalExpression\">= n &lt; "
            "3</bpmn:loopCondition></bpmn:standardLoopCharacteristics>";
        Course one(process(ends + node("userTask", "a", loop) + flows("s a e")));
        QVERIFY(one.opens({{"n", 1}}));
        QVERIFY(one.completes("a", {{"n", 2}}));
        QCOMPARE(one.here(), QString("a a"));
        QVERIFY(one.completes("a", {{"n", 3}}));
        QCOMPARE(one.here(), QString("completed"));
    }

    void aClerkChoosesInspections() {
        const QByteArray adHoc = "<bpmn:extensionElements><zeebe:adHoc/></bpmn:extensionElements>";
        Course one(process(ends +
                           node("adHocSubProcess", "h", adHoc + nodes("userTask", "fire food")) +
                           flows("s h e")));
        QVERIFY(one.opens());
        QCOMPARE(one.here(), QString("h"));
        QVERIFY(one.does(Activate{one.keyOf("h"), {"food"}}));
        QVERIFY(!one.does(Activate{one.keyOf("h"), {"e"}}));
        QVERIFY(one.completes("food"));
        QCOMPARE(one.here(), QString("h"));
        QVERIFY(one.does(Finish{one.keyOf("h")}));
        QCOMPARE(one.here(), QString("completed"));
    }

    void calledProcessesRunInside() {
        const QByteArray called = "<bpmn:process id=\"Q\">" + nodes("startEvent", "qs") +
                                  nodes("userTask", "qa") + nodes("endEvent", "qe") +
                                  flows("qs qa qe") + "</bpmn:process>";
        Course one(process(
            ends + node("callActivity", "c", {}, "calledElement=\"Q\"") + flows("s c e"), called));
        QVERIFY(one.opens());
        QCOMPARE(one.here(), QString("c qa"));
        QVERIFY(one.completes("qa", {{"r", 1}}));
        QCOMPARE(one.here(), QString("completed"));
        QCOMPARE(one.variable("r").toInt(), 1);
    }

    void tokensAreCounted() {
        Course one(process(ends + node("userTask", "a", {}, "completionQuantity=\"2\"") +
                           node("userTask", "b", {}, "startQuantity=\"2\"") + flows("s a b e")));
        QVERIFY(one.opens());
        QVERIFY(one.completes("a"));
        QCOMPARE(one.here(), QString("b"));
    }
};

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
