// Reads XML into a tree without recursion, refusing DTDs and anything over the limits.
#include "services/core/xml_tree.h"

#include <QXmlStreamReader>

namespace tongban {

QString XmlElement::attribute(QStringView localName, QStringView nsUri) const {
    for (const XmlAttribute& attribute : attributes) {
        if (attribute.name == localName && attribute.ns == nsUri)
            return attribute.value;
    }
    return {};
}

bool XmlElement::has(QStringView localName, QStringView nsUri) const {
    for (const XmlAttribute& attribute : attributes) {
        if (attribute.name == localName && attribute.ns == nsUri)
            return true;
    }
    return false;
}

const XmlElement* XmlElement::child(QStringView localName) const {
    for (const auto& element : children) {
        if (element->name == localName)
            return element.get();
    }
    return nullptr;
}

QList<const XmlElement*> XmlElement::childrenNamed(QStringView localName) const {
    QList<const XmlElement*> found;
    for (const auto& element : children) {
        if (element->name == localName)
            found.append(element.get());
    }
    return found;
}

namespace {

auto refuse(const QXmlStreamReader& reader, const QString& why) {
    return fail(FaultKind::Invalid,
                QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(why));
}

} // namespace

Result<XmlTree> readXml(const QByteArray& bytes, const XmlLimits& limits) {
    if (bytes.size() > limits.bytes)
        return fail(FaultKind::Invalid,
                    QStringLiteral("line 1: XML of %1 bytes is over the limit of %2")
                        .arg(bytes.size())
                        .arg(limits.bytes));
    QXmlStreamReader reader(bytes);
    XmlTree tree;
    std::vector<XmlElement*> open;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return refuse(reader, QStringLiteral("a document type declaration is not allowed"));
        case QXmlStreamReader::EntityReference:
            return refuse(reader, QStringLiteral("entity “%1” is not allowed").arg(reader.name()));
        case QXmlStreamReader::StartElement: {
            if (++tree.elements > limits.elements)
                return refuse(reader, QStringLiteral("more than %1 elements").arg(limits.elements));
            if (static_cast<int>(open.size()) >= limits.depth)
                return refuse(reader, QStringLiteral("nested deeper than %1").arg(limits.depth));
            auto element = std::make_unique<XmlElement>();
            element->ns = reader.namespaceUri().toString();
            element->name = reader.name().toString();
            element->line = reader.lineNumber();
            if (element->name.size() > limits.nameLength)
                return refuse(reader,
                              QStringLiteral("a name is longer than %1").arg(limits.nameLength));
            const QXmlStreamAttributes attributes = reader.attributes();
            element->attributes.reserve(static_cast<size_t>(attributes.size()));
            for (const QXmlStreamAttribute& attribute : attributes) {
                if (attribute.value().size() > limits.valueLength)
                    return refuse(reader, QStringLiteral("attribute %1 is longer than %2")
                                              .arg(attribute.name())
                                              .arg(limits.valueLength));
                element->attributes.push_back({attribute.namespaceUri().toString(),
                                               attribute.name().toString(),
                                               attribute.value().toString()});
            }
            if (open.empty()) {
                const auto declared = reader.namespaceDeclarations();
                for (const QXmlStreamNamespaceDeclaration& d : declared)
                    tree.namespaces.append({d.prefix().toString(), d.namespaceUri().toString()});
            }
            XmlElement* raw = element.get();
            if (open.empty())
                tree.root = std::move(element);
            else
                open.back()->children.push_back(std::move(element));
            open.push_back(raw);
            break;
        }
        case QXmlStreamReader::EndElement:
            open.pop_back();
            break;
        case QXmlStreamReader::Characters:
            if (!open.empty()) {
                QString& text = open.back()->text;
                if (text.size() + reader.text().size() > limits.valueLength)
                    return refuse(reader,
                                  QStringLiteral("text is longer than %1").arg(limits.valueLength));
                text += reader.text();
            }
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        return refuse(reader, reader.errorString());
    if (!tree.root)
        return fail(FaultKind::Invalid, QStringLiteral("line 1: the document is empty"));
    return tree;
}

} // namespace tongban
