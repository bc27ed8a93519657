// Arithmetic on numbers, strings, dates and durations (DMN 1.5 Tables 57 to 61).
#include "services/feel/operators.h"

namespace tongban::feel {

namespace {

Value mismatch(Machine& machine, QStringView verb, const Value& a, const Value& b) {
    const bool missing = a.isNull() || b.isNull();
    return machine.null(
        missing ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
        QStringLiteral("cannot %1 %2 and %3").arg(verb, nameOf(a.kind()), nameOf(b.kind())));
}

Value number(Machine& machine, const std::optional<Decimal>& result,
             QStringView why = u"the number overflows") {
    return result ? Value(*result) : machine.null(DiagnosisKind::Arithmetic, why.toString());
}

Value duration(Machine& machine, const std::optional<Decimal>& seconds) {
    return seconds
               ? Value(DaysTime{*seconds})
               : machine.null(DiagnosisKind::Arithmetic, QStringLiteral("the duration overflows"));
}

Value beyond(Machine& machine) {
    return machine.null(DiagnosisKind::Arithmetic, QStringLiteral("the date is out of range"));
}

Value months(Machine& machine, const std::optional<qint64>& count) {
    return count
               ? Value(YearsMonths{*count})
               : machine.null(DiagnosisKind::Arithmetic, QStringLiteral("the duration overflows"));
}

std::optional<qint64> sum(qint64 a, qint64 b) {
    qint64 result = 0;
    return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
}

// Seconds with a fraction split into whole seconds and nanoseconds, both of the same carry.
bool split(const Decimal& seconds, int nano, qint64& whole, int& nanos) {
    const auto total = add(seconds, Decimal::scaled(nano, 9));
    if (!total)
        return false;
    const Decimal floor = total->floor();
    const auto fraction = subtract(*total, floor);
    const auto billionths = fraction ? multiply(*fraction, Decimal(1'000'000'000)) : std::nullopt;
    const auto w = floor.toInt64();
    if (!w || !billionths)
        return false;
    whole = *w;
    nanos = static_cast<int>(billionths->floor().toInt64().value_or(0));
    return true;
}

std::optional<DateTime> later(DateTime at, const Decimal& seconds) {
    qint64 whole = 0;
    int nanos = 0;
    if (!split(seconds, at.time.nano, whole, nanos))
        return std::nullopt;
    at.time.nano = nanos;
    return plusSeconds(at, whole);
}

Value addDuration(Machine& machine, const Value& a, const Value& b, bool minus) {
    if (b.is(Kind::YearsMonths)) {
        const qint64 count = minus ? -b.months() : b.months();
        if (a.is(Kind::YearsMonths))
            return months(machine, sum(a.months(), count));
        const bool date = a.is(Kind::Date);
        if (!date && !a.is(Kind::DateTime))
            return mismatch(machine, minus ? u"subtract" : u"add", a, b);
        const auto moved = (date ? a.date() : a.dateTime().date).plusMonths(count);
        if (!moved)
            return beyond(machine);
        return date ? Value(*moved) : Value(DateTime{*moved, a.dateTime().time});
    }
    const Decimal seconds = minus ? b.seconds().negated() : b.seconds();
    switch (a.kind()) {
    case Kind::DaysTime:
        return duration(machine, add(a.seconds(), seconds));
    case Kind::Date: {
        const auto moved = later({a.date(), Time{}}, seconds);
        return moved ? Value(moved->date) : beyond(machine);
    }
    case Kind::DateTime: {
        const auto moved = later(a.dateTime(), seconds);
        return moved ? Value(*moved) : beyond(machine);
    }
    case Kind::Time: { // around the clock
        const auto day = modulo(seconds, Decimal(secondsPerDay));
        DateTime at{Date{2000, 1, 3}, a.time()};
        at.time.zone = {};
        const auto moved = day ? later(at, *day) : std::nullopt;
        return moved ? Value(Time{moved->time.second, moved->time.nano, a.time().zone})
                     : beyond(machine);
    }
    default:
        return mismatch(machine, minus ? u"subtract" : u"add", a, b);
    }
}

bool isDuration(const Value& x) {
    return x.is(Kind::YearsMonths) || x.is(Kind::DaysTime);
}

Value between(Machine& machine, const DateTime& a, const DateTime& b) {
    const qint64 whole = epochSeconds(a) - epochSeconds(b);
    return duration(machine, add(Decimal(whole), Decimal::scaled(a.time.nano - b.time.nano, 9)));
}

// The moment a temporal value names, for subtraction; a date is midnight UTC beside a date and
// time.
std::optional<DateTime> moment(const Value& x, const Value& beside) {
    if (x.is(Kind::DateTime))
        return x.dateTime();
    if (x.is(Kind::Time) && beside.is(Kind::Time))
        return DateTime{Date{1970, 1, 1}, x.time()};
    if (x.is(Kind::Date))
        return DateTime{x.date(), Time{0, 0, beside.is(Kind::DateTime) ? Zone::utc() : Zone{}}};
    return std::nullopt;
}

} // namespace

Value addValues(Machine& machine, const Value& a, const Value& b) {
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return number(machine, add(a.number(), b.number()));
    if (a.is(Kind::String) && b.is(Kind::String)) {
        if (!machine.chargeBytes(2 * (a.string().size() + b.string().size())))
            return {};
        return machine.checked(Value(a.string() + b.string()));
    }
    if (isDuration(b))
        return addDuration(machine, a, b, false);
    if (isDuration(a))
        return addDuration(machine, b, a, false);
    return mismatch(machine, u"add", a, b);
}

Value subtractValues(Machine& machine, const Value& a, const Value& b) {
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return number(machine, subtract(a.number(), b.number()));
    if (isDuration(b))
        return addDuration(machine, a, b, true);
    const auto from = moment(a, b);
    const auto to = moment(b, a);
    if (!from || !to)
        return mismatch(machine, u"subtract", a, b);
    const bool fromLocal = from->time.zone.kind == Zone::Kind::Local;
    const bool toLocal = to->time.zone.kind == Zone::Kind::Local;
    if (fromLocal != toLocal)
        return machine.null(DiagnosisKind::WrongType,
                            QStringLiteral("one of the times has a zone, the other has none"));
    return between(machine, *from, *to);
}

Value multiplyValues(Machine& machine, const Value& a, const Value& b) {
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return number(machine, multiply(a.number(), b.number()));
    const Value& length = isDuration(a) ? a : b;
    const Value& factor = isDuration(a) ? b : a;
    if (!isDuration(length) || !factor.is(Kind::Number))
        return mismatch(machine, u"multiply", a, b);
    if (length.is(Kind::DaysTime))
        return duration(machine, multiply(length.seconds(), factor.number()));
    const auto product = multiply(Decimal(length.months()), factor.number());
    const auto whole = product ? product->rounded(0, Rounding::Down) : std::nullopt;
    return months(machine, whole ? whole->toInt64() : std::nullopt);
}

Value divideValues(Machine& machine, const Value& a, const Value& b) {
    constexpr QStringView byZero = u"division by zero, or an overflow";
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return number(machine, divide(a.number(), b.number()), byZero);
    if (a.is(Kind::DaysTime) && b.is(Kind::DaysTime))
        return number(machine, divide(a.seconds(), b.seconds()), byZero);
    if (a.is(Kind::YearsMonths) && b.is(Kind::YearsMonths))
        return number(machine, divide(Decimal(a.months()), Decimal(b.months())), byZero);
    if (!isDuration(a) || !b.is(Kind::Number))
        return mismatch(machine, u"divide", a, b);
    if (a.is(Kind::DaysTime))
        return duration(machine, divide(a.seconds(), b.number()));
    const auto quotient = divide(Decimal(a.months()), b.number());
    const auto whole = quotient ? quotient->rounded(0, Rounding::Down) : std::nullopt;
    return months(machine, whole ? whole->toInt64() : std::nullopt);
}

Value raiseValues(Machine& machine, const Value& a, const Value& b) {
    if (a.is(Kind::Number) && b.is(Kind::Number))
        return number(machine, power(a.number(), b.number()), u"the power has no finite value");
    return mismatch(machine, u"raise", a, b);
}

Value negateValue(Machine& machine, const Value& a) {
    if (a.is(Kind::Number))
        return Value(a.number().negated());
    if (a.is(Kind::YearsMonths))
        return Value(YearsMonths{-a.months()});
    if (a.is(Kind::DaysTime))
        return Value(DaysTime{a.seconds().negated()});
    return machine.null(a.isNull() ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
                        QStringLiteral("cannot negate %1").arg(nameOf(a.kind())));
}

} // namespace tongban::feel
