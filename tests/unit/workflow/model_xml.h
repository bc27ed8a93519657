// Small models as XML, and a case that is driven step by step.
#pragma once

#include "services/workflow/engine.h"

namespace tongban::workflow::test {

inline QByteArray process(const QByteArray& inside, const QByteArray& more = {},
                          const QByteArray& id = "P") {
    return R"(<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">)" +
           more + "<bpmn:process id=\"" + id + "\" isExecutable=\"true\">" + inside +
           "</bpmn:process></bpmn:definitions>";
}

// flows("s a b e") joins them in a line.
inline QByteArray flows(const QByteArray& line) {
    QByteArray xml;
    const QList<QByteArray> ids = line.split(' ');
    for (qsizetype i = 1; i < ids.size(); ++i)
        xml += "<bpmn:sequenceFlow id=\"" + ids.at(i - 1) + "_" + ids.at(i) + "\" sourceRef=\"" +
               ids.at(i - 1) + "\" targetRef=\"" + ids.at(i) + "\"/>";
    return xml;
}

inline QByteArray when(const QByteArray& from, const QByteArray& to, const QByteArray& condition) {
    return "<bpmn:sequenceFlow id=\"" + from + "_" + to + "\" sourceRef=\"" + from +
           "\" targetRef=\"" + to +
           "\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition +
           "</bpmn:conditionExpression></bpmn:sequenceFlow>";
}

// nodes("startEvent", "s t u"): empty elements.
inline QByteArray nodes(const QByteArray& tag, const QByteArray& ids) {
    QByteArray xml;
    for (const QByteArray& id : ids.split(' '))
        xml += "<bpmn:" + tag + " id=\"" + id + "\"/>";
    return xml;
}

inline QByteArray node(const QByteArray& tag, const QByteArray& id, const QByteArray& inside,
                       const QByteArray& attributes = {}) {
    return "<bpmn:" + tag + " id=\"" + id + "\" " + attributes + ">" + inside + "</bpmn:" + tag +
           ">";
}

inline QByteArray boundary(const QByteArray& id, const QByteArray& host,
                           const QByteArray& definition, bool interrupting = true) {
    return node("boundaryEvent", id, definition,
                "attachedToRef=\"" + host + "\"" +
                    (interrupting ? QByteArray() : QByteArray(" cancelActivity=\"false\"")));
}

inline QByteArray timer(const QByteArray& duration) {
    return "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">" +
           duration + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
}

inline QByteArray facts(const QByteArray& nameValues) {
    QByteArray xml = "<bpmn:extensionElements><zeebe:properties>";
    for (const QByteArray& pair : nameValues.split(';'))
        xml += "<zeebe:property name=\"tongban:" + pair.left(pair.indexOf('=')) + "\" value=\"" +
               pair.mid(pair.indexOf('=') + 1) + "\"/>";
    return xml + "</zeebe:properties></bpmn:extensionElements>";
}

// A case and everything that happens to it.
class Course {
public:
    explicit Course(const QByteArray& bpmn, const WorkCalendar* calendar = nullptr) {
        auto compiled = compile(Package::ofProcess(bpmn));
        if (!compiled.has_value())
            qFatal("%s", qPrintable(compiled.error().detail));
        definition = std::move(compiled).value();
        occasion.at =
            Instant(std::chrono::milliseconds(1'770'868'800'000)); // 2026-02-12 12:00 in China
        occasion.calendar = calendar;
    }

    // Whether the command was accepted; `why` holds the refusal.
    bool does(const Command& command) {
        auto events = decide(definition, instance, command, occasion);
        why = events.has_value() ? QString() : events.error().detail;
        if (!events.has_value())
            return false;
        for (const Event& event : *events)
            evolve(instance, event);
        journal += *events;
        return true;
    }
    bool opens(const QJsonObject& variables = {}) { return does(Open{{}, variables}); }
    bool completes(const QString& element, const QJsonObject& answers = {}) {
        return does(Complete{keyOf(element), answers});
    }
    bool passes(std::chrono::hours hours) {
        occasion.at += hours;
        return does(FireTimers{});
    }

    quint32 keyOf(const QString& element) const {
        for (const Active& one : instance.active) {
            if (one.element == element && one.role != Active::Body)
                return one.key;
        }
        return 0;
    }
    // What is active, sorted, without the case itself.
    QString here() const {
        QStringList ids;
        for (const Active& one : instance.active) {
            if (one.key != 1)
                ids.append(one.element);
        }
        ids.sort();
        return instance.life == Life::Closed ? instance.outcome : ids.join(QLatin1Char(' '));
    }
    QString incidents() const {
        QStringList codes;
        for (const Incident& incident : instance.incidents)
            codes.append(incident.code);
        return codes.join(QLatin1Char(' '));
    }
    QJsonValue variable(const QString& name) const { return instance.variable(name); }

    Definition definition;
    Instance instance;
    Events journal;
    Occasion occasion;
    QString why;
};

} // namespace tongban::workflow::test
