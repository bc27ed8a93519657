// Indexes a BPMN file once.
#include "services/workflow/bpmn_document.h"

namespace tongban::workflow {

QString localPart(const QString& qname) {
    const QString text = qname.trimmed();
    return text.mid(text.lastIndexOf(QLatin1Char(':')) + 1);
}

QString labelOf(const XmlElement& element) {
    const QString id = element.attribute(u"id");
    return id.isEmpty() ? QStringLiteral("line %1").arg(element.line) : id;
}

QString textOf(const XmlElement& element) {
    return element.text.trimmed();
}

QString childText(const XmlElement& element, QStringView child) {
    const XmlElement* found = element.child(child);
    return found != nullptr ? textOf(*found) : QString();
}

const XmlElement* zeebe(const XmlElement& element, QStringView name) {
    for (const auto& child : element.children) {
        if (child->name != QLatin1String("extensionElements"))
            continue;
        for (const auto& extension : child->children) {
            if (extension->is(zeebeNs, name))
                return extension.get();
        }
    }
    return nullptr;
}

bool isBpmn(const XmlElement& element) {
    return element.ns == bpmnNs;
}

Result<BpmnDocument> BpmnDocument::read(const QByteArray& bytes, const Limits& limits) {
    XmlLimits xml;
    xml.bytes = limits.xmlBytes;
    xml.depth = limits.xmlDepth;
    xml.elements = limits.xmlElements;
    BpmnDocument document;
    TRY_ASSIGN(document.m_tree, readXml(bytes, xml));
    if (!document.m_tree.root->is(bpmnNs, u"definitions"))
        return fail(
            FaultKind::Invalid,
            QStringLiteral("line 1: the root is not <definitions> of BPMN 2.0 but <%1> of “%2”")
                .arg(document.m_tree.root->name, document.m_tree.root->ns));
    document.index();
    return document;
}

void BpmnDocument::index() {
    m_all.reserve(m_tree.elements);
    m_parents.reserve(m_tree.elements);
    m_byId.reserve(m_tree.elements);
    QList<const XmlElement*> open{m_tree.root.get()};
    while (!open.isEmpty()) {
        const XmlElement* element = open.takeLast();
        m_all.append(element);
        const QString id = element->attribute(u"id");
        if (!id.isEmpty()) {
            const XmlElement*& known = m_byId[id];
            if (known != nullptr)
                m_duplicates.append(element);
            else
                known = element;
        }
        for (auto child = element->children.rbegin(); child != element->children.rend(); ++child) {
            if (!isBpmn(**child) || (*child)->name == QLatin1String("extensionElements"))
                continue;
            m_parents.insert(child->get(), element);
            open.append(child->get());
        }
    }
}

bool BpmnDocument::usesEngineDialect() const {
    for (const auto& [prefix, uri] : m_tree.namespaces) {
        for (const QLatin1String engine :
             {QLatin1String("camunda.org"), QLatin1String("flowable.org"),
              QLatin1String("activiti.org"), QLatin1String("w4.eu")}) {
            if (uri.contains(engine))
                return true;
        }
    }
    return false;
}

const XmlElement* BpmnDocument::find(const QString& reference) const {
    const auto exact = m_byId.constFind(reference.trimmed());
    return exact != m_byId.cend() ? *exact : m_byId.value(localPart(reference));
}

} // namespace tongban::workflow
