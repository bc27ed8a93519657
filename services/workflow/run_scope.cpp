// Ends of scopes, errors and escalations on their way outwards, cancelling, compensation
// (BPMN 2.0.2 §13.5).
#include "services/workflow/run.h"

#include <QJsonArray>

namespace tongban::workflow {

int Run::scopeElement(quint32 key) const {
    const Active* scope = find(key);
    const int element = scope != nullptr ? indexOf(*scope) : -1;
    if (element >= 0 && at(element).kind == Kind::CallActivity)
        return m_definition.process(at(element).activity().called);
    return element;
}

bool Run::hasAncestor(quint32 key, quint32 ancestor) const {
    for (const Active* one = find(key); one != nullptr; one = find(one->scope)) {
        if (one->scope == ancestor)
            return true;
    }
    return false;
}

void Run::close(const QString& outcome, const QString& code) {
    Event closed = make(EventKind::Closed, -1, 0);
    closed.reason = outcome;
    closed.name = code;
    emit(std::move(closed));
    m_tokens.clear();
    m_throws.clear();
    m_stopped = true;
}

void Run::completeScope(quint32 key) {
    const Active scope = *find(key);
    const int element = indexOf(scope);
    if (key == 1)
        return close(QStringLiteral("completed"));
    const Element& node = at(element);
    if (scope.role == Active::Body || (!isScope(node.kind) && node.kind != Kind::CallActivity))
        return; // a task is not over because a token next to it has ended
    if (node.kind == Kind::AdHocSubProcess) {
        const ActivityDetail& detail = node.activity();
        const int next = scope.variables.value(QLatin1String("adHocNext")).toInt(1);
        if (detail.orderedAdHoc && !detail.chosenByHand && next < node.heads.size()) {
            setLocal(key, {{QStringLiteral("adHocNext"), next + 1}});
            return m_tokens.push_back({Token::Arrive, node.heads.at(next), -1, key});
        }
        if (detail.chosenByHand)
            return; // until its condition holds or a person ends it
    }
    if (node.kind != Kind::EventSubProcess)
        return finish(key, {});
    Event left = make(EventKind::Left, element, 0);
    left.key = key;
    left.reason = QStringLiteral("done");
    emit(std::move(left));
    clocksOnLeave(node);
    if (scope.role == Active::Handler)
        return handlerDone(scope.cause);
    ends(scope.scope);
}

// Everything inside a scope is over, the innermost first; tokens on their way to it find it gone.
void Run::cancelInside(quint32 scope, const QString& how, quint32 except) {
    for (qsizetype i = m_state.active.size() - 1; i >= 0; --i) {
        if (i >= m_state.active.size())
            continue;
        const Active one = m_state.active.at(i);
        if (one.key == except || !hasAncestor(one.key, scope) ||
            (except != 0 && hasAncestor(one.key, except)))
            continue;
        Event left = make(EventKind::Left, indexOf(one), 0);
        left.key = one.key;
        left.reason = how;
        emit(std::move(left));
        if (const int element = m_definition.indexOf(one.element);
            element >= 0 && at(element).detail &&
            at(element).activity().facts.clock == ClockRole::Pause)
            resumeClocks();
    }
    const auto waits = [scope](const Arrival& one) { return one.scope == scope; };
    if (std::any_of(m_state.arrivals.begin(), m_state.arrivals.end(), waits)) {
        Event merged = make(EventKind::Merged, -1, scope);
        merged.reason = QStringLiteral("cancelled");
        emit(std::move(merged));
    }
}

void Run::cancel(quint32 key, const QString& how) {
    const Active* one = find(key);
    if (one == nullptr)
        return;
    const int element = indexOf(*one);
    const quint32 scope = one->scope;
    cancelInside(key, how);
    Event left = make(EventKind::Left, element, 0);
    left.key = key;
    left.reason = how;
    emit(std::move(left));
    if (element >= 0 && at(element).detail &&
        at(element).activity().facts.clock == ClockRole::Pause)
        resumeClocks();
    ends(scope);
}

// A terminate end event ends its own scope; the surrounding one goes on (BPMN 2.0.2 §13.5.6).
void Run::terminate(quint32 scope) {
    cancelInside(scope, QStringLiteral("terminated"));
    std::erase_if(m_tokens, [scope](const Token& token) { return token.scope == scope; });
    std::erase_if(m_throws, [scope](const Token& token) { return token.scope == scope; });
    if (scope == 1)
        return close(QStringLiteral("terminated"));
    completeScope(scope);
}

// The event of a list that catches this code: one that names it before one that catches everything.
int Run::catcherOf(Trigger trigger, const QString& code, const QList<int>& events) const {
    int general = -1;
    for (const int event : events) {
        for (const TriggerRule& rule : at(event).triggers) {
            if (rule.trigger != trigger)
                continue;
            if (!code.isEmpty() && rule.name == code)
                return event;
            if (rule.name.isEmpty() && general < 0)
                general = event;
        }
    }
    return general;
}

void Run::throwError(const QString& code, quint32 from, const QString& reason) {
    int cameFrom = -1; // an event sub-process does not catch what it throws
    for (const Active* one = find(from); one != nullptr; one = find(one->scope)) {
        const quint32 key = one->key;
        const int element = indexOf(*one);
        QList<int> starts;
        for (const int start : eventStartsOf(scopeElement(key))) {
            if (at(start).scope != cameFrom)
                starts.append(start);
        }
        if (const int start = catcherOf(Trigger::Error, code, starts); start >= 0)
            return startEventSubProcess(start, key);
        if (key == 1)
            break;
        if (one->role != Active::Inner) {
            if (const int boundary = catcherOf(Trigger::Error, code, at(element).boundaries);
                boundary >= 0)
                return fireBoundary(boundary, key, true);
        }
        cameFrom = at(element).kind == Kind::EventSubProcess ? element : -1;
    }
    Q_UNUSED(reason)
    close(QStringLiteral("error"), code);
}

bool Run::throwEscalation(const QString& code, quint32 from) {
    int cameFrom = -1;
    for (const Active* one = find(from); one != nullptr; one = find(one->scope)) {
        const quint32 key = one->key;
        const int element = indexOf(*one);
        QList<int> starts;
        for (const int start : eventStartsOf(scopeElement(key))) {
            if (at(start).scope != cameFrom)
                starts.append(start);
        }
        if (const int start = catcherOf(Trigger::Escalation, code, starts); start >= 0) {
            startEventSubProcess(start, key);
            return true;
        }
        if (key == 1)
            break;
        if (one->role != Active::Inner) {
            if (const int boundary = catcherOf(Trigger::Escalation, code, at(element).boundaries);
                boundary >= 0) {
                fireBoundary(boundary, key, at(boundary).interrupting);
                return true;
            }
        }
        cameFrom = at(element).kind == Kind::EventSubProcess ? element : -1;
    }
    Event sent = make(EventKind::Sent, -1, from); // nobody here cares; the host may
    sent.name = code;
    sent.data.insert(QStringLiteral("as"), QStringLiteral("escalation"));
    emit(std::move(sent));
    return false;
}

// Starts the compensation of completed activities, the latest first: the handler behind the
// boundary event, else the compensation event sub-process, else what was done inside. Returns how
// many handlers still run for `cause`.
int Run::compensate(quint32 scope, const QString& reference, quint32 cause) {
    QList<quint32> scopes{scope};
    // From inside an event sub-process the surrounding scope is compensated.
    for (const Active* one = find(scope);
         one != nullptr && at(indexOf(*one)).kind == Kind::EventSubProcess; one = find(one->scope))
        scopes.append(one->scope);
    const QJsonObject data{{QStringLiteral("role"), QStringLiteral("handler")},
                           {QStringLiteral("cause"), static_cast<qint64>(cause)}};
    m_compensating = true;
    const QList<Compensable> records = m_state.compensable;
    for (qsizetype i = records.size() - 1; i >= 0; --i) {
        const Compensable& record = records.at(i);
        const bool wanted =
            reference.isEmpty() ? scopes.contains(record.scope) : record.element == reference;
        const int element = m_definition.indexOf(record.element);
        if (!wanted || element < 0)
            continue;
        const quint32 home = m_state.has(record.scope) ? record.scope : scope;
        int handler = -1;
        for (const int boundary : at(element).boundaries) {
            if (at(boundary).trigger() == Trigger::Compensation)
                handler = at(boundary).handler;
        }
        for (const int sub : at(element).eventSubProcesses) {
            for (const int start : at(sub).starts) {
                if (handler < 0 && at(start).trigger() == Trigger::Compensation)
                    handler = sub;
            }
        }
        Event used = make(EventKind::Passed, element, record.scope);
        used.key = record.key;
        emit(std::move(used));
        if (handler < 0) {
            scopes.append(record.key); // its inner records come earlier in the list
            continue;
        }
        if (at(handler).kind != Kind::EventSubProcess) {
            enterOnce(handler, -1, home, data);
            continue;
        }
        Event entered = make(EventKind::Entered, handler, home);
        entered.data = data;
        const quint32 key = emit(std::move(entered));
        m_tokens.push_back({Token::Arrive, at(handler).starts.first(), -1, key});
    }
    m_compensating = false;
    const auto ours = [cause](const Active& one) { return one.cause == cause; };
    return static_cast<int>(std::count_if(m_state.active.begin(), m_state.active.end(), ours));
}

void Run::handlerDone(quint32 cause) {
    if (m_compensating)
        return; // others are still to be started
    for (const Active& one : m_state.active) {
        if (one.cause == cause)
            return;
    }
    const Active* waiting = find(cause);
    if (waiting == nullptr)
        return;
    const int element = indexOf(*waiting);
    if (at(element).kind != Kind::Transaction)
        return finish(cause, {});
    const quint32 scope = waiting->scope;
    cancel(cause, QStringLiteral("cancelled"));
    for (const int boundary : at(element).boundaries) {
        if (at(boundary).trigger() == Trigger::Cancel) {
            passThrough(boundary, -1, scope, {});
            return leave(boundary, scope);
        }
    }
}

// A cancel end event: what the transaction has done is compensated, then it is left by its cancel
// boundary event.
void Run::cancelTransaction(quint32 from) {
    for (const Active* one = find(from); one != nullptr; one = find(one->scope)) {
        if (at(indexOf(*one)).kind != Kind::Transaction)
            continue;
        const quint32 key = one->key;
        cancelInside(key, QStringLiteral("cancelled"));
        std::erase_if(m_tokens, [key](const Token& token) { return token.scope == key; });
        if (compensate(key, {}, key) == 0)
            handlerDone(key);
        return;
    }
    terminate(from);
}

} // namespace tongban::workflow
