// Types as FEEL writes them: number, list<T>, range<T>, context<a: T>, function<T> -> T, and named
// ones.
#include "services/feel/parser.h"

namespace tongban::feel {

// number, date and time, dayTimeDuration …
bool Parser::basicType(TypeRef& found) {
    static const NameIndex longNames = [] {
        NameIndex made;
        for (const char* name :
             {"years and months duration", "days and time duration", "date and time", "date time"})
            made.add(QString::fromLatin1(name));
        return made;
    }();
    QString name;
    const qsizetype end = longNames.match(m_scanner.source(), m_scanner.at(), name);
    if (end > 0)
        m_scanner.moveTo(end);
    else
        name = m_scanner.word().toString();
    bool isKnown = false;
    found = builtinType(name, isKnown);
    return isKnown || refuse(QStringLiteral("there is no type “%1”").arg(name));
}

bool Parser::type(TypeRef& found) {
    if (++m_nesting > m_emitter.limits().nesting)
        return refuse(QStringLiteral("nested too deeply"));
    m_scanner.skip();
    const qsizetype start = m_scanner.at();
    const auto element = [&](Type::Form form) {
        auto made = std::make_shared<Type>();
        made->form = form;
        if (m_scanner.take(u"<")) {
            if (!type(made->element) || !expect(u">"))
                return false;
        }
        found = made;
        return true;
    };
    bool fine = true;
    const KnownNames& known = m_emitter.known();
    QString name;
    const qsizetype end = known.typeNames.match(m_scanner.source(), start, name);
    if (end > 0) {
        m_scanner.moveTo(end);
        m_scanner.skip();
        found = known.names.types.value(name);
    } else if (m_scanner.takeWord(u"list")) {
        fine = element(Type::Form::List);
    } else if (m_scanner.takeWord(u"range")) {
        fine = element(Type::Form::Range);
    } else if (m_scanner.takeWord(u"context") || m_scanner.takeWord(u"function")) {
        auto made = std::make_shared<Type>();
        const bool function = m_scanner.source().mid(start).startsWith(u"function");
        made->form = function ? Type::Form::Function : Type::Form::Context;
        made->openContext = !m_scanner.looksAt(u"<");
        if (!made->openContext)
            fine = typeMembers(made->members);
        if (fine && function && m_scanner.take(u"->"))
            fine = type(made->element);
        found = made;
    } else {
        fine = basicType(found);
    }
    --m_nesting;
    return fine;
}

// <a: number, b: list<string>> of a context, <number, string> of a function.
bool Parser::typeMembers(std::vector<TypeMember>& members) {
    if (!expect(u"<"))
        return false;
    if (m_scanner.take(u">"))
        return true;
    do {
        TypeMember member;
        const qsizetype before = m_scanner.at();
        if (!key(member.name))
            m_scanner.moveTo(before);
        if (!type(member.type))
            return false;
        members.push_back(std::move(member));
    } while (m_scanner.take(u","));
    return expect(u">");
}

Result<TypeRef> parseType(QStringView source, const QHash<QString, TypeRef>& types) {
    Names names;
    names.types = types;
    Emitter emitter(std::make_shared<const KnownNames>(names), {});
    Parser parser(emitter, source);
    TypeRef type;
    if (!parser.type(type))
        return fail(parser.fault());
    if (!parser.atEnd())
        return fail(FaultKind::Invalid, QStringLiteral("“%1” is no type").arg(source));
    return type;
}

} // namespace tongban::feel
