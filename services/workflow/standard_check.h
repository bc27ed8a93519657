// StandardCheck: the constraints of BPMN 2.0.2 that its schema cannot say, by topic. Internal to
// this library.
#pragma once

#include "services/workflow/checks.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace tongban::workflow {

class StandardCheck {
public:
    StandardCheck(const BpmnDocument& document, const Definition& definition, Scrutiny scrutiny);
    Defects run();

private:
    // checks_reference.cpp: ids and what references may point at
    void checkIds();
    void checkReferences();
    void checkReference(const XmlElement& from, QStringView name, const QString& reference,
                        const QStringList& allowed);

    // checks_connection.cpp: sequence flows and connectedness
    void checkSequenceFlow(const XmlElement& flow);
    void checkConditions(const XmlElement& flow, const XmlElement& source);
    void checkConnected(const XmlElement& scope);
    void checkDefault(const XmlElement& node);
    void checkFlowLists(const XmlElement& node, bool listsAreKept);

    // checks_gateway.cpp
    void checkGateway(const XmlElement& gateway);
    void checkEventGateway(const XmlElement& gateway);

    // checks_event.cpp
    void checkEvent(const XmlElement& event);
    void checkStart(const XmlElement& start);
    void checkBoundary(const XmlElement& boundary);
    void checkAllowed(const XmlElement& event, const QStringList& triggers, bool noneAllowed);
    void checkEventDefinition(const XmlElement& definition);
    void checkTimer(const XmlElement& definition);
    void checkLinks(const XmlElement& scope);
    void checkCompensation(const XmlElement& boundary);

    // checks_activity.cpp
    void checkActivity(const XmlElement& activity);
    void checkLoop(const XmlElement& activity);
    void checkServiceIo(const XmlElement& task);
    void checkSubProcess(const XmlElement& sub);
    void checkAdHoc(const XmlElement& sub);
    void checkEventSubProcess(const XmlElement& sub);
    void checkCall(const XmlElement& call);
    void checkResources(const XmlElement& activity);
    void checkScript(const XmlElement& task);

    // checks_data.cpp
    void checkIoSpecification(const XmlElement& io);
    void checkSets(const XmlElement& io, bool input);
    void checkAssociation(const XmlElement& association);
    void checkEventData(const XmlElement& event);
    void checkPlacement(const XmlElement& element);
    void checkItems(const XmlElement& element);
    void checkStateName(const XmlElement& reference);
    void checkBindings(const XmlElement& callable);

    // checks_collaboration.cpp
    void checkCollaboration(const XmlElement& collaboration);
    void checkMessageFlow(const XmlElement& flow);
    void checkProcess(const XmlElement& process);
    void checkConversationLink(const XmlElement& link);

    // checks_expression.cpp
    void checkExpression(const XmlElement& expression);

    // ---- shared
    void add(Level level, const XmlElement& at, const char* code, const QString& message);
    void refuse(const XmlElement& at, const char* code, const QString& message);
    void warn(const XmlElement& at, const char* code, const QString& message);
    void advise(const XmlElement& at, const char* code, const QString& message);
    const XmlElement* parent(const XmlElement& element) const { return m_document.parent(element); }
    // The process or sub-process that holds a node.
    const XmlElement* scopeOf(const XmlElement& element) const;
    const XmlElement* processOf(const XmlElement& element) const;
    // Written for an engine that binds messages, scripts and services by extensions instead of the
    // standard's means.
    bool usesEngineDialect() const { return m_dialect; }
    // Whether this stands in a process meant to be executed.
    bool executable(const XmlElement& element) const;
    QList<const XmlElement*> incoming(const XmlElement& node) const {
        return m_incoming.value(&node);
    }
    QList<const XmlElement*> outgoing(const XmlElement& node) const {
        return m_outgoing.value(&node);
    }
    // Its event definitions, references resolved; nullptr for a reference to nothing.
    QList<const XmlElement*> definitionsOf(const XmlElement& event) const;
    QString itemOf(const XmlElement* element)
        const; // itemSubjectRef, itemRef or structureRef of an item-aware element
    bool sameItem(const QString& a, const QString& b) const;

    const BpmnDocument& m_document;
    const Definition& m_definition;
    Scrutiny m_scrutiny;
    Defects m_defects;
    bool m_dialect = false;
    QHash<const XmlElement*, QList<const XmlElement*>> m_incoming;
    QHash<const XmlElement*, QList<const XmlElement*>> m_outgoing;
    QHash<const XmlElement*, QList<const XmlElement*>> m_boundaries; // by activity
    QHash<const XmlElement*, const XmlElement*>
        m_handlers; // compensation boundary event → activity
};

// Whether a tag is one of a few; comparing lengths first costs less than hashing the tag.
template <size_t N>
bool isOneOf(const QString& tag, const std::array<QLatin1String, N>& tags) {
    return std::any_of(tags.begin(), tags.end(),
                       [&tag](const QLatin1String& one) { return tag == one; });
}

// By BPMN tag.
bool isFlowNodeTag(const QString& tag);
bool isActivityTag(const QString& tag);
bool isGatewayTag(const QString& tag);
bool isEventTag(const QString& tag);
bool isSubProcessTag(const QString& tag);

} // namespace tongban::workflow
