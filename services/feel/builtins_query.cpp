// List functions that ask something of a list: membership, aggregates, statistics (DMN 1.5 Table
// 75).
#include "services/feel/builtins.h"
#include "services/feel/operators.h"

#include <algorithm>

namespace tongban::feel {

namespace {

Value listContains(Call& call) {
    const auto items = call.items(0);
    if (!items)
        return {};
    const Value wanted = call.argument(1);
    return Value(std::any_of(items->begin(), items->end(), [&](const Value& item) {
        return equal(item, wanted).value_or(false);
    }));
}

Value indexOfMatch(Call& call) {
    const auto items = call.items(0);
    if (!items)
        return {};
    Values found;
    for (size_t i = 0; i < items->size(); ++i) {
        if (equal((*items)[i], call.argument(1)).value_or(false))
            found.emplace_back(static_cast<qint64>(i + 1));
    }
    return call.made(std::move(found));
}

Value countItems(Call& call) {
    const auto items = call.items(0);
    return items ? Value(static_cast<qint64>(items->size())) : Value();
}

Value extreme(Call& call, bool least) {
    const auto items = call.variadic();
    if (!items)
        return {};
    if (items->empty())
        return call.null(DiagnosisKind::OutOfRange, QStringLiteral("the list is empty"));
    Value best = items->front();
    for (const Value& item : *items) {
        const auto order = compare(item, best);
        if (!order)
            return call.null(DiagnosisKind::WrongType,
                             QStringLiteral("the items cannot be compared"));
        if (least ? std::is_lt(*order) : std::is_gt(*order))
            best = item;
    }
    return best;
}

Value least(Call& call) {
    return extreme(call, true);
}

Value greatest(Call& call) {
    return extreme(call, false);
}

std::optional<std::vector<Decimal>> numbers(Call& call) {
    const auto items = call.variadic();
    if (!items)
        return std::nullopt;
    std::vector<Decimal> result;
    for (const Value& item : *items) {
        if (!item.is(Kind::Number)) {
            call.null(item.isNull() ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
                      QStringLiteral("an item is %1, not a number").arg(nameOf(item.kind())));
            return std::nullopt;
        }
        result.push_back(item.number());
    }
    return result;
}

// Numbers of which there must be at least `fewest`.
std::optional<std::vector<Decimal>> someNumbers(Call& call, size_t fewest) {
    auto result = numbers(call);
    if (result && result->size() < fewest) {
        call.null(DiagnosisKind::OutOfRange, QStringLiteral("too few numbers"));
        return std::nullopt;
    }
    return result;
}

std::optional<Decimal> total(const std::vector<Decimal>& numbers) {
    std::optional<Decimal> sum = Decimal(0);
    for (const Decimal& number : numbers)
        sum = sum ? add(*sum, number) : std::nullopt;
    return sum;
}

// Durations add up as well; a list of numbers is the usual case.
Value sumItems(Call& call) {
    const auto items = call.variadic();
    if (!items)
        return {};
    if (items->empty())
        return call.null(DiagnosisKind::OutOfRange, QStringLiteral("the list is empty"));
    Value sum = items->front();
    const bool summable =
        sum.is(Kind::Number) || sum.is(Kind::DaysTime) || sum.is(Kind::YearsMonths);
    for (size_t i = 0; i < items->size(); ++i) {
        if (!summable || (*items)[i].kind() != sum.kind())
            return call.null(DiagnosisKind::WrongType,
                             QStringLiteral("the items are not all numbers"));
        if (i > 0)
            sum = addValues(call.machine(), sum, (*items)[i]);
    }
    return sum;
}

Value mean(Call& call) {
    const auto given = someNumbers(call, 1);
    if (!given)
        return {};
    const auto sum = total(*given);
    return call.made(sum ? divide(*sum, Decimal(static_cast<qint64>(given->size())))
                         : std::nullopt);
}

Value product(Call& call) {
    const auto given = someNumbers(call, 1);
    if (!given)
        return {};
    std::optional<Decimal> result = Decimal(1);
    for (const Decimal& number : *given)
        result = result ? multiply(*result, number) : std::nullopt;
    return call.made(result);
}

Value median(Call& call) {
    auto given = someNumbers(call, 1);
    if (!given)
        return {};
    std::sort(given->begin(), given->end());
    const size_t half = given->size() / 2;
    if (given->size() % 2 == 1)
        return Value((*given)[half]);
    const auto sum = add((*given)[half - 1], (*given)[half]);
    return call.made(sum ? divide(*sum, Decimal(2)) : std::nullopt);
}

Value stddev(Call& call) // of a sample
{
    const auto given = someNumbers(call, 2);
    if (!given)
        return {};
    const Decimal count(static_cast<qint64>(given->size()));
    const auto sum = total(*given);
    const auto average = sum ? divide(*sum, count) : std::nullopt;
    std::optional<Decimal> squares = Decimal(0);
    for (const Decimal& number : *given) {
        const auto distance = average ? subtract(number, *average) : std::nullopt;
        const auto square = distance ? multiply(*distance, *distance) : std::nullopt;
        squares = squares && square ? add(*squares, *square) : std::nullopt;
    }
    const auto variance =
        squares ? divide(*squares, Decimal(static_cast<qint64>(given->size()) - 1)) : std::nullopt;
    return call.made(variance ? squareRoot(*variance) : std::nullopt);
}

Value mode(Call& call) {
    auto given = numbers(call);
    if (!given)
        return {};
    std::sort(given->begin(), given->end());
    size_t most = 0;
    Values modes;
    for (size_t i = 0; i < given->size();) {
        size_t j = i;
        while (j < given->size() && (*given)[j] == (*given)[i])
            ++j;
        if (j - i > most) {
            most = j - i;
            modes.clear();
        }
        if (j - i == most)
            modes.emplace_back((*given)[i]);
        i = j;
    }
    return call.made(std::move(modes));
}

// all: false if any is false, true if all are true; any: the other way round; else null.
Value truthOf(Call& call, bool deciding) {
    const auto items = call.variadic();
    if (!items)
        return {};
    bool certain = true;
    for (const Value& item : *items) {
        if (item.is(Kind::Boolean) && item.boolean() == deciding)
            return Value(deciding);
        certain = certain && item.is(Kind::Boolean);
    }
    return certain ? Value(!deciding)
                   : call.null(DiagnosisKind::WrongType,
                               QStringLiteral("an item is neither true nor false"));
}

Value all(Call& call) {
    return truthOf(call, false);
}

Value any(Call& call) {
    return truthOf(call, true);
}

} // namespace

std::span<const BuiltinRow> listQueryBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"list contains", "list, element", listContains},
        {"index of", "list, match", indexOfMatch},
        {"count", "list", countItems},
        {"min", "list|c…", least},
        {"max", "list|c…", greatest},
        {"sum", "list|n…", sumItems},
        {"mean", "list|n…", mean},
        {"product", "list|n…", product},
        {"median", "list|n…", median},
        {"stddev", "list|n…", stddev},
        {"mode", "list|n…", mode},
        {"all", "list|b…", all},
        {"any", "list|b…", any},
    };
    return rows;
}

} // namespace tongban::feel
