// TypeScope: item definitions of one file as FEEL types, by the names its expressions may use.
#pragma once

#include "services/core/xml_tree.h"
#include "services/decision/decision_model.h"
#include "services/feel/type.h"

namespace tongban::decision {

class TypeScope {
public:
    explicit TypeScope(const feel::Limits& limits)
        : m_limits(limits) {}
    // Reads the item definitions; those of imported files are already there, with their prefix.
    void readDefinitions(const XmlElement& definitions, QList<Defect>& defects);
    void import(const QString& prefix, const TypeScope& other);

    const QHash<QString, feel::TypeRef>& types() const { return m_types; }
    // "number", "feel:number", "tPerson"; Any and a defect for a name nobody defined.
    feel::TypeRef resolve(const QString& typeName, const QString& element,
                          QList<Defect>& defects) const;
    QStringList memberNames() const;

private:
    feel::TypeRef definition(const XmlElement& item, int depth, QList<Defect>& defects);
    feel::TypeRef named(const QString& typeName, int depth, QList<Defect>& defects, bool& known);
    feel::TypeRef function(const XmlElement& item, int depth, QList<Defect>& defects);
    void constrain(feel::Type& type, const XmlElement& item, const QString& child,
                   QList<Defect>& defects) const;

    feel::Limits m_limits;
    QHash<QString, feel::TypeRef> m_types;
    QHash<QString, const XmlElement*> m_pending; // definitions not yet read, while reading
};

// The text of a child of that name with its <text>, or of a DMN 1.1 style attribute.
QString textOfChild(const XmlElement& element, QStringView child);
QString typeNameOf(const XmlElement& element); // attribute or child typeRef

} // namespace tongban::decision
