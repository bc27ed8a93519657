// Operators by precedence: or, and, comparison, sum, product, power, sign, instance of.
#include "services/feel/parser.h"

namespace tongban::feel {

namespace {

struct Operation {
    QStringView symbol;
    int precedence;
    Op op;
};
constexpr int comparison = 3;
constexpr int sum = 4;
constexpr Operation arithmetic[] = {
    {u"+", sum, Op::Add},    {u"-", sum, Op::Subtract}, {u"**", 6, Op::Power},
    {u"*", 5, Op::Multiply}, {u"/", 5, Op::Divide},
};

} // namespace

bool Parser::refuse(const QString& why) {
    if (m_fault.isEmpty()) {
        m_scanner.skip();
        m_fault = QStringLiteral("column %1: %2").arg(m_scanner.at() + 1).arg(why);
    }
    return false;
}

Fault Parser::fault() const {
    return {FaultKind::Invalid, m_fault};
}

bool Parser::expect(QStringView symbol) {
    return m_scanner.take(symbol) || refuse(QStringLiteral("expected “%1”").arg(symbol));
}

bool Parser::expectWord(QStringView word) {
    return m_scanner.takeWord(word) || refuse(QStringLiteral("expected “%1”").arg(word));
}

void Parser::emitAt(qsizetype start, Op op, int a, int b, int flag) {
    m_emitter.place(start, std::max<qsizetype>(m_scanner.lastEnd() - start, 1));
    m_emitter.emit(op, a, b, flag);
}

bool Parser::wholeExpression() {
    if (!expression())
        return false;
    return m_scanner.atEnd() ||
           refuse(
               QStringLiteral("unexpected “%1”").arg(m_scanner.source().mid(m_scanner.at(), 12)));
}

bool Parser::expression() {
    return binary(1);
}

bool Parser::binary(int minimum) {
    if (m_emitter.tooLarge())
        return refuse(QStringLiteral("compiles to too much code"));
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    return unary() && binaryTail(minimum, start);
}

bool Parser::binaryTail(int minimum, qsizetype start) {
    for (;;) {
        bool found = false;
        if (minimum <= 1 && m_scanner.takeWord(u"or")) {
            const int left = m_emitter.emit(Op::OrLeft);
            if (!binary(2))
                return false;
            emitAt(start, Op::Or);
            m_emitter.patch(left);
            continue;
        }
        if (minimum <= 2 && m_scanner.takeWord(u"and")) {
            const int left = m_emitter.emit(Op::AndLeft);
            if (!binary(comparison))
                return false;
            emitAt(start, Op::And);
            m_emitter.patch(left);
            continue;
        }
        if (minimum <= comparison) {
            if (!comparisonTail(start, found))
                return false;
            if (found)
                continue;
        }
        for (const Operation& operation : arithmetic) {
            if (operation.precedence < minimum || !m_scanner.looksAt(operation.symbol))
                continue;
            if (operation.op == Op::Multiply && m_scanner.looksAt(u"**"))
                continue;
            m_scanner.take(operation.symbol);
            if (!binary(operation.precedence + 1))
                return false;
            emitAt(start, operation.op);
            found = true;
            break;
        }
        if (!found)
            return true;
    }
}

bool Parser::comparisonSymbol(Op& op, bool& closed) {
    closed = false;
    if (m_scanner.take(u"<=")) {
        op = Op::LessEqual;
        closed = true;
    } else if (m_scanner.take(u">=")) {
        op = Op::GreaterEqual;
        closed = true;
    } else if (m_scanner.take(u"!=")) {
        op = Op::NotEqual;
    } else if (m_scanner.take(u"<")) {
        op = Op::Less;
    } else if (m_scanner.take(u">")) {
        op = Op::Greater;
    } else if (m_scanner.take(u"==") || m_scanner.take(u"=")) { // == as many write it
        op = Op::Equal;
    } else {
        return false;
    }
    return true;
}

bool Parser::comparisonTail(qsizetype start, bool& found) {
    Op op = Op::Equal;
    bool closed = false;
    found = true;
    if (comparisonSymbol(op, closed)) {
        if (!binary(sum))
            return false;
        emitAt(start, op);
        return true;
    }
    if (m_scanner.takeWord(u"between"))
        return between(start);
    if (m_scanner.takeWord(u"in"))
        return inTests(start);
    found = false;
    return true;
}

bool Parser::between(qsizetype start) {
    if (!binary(sum) || !expectWord(u"and") || !binary(sum))
        return false;
    emitAt(start, Op::Between);
    return true;
}

bool Parser::unary() {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    int signs = 0;
    while (m_scanner.take(u"-"))
        ++signs;
    if (!postfix())
        return false;
    for (; signs > 0; --signs) {
        const auto constant = m_emitter.trailingConstants(1);
        if (constant && constant->front().is(Kind::Number)) {
            m_emitter.dropTrailing(1);
            m_emitter.pushConstant(Value(constant->front().number().negated()));
        } else {
            emitAt(start, Op::Negate);
        }
    }
    const qsizetype before = m_scanner.at();
    while (m_scanner.takeWord(u"instance")) {
        if (!m_scanner.takeWord(u"of")) {
            m_scanner.moveTo(before);
            return true;
        }
        TypeRef wanted;
        if (!type(wanted))
            return false;
        emitAt(start, Op::InstanceOf, m_emitter.typeIndex(wanted));
    }
    return true;
}

Result<void> emitExpression(Emitter& emitter, QStringView source) {
    if (source.size() > emitter.limits().source)
        return fail(FaultKind::Invalid,
                    QStringLiteral("source of %1 characters is over the limit of %2")
                        .arg(source.size())
                        .arg(emitter.limits().source));
    Parser parser(emitter, source);
    if (!parser.wholeExpression())
        return fail(parser.fault());
    return {};
}

Result<void> emitUnaryTests(Emitter& emitter, QStringView source, int inputSlot) {
    if (source.size() > emitter.limits().source)
        return fail(FaultKind::Invalid,
                    QStringLiteral("source of %1 characters is over the limit of %2")
                        .arg(source.size())
                        .arg(emitter.limits().source));
    Parser parser(emitter, source);
    if (!parser.wholeUnaryTests(inputSlot))
        return fail(parser.fault());
    return {};
}

} // namespace tongban::feel
