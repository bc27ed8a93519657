// List functions that make lists (DMN 1.5 Table 75).
#include "services/feel/builtins.h"
#include "services/feel/operators.h"

namespace tongban::feel {

namespace {

// Position 1 … size or -1 … -size as an index from 0.
std::optional<size_t> indexOf(Call& call, qint64 position, size_t size) {
    const auto count = static_cast<qint64>(size);
    if (position == 0 || position > count || position < -count) {
        call.null(DiagnosisKind::OutOfRange,
                  QStringLiteral("the list of %1 has no position %2").arg(count).arg(position));
        return std::nullopt;
    }
    return static_cast<size_t>(position > 0 ? position - 1 : count + position);
}

Value sublist(Call& call) {
    const auto items = call.items(0);
    const auto start = call.whole(1);
    const auto length = call.has(2) ? call.whole(2) : std::optional<qint64>(INT64_MAX);
    if (!items || !start || !length)
        return {};
    const auto first = indexOf(call, *start, items->size());
    if (!first)
        return {};
    const auto rest = static_cast<qint64>(items->size() - *first);
    if (*length < 1 || (call.has(2) && *length > rest))
        return call.null(DiagnosisKind::OutOfRange, QStringLiteral("no such length"));
    const auto begin = items->begin() + static_cast<qsizetype>(*first);
    return call.made(Values(begin, begin + std::min(*length, rest)));
}

Value append(Call& call) {
    auto items = call.argument(0).isNull() ? std::optional(Values{Value()}) : call.items(0);
    if (!items)
        return {};
    for (size_t i = 1; i < call.count(); ++i)
        items->push_back(call.argument(i));
    return call.made(std::move(*items));
}

Value concatenate(Call& call) {
    Values all;
    for (size_t i = 0; i < call.count(); ++i) {
        const auto items = call.items(i);
        if (!items)
            return {};
        all.insert(all.end(), items->begin(), items->end());
    }
    return call.made(std::move(all));
}

Value insertBefore(Call& call) {
    auto items = call.items(0);
    const auto position = call.whole(1);
    if (!items || !position)
        return {};
    const auto at = indexOf(call, *position, items->size());
    if (!at)
        return {};
    items->insert(items->begin() + static_cast<qsizetype>(*at), call.argument(2));
    return call.made(std::move(*items));
}

Value removeAt(Call& call) {
    auto items = call.items(0);
    const auto position = call.whole(1);
    if (!items || !position)
        return {};
    const auto at = indexOf(call, *position, items->size());
    if (!at)
        return {};
    items->erase(items->begin() + static_cast<qsizetype>(*at));
    return call.made(std::move(*items));
}

Value reverse(Call& call) {
    auto items = call.items(0);
    if (!items)
        return {};
    std::reverse(items->begin(), items->end());
    return call.made(std::move(*items));
}

// Keeps the first of equal values; the comparisons count as steps.
bool addDistinct(Call& call, Values& into, const Value& item) {
    if (!call.charge(into.size() / 4 + item.weight() / 256))
        return false;
    for (const Value& known : into) {
        if (equal(known, item).value_or(false))
            return true;
    }
    into.push_back(item);
    return true;
}

Value distinctValues(Call& call) {
    const auto items = call.items(0);
    if (!items)
        return {};
    Values distinct;
    for (const Value& item : *items) {
        if (!addDistinct(call, distinct, item))
            return {};
    }
    return call.made(std::move(distinct));
}

Value unite(Call& call) {
    Values distinct;
    for (size_t i = 0; i < call.count(); ++i) {
        const auto items = call.items(i);
        if (!items)
            return {};
        for (const Value& item : *items) {
            if (!addDistinct(call, distinct, item))
                return {};
        }
    }
    return call.made(std::move(distinct));
}

bool flattenInto(Call& call, Values& flat, const Value& value) // as deep as values may nest
{
    if (!value.is(Kind::List)) {
        flat.push_back(value);
        return call.machine().chargeBytes(16);
    }
    if (!call.charge(1))
        return false;
    return std::all_of(value.list().begin(), value.list().end(),
                       [&](const Value& item) { return flattenInto(call, flat, item); });
}

Value flatten(Call& call) {
    Values flat;
    if (!call.items(0) || !flattenInto(call, flat, call.argument(0)))
        return {};
    return call.made(std::move(flat));
}

std::optional<Value> calledWith(Call& call, const Value& function,
                                std::span<const Value> arguments) {
    if (!function.is(Kind::Function)) {
        call.null(DiagnosisKind::WrongType,
                  QStringLiteral("%1 is no function").arg(nameOf(function.kind())));
        return std::nullopt;
    }
    Value result = call.machine().call(function, arguments);
    return call.machine().stopped() ? std::nullopt : std::optional(std::move(result));
}

// Does a come before b? By the function, or by natural order.
std::optional<bool> precedes(Call& call, const Value& function, const Value& a, const Value& b) {
    if (function.isNull()) {
        const auto order = compare(a, b);
        if (!order)
            call.null(DiagnosisKind::WrongType, QStringLiteral("the items cannot be compared"));
        return order ? std::optional(std::is_lt(*order)) : std::nullopt;
    }
    const Value arguments[] = {a, b};
    const auto result = calledWith(call, function, arguments);
    if (!result)
        return std::nullopt;
    if (!result->is(Kind::Boolean)) {
        call.null(DiagnosisKind::WrongType,
                  QStringLiteral("the order function does not give true or false"));
        return std::nullopt;
    }
    return result->boolean();
}

// A merge sort of our own: safe under a function that is no order at all.
bool mergeSort(Call& call, const Value& function, Values& items) {
    Values merged(items.size());
    for (size_t width = 1; width < items.size(); width *= 2) {
        for (size_t low = 0; low < items.size(); low += 2 * width) {
            const size_t middle = std::min(low + width, items.size());
            const size_t high = std::min(low + 2 * width, items.size());
            size_t left = low;
            size_t right = middle;
            for (size_t out = low; out < high; ++out) {
                bool takeRight = left >= middle;
                if (left < middle && right < high) {
                    const auto before = precedes(call, function, items[right], items[left]);
                    if (!before || !call.charge(1))
                        return false;
                    takeRight = *before;
                }
                merged[out] = takeRight ? items[right++] : items[left++];
            }
        }
        std::swap(items, merged);
    }
    return true;
}

Value sortList(Call& call) {
    auto items = call.items(0);
    if (!items)
        return {};
    const Value function = call.argument(1);
    if (call.count() > 1 && !function.is(Kind::Function))
        return call.wrongType(1, QStringLiteral("a function"));
    if (!mergeSort(call, function, *items))
        return {};
    return call.made(std::move(*items));
}

Value listReplace(Call& call) {
    auto items = call.items(0);
    if (!items)
        return {};
    const Value where = call.argument(1);
    if (!where.is(Kind::Function)) {
        const auto position = call.whole(1);
        const auto at = position ? indexOf(call, *position, items->size()) : std::nullopt;
        if (!at)
            return {};
        (*items)[*at] = call.argument(2);
        return call.made(std::move(*items));
    }
    for (Value& item : *items) {
        const Value arguments[] = {item, call.argument(2)};
        const auto hit = calledWith(call, where, arguments);
        if (!hit)
            return {};
        if (!hit->is(Kind::Boolean))
            return call.null(DiagnosisKind::WrongType,
                             QStringLiteral("the match function does not give true or false"));
        if (hit->boolean())
            item = call.argument(2);
    }
    return call.made(std::move(*items));
}

} // namespace

std::span<const BuiltinRow> listBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"sublist", "list, start position, length?", sublist},
        {"append", "list, item…", append},
        {"concatenate", "list, list…", concatenate},
        {"insert before", "list, position, newItem", insertBefore},
        {"remove", "list, position", removeAt},
        {"reverse", "list", reverse},
        {"distinct values", "list", distinctValues},
        {"union", "list, list…", unite},
        {"flatten", "list", flatten},
        {"sort", "list, precedes?", sortList},
        {"list replace", "list, position, newItem|list, match, newItem", listReplace},
    };
    return rows;
}

} // namespace tongban::feel
