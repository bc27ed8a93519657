// Equality, order and range membership of values (DMN 1.5 §10.3.2.13, Table 53 and 54).
#include "services/feel/boxes.h"
#include "services/feel/value.h"

namespace tongban::feel {

namespace {

using Ordering = std::optional<std::weak_ordering>;

// Nanoseconds do not overflow: compared lexicographically.
std::weak_ordering byEpoch(const DateTime& a, const DateTime& b) {
    if (const auto order = epochSeconds(a) <=> epochSeconds(b); std::is_neq(order))
        return order;
    return a.time.nano <=> b.time.nano;
}

bool isLocal(const Zone& zone) {
    return zone.kind == Zone::Kind::Local;
}

DateTime onEpochDay(const Time& time) {
    return {Date{1970, 1, 1}, time};
}

std::optional<bool> equalLists(const Values& a, const Values& b) {
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); ++i) {
        const auto same = equal(a[i], b[i]);
        if (!same || !*same)
            return same && false;
    }
    return true;
}

std::optional<bool> equalContexts(const Context& a, const Context& b) {
    if (a.size() != b.size())
        return false;
    for (const ContextEntry& entry : a.entries()) {
        const Value* other = b.find(entry.name);
        if (other == nullptr)
            return false;
        const auto same = equal(entry.value, *other);
        if (!same || !*same)
            return same && false;
    }
    return true;
}

bool equalRanges(const Range& a, const Range& b) {
    return a.form == b.form && a.lowClosed == b.lowClosed && a.highClosed == b.highClosed &&
           equal(a.low, b.low).value_or(false) && equal(a.high, b.high).value_or(false);
}

} // namespace

std::optional<bool> equal(const Value& a, const Value& b) {
    if (a.isNull() || b.isNull())
        return a.isNull() && b.isNull();
    if (a.kind() != b.kind())
        return std::nullopt;
    switch (a.kind()) {
    case Kind::Null:
        return true;
    case Kind::Boolean:
        return a.boolean() == b.boolean();
    case Kind::String:
        return a.string() == b.string();
    case Kind::List:
        return equalLists(a.list(), b.list());
    case Kind::Context:
        return equalContexts(a.context(), b.context());
    case Kind::Range:
        return equalRanges(a.range(), b.range());
    case Kind::Function:
        return &a.function() == &b.function();
    case Kind::Time:
    case Kind::DateTime: {
        const auto order = compare(a, b);
        return order && std::is_eq(*order); // a local and a zoned time are never the same
    }
    default: {
        const auto order = compare(a, b);
        return order ? std::optional(std::is_eq(*order)) : std::nullopt;
    }
    }
}

std::optional<std::weak_ordering> compare(const Value& a, const Value& b) {
    if (a.kind() != b.kind())
        return std::nullopt;
    switch (a.kind()) {
    case Kind::Number:
        return a.number() <=> b.number();
    case Kind::String:
        return a.string().compare(b.string()) <=> 0;
    case Kind::Date:
        return a.date() <=> b.date();
    case Kind::Time:
        if (isLocal(a.time().zone) != isLocal(b.time().zone))
            return std::nullopt;
        return byEpoch(onEpochDay(a.time()), onEpochDay(b.time()));
    case Kind::DateTime:
        if (isLocal(a.dateTime().time.zone) != isLocal(b.dateTime().time.zone))
            return std::nullopt;
        return byEpoch(a.dateTime(), b.dateTime());
    case Kind::YearsMonths:
        return a.months() <=> b.months();
    case Kind::DaysTime:
        return a.seconds() <=> b.seconds();
    default:
        return std::nullopt;
    }
}

bool operator==(const Value& a, const Value& b) {
    return a.kind() == b.kind() && equal(a, b).value_or(false);
}

std::optional<bool> contains(const Range& range, const Value& value) {
    if (range.form != Range::Form::Interval) {
        const auto same = equal(value, range.low);
        return same ? std::optional(*same == (range.form == Range::Form::Equal)) : same;
    }
    if (!range.low.isNull()) {
        const auto order = compare(value, range.low);
        if (!order)
            return std::nullopt;
        if (std::is_lt(*order) || (std::is_eq(*order) && !range.lowClosed))
            return false;
    }
    if (!range.high.isNull()) {
        const auto order = compare(value, range.high);
        if (!order)
            return std::nullopt;
        if (std::is_gt(*order) || (std::is_eq(*order) && !range.highClosed))
            return false;
    }
    if (range.low.isNull() && range.high.isNull())
        return std::nullopt;
    return true;
}

} // namespace tongban::feel
