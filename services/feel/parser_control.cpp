// if, for, some, every, functions and contexts.
#include "services/feel/parser.h"

namespace tongban::feel {

// Tries what a word may begin; true if it began something (look at the fault), false if it is a
// plain name.
bool Parser::control(QStringView word) {
    const qsizetype start = m_scanner.at();
    const auto constant = [&](Value value) {
        m_scanner.word();
        m_emitter.pushConstant(std::move(value));
        return true;
    };
    if (word == u"true")
        return constant(Value(true));
    if (word == u"false")
        return constant(Value(false));
    if (word == u"null")
        return constant(Value());
    if (word == u"if") {
        m_scanner.word();
        ifExpression();
        return true;
    }
    if (word == u"for" || word == u"some" || word == u"every") {
        m_scanner.word();
        if (word == u"for")
            forExpression();
        else
            quantified(word == u"some");
        return true;
    }
    if (word == u"function") {
        m_scanner.word();
        if (m_scanner.looksAt(u"(")) {
            functionLiteral(std::exchange(m_selfName, {}));
            return true;
        }
        m_scanner.moveTo(start);
    }
    return false;
}

bool Parser::ifExpression() {
    if (!expression() || !expectWord(u"then"))
        return false;
    const int branch = m_emitter.emit(Op::Branch);
    if (!expression() || !expectWord(u"else"))
        return false;
    const int jump = m_emitter.emit(Op::Jump);
    m_emitter.patch(branch);
    if (!expression())
        return false;
    m_emitter.patch(jump);
    return true;
}

bool Parser::walkDomain(int verdict) {
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    if (!expression())
        return false;
    if (m_scanner.take(u"..")) {
        if (!expression())
            return false;
        emitAt(start, Op::IterRange, verdict);
    } else {
        emitAt(start, Op::IterBegin, verdict);
    }
    return true;
}

// name in domain, name in domain …: leaves as many open scopes as walks.
bool Parser::iterations(std::vector<Walk>& walks, int verdict) {
    do {
        m_scanner.skip();
        const qsizetype start = m_scanner.at();
        QStringList words;
        while (!m_scanner.peekWord().isEmpty() && !m_scanner.looksAtWord(u"in"))
            words.append(m_scanner.word().toString());
        const qsizetype in = m_scanner.source().indexOf(u" in ", start);
        QString name = words.join(u' ');
        if (!m_scanner.looksAtWord(u"in") && in > start) { // a name with symbols
            name = normalizedName(m_scanner.source().mid(start, in - start));
            m_scanner.moveTo(in);
        }
        if (name.isEmpty())
            return refuse(QStringLiteral("expected a name"));
        if (!expectWord(u"in") || !walkDomain(verdict))
            return false;
        m_emitter.openScope();
        const int slot = m_emitter.declareNew(name);
        walks.push_back({m_emitter.here()});
        m_emitter.label();
        m_emitter.emit(Op::IterNext, 0, slot);
    } while (m_scanner.take(u","));
    return true;
}

// Each inner walk, when it ends, lets the next outer one go on.
void Parser::closeWalks(const std::vector<Walk>& walks) {
    for (auto walk = walks.rbegin(); walk != walks.rend(); ++walk) {
        m_emitter.emit(Op::Jump, walk->next);
        m_emitter.patch(walk->next);
        m_emitter.closeScope();
    }
}

bool Parser::forExpression() {
    m_emitter.emit(Op::NewList);
    std::vector<Walk> walks;
    if (!iterations(walks, 0) || !expectWord(u"return"))
        return false;
    const QString partial = QStringLiteral("partial");
    const int before = m_emitter.loadsOf(partial);
    const int slot = m_emitter.declareNew(partial);
    const int snapshot = m_emitter.emit(Op::Partial, slot);
    if (!expression())
        return false;
    if (m_emitter.loadsOf(partial) == before)
        m_emitter.cancel(snapshot);
    m_emitter.emit(Op::Append);
    closeWalks(walks);
    m_emitter.emit(Op::EndList);
    return true;
}

bool Parser::quantified(bool some) {
    const int slot = m_emitter.newSlot();
    m_emitter.pushConstant(Value(!some));
    m_emitter.emit(Op::Store, slot);
    std::vector<Walk> walks;
    if (!iterations(walks, slot + 1) || !expectWord(u"satisfies"))
        return false;
    if (walks.size() > 100)
        return refuse(QStringLiteral("too many walks in one expression"));
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    if (!expression())
        return false;
    m_emitter.place(start, m_scanner.lastEnd() - start);
    const int exit =
        m_emitter.emit(Op::Verdict, 0, slot, static_cast<int>(walks.size()) * 2 + (some ? 1 : 0));
    closeWalks(walks);
    m_emitter.patch(exit);
    m_emitter.emit(Op::Local, slot);
    return true;
}

bool Parser::parameters(FunctionShape& shape) {
    if (!expect(u"("))
        return false;
    if (m_scanner.take(u")"))
        return true;
    do {
        m_scanner.skip();
        const qsizetype start = m_scanner.at();
        qsizetype end = start;
        while (end < m_scanner.source().size() &&
               !QStringView(u",:)").contains(m_scanner.source()[end]))
            ++end;
        const QString name = normalizedName(m_scanner.source().mid(start, end - start));
        if (name.isEmpty() || m_scanner.peekWord().isEmpty() || shape.parameters.contains(name))
            return refuse(QStringLiteral("expected a parameter name of its own"));
        m_scanner.moveTo(end);
        TypeRef wanted;
        if (m_scanner.take(u":")) {
            shape.typed = true;
            if (!type(wanted))
                return false;
        }
        shape.parameters.append(name);
        shape.parameterTypes.push_back(wanted);
    } while (m_scanner.take(u","));
    return expect(u")");
}

bool Parser::functionLiteral(const QString& selfName) {
    FunctionShape shape;
    if (!parameters(shape))
        return false;
    if (m_scanner.takeWord(u"external")) {
        // Java, PMML and the like: this engine runs FEEL only.
        m_emitter.beginFunction(std::move(shape));
        m_emitter.fail(DiagnosisKind::Refused,
                       QStringLiteral("external functions are never called"));
        const int over = m_emitter.emit(Op::Jump);
        if (!expression())
            return false;
        m_emitter.patch(over);
        m_emitter.endFunction();
        return true;
    }
    m_emitter.beginFunction(std::move(shape), selfName);
    const bool fine = expression();
    m_emitter.endFunction();
    return fine;
}

bool Parser::contextEntry(QStringList& keys, std::vector<int>& slots) {
    QString name;
    if (!key(name))
        return refuse(QStringLiteral("expected a key and a colon"));
    if (keys.contains(name))
        return refuse(QStringLiteral("the key “%1” is there twice").arg(name));
    m_selfName = name;
    const bool fine = expression();
    m_selfName.clear();
    if (!fine)
        return false;
    const int slot = m_emitter.newSlot();
    m_emitter.emit(Op::Store, slot);
    m_emitter.declare(name, slot);
    m_emitter.addMember(name);
    keys.append(name);
    slots.push_back(slot);
    return true;
}

bool Parser::contextLiteral() {
    const qsizetype start = m_scanner.at();
    m_scanner.take(u"{");
    const bool outer = std::exchange(m_rangeEnd, false);
    QStringList keys;
    std::vector<int> slots;
    m_emitter.openScope();
    bool fine = true;
    if (!m_scanner.take(u"}")) {
        do {
            fine = contextEntry(keys, slots);
        } while (fine && m_scanner.take(u","));
        fine = fine && expect(u"}");
    }
    m_emitter.closeScope();
    m_rangeEnd = outer;
    for (const int slot : slots)
        m_emitter.emit(Op::Local, slot);
    emitAt(start, Op::MakeContext, m_emitter.shapeIndex(keys));
    return fine;
}

} // namespace tongban::feel
