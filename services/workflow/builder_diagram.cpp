// Reads where the editor drew things (BPMN DI) and the artifacts that are drawn but never run.
#include "services/workflow/builder.h"
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

namespace {

double realOf(const XmlElement* element, QStringView name) {
    return element != nullptr ? element->attribute(name).toDouble() : 0;
}

const XmlElement* labelBounds(const XmlElement& shape) {
    const XmlElement* label = shape.child(u"BPMNLabel");
    return label != nullptr ? label->child(u"Bounds") : nullptr;
}

template <typename Drawn>
void readLabel(const XmlElement& xml, Drawn& drawn) {
    const XmlElement* bounds = labelBounds(xml);
    drawn.labelX = realOf(bounds, u"x");
    drawn.labelY = realOf(bounds, u"y");
    drawn.labelWidth = realOf(bounds, u"width");
    drawn.labelHeight = realOf(bounds, u"height");
}

bool isArtifact(const QString& tag) {
    static constexpr std::array tags = {
        QLatin1String("participant"),
        QLatin1String("lane"),
        QLatin1String("textAnnotation"),
        QLatin1String("dataObjectReference"),
        QLatin1String("dataObject"),
        QLatin1String("dataStoreReference"),
        QLatin1String("dataInput"),
        QLatin1String("dataOutput"),
        QLatin1String("group"),
        QLatin1String("messageFlow"),
        QLatin1String("association"),
        QLatin1String("dataInputAssociation"),
        QLatin1String("dataOutputAssociation"),
        QLatin1String("message"),
        QLatin1String("dataStore"),
    };
    return isOneOf(tag, tags);
}

Artifact artifactOf(const XmlElement& xml) {
    Artifact artifact;
    artifact.id = labelOf(xml);
    artifact.kind = xml.name;
    artifact.text = xml.attribute(u"name").simplified();
    if (artifact.text.isEmpty())
        artifact.text = childText(xml, u"text");
    artifact.from = xml.attribute(u"sourceRef").isEmpty() ? childText(xml, u"sourceRef")
                                                          : xml.attribute(u"sourceRef");
    artifact.to = xml.attribute(u"targetRef").isEmpty() ? childText(xml, u"targetRef")
                                                        : xml.attribute(u"targetRef");
    if (xml.name == QLatin1String("association"))
        artifact.directed = xml.attribute(u"associationDirection") == QLatin1String("One");
    artifact.collection = xml.attribute(u"isCollection") == QLatin1String("true");
    if (xml.name == QLatin1String("participant"))
        artifact.from = localPart(xml.attribute(u"processRef"));
    return artifact;
}

} // namespace

void DefinitionBuilder::readDiagram(const BpmnDocument& document) {
    for (const XmlElement* xml : document.all()) {
        if (!isArtifact(xml->name))
            continue;
        Artifact artifact = artifactOf(*xml);
        if (const XmlElement* behind = document.find(xml->attribute(u"categoryValueRef")))
            artifact.text = behind->attribute(u"value").simplified();
        if (const XmlElement* object = document.find(xml->attribute(u"dataObjectRef")))
            artifact.collection = object->attribute(u"isCollection") == QLatin1String("true");
        m_definition.m_artifacts.append(artifact);
    }
    // The first diagram is the one of the process; further ones show called or collapsed parts.
    QList<const XmlElement*> open;
    for (const auto& child : document.root().children) {
        if (child->is(bpmnDiNs, u"BPMNDiagram")) {
            for (const auto& plane : child->children)
                open.append(plane.get());
            break;
        }
    }
    while (!open.isEmpty()) {
        const XmlElement* xml = open.takeFirst();
        if (xml->name == QLatin1String("BPMNPlane")) {
            for (const auto& child : xml->children)
                open.append(child.get());
        } else if (xml->name == QLatin1String("BPMNShape")) {
            const XmlElement* bounds = xml->child(u"Bounds");
            if (bounds == nullptr)
                continue;
            Shape shape;
            shape.element = localPart(xml->attribute(u"bpmnElement"));
            shape.x = realOf(bounds, u"x");
            shape.y = realOf(bounds, u"y");
            shape.width = realOf(bounds, u"width");
            shape.height = realOf(bounds, u"height");
            shape.expanded = xml->attribute(u"isExpanded") != QLatin1String("false");
            shape.horizontal = xml->attribute(u"isHorizontal") != QLatin1String("false");
            readLabel(*xml, shape);
            m_definition.m_shapes.append(shape);
        } else if (xml->name == QLatin1String("BPMNEdge")) {
            EdgeShape edge;
            edge.element = localPart(xml->attribute(u"bpmnElement"));
            for (const XmlElement* point : xml->childrenNamed(u"waypoint"))
                edge.points.append({realOf(point, u"x"), realOf(point, u"y")});
            readLabel(*xml, edge);
            m_definition.m_edges.append(edge);
        }
    }
}

} // namespace tongban::workflow
