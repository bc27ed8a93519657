// ColumnIndex: the input entries of one column as intervals on one axis, and which rules pass where
// on it.
#pragma once

#include "services/feel/program.h"
#include "services/feel/value.h"

#include <vector>

namespace tongban::decision {

// One comparison with a constant: = ≠ < ≤ > ≥, or In with a range, a list or a value.
struct CellTest {
    feel::Op op = feel::Op::Equal;
    feel::Value operand;
};

struct Cell {
    enum class Form : quint8 { Any, Tests, Fragment };
    Form form = Form::Any;
    bool negated = false;
    std::vector<CellTest> tests; // of Tests: one must pass
    int fragment = -1;           // of Fragment: code that tests the input slot
    QString text;
};

bool passes(const CellTest& test, const feel::Value& input);
bool passes(const Cell& cell, const feel::Value& input); // of Any and Tests

using Bits = std::vector<quint64>;

// The axis: boundaries b0 < b1 < … cut it into positions 0 (below b0), 1 (b0), 2 (between b0 and
// b1) … 2n.
class ColumnIndex {
public:
    // Rules whose cells are fragments pass everywhere; they are asked one by one later.
    static ColumnIndex build(const std::vector<Cell>& cells);

    bool isUsable() const { return m_usable; }
    // The rules that may pass for this input.
    const quint64* rulesFor(const feel::Value& input) const;
    size_t positions() const { return m_boundaries.size() * 2 + 1; }
    const quint64* rulesAt(size_t position) const { return m_bits.data() + position * m_words; }
    const feel::Values& boundaries() const { return m_boundaries; }
    feel::Kind kind() const { return m_kind; }
    size_t words() const { return m_words; }

private:
    size_t positionOf(const feel::Value& input) const;

    bool m_usable = false;
    feel::Kind m_kind = feel::Kind::Null; // of the axis; Null if no cell asks anything
    feel::Values m_boundaries;
    size_t m_words = 0;
    Bits m_bits;  // words by position
    Bits m_null;  // rules that pass for null
    Bits m_other; // rules that pass for a value of another kind
};

} // namespace tongban::decision
