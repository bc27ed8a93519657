// Literals, names, lists, parentheses, and what may follow them: paths, filters, invocations.
#include "services/feel/parser.h"

#include "services/feel/builtins.h"

namespace tongban::feel {

namespace {

// Words that end a name nobody declared.
bool isOperatorWord(QStringView word) {
    static constexpr QStringView words[] = {u"and",  u"or",   u"in",     u"between",  u"instance",
                                            u"then", u"else", u"return", u"satisfies"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

} // namespace

bool Parser::postfix() {
    // Everything that nests passes here once a level.
    if (++m_nesting > m_emitter.limits().nesting)
        return refuse(QStringLiteral("nested deeper than %1").arg(m_emitter.limits().nesting));
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    const bool fine = primary() && postfixTail(start);
    --m_nesting;
    return fine;
}

bool Parser::postfixTail(qsizetype start) {
    for (;;) {
        if (m_scanner.looksAt(u".") && !m_scanner.looksAt(u"..")) {
            m_scanner.take(u".");
            QString member;
            if (!memberName(member))
                return false;
            emitAt(start, Op::Path, m_emitter.nameIndex(member));
        } else if (m_scanner.looksAt(u"[") && !closesRangeHere()) {
            if (!filter(start))
                return false;
        } else if (m_scanner.looksAt(u"(")) {
            if (!invocation(start))
                return false;
        } else {
            return true;
        }
    }
}

bool Parser::primary() {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    if (m_scanner.looksAt(u"(")) {
        m_scanner.take(u"(");
        return parenthesis();
    }
    if (m_scanner.looksAt(u"[") || m_scanner.looksAt(u"]"))
        return bracket();
    if (m_scanner.looksAt(u"{"))
        return contextLiteral();
    if (m_scanner.looksAt(u"\"")) {
        const auto text = m_scanner.string();
        if (!text)
            return refuse(QStringLiteral("the string has no end"));
        m_emitter.pushConstant(Value(*text));
        return true;
    }
    if (m_scanner.looksAtDigit()) {
        const auto number = m_scanner.number();
        if (number)
            m_emitter.pushConstant(Value(*number));
        else
            m_emitter.fail(DiagnosisKind::Arithmetic, QStringLiteral("the number is too large"));
        return true;
    }
    if (m_scanner.looksAt(u"@"))
        return atLiteral();
    const QStringView word = m_scanner.peekWord();
    if (word.isEmpty() || isOperatorWord(word))
        return refuse(QStringLiteral("expected a value"));
    if (control(word))
        return m_fault.isEmpty();
    m_scanner.moveTo(start);
    return name();
}

bool Parser::parenthesis() {
    const qsizetype start = m_scanner.lastEnd() - 1;
    const bool outer = std::exchange(m_rangeEnd, false);
    const bool test = looksAtComparison();
    const bool fine = test ? unaryRange() : expression();
    m_rangeEnd = outer;
    if (!fine)
        return false;
    if (m_scanner.take(u".."))
        return rangeTail(false, start);
    return expect(u")");
}

// A list, or a range that starts with [ or ].
bool Parser::bracket() {
    const qsizetype start = m_scanner.at();
    const bool outside = m_scanner.take(u"]");
    if (!outside)
        m_scanner.take(u"[");
    const bool outer = std::exchange(m_rangeEnd, false);
    int count = 0;
    bool fine = true;
    while (fine && !(count == 0 && m_scanner.take(u"]"))) {
        const bool test = looksAtComparison();
        fine = test ? unaryRange() : expression();
        if (fine && count == 0 && m_scanner.take(u"..")) {
            m_rangeEnd = outer;
            return rangeTail(!outside, start);
        }
        ++count;
        if (fine && !m_scanner.take(u",")) {
            fine = !outside && expect(u"]");
            break;
        }
    }
    m_rangeEnd = outer;
    if (!fine || outside)
        return refuse(QStringLiteral("expected a list or a range"));
    if (const auto items = m_emitter.trailingConstants(count)) {
        m_emitter.dropTrailing(count);
        m_emitter.pushConstant(Value::list(*items));
    } else {
        emitAt(start, Op::MakeList, count);
    }
    return true;
}

bool Parser::atLiteral() {
    m_scanner.take(u"@");
    if (!m_scanner.looksAt(u"\""))
        return refuse(QStringLiteral("expected a string after @"));
    const auto text = m_scanner.string();
    if (!text)
        return refuse(QStringLiteral("the string has no end"));
    if (const auto date = parseDate(*text))
        m_emitter.pushConstant(Value(*date));
    else if (const auto at = parseDateTime(*text))
        m_emitter.pushConstant(Value(*at));
    else if (const auto time = parseTime(*text))
        m_emitter.pushConstant(Value(*time));
    else if (const auto duration = parseDuration(*text))
        m_emitter.pushConstant(*duration);
    else
        m_emitter.fail(DiagnosisKind::Arithmetic,
                       QStringLiteral("“%1” is no date, time or duration").arg(*text));
    return true;
}

bool Parser::name() {
    const qsizetype start = m_scanner.at();
    QString name;
    qsizetype end = m_emitter.matchName(m_scanner.source(), start, name);
    if (end > 0) {
        m_scanner.moveTo(end);
        // A longer name nobody declared: two words side by side mean nothing else.
        const QStringView next = m_scanner.peekWord();
        if (next.isEmpty() || isOperatorWord(next)) {
            m_scanner.moveTo(end);
            m_emitter.place(start, end - start);
            m_emitter.load(name, m_scanner.looksAt(u"("));
            return true;
        }
        m_scanner.moveTo(start);
    }
    name = m_scanner.word().toString();
    while (!m_scanner.peekWord().isEmpty() && !isOperatorWord(m_scanner.peekWord()))
        (name += u' ') += m_scanner.word();
    m_emitter.place(start, m_scanner.lastEnd() - start);
    m_emitter.load(name, m_scanner.looksAt(u"("));
    return true;
}

bool Parser::memberName(QString& name) {
    m_scanner.skip();
    const qsizetype end = m_emitter.matchMember(m_scanner.source(), m_scanner.at(), name);
    const qsizetype start = m_scanner.at();
    if (end > 0) {
        m_scanner.moveTo(end);
        const QStringView next = m_scanner.peekWord();
        if (next.isEmpty() || isOperatorWord(next))
            return true;
        m_scanner.moveTo(start);
    }
    name = m_scanner.word().toString();
    if (name.isEmpty())
        return refuse(QStringLiteral("expected a name after the point"));
    while (!m_scanner.peekWord().isEmpty() && !isOperatorWord(m_scanner.peekWord()))
        (name += u' ') += m_scanner.word();
    return true;
}

bool Parser::filter(qsizetype start) {
    m_scanner.take(u"[");
    const bool outer = std::exchange(m_rangeEnd, false);
    m_emitter.openScope();
    const int slot = m_emitter.newSlot();
    m_emitter.openFilter(slot);
    emitAt(start, Op::FilterBegin);
    const int next = m_emitter.here();
    m_emitter.label();
    emitAt(start, Op::FilterNext, 0, slot);
    const bool fine = expression() && expect(u"]");
    emitAt(start, Op::FilterTest, next);
    m_emitter.patch(next);
    emitAt(start, Op::FilterEnd);
    m_emitter.closeScope();
    m_emitter.closeScope();
    m_rangeEnd = outer;
    return fine;
}

// The key of a context entry or named argument and its colon; nothing is taken if there is none.
bool Parser::key(QString& name) {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    if (m_scanner.looksAt(u"\"")) {
        const auto text = m_scanner.string();
        if (text && m_scanner.take(u":")) {
            name = *text;
            return true;
        }
        m_scanner.moveTo(start);
        return false;
    }
    const qsizetype colon = m_scanner.source().indexOf(u':', start);
    if (colon < 0 || m_scanner.peekWord().isEmpty())
        return false;
    const QStringView raw = m_scanner.source().mid(start, colon - start);
    for (const QChar c : raw) {
        if (QStringView(u"()[]{},\"<>=@;|&!^%").contains(c))
            return false;
    }
    name = normalizedName(raw);
    m_scanner.moveTo(colon);
    return m_scanner.take(u":");
}

bool Parser::invocation(qsizetype start) {
    m_scanner.take(u"(");
    const bool outer = std::exchange(m_rangeEnd, false);
    std::optional<Instruction> builtin;
    if (const Instruction* last = m_emitter.last(); last != nullptr && last->op == Op::Builtin) {
        builtin = *last;
        m_emitter.dropTrailing(1);
    }
    QStringList names;
    QString first;
    const qsizetype before = m_scanner.at();
    const bool named = key(first);
    m_scanner.moveTo(before);
    if (named && builtin)
        m_emitter.emit(Op::Builtin, builtin->a);
    bool fine = true;
    int count = 0;
    if (named) {
        fine = namedArguments(names);
    } else if (!m_scanner.take(u")")) {
        do {
            fine = expression();
            ++count;
        } while (fine && m_scanner.take(u","));
        fine = fine && expect(u")");
    }
    m_rangeEnd = outer;
    if (!fine)
        return false;
    if (named)
        emitAt(start, Op::CallNamed, m_emitter.shapeIndex(names));
    else
        finishCall(builtin ? &*builtin : nullptr, count, start);
    return true;
}

bool Parser::namedArguments(QStringList& names) {
    do {
        QString name;
        if (!key(name))
            return refuse(QStringLiteral("expected a parameter name and a colon"));
        if (names.contains(name))
            return refuse(QStringLiteral("the parameter “%1” is given twice").arg(name));
        names.append(name);
        if (!expression())
            return false;
    } while (m_scanner.take(u","));
    return expect(u")");
}

// A call of a built-in whose arguments are constants is done now, if it has a value.
void Parser::finishCall(const Instruction* builtin, int count, qsizetype start) {
    if (builtin == nullptr) {
        emitAt(start, Op::Call, count);
        return;
    }
    if (const auto arguments = m_emitter.trailingConstants(count); arguments && count > 0) {
        const Value value = foldBuiltin(builtin->a, *arguments);
        if (!value.isNull()) {
            m_emitter.dropTrailing(count);
            m_emitter.pushConstant(value);
            return;
        }
    }
    emitAt(start, Op::CallBuiltin, count, builtin->a);
}

} // namespace tongban::feel
