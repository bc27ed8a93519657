// Working days as FEEL sees them; P20D never means working days.
#include "services/workflow/day_functions.h"

namespace tongban::workflow {

namespace {

constexpr qint64 epochJulianDay = 2'440'588;

// A date, a date and time, or the text of a date.
Result<QDate> dateOf(const feel::Value& value) {
    QDate date;
    if (value.is(feel::Kind::Date))
        date = QDate::fromJulianDay(value.date().dayNumber() + epochJulianDay);
    else if (value.is(feel::Kind::DateTime))
        date = QDate::fromJulianDay(value.dateTime().date.dayNumber() + epochJulianDay);
    else if (value.is(feel::Kind::String))
        date = QDate::fromString(value.string(), Qt::ISODate);
    if (!date.isValid() || date.year() < 1900 || date.year() > 2999)
        return fail(FaultKind::Invalid, QStringLiteral("expected a date"));
    return date;
}

Result<int> countOf(const feel::Value& value) {
    constexpr int most = 10'000;
    const int count = value.is(feel::Kind::Number) ? feel::toJson(value).toInt(-1) : -1;
    if (count < 0 || count > most)
        return fail(FaultKind::Invalid,
                    QStringLiteral("expected a whole number of days up to %1").arg(most));
    return count;
}

} // namespace

QStringList dayFunctionNames() {
    return {QStringLiteral("add working days"), QStringLiteral("working days between"),
            QStringLiteral("is working day")};
}

feel::Context dayFunctions(const WorkCalendar& calendar) {
    const WorkCalendar* days = &calendar;
    const QStringList names = dayFunctionNames();
    const auto add = [days](std::span<const feel::Value> arguments) -> Result<feel::Value> {
        TRY_ASSIGN(const QDate from, dateOf(arguments[0]));
        TRY_ASSIGN(const int count, countOf(arguments[1]));
        const QDate due = days->addWorkingDays(from, count).date;
        return feel::Value(feel::Date::fromDayNumber(due.toJulianDay() - epochJulianDay));
    };
    const auto between = [days](std::span<const feel::Value> arguments) -> Result<feel::Value> {
        TRY_ASSIGN(const QDate after, dateOf(arguments[0]));
        TRY_ASSIGN(const QDate upTo, dateOf(arguments[1]));
        return feel::Value(days->workingDaysBetween(after, upTo));
    };
    const auto is = [days](std::span<const feel::Value> arguments) -> Result<feel::Value> {
        TRY_ASSIGN(const QDate day, dateOf(arguments[0]));
        return feel::Value(days->isWorkingDay(day));
    };
    feel::Context functions;
    functions.insert(
        names.at(0),
        feel::Value::function(names.at(0), {QStringLiteral("date"), QStringLiteral("days")}, add));
    functions.insert(names.at(1),
                     feel::Value::function(
                         names.at(1), {QStringLiteral("after"), QStringLiteral("up to")}, between));
    functions.insert(names.at(2), feel::Value::function(names.at(2), {QStringLiteral("date")}, is));
    feel::Context all;
    all.insert(QStringLiteral("tb"), feel::Value(functions));
    return all;
}

} // namespace tongban::workflow
