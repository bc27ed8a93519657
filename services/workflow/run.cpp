// The work list: tokens first, then throws, then joins, conditions and ends of scopes, until
// nothing moves.
#include "services/workflow/run.h"

namespace tongban::workflow {

Run::Run(const Definition& definition, const Instance& instance, const Occasion& occasion)
    : m_definition(definition)
    , m_occasion(occasion)
    , m_state(instance) {}

const WorkCalendar& Run::calendar() const {
    static const WorkCalendar weekdays;
    return m_occasion.calendar != nullptr ? *m_occasion.calendar : weekdays;
}

Event Run::make(EventKind kind, int element, quint32 scope, int flow) const {
    Event event;
    event.kind = kind;
    event.scope = scope;
    if (element >= 0)
        event.element = at(element).id;
    if (flow >= 0)
        event.flow = m_definition.flow(flow).id;
    return event;
}

// Numbers the event, applies it and keeps it. An event that creates an instance gets its own number
// as key. Actor and command stand on the first event of a command only.
quint32 Run::emit(Event event) {
    event.sequence = m_state.sequence + 1;
    event.at = m_occasion.at;
    switch (event.kind) {
    case EventKind::Opened:
    case EventKind::Entered:
    case EventKind::Offered:
    case EventKind::Asked:
        event.key = event.sequence;
        break;
    case EventKind::Armed:
    case EventKind::Awaited:
        event.key = event.key != 0 ? event.key : event.sequence;
        break;
    default:
        break;
    }
    if (m_events.isEmpty()) {
        event.by = m_occasion.by;
        event.command = m_occasion.commandId.isEmpty()
                            ? QLatin1Char('c') + QString::number(event.sequence)
                            : m_occasion.commandId;
    }
    const quint32 sequence = event.sequence;
    evolve(m_state, event);
    m_events.append(std::move(event));
    return sequence;
}

QJsonValue Run::look(const QString& name, quint32 from, const QJsonObject& overlay) const {
    const QJsonValue local =
        overlay.isEmpty() ? QJsonValue(QJsonValue::Undefined) : overlay.value(name);
    return local.isUndefined() ? m_state.variable(name, from) : local;
}

Formula::Outcome Run::evaluate(const Formula& formula, quint32 from,
                               const QJsonObject& overlay) const {
    return formula.evaluate([&](const QString& name) { return look(name, from, overlay); },
                            m_occasion.at, m_occasion.calendar);
}

// A condition is true or false; null or anything else is a defect somebody must look at, never
// "false".
std::optional<bool> Run::truth(const Formula& formula, quint32 from, const QJsonObject& overlay,
                               QString& why) const {
    const Formula::Outcome outcome = evaluate(formula, from, overlay);
    if (outcome.value.isBool())
        return outcome.value.toBool();
    why = outcome.value.isNull()
              ? QStringLiteral("“%1” gives null: %2")
                    .arg(formula.source(), outcome.whyNull.isEmpty()
                                               ? QStringLiteral("no cause given")
                                               : outcome.whyNull)
              : QStringLiteral("“%1” gives no truth value").arg(formula.source());
    return std::nullopt;
}

void Run::set(quint32 scope, const QJsonObject& values) {
    if (values.isEmpty())
        return;
    Event event = make(EventKind::Set, -1, scope);
    event.data = values;
    emit(std::move(event));
    m_dirty = true;
}

void Run::setLocal(quint32 key, const QJsonObject& values) {
    Event event = make(EventKind::Set, -1, 0);
    event.key = key;
    event.data = values;
    emit(std::move(event));
    m_dirty = true;
}

void Run::stuck(int element, int flow, quint32 scope, quint32 owner, const char* code,
                const QString& reason) {
    Event event = make(EventKind::Stuck, element, scope, flow);
    event.key = owner;
    event.name = QString::fromLatin1(code);
    event.reason = reason.left(400);
    emit(std::move(event));
}

// A model may not run on without end: past the limit the case stops moving and waits for a person.
bool Run::withinBudget(const Token& token) {
    const Limits& limits = m_definition.limits();
    if (m_entries.empty())
        m_entries.resize(static_cast<size_t>(m_definition.elements().size()));
    const bool repeated = token.what == Token::Next;
    const int ofOne = repeated ? 0 : ++m_entries[static_cast<size_t>(token.element)];
    const bool tooMany = ++m_entryCount > limits.entriesPerCommand ||
                         ofOne > limits.entriesOfOneElement ||
                         m_state.sequence > static_cast<quint32>(limits.eventsPerCase);
    if (!tooMany)
        return true;
    stuck(token.element, token.flow, 1, 0, "runaway",
          QStringLiteral("%1 was entered too often within one step; the case waits for a person")
              .arg(at(token.element).id));
    m_tokens.clear();
    m_throws.clear();
    m_stopped = true;
    return false;
}

void Run::settle() {
    while (!m_stopped && m_state.life != Life::Closed) {
        if (!m_tokens.empty()) {
            const Token token = m_tokens.front();
            m_tokens.pop_front();
            if (!withinBudget(token))
                return;
            if (!m_state.has(token.scope))
                continue; // its scope is gone
            if (token.what == Token::Arrive)
                arrive(token);
            else if (token.what == Token::Next)
                startNext(token.scope);
            else
                leave(token.element, token.scope);
            continue;
        }
        if (settleThrows() || settleConditions() || settleJoins() || settleScopes())
            continue;
        return;
    }
}

bool Run::settleThrows() {
    if (m_throws.empty())
        return false;
    const Token token = m_throws.front();
    m_throws.pop_front();
    if (m_state.has(token.scope))
        throwNow(token.element, token.flow, token.scope);
    return true;
}

bool Run::settleJoins() {
    const QList<Arrival> arrivals = m_state.arrivals; // as they are now; a firing join changes them
    for (qsizetype i = 0; i < arrivals.size(); ++i) {
        const Arrival& arrival = arrivals.at(i);
        bool seen = false; // one try for each join
        for (qsizetype j = 0; j < i && !seen; ++j)
            seen =
                arrivals.at(j).element == arrival.element && arrivals.at(j).scope == arrival.scope;
        if (seen)
            continue;
        const int element = m_definition.indexOf(arrival.element);
        if (element < 0)
            continue;
        if (at(element).kind == Kind::InclusiveGateway && tryInclusive(element, arrival.scope))
            return true;
        if (at(element).kind == Kind::ComplexGateway && tryComplex(element, arrival.scope))
            return true;
    }
    return false;
}

bool Run::settleConditions() {
    if (!m_dirty)
        return false;
    m_dirty = false;
    const QList<Wait> waits = m_state.waits;
    bool moved = false;
    for (const Wait& wait : waits) {
        if (wait.as == QLatin1String("condition"))
            moved = fireCondition(wait) || moved;
    }
    return moved;
}

// A scope is over when nothing in it is active; tokens that still wait at a join then wait for
// ever.
bool Run::settleScopes() {
    if (m_ended.empty())
        return false;
    const quint32 scope = m_ended.back();
    m_ended.pop_back();
    const Active* active = find(scope);
    if (active == nullptr)
        return true;
    const int holder = indexOf(*active);
    if (holder >= 0 && at(holder).kind == Kind::AdHocSubProcess &&
        !at(holder).activity().completionCondition.isEmpty()) {
        QString why;
        const bool over =
            truth(at(holder).activity().completionCondition, scope, {}, why).value_or(false);
        if (over && at(holder).activity().cancelRemaining)
            cancelInside(scope, QStringLiteral("cancelled"));
        if (!over && at(holder).activity().chosenByHand)
            return true;
    }
    for (const Active& one : m_state.active) {
        if (one.scope == scope)
            return true;
    }
    for (const Arrival& arrival : m_state.arrivals) {
        if (arrival.scope != scope || arrival.flow.isEmpty())
            continue;
        const int element = m_definition.indexOf(arrival.element);
        for (const Incident& incident : m_state.incidents) {
            if (incident.scope == scope && incident.element == arrival.element)
                return true; // known already
        }
        stuck(
            element, -1, scope, 0, "deadlock",
            QStringLiteral("a token waits at %1 for others that cannot come").arg(arrival.element));
        return true;
    }
    for (const Incident& incident : m_state.incidents) {
        if (incident.scope == scope)
            return true; // a stuck token is still in here
    }
    completeScope(scope);
    return true;
}

} // namespace tongban::workflow
