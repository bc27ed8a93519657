// How tokens move: flows, gateways and joins (BPMN 2.0.2 §13.3, §13.4).
#include "services/workflow/run.h"

#include <QJsonArray>

namespace tongban::workflow {

void Run::take(int flow, quint32 scope) {
    m_tokens.push_back({Token::Arrive, m_definition.flow(flow).to, flow, scope});
}

void Run::arrive(const Token& token) {
    const Element& element = at(token.element);
    if (isActivity(element.kind)) {
        const int quantity = element.activity().startQuantity;
        if (quantity < 2)
            return enterActivity(token.element, token.flow, token.scope);
        emit(make(EventKind::Waited, token.element, token.scope, token.flow));
        QJsonArray flows;
        for (const Arrival& arrival : m_state.arrivals) {
            for (quint32 i = 0;
                 arrival.element == element.id && arrival.scope == token.scope && i < arrival.count;
                 ++i)
                flows.append(arrival.flow);
        }
        if (flows.size() < quantity)
            return ends(token.scope);
        while (flows.size() > quantity)
            flows.removeLast();
        Event merged = make(EventKind::Merged, token.element, token.scope);
        merged.data.insert(QStringLiteral("flows"), flows);
        emit(std::move(merged));
        return enterActivity(token.element, -1, token.scope);
    }
    if (isGateway(element.kind))
        return passGateway(token.element, token.flow, token.scope);
    switch (element.kind) {
    case Kind::CatchEvent:
        return enterCatch(token.element, token.flow, token.scope);
    case Kind::ThrowEvent:
    case Kind::EndEvent:
        return enterEnd(token.element, token.flow, token.scope);
    default:
        return passStart(token.element, token.scope);
    }
}

// The outgoing flows whose condition is true; the default flow if none is. Flows without a
// condition always count, except at an exclusive gateway, where the first true one wins. False with
// a reason when a condition is null.
bool Run::chooseFlows(int element, quint32 scope, QList<int>& chosen, QString& why) const {
    const Element& from = at(element);
    const bool exclusive = from.kind == Kind::ExclusiveGateway;
    const bool parallel = from.kind == Kind::ParallelGateway || from.kind == Kind::EventGateway;
    bool anyTrue = false;
    for (const int index : from.out) {
        const Flow& flow = m_definition.flow(index);
        if (index == from.defaultFlow && !parallel)
            continue;
        if (!flow.conditional || parallel || isEvent(from.kind)) {
            chosen.append(index);
            anyTrue = anyTrue || isGateway(from.kind);
        } else {
            const std::optional<bool> holds = truth(flow.condition, scope, {}, why);
            if (!holds) {
                why = QStringLiteral("flow %1: %2").arg(flow.id, why);
                return false;
            }
            if (*holds) {
                chosen.append(index);
                anyTrue = true;
            }
        }
        if (exclusive && !chosen.isEmpty())
            return true;
    }
    if (!anyTrue && from.defaultFlow >= 0)
        chosen.append(from.defaultFlow);
    if (chosen.isEmpty() && !from.out.isEmpty()) {
        why = QStringLiteral("no outgoing flow of %1 is open and there is no default").arg(from.id);
        return false;
    }
    return true;
}

void Run::leave(int element, quint32 scope) {
    const Element& from = at(element);
    if (from.linkTarget >= 0)
        return m_tokens.push_back({Token::Arrive, from.linkTarget, -1, scope});
    if (from.out.isEmpty())
        return ends(scope);
    QList<int> chosen;
    QString why;
    if (!chooseFlows(element, scope, chosen, why))
        return stuck(element, -1, scope, 0, "no-flow", why);
    const int times =
        std::min(from.activity().completionQuantity, m_definition.limits().instancesOfOneActivity);
    for (int i = 0; i < times; ++i) {
        for (const int flow : std::as_const(chosen))
            take(flow, scope);
    }
}

void Run::passGateway(int element, int flow, quint32 scope) {
    const Element& gateway = at(element);
    if (gateway.kind == Kind::EventGateway)
        return enterEventGateway(element, flow, scope);
    if (gateway.in.size() > 1 && flow >= 0) {
        if (gateway.kind == Kind::ParallelGateway)
            return joinParallel(element, flow, scope);
        if (gateway.kind == Kind::InclusiveGateway || gateway.kind == Kind::ComplexGateway)
            return joinLater(element, flow, scope);
    }
    QList<int> chosen;
    QString why;
    if (!chooseFlows(element, scope, chosen, why))
        return stuck(element, flow, scope, 0, "no-flow", why);
    passThrough(element, flow, scope, {});
    for (const int one : std::as_const(chosen))
        take(one, scope);
    if (chosen.isEmpty())
        ends(scope);
}

void Run::joinParallel(int element, int flow, quint32 scope) {
    const Element& gateway = at(element);
    emit(make(EventKind::Waited, element, scope, flow));
    QJsonArray flows;
    for (const int in : gateway.in) {
        const QString& id = m_definition.flow(in).id;
        for (const Arrival& arrival : m_state.arrivals) {
            if (arrival.element == gateway.id && arrival.scope == scope && arrival.flow == id) {
                flows.append(id);
                break;
            }
        }
    }
    if (flows.size() < gateway.in.size())
        return ends(scope); // the last token of a scope may be this one: a deadlock
    Event merged = make(EventKind::Merged, element, scope);
    merged.data.insert(QStringLiteral("flows"), flows);
    emit(std::move(merged));
    leave(element, scope);
}

void Run::joinLater(int element, int flow, quint32 scope) {
    emit(make(EventKind::Waited, element, scope, flow));
    ends(scope);
}

// Whether a token that is elsewhere in the scope can still come in by a flow on which nothing
// waits, without it being able to come by a flow on which something waits (BPMN 2.0.2 §13.4.3).
bool Run::canStillArrive(int element, quint32 scope) const {
    const Element& gateway = at(element);
    QList<qsizetype> filled;
    QList<qsizetype> empty;
    for (qsizetype i = 0; i < gateway.in.size(); ++i) {
        const QString& id = m_definition.flow(gateway.in.at(i)).id;
        bool waits = false;
        for (const Arrival& arrival : m_state.arrivals)
            waits = waits ||
                    (arrival.element == gateway.id && arrival.scope == scope && arrival.flow == id);
        (waits ? filled : empty).append(i);
    }
    const auto blocks = [&](const QString& where) {
        const int node = m_definition.indexOf(where);
        if (node < 0 || node == element)
            return false;
        const auto reaches = [node](const std::vector<std::vector<bool>>& reaching,
                                    const QList<qsizetype>& flows) {
            for (const qsizetype i : flows) {
                if (reaching[static_cast<size_t>(i)][static_cast<size_t>(node)])
                    return true;
            }
            return false;
        };
        return reaches(gateway.reaching, empty) && !reaches(gateway.reachingItself, filled);
    };
    for (const Active& one : m_state.active) {
        if (one.scope == scope && one.role != Active::Handler && blocks(one.element))
            return true;
    }
    for (const Arrival& arrival : m_state.arrivals) {
        if (arrival.scope == scope && !arrival.flow.isEmpty() && blocks(arrival.element))
            return true;
    }
    return false;
}

bool Run::tryInclusive(int element, quint32 scope) {
    if (canStillArrive(element, scope))
        return false;
    const Element& gateway = at(element);
    QList<int> chosen;
    QString why;
    for (const Incident& incident : m_state.incidents) {
        if (incident.scope == scope && incident.element == gateway.id)
            return false;
    }
    if (!chooseFlows(element, scope, chosen, why)) {
        stuck(element, -1, scope, 0, "no-flow", why);
        return true;
    }
    QJsonArray flows;
    for (const Arrival& arrival : m_state.arrivals) {
        if (arrival.element == gateway.id && arrival.scope == scope)
            flows.append(arrival.flow);
    }
    Event merged = make(EventKind::Merged, element, scope);
    merged.data.insert(QStringLiteral("flows"), flows);
    emit(std::move(merged));
    for (const int flow : std::as_const(chosen))
        take(flow, scope);
    if (chosen.isEmpty())
        ends(scope);
    return true;
}

// A complex join fires once its activation condition holds, then swallows what still comes until
// nothing more can come, and is reset (BPMN 2.0.2 §13.4.5, waitingForStart).
bool Run::tryComplex(int element, quint32 scope) {
    const Element& gateway = at(element);
    QJsonArray flows;
    bool fired = false;
    int count = 0;
    for (const Arrival& arrival : m_state.arrivals) {
        if (arrival.element != gateway.id || arrival.scope != scope)
            continue;
        fired = fired || arrival.flow.isEmpty();
        if (!arrival.flow.isEmpty()) {
            flows.append(arrival.flow);
            count += static_cast<int>(arrival.count);
        }
    }
    const bool more = canStillArrive(element, scope);
    if (fired) {
        if (more)
            return false;
        Event reset = make(EventKind::Merged, element, scope);
        reset.reason = QStringLiteral("reset");
        emit(std::move(reset));
        ends(scope);
        return true;
    }
    QString why;
    std::optional<bool> active = !more;
    if (!gateway.activation.isEmpty())
        active =
            truth(gateway.activation, scope, {{QStringLiteral("activationCount"), count}}, why);
    QList<int> chosen;
    if (active.value_or(false) && !chooseFlows(element, scope, chosen, why))
        active.reset();
    if (!active) {
        for (const Incident& incident : m_state.incidents) {
            if (incident.scope == scope && incident.element == gateway.id)
                return false;
        }
        stuck(element, -1, scope, 0, "no-flow", why);
        return true;
    }
    if (!*active)
        return false;
    Event merged = make(EventKind::Merged, element, scope);
    merged.data.insert(QStringLiteral("flows"), flows);
    merged.reason = QStringLiteral("fired");
    emit(std::move(merged));
    for (const int flow : std::as_const(chosen))
        take(flow, scope);
    ends(scope);
    return true;
}

void Run::enterEventGateway(int element, int flow, quint32 scope) {
    const quint32 key = emit(make(EventKind::Entered, element, scope, flow));
    for (const int out : at(element).out) {
        const int target = m_definition.flow(out).to;
        if (at(target).kind == Kind::ReceiveTask)
            arm(target, at(target).activity().message, key);
        for (const TriggerRule& rule : at(target).triggers)
            arm(target, rule, key);
        if (!m_state.has(key))
            return; // a condition was true already
    }
}

} // namespace tongban::workflow
