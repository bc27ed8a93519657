// Every boxed expression but the decision table.
#include "services/decision/boxed.h"

#include "services/feel/parser.h"

namespace tongban::decision {

using feel::DiagnosisKind;
using feel::Op;
using feel::Value;

const XmlElement* BoxedCompiler::expressionIn(const XmlElement& parent) {
    static constexpr QStringView names[] = {u"literalExpression",
                                            u"decisionTable",
                                            u"context",
                                            u"list",
                                            u"relation",
                                            u"invocation",
                                            u"conditional",
                                            u"filter",
                                            u"for",
                                            u"some",
                                            u"every",
                                            u"functionDefinition"};
    for (const auto& child : parent.children) {
        if (std::find(std::begin(names), std::end(names), child->name) != std::end(names))
            return child.get();
    }
    return nullptr;
}

void BoxedCompiler::refuse(const QString& place, const QString& why) {
    m_defects.append({Level::Refused, m_owner, place, QStringLiteral("expression"), why});
    m_emitter.fail(DiagnosisKind::Syntax, why);
}

// Emits FEEL; if it does not parse, null with that reason.
bool BoxedCompiler::source(const QString& text, const QString& place) {
    const feel::Emitter::Mark mark = m_emitter.mark();
    m_emitter.beginSource(place.isEmpty() ? m_owner : m_owner + QStringLiteral(": ") + place);
    const Result<void> emitted = feel::emitExpression(m_emitter, text);
    if (emitted.has_value())
        return true;
    m_emitter.rewind(mark);
    refuse(place, emitted.error().detail);
    return false;
}

void BoxedCompiler::convert(const QString& typeName) {
    const feel::TypeRef type = m_types.resolve(typeName, m_owner, m_defects);
    if (type)
        m_emitter.emit(Op::Convert, m_emitter.typeIndex(type));
}

void BoxedCompiler::expressionOf(const XmlElement& parent) {
    if (const XmlElement* child = expressionIn(parent))
        expression(*child);
    else
        m_emitter.pushConstant({});
}

void BoxedCompiler::expression(
    const XmlElement& element) // nests as deep as the XML, which is bounded
{
    const QString& kind = element.name;
    if (kind == u"literalExpression")
        literal(element);
    else if (kind == u"decisionTable")
        table(element);
    else if (kind == u"context")
        context(element);
    else if (kind == u"list")
        list(element);
    else if (kind == u"relation")
        relation(element);
    else if (kind == u"invocation")
        invocation(element);
    else if (kind == u"conditional")
        conditional(element);
    else if (kind == u"filter")
        filter(element);
    else if (kind == u"for")
        walk(element);
    else if (kind == u"some" || kind == u"every")
        quantified(element, kind == u"some");
    else if (kind == u"functionDefinition")
        return function(element, {});
    convert(typeNameOf(element));
}

void BoxedCompiler::literal(const XmlElement& element) {
    const QString language = element.attribute(u"expressionLanguage");
    const XmlElement* text = element.child(u"text");
    if (!language.isEmpty() && !language.contains(u"feel", Qt::CaseInsensitive))
        return refuse({}, QStringLiteral("the expression language %1 is not FEEL").arg(language));
    if (text == nullptr || text->text.trimmed().isEmpty())
        return m_emitter.pushConstant({});
    source(text->text, {});
}

void BoxedCompiler::context(const XmlElement& element) {
    const QString owner = m_owner;
    QStringList keys;
    std::vector<int> slots;
    bool result = false;
    m_emitter.openScope();
    for (const XmlElement* entry : element.childrenNamed(u"contextEntry")) {
        const XmlElement* variable = entry->child(u"variable");
        const XmlElement* body = expressionIn(*entry);
        const QString name =
            variable != nullptr ? variable->attribute(u"name").simplified() : QString();
        if (!name.isEmpty())
            m_owner = owner + QStringLiteral(" / ") + name;
        if (body != nullptr && body->name == u"functionDefinition")
            function(*body, name);
        else
            expressionOf(*entry);
        if (name.isEmpty()) { // the result cell
            result = true;
            break;
        }
        convert(typeNameOf(*variable));
        const int slot = m_emitter.newSlot();
        m_emitter.emit(Op::Store, slot);
        m_emitter.declare(name, slot);
        m_emitter.addMember(name);
        keys.append(name);
        slots.push_back(slot);
    }
    m_emitter.closeScope();
    m_owner = owner;
    if (result)
        return;
    for (const int slot : slots)
        m_emitter.emit(Op::Local, slot);
    m_emitter.emit(Op::MakeContext, m_emitter.shapeIndex(keys));
}

void BoxedCompiler::list(const XmlElement& element) {
    int count = 0;
    for (const auto& child : element.children) {
        XmlElement* item = child.get();
        static constexpr QStringView others[] = {u"description", u"extensionElements", u"typeRef"};
        if (std::find(std::begin(others), std::end(others), item->name) != std::end(others))
            continue;
        expression(*item);
        ++count;
    }
    m_emitter.emit(Op::MakeList, count);
}

void BoxedCompiler::relation(const XmlElement& element) {
    QStringList keys;
    QStringList types;
    for (const XmlElement* column : element.childrenNamed(u"column")) {
        keys.append(column->attribute(u"name").simplified());
        types.append(typeNameOf(*column));
        m_emitter.addMember(keys.last());
    }
    const int shape = m_emitter.shapeIndex(keys);
    const QList<const XmlElement*> rows = element.childrenNamed(u"row");
    for (const XmlElement* row : rows) {
        qsizetype cells = 0;
        for (const auto& child : row->children) {
            if (cells >= keys.size() || child->name == u"extensionElements")
                continue;
            expression(*child);
            convert(types[cells++]);
        }
        for (; cells < keys.size(); ++cells)
            m_emitter.pushConstant({});
        m_emitter.emit(Op::MakeContext, shape);
    }
    m_emitter.emit(Op::MakeList, static_cast<int>(rows.size()));
}

void BoxedCompiler::invocation(const XmlElement& element) {
    expressionOf(element);
    QStringList names;
    for (const XmlElement* binding : element.childrenNamed(u"binding")) {
        const XmlElement* parameter = binding->child(u"parameter");
        names.append(parameter != nullptr ? parameter->attribute(u"name").simplified() : QString());
        expressionOf(*binding);
    }
    if (names.isEmpty())
        m_emitter.emit(Op::Call, 0);
    else
        m_emitter.emit(Op::CallNamed, m_emitter.shapeIndex(names));
}

void BoxedCompiler::function(const XmlElement& definition, const QString& selfName) {
    feel::FunctionShape shape;
    for (const XmlElement* parameter : definition.childrenNamed(u"formalParameter")) {
        shape.parameters.append(parameter->attribute(u"name").simplified());
        shape.parameterTypes.push_back(m_types.resolve(typeNameOf(*parameter), m_owner, m_defects));
        shape.typed = shape.typed || shape.parameterTypes.back() != nullptr;
    }
    const QString kind = definition.attribute(u"kind");
    m_emitter.beginFunction(std::move(shape), selfName);
    if (!kind.isEmpty() && kind != u"FEEL") {
        m_emitter.fail(DiagnosisKind::Refused,
                       QStringLiteral("%1 functions are never called").arg(kind));
        m_defects.append({Level::Warned,
                          m_owner,
                          {},
                          QStringLiteral("external"),
                          QStringLiteral("%1 functions are never called").arg(kind)});
    } else {
        expressionOf(definition);
        convert(typeNameOf(definition));
    }
    m_emitter.endFunction();
}

void BoxedCompiler::conditional(const XmlElement& element) {
    const auto part = [&](QStringView name) {
        const XmlElement* child = element.child(name);
        if (child != nullptr)
            expressionOf(*child);
        else
            m_emitter.pushConstant({});
    };
    part(u"if");
    const int branch = m_emitter.emit(Op::Branch, 0, 0, 1);
    part(u"then");
    const int jump = m_emitter.emit(Op::Jump);
    m_emitter.patch(branch);
    part(u"else");
    m_emitter.patch(jump);
    m_emitter.setSecond(branch, m_emitter.here());
}

void BoxedCompiler::filter(const XmlElement& element) {
    const XmlElement* in = element.child(u"in");
    const XmlElement* match = element.child(u"match");
    if (in == nullptr || match == nullptr)
        return refuse({}, QStringLiteral("a filter without “in” or “match”"));
    expressionOf(*in);
    m_emitter.openScope();
    const int slot = m_emitter.newSlot();
    m_emitter.openFilter(slot);
    m_emitter.emit(Op::FilterBegin);
    const int next = m_emitter.emit(Op::FilterNext, 0, slot);
    m_emitter.label();
    expressionOf(*match);
    m_emitter.emit(Op::FilterTest, next);
    m_emitter.patch(next);
    m_emitter.emit(Op::FilterEnd);
    m_emitter.closeScope();
    m_emitter.closeScope();
}

void BoxedCompiler::walk(const XmlElement& element) {
    const XmlElement* in = element.child(u"in");
    const XmlElement* result = element.child(u"return");
    if (in == nullptr || result == nullptr)
        return refuse({}, QStringLiteral("a for without “in” or “return”"));
    m_emitter.emit(Op::NewList);
    expressionOf(*in);
    m_emitter.emit(Op::IterBegin);
    m_emitter.openScope();
    const int slot = m_emitter.declareNew(element.attribute(u"iteratorVariable").simplified());
    const int next = m_emitter.emit(Op::IterNext, 0, slot);
    m_emitter.label();
    const int partial = m_emitter.declareNew(QStringLiteral("partial"));
    const int before = m_emitter.loadsOf(QStringLiteral("partial"));
    const int snapshot = m_emitter.emit(Op::Partial, partial);
    expressionOf(*result);
    if (m_emitter.loadsOf(QStringLiteral("partial")) == before)
        m_emitter.cancel(snapshot);
    m_emitter.emit(Op::Append);
    m_emitter.emit(Op::Jump, next);
    m_emitter.patch(next);
    m_emitter.closeScope();
    m_emitter.emit(Op::EndList);
}

void BoxedCompiler::quantified(const XmlElement& element, bool some) {
    const XmlElement* in = element.child(u"in");
    const XmlElement* satisfies = element.child(u"satisfies");
    if (in == nullptr || satisfies == nullptr)
        return refuse({}, QStringLiteral("a quantified expression without “in” or “satisfies”"));
    const int verdict = m_emitter.newSlot();
    m_emitter.pushConstant(Value(!some));
    m_emitter.emit(Op::Store, verdict);
    expressionOf(*in);
    m_emitter.emit(Op::IterBegin, verdict + 1);
    m_emitter.openScope();
    const int slot = m_emitter.declareNew(element.attribute(u"iteratorVariable").simplified());
    const int next = m_emitter.emit(Op::IterNext, 0, slot);
    m_emitter.label();
    expressionOf(*satisfies);
    const int exit = m_emitter.emit(Op::Verdict, 0, verdict, some ? 3 : 2);
    m_emitter.emit(Op::Jump, next);
    m_emitter.patch(next);
    m_emitter.closeScope();
    m_emitter.patch(exit);
    m_emitter.emit(Op::Local, verdict);
}

} // namespace tongban::decision
