// Dates, times and time zones of FEEL: proleptic Gregorian, years of up to nine digits,
// nanoseconds.
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace tongban::feel {

constexpr qint64 secondsPerDay = 86'400;
constexpr int maxYear = 999'999'999;

struct Date {
    qint32 year = 1970;
    qint32 month = 1;
    qint32 day = 1;

    bool isValid() const;
    qint64 dayNumber() const; // days since 1970-01-01
    static Date fromDayNumber(qint64 number);
    int weekday() const; // 1 Monday … 7 Sunday
    int dayOfYear() const;
    int weekOfYear() const; // ISO 8601
    // Keeps the day of the month where the month has it, else takes the month's last day.
    std::optional<Date> plusMonths(qint64 months) const;
    bool operator==(const Date&) const = default;
    std::strong_ordering operator<=>(const Date& other) const {
        return orderKey() <=> other.orderKey();
    }

private:
    qint64 orderKey() const { return (qint64(year) * 16 + month) * 32 + day; }
};

int daysInMonth(qint64 year, int month);

// Where a time stands in the world: nowhere in particular, at an offset, or in a named zone.
struct Zone {
    enum class Kind : quint8 { Local, Offset, Named };
    Kind kind = Kind::Local;
    qint32 offset = 0; // seconds east, for Offset
    QString name;      // IANA, for Named

    static Zone utc() { return {Kind::Offset, 0, {}}; }
    bool operator==(const Zone&) const = default;
};

struct Time {
    qint32 second = 0; // of the day
    qint32 nano = 0;
    Zone zone;

    int hour() const { return second / 3600; }
    int minute() const { return second / 60 % 60; }
    int secondOfMinute() const { return second % 60; }
    bool operator==(const Time&) const = default;
};

struct DateTime {
    Date date;
    Time time;
    bool operator==(const DateTime&) const = default;
};

// The offset in seconds of a zone at a local date and time; nullopt for Local and for an unknown
// zone.
std::optional<int> offsetOf(const Zone& zone, const Date& date, int secondOfDay);
bool zoneExists(const QString& name);
// Seconds since 1970-01-01T00:00Z; a local date and time is taken as UTC.
qint64 epochSeconds(const DateTime& at);
// The date and time in `zone` that many seconds later, same nanoseconds.
std::optional<DateTime> plusSeconds(const DateTime& at, qint64 seconds);
std::optional<DateTime> fromEpoch(qint64 seconds, int nano, const Zone& zone);

// ISO 8601 as XML Schema writes it, with FEEL's @zone; nullopt for anything else.
std::optional<Date> parseDate(QStringView text);
std::optional<Time> parseTime(QStringView text);
std::optional<DateTime> parseDateTime(QStringView text);
QString textOf(const Date& date);
QString textOf(const Time& time);
QString textOf(const DateTime& at);
QString textOf(const Zone& zone);

} // namespace tongban::feel
