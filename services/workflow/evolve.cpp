// evolve(): how each event changes a case. Total and without judgement.
#include "services/workflow/evolve_parts.h"

#include <QJsonArray>
#include <algorithm>

namespace tongban::workflow {

namespace {

constexpr qsizetype commandsRemembered = 32;

Active* findActive(Instance& instance, quint32 key) {
    for (qsizetype i = 0; i < instance.active.size(); ++i) {
        if (instance.active.at(i).key == key)
            return &instance.active[i];
    }
    return nullptr;
}

void markTaken(Instance& instance, const QString& id) {
    if (id.isEmpty())
        return;
    const auto at = std::lower_bound(instance.taken.cbegin(), instance.taken.cend(), id);
    if (at == instance.taken.cend() || *at != id)
        instance.taken.insert(at - instance.taken.cbegin(), id);
}

// A variable goes to the nearest scope that has it, else to the outermost one.
void assign(Instance& instance, quint32 from, const QJsonObject& values) {
    for (auto it = values.begin(); it != values.end(); ++it) {
        Active* target = nullptr;
        for (Active* scope = findActive(instance, from); scope != nullptr;
             scope = scope->scope ? findActive(instance, scope->scope) : nullptr) {
            target = scope;
            if (scope->variables.contains(it.key()))
                break;
        }
        if (target != nullptr)
            target->variables.insert(it.key(), it.value());
    }
}

void remove(Instance& instance, quint32 key) {
    instance.active.removeIf([key](const Active& one) { return one.key == key; });
    instance.timers.removeIf([key](const Timer& one) { return one.owner == key; });
    instance.waits.removeIf([key](const Wait& one) { return one.owner == key; });
    instance.arrivals.removeIf([key](const Arrival& one) { return one.scope == key; });
    instance.incidents.removeIf(
        [key](const Incident& one) { return one.owner == key || one.scope == key; });
}

void endVisit(Instance& instance, const Event& event, const QString& how) {
    for (qsizetype i = instance.visits.size() - 1; i >= 0; --i) {
        if (instance.visits.at(i).key != event.key || !instance.visits.at(i).how.isEmpty())
            continue;
        Visit& visit = instance.visits[i];
        visit.left = event.at;
        visit.how = how;
        if (!event.by.isEmpty())
            visit.by = event.by;
        return;
    }
}

void applyLeft(Instance& instance, const Event& event, const QString& how, bool compensable) {
    const Active* gone = instance.find(event.key);
    if (gone == nullptr)
        return;
    const quint32 key = event.key;
    if (compensable)
        instance.compensable.append({gone->element, key, gone->scope});
    else
        instance.compensable.removeIf([key](const Compensable& one) { return one.scope == key; });
    remove(instance, key);
    endVisit(instance, event, how);
}

void applyEntered(Instance& instance, const Event& event) {
    // A key is newer than that of its scope, so that the way outwards always ends, whatever a
    // foreign journal says.
    if (event.key <= event.scope || !instance.has(event.scope) || instance.has(event.key))
        return;
    Active one;
    one.element = event.element;
    one.key = event.key;
    one.scope = event.scope;
    one.offered = event.kind == EventKind::Offered;
    one.asked = event.kind == EventKind::Asked;
    one.due = event.due;
    if (!event.data.isEmpty()) {
        for (const QJsonValue group : event.data.value(QLatin1String("groups")).toArray())
            one.groups.append(group.toString());
        one.variables = event.data.value(QLatin1String("variables")).toObject();
        one.cause = static_cast<quint32>(event.data.value(QLatin1String("cause")).toInt());
        one.assignee = event.data.value(QLatin1String("assignee")).toString();
        const QString role = event.data.value(QLatin1String("role")).toString();
        if (role == QLatin1String("body"))
            one.role = Active::Body;
        else if (role == QLatin1String("inner"))
            one.role = Active::Inner;
        else if (role == QLatin1String("handler"))
            one.role = Active::Handler;
        if (one.role == Active::Inner) {
            if (Active* body = findActive(instance, event.scope))
                one.loop = ++body->loop;
        }
    }
    instance.active.append(std::move(one));
    markTaken(instance, event.flow);
    const QString milestone = event.kind == EventKind::Asked
                                  ? event.data.value(QLatin1String("milestone")).toString()
                                  : event.name;
    if (event.kind == EventKind::Offered || !milestone.isEmpty())
        instance.visits.append(
            {event.element, milestone, event.key, event.scope, event.at, {}, {}, {}});
}

void applyWaited(Instance& instance, const Event& event) {
    markTaken(instance, event.flow);
    for (Arrival& one : instance.arrivals) {
        if (one.element == event.element && one.scope == event.scope && one.flow == event.flow) {
            ++one.count;
            return;
        }
    }
    instance.arrivals.append({event.element, event.scope, event.flow, 1});
}

// reason: "" takes one token from each flow of data.flows; "fired" also marks a complex gateway;
// "reset" and "cancelled" forget everything that waited at the element (or, without one, in the
// scope).
void applyMerged(Instance& instance, const Event& event) {
    const auto here = [&event](const Arrival& one) {
        return one.scope == event.scope &&
               (event.element.isEmpty() || one.element == event.element);
    };
    if (event.reason == QLatin1String("reset") || event.reason == QLatin1String("cancelled")) {
        instance.arrivals.removeIf(here);
        return;
    }
    for (const QJsonValue flow : event.data.value(QLatin1String("flows")).toArray()) {
        for (Arrival& one : instance.arrivals) {
            if (here(one) && one.flow == flow.toString() && one.count > 0) {
                --one.count;
                break;
            }
        }
    }
    instance.arrivals.removeIf([](const Arrival& one) { return one.count == 0; });
    if (event.reason == QLatin1String("fired"))
        instance.arrivals.append({event.element, event.scope, {}, 1});
}

void applyTimer(Instance& instance, const Event& event) {
    if (event.kind == EventKind::Armed) {
        const auto every = static_cast<qint64>(event.data.value(QLatin1String("every")).toDouble());
        const int left = event.data.value(QLatin1String("left")).toInt();
        for (Timer& timer : instance.timers) {
            if (timer.key != event.key)
                continue;
            timer.due = event.due; // dated anew by a migration
            timer.every = every;
            timer.left = left;
            return;
        }
        instance.timers.append(
            {event.element, event.key, event.scope, event.at, event.due, every, left});
        return;
    }
    markTaken(instance, event.element);
    for (Wait& wait : instance.waits) {
        if (wait.key == event.key)
            wait.held = true;
    }
    for (Timer& timer : instance.timers) {
        if (timer.key != event.key)
            continue;
        if (event.due == Instant{})
            return void(
                instance.timers.removeIf([&](const Timer& one) { return one.key == event.key; }));
        timer.armed = event.at;
        timer.due = event.due;
        timer.left -= timer.left > 0 ? 1 : 0;
        return;
    }
}

void applyAwaited(Instance& instance, const Event& event) {
    for (Wait& wait : instance.waits) {
        if (wait.key == event.key) {
            wait.held = false;
            return;
        }
    }
    instance.waits.append({event.element, event.key, event.scope,
                           event.data.value(QLatin1String("as")).toString(), event.name,
                           event.data.value(QLatin1String("correlation")).toString(), false});
}

void applyOpened(Instance& instance, const Event& event) {
    if (instance.life != Life::Unborn)
        return;
    instance.life = Life::Open;
    instance.process = event.element;
    instance.package = event.name;
    instance.opened = event.at;
    Active root;
    root.element = event.element;
    root.key = 1;
    root.variables = event.data.value(QLatin1String("variables")).toObject();
    instance.active.append(std::move(root));
}

void applyDone(Instance& instance, const Event& event) {
    assign(instance, event.scope, event.data);
    applyLeft(instance, event, QStringLiteral("done"),
              event.reason == QLatin1String("compensable"));
}

} // namespace

void evolve(Instance& instance, const Event& event) {
    instance.sequence = event.sequence;
    if (!event.command.isEmpty() &&
        (instance.commands.isEmpty() || instance.commands.last() != event.command)) {
        if (instance.commands.size() >= commandsRemembered)
            instance.commands.removeFirst();
        instance.commands.append(event.command);
    }
    switch (event.kind) {
    case EventKind::Opened:
        return applyOpened(instance, event);
    case EventKind::Passed:
        markTaken(instance, event.flow.isEmpty() ? event.element : event.flow);
        if (event.key != 0) // a compensation record is used up
            instance.compensable.removeIf(
                [&](const Compensable& one) { return one.key == event.key; });
        else if (event.reason == QLatin1String("compensable"))
            instance.compensable.append({event.element, event.sequence, event.scope});
        if (!event.name.isEmpty())
            instance.visits.append({event.element, event.name, event.sequence, event.scope,
                                    event.at, event.at, event.by, QStringLiteral("done")});
        return;
    case EventKind::Entered:
    case EventKind::Offered:
    case EventKind::Asked:
        return applyEntered(instance, event);
    case EventKind::Left:
        return applyLeft(instance, event, event.reason,
                         event.data.contains(QLatin1String("compensable")));
    case EventKind::Waited:
        return applyWaited(instance, event);
    case EventKind::Merged:
        return applyMerged(instance, event);
    case EventKind::Set:
        if (event.key != 0) { // into that very scope
            if (Active* scope = findActive(instance, event.key)) {
                for (auto it = event.data.begin(); it != event.data.end(); ++it)
                    scope->variables.insert(it.key(), it.value());
            }
            return;
        }
        return assign(instance, event.scope, event.data);
    case EventKind::Claimed:
    case EventKind::Assigned:
        if (Active* one = findActive(instance, event.key))
            one->assignee = event.kind == EventKind::Claimed
                                ? event.by
                                : event.data.value(QLatin1String("to")).toString();
        return;
    case EventKind::Completed:
    case EventKind::Performed:
        return applyDone(instance, event);
    case EventKind::Failed:
        if (Active* one = findActive(instance, event.key))
            ++one->failures;
        return;
    case EventKind::Armed:
    case EventKind::Fired:
        return applyTimer(instance, event);
    case EventKind::Disarmed:
        instance.timers.removeIf([&](const Timer& one) { return one.key == event.key; });
        instance.waits.removeIf([&](const Wait& one) { return one.key == event.key; });
        return;
    case EventKind::Awaited:
        return applyAwaited(instance, event);
    case EventKind::Correlated:
        markTaken(instance, event.element);
        return assign(instance, event.scope, event.data.value(QLatin1String("payload")).toObject());
    case EventKind::DeadlineSet:
        if (event.key == 0)
            return applyClock(instance, event);
        if (Active* one = findActive(instance, event.key))
            one->due = event.due;
        return;
    case EventKind::ClockPaused:
    case EventKind::ClockResumed:
    case EventKind::ClockStopped:
    case EventKind::Extended:
        return applyClock(instance, event);
    case EventKind::Noticed:
        instance.missing.clear();
        for (const QJsonValue item : event.data.value(QLatin1String("items")).toArray())
            instance.missing.append(item.toString());
        return;
    case EventKind::Suspended:
        instance.life = Life::Suspended;
        return;
    case EventKind::Resumed:
        instance.life = Life::Open;
        return;
    case EventKind::Stuck:
        instance.incidents.append({event.sequence, event.key, event.element, event.flow, event.name,
                                   event.reason, event.scope});
        return;
    case EventKind::Freed:
        instance.incidents.removeIf([&](const Incident& one) { return one.key == event.key; });
        return;
    case EventKind::HandedOver:
        instance.owner = event.data.value(QLatin1String("to")).toString();
        ++instance.epoch;
        return;
    case EventKind::Migrated:
        return applyMigrated(instance, event);
    case EventKind::Closed:
        return applyClosed(instance, event);
    case EventKind::Decided:
    case EventKind::Sent:
    case EventKind::Urged:
    case EventKind::Returned:
    case EventKind::Countersigned:
        return; // on record; their effects are events of their own
    }
}

Instance fold(std::span<const Event> history) {
    Instance instance;
    for (const Event& event : history)
        evolve(instance, event);
    return instance;
}

} // namespace tongban::workflow
