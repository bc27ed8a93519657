// Commands of people about steps: claim, complete, delegate, return, countersign, supplement, urge,
// extend.
#include "services/workflow/run.h"

#include "services/workflow/form.h"
#include "services/workflow/time_text.h"

#include <QJsonArray>

namespace tongban::workflow {

namespace {

const QString promised = QStringLiteral("promised");

} // namespace

Result<const Active*> Run::humanStep(quint32 key) const {
    const Active* step = find(key);
    if (step == nullptr || !step->offered)
        return tongban::fail(FaultKind::NotFound, QStringLiteral("no open step %1").arg(key));
    return step;
}

Result<void> Run::perform(const Claim& command) {
    TRY_ASSIGN(const Active* step, humanStep(command.key));
    if (!step->assignee.isEmpty() && step->assignee != m_occasion.by)
        return tongban::fail(FaultKind::Conflict,
                             QStringLiteral("step %1 is held by somebody else").arg(command.key));
    Event event = make(EventKind::Claimed, indexOf(*step), 0);
    event.key = command.key;
    emit(std::move(event));
    return {};
}

Result<void> Run::perform(const Delegate& command) {
    TRY_ASSIGN(const Active* step, humanStep(command.key));
    if (!step->assignee.isEmpty() && step->assignee != m_occasion.by)
        return tongban::fail(FaultKind::Denied,
                             QStringLiteral("step %1 is held by somebody else").arg(command.key));
    Event event = make(EventKind::Assigned, indexOf(*step), 0);
    event.key = command.key;
    event.data.insert(QStringLiteral("to"), command.to);
    emit(std::move(event));
    return {};
}

Result<void> Run::perform(const Complete& command) {
    TRY_ASSIGN(const Active* step, humanStep(command.key));
    if (!step->assignee.isEmpty() && !m_occasion.by.isEmpty() && step->assignee != m_occasion.by)
        return tongban::fail(FaultKind::Denied,
                             QStringLiteral("step %1 is held by somebody else").arg(command.key));
    const Active gone = *step;
    const int element = indexOf(gone);
    const ActivityDetail& detail = at(element).activity();
    Event event = make(EventKind::Completed, element, 0);
    QJsonObject answers = command.answers;
    if (const auto form = m_definition.form(detail.form)) {
        const QJsonObject known = m_state.variables(command.key);
        answers = form->cleaned(answers, known, m_occasion.at);
        const QList<FormFault> faults = form->validate(answers, known, m_occasion.at);
        if (!faults.isEmpty())
            return tongban::fail(
                FaultKind::Invalid,
                QStringLiteral("%1: %2").arg(faults.first().path, faults.first().message));
        event.name = form->digest();
    }
    QJsonObject mapped;
    for (const Mapping& output : detail.outputs)
        mapped.insert(output.target, evaluate(output.source, command.key, answers).value);
    QJsonObject inner;
    if (gone.role == Active::Inner && !detail.repetition.outputElement.isEmpty()) {
        QJsonObject overlay = answers;
        for (auto it = mapped.begin(); it != mapped.end(); ++it)
            overlay.insert(it.key(), it.value());
        inner.insert(QStringLiteral("value"),
                     evaluate(detail.repetition.outputElement, command.key, overlay).value);
    }
    event.key = command.key;
    event.data = answers;
    event.scope = detail.outputs.isEmpty() ? gone.scope : 0;
    if (gone.role != Active::Inner)
        event.reason = compensableMark(element, command.key);
    emit(std::move(event));
    m_dirty = true;
    set(gone.scope, mapped);
    clocksOnLeave(at(element));
    if (gone.role == Active::Inner)
        innerDone(gone.scope, gone.loop, inner);
    else
        afterLeaving(element, gone);
    return {};
}

// Allowed targets: steps of the same scope that were done before and lead here. What is active and
// lies behind the target is cancelled; branches beside it stay, unless the target lies before the
// split they came from.
Result<void> Run::perform(const Return& command) {
    const int target = m_definition.indexOf(command.to);
    if (target < 0 || !isActivity(at(target).kind))
        return tongban::fail(FaultKind::NotFound, QStringLiteral("no step “%1”").arg(command.to));
    quint32 scope = 0;
    for (const Visit& visit : std::as_const(m_state.visits)) {
        if (visit.element == command.to && visit.how == QLatin1String("done") &&
            m_state.has(visit.scope))
            scope = visit.scope;
    }
    if (scope == 0)
        return tongban::fail(
            FaultKind::Conflict,
            QStringLiteral("“%1” has not been done in a part that is still open").arg(command.to));
    std::vector<bool> behind(static_cast<size_t>(m_definition.elements().size()), false);
    std::deque<int> open{target};
    while (!open.empty()) {
        const int node = open.front();
        open.pop_front();
        const Element& element = at(node);
        const auto visit = [&](int next) {
            if (next >= 0 && !behind[static_cast<size_t>(next)]) {
                behind[static_cast<size_t>(next)] = true;
                open.push_back(next);
            }
        };
        for (const int flow : element.out)
            visit(m_definition.flow(flow).to);
        for (const int boundary : element.boundaries)
            visit(boundary);
        visit(element.linkTarget);
    }
    QList<quint32> cancelled;
    QJsonArray names;
    for (const Active& one : std::as_const(m_state.active)) {
        const int element = indexOf(one);
        if (one.scope != scope || element < 0 || !behind[static_cast<size_t>(element)])
            continue;
        cancelled.append(one.key);
        names.append(one.element);
    }
    if (cancelled.isEmpty())
        return tongban::fail(
            FaultKind::Conflict,
            QStringLiteral("nothing that is open lies behind “%1”").arg(command.to));
    Event returned = make(EventKind::Returned, target, scope);
    returned.reason = command.reason;
    returned.data.insert(QStringLiteral("cancelled"), names);
    if (!command.basis.isEmpty())
        returned.data.insert(QStringLiteral("basis"), command.basis);
    emit(std::move(returned));
    for (const quint32 key : std::as_const(cancelled))
        cancel(key, QStringLiteral("returned"));
    // Tokens waiting at joins behind the target belong to what is done again.
    const QList<Arrival> arrivals = m_state.arrivals;
    for (const Arrival& arrival : arrivals) {
        const int element = m_definition.indexOf(arrival.element);
        const int flow = m_definition.flowIndexOf(arrival.flow);
        const bool fromBehind =
            flow >= 0 && behind[static_cast<size_t>(m_definition.flow(flow).from)];
        if (arrival.scope != scope || element < 0 ||
            !(fromBehind || (flow >= 0 && m_definition.flow(flow).from == target)))
            continue;
        Event merged = make(EventKind::Merged, element, scope);
        QJsonArray flows;
        for (quint32 i = 0; i < arrival.count; ++i)
            flows.append(arrival.flow);
        merged.data.insert(QStringLiteral("flows"), flows);
        emit(std::move(merged));
    }
    m_tokens.push_back({Token::Arrive, target, -1, scope});
    return {};
}

Result<void> Run::perform(const Countersign& command) {
    const Active* body = find(command.key);
    if (body != nullptr && body->role == Active::Inner)
        body = find(body->scope);
    if (body == nullptr || body->role != Active::Body)
        return tongban::fail(FaultKind::NotFound,
                             QStringLiteral("%1 is no countersigning step").arg(command.key));
    const quint32 key = body->key;
    const int element = indexOf(*body);
    const Repetition& repetition = at(element).activity().repetition;
    if (repetition.mode == Repetition::Mode::Loop || repetition.inputCollection.isEmpty())
        return tongban::fail(FaultKind::Invalid,
                             QStringLiteral("%1 has no list of signers").arg(body->element));
    QJsonArray items = body->variables.value(QLatin1String("loopItems")).toArray();
    if (items.size() + command.add.size() > m_definition.limits().instancesOfOneActivity)
        return tongban::fail(FaultKind::Invalid, QStringLiteral("too many signers"));
    QList<quint32> removed;
    for (const QString& name : command.remove) {
        for (const Active& one : std::as_const(m_state.active)) {
            if (one.scope == key && items.at(one.loop - 1).toString() == name)
                removed.append(one.key);
        }
    }
    for (const QString& name : command.add)
        items.append(name);
    Event event = make(EventKind::Countersigned, element, 0);
    event.key = key;
    event.data = {{QStringLiteral("add"), QJsonArray::fromStringList(command.add)},
                  {QStringLiteral("remove"), QJsonArray::fromStringList(command.remove)}};
    emit(std::move(event));
    setLocal(key, {{QStringLiteral("loopItems"), items},
                   {QStringLiteral("numberOfInstances"), items.size()}});
    for (qsizetype i = 0; i < command.add.size() && repetition.mode == Repetition::Mode::Parallel;
         ++i)
        m_tokens.push_back({Token::Next, element, -1, key});
    for (const quint32 one : std::as_const(removed)) {
        const int loop = find(one)->loop;
        cancel(one, QStringLiteral("removed"));
        if (m_tokens.empty())
            innerDone(key, loop, {});
    }
    return {};
}

Result<void> Run::perform(const Supplement& command) {
    if (!m_state.missing.isEmpty())
        return tongban::fail(
            FaultKind::Conflict,
            QStringLiteral("a notice is open already; everything missing is told once"));
    if (command.items.isEmpty())
        return tongban::fail(FaultKind::Invalid, QStringLiteral("the notice lists nothing"));
    Event event = make(EventKind::Noticed, -1, 0);
    event.reason = command.reason;
    event.data.insert(QStringLiteral("items"), QJsonArray::fromStringList(command.items));
    if (!command.basis.isEmpty())
        event.data.insert(QStringLiteral("basis"), command.basis);
    emit(std::move(event));
    pauseClocks(QStringLiteral("补正"), command.basis);
    return {};
}

Result<void> Run::perform(const Supplemented&) {
    if (m_state.missing.isEmpty())
        return tongban::fail(FaultKind::Conflict, QStringLiteral("nothing is missing"));
    emit(make(EventKind::Noticed, -1, 0));
    resumeClocks();
    return {};
}

Result<void> Run::perform(const Urge& command) {
    Event event = make(EventKind::Urged, -1, 0);
    event.reason = command.reason;
    emit(std::move(event));
    return {};
}

Result<void> Run::perform(const Extend& command) {
    TRY_ASSIGN(const LimitRule by, readLimit(command.by));
    for (const CaseClock& clock : std::as_const(m_state.clocks)) {
        if (clock.name != command.clock)
            continue;
        if (clock.extended)
            return tongban::fail(
                FaultKind::Conflict,
                QStringLiteral("the %1 limit has been extended once already").arg(clock.name));
        if (clock.stopped)
            return tongban::fail(FaultKind::Conflict,
                                 QStringLiteral("the %1 limit is met").arg(clock.name));
        if (command.approver.isEmpty() || command.reason.isEmpty())
            return tongban::fail(FaultKind::Denied,
                                 QStringLiteral("an extension needs an approver and a reason"));
        Event event = make(EventKind::Extended, -1, 0);
        event.name = clock.name;
        event.reason = command.reason;
        const QDate due = localDate(clock.due);
        event.due = by.unit == LimitUnit::WorkingDays
                        ? endOfLocalDay(calendar().addWorkingDays(due, by.count).date)
                    : by.unit == LimitUnit::Days ? endOfLocalDay(due.addDays(by.count))
                                                 : clock.due + std::chrono::hours(by.count);
        event.data = {{QStringLiteral("by"), command.by},
                      {QStringLiteral("approver"), command.approver}};
        if (!command.basis.isEmpty())
            event.data.insert(QStringLiteral("basis"), command.basis);
        emit(std::move(event));
        return {};
    }
    return tongban::fail(FaultKind::NotFound,
                         QStringLiteral("no %1 limit is running").arg(command.clock));
}

Result<void> Run::perform(const PauseClock& command) {
    const auto running = [](const CaseClock& clock) { return !clock.stopped && !clock.paused; };
    if (std::none_of(m_state.clocks.begin(), m_state.clocks.end(), running))
        return tongban::fail(FaultKind::Conflict, QStringLiteral("no limit is running"));
    pauseClocks(command.reason, command.basis);
    return {};
}

Result<void> Run::perform(const ResumeClock&) {
    const auto paused = [](const CaseClock& clock) { return clock.paused; };
    if (std::none_of(m_state.clocks.begin(), m_state.clocks.end(), paused))
        return tongban::fail(FaultKind::Conflict, QStringLiteral("no limit is paused"));
    resumeClocks();
    return {};
}

} // namespace tongban::workflow
