// Ids are unique; references point at something of the right kind (BPMN 2.0.2 §8 and the class
// tables).
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

namespace {

const QString anyNode = QStringLiteral("*node");     // any flow node
const QString anyTask = QStringLiteral("*activity"); // any activity
const QString anyItem = QStringLiteral("*item");     // any item-aware element
const QString anything = QStringLiteral("*");

struct Rule {
    QStringList allowed;
    bool child = false; // a child element's text rather than an attribute
};

// Holder tag ("*" for all) and reference name → what it may point at.
const QHash<QString, Rule>& rules() {
    const auto to = [](std::initializer_list<const char*> tags, bool child = false) {
        Rule rule;
        rule.child = child;
        for (const char* tag : tags)
            rule.allowed.append(QString::fromLatin1(tag));
        return rule;
    };
    static const QHash<QString, Rule> table = {
        {QStringLiteral("sequenceFlow/sourceRef"), to({"*node"})},
        {QStringLiteral("sequenceFlow/targetRef"), to({"*node"})},
        {QStringLiteral("association/sourceRef"), to({"*"})},
        {QStringLiteral("association/targetRef"), to({"*"})},
        {QStringLiteral("messageFlow/sourceRef"), to({"*"})},
        {QStringLiteral("messageFlow/targetRef"), to({"*"})},
        {QStringLiteral("messageFlow/messageRef"), to({"message"})},
        {QStringLiteral("boundaryEvent/attachedToRef"), to({"*activity"})},
        {QStringLiteral("participant/processRef"), to({"process"})},
        {QStringLiteral("participant/interfaceRef"), to({"interface"}, true)},
        {QStringLiteral("process/supportedInterfaceRef"), to({"interface"}, true)},
        {QStringLiteral("process/definitionalCollaborationRef"),
         to({"collaboration", "choreography", "globalConversation"})},
        {QStringLiteral("partnerEntity/participantRef"), to({"participant"}, true)},
        {QStringLiteral("partnerRole/participantRef"), to({"participant"}, true)},
        {QStringLiteral("lane/flowNodeRef"), to({"*node"}, true)},
        {QStringLiteral("message/itemRef"), to({"itemDefinition"})},
        {QStringLiteral("error/structureRef"), to({"itemDefinition"})},
        {QStringLiteral("escalation/structureRef"), to({"itemDefinition"})},
        {QStringLiteral("operation/inMessageRef"), to({"message"}, true)},
        {QStringLiteral("operation/outMessageRef"), to({"message"}, true)},
        {QStringLiteral("operation/errorRef"), to({"error"}, true)},
        {QStringLiteral("serviceTask/operationRef"), to({"operation"})},
        {QStringLiteral("sendTask/operationRef"), to({"operation"})},
        {QStringLiteral("sendTask/messageRef"), to({"message"})},
        {QStringLiteral("receiveTask/operationRef"), to({"operation"})},
        {QStringLiteral("receiveTask/messageRef"), to({"message"})},
        {QStringLiteral("messageEventDefinition/messageRef"), to({"message"})},
        {QStringLiteral("messageEventDefinition/operationRef"), to({"operation"}, true)},
        {QStringLiteral("signalEventDefinition/signalRef"), to({"signal"})},
        {QStringLiteral("errorEventDefinition/errorRef"), to({"error"})},
        {QStringLiteral("escalationEventDefinition/escalationRef"), to({"escalation"})},
        {QStringLiteral("compensateEventDefinition/activityRef"), to({"*activity"})},
        {QStringLiteral("*/eventDefinitionRef"), to({"*definition"}, true)},
        {QStringLiteral("*/itemSubjectRef"), to({"itemDefinition"})},
        {QStringLiteral("dataObjectReference/dataObjectRef"), to({"dataObject"})},
        {QStringLiteral("dataStoreReference/dataStoreRef"), to({"dataStore"})},
        {QStringLiteral("dataInputAssociation/sourceRef"), to({"*item"}, true)},
        {QStringLiteral("dataInputAssociation/targetRef"), to({"*item"}, true)},
        {QStringLiteral("dataOutputAssociation/sourceRef"), to({"*item"}, true)},
        {QStringLiteral("dataOutputAssociation/targetRef"), to({"*item"}, true)},
        {QStringLiteral("inputSet/dataInputRefs"), to({"dataInput"}, true)},
        {QStringLiteral("inputSet/optionalInputRefs"), to({"dataInput"}, true)},
        {QStringLiteral("inputSet/whileExecutingInputRefs"), to({"dataInput"}, true)},
        {QStringLiteral("inputSet/outputSetRefs"), to({"outputSet"}, true)},
        {QStringLiteral("outputSet/dataOutputRefs"), to({"dataOutput"}, true)},
        {QStringLiteral("outputSet/optionalOutputRefs"), to({"dataOutput"}, true)},
        {QStringLiteral("outputSet/whileExecutingOutputRefs"), to({"dataOutput"}, true)},
        {QStringLiteral("outputSet/inputSetRefs"), to({"inputSet"}, true)},
        {QStringLiteral("ioBinding/operationRef"), to({"operation"})},
        {QStringLiteral("ioBinding/inputDataRef"), to({"dataInput", "inputSet"})},
        {QStringLiteral("ioBinding/outputDataRef"), to({"dataOutput", "outputSet"})},
        {QStringLiteral("multiInstanceLoopCharacteristics/loopDataInputRef"), to({"*item"}, true)},
        {QStringLiteral("multiInstanceLoopCharacteristics/loopDataOutputRef"), to({"*item"}, true)},
        {QStringLiteral("multiInstanceLoopCharacteristics/oneBehaviorEventRef"),
         to({"*definition"})},
        {QStringLiteral("multiInstanceLoopCharacteristics/noneBehaviorEventRef"),
         to({"*definition"})},
        {QStringLiteral("resourceParameterBinding/parameterRef"), to({"resourceParameter"})},
        {QStringLiteral("*/resourceRef"), to({"resource"}, true)},
        {QStringLiteral("linkEventDefinition/source"),
         to({"linkEventDefinition", "intermediateThrowEvent"}, true)},
        {QStringLiteral("linkEventDefinition/target"),
         to({"linkEventDefinition", "intermediateCatchEvent"}, true)},
        {QStringLiteral("group/categoryValueRef"), to({"categoryValue"})},
        {QStringLiteral("correlationPropertyRetrievalExpression/messageRef"), to({"message"})},
        {QStringLiteral("correlationKey/correlationPropertyRef"),
         to({"correlationProperty"}, true)},
        {QStringLiteral("correlationPropertyBinding/correlationPropertyRef"),
         to({"correlationProperty"})},
        {QStringLiteral("correlationSubscription/correlationKeyRef"), to({"correlationKey"})},
        {QStringLiteral("conversationLink/sourceRef"), to({"*"})},
        {QStringLiteral("conversationLink/targetRef"), to({"*"})},
        {QStringLiteral("conversation/participantRef"), to({"participant"}, true)},
        {QStringLiteral("conversation/messageFlowRef"), to({"messageFlow"}, true)},
        {QStringLiteral("subConversation/participantRef"), to({"participant"}, true)},
        {QStringLiteral("callConversation/calledCollaborationRef"),
         to({"collaboration", "globalConversation", "choreography"})},
        {QStringLiteral("participantAssociation/innerParticipantRef"), to({"participant"}, true)},
        {QStringLiteral("participantAssociation/outerParticipantRef"), to({"participant"}, true)},
        {QStringLiteral("choreographyTask/participantRef"), to({"participant"}, true)},
        {QStringLiteral("choreographyTask/messageFlowRef"), to({"messageFlow"}, true)},
        {QStringLiteral("choreographyTask/initiatingParticipantRef"), to({"participant"})},
        {QStringLiteral("subChoreography/participantRef"), to({"participant"}, true)},
        {QStringLiteral("subChoreography/initiatingParticipantRef"), to({"participant"})},
        {QStringLiteral("callChoreography/participantRef"), to({"participant"}, true)},
        {QStringLiteral("callChoreography/calledChoreographyRef"),
         to({"choreography", "globalChoreographyTask"})},
    };
    return table;
}

bool fits(const XmlElement& target, const QString& allowed) {
    if (allowed == anything)
        return true;
    if (allowed == anyNode)
        return isFlowNodeTag(target.name) || target.name.contains(QLatin1String("horeography"));
    if (allowed == anyTask)
        return isActivityTag(target.name);
    if (allowed == QLatin1String("*definition"))
        return target.name.endsWith(QLatin1String("EventDefinition"));
    if (allowed == anyItem) {
        static const QStringList tags = {
            QStringLiteral("dataObject"),    QStringLiteral("dataObjectReference"),
            QStringLiteral("dataStore"),     QStringLiteral("dataStoreReference"),
            QStringLiteral("dataInput"),     QStringLiteral("dataOutput"),
            QStringLiteral("property"),      QStringLiteral("inputDataItem"),
            QStringLiteral("outputDataItem")};
        return tags.contains(target.name);
    }
    return target.name == allowed;
}

} // namespace

void StandardCheck::checkIds() {
    for (const XmlElement* element : m_document.duplicates())
        refuse(*element, "duplicate-id",
               QStringLiteral("line %1: the id is used before").arg(element->line));
}

void StandardCheck::checkReference(const XmlElement& from, QStringView name,
                                   const QString& reference, const QStringList& allowed) {
    if (reference.trimmed().isEmpty())
        return;
    const XmlElement* target = m_document.find(reference);
    if (target == nullptr) {
        // A prefix may lead into an imported file, which is not at hand.
        const bool imported =
            reference.contains(QLatin1Char(':')) && m_document.root().child(u"import") != nullptr;
        if (imported)
            return warn(from, "imported-reference",
                        QStringLiteral("%1 “%2” is in another file").arg(name, reference));
        return refuse(from, "dangling-reference",
                      QStringLiteral("%1 “%2” does not exist").arg(name, reference.trimmed()));
    }
    for (const QString& one : allowed) {
        if (fits(*target, one))
            return;
    }
    refuse(from, "wrong-reference",
           QStringLiteral("%1 “%2” is a %3").arg(name, reference.trimmed(), target->name));
}

void StandardCheck::checkReferences() {
    const QHash<QString, Rule>& table = rules();
    const auto rule = [&table](const QString& tag, const QString& name) {
        const bool named = name.endsWith(QLatin1String("Ref")) ||
                           name.endsWith(QLatin1String("Refs")) ||
                           name == QLatin1String("source") || name == QLatin1String("target");
        if (!named)
            return table.cend();
        auto found = table.constFind(tag + QLatin1Char('/') + name);
        return found != table.cend() ? found : table.constFind(QStringLiteral("*/") + name);
    };
    for (const XmlElement* element : m_document.all()) {
        for (const XmlAttribute& attribute : element->attributes) {
            if (!attribute.ns.isEmpty())
                continue;
            if (const auto found = rule(element->name, attribute.name);
                found != table.cend() && !found->child)
                checkReference(*element, attribute.name, attribute.value, found->allowed);
        }
        for (const auto& child : element->children) {
            if (child->ns != element->ns || !child->children.empty())
                continue;
            if (const auto found = rule(element->name, child->name);
                found != table.cend() && found->child)
                checkReference(*element, child->name, child->text, found->allowed);
        }
    }
}

} // namespace tongban::workflow
