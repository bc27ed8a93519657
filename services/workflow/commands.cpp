// Commands about the case and its incidents; the first event of each carries everything the command
// said.
#include "services/workflow/run.h"

namespace tongban::workflow {

Result<void> Run::allowed(const Command& command) const {
    const bool opening = std::holds_alternative<Open>(command);
    if (opening != (m_state.life == Life::Unborn))
        return tongban::fail(FaultKind::Conflict,
                             opening ? QStringLiteral("the case is open already")
                                     : QStringLiteral("there is no such case yet"));
    if (m_state.life == Life::Closed && !std::holds_alternative<HandOver>(command))
        return tongban::fail(FaultKind::Conflict,
                             QStringLiteral("the case is closed: %1").arg(m_state.outcome));
    const bool always =
        std::holds_alternative<Resume>(command) || std::holds_alternative<Cancel>(command) ||
        std::holds_alternative<Withdraw>(command) || std::holds_alternative<HandOver>(command) ||
        std::holds_alternative<Migrate>(command);
    if (m_state.life == Life::Suspended && !always)
        return tongban::fail(FaultKind::Conflict, QStringLiteral("the case is suspended"));
    return {};
}

Result<void> Run::perform(const Open& command) {
    const int process = m_definition.process(command.process);
    if (process < 0)
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("no process “%1” in the package").arg(command.process));
    const Element& element = at(process);
    int start = element.start;
    if (!command.message.isEmpty() || !command.signal.isEmpty()) {
        const bool message = !command.message.isEmpty();
        const QString& trigger = message ? command.message : command.signal;
        start =
            m_definition.startOf(process, message ? Trigger::Message : Trigger::Signal, trigger);
        if (start < 0)
            return tongban::fail(
                FaultKind::NotFound,
                QStringLiteral("%1 does not start with “%2”").arg(element.id, trigger));
    } else if (start < 0 && !element.starts.isEmpty()) {
        start = element.starts.first(); // a timer or condition has come true outside
    }
    Event opened = make(EventKind::Opened, process, 0);
    opened.name = m_definition.digest();
    if (!command.variables.isEmpty())
        opened.data.insert(QStringLiteral("variables"), command.variables);
    if (!command.message.isEmpty())
        opened.data.insert(QStringLiteral("message"), command.message);
    if (!command.signal.isEmpty())
        opened.data.insert(QStringLiteral("signal"), command.signal);
    const quint32 root = emit(std::move(opened));
    if (!element.eventSubProcesses.isEmpty() && !armScope(process, root))
        return {};
    if (start < 0) {
        for (const int head : element.heads) {
            if (!at(head).instantiates)
                m_tokens.push_back({Token::Arrive, head, -1, root});
        }
        ends(root);
        return {};
    }
    beginAt(start, root);
    return {};
}

// A start event; or an instantiating receive task or event, whose message is here already.
void Run::beginAt(int start, quint32 root) {
    if (at(start).kind == Kind::StartEvent)
        return m_tokens.push_back({Token::Arrive, start, -1, root});
    passThrough(start, -1, root, {});
    if (!isActivity(at(start).kind))
        leave(start, root);
    for (const int in : at(start).in) {
        const Element& gateway = at(m_definition.flow(in).from);
        if (gateway.kind != Kind::EventGateway || !gateway.parallelMultiple)
            continue;
        for (const int other : gateway.out) { // a parallel one waits for the rest
            if (m_definition.flow(other).to != start)
                take(other, root);
        }
    }
}

Result<void> Run::perform(const Withdraw& command) {
    for (const CaseClock& clock : m_state.clocks) {
        if (clock.stopped)
            return tongban::fail(
                FaultKind::Conflict,
                QStringLiteral("the case is decided; it can no longer be withdrawn"));
    }
    Event closed = make(EventKind::Closed, -1, 0);
    closed.reason = QStringLiteral("withdrawn");
    closed.data.insert(QStringLiteral("why"), command.reason);
    emit(std::move(closed));
    return {};
}

Result<void> Run::perform(const Cancel& command) {
    Event closed = make(EventKind::Closed, -1, 0);
    closed.reason = QStringLiteral("cancelled");
    closed.data.insert(QStringLiteral("why"), command.reason);
    emit(std::move(closed));
    return {};
}

Result<void> Run::perform(const Suspend& command) {
    Event event = make(EventKind::Suspended, -1, 0);
    event.reason = command.reason;
    emit(std::move(event));
    return {};
}

Result<void> Run::perform(const Resume&) {
    if (m_state.life != Life::Suspended)
        return tongban::fail(FaultKind::Conflict, QStringLiteral("the case is not suspended"));
    emit(make(EventKind::Resumed, -1, 0));
    m_dirty = true; // a migration may have set variables meanwhile
    return {};
}

Result<void> Run::perform(const Free& command) {
    for (const Incident& known : std::as_const(m_state.incidents)) {
        if (known.key != command.key)
            continue;
        const Incident incident = known;
        const int element = m_definition.indexOf(incident.element);
        Event freed = make(EventKind::Freed, element, 0);
        freed.key = incident.key;
        if (command.skip)
            freed.reason = QStringLiteral("skipped");
        freed.data = command.variables;
        emit(std::move(freed));
        if (!command.variables.isEmpty())
            set(m_state.has(incident.scope) ? incident.scope : 1, command.variables);
        if (element < 0)
            return {};
        if (const Active* owner = find(incident.owner)) {
            const quint32 scope = owner->scope;
            if (at(indexOf(*owner)).id != incident.element) {
                ends(scope); // something attached to it could not be armed; the work itself goes on
                return {};
            }
            if (command.skip) {
                finish(incident.owner, {});
            } else {
                cancel(incident.owner, QStringLiteral("retried"));
                m_tokens.push_back({Token::Arrive, element, -1, scope});
            }
            return {};
        }
        if (incident.code == QLatin1String("deadlock") && !command.skip)
            return {};
        const int flow = m_definition.flowIndexOf(incident.flow);
        const bool arriving = flow >= 0 || (incident.code != QLatin1String("no-flow") &&
                                            incident.code != QLatin1String("deadlock"));
        const Token::What what = command.skip || !arriving ? Token::Leave : Token::Arrive;
        if (m_state.has(incident.scope) && incident.code != QLatin1String("runaway"))
            m_tokens.push_back({what, element, flow, incident.scope});
        return {};
    }
    return tongban::fail(FaultKind::NotFound, QStringLiteral("no incident %1").arg(command.key));
}

Result<void> Run::perform(const HandOver& command) {
    if (command.to.isEmpty())
        return tongban::fail(FaultKind::Invalid, QStringLiteral("hand over to whom?"));
    Event event = make(EventKind::HandedOver, -1, 0);
    event.data = {{QStringLiteral("to"), command.to},
                  {QStringLiteral("epoch"), static_cast<qint64>(m_state.epoch + 1)}};
    emit(std::move(event));
    return {};
}

} // namespace tongban::workflow
