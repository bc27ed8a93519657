// DecisionTable: rules compiled to bit sets per column; a feel operator that remembers which rules
// fired.
#pragma once

#include "services/decision/column_index.h"
#include "services/decision/decision_model.h"
#include "services/feel/machine.h"

namespace tongban::decision {

enum class HitPolicy : quint8 { Unique, Any, Priority, First, RuleOrder, OutputOrder, Collect };
enum class Aggregation : quint8 { None, Sum, Count, Min, Max };

struct OutputCell {
    feel::Value constant;
    int fragment = -1; // address, if it is not constant
};

struct Rule {
    QString id;
    QStringList annotations;
    std::vector<OutputCell> outputs;
};

struct OutputClause {
    QString name;
    feel::TypeRef type;
    feel::Values allowed; // in order of priority
    std::shared_ptr<const feel::Expression> allowedTests;
    bool hasDefault = false;
    OutputCell otherwise;
};

struct InputClause {
    QString text; // the input expression, or its label
    int slot = 0;
    std::vector<Cell> cells; // by rule
    ColumnIndex index;
    std::shared_ptr<const feel::Expression> allowedTests;
    feel::Values allowed; // when the tests are plain values
    feel::TypeRef type;
};

// Where evaluations write the rules that fired.
struct Recorder {
    QString decision;
    QList<FiredRule> rules;
};

class DecisionTable final : public feel::Operator {
public:
    QString owner; // for people
    HitPolicy hitPolicy = HitPolicy::Unique;
    Aggregation aggregation = Aggregation::None;
    std::vector<InputClause> inputs;
    std::vector<OutputClause> outputs;
    std::vector<Rule> rules;
    QStringList inputNames;

    feel::Value apply(feel::Machine& machine, std::span<const feel::Value> operands) const override;

private:
    std::vector<int> matching(feel::Machine& machine, std::span<const feel::Value> inputs) const;
    bool cellPasses(feel::Machine& machine, const InputClause& column, size_t rule,
                    const feel::Value& input) const;
    feel::Value cellValue(feel::Machine& machine, const OutputCell& cell) const;
    feel::Values outputsOf(feel::Machine& machine, size_t rule) const;
    feel::Value joined(feel::Values values) const; // one value, or a context by output names
    feel::Value noMatch(feel::Machine& machine) const;
    feel::Value collected(feel::Machine& machine, const std::vector<feel::Values>& results) const;
    feel::Value aggregated(feel::Machine& machine, const std::vector<feel::Values>& results) const;
    void sortByPriority(std::vector<int>& hits, std::vector<feel::Values>& results) const;
    void record(feel::Machine& machine, const std::vector<int>& hits,
                std::span<const feel::Value> inputs) const;
    bool allowedInput(feel::Machine& machine, const InputClause& column,
                      const feel::Value& input) const;
};

} // namespace tongban::decision
