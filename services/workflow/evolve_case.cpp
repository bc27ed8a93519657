// How events change the clocks of a case, its definition and its end.
#include "services/workflow/evolve_parts.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

CaseClock* findClock(Instance& instance, const QString& name) {
    for (CaseClock& clock : instance.clocks) {
        if (clock.name == name)
            return &clock;
    }
    return nullptr;
}

} // namespace

void applyClock(Instance& instance, const Event& event) {
    if (event.kind == EventKind::DeadlineSet) {
        CaseClock clock;
        clock.name = event.name;
        clock.rule = event.data.value(QLatin1String("rule")).toString();
        clock.basis = event.data.value(QLatin1String("basis")).toString();
        clock.calendar = event.data.value(QLatin1String("calendar")).toString();
        clock.provisional = event.data.value(QLatin1String("provisional")).toBool();
        clock.due = event.due;
        clock.started = event.at;
        if (CaseClock* known = findClock(instance, event.name)) {
            // a new notice, not a new clock
            clock.started = known->started;
            clock.paused = known->paused;
            clock.pausedAt = known->pausedAt;
            clock.stopped = known->stopped;
            clock.stoppedAt = known->stoppedAt;
            clock.extended = known->extended;
            *known = clock;
        } else {
            instance.clocks.append(clock);
        }
        return;
    }
    CaseClock* clock = findClock(instance, event.name);
    if (clock == nullptr)
        return;
    switch (event.kind) {
    case EventKind::ClockPaused:
        clock->paused = true;
        clock->pausedAt = event.at;
        break;
    case EventKind::ClockResumed:
        clock->paused = false;
        clock->due = event.due;
        break;
    case EventKind::ClockStopped:
        clock->stopped = true;
        clock->paused = false;
        clock->stoppedAt = event.at;
        break;
    default: // Extended
        clock->extended = true;
        clock->due = event.due;
        break;
    }
}

void applyMigrated(Instance& instance, const Event& event) {
    const QJsonObject map = event.data.value(QLatin1String("elements")).toObject();
    const auto rename = [&map](QString& id) {
        const auto to = map.constFind(id);
        if (to != map.constEnd())
            id = to->toString();
    };
    instance.package = event.name;
    rename(instance.process);
    for (Active& one : instance.active)
        rename(one.element);
    for (Arrival& one : instance.arrivals) {
        rename(one.element);
        rename(one.flow);
    }
    for (Timer& one : instance.timers)
        rename(one.element);
    for (Wait& one : instance.waits)
        rename(one.element);
    for (Incident& one : instance.incidents)
        rename(one.element);
    for (Compensable& one : instance.compensable)
        rename(one.element);
    for (Visit& one : instance.visits)
        rename(one.element);
    for (QString& one : instance.taken)
        rename(one);
    std::sort(instance.taken.begin(), instance.taken.end());
}

void applyClosed(Instance& instance, const Event& event) {
    instance.life = Life::Closed;
    instance.outcome = event.reason;
    instance.errorCode = event.name;
    instance.closed = event.at;
    // The last variables stay readable.
    instance.active.removeIf([](const Active& one) { return one.key != 1; });
    instance.arrivals.clear();
    instance.timers.clear();
    instance.waits.clear();
    instance.incidents.clear();
    instance.compensable.clear();
    for (Visit& visit : instance.visits) {
        if (!visit.how.isEmpty())
            continue;
        visit.left = event.at;
        visit.how = QStringLiteral("cancelled");
    }
    for (CaseClock& clock : instance.clocks) {
        if (!clock.stopped) {
            clock.stopped = true;
            clock.paused = false;
            clock.stoppedAt = event.at;
        }
    }
}

} // namespace tongban::workflow
