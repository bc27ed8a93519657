// ISO 8601 as BPMN timers use it (BPMN 2.0.2 table 10.101).
#include "services/workflow/time_text.h"

#include <QDateTime>

namespace tongban::workflow {

namespace {

using namespace std::chrono_literals;
constexpr auto zone = 8h;
constexpr qint64 longest = 100LL * 366 * 24 * 3600 * 1000; // a century

auto refuse(const QString& text, const char* wanted) {
    return fail(FaultKind::Invalid,
                QStringLiteral("“%1” is not %2").arg(text.left(60), QLatin1String(wanted)));
}

struct Period {
    int months = 0;
    qint64 milliseconds = 0;
};

// The number before a designator; a fraction is allowed for seconds only.
bool takeNumber(QStringView text, qsizetype& at, double& number) {
    const qsizetype start = at;
    while (at < text.size() && (text.at(at).isDigit() || text.at(at) == u'.'))
        ++at;
    bool ok = false;
    number = text.mid(start, at - start).toDouble(&ok);
    return ok && number < 1e9;
}

bool readPeriod(QStringView text, Period& period) {
    if (text.size() < 3 || text.at(0) != u'P')
        return false;
    const QStringView dateUnits = u"YMWD";
    const QStringView timeUnits = u"HMS";
    bool inTime = false;
    qsizetype lastUnit = -1;
    qsizetype at = 1;
    while (at < text.size()) {
        if (text.at(at) == u'T') {
            if (inTime || at + 1 == text.size())
                return false;
            inTime = true;
            lastUnit = -1;
            ++at;
            continue;
        }
        double number = 0;
        if (!takeNumber(text, at, number) || at == text.size())
            return false;
        const qsizetype unit = (inTime ? timeUnits : dateUnits).indexOf(text.at(at++));
        if (unit <= lastUnit)
            return false;
        lastUnit = unit;
        constexpr double day = 86'400'000;
        if (!inTime && unit < 2)
            period.months += static_cast<int>(number) * (unit == 0 ? 12 : 1);
        else if (!inTime)
            period.milliseconds += static_cast<qint64>(number * (unit == 2 ? 7 * day : day));
        else
            period.milliseconds += static_cast<qint64>(number * (unit == 0   ? 3'600'000
                                                                 : unit == 1 ? 60'000
                                                                             : 1000));
    }
    return period.milliseconds <= longest && period.months <= 1200;
}

Instant added(Instant from, const Period& period) {
    Instant at = from;
    if (period.months != 0) {
        const QDateTime local =
            QDateTime::fromMSecsSinceEpoch((from + zone).time_since_epoch().count(), Qt::UTC);
        at =
            Instant(std::chrono::milliseconds(local.addMonths(period.months).toMSecsSinceEpoch())) -
            zone;
    }
    return at + std::chrono::milliseconds(period.milliseconds);
}

} // namespace

QDate localDate(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at + zone);
    constexpr qint64 epochJulianDay = 2'440'588;
    return QDate::fromJulianDay(day.time_since_epoch().count() + epochJulianDay);
}

Instant endOfLocalDay(QDate day) {
    constexpr qint64 epochJulianDay = 2'440'588;
    const std::chrono::sys_days start{std::chrono::days(day.toJulianDay() - epochJulianDay)};
    return Instant(start) - zone + 24h - 1ms;
}

Result<Instant> readDate(const QString& text) {
    QDateTime parsed = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.date().year() < 1900 || parsed.date().year() > 2999)
        return refuse(text, "a date such as 2026-06-01T08:00:00");
    if (parsed.timeSpec() == Qt::LocalTime) {
        parsed.setTimeSpec(Qt::UTC);
        return Instant(std::chrono::milliseconds(parsed.toMSecsSinceEpoch())) - zone;
    }
    return Instant(std::chrono::milliseconds(parsed.toMSecsSinceEpoch()));
}

Result<Instant> addDuration(Instant from, const QString& text) {
    Period period;
    if (!readPeriod(text.trimmed(), period))
        return refuse(text, "a duration such as PT10M or P3D");
    return added(from, period);
}

Result<RepeatingInterval> readCycle(const QString& text, Instant now) {
    RepeatingInterval cycle;
    QStringList parts = text.trimmed().split(QLatin1Char('/'));
    if (parts.first().startsWith(QLatin1Char('R'))) {
        const QString times = parts.takeFirst().mid(1);
        bool ok = true;
        cycle.times = times.isEmpty() ? -1 : times.toInt(&ok);
        if (!ok || cycle.times < -1 || cycle.times == 0)
            return refuse(text, "a cycle such as R3/PT10M");
    }
    Period period;
    if (parts.isEmpty() || parts.size() > 2 || !readPeriod(parts.last(), period) ||
        (period.months == 0 && period.milliseconds == 0))
        return refuse(text, "a cycle such as R3/PT10M");
    Instant start = now;
    if (parts.size() == 2) {
        TRY_ASSIGN(start, readDate(parts.first()));
        cycle.first = start;
    } else {
        cycle.first = added(now, period);
    }
    cycle.every = (added(start, period) - start).count();
    return cycle;
}

Result<void> checkTime(TimerKind kind, const QString& text) {
    const Instant any = Instant(std::chrono::hours(24 * 365 * 50));
    if (kind == TimerKind::Date)
        TRY(readDate(text));
    if (kind == TimerKind::Duration)
        TRY(addDuration(any, text));
    if (kind == TimerKind::Cycle)
        TRY(readCycle(text, any));
    if (kind == TimerKind::WorkingDays)
        TRY(readLimit(text));
    return {};
}

DueInstant dueOf(const LimitRule& rule, Instant start, const WorkCalendar& calendar) {
    if (rule.unit == LimitUnit::Hours)
        return {start + std::chrono::hours(rule.count), false};
    const DueDay day = rule.unit == LimitUnit::WorkingDays
                           ? calendar.addWorkingDays(localDate(start), rule.count)
                           : WorkCalendar::addDays(localDate(start), rule.count);
    return {endOfLocalDay(day.date), day.provisional};
}

} // namespace tongban::workflow
