// What a decision model consists of after reading: elements in the order they can be evaluated in.
#pragma once

#include "services/decision/decision_model.h"
#include "services/feel/program.h"

namespace tongban::decision {

enum class ElementKind : quint8 { InputData, Decision, Knowledge, Service };

struct Element {
    ElementKind kind = ElementKind::InputData;
    int source = 0; // which of the files read, 0 the model itself
    QString id;
    QString name;
    QString typeName;
    feel::TypeRef type;
    QList<int> requirements; // of an input the main slots of `program`, in order
    QList<int> outputs;      // of a service: its output decisions
    QStringList parameters;  // of a service: names of inputs, as given from outside
    std::shared_ptr<const feel::Program>
        program; // none for input data and for what could not be compiled
};

class DecisionTable;

struct ModelContent {
    QString name;
    QString nameSpace;
    std::vector<Element> elements;
    std::vector<int> order; // dependencies first; elements in a circle are not in it
    QStringList prefixes;   // by source: "" for the model itself, else the import's name
    QHash<QString, int> byName;
    QList<Defect> defects;
    std::vector<std::shared_ptr<const DecisionTable>> tables;

    int find(const QString& name) const { return byName.value(name, -1); }
    // The name under which elements of `viewer` see this one.
    QString visibleName(const Element& element) const;
};

} // namespace tongban::decision
