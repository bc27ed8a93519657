// Random structured processes and random courses through them, for property tests.
#pragma once

#include "services/workflow/engine.h"

#include <QRandomGenerator>

namespace tongban::workflow::test {

// A process of nested blocks: steps, choices, parallel and inclusive parts, loops, repetitions,
// sub-processes with timers, messages, effects.
class RandomModel {
public:
    explicit RandomModel(quint32 seed)
        : m_random(seed) {}

    QByteArray bpmn() {
        const auto [first, last] = block(3);
        flow("start", first);
        flow(last, "end");
        return R"(<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t"><bpmn:message id="m" name="news"/><bpmn:process id="P" isExecutable="true"><bpmn:startEvent id="start"/><bpmn:endEvent id="end"/>)" +
               m_xml + "</bpmn:process></bpmn:definitions>";
    }

private:
    using Ends = std::pair<QByteArray, QByteArray>;

    QByteArray id(const char* prefix) { return prefix + QByteArray::number(++m_count); }
    int below(int limit) { return m_random.bounded(limit); }

    QByteArray flow(const QByteArray& from, const QByteArray& to,
                    const QByteArray& condition = {}) {
        const QByteArray name = id("f");
        m_xml += "<bpmn:sequenceFlow id=\"" + name + "\" sourceRef=\"" + from + "\" targetRef=\"" +
                 to + "\">";
        if (!condition.isEmpty())
            m_xml += "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition +
                     "</bpmn:conditionExpression>";
        m_xml += "</bpmn:sequenceFlow>";
        return name;
    }

    Ends step() {
        const QByteArray one = id("n");
        switch (below(6)) {
        case 0:
            m_xml += "<bpmn:serviceTask id=\"" + one +
                     "\"><bpmn:extensionElements><zeebe:taskDefinition "
                     "type=\"work\"/></bpmn:extensionElements></bpmn:serviceTask>";
            break;
        case 1:
            m_xml +=
                "<bpmn:scriptTask id=\"" + one +
                "\"><bpmn:extensionElements><zeebe:script expression=\"= if n = null then 1 else n "
                "+ 1\" resultVariable=\"n\"/></bpmn:extensionElements></bpmn:scriptTask>";
            break;
        case 2:
            m_xml +=
                "<bpmn:intermediateCatchEvent id=\"" + one +
                "\"><bpmn:messageEventDefinition messageRef=\"m\"/></bpmn:intermediateCatchEvent>";
            break;
        case 3:
            m_xml +=
                "<bpmn:userTask id=\"" + one +
                "\"><bpmn:multiInstanceLoopCharacteristics isSequential=\"" +
                QByteArray(below(2) ? "true" : "false") +
                "\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">" +
                QByteArray::number(below(3)) +
                "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>";
            break;
        default:
            m_xml += "<bpmn:userTask id=\"" + one +
                     "\"><bpmn:extensionElements><zeebe:properties><zeebe:property "
                     "name=\"tongban:milestone\" value=\"" +
                     one + "\"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask>";
            break;
        }
        return {one, one};
    }

    Ends sequence(int depth) {
        Ends whole = block(depth - 1);
        const int more = below(3);
        for (int i = 0; i < more; ++i) {
            const Ends next = block(depth - 1);
            flow(whole.second, next.first);
            whole.second = next.second;
        }
        return whole;
    }

    Ends split(int depth, const QByteArray& tag) {
        const QByteArray open = id("g");
        const QByteArray close = id("g");
        const bool chooses = tag != "parallelGateway";
        m_xml += "<bpmn:" + tag + " id=\"" + close + "\"/>";
        const int branches = 2 + below(2);
        QByteArray standard;
        for (int i = 0; i < branches; ++i) {
            const Ends branch = block(depth - 1);
            const QByteArray condition =
                chooses && i > 0 ? "= c" + QByteArray::number(below(4)) : QByteArray();
            const QByteArray name = flow(open, branch.first, condition);
            if (i == 0)
                standard = name;
            flow(branch.second, close);
        }
        m_xml += "<bpmn:" + tag + " id=\"" + open + "\"" +
                 (chooses ? " default=\"" + standard + "\"" : QByteArray()) + "/>";
        return {open, close};
    }

    Ends loop(int depth) {
        const QByteArray open = id("g");
        const QByteArray close = id("g");
        const QByteArray wait = id("n"); // something always waits in the circle
        m_xml += "<bpmn:exclusiveGateway id=\"" + open + "\"/><bpmn:userTask id=\"" + wait + "\"/>";
        const Ends body = block(depth - 1);
        flow(open, wait);
        flow(wait, body.first);
        flow(body.second, close);
        flow(close, open, "= c" + QByteArray::number(below(4)));
        const QByteArray after = id("n");
        m_xml += "<bpmn:task id=\"" + after + "\"/>";
        m_xml +=
            "<bpmn:exclusiveGateway id=\"" + close + "\" default=\"" + flow(close, after) + "\"/>";
        return {open, after};
    }

    Ends part(int depth) {
        const QByteArray sub = id("p");
        const QByteArray timer = id("b");
        const QByteArray merge = id("g");
        const QByteArray outside = std::exchange(m_xml, {});
        const QByteArray start = id("s");
        const QByteArray end = id("e");
        m_xml += "<bpmn:startEvent id=\"" + start + "\"/><bpmn:endEvent id=\"" + end + "\"/>";
        const Ends inner = block(depth - 1);
        flow(start, inner.first);
        flow(inner.second, end);
        const QByteArray inside = std::exchange(m_xml, outside);
        m_xml += "<bpmn:subProcess id=\"" + sub + "\">" + inside +
                 "</bpmn:subProcess><bpmn:boundaryEvent id=\"" + timer + "\" attachedToRef=\"" +
                 sub +
                 "\"><bpmn:timerEventDefinition><bpmn:timeDuration "
                 "xsi:type=\"bpmn:tFormalExpression\">PT" +
                 QByteArray::number(1 + below(5)) +
                 "H</bpmn:timeDuration></bpmn:timerEventDefinition></"
                 "bpmn:boundaryEvent><bpmn:exclusiveGateway id=\"" +
                 merge + "\"/>";
        flow(sub, merge);
        flow(timer, merge);
        return {sub, merge};
    }

    Ends block(int depth) {
        if (depth <= 0)
            return step();
        switch (below(8)) {
        case 0:
            return split(depth, "exclusiveGateway");
        case 1:
            return split(depth, "parallelGateway");
        case 2:
            return split(depth, "inclusiveGateway");
        case 3:
            return loop(depth);
        case 4:
            return part(depth);
        case 5:
            return step();
        default:
            return sequence(depth);
        }
    }

    QRandomGenerator m_random;
    QByteArray m_xml;
    int m_count = 0;
};

struct RandomCourse {
    Events journal;
    Instance instance;
};

// Up to `steps` commands that make sense, chosen at random; ends with the handover when asked.
inline RandomCourse randomCourse(const Definition& definition, quint32 seed, int steps,
                                 bool handOver = false) {
    QRandomGenerator random(seed);
    RandomCourse course;
    Occasion occasion{Instant(std::chrono::milliseconds(1'770'000'000'000)),
                      QStringLiteral("clerk")};
    const auto truths = [&random] {
        QJsonObject values;
        for (int i = 0; i < 4; ++i)
            values.insert(QStringLiteral("c%1").arg(i), random.bounded(3) == 0);
        return values;
    };
    const auto does = [&](const Command& command) {
        occasion.at += std::chrono::minutes(random.bounded(50));
        occasion.commandId = QStringLiteral("cmd-%1-%2").arg(seed).arg(course.instance.sequence);
        const auto events = decide(definition, course.instance, command, occasion);
        if (!events.has_value())
            return;
        for (const Event& event : *events)
            evolve(course.instance, event);
        course.journal += *events;
    };
    does(Open{{}, truths()});
    for (int i = 0; i < steps && course.instance.life != Life::Closed; ++i) {
        QList<Command> possible{FireTimers{}, Urge{QStringLiteral("please")}};
        for (const Active& one : std::as_const(course.instance.active)) {
            if (one.offered) {
                possible.append(Complete{one.key, truths()});
                possible.append(Complete{one.key, {}});
                if (one.assignee.isEmpty() && random.bounded(4) == 0)
                    possible.append(Claim{one.key});
            } else if (one.asked) {
                possible.append(Perform{one.key, {{QStringLiteral("r"), random.bounded(9)}}});
                possible.append(Fail{one.key, {}, QStringLiteral("no line")});
            }
        }
        for (const Wait& wait : std::as_const(course.instance.waits))
            possible.append(Deliver{wait.name, {}, {{QStringLiteral("got"), true}}});
        for (const Incident& incident : std::as_const(course.instance.incidents))
            possible.append(Free{incident.key, random.bounded(2) == 0, truths()});
        if (!course.instance.visits.isEmpty() && random.bounded(8) == 0)
            possible.append(
                Return{course.instance.visits
                           .at(random.bounded(static_cast<int>(course.instance.visits.size())))
                           .element,
                       QStringLiteral("again"),
                       {}});
        does(possible.at(random.bounded(static_cast<int>(possible.size()))));
    }
    if (handOver)
        does(HandOver{QStringLiteral("centre")});
    return course;
}

} // namespace tongban::workflow::test
