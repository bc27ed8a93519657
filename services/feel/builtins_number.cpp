// Numeric functions and not() (DMN 1.5 Tables 71 and 76).
#include "services/feel/builtins.h"

namespace tongban::feel {

namespace {

constexpr qint64 widestScale = 6176; // DMN 1.5 §10.3.4.5

Value rounding(Call& call, Rounding how, bool scaleRequired) {
    const auto number = call.number(0);
    const bool given = scaleRequired || call.count() > 1;
    const auto scale = given ? call.whole(1) : std::optional<qint64>(0);
    if (!number || !scale)
        return {};
    if (*scale > widestScale || *scale < -widestScale + 65)
        return call.null(DiagnosisKind::OutOfRange, QStringLiteral("no such scale"));
    return call.made(number->rounded(static_cast<int>(*scale), how));
}

Value decimal(Call& call) {
    return rounding(call, Rounding::HalfEven, true);
}

Value floorOf(Call& call) {
    return rounding(call, Rounding::Floor, false);
}

Value ceilingOf(Call& call) {
    return rounding(call, Rounding::Ceiling, false);
}

Value roundUp(Call& call) {
    return rounding(call, Rounding::Up, true);
}

Value roundDown(Call& call) {
    return rounding(call, Rounding::Down, true);
}

Value roundHalfUp(Call& call) {
    return rounding(call, Rounding::HalfUp, true);
}

Value roundHalfDown(Call& call) {
    return rounding(call, Rounding::HalfDown, true);
}

// Of a number or a duration.
Value absolute(Call& call) {
    const Value given = call.unwrapped(0, Kind::Number);
    if (given.is(Kind::DaysTime))
        return Value(DaysTime{given.seconds().abs()});
    if (given.is(Kind::YearsMonths))
        return Value(YearsMonths{std::abs(given.months())});
    const auto number = call.number(0);
    return number ? Value(number->abs()) : Value();
}

Value moduloOf(Call& call) {
    const auto dividend = call.number(0);
    const auto divisor = call.number(1);
    return dividend && divisor ? call.made(modulo(*dividend, *divisor)) : Value();
}

Value sqrtOf(Call& call) {
    const auto number = call.number(0);
    return number ? call.made(squareRoot(*number)) : Value();
}

Value logOf(Call& call) {
    const auto number = call.number(0);
    return number ? call.made(naturalLogarithm(*number)) : Value();
}

Value expOf(Call& call) {
    const auto number = call.number(0);
    return number ? call.made(exponential(*number)) : Value();
}

Value parity(Call& call, bool wantedOdd) {
    const auto number = call.number(0);
    if (!number)
        return {};
    const auto rest = modulo(*number, Decimal(2));
    if (!rest)
        return call.made(rest);
    return Value(*rest == Decimal(wantedOdd ? 1 : 0));
}

Value odd(Call& call) {
    return parity(call, true);
}

Value even(Call& call) {
    return parity(call, false);
}

Value negation(Call& call) {
    const Value given = call.unwrapped(0, Kind::Boolean);
    return given.is(Kind::Boolean) ? Value(!given.boolean())
                                   : call.wrongType(0, QStringLiteral("true or false"));
}

} // namespace

std::span<const BuiltinRow> numberBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"decimal", "n, scale", decimal},
        {"floor", "n, scale?", floorOf},
        {"ceiling", "n, scale?", ceilingOf},
        {"round up", "n, scale", roundUp},
        {"round down", "n, scale", roundDown},
        {"round half up", "n, scale", roundHalfUp},
        {"round half down", "n, scale", roundHalfDown},
        {"abs", "n", absolute},
        {"modulo", "dividend, divisor", moduloOf},
        {"sqrt", "number", sqrtOf},
        {"log", "number", logOf},
        {"exp", "number", expOf},
        {"odd", "number", odd},
        {"even", "number", even},
        {"not", "negand", negation},
    };
    return rows;
}

} // namespace tongban::feel
