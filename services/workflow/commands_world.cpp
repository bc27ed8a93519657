// Commands of the outside world: effects done or failed, messages, signals, time; and ad-hoc
// choices.
#include "services/workflow/run.h"

#include <algorithm>

namespace tongban::workflow {

Result<void> Run::perform(const Perform& command) {
    const Active* step = find(command.key);
    if (step == nullptr || !step->asked)
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("no effect %1 is wanted").arg(command.key));
    const Active gone = *step;
    const int element = indexOf(gone);
    const ActivityDetail& detail = at(element).activity();
    QJsonObject mapped;
    for (const Mapping& output : detail.outputs)
        mapped.insert(output.target, evaluate(output.source, command.key, command.outputs).value);
    QJsonObject inner;
    if (gone.role == Active::Inner && !detail.repetition.outputElement.isEmpty())
        inner.insert(QStringLiteral("value"),
                     evaluate(detail.repetition.outputElement, command.key, command.outputs).value);
    Event event = make(EventKind::Performed, element, detail.outputs.isEmpty() ? gone.scope : 0);
    event.key = command.key;
    event.data = command.outputs;
    if (gone.role != Active::Inner)
        event.reason = compensableMark(element, command.key);
    emit(std::move(event));
    m_dirty = m_dirty || !command.outputs.isEmpty();
    set(gone.scope, mapped);
    clocksOnLeave(at(element));
    if (gone.role == Active::Inner)
        innerDone(gone.scope, gone.loop, inner);
    else
        afterLeaving(element, gone);
    return {};
}

// With an error code it is a business error that travels outwards; without one the effect is tried
// again by the host until its retries are used up, then a person has to look.
Result<void> Run::perform(const Fail& command) {
    const Active* step = find(command.key);
    if (step == nullptr || !(step->asked || step->offered))
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("no effect %1 is wanted").arg(command.key));
    const int element = indexOf(*step);
    const quint32 scope = step->scope;
    Event event = make(EventKind::Failed, element, 0);
    event.key = command.key;
    event.name = command.error;
    event.reason = command.reason;
    emit(std::move(event));
    if (!command.error.isEmpty())
        throwError(command.error, command.key, command.reason);
    else if (find(command.key)->failures >= at(element).activity().retries)
        stuck(element, -1, scope, command.key, "effect-failed", command.reason);
    return {};
}

Result<void> Run::perform(const Deliver& command) {
    const QList<Wait> waits = m_state.waits;
    for (const Wait& wait : waits) {
        if (wait.as != QLatin1String("message") || wait.name != command.message ||
            (!wait.correlation.isEmpty() && wait.correlation != command.correlation))
            continue;
        const int catching = m_definition.indexOf(wait.element);
        const bool maps = catching >= 0 && !at(catching).activity().outputs.isEmpty();
        Event correlated = make(EventKind::Correlated, catching, maps ? 0 : wait.owner);
        correlated.name = command.message;
        correlated.data.insert(QStringLiteral("as"), QStringLiteral("message"));
        if (!command.correlation.isEmpty())
            correlated.data.insert(QStringLiteral("correlation"), command.correlation);
        if (!command.payload.isEmpty())
            correlated.data.insert(QStringLiteral("payload"), command.payload);
        emit(std::move(correlated));
        m_dirty = m_dirty || !command.payload.isEmpty();
        if (catching >= 0)
            caught(catching, wait.owner, wait.key, command.payload);
        return {}; // a message is for one receiver
    }
    return tongban::fail(FaultKind::NotFound,
                         QStringLiteral("nobody waits for “%1”").arg(command.message));
}

Result<void> Run::perform(const Broadcast& command) {
    if (!signal(command.signal, command.payload))
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("nobody waits for “%1”").arg(command.signal));
    return {};
}

// Every timer due by now, the earliest first; what one sets free may arm or cancel the next.
Result<void> Run::perform(const FireTimers&) {
    int fired = 0;
    while (!m_stopped && m_state.life == Life::Open) {
        const Timer* next = nullptr;
        for (const Timer& timer : std::as_const(m_state.timers)) {
            if (timer.due <= m_occasion.at && (next == nullptr || timer.due < next->due))
                next = &timer;
        }
        if (next == nullptr)
            break;
        const Timer timer = *next;
        if (++fired > m_definition.limits().entriesOfOneElement) {
            stuck(m_definition.indexOf(timer.element), -1, 1, 0, "runaway",
                  QStringLiteral("a timer fires too often"));
            break;
        }
        fireTimer(timer);
        settle();
    }
    if (fired == 0)
        return tongban::fail(FaultKind::NotFound, QStringLiteral("no timer is due"));
    return {};
}

Result<void> Run::perform(const Activate& command) {
    const Active* scope = find(command.key);
    const int element = scope != nullptr ? indexOf(*scope) : -1;
    if (element < 0 || at(element).kind != Kind::AdHocSubProcess)
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("%1 is no ad-hoc sub-process").arg(command.key));
    QStringList known;
    for (const QString& id : command.elements) {
        const int inner = m_definition.indexOf(id);
        if (inner < 0 || at(inner).scope != element)
            return tongban::fail(FaultKind::NotFound,
                                 QStringLiteral("“%1” is not in %2").arg(id, at(element).id));
        known.append(id);
    }
    if (known.isEmpty())
        return tongban::fail(FaultKind::Invalid, QStringLiteral("nothing to start"));
    Event event = make(EventKind::Set, element, 0);
    event.key = command.key;
    event.name = QStringLiteral("activated");
    event.reason = known.join(QLatin1Char(','));
    emit(std::move(event));
    for (const QString& id : std::as_const(known))
        m_tokens.push_back({Token::Arrive, m_definition.indexOf(id), -1, command.key});
    return {};
}

Result<void> Run::perform(const Finish& command) {
    const Active* scope = find(command.key);
    const int element = scope != nullptr ? indexOf(*scope) : -1;
    if (element < 0 || at(element).kind != Kind::AdHocSubProcess)
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("%1 is no ad-hoc sub-process").arg(command.key));
    Event event = make(EventKind::Set, element, 0);
    event.key = command.key;
    event.name = QStringLiteral("finished");
    emit(std::move(event));
    cancelInside(command.key, QStringLiteral("cancelled"));
    finish(command.key, {});
    return {};
}

} // namespace tongban::workflow
