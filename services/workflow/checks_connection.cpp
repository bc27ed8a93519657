// Sequence flows: where they may run, their conditions, and that no node hangs loose (BPMN 2.0.2
// §8.4.13, §10.3–10.6).
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

namespace {

bool isEventSub(const XmlElement& node) {
    return node.attribute(u"triggeredByEvent") == QLatin1String("true");
}

bool hasCondition(const XmlElement& flow) {
    return flow.child(u"conditionExpression") != nullptr;
}

} // namespace

void StandardCheck::checkSequenceFlow(const XmlElement& flow) {
    if (!flow.has(u"sourceRef") || !flow.has(u"targetRef"))
        return refuse(flow, "flow-without-end",
                      QStringLiteral("a sequence flow needs a source and a target"));
    const XmlElement* source = m_document.find(flow.attribute(u"sourceRef"));
    const XmlElement* target = m_document.find(flow.attribute(u"targetRef"));
    if (source == nullptr || target == nullptr)
        return; // named by the references
    if (executable(flow) && flow.attribute(u"isImmediate") == QLatin1String("false"))
        refuse(flow, "not-immediate",
               QStringLiteral("flows of an executable process are immediate"));
    const XmlElement* from = scopeOf(*source);
    const XmlElement* to = scopeOf(*target);
    if (from != to && from != nullptr && to != nullptr) {
        if (processOf(*source) != processOf(*target))
            refuse(flow, "flow-across-pools",
                   QStringLiteral("leads from one pool to another: use a message flow"));
        else
            refuse(flow, "flow-across-sub-process",
                   QStringLiteral("crosses the border of a sub-process"));
    }
    if (target->name == QLatin1String("startEvent"))
        refuse(*target, "start-with-incoming",
               QStringLiteral("a start event has no incoming flow"));
    if (target->name == QLatin1String("boundaryEvent"))
        refuse(*target, "boundary-with-incoming",
               QStringLiteral("a boundary event has no incoming flow"));
    if (source->name == QLatin1String("endEvent"))
        refuse(*source, "end-with-outgoing", QStringLiteral("an end event has no outgoing flow"));
    if (isEventSub(*target) || isEventSub(*source))
        refuse(isEventSub(*target) ? *target : *source, "event-sub-process-connected",
               QStringLiteral("an event sub-process is started by its event, not by a flow"));
    for (const XmlElement* end : {source, target}) {
        if (end->attribute(u"isForCompensation") == QLatin1String("true"))
            refuse(*end, "compensation-connected",
                   QStringLiteral("a compensation activity has no sequence flow"));
    }
    if (hasCondition(flow))
        checkConditions(flow, *source);
}

void StandardCheck::checkConditions(const XmlElement& flow, const XmlElement& source) {
    if (isEventTag(source.name) && executable(flow))
        refuse(flow, "condition-on-event",
               QStringLiteral("a flow out of an event has no condition"));
    if (source.name == QLatin1String("eventBasedGateway"))
        refuse(flow, "condition-on-event-gateway",
               QStringLiteral("a flow out of an event-based gateway has no condition"));
    if (source.name == QLatin1String("parallelGateway"))
        warn(flow, "condition-ignored",
             QStringLiteral("a parallel gateway takes every flow; the condition is ignored"));
    if (isActivityTag(source.name) && outgoing(source).size() < 2)
        refuse(flow, "lonely-condition",
               QStringLiteral("the only flow out of %1 has a condition: add a second flow")
                   .arg(labelOf(source)));
    if (localPart(source.attribute(u"default")) == flow.attribute(u"id"))
        warn(flow, "condition-on-default",
             QStringLiteral("the condition of a default flow is ignored"));
}

void StandardCheck::checkDefault(const XmlElement& node) {
    const QString standard = localPart(node.attribute(u"default"));
    if (standard.isEmpty())
        return;
    for (const XmlElement* flow : outgoing(node)) {
        if (flow->attribute(u"id") == standard)
            return;
    }
    refuse(node, "default-elsewhere",
           QStringLiteral("the default flow “%1” does not leave this node").arg(standard));
}

// If a level has a start event, everything on it is led to; if it has an end event, everything
// leads on.
void StandardCheck::checkConnected(const XmlElement& scope) {
    bool starts = false;
    bool ends = false;
    bool triggersElsewhere = false; // instantiating receive task or event-based gateway
    for (const auto& child : scope.children) {
        starts = starts || child->name == QLatin1String("startEvent");
        ends = ends || child->name == QLatin1String("endEvent");
        triggersElsewhere =
            triggersElsewhere || child->attribute(u"instantiate") == QLatin1String("true");
    }
    const bool adHoc = scope.name == QLatin1String("adHocSubProcess");
    bool listsAreKept = false;
    for (const auto& child : scope.children)
        listsAreKept = listsAreKept || child->child(u"incoming") != nullptr ||
                       child->child(u"outgoing") != nullptr;
    if (ends && !starts && !triggersElsewhere && !adHoc)
        refuse(scope, "end-without-start",
               QStringLiteral("there is an end event but no start event"));
    if (starts && !ends && !adHoc)
        refuse(scope, "start-without-end",
               QStringLiteral("there is a start event but no end event"));
    for (const auto& child : scope.children) {
        if (!isBpmn(*child) || !isFlowNodeTag(child->name))
            continue;
        const XmlElement& node = *child;
        checkFlowLists(node, listsAreKept && executable(scope));
        const XmlElement* trigger = definitionsOf(node).value(0);
        const bool link =
            trigger != nullptr && trigger->name == QLatin1String("linkEventDefinition");
        const bool special = isEventSub(node) ||
                             node.attribute(u"isForCompensation") == QLatin1String("true") ||
                             node.name == QLatin1String("boundaryEvent");
        if (special)
            continue;
        const bool startsHere = node.name == QLatin1String("startEvent") ||
                                node.attribute(u"instantiate") == QLatin1String("true") ||
                                (link && node.name == QLatin1String("intermediateCatchEvent"));
        const bool endsHere = node.name == QLatin1String("endEvent") ||
                              (link && node.name == QLatin1String("intermediateThrowEvent"));
        const bool intermediate = node.name.startsWith(QLatin1String("intermediate"));
        if (!startsHere && incoming(node).isEmpty() &&
            (starts || intermediate || node.name == QLatin1String("endEvent")))
            refuse(node, "no-incoming", QStringLiteral("no sequence flow leads here"));
        if (!endsHere && outgoing(node).isEmpty() &&
            (ends || intermediate || node.name == QLatin1String("startEvent")))
            refuse(node, "no-outgoing", QStringLiteral("no sequence flow leads on"));
    }
}

// The incoming and outgoing lists of a node are optional, but where a file keeps them they tell the
// same as the flows.
void StandardCheck::checkFlowLists(const XmlElement& node, bool listsAreKept) {
    const auto compare = [&](QStringView list, const QList<const XmlElement*>& flows) {
        QStringList listed;
        for (const XmlElement* reference : node.childrenNamed(list))
            listed.append(localPart(reference->text));
        QStringList actual;
        for (const XmlElement* flow : flows)
            actual.append(flow->attribute(u"id"));
        for (const QString& id : std::as_const(listed)) {
            const XmlElement* flow = m_document.find(id);
            if (flow != nullptr && flow->name == QLatin1String("sequenceFlow") &&
                !actual.contains(id))
                refuse(node, "flow-lists",
                       QStringLiteral("lists “%1” as %2, but the flow says otherwise")
                           .arg(id, list.toString()));
        }
        if (listsAreKept && listed.isEmpty() && !actual.isEmpty())
            refuse(node, "flow-lists",
                   QStringLiteral("flow “%1” is missing from its %2 list")
                       .arg(actual.first(), list.toString()));
    };
    compare(u"incoming", incoming(node));
    compare(u"outgoing", outgoing(node));
}

} // namespace tongban::workflow
