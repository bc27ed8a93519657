// Time limits of a case: legal and promised clocks start, pause, stop and are extended (行政许可法
// art. 32, 42, 45).
#include "services/workflow/run.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

const QString legalClock = QStringLiteral("legal");
const QString promisedClock = QStringLiteral("promised");

} // namespace

// The limit that starts with a step: its own, else that of the whole process.
const LimitRule& Run::limitOf(const QString& clock, const StepFacts& starting) const {
    const StepFacts& process = at(m_definition.process(m_state.process)).activity().facts;
    if (clock == legalClock)
        return starting.legal.isSet() ? starting.legal : process.legal;
    return starting.promised.isSet() ? starting.promised : process.promised;
}

void Run::startClock(const QString& name, const LimitRule& rule) {
    if (!rule.isSet())
        return;
    for (const CaseClock& clock : m_state.clocks) {
        if (clock.name == name)
            return; // it runs already
    }
    setDeadline(name, rule, dueOf(rule, m_occasion.at, calendar()));
}

void Run::setDeadline(const QString& name, const LimitRule& rule, const DueInstant& due) {
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

// Another definition holds: limits are dated as if it had been so from the start, and what pauses
// and extensions have given stays given. A limit the old definition did not have starts when the
// starting step was done.
void Run::redateClocks() {
    StepFacts starting;
    Instant begun{};
    for (const Element& element : m_definition.elements()) {
        if (!element.detail || element.activity().facts.clock != ClockRole::Start)
            continue;
        starting = element.activity().facts;
        for (const Visit& visit : std::as_const(m_state.visits)) {
            if (visit.element == element.id && visit.how == QLatin1String("done"))
                begun = visit.left;
        }
        if (begun != Instant{})
            break;
    }
    for (const QString& name : {legalClock, promisedClock}) {
        const LimitRule& rule = limitOf(name, starting);
        if (!rule.isSet())
            continue;
        const auto known = std::find_if(m_state.clocks.cbegin(), m_state.clocks.cend(),
                                        [&](const CaseClock& one) { return one.name == name; });
        if (known == m_state.clocks.cend()) {
            if (begun != Instant{})
                setDeadline(name, rule, dueOf(rule, begun, calendar()));
        } else if (!known->stopped && known->rule != rule.text()) {
            setDeadline(name, rule, redated(*known, rule));
        }
    }
}

DueInstant Run::redated(const CaseClock& clock, const LimitRule& rule) const {
    DueInstant due = dueOf(rule, clock.started, calendar());
    const auto old = readLimit(clock.rule);
    if (!old.has_value())
        return due;
    const Instant nominal = dueOf(*old, clock.started, calendar()).at;
    if (rule.unit == LimitUnit::Hours)
        due.at += clock.due - nominal;
    else if (rule.unit == LimitUnit::Days)
        due.at = endOfLocalDay(
            localDate(due.at).addDays(localDate(nominal).daysTo(localDate(clock.due))));
    else if (const int given =
                 calendar().workingDaysBetween(localDate(nominal), localDate(clock.due));
             given > 0) {
        const DueDay day = calendar().addWorkingDays(localDate(due.at), given);
        due = {endOfLocalDay(day.date), due.provisional || day.provisional};
    }
    return due;
}

// The limits of open steps, counted from when each was offered.
void Run::redateSteps() {
    const QList<Visit> visits = m_state.visits;
    for (const Visit& visit : visits) {
        const Active* step = find(visit.key);
        if (step == nullptr || !step->offered)
            continue;
        const Instant due = stepDue(at(indexOf(*step)), step->scope, visit.entered);
        if (due == step->due)
            continue;
        Event event = make(EventKind::DeadlineSet, indexOf(*step), 0);
        event.key = visit.key;
        event.due = due;
        emit(std::move(event));
    }
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
        startClock(legalClock, limitOf(legalClock, facts));
        startClock(promisedClock, limitOf(promisedClock, facts));
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

Instant Run::stepDue(const Element& element, quint32 scope, Instant since) const {
    const ActivityDetail& detail = element.activity();
    if (detail.facts.limit.isSet())
        return dueOf(detail.facts.limit, since, calendar()).at;
    if (detail.dueDate.isEmpty())
        return {};
    const QString text = evaluate(detail.dueDate, scope).value.toString();
    if (const auto limit = readLimit(text); limit.has_value())
        return dueOf(*limit, since, calendar()).at;
    if (const auto date = readDate(text); date.has_value())
        return *date;
    const auto later = addDuration(since, text);
    return later.has_value() ? *later : Instant{};
}

} // namespace tongban::workflow
