// A small immutable XML tree read within limits over QXmlStreamReader: no DTD, no entities,
// namespaces kept.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>
#include <vector>

namespace tongban {

struct XmlLimits {
    qsizetype bytes = 4 * 1024 * 1024;
    int depth = 128;
    int elements = 20'000;
    int attributes = 500; // of one element
    int nameLength = 256;
    int valueLength = 64 * 1024;
};

struct XmlAttribute {
    QString ns;   // empty for an unqualified attribute
    QString name; // local name
    QString value;
};

class XmlElement {
public:
    QString ns;
    QString name; // local name
    QString text; // character data of this element alone, concatenated
    qint64 line = 0;
    std::vector<XmlAttribute> attributes;
    std::vector<std::unique_ptr<XmlElement>> children;

    bool is(QStringView nsUri, QStringView localName) const {
        return name == localName && ns == nsUri;
    }
    // Empty when absent; `has` tells the difference.
    QString attribute(QStringView localName, QStringView nsUri = {}) const;
    bool has(QStringView localName, QStringView nsUri = {}) const;
    const XmlElement* child(QStringView localName) const; // first child of that local name
    QList<const XmlElement*> childrenNamed(QStringView localName) const;
};

struct XmlTree {
    std::unique_ptr<XmlElement> root;
    int elements = 0;
    // Prefixes declared on the root, for readers that resolve QNames in attribute values.
    QList<std::pair<QString, QString>> namespaces;
};

// Invalid: "line 12: …" for malformed text, a DTD, a wrong encoding or a limit.
Result<XmlTree> readXml(const QByteArray& bytes, const XmlLimits& limits = {});

} // namespace tongban
