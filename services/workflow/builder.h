// DefinitionBuilder: reads a package into a definition and says what is wrong with it. Internal to
// this library.
#pragma once

#include "services/workflow/bpmn_document.h"
#include "services/workflow/definition.h"

#include <optional>

namespace tongban::workflow {

class DefinitionBuilder {
public:
    DefinitionBuilder(const Package& package, const Limits& limits, Scrutiny scrutiny);

    // Reads and checks everything; false when the definition must not be used.
    bool build();
    // Reads without judging; false when the file cannot be read at all.
    bool readOnly();
    Definition take() { return std::move(m_definition); }
    const Defects& defects() const { return m_defects; }

private:
    // builder.cpp: the outline
    std::optional<BpmnDocument> open();
    void readDocument(const BpmnDocument& document);
    void readProcess(const XmlElement& process);
    void readGlobalTask(const XmlElement& task);
    void readNodes(const XmlElement& holder, int scope);
    void readLanes(const XmlElement& holder);
    void connect(const XmlElement& holder);
    void link();
    void attach();
    void findStarts();
    std::vector<bool> nodesBefore(int flow, int join, bool branching) const;
    void findReach();
    void gatherNames(const BpmnDocument& document);
    int addElement(const XmlElement& node, Kind kind, int scope);

    // builder_activity.cpp
    void readActivity(const XmlElement& node, Element& element);
    void readHumanWork(const XmlElement& node, ActivityDetail& detail);
    void readEffect(const XmlElement& node, Kind kind, ActivityDetail& detail);
    void readCall(const XmlElement& node, Kind kind, ActivityDetail& detail);
    void readMappings(const XmlElement& node, ActivityDetail& detail);
    void readRepetition(const XmlElement& node, ActivityDetail& detail);
    void readFacts(const XmlElement& node, StepFacts& facts);

    // builder_events.cpp
    void readTriggers(const XmlElement& node, Element& element);
    TriggerRule readTrigger(const XmlElement& definition);
    void readTime(const XmlElement& definition, TriggerRule& rule);
    QString nameBehind(const QString& reference, QStringView attribute);

    // builder_diagram.cpp
    void readDiagram(const BpmnDocument& document);

    // builder_bindings.cpp: what must exist in the package
    void readDecisions();
    void readForms();
    void bind();
    void bindActivity(const Element& element);

    // FEEL. A leading '=' marks an expression; elsewhere text is a literal.
    Formula formula(const QString& text, const XmlElement& at, bool always = false);
    Formula expression(const XmlElement* holder, QStringView child);
    void note(Level level, const QString& element, const char* code, const QString& message);

    const Package& m_package;
    Scrutiny m_scrutiny;
    Definition m_definition;
    Defects m_defects;
    const BpmnDocument* m_document = nullptr;
    QStringList m_names;                // names that FEEL must know before it reads
    QHash<QString, QString> m_laneOf;   // node id → lane name
    QList<const XmlElement*> m_sources; // the XML of each element
    QHash<QString, QString> m_pendingForms;
};

} // namespace tongban::workflow
