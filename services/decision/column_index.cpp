// Builds the axis of a column and answers by binary search.
#include "services/decision/column_index.h"

#include <algorithm>

namespace tongban::decision {

using feel::Kind;
using feel::Op;
using feel::Value;
using feel::Values;

namespace {

constexpr size_t mostWords = 131'072; // of one column: 1 MB

bool passesIn(const Value& operand, const Value& input) {
    if (operand.is(Kind::Range) && !input.is(Kind::Range))
        return contains(operand.range(), input).value_or(false);
    if (operand.is(Kind::List)) {
        if (input.is(Kind::List) && equal(input, operand).value_or(false))
            return true;
        return std::any_of(operand.list().begin(), operand.list().end(), [&](const Value& item) {
            return item.is(Kind::Range) && !input.is(Kind::Range)
                       ? contains(item.range(), input).value_or(false)
                       : equal(input, item).value_or(false);
        });
    }
    return equal(input, operand).value_or(false);
}

bool isOrdered(Kind kind) {
    return kind == Kind::Number || kind == Kind::String || kind == Kind::Date ||
           kind == Kind::YearsMonths || kind == Kind::DaysTime;
}

// Collects the constants of a test; false if it is not one of constants on an axis.
bool collect(const CellTest& test, Values& into) {
    const auto take = [&](const Value& value) {
        if (value.isNull())
            return true;
        if (!isOrdered(value.kind()) && !value.is(Kind::Boolean))
            return false;
        into.push_back(value);
        return true;
    };
    const auto takeItem = [&](const Value& value) {
        return value.is(Kind::Range) ? take(value.range().low) && take(value.range().high)
                                     : take(value);
    };
    if (test.op == Op::In && test.operand.is(Kind::List))
        return std::all_of(test.operand.list().begin(), test.operand.list().end(), takeItem);
    return test.op == Op::In ? takeItem(test.operand) : take(test.operand);
}

bool lessThan(const Value& a, const Value& b) {
    if (a.is(Kind::Boolean))
        return a.boolean() < b.boolean();
    return std::is_lt(*compare(a, b));
}

using Positions = std::pair<size_t, size_t>; // first and last

// Turns tests into stretches of positions.
class Axis {
public:
    explicit Axis(const Values& boundaries)
        : m_boundaries(boundaries) {}

    size_t last() const { return 2 * m_boundaries.size(); }
    size_t at(const Value& boundary) const {
        const auto found =
            std::lower_bound(m_boundaries.begin(), m_boundaries.end(), boundary, lessThan);
        return static_cast<size_t>(found - m_boundaries.begin()) * 2 + 1;
    }
    std::vector<Positions> where(const CellTest& test) const {
        if (test.op != Op::In)
            return compared(test.op, test.operand);
        if (!test.operand.is(Kind::List))
            return item(test.operand);
        std::vector<Positions> all;
        for (const Value& value : test.operand.list()) {
            const auto some = item(value);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }

private:
    std::vector<Positions> item(const Value& value) const {
        if (!value.is(Kind::Range))
            return compared(Op::Equal, value);
        const feel::Range& range = value.range();
        const size_t first = range.low.isNull() ? 0 : at(range.low) + (range.lowClosed ? 0 : 1);
        const size_t end =
            range.high.isNull() ? last() : at(range.high) - (range.highClosed ? 0 : 1);
        return first <= end ? std::vector<Positions>{{first, end}} : std::vector<Positions>{};
    }
    std::vector<Positions> compared(Op op, const Value& operand) const {
        if (operand.isNull())
            return op == Op::NotEqual ? std::vector<Positions>{{0, last()}}
                                      : std::vector<Positions>{};
        const size_t p = at(operand);
        switch (op) {
        case Op::Less:
            return {{0, p - 1}};
        case Op::LessEqual:
            return {{0, p}};
        case Op::Greater:
            return {{p + 1, last()}};
        case Op::GreaterEqual:
            return {{p, last()}};
        case Op::NotEqual:
            return {{0, p - 1}, {p + 1, last()}};
        default:
            return {{p, p}};
        }
    }

    const Values& m_boundaries;
};

} // namespace

bool passes(const CellTest& test, const Value& input) {
    switch (test.op) {
    case Op::Equal:
        return equal(input, test.operand).value_or(false);
    case Op::NotEqual: {
        const auto same = equal(input, test.operand);
        return same && !*same;
    }
    case Op::In:
        return passesIn(test.operand, input);
    default:
        break;
    }
    const auto order = compare(input, test.operand);
    if (!order)
        return false;
    switch (test.op) {
    case Op::Less:
        return std::is_lt(*order);
    case Op::LessEqual:
        return std::is_lteq(*order);
    case Op::Greater:
        return std::is_gt(*order);
    default:
        return std::is_gteq(*order);
    }
}

namespace {

// Whether a test has an answer at all for this input; if none has, its negation has none either.
bool isAnswered(const CellTest& test, const Value& input) {
    if (test.op == Op::In) {
        if (test.operand.is(Kind::Range))
            return contains(test.operand.range(), input).has_value();
        return test.operand.is(Kind::List) || equal(input, test.operand).has_value();
    }
    if (test.op == Op::Equal || test.op == Op::NotEqual)
        return equal(input, test.operand).has_value();
    return compare(input, test.operand).has_value();
}

} // namespace

bool passes(const Cell& cell, const Value& input) {
    if (cell.form == Cell::Form::Any)
        return true;
    const bool any = std::any_of(cell.tests.begin(), cell.tests.end(),
                                 [&](const CellTest& test) { return passes(test, input); });
    if (!cell.negated)
        return any;
    // or of the tests is null unless one is true or all are false
    return !any && std::all_of(cell.tests.begin(), cell.tests.end(),
                               [&](const CellTest& test) { return isAnswered(test, input); });
}

namespace {

// The constants of a column in order, all of one kind; nullopt if they are not.
std::optional<Values> boundariesOf(const std::vector<Cell>& cells, Kind& kind) {
    Values constants;
    for (const Cell& cell : cells) {
        for (const CellTest& test : cell.tests) {
            if (!collect(test, constants))
                return std::nullopt;
        }
    }
    if (constants.empty())
        return constants;
    kind = constants.front().kind();
    if (std::any_of(constants.begin(), constants.end(),
                    [&](const Value& value) { return !value.is(kind); }))
        return std::nullopt;
    if (kind == Kind::Boolean) { // the axis has two points, whichever the cells ask for
        constants.emplace_back(false);
        constants.emplace_back(true);
    }
    std::sort(constants.begin(), constants.end(), lessThan);
    const auto end =
        std::unique(constants.begin(), constants.end(), [](const Value& a, const Value& b) {
            return !lessThan(a, b) && !lessThan(b, a);
        });
    constants.erase(end, constants.end());
    return constants;
}

} // namespace

ColumnIndex ColumnIndex::build(const std::vector<Cell>& cells) {
    ColumnIndex index;
    auto boundaries = boundariesOf(cells, index.m_kind);
    if (!boundaries)
        return index;
    index.m_boundaries = std::move(*boundaries);
    index.m_words = (cells.size() + 63) / 64;
    if (index.positions() * index.m_words > mostWords)
        return index;
    index.m_bits.resize(index.positions() * index.m_words);
    index.m_null.resize(index.m_words);
    index.m_other.resize(index.m_words);
    const Value other = index.m_kind == Kind::Number ? Value(QString()) : Value(0);
    const Axis axis(index.m_boundaries);
    std::vector<bool> passing;
    for (size_t rule = 0; rule < cells.size(); ++rule) {
        const Cell& cell = cells[rule];
        const bool always = cell.form != Cell::Form::Tests;
        const size_t word = rule / 64;
        const quint64 bit = 1ULL << (rule % 64);
        index.m_null[word] |= always || passes(cell, Value()) ? bit : 0;
        index.m_other[word] |= always || passes(cell, other) ? bit : 0;
        passing.assign(index.positions(), always);
        for (const CellTest& test : cell.tests) {
            for (const auto& [first, end] : axis.where(test))
                std::fill(passing.begin() + static_cast<qsizetype>(first),
                          passing.begin() + static_cast<qsizetype>(end) + 1, true);
        }
        for (size_t position = 0; position < index.positions(); ++position) {
            if (passing[position] != (cell.negated && !always))
                index.m_bits[position * index.m_words + word] |= bit;
        }
    }
    index.m_usable = true;
    return index;
}

size_t ColumnIndex::positionOf(const Value& input) const {
    const auto at = std::lower_bound(m_boundaries.begin(), m_boundaries.end(), input, lessThan);
    const auto i = static_cast<size_t>(at - m_boundaries.begin());
    return at != m_boundaries.end() && !lessThan(input, *at) ? 2 * i + 1 : 2 * i;
}

const quint64* ColumnIndex::rulesFor(const Value& input) const {
    if (input.isNull())
        return m_null.data();
    if (m_kind == Kind::Null) // every cell passes, or asks for null
        return m_bits.data();
    return input.is(m_kind) ? rulesAt(positionOf(input)) : m_other.data();
}

} // namespace tongban::decision
