// A BPMN file as a tree with an index of ids and parents; the ground of reading and of checking.
#pragma once

#include "services/core/xml_tree.h"
#include "services/workflow/limits.h"

#include <QHash>
#include <QList>
#include <QString>

namespace tongban::workflow {

inline constexpr QStringView bpmnNs = u"http://www.omg.org/spec/BPMN/20100524/MODEL";
inline constexpr QStringView bpmnDiNs = u"http://www.omg.org/spec/BPMN/20100524/DI";
inline constexpr char16_t diDcNs[] = u"http://www.omg.org/spec/DD/20100524/DC";
inline constexpr char16_t diNs[] = u"http://www.omg.org/spec/DD/20100524/DI";
inline constexpr QStringView zeebeNs = u"http://camunda.org/schema/zeebe/1.0";
inline constexpr char16_t xsiNs[] = u"http://www.w3.org/2001/XMLSchema-instance";

class BpmnDocument {
public:
    // Invalid: malformed, over a limit, or not BPMN 2.0 definitions.
    static Result<BpmnDocument> read(const QByteArray& bytes, const Limits& limits = {});

    const XmlElement& root() const { return *m_tree.root; }
    // Every element of the BPMN name space outside diagrams and extensions, in document order.
    const QList<const XmlElement*>& all() const { return m_all; }
    const XmlElement* parent(const XmlElement& element) const { return m_parents.value(&element); }
    // The element of that id; a QName's prefix is ignored.
    const XmlElement* find(const QString& reference) const;
    // Ids used more than once.
    const QList<const XmlElement*>& duplicates() const { return m_duplicates; }
    // Whether the file declares an engine's name space (zeebe, camunda, flowable, activiti, w4).
    bool usesEngineDialect() const;
    int elementCount() const { return m_tree.elements; }

private:
    void index();

    XmlTree m_tree;
    QList<const XmlElement*> m_all;
    QHash<QString, const XmlElement*> m_byId;
    QHash<const XmlElement*, const XmlElement*> m_parents;
    QList<const XmlElement*> m_duplicates;
};

// "tns:Order" → "Order".
QString localPart(const QString& qname);
// The id, or "line 12" where there is none.
QString labelOf(const XmlElement& element);
// Text without surrounding white space.
QString textOf(const XmlElement& element);
QString childText(const XmlElement& element, QStringView child);
// The first child of the zeebe name space inside extensionElements.
const XmlElement* zeebe(const XmlElement& element, QStringView name);
bool isBpmn(const XmlElement& element);

} // namespace tongban::workflow
