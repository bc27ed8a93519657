// Events: waiting, catching, throwing (BPMN 2.0.2 §10.5, §13.5).
#include "services/workflow/run.h"

#include "services/workflow/time_text.h"

namespace tongban::workflow {

void Run::passStart(int element, quint32 scope) {
    passThrough(element, -1, scope, {});
    leave(element, scope);
}

void Run::enterCatch(int element, int flow, quint32 scope) {
    const Element& event = at(element);
    if (event.triggers.isEmpty() || event.trigger() == Trigger::Link) {
        passThrough(element, flow, scope, {});
        return leave(element, scope);
    }
    Event entered = make(EventKind::Entered, element, scope, flow);
    entered.name = event.activity().facts.milestone;
    const quint32 key = emit(std::move(entered));
    clocksOnEnter(event);
    for (const TriggerRule& rule : event.triggers) {
        arm(element, rule, key);
        if (!m_state.has(key))
            return;
    }
}

// Begins to wait on behalf of `owner`. What cannot be waited for (an error, an escalation) is found
// when it is thrown.
// When a timer is due that has been armed at `since`.
Run::Time Run::timeOf(const TriggerRule& rule, quint32 owner, Instant since) const {
    Time time;
    QString text = rule.time;
    if (!rule.formula.isEmpty()) {
        const Formula::Outcome outcome = evaluate(rule.formula, owner);
        text = outcome.value.toString();
        if (text.isEmpty()) {
            time.code = "timer-null";
            time.why = QStringLiteral("“%1” gives no time. %2")
                           .arg(rule.formula.source(), outcome.whyNull);
            return time;
        }
    }
    const auto due = [&time](const Result<Instant>& instant) {
        if (instant.has_value())
            time.due = *instant;
        else
            time.why = instant.error().detail;
    };
    if (auto limit = readLimit(text); rule.timer != TimerKind::Cycle && limit.has_value()) {
        time.due = dueOf(*limit, since, calendar()).at;
    } else if (rule.timer == TimerKind::Date) {
        due(readDate(text));
    } else if (rule.timer == TimerKind::Cycle) {
        const auto cycle = readCycle(text, since);
        const qint64 least = m_definition.limits().timerCycleSeconds * 1000LL;
        if (!cycle.has_value())
            time.why = cycle.error().detail;
        else if (cycle->times < 0 && cycle->every < least)
            time.why = QStringLiteral("“%1” repeats for ever faster than once a minute").arg(text);
        else
            time.due = cycle->first;
        if (cycle.has_value() && cycle->times != 1) {
            time.every = cycle->every;
            time.left = cycle->times < 0 ? -1 : cycle->times - 1;
        }
    } else {
        due(addDuration(since, text));
    }
    return time;
}

void Run::arm(int catching, const TriggerRule& rule, quint32 owner) {
    if (rule.trigger == Trigger::Timer) {
        const Time time = timeOf(rule, owner, m_occasion.at);
        if (!time.why.isEmpty())
            return stuck(catching, -1, find(owner)->scope, owner, time.code, time.why);
        Event armed = make(EventKind::Armed, catching, owner);
        armed.due = time.due;
        if (time.every != 0)
            armed.data = {{QStringLiteral("every"), time.every},
                          {QStringLiteral("left"), time.left}};
        emit(std::move(armed));
        return;
    }
    const bool condition = rule.trigger == Trigger::Conditional;
    if (!condition && rule.trigger != Trigger::Message && rule.trigger != Trigger::Signal)
        return;
    if (m_state.waits.size() >= m_definition.limits().messageWaits)
        return stuck(catching, -1, find(owner)->scope, owner, "too-many-waits",
                     QStringLiteral("more than %1 messages and signals are waited for")
                         .arg(m_definition.limits().messageWaits));
    Event awaited = make(EventKind::Awaited, catching, owner);
    awaited.name = rule.name;
    awaited.data.insert(QStringLiteral("as"),
                        condition ? QStringLiteral("condition") : nameOf(rule.trigger));
    if (!condition && !rule.formula.isEmpty()) {
        const Formula::Outcome correlation = evaluate(rule.formula, owner);
        if (correlation.value.isNull())
            return stuck(catching, -1, find(owner)->scope, owner, "correlation-null",
                         QStringLiteral("“%1” gives no key. %2")
                             .arg(rule.formula.source(), correlation.whyNull));
        awaited.data.insert(QStringLiteral("correlation"),
                            correlation.value.toVariant().toString());
    }
    const quint32 key = emit(std::move(awaited));
    if (condition) {
        const Wait wait = m_state.waits.last();
        if (wait.key == key)
            fireCondition(wait);
    }
}

// False when a condition that was true already has ended the host.
bool Run::armHost(int element, quint32 key) {
    if (const Active* host = find(key); host == nullptr || host->role == Active::Inner)
        return host != nullptr; // a repetition's boundary belongs to its body
    for (const int boundary : at(element).boundaries) {
        for (const TriggerRule& rule : at(boundary).triggers) {
            arm(boundary, rule, key);
            if (!m_state.has(key))
                return false;
        }
    }
    return true;
}

// False when an interrupting event sub-process has taken the scope over at once.
bool Run::armScope(int element, quint32 key) {
    m_interrupted = 0;
    for (const int start : eventStartsOf(element)) {
        for (const TriggerRule& rule : at(start).triggers) {
            arm(start, rule, key);
            if (!m_state.has(key) || m_interrupted == key)
                return false;
        }
    }
    return true;
}

QList<int> Run::eventStartsOf(int element) const {
    QList<int> starts;
    for (const int sub : at(element).eventSubProcesses)
        starts += at(sub).starts;
    return starts;
}

bool Run::fireCondition(const Wait& wait) {
    const int catching = m_definition.indexOf(wait.element);
    const auto present = [&wait](const Wait& one) { return one.key == wait.key; };
    if (catching < 0 || std::none_of(m_state.waits.begin(), m_state.waits.end(), present))
        return false;
    for (const TriggerRule& rule : at(catching).triggers) {
        if (rule.trigger != Trigger::Conditional || rule.name != wait.name)
            continue;
        QString why; // while a variable is missing the condition is simply not true yet
        const bool holds = truth(rule.formula, wait.owner, {}, why).value_or(false);
        if (holds == wait.held)
            return false;
        Event event = make(holds ? EventKind::Fired : EventKind::Awaited, catching, wait.owner);
        event.key = wait.key;
        emit(std::move(event));
        if (holds)
            caught(catching, wait.owner, wait.key, {});
        return holds;
    }
    return false;
}

void Run::fireTimer(const Timer& timer) {
    const int catching = m_definition.indexOf(timer.element);
    Event fired = make(EventKind::Fired, catching, timer.owner);
    fired.key = timer.key;
    const bool again = timer.every > 0 && timer.left != 0;
    if (again)
        fired.due = timer.due + std::chrono::milliseconds(timer.every);
    emit(std::move(fired));
    if (catching < 0)
        return;
    const Active* owner = find(timer.owner);
    if (again && owner != nullptr && at(catching).kind == Kind::CatchEvent &&
        owner->element == timer.element)
        return leave(catching, owner->scope); // a repeating catch event sends a token each time
    caught(catching, timer.owner, timer.key, {});
}

// What was waited for has come.
void Run::caught(int catching, quint32 owner, quint32 waitKey, const QJsonObject& payload) {
    const Active* holder = find(owner);
    if (holder == nullptr)
        return;
    const Element& event = at(catching);
    const quint32 scope = holder->scope;
    if (event.kind == Kind::BoundaryEvent)
        return fireBoundary(catching, owner, event.interrupting && event.attachedTo != m_implicit);
    if (event.kind == Kind::StartEvent)
        return startEventSubProcess(catching, owner);
    if (holder->element == event.id) {
        if (event.parallelMultiple && event.triggers.size() > 1) {
            Event gone = make(EventKind::Disarmed, catching, owner);
            gone.key = waitKey;
            emit(std::move(gone));
            const auto ours = [owner](const auto& one) { return one.owner == owner; };
            if (std::any_of(m_state.waits.begin(), m_state.waits.end(), ours) ||
                std::any_of(m_state.timers.begin(), m_state.timers.end(), ours))
                return;
        }
        return finish(owner, event.activity().outputs.isEmpty() ? QJsonObject() : payload);
    }
    Event left = make(EventKind::Left, indexOf(*holder), 0); // an event-based gateway has its event
    left.key = owner;
    left.reason = QStringLiteral("done");
    emit(std::move(left));
    passThrough(catching, -1, scope, {});
    if (!isActivity(event.kind))
        leave(catching, scope);
}

void Run::fireBoundary(int boundary, quint32 host, bool interrupting) {
    const quint32 scope = find(host)->scope;
    if (interrupting)
        cancel(host, QStringLiteral("interrupted"));
    passThrough(boundary, -1, scope, {});
    leave(boundary, scope);
}

void Run::startEventSubProcess(int start, quint32 scope) {
    const int sub = at(start).scope;
    if (at(start).interrupting) {
        cancelInside(scope, QStringLiteral("interrupted"));
        std::erase_if(m_tokens, [scope](const Token& token) { return token.scope == scope; });
        std::erase_if(m_throws, [scope](const Token& token) { return token.scope == scope; });
        const QList<Wait> waits = m_state.waits;
        const QList<Timer> timers = m_state.timers;
        const auto disarm = [&](const auto& one) {
            const int element = m_definition.indexOf(one.element);
            if (one.owner != scope || element < 0 || at(element).kind != Kind::StartEvent)
                return;
            Event gone = make(EventKind::Disarmed, element, scope);
            gone.key = one.key;
            emit(std::move(gone));
        };
        std::for_each(waits.begin(), waits.end(), disarm);
        std::for_each(timers.begin(), timers.end(), disarm);
        m_interrupted = scope;
    }
    const quint32 interrupted = m_interrupted;
    Event entered = make(EventKind::Entered, sub, scope);
    entered.name = at(sub).activity().facts.milestone;
    const quint32 key = emit(std::move(entered));
    clocksOnEnter(at(sub));
    armScope(sub, key);
    m_interrupted = interrupted;
    m_tokens.push_back({Token::Arrive, start, -1, key});
}

void Run::enterEnd(int element, int flow, quint32 scope) {
    const Element& event = at(element);
    switch (event.trigger()) {
    case Trigger::None:
    case Trigger::Link:
        passThrough(element, flow, scope, {});
        return leave(element, scope);
    case Trigger::Terminate:
        passThrough(element, flow, scope, {});
        return terminate(scope);
    case Trigger::Cancel:
        passThrough(element, flow, scope, {});
        return cancelTransaction(scope);
    case Trigger::Error:
        passThrough(element, flow, scope, {});
        return throwError(event.triggers.first().name, scope,
                          QStringLiteral("thrown by %1").arg(event.id));
    default:
        return m_throws.push_back({Token::Arrive, element, flow, scope});
    }
}

// Throws what an event or send task throws, then goes on if it is still there.
void Run::throwNow(int element, int flow, quint32 scope) {
    const Element& event = at(element);
    m_interrupted = 0;
    if (event.kind == Kind::SendTask) {
        Event passed = make(EventKind::Passed, element, scope, flow);
        passed.name = event.activity().facts.milestone;
        passed.reason = compensableMark(element, 0);
        emit(std::move(passed));
        clocksOnEnter(event);
        throwTrigger(event.activity().message, element, scope);
        clocksOnLeave(event);
        return leave(element, scope);
    }
    const TriggerRule* compensation = nullptr;
    for (const TriggerRule& rule : event.triggers) {
        if (rule.trigger == Trigger::Compensation)
            compensation = &rule;
    }
    quint32 waiting = 0;
    if (compensation != nullptr)
        waiting = emit(make(EventKind::Entered, element, scope, flow));
    else
        passThrough(element, flow, scope, {});
    for (const TriggerRule& rule : event.triggers) {
        if (rule.trigger != Trigger::Compensation)
            throwTrigger(rule, element, scope);
    }
    if (!m_state.has(scope) || m_interrupted == scope)
        return;
    if (compensation == nullptr)
        return leave(element, scope);
    if (compensate(scope, compensation->reference, waiting) == 0)
        finish(waiting, {});
}

bool Run::throwTrigger(const TriggerRule& rule, int element, quint32 scope) {
    if (rule.trigger == Trigger::Error) {
        throwError(rule.name, scope, QStringLiteral("thrown by %1").arg(at(element).id));
        return true;
    }
    if (rule.trigger == Trigger::Escalation)
        return throwEscalation(rule.name, scope);
    if (rule.trigger != Trigger::Message && rule.trigger != Trigger::Signal)
        return false;
    QJsonObject payload;
    for (const Mapping& input : at(element).activity().inputs)
        payload.insert(input.target, evaluate(input.source, scope, payload).value);
    Event sent = make(EventKind::Sent, element, scope);
    sent.name = rule.name;
    sent.data.insert(QStringLiteral("as"), nameOf(rule.trigger));
    if (!payload.isEmpty())
        sent.data.insert(QStringLiteral("payload"), payload);
    if (!at(element).activity().effect.isEmpty())
        sent.data.insert(QStringLiteral("effect"), at(element).activity().effect);
    emit(std::move(sent));
    return rule.trigger == Trigger::Signal && signal(rule.name, payload);
}

// A signal reaches everybody who waits for it at this moment, within the case here and elsewhere
// through the host.
bool Run::signal(const QString& name, const QJsonObject& payload) {
    const QList<Wait> waits = m_state.waits;
    bool heard = false;
    for (const Wait& wait : waits) {
        const auto same = [&wait](const Wait& one) { return one.key == wait.key; };
        if (wait.as != QLatin1String("signal") || wait.name != name ||
            std::none_of(m_state.waits.begin(), m_state.waits.end(), same))
            continue;
        const int catching = m_definition.indexOf(wait.element);
        const bool maps = catching >= 0 && !at(catching).activity().outputs.isEmpty();
        Event correlated = make(EventKind::Correlated, catching,
                                maps || !m_state.has(wait.owner) ? 0 : wait.owner);
        correlated.name = name;
        correlated.data.insert(QStringLiteral("as"), QStringLiteral("signal"));
        if (!payload.isEmpty())
            correlated.data.insert(QStringLiteral("payload"), payload);
        emit(std::move(correlated));
        m_dirty = m_dirty || !payload.isEmpty();
        heard = true;
        if (catching >= 0)
            caught(catching, wait.owner, wait.key, payload);
    }
    return heard;
}

} // namespace tongban::workflow
