// Time limits of a case: legal and promised clocks start, pause, stop and are extended (行政许可法
// art. 32, 42, 45).
#include "services/workflow/run.h"

#include "services/workflow/time_text.h"

namespace tongban::workflow {

void Run::startClock(const QString& name, const LimitRule& rule) {
    if (!rule.isSet())
        return;
    for (const CaseClock& clock : m_state.clocks) {
        if (clock.name == name)
            return; // it runs already
    }
    const DueInstant due = dueOf(rule, m_occasion.at, calendar());
    Event event = make(EventKind::DeadlineSet, -1, 0);
    event.name = name;
    event.due = due.at;
    event.data = {{QStringLiteral("rule"), rule.text()}};
    if (!rule.basis.isEmpty())
        event.data.insert(QStringLiteral("basis"), rule.basis);
    if (!calendar().digest().isEmpty() && rule.unit == LimitUnit::WorkingDays)
        event.data.insert(QStringLiteral("calendar"), calendar().digest());
    if (due.provisional)
        event.data.insert(QStringLiteral("provisional"), true);
    emit(std::move(event));
}

void Run::clocksOnEnter(const Element& element) {
    if (!element.detail || element.activity().facts.clock != ClockRole::Pause)
        return;
    pauseClocks(element.name, element.activity().facts.basis);
}

void Run::clocksOnLeave(const Element& element) {
    if (!element.detail)
        return;
    const StepFacts& facts = element.activity().facts;
    if (facts.clock == ClockRole::Pause)
        return resumeClocks();
    if (facts.clock == ClockRole::Start) {
        const StepFacts& process = at(m_definition.process(m_state.process)).activity().facts;
        startClock(QStringLiteral("legal"), facts.legal.isSet() ? facts.legal : process.legal);
        startClock(QStringLiteral("promised"),
                   facts.promised.isSet() ? facts.promised : process.promised);
    }
    if (facts.clock == ClockRole::Stop) {
        const QList<CaseClock> clocks = m_state.clocks;
        for (const CaseClock& clock : clocks) {
            if (clock.stopped)
                continue;
            Event event = make(EventKind::ClockStopped, -1, 0);
            event.name = clock.name;
            emit(std::move(event));
        }
    }
}

void Run::pauseClocks(const QString& reason, const QString& basis) {
    const QList<CaseClock> clocks = m_state.clocks;
    for (const CaseClock& clock : clocks) {
        if (clock.stopped || clock.paused)
            continue;
        Event event = make(EventKind::ClockPaused, -1, 0);
        event.name = clock.name;
        event.reason = reason;
        if (!basis.isEmpty())
            event.data.insert(QStringLiteral("basis"), basis);
        emit(std::move(event));
    }
}

// Days on which a clock stood still are given back in its own unit.
void Run::resumeClocks() {
    const QList<CaseClock> clocks = m_state.clocks;
    for (const CaseClock& clock : clocks) {
        if (clock.stopped || !clock.paused)
            continue;
        Event event = make(EventKind::ClockResumed, -1, 0);
        event.name = clock.name;
        const auto rule = readLimit(clock.rule);
        const QDate pausedOn = localDate(clock.pausedAt);
        const QDate today = localDate(m_occasion.at);
        const QDate due = localDate(clock.due);
        if (!rule.has_value() || rule->unit == LimitUnit::Hours)
            event.due = clock.due + (m_occasion.at - clock.pausedAt);
        else if (rule->unit == LimitUnit::WorkingDays)
            event.due = endOfLocalDay(
                calendar()
                    .addWorkingDays(due, calendar().workingDaysBetween(pausedOn, today))
                    .date);
        else
            event.due = endOfLocalDay(due.addDays(pausedOn.daysTo(today)));
        emit(std::move(event));
    }
}

Instant Run::stepDue(const Element& element, quint32 scope) const {
    const ActivityDetail& detail = element.activity();
    if (detail.facts.limit.isSet())
        return dueOf(detail.facts.limit, m_occasion.at, calendar()).at;
    if (detail.dueDate.isEmpty())
        return {};
    const QString text = evaluate(detail.dueDate, scope).value.toString();
    if (const auto limit = readLimit(text); limit.has_value())
        return dueOf(*limit, m_occasion.at, calendar()).at;
    if (const auto date = readDate(text); date.has_value())
        return *date;
    const auto later = addDuration(m_occasion.at, text);
    return later.has_value() ? *later : Instant{};
}

} // namespace tongban::workflow
