// Logic, comparison, membership and paths (DMN 1.5 Tables 48 to 56 and 65).
#include "services/feel/operators.h"

namespace tongban::feel {

namespace {

Value incomparable(Machine& machine, const Value& a, const Value& b) {
    const bool missing = a.isNull() || b.isNull();
    return machine.null(
        missing ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
        QStringLiteral("cannot compare %1 with %2").arg(nameOf(a.kind()), nameOf(b.kind())));
}

std::optional<Value> zonePart(const Time& time, const Date& date, const QString& name) {
    if (name == u"time offset") {
        const auto offset = offsetOf(time.zone, date, time.second);
        return offset ? Value(DaysTime{Decimal(*offset)}) : Value();
    }
    if (name == u"timezone")
        return time.zone.kind == Zone::Kind::Named ? Value(time.zone.name) : Value();
    return std::nullopt;
}

std::optional<Value> datePart(const Date& date, const QString& name) {
    if (name == u"year")
        return Value(date.year);
    if (name == u"month")
        return Value(date.month);
    if (name == u"day")
        return Value(date.day);
    if (name == u"weekday")
        return Value(date.weekday());
    return std::nullopt;
}

std::optional<Value> timePart(const Time& time, const Date& date, const QString& name) {
    if (name == u"hour")
        return Value(time.hour());
    if (name == u"minute")
        return Value(time.minute());
    if (name == u"second")
        return Value(time.secondOfMinute());
    return zonePart(time, date, name);
}

// Parts of a duration carry its sign.
std::optional<Value> durationPart(const Value& x, const QString& name) {
    if (x.is(Kind::YearsMonths)) {
        if (name == u"years")
            return Value(x.months() / 12);
        if (name == u"months")
            return Value(x.months() % 12);
        return std::nullopt;
    }
    const Decimal seconds = x.seconds();
    const qint64 whole =
        seconds.rounded(0, Rounding::Down).value_or(Decimal(0)).toInt64().value_or(0);
    if (name == u"days")
        return Value(whole / secondsPerDay);
    if (name == u"hours")
        return Value(whole / 3600 % 24);
    if (name == u"minutes")
        return Value(whole / 60 % 60);
    if (name != u"seconds")
        return std::nullopt;
    const auto fraction = subtract(seconds, Decimal(whole));
    return Value(add(Decimal(whole % 60), fraction.value_or(Decimal(0))).value_or(Decimal(0)));
}

std::optional<Value> rangePart(const Range& range, const QString& name) {
    if (name == u"start")
        return range.low;
    if (name == u"end")
        return range.high;
    if (name == u"start included")
        return Value(range.lowClosed);
    if (name == u"end included")
        return Value(range.highClosed);
    return std::nullopt;
}

} // namespace

Value compareValues(Machine& machine, Op op, const Value& a, const Value& b) {
    if (a.weight() > 1024 && !machine.charge(a.weight() / 128))
        return {};
    if (op == Op::Equal || op == Op::NotEqual) {
        const auto same = equal(a, b);
        return same ? Value(*same == (op == Op::Equal)) : incomparable(machine, a, b);
    }
    const auto order = compare(a, b);
    if (!order)
        return incomparable(machine, a, b);
    switch (op) {
    case Op::Less:
        return Value(std::is_lt(*order));
    case Op::LessEqual:
        return Value(std::is_lteq(*order));
    case Op::Greater:
        return Value(std::is_gt(*order));
    default:
        return Value(std::is_gteq(*order));
    }
}

Value andValues(Machine& machine, const Value& a, const Value& b) {
    if (a.isFalse() || b.isFalse())
        return Value(false);
    if (a.isTrue() && b.isTrue())
        return Value(true);
    return machine.null(
        DiagnosisKind::WrongType,
        QStringLiteral("%1 and %2 has no truth").arg(nameOf(a.kind()), nameOf(b.kind())));
}

Value orValues(Machine& machine, const Value& a, const Value& b) {
    if (a.isTrue() || b.isTrue())
        return Value(true);
    if (a.isFalse() && b.isFalse())
        return Value(false);
    return machine.null(
        DiagnosisKind::WrongType,
        QStringLiteral("%1 or %2 has no truth").arg(nameOf(a.kind()), nameOf(b.kind())));
}

Value betweenValues(Machine& machine, const Value& x, const Value& low, const Value& high) {
    return andValues(machine, compareValues(machine, Op::GreaterEqual, x, low),
                     compareValues(machine, Op::LessEqual, x, high));
}

Value makeRange(Machine& machine, const Value& low, const Value& high, int flags) {
    const auto order = compare(low, high);
    if (!order)
        return incomparable(machine, low, high);
    if (std::is_gt(*order))
        return machine.null(DiagnosisKind::OutOfRange,
                            QStringLiteral("the range starts after its end"));
    return machine.checked(Value(Range{low, high, (flags & 1) != 0, (flags & 2) != 0}));
}

Value makeTest(Machine& machine, Op op, const Value& operand) {
    if (op == Op::Equal || op == Op::NotEqual)
        return Value(Range{operand, operand, true, true,
                           op == Op::Equal ? Range::Form::Equal : Range::Form::NotEqual});
    if (!compare(operand, operand))
        return incomparable(machine, operand, operand);
    switch (op) {
    case Op::Less:
        return Value(Range{{}, operand, false, false});
    case Op::LessEqual:
        return Value(Range{{}, operand, false, true});
    case Op::Greater:
        return Value(Range{operand, {}, false, false});
    default:
        return Value(Range{operand, {}, true, false});
    }
}

Value passes(Machine& machine, const Value& input, const Value& test, int flags) {
    if ((flags & 2) != 0 && test.isNull())
        return {}; // a range without an end; it has said so
    const bool truth = test.is(Kind::Boolean) && !input.is(Kind::Boolean) && (flags & 4) == 0;
    if ((flags & 1) != 0 || truth)
        return test.is(Kind::Boolean) ? test : Value(false);
    if (test.is(Kind::Range) && !input.is(Kind::Range)) {
        const auto inside = contains(test.range(), input);
        return inside ? Value(*inside) : incomparable(machine, input, test.range().low);
    }
    if (test.is(Kind::List)) {
        machine.charge(static_cast<qint64>(test.list().size()));
        if (input.is(Kind::List) && equal(input, test).value_or(false))
            return Value(true);
        for (const Value& item : test.list()) {
            if (item.is(Kind::Range) && !input.is(Kind::Range)
                    ? contains(item.range(), input).value_or(false)
                    : equal(input, item).value_or(false))
                return Value(true);
        }
        return Value(false);
    }
    const auto same = equal(input, test);
    return same ? Value(*same) : incomparable(machine, input, test);
}

std::optional<Value> propertyOf(const Value& x, const QString& name) {
    switch (x.kind()) {
    case Kind::Date: {
        // A date is midnight UTC where a time is asked of it (§10.3.2.3.5).
        const auto part = datePart(x.date(), name);
        return part ? part : timePart(Time{0, 0, Zone::utc()}, x.date(), name);
    }
    case Kind::Time:
        return timePart(x.time(), Date{}, name);
    case Kind::DateTime: {
        const auto part = datePart(x.dateTime().date, name);
        return part ? part : timePart(x.dateTime().time, x.dateTime().date, name);
    }
    case Kind::YearsMonths:
    case Kind::DaysTime:
        return durationPart(x, name);
    case Kind::Range:
        return rangePart(x.range(), name);
    default:
        return std::nullopt;
    }
}

Value pathValue(Machine& machine, const Value& x, const QString& name) {
    if (x.is(Kind::Context)) {
        if (const Value* found = x.context().find(name))
            return *found;
        return machine.null(DiagnosisKind::MissingMember,
                            QStringLiteral("the context has no “%1”").arg(name));
    }
    if (x.is(Kind::List)) {
        if (!machine.charge(static_cast<qint64>(x.list().size())))
            return {};
        Values items;
        items.reserve(x.list().size());
        for (const Value& item : x.list())
            items.push_back(item.is(Kind::List) ? Value() : pathValue(machine, item, name));
        return machine.checked(Value::list(std::move(items)));
    }
    if (x.isNull())
        return machine.null(DiagnosisKind::NullOperand,
                            QStringLiteral("null has no “%1”").arg(name));
    if (auto part = propertyOf(x, name))
        return *part;
    return machine.null(DiagnosisKind::MissingMember,
                        QStringLiteral("%1 has no “%2”").arg(nameOf(x.kind()), name));
}

Value convertedValue(Machine& machine, const Value& x, const TypeRef& type) {
    const auto value = converted(x, type);
    if (value)
        return *value;
    return machine.null(
        DiagnosisKind::NotConforming,
        QStringLiteral("%1 is not of the type %2").arg(nameOf(x.kind()), textOf(type)));
}

} // namespace tongban::feel
