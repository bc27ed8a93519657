// Pools, message flows and processes as a whole (BPMN 2.0.2 §9, §10.1).
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

void StandardCheck::checkProcess(const XmlElement& process) {
    checkConnected(process);
    checkLinks(process);
    checkBindings(process);
    if (process.attribute(u"processType") == QLatin1String("Public") &&
        process.attribute(u"isExecutable") == QLatin1String("true"))
        refuse(process, "public-executable", QStringLiteral("a public process is not executable"));
}

void StandardCheck::checkCollaboration(const XmlElement& collaboration) {
    for (const XmlElement* participant : collaboration.childrenNamed(u"participant")) {
        const XmlElement* count = participant->child(u"participantMultiplicity");
        if (count == nullptr)
            continue;
        const QString most = count->attribute(u"maximum");
        const QString least = count->attribute(u"minimum");
        if (!most.isEmpty() && (most.toInt() < std::max(1, least.toInt())))
            refuse(*participant, "multiplicity",
                   QStringLiteral("the maximum is below the minimum or 1"));
    }
    // A collaboration shows choreographies beside its pools; nothing else refers to them (§9.5).
    const bool collaborates = collaboration.name == QLatin1String("collaboration");
    for (const XmlElement* reference : collaboration.childrenNamed(u"choreographyRef")) {
        if (!collaborates)
            refuse(collaboration, "choreography",
                   QStringLiteral("must not refer to choreography “%1”")
                       .arg(reference->text.trimmed()));
    }
}

void StandardCheck::checkMessageFlow(const XmlElement& flow) {
    const XmlElement* source = m_document.find(flow.attribute(u"sourceRef"));
    const XmlElement* target = m_document.find(flow.attribute(u"targetRef"));
    if (source == nullptr || target == nullptr)
        return;
    static const QStringList artifacts = {
        QStringLiteral("association"),         QStringLiteral("group"),
        QStringLiteral("textAnnotation"),      QStringLiteral("dataObject"),
        QStringLiteral("dataObjectReference"), QStringLiteral("sequenceFlow"),
        QStringLiteral("messageFlow"),         QStringLiteral("lane")};
    for (const XmlElement* end : {source, target}) {
        if (artifacts.contains(end->name) || isGatewayTag(end->name))
            refuse(*end, "message-flow-end",
                   QStringLiteral("a message flow does not begin or end at a %1").arg(end->name));
    }
    // Both ends lie in different pools.
    const auto poolOf = [this](const XmlElement& end) -> QString {
        if (end.name == QLatin1String("participant")) {
            const QString process = localPart(end.attribute(u"processRef"));
            return process.isEmpty() ? end.attribute(u"id") : process;
        }
        const XmlElement* process = processOf(end);
        return process != nullptr ? process->attribute(u"id") : QString();
    };
    const QString from = poolOf(*source);
    if (!from.isEmpty() && from == poolOf(*target))
        refuse(flow, "message-flow-inside",
               QStringLiteral("a message flow connects two different pools"));
    if (source->name == QLatin1String("startEvent") ||
        source->name == QLatin1String("boundaryEvent") ||
        source->name == QLatin1String("intermediateCatchEvent"))
        refuse(*source, "message-flow-end", QStringLiteral("a catching event sends no message"));
    if (target->name == QLatin1String("endEvent") ||
        target->name == QLatin1String("intermediateThrowEvent"))
        refuse(*target, "message-flow-end", QStringLiteral("a throwing event receives no message"));
    const auto carriesMessage = [this](const XmlElement& event) {
        for (const XmlElement* definition : definitionsOf(event)) {
            if (definition != nullptr &&
                definition->name == QLatin1String("messageEventDefinition"))
                return true;
        }
        return false;
    };
    for (const XmlElement* end : {source, target}) {
        if (isEventTag(end->name) && !carriesMessage(*end) && executable(*end))
            refuse(*end, "message-flow-end",
                   QStringLiteral("a message flow joins here, but this is no message event"));
    }
}

// Conversation links join a conversation with a pool (§9.4.6).
void StandardCheck::checkConversationLink(const XmlElement& link) {
    const XmlElement* source = m_document.find(link.attribute(u"sourceRef"));
    const XmlElement* target = m_document.find(link.attribute(u"targetRef"));
    if (source == nullptr || target == nullptr)
        return;
    const auto isConversation = [](const XmlElement& end) {
        return end.name.endsWith(QLatin1String("onversation"));
    };
    if (isConversation(*source) == isConversation(*target))
        refuse(link, "conversation-link",
               QStringLiteral("a conversation link joins a conversation with a participant"));
}

} // namespace tongban::workflow
