// Open work and deadlines of a case.
#include "services/workflow/questions.h"

#include "services/workflow/time_text.h"

#include <QJsonArray>

namespace tongban::workflow {

namespace {

const QStringList applicantGroups = {QStringLiteral("applicant"), QStringLiteral("申请人")};

} // namespace

QString nameOf(MilestoneState state) {
    switch (state) {
    case MilestoneState::Done:
        return QStringLiteral("done");
    case MilestoneState::Here:
        return QStringLiteral("here");
    case MilestoneState::Next:
        return QStringLiteral("next");
    case MilestoneState::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

QString nameOf(Light light) {
    switch (light) {
    case Light::Green:
        return QStringLiteral("green");
    case Light::Amber:
        return QStringLiteral("amber");
    case Light::Red:
        return QStringLiteral("red");
    case Light::None:
        break;
    }
    return QStringLiteral("none");
}

QList<WorkItem> openWork(const Definition& definition, const Instance& instance) {
    QList<WorkItem> items;
    if (instance.life != Life::Open && instance.life != Life::Suspended)
        return items;
    for (const Active& one : instance.active) {
        if (!one.offered)
            continue;
        const int index = definition.indexOf(one.element);
        if (index < 0)
            continue;
        const Element& element = definition.element(index);
        const ActivityDetail& detail = element.activity();
        WorkItem item;
        item.key = one.key;
        item.element = one.element;
        item.name = element.name.isEmpty() ? element.id : element.name;
        item.milestone = detail.facts.milestone;
        item.groups = detail.groups;
        if (item.groups.isEmpty() && !element.lane.isEmpty())
            item.groups.append(element.lane);
        item.users = detail.users;
        item.assignee = one.assignee;
        item.form = detail.form;
        item.prefill = instance.variables(one.key);
        for (const Visit& visit : instance.visits) {
            if (visit.key == one.key)
                item.since = visit.entered;
        }
        item.due = one.due;
        if (!one.groups.isEmpty())
            item.groups = one.groups;
        for (const QString& group : std::as_const(item.groups))
            item.citizen = item.citizen || applicantGroups.contains(group);
        for (const Incident& incident : instance.incidents)
            item.stuck = item.stuck || incident.owner == one.key;
        items.append(item);
    }
    return items;
}

QList<Deadline> deadlines(const Instance& instance, Instant now, const WorkCalendar& calendar) {
    QList<Deadline> list;
    const auto judge = [&](Deadline& deadline, Instant from, Instant at, const LimitRule& rule) {
        const QDate today = localDate(at);
        const QDate due = localDate(deadline.due);
        const bool working = rule.unit == LimitUnit::WorkingDays;
        const auto between = [&](QDate a, QDate b) {
            return working ? calendar.workingDaysBetween(a, b) : static_cast<int>(a.daysTo(b));
        };
        deadline.daysLeft = at > deadline.due ? -between(due, today) : between(today, due);
        if (at > deadline.due && deadline.daysLeft == 0)
            deadline.daysLeft = -1; // late, though no counted day has passed since
        if (deadline.paused || deadline.met)
            return;
        const int whole = between(localDate(from), due);
        constexpr int lastDays = 2;
        if (at > deadline.due)
            deadline.light = Light::Red;
        else if (deadline.daysLeft < lastDays || deadline.daysLeft * 3 <= whole)
            deadline.light = Light::Amber;
        else
            deadline.light = Light::Green;
    };
    for (const CaseClock& clock : instance.clocks) {
        Deadline deadline{clock.name, clock.rule, clock.basis, clock.due};
        deadline.paused = clock.paused;
        deadline.met = clock.stopped;
        deadline.provisional = clock.provisional;
        deadline.extended = clock.extended;
        const Instant at = clock.stopped ? clock.stoppedAt : clock.paused ? clock.pausedAt : now;
        judge(deadline, clock.started, at, readLimit(clock.rule).value_or(LimitRule{}));
        list.append(deadline);
    }
    for (const Active& one : instance.active) {
        if (one.due == Instant{})
            continue;
        Deadline deadline;
        deadline.name = one.element;
        deadline.due = one.due;
        Instant entered = now;
        for (const Visit& visit : instance.visits) {
            if (visit.key == one.key)
                entered = visit.entered;
        }
        judge(deadline, entered, now, {});
        list.append(deadline);
    }
    return list;
}

} // namespace tongban::workflow
