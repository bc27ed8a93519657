// Item definitions become types: components, collections, functions, allowed values (DMN 1.5
// §7.3.2).
#include "services/decision/types.h"

namespace tongban::decision {

using feel::Type;
using feel::TypeRef;

namespace {

constexpr int deepest = 64; // of item definitions inside each other

QString withoutPrefix(const QString& typeName) {
    const qsizetype colon = typeName.indexOf(u':');
    return (colon < 0 ? typeName : typeName.mid(colon + 1)).simplified();
}

void collectMembers(const TypeRef& type, QSet<QString>& names, int depth) {
    if (!type || depth > deepest)
        return;
    collectMembers(type->element, names, depth + 1);
    for (const feel::TypeMember& member : type->members) {
        if (type->form == Type::Form::Context)
            names.insert(member.name);
        collectMembers(member.type, names, depth + 1);
    }
}

} // namespace

QString textOfChild(const XmlElement& element, QStringView child) {
    const XmlElement* found = element.child(child);
    if (found == nullptr)
        return {};
    const XmlElement* text = found->child(u"text");
    return (text != nullptr ? text->text : found->text).trimmed();
}

QString typeNameOf(const XmlElement& element) {
    if (element.has(u"typeRef"))
        return element.attribute(u"typeRef").trimmed();
    const XmlElement* child = element.child(u"typeRef");
    return child != nullptr ? child->text.trimmed() : QString();
}

void TypeScope::readDefinitions(const XmlElement& definitions, QList<Defect>& defects) {
    const QList<const XmlElement*> items = definitions.childrenNamed(u"itemDefinition");
    for (const XmlElement* item : items)
        m_pending.insert(item->attribute(u"name").simplified(), item);
    for (const XmlElement* item : items) {
        bool known = false;
        named(item->attribute(u"name"), 0, defects, known);
    }
    m_pending.clear();
}

void TypeScope::import(const QString& prefix, const TypeScope& other) {
    for (auto it = other.m_types.cbegin(); it != other.m_types.cend(); ++it)
        m_types.insert(prefix.isEmpty() ? it.key() : prefix + u'.' + it.key(), it.value());
}

TypeRef TypeScope::named(const QString& typeName, int depth, QList<Defect>& defects, bool& known) {
    known = true;
    for (const QString& name : {typeName.simplified(), withoutPrefix(typeName)}) {
        if (m_types.contains(name))
            return m_types.value(name);
        if (const XmlElement* item = m_pending.take(name)) {
            TypeRef type = definition(*item, depth + 1, defects);
            m_types.insert(name, type);
            return type;
        }
    }
    return feel::builtinType(withoutPrefix(typeName), known);
}

TypeRef TypeScope::resolve(const QString& typeName, const QString& element,
                           QList<Defect>& defects) const {
    if (typeName.isEmpty())
        return {};
    for (const QString& name : {typeName.simplified(), withoutPrefix(typeName)}) {
        if (m_types.contains(name))
            return m_types.value(name);
    }
    bool known = false;
    TypeRef type = feel::builtinType(withoutPrefix(typeName), known);
    if (known)
        return type;
    const auto parsed = feel::parseType(withoutPrefix(typeName), m_types);
    if (parsed.has_value())
        return *parsed;
    defects.append({Level::Warned,
                    element,
                    {},
                    QStringLiteral("type"),
                    QStringLiteral("there is no type “%1”; any value is taken").arg(typeName)});
    return {};
}

QStringList TypeScope::memberNames() const {
    QSet<QString> names;
    for (const TypeRef& type : m_types)
        collectMembers(type, names, 0);
    QStringList sorted = names.values();
    sorted.sort();
    return sorted;
}

void TypeScope::constrain(Type& type, const XmlElement& item, const QString& child,
                          QList<Defect>& defects) const {
    const QString text = textOfChild(item, child);
    if (text.isEmpty())
        return;
    auto tests = feel::compileUnaryTests(text, {}, m_limits);
    if (tests.has_value())
        type.constraints.push_back(std::make_shared<const feel::Expression>(*tests));
    else
        defects.append({Level::Refused, item.attribute(u"name"), child,
                        QStringLiteral("expression"), tests.error().detail});
}

TypeRef TypeScope::function(const XmlElement& item, int depth, QList<Defect>& defects) {
    std::vector<feel::TypeMember> parameters;
    bool known = false;
    for (const XmlElement* parameter : item.childrenNamed(u"parameters"))
        parameters.push_back({parameter->attribute(u"name").simplified(),
                              named(typeNameOf(*parameter), depth, defects, known)});
    const QString result = item.attribute(u"outputTypeRef");
    return Type::function(std::move(parameters),
                          result.isEmpty() ? TypeRef() : named(result, depth, defects, known));
}

TypeRef TypeScope::definition(const XmlElement& item, int depth, QList<Defect>& defects) {
    const QString name = item.attribute(u"name").simplified();
    auto type = std::make_shared<Type>();
    if (depth > deepest) {
        defects.append({Level::Refused,
                        name,
                        {},
                        QStringLiteral("type"),
                        QStringLiteral("item definitions nested too deeply")});
        return {};
    }
    const QString base = typeNameOf(item);
    const QList<const XmlElement*> components = item.childrenNamed(u"itemComponent");
    if (const XmlElement* functionItem = item.child(u"functionItem")) {
        *type = *function(*functionItem, depth, defects);
    } else if (!components.isEmpty()) {
        type->form = Type::Form::Context;
        for (const XmlElement* component : components)
            type->members.push_back({component->attribute(u"name").simplified(),
                                     definition(*component, depth + 1, defects)});
    } else if (!base.isEmpty()) {
        bool known = false;
        const TypeRef found = named(base, depth, defects, known);
        if (!known)
            defects.append({Level::Warned,
                            name,
                            {},
                            QStringLiteral("type"),
                            QStringLiteral("there is no type “%1”").arg(base)});
        if (found)
            *type = *found;
    }
    if (item.name == u"itemDefinition")
        type->name = name;
    constrain(*type, item, QStringLiteral("allowedValues"), defects);
    TypeRef result = type;
    if (item.attribute(u"isCollection") == u"true") {
        auto list = std::make_shared<Type>();
        list->form = Type::Form::List;
        list->element = type;
        list->name = type->name;
        type->name.clear();
        result = list;
    }
    if (item.child(u"typeConstraint") != nullptr) {
        auto constrained = std::make_shared<Type>(*result);
        constrain(*constrained, item, QStringLiteral("typeConstraint"), defects);
        result = constrained;
    }
    return result;
}

} // namespace tongban::decision
