// Walks a document once and sends every element to the checks of its topic.
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

bool isActivityTag(const QString& tag) {
    static constexpr std::array tags = {
        QLatin1String("task"),         QLatin1String("userTask"),
        QLatin1String("manualTask"),   QLatin1String("serviceTask"),
        QLatin1String("sendTask"),     QLatin1String("receiveTask"),
        QLatin1String("scriptTask"),   QLatin1String("businessRuleTask"),
        QLatin1String("callActivity"), QLatin1String("subProcess"),
        QLatin1String("transaction"),  QLatin1String("adHocSubProcess"),
    };
    return isOneOf(tag, tags);
}

bool isSubProcessTag(const QString& tag) {
    return tag == QLatin1String("subProcess") || tag == QLatin1String("transaction") ||
           tag == QLatin1String("adHocSubProcess");
}

bool isGatewayTag(const QString& tag) {
    return tag.endsWith(QLatin1String("Gateway"));
}

bool isEventTag(const QString& tag) {
    static constexpr std::array tags = {QLatin1String("startEvent"), QLatin1String("endEvent"),
                                        QLatin1String("intermediateCatchEvent"),
                                        QLatin1String("intermediateThrowEvent"),
                                        QLatin1String("boundaryEvent")};
    return isOneOf(tag, tags);
}

bool isFlowNodeTag(const QString& tag) {
    return isActivityTag(tag) || isGatewayTag(tag) || isEventTag(tag);
}

StandardCheck::StandardCheck(const BpmnDocument& document, const Definition& definition,
                             Scrutiny scrutiny)
    : m_document(document)
    , m_definition(definition)
    , m_scrutiny(scrutiny)
    , m_dialect(document.usesEngineDialect()) {
    for (const XmlElement* element : document.all()) {
        if (element->name == QLatin1String("boundaryEvent"))
            m_boundaries[document.find(element->attribute(u"attachedToRef"))].append(element);
        const bool flow = element->name == QLatin1String("sequenceFlow");
        if (!flow && element->name != QLatin1String("association"))
            continue;
        const XmlElement* source = document.find(element->attribute(u"sourceRef"));
        const XmlElement* target = document.find(element->attribute(u"targetRef"));
        if (flow && source != nullptr)
            m_outgoing[source].append(element);
        if (flow && target != nullptr)
            m_incoming[target].append(element);
        if (!flow && source != nullptr && target != nullptr) {
            if (source->name == QLatin1String("boundaryEvent") && isActivityTag(target->name))
                m_handlers.insert(source, target);
            else if (target->name == QLatin1String("boundaryEvent") && isActivityTag(source->name))
                m_handlers.insert(target, source);
        }
    }
}

Defects StandardCheck::run() {
    checkIds();
    checkReferences();
    for (const XmlElement* element : m_document.all()) {
        const QString& tag = element->name;
        checkPlacement(*element);
        if (tag == QLatin1String("sequenceFlow"))
            checkSequenceFlow(*element);
        else if (isActivityTag(tag))
            checkActivity(*element);
        else if (isGatewayTag(tag))
            checkGateway(*element);
        else if (isEventTag(tag))
            checkEvent(*element);
        else if (tag.endsWith(QLatin1String("EventDefinition")))
            checkEventDefinition(*element);
        else if (tag == QLatin1String("process"))
            checkProcess(*element);
        else if (tag.startsWith(QLatin1String("global")) && tag.endsWith(QLatin1String("Task")))
            checkBindings(*element);
        else if (tag == QLatin1String("collaboration") || tag == QLatin1String("choreography") ||
                 tag == QLatin1String("globalConversation"))
            checkCollaboration(*element);
        else if (tag == QLatin1String("conversationLink"))
            checkConversationLink(*element);
        else if (tag == QLatin1String("messageFlow"))
            checkMessageFlow(*element);
        else if (tag == QLatin1String("ioSpecification"))
            checkIoSpecification(*element);
        else if (tag == QLatin1String("dataInputAssociation") ||
                 tag == QLatin1String("dataOutputAssociation"))
            checkAssociation(*element);
        checkItems(*element);
        checkExpression(*element);
    }
    return m_defects;
}

void StandardCheck::add(Level level, const XmlElement& at, const char* code,
                        const QString& message) {
    constexpr qsizetype enough = 200;
    if (m_defects.size() < enough)
        m_defects.append({level, labelOf(at), QString::fromLatin1(code), message, {}});
}

void StandardCheck::refuse(const XmlElement& at, const char* code, const QString& message) {
    add(Level::Refused, at, code, message);
}

void StandardCheck::warn(const XmlElement& at, const char* code, const QString& message) {
    add(Level::Warned, at, code, message);
}

void StandardCheck::advise(const XmlElement& at, const char* code, const QString& message) {
    add(Level::Advised, at, code, message);
}

const XmlElement* StandardCheck::scopeOf(const XmlElement& element) const {
    const XmlElement* holder = parent(element);
    while (holder != nullptr && holder->name != QLatin1String("process") &&
           !isSubProcessTag(holder->name))
        holder = parent(*holder);
    return holder;
}

const XmlElement* StandardCheck::processOf(const XmlElement& element) const {
    const XmlElement* holder = &element;
    while (holder != nullptr && holder->name != QLatin1String("process"))
        holder = parent(*holder);
    return holder;
}

bool StandardCheck::executable(const XmlElement& element) const {
    const XmlElement* process = processOf(element);
    if (process != nullptr)
        return process->attribute(u"isExecutable") == QLatin1String("true");
    for (const auto& child : m_document.root().children) {
        if (child->name == QLatin1String("process") &&
            child->attribute(u"isExecutable") == QLatin1String("true"))
            return true;
    }
    return false;
}

QList<const XmlElement*> StandardCheck::definitionsOf(const XmlElement& event) const {
    QList<const XmlElement*> definitions;
    for (const auto& child : event.children) {
        if (child->name.endsWith(QLatin1String("EventDefinition")))
            definitions.append(child.get());
        else if (child->name == QLatin1String("eventDefinitionRef"))
            definitions.append(m_document.find(child->text));
    }
    return definitions;
}

Defects checkStandard(const BpmnDocument& document, const Definition& definition,
                      Scrutiny scrutiny) {
    return StandardCheck(document, definition, scrutiny).run();
}

} // namespace tongban::workflow
