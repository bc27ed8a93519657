// now, today, is, and the calendar functions (DMN 1.5 Tables 79 and 80).
#include "services/feel/builtins.h"

namespace tongban::feel {

namespace {

DateTime moment(Call& call) {
    const Occasion& occasion = call.machine().occasion();
    const qint64 milliseconds = occasion.now.time_since_epoch().count();
    const qint64 seconds = milliseconds >= 0 ? milliseconds / 1000 : -((999 - milliseconds) / 1000);
    const auto nano = static_cast<int>(milliseconds - seconds * 1000) * 1'000'000;
    const Zone zone =
        occasion.zone.isEmpty() ? Zone::utc() : Zone{Zone::Kind::Named, 0, occasion.zone};
    return fromEpoch(seconds, nano, zone).value_or(DateTime{});
}

Value now(Call& call) {
    return Value(moment(call));
}

Value today(Call& call) {
    return Value(moment(call).date);
}

std::optional<Date> dateOf(Call& call) {
    const Value given = call.unwrapped(0, Kind::Date);
    if (given.is(Kind::DateTime))
        return given.dateTime().date;
    if (given.is(Kind::Date))
        return given.date();
    call.wrongType(0, QStringLiteral("a date"));
    return std::nullopt;
}

Value dayOfYear(Call& call) {
    const auto date = dateOf(call);
    return date ? Value(date->dayOfYear()) : Value();
}

Value dayOfWeek(Call& call) {
    static const QStringList names{QStringLiteral("Monday"),    QStringLiteral("Tuesday"),
                                   QStringLiteral("Wednesday"), QStringLiteral("Thursday"),
                                   QStringLiteral("Friday"),    QStringLiteral("Saturday"),
                                   QStringLiteral("Sunday")};
    const auto date = dateOf(call);
    return date ? Value(names[date->weekday() - 1]) : Value();
}

Value monthOfYear(Call& call) {
    static const QStringList names{
        QStringLiteral("January"), QStringLiteral("February"), QStringLiteral("March"),
        QStringLiteral("April"),   QStringLiteral("May"),      QStringLiteral("June"),
        QStringLiteral("July"),    QStringLiteral("August"),   QStringLiteral("September"),
        QStringLiteral("October"), QStringLiteral("November"), QStringLiteral("December")};
    const auto date = dateOf(call);
    return date ? Value(names[date->month - 1]) : Value();
}

Value weekOfYear(Call& call) {
    const auto date = dateOf(call);
    return date ? Value(date->weekOfYear()) : Value();
}

// The same element of the same type: equal times in different zones are two elements.
Value sameElement(Call& call) {
    const Value a = call.argument(0);
    const Value b = call.argument(1);
    if (a.kind() != b.kind())
        return Value(false);
    if (a.is(Kind::Time))
        return Value(a.time() == b.time());
    if (a.is(Kind::DateTime))
        return Value(a.dateTime() == b.dateTime());
    return Value(equal(a, b).value_or(false));
}

} // namespace

std::span<const BuiltinRow> temporalBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"now", "", now, false},
        {"today", "", today, false},
        {"day of year", "date", dayOfYear},
        {"day of week", "date", dayOfWeek},
        {"month of year", "date", monthOfYear},
        {"week of year", "date", weekOfYear},
        {"is", "value1?, value2?", sameElement},
    };
    return rows;
}

} // namespace tongban::feel
