// Calendar arithmetic without a library's limits on years; zone rules from the system through
// QTimeZone.
#include "services/feel/temporal.h"

#include <QDateTime>
#include <QTimeZone>
#include <array>

namespace tongban::feel {

int daysInMonth(qint64 year, int month) {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days.at(static_cast<size_t>(month - 1));
}

bool Date::isValid() const {
    return year >= -maxYear && year <= maxYear && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(year, month);
}

// Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil and
// civil_from_days.
qint64 Date::dayNumber() const {
    const qint64 y = month <= 2 ? qint64(year) - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfShiftedYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfShiftedYear;
    return era * 146'097 + dayOfEra - 719'468;
}

Date Date::fromDayNumber(qint64 number) {
    const qint64 z = number + 719'468;
    const qint64 era = (z >= 0 ? z : z - 146'096) / 146'097;
    const qint64 doe = z - era * 146'097;
    const qint64 yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
    const qint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const qint64 mp = (5 * doy + 2) / 153;
    const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    const qint64 year = yoe + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<qint32>(year), month, static_cast<qint32>(doy - (153 * mp + 2) / 5 + 1)};
}

int Date::weekday() const {
    const qint64 shifted = (dayNumber() + 3) % 7; // day 0 was a Thursday
    return static_cast<int>(shifted < 0 ? shifted + 7 : shifted) + 1;
}

int Date::dayOfYear() const {
    return static_cast<int>(dayNumber() - Date{year, 1, 1}.dayNumber()) + 1;
}

int Date::weekOfYear() const {
    const Date thursday = fromDayNumber(dayNumber() + 4 - weekday());
    return (thursday.dayOfYear() - 1) / 7 + 1;
}

std::optional<Date> Date::plusMonths(qint64 months) const {
    if (months > 12LL * 3 * maxYear || months < -12LL * 3 * maxYear)
        return std::nullopt;
    const qint64 total = qint64(year) * 12 + (month - 1) + months;
    const qint64 newYear = total >= 0 ? total / 12 : -((11 - total) / 12);
    const int newMonth = static_cast<int>(total - newYear * 12) + 1;
    if (newYear > maxYear || newYear < -maxYear)
        return std::nullopt;
    return Date{static_cast<qint32>(newYear), newMonth,
                std::min(day, daysInMonth(newYear, newMonth))};
}

bool zoneExists(const QString& name) {
    return QTimeZone::isTimeZoneIdAvailable(name.toLatin1());
}

namespace {
constexpr qint32 firstRuledYear = 1800;
constexpr qint32 lastRuledYear = 2200;
} // namespace

std::optional<int> offsetOf(const Zone& zone, const Date& date, int secondOfDay) {
    if (zone.kind == Zone::Kind::Offset)
        return zone.offset;
    if (zone.kind == Zone::Kind::Local)
        return std::nullopt;
    const QTimeZone rules(zone.name.toLatin1());
    if (!rules.isValid())
        return std::nullopt;
    // Before the rules the local mean time; after them the rules of a year of the same 28-year
    // cycle.
    Date near = date;
    if (near.year < firstRuledYear)
        near = {firstRuledYear, 1, 1};
    else if (near.year > lastRuledYear)
        near.year = lastRuledYear - 28 + near.year % 28;
    near.day = std::min(near.day, daysInMonth(near.year, near.month));
    const QDateTime local(QDate(near.year, near.month, near.day),
                          QTime::fromMSecsSinceStartOfDay(secondOfDay * 1000), rules);
    return local.offsetFromUtc();
}

qint64 epochSeconds(const DateTime& at) {
    const int offset = offsetOf(at.time.zone, at.date, at.time.second).value_or(0);
    return at.date.dayNumber() * secondsPerDay + at.time.second - offset;
}

namespace {

std::optional<DateTime> fromLocalSeconds(qint64 seconds, int nano, const Zone& zone) {
    qint64 days = seconds / secondsPerDay;
    qint64 rest = seconds % secondsPerDay;
    if (rest < 0) {
        rest += secondsPerDay;
        --days;
    }
    constexpr qint64 far = 366LL * (maxYear + 1LL);
    if (days > far || days < -far)
        return std::nullopt;
    const Date date = Date::fromDayNumber(days);
    if (!date.isValid())
        return std::nullopt;
    return DateTime{date, Time{static_cast<qint32>(rest), nano, zone}};
}

} // namespace

std::optional<DateTime> fromEpoch(qint64 seconds, int nano, const Zone& zone) {
    if (zone.kind != Zone::Kind::Named)
        return fromLocalSeconds(seconds + zone.offset, nano, zone);
    const QTimeZone rules(zone.name.toLatin1());
    if (!rules.isValid())
        return fromLocalSeconds(seconds, nano, zone);
    const auto utc = fromLocalSeconds(seconds, nano, zone);
    if (!utc)
        return std::nullopt;
    const bool ruled = utc->date.year > firstRuledYear && utc->date.year < lastRuledYear;
    const int offset = ruled ? rules.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC))
                             : offsetOf(zone, utc->date, utc->time.second).value_or(0);
    return fromLocalSeconds(seconds + offset, nano, zone);
}

std::optional<DateTime> plusSeconds(const DateTime& at, qint64 seconds) {
    qint64 sum = 0;
    if (at.time.zone.kind == Zone::Kind::Named) {
        if (__builtin_add_overflow(epochSeconds(at), seconds, &sum))
            return std::nullopt;
        return fromEpoch(sum, at.time.nano, at.time.zone);
    }
    if (__builtin_add_overflow(at.date.dayNumber() * secondsPerDay + at.time.second, seconds, &sum))
        return std::nullopt;
    return fromLocalSeconds(sum, at.time.nano, at.time.zone);
}

} // namespace tongban::feel
