// Gateways: directions, branches, and what may follow an event-based one (BPMN 2.0.2 §10.6).
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

void StandardCheck::checkGateway(const XmlElement& gateway) {
    checkDefault(gateway);
    const qsizetype in = incoming(gateway).size();
    const qsizetype out = outgoing(gateway).size();
    const QString direction = gateway.attribute(u"gatewayDirection");
    const bool event = gateway.name == QLatin1String("eventBasedGateway");
    if (direction == QLatin1String("Converging") && (in < 2 || out > 1))
        refuse(gateway, "gateway-direction",
               QStringLiteral("converging, but with %1 in and %2 out").arg(in).arg(out));
    else if (direction == QLatin1String("Diverging") && (out < 2 || in > 1))
        refuse(gateway, "gateway-direction",
               QStringLiteral("diverging, but with %1 in and %2 out").arg(in).arg(out));
    else if (direction == QLatin1String("Mixed") && (in < 2 || out < 2))
        refuse(gateway, "gateway-direction",
               QStringLiteral("mixed, but with %1 in and %2 out").arg(in).arg(out));
    else if (in < 2 && out < 2)
        refuse(gateway, "gateway-without-choice",
               QStringLiteral("neither splits nor joins: %1 in, %2 out").arg(in).arg(out));
    if (gateway.name == QLatin1String("exclusiveGateway") ||
        gateway.name == QLatin1String("inclusiveGateway")) {
        for (const XmlElement* flow : outgoing(gateway)) {
            const bool standard =
                localPart(gateway.attribute(u"default")) == flow->attribute(u"id");
            if (out > 1 && !standard && flow->child(u"conditionExpression") == nullptr &&
                executable(gateway))
                warn(
                    *flow, "flow-without-condition",
                    QStringLiteral("is taken whenever it is asked: no condition, not the default"));
        }
    }
    if (event)
        checkEventGateway(gateway);
}

void StandardCheck::checkEventGateway(const XmlElement& gateway) {
    const QList<const XmlElement*> flows = outgoing(gateway);
    const bool starts = gateway.attribute(u"instantiate") == QLatin1String("true");
    if (flows.size() < 2)
        refuse(gateway, "event-gateway-branches",
               QStringLiteral("an event-based gateway needs two or more branches"));
    if (starts && !incoming(gateway).isEmpty())
        refuse(gateway, "instantiating-with-incoming",
               QStringLiteral("a gateway that starts the process has no incoming flow"));
    if (!starts && gateway.attribute(u"eventGatewayType") == QLatin1String("Parallel"))
        refuse(gateway, "parallel-event-gateway",
               QStringLiteral("only an instantiating event-based gateway may be parallel"));
    bool receives = false;
    bool catchesMessage = false;
    for (const XmlElement* flow : flows) {
        const XmlElement* target = m_document.find(flow->attribute(u"targetRef"));
        if (target == nullptr)
            continue;
        if (incoming(*target).size() > 1)
            refuse(*target, "event-gateway-target",
                   QStringLiteral("what follows an event-based gateway is reached only from it"));
        if (target->name == QLatin1String("receiveTask")) {
            receives = true;
            for (const XmlElement* other : m_boundaries.value(target))
                refuse(*other, "event-gateway-boundary",
                       QStringLiteral(
                           "a receive task behind an event-based gateway has no boundary event"));
            continue;
        }
        if (target->name != QLatin1String("intermediateCatchEvent")) {
            refuse(*target, "event-gateway-target",
                   QStringLiteral(
                       "an event-based gateway leads only to catching events and receive tasks"));
            continue;
        }
        for (const XmlElement* definition : definitionsOf(*target)) {
            if (definition == nullptr)
                continue;
            catchesMessage =
                catchesMessage || definition->name == QLatin1String("messageEventDefinition");
            if (definition->name == QLatin1String("linkEventDefinition") ||
                definition->name == QLatin1String("compensateEventDefinition") ||
                definition->name == QLatin1String("errorEventDefinition"))
                refuse(*target, "event-gateway-target",
                       QStringLiteral("%1 cannot be waited for behind an event-based gateway")
                           .arg(definition->name));
        }
        if (definitionsOf(*target).isEmpty())
            refuse(*target, "event-gateway-target",
                   QStringLiteral("a none event cannot be waited for"));
    }
    if (receives && catchesMessage)
        refuse(
            gateway, "event-gateway-mixed",
            QStringLiteral(
                "message events and receive tasks are not mixed behind one event-based gateway"));
}

} // namespace tongban::workflow
