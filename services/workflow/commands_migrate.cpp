// Moving a running case to another package: its elements renamed, its variables mapped, its timers
// and limits kept or dated anew.
#include "services/workflow/run.h"

namespace tongban::workflow {

namespace {

QJsonObject jsonOf(const QMap<QString, QString>& map) {
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

// The plan was checked against both definitions (migration.h); here only the new one is at hand.
Result<void> Run::perform(const Migrate& command) {
    if (command.to != m_definition.digest())
        return tongban::fail(FaultKind::Invalid, QStringLiteral("the plan leads to %1, not to %2")
                                                     .arg(command.to, m_definition.digest()));
    for (const Active& one : std::as_const(m_state.active)) {
        const QString target = command.elements.value(one.element, one.element);
        if (m_definition.indexOf(target) < 0)
            return tongban::fail(FaultKind::Conflict,
                                 QStringLiteral("%1 has no counterpart").arg(one.element));
    }
    TRY_ASSIGN(const QJsonObject data, mappedData(command));
    Event event = make(EventKind::Migrated, -1, 0);
    event.name = command.to;
    event.data.insert(QStringLiteral("elements"), jsonOf(command.elements));
    if (!command.data.isEmpty())
        event.data.insert(QStringLiteral("data"), jsonOf(command.data));
    if (command.timers)
        event.data.insert(QStringLiteral("timers"), true);
    if (command.limits)
        event.data.insert(QStringLiteral("limits"), true);
    emit(std::move(event));
    set(1, data);
    if (command.timers)
        TRY(redateTimers());
    if (command.limits) {
        redateClocks();
        redateSteps();
    }
    if (m_state.life == Life::Suspended)
        m_dirty = false; // nothing moves before it is resumed
    return {};
}

// Every value is read from the variables as they are before the move. A null is refused: the new
// process would go on without noticing.
Result<QJsonObject> Run::mappedData(const Migrate& command) const {
    const QStringList known = m_state.variables().keys();
    QJsonObject data;
    for (auto it = command.data.begin(); it != command.data.end(); ++it) {
        TRY_ASSIGN(const Formula formula, Formula::compile(it.value(), known));
        const Formula::Outcome outcome = evaluate(formula, 1);
        if (outcome.value.isNull() && !outcome.whyNull.isEmpty())
            return tongban::fail(FaultKind::Conflict,
                                 QStringLiteral("“%1” for %2 gives null: %3")
                                     .arg(it.value(), it.key(), outcome.whyNull));
        data.insert(it.key(), outcome.value);
    }
    return data;
}

// Each armed timer counts by its rule in the new definition from when it was armed; a repeating one
// from when it fired last, with the repetitions it has left.
Result<void> Run::redateTimers() {
    const QList<Timer> timers = m_state.timers;
    for (const Timer& timer : timers) {
        const int catching = m_definition.indexOf(timer.element);
        const TriggerRule* rule = nullptr;
        int rules = 0;
        if (catching >= 0) {
            for (const TriggerRule& one : at(catching).triggers) {
                if (one.trigger == Trigger::Timer) {
                    rule = &one;
                    ++rules;
                }
            }
        }
        if (rules != 1)
            return tongban::fail(
                FaultKind::Conflict,
                QStringLiteral("%1 has %2 timers, not one").arg(timer.element).arg(rules));
        const Time time = timeOf(*rule, timer.owner, timer.armed);
        if (!time.why.isEmpty())
            return tongban::fail(FaultKind::Conflict,
                                 QStringLiteral("%1: %2").arg(timer.element, time.why));
        const bool repeats = timer.every != 0 && time.every != 0;
        Event event = make(EventKind::Armed, catching, timer.owner);
        event.key = timer.key;
        event.due = repeats
                        ? std::max(time.due, timer.armed + std::chrono::milliseconds(time.every))
                        : time.due;
        const qint32 left = repeats && timer.left >= 0 ? timer.left : time.left;
        if (event.due == timer.due && time.every == timer.every && left == timer.left)
            continue;
        if (time.every != 0)
            event.data = {{QStringLiteral("every"), time.every}, {QStringLiteral("left"), left}};
        emit(std::move(event));
    }
    return {};
}

} // namespace tongban::workflow
