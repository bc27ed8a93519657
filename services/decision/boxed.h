// BoxedCompiler: boxed expressions of DMN, each to code that leaves one value (DMN 1.5 §7.3,
// §10.2.1).
#pragma once

#include "services/decision/decision_table.h"
#include "services/decision/types.h"
#include "services/feel/emitter.h"

namespace tongban::decision {

class BoxedCompiler {
public:
    BoxedCompiler(feel::Emitter& emitter, const TypeScope& types, QString owner,
                  QList<Defect>& defects, std::vector<std::shared_ptr<const DecisionTable>>& tables)
        : m_emitter(emitter)
        , m_types(types)
        , m_owner(std::move(owner))
        , m_defects(defects)
        , m_tables(tables) {}
    // The expression among the children of a decision, entry, binding …; null if there is none.
    static const XmlElement* expressionIn(const XmlElement& parent);
    // What it cannot compile gives null at evaluation and is a defect now.
    void expression(const XmlElement& element);
    void expressionOf(const XmlElement& parent); // of the child; null if there is none
    // A function of the formal parameters and body inside `definition`.
    void function(const XmlElement& definition, const QString& selfName);
    void convert(const QString& typeName);
    int rules() const { return m_rules; }

private:
    bool source(const QString& text, const QString& place);
    void refuse(const QString& place, const QString& why);
    void literal(const XmlElement& element);
    void context(const XmlElement& element);
    void list(const XmlElement& element);
    void relation(const XmlElement& element);
    void invocation(const XmlElement& element);
    void conditional(const XmlElement& element);
    void filter(const XmlElement& element);
    void walk(const XmlElement& element);
    void quantified(const XmlElement& element, bool some);

    // boxed_table.cpp
    void table(const XmlElement& element);
    void inputClause(DecisionTable& table, const XmlElement& element, const QString& place);
    void outputClause(DecisionTable& table, const XmlElement& element, const QString& place);
    void rule(DecisionTable& table, const XmlElement& element, const QString& place);
    Cell inputEntry(const QString& text, int slot, const QString& place);
    OutputCell outputEntry(const QString& text, const feel::TypeRef& type, const QString& place);

    feel::Emitter& m_emitter;
    const TypeScope& m_types;
    QString m_owner; // "Decision" or "Decision / entry"
    QList<Defect>& m_defects;
    std::vector<std::shared_ptr<const DecisionTable>>& m_tables;
    int m_rules = 0;
};

// Tests of constants as they were compiled, or nullopt if they ask for more than that.
std::optional<Cell> constantCell(std::span<const feel::Instruction> code,
                                 const feel::Emitter& emitter, int slot);
// The values a list of tests enumerates, in order; empty if it is more than an enumeration.
feel::Values enumerated(const feel::Expression& tests);

} // namespace tongban::decision
