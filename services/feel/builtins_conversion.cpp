// Conversion functions: date, time, date and time, duration, number, string (DMN 1.5 Table 70).
#include "services/feel/builtins.h"

namespace tongban::feel {

namespace {

Value unreadable(Call& call, const QString& what) {
    return call.null(DiagnosisKind::Arithmetic, QStringLiteral("no such %1").arg(what));
}

// Three whole arguments from `first` on, as a date that exists.
std::optional<Date> dateFrom(Call& call, size_t first) {
    std::optional<qint64> parts[3];
    for (size_t i = 0; i < 3; ++i) {
        const auto number = call.number(first + i);
        if (!number)
            return std::nullopt;
        parts[i] = number->toInt64();
        if (!parts[i] || std::abs(*parts[i]) > maxYear) {
            unreadable(call, QStringLiteral("date"));
            return std::nullopt;
        }
    }
    const Date date{static_cast<qint32>(*parts[0]), static_cast<qint32>(*parts[1]),
                    static_cast<qint32>(*parts[2])};
    if (date.isValid())
        return date;
    unreadable(call, QStringLiteral("date"));
    return std::nullopt;
}

Value date(Call& call) {
    if (call.count() == 3) {
        const auto made = dateFrom(call, 0);
        return made ? Value(*made) : Value();
    }
    Value from = call.unwrapped(0, Kind::String);
    if (from.is(Kind::Date))
        return from;
    if (from.is(Kind::DateTime))
        return Value(from.dateTime().date);
    if (!from.is(Kind::String))
        return call.wrongType(0, QStringLiteral("a string or a date"));
    const auto parsed = parseDate(from.string());
    return parsed ? Value(*parsed) : unreadable(call, QStringLiteral("date"));
}

// An offset as a duration, or a zone by name; nullopt after saying why.
std::optional<Zone> zoneFrom(Call& call, size_t i) {
    if (!call.has(i))
        return Zone{};
    const Value given = call.argument(i);
    if (given.is(Kind::String)) {
        if (zoneExists(given.string()))
            return Zone{Zone::Kind::Named, 0, given.string()};
    } else if (given.is(Kind::DaysTime)) {
        const auto seconds = given.seconds().toInt64();
        if (seconds && std::abs(*seconds) <= 64'800) // 18 hours
            return Zone{Zone::Kind::Offset, static_cast<qint32>(*seconds), {}};
    }
    call.wrongType(i, QStringLiteral("an offset"));
    return std::nullopt;
}

// Hour, minute, second (which may have a fraction) and offset from argument `first` on.
std::optional<Time> timeFrom(Call& call, size_t first) {
    const auto hour = call.number(first);
    const auto minute = call.number(first + 1);
    const auto second = call.number(first + 2);
    if (!hour || !minute || !second)
        return std::nullopt;
    const auto zone = zoneFrom(call, first + 3);
    const auto h = hour->toInt64();
    const auto m = minute->toInt64();
    const auto s = second->floor().toInt64();
    if (!zone)
        return std::nullopt;
    if (!h || !m || !s || *h < 0 || *h > 23 || *m < 0 || *m > 59 || *s < 0 || *s > 59) {
        unreadable(call, QStringLiteral("time"));
        return std::nullopt;
    }
    const auto fraction = subtract(*second, second->floor());
    const auto nanos = fraction ? multiply(*fraction, Decimal(1'000'000'000)) : std::nullopt;
    const auto whole = nanos ? nanos->floor().toInt64() : std::nullopt;
    return Time{static_cast<qint32>(*h * 3600 + *m * 60 + *s),
                static_cast<qint32>(whole.value_or(0)), *zone};
}

Value time(Call& call) {
    if (call.count() >= 3) {
        const auto made = timeFrom(call, 0);
        return made ? Value(*made) : Value();
    }
    Value from = call.unwrapped(0, Kind::String);
    if (from.is(Kind::Time))
        return from;
    if (from.is(Kind::DateTime))
        return Value(from.dateTime().time);
    if (from.is(Kind::Date))
        return Value(Time{0, 0, Zone::utc()});
    if (!from.is(Kind::String))
        return call.wrongType(0, QStringLiteral("a string or a time"));
    QStringView text = from.string();
    if (text.startsWith(u'T'))
        text = text.mid(1);
    const auto parsed = parseTime(text);
    return parsed ? Value(*parsed) : unreadable(call, QStringLiteral("time"));
}

Value dateAndTime(Call& call) {
    if (call.count() >= 6) {
        const auto day = dateFrom(call, 0);
        const auto clock = day ? timeFrom(call, 3) : std::nullopt;
        return clock ? Value(DateTime{*day, *clock}) : Value();
    }
    if (call.count() == 2) {
        const Value day = call.unwrapped(0, Kind::Date);
        if (!day.is(Kind::Date) && !day.is(Kind::DateTime))
            return call.wrongType(0, QStringLiteral("a date"));
        const auto clock = call.wanted(1, Kind::Time);
        return clock ? Value(DateTime{day.is(Kind::Date) ? day.date() : day.dateTime().date,
                                      clock->time()})
                     : Value();
    }
    Value from = call.unwrapped(0, Kind::String);
    if (from.is(Kind::DateTime))
        return from;
    if (from.is(Kind::Date))
        return Value(DateTime{from.date(), Time{0, 0, Zone::utc()}});
    if (!from.is(Kind::String))
        return call.wrongType(0, QStringLiteral("a string or a date"));
    const auto parsed = parseDateTime(from.string());
    return parsed ? Value(*parsed) : unreadable(call, QStringLiteral("date and time"));
}

Value duration(Call& call) {
    Value from = call.unwrapped(0, Kind::String);
    if (from.is(Kind::DaysTime) || from.is(Kind::YearsMonths))
        return from;
    if (!from.is(Kind::String))
        return call.wrongType(0, QStringLiteral("a string"));
    const auto parsed = parseDuration(from.string());
    return parsed ? *parsed : unreadable(call, QStringLiteral("duration"));
}

std::optional<DateTime> dayOf(Call& call, size_t i) {
    const Value given = call.unwrapped(i, Kind::Date);
    if (given.is(Kind::DateTime))
        return given.dateTime();
    if (given.is(Kind::Date))
        return DateTime{given.date(), Time{}};
    call.wrongType(i, QStringLiteral("a date"));
    return std::nullopt;
}

// Whole months from one to the other, towards zero.
Value monthsBetween(Call& call) {
    const auto from = dayOf(call, 0);
    const auto to = dayOf(call, 1);
    if (!from || !to)
        return {};
    qint64 months =
        (qint64(to->date.year) - from->date.year) * 12 + to->date.month - from->date.month;
    const auto rest =
        std::pair(to->date.day, to->time.second) <=> std::pair(from->date.day, from->time.second);
    if (months > 0 && std::is_lt(rest))
        --months;
    else if (months < 0 && std::is_gt(rest))
        ++months;
    return Value(YearsMonths{months});
}

Value numberFrom(Call& call) {
    Value from = call.unwrapped(0, Kind::String);
    if (from.is(Kind::Number) && call.count() == 1)
        return from;
    auto text = call.text(0);
    if (!text)
        return {};
    const auto separator = [&](size_t i, QStringView allowed, QString& found) {
        if (!call.has(i))
            return true;
        const auto given = call.text(i);
        if (!given || given->size() != 1 || !allowed.contains(given->front()))
            return false;
        found = *given;
        return true;
    };
    QString grouping;
    QString point = QStringLiteral(".");
    if (!separator(1, u" ,.", grouping) || !separator(2, u",.", point) ||
        (call.has(2) && grouping == point))
        return call.null(DiagnosisKind::FailedFunction, QStringLiteral("no such separators"));
    if (!grouping.isEmpty())
        text->remove(grouping);
    if (point != u"." && text->contains(u'.'))
        return unreadable(call, QStringLiteral("number"));
    text->replace(point, QStringLiteral("."));
    const auto parsed = Decimal::parse(*text);
    return parsed ? Value(*parsed) : unreadable(call, QStringLiteral("number"));
}

Value string(Call& call) {
    const Value from = call.argument(0);
    if (from.isNull())
        return call.wrongType(0, QStringLiteral("a value"));
    return call.machine().chargeBytes(from.weight()) ? call.made(from.text()) : Value();
}

} // namespace

std::span<const BuiltinRow> conversionBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"date", "from|year, month, day", date},
        {"time", "from|hour, minute, second, offset?", time},
        {"date and time",
         "from|date, time|year, month, day, hour, minute, second, offset?|"
         "year, month, day, hour, minute, second, timezone?",
         dateAndTime},
        {"duration", "from", duration},
        {"years and months duration", "from, to", monthsBetween},
        {"number", "from, grouping separator?, decimal separator?", numberFrom},
        {"string", "from", string},
    };
    return rows;
}

} // namespace tongban::feel
