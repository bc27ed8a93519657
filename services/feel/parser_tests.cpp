// Unary tests: those of decision tables and those after `in`; and ranges, literal and by
// comparison.
#include "services/feel/parser.h"

namespace tongban::feel {

bool Parser::wholeUnaryTests(int inputSlot) {
    m_emitter.openScope();
    m_emitter.declare(QStringLiteral("?"), inputSlot);
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    bool fine = true;
    if (m_scanner.take(u"-") && m_scanner.atEnd()) {
        m_emitter.pushConstant(Value(true));
    } else {
        m_scanner.moveTo(start);
        const bool negated = m_scanner.takeWord(u"not") && m_scanner.take(u"(");
        if (!negated)
            m_scanner.moveTo(start);
        fine = positiveTests(inputSlot) && (!negated || expect(u")"));
        if (fine && negated)
            emitAt(start, Op::Not);
    }
    m_emitter.closeScope();
    return fine &&
           (m_scanner.atEnd() ||
            refuse(
                QStringLiteral("unexpected “%1”").arg(m_scanner.source().mid(m_scanner.at(), 12))));
}

// Bit 0: the test asks for ? itself; bit 1: it is a range literal, whose null is not the value
// null; bit 2: it is a constant, so that true means the value true.
int Parser::inFlag(bool usesInput) const {
    const Instruction* last = m_emitter.last();
    const int range = last != nullptr && last->op == Op::MakeRange ? 2 : 0;
    const int constant = last != nullptr && last->op == Op::Constant ? 4 : 0;
    return (usesInput ? 1 : 0) | range | constant;
}

bool Parser::positiveTests(int slot) {
    if (!positiveTest(slot))
        return false;
    while (m_scanner.take(u",")) {
        const int left = m_emitter.emit(Op::OrLeft);
        if (!positiveTest(slot))
            return false;
        m_emitter.emit(Op::Or);
        m_emitter.patch(left);
    }
    return true;
}

bool Parser::positiveTest(int slot) {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    const int questions = m_emitter.loadsOf(QStringLiteral("?"));
    m_emitter.emit(Op::Local, slot);
    Op op = Op::Equal;
    bool closed = false;
    if (comparisonSymbol(op, closed)) {
        if (!binary(4))
            return false;
        emitAt(start, op);
        return true;
    }
    if (!expression())
        return false;
    const bool usesInput = m_emitter.loadsOf(QStringLiteral("?")) != questions;
    emitAt(start, Op::In, 0, 0, inFlag(usesInput));
    return true;
}

bool Parser::inTests(qsizetype start) {
    m_emitter.openScope();
    const int slot = m_emitter.declareNew(QStringLiteral("?"));
    emitAt(start, Op::Store, slot);
    m_scanner.skip();
    const qsizetype open = m_scanner.at();
    bool fine = false;
    if (!m_scanner.take(u"(")) {
        Op op = Op::Equal;
        bool closed = false;
        const int questions = m_emitter.loadsOf(QStringLiteral("?"));
        m_emitter.emit(Op::Local, slot);
        const bool compared = comparisonSymbol(op, closed);
        fine = binary(4);
        const bool usesInput = m_emitter.loadsOf(QStringLiteral("?")) != questions;
        emitAt(start, compared ? op : Op::In, 0, 0, compared ? 0 : inFlag(usesInput));
    } else {
        // Either (test, test) or an open range (a..b); both start the same.
        const int questions = m_emitter.loadsOf(QStringLiteral("?"));
        const int mark = m_emitter.here();
        fine = positiveTest(slot);
        if (fine && m_scanner.take(u"..")) {
            m_emitter.dropTrailing(1); // the In of the lower end
            fine = m_emitter.here() > mark && rangeTail(false, open);
            const bool usesInput = m_emitter.loadsOf(QStringLiteral("?")) != questions;
            emitAt(start, Op::In, 0, 0, inFlag(usesInput));
        } else if (fine) {
            while (fine && m_scanner.take(u",")) {
                const int left = m_emitter.emit(Op::OrLeft);
                fine = positiveTest(slot);
                m_emitter.emit(Op::Or);
                m_emitter.patch(left);
            }
            fine = fine && expect(u")");
        }
    }
    m_emitter.closeScope();
    return fine;
}

// The lower end is on the stack and `..` is taken.
bool Parser::rangeTail(bool lowClosed, qsizetype start) {
    const bool outer = std::exchange(m_rangeEnd, true);
    const bool fine = binary(4);
    m_rangeEnd = outer;
    if (!fine)
        return false;
    bool highClosed = false;
    if (m_scanner.take(u"]"))
        highClosed = true;
    else if (!m_scanner.take(u")") && !m_scanner.take(u"["))
        return refuse(QStringLiteral("expected the end of the range"));
    if (!foldRange(lowClosed, highClosed))
        emitAt(start, Op::MakeRange, 0, 0, (lowClosed ? 1 : 0) | (highClosed ? 2 : 0));
    return true;
}

bool Parser::foldRange(bool lowClosed, bool highClosed) {
    const auto ends = m_emitter.trailingConstants(2);
    if (!ends || !compare(ends->front(), ends->back()))
        return false;
    if (std::is_gt(*compare(ends->front(), ends->back())))
        return false; // its null is given, with its cause, when it is evaluated
    m_emitter.dropTrailing(2);
    m_emitter.pushConstant(Value(Range{ends->front(), ends->back(), lowClosed, highClosed}));
    return true;
}

// (< 5), (>= 2), (= 3): a test as a value.
bool Parser::unaryRange() {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    Op op = Op::Equal;
    bool closed = false;
    if (!comparisonSymbol(op, closed))
        return refuse(QStringLiteral("expected a value"));
    if (!binary(4))
        return false;
    emitAt(start, Op::MakeTest, 0, 0, static_cast<int>(op));
    return true;
}

// Inside the upper end of a range: does this [ close the range rather than open a filter?
bool Parser::closesRangeHere() {
    if (!m_rangeEnd || !m_scanner.looksAt(u"["))
        return false;
    const qsizetype before = m_scanner.at();
    m_scanner.take(u"[");
    // Nothing a filter may begin with.
    bool closes = m_scanner.atEnd() || looksAtComparison();
    for (const QStringView symbol : {u")", u",", u"]", u"}", u":", u"+", u"*", u"/"})
        closes = closes || m_scanner.looksAt(symbol);
    closes = closes || (m_scanner.looksAt(u".") && !m_scanner.looksAtDigit());
    for (const QStringView word :
         {u"and", u"or", u"in", u"between", u"instance", u"then", u"else", u"return", u"satisfies"})
        closes = closes || m_scanner.looksAtWord(word);
    m_scanner.moveTo(before);
    return closes;
}

bool Parser::looksAtComparison() {
    return m_scanner.looksAt(u"<") || m_scanner.looksAt(u">") || m_scanner.looksAt(u"=") ||
           m_scanner.looksAt(u"!=");
}

} // namespace tongban::feel
