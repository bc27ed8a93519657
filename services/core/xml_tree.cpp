// Reads XML into a tree without recursion, refusing DTDs and anything over the limits.
#include "services/core/xml_tree.h"

#include <QStringDecoder>
#include <QXmlStreamReader>
#include <algorithm>

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

// Most elements live in the namespace of their parent and share its string.
QString shared(QStringView text, const QString& known) {
    return text == known ? known : text.toString();
}

// The reader compares the attributes of a tag pair by pair before it hands the tag out, so their
// number is looked at first. Text, comments and CDATA may hold any number of equals signs.
qsizetype mostAttributes(QByteArrayView bytes) {
    qsizetype most = 0;
    qsizetype at = 0;
    while ((at = bytes.indexOf('<', at)) >= 0) {
        const auto past = [&](const char* opening, const char* closing) {
            if (!bytes.sliced(at).startsWith(opening))
                return false;
            const qsizetype end = bytes.indexOf(closing, at);
            at = end < 0 ? bytes.size() : end + 1;
            return true;
        };
        if (past("<!--", "-->") || past("<![CDATA[", "]]>") || past("<?", "?>"))
            continue;
        qsizetype found = 0;
        char quote = 0;
        for (; at < bytes.size() && (quote != 0 || bytes[at] != '>'); ++at) {
            if (quote == 0 && (bytes[at] == '"' || bytes[at] == '\''))
                quote = bytes[at];
            else if (bytes[at] == quote)
                quote = 0;
            found += quote == 0 && bytes[at] == '=' ? 1 : 0;
        }
        most = std::max(most, found);
    }
    return most;
}

// UTF-16 says so with its first two bytes (XML 1.0 appendix F); it is looked at as UTF-8.
QByteArray asUtf8(const QByteArray& bytes) {
    if (!bytes.startsWith("\xff\xfe") && !bytes.startsWith("\xfe\xff"))
        return bytes;
    QStringDecoder decoder(QStringDecoder::Utf16);
    return QString(decoder(bytes)).toUtf8();
}

} // namespace

Result<XmlTree> readXml(const QByteArray& bytes, const XmlLimits& limits) {
    if (bytes.size() > limits.bytes)
        return fail(FaultKind::Invalid,
                    QStringLiteral("line 1: XML of %1 bytes is over the limit of %2")
                        .arg(bytes.size())
                        .arg(limits.bytes));
    if (mostAttributes(asUtf8(bytes)) > limits.attributes)
        return fail(FaultKind::Invalid,
                    QStringLiteral("line 1: an element has more than %1 attributes")
                        .arg(limits.attributes));
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
            element->ns = shared(reader.namespaceUri(), open.empty() ? QString() : open.back()->ns);
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
