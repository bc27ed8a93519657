// Times as definitions write them: ISO 8601 dates, durations and repeating intervals, in the hall's
// time zone.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"
#include "services/workflow/definition.h"
#include "services/workflow/work_calendar.h"

#include <QDate>

namespace tongban::workflow {

// China has one zone and no summer time (since 1991): UTC+8.
QDate localDate(Instant at);
Instant endOfLocalDay(QDate day); // its last millisecond

// "2026-06-01T14:37:44Z", "…+08:00", or local time without a zone; a date alone is its midnight.
Result<Instant> readDate(const QString& text);
// "P1Y2M3DT4H5M6S" added to an instant; years and months as the calendar has them. Not negative.
Result<Instant> addDuration(Instant from, const QString& text);

struct RepeatingInterval {
    int times = -1; // -1: for ever
    Instant first{};
    qint64 every = 0; // milliseconds
};
// "R4/PT10S", "R/2026-01-01T00:00:00/P1D"; a bare duration repeats for ever.
Result<RepeatingInterval> readCycle(const QString& text, Instant now);

// Whether a literal is well formed.
Result<void> checkTime(TimerKind kind, const QString& text);

// The end of a limit that starts at an instant; the first day is not counted.
struct DueInstant {
    Instant at{};
    bool provisional = false;
};
DueInstant dueOf(const LimitRule& rule, Instant start, const WorkCalendar& calendar);

} // namespace tongban::workflow
