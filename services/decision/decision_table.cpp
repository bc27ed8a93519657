// Evaluation of decision tables: matching, hit policies, aggregation (DMN 1.5 §8.2.10).
#include "services/decision/decision_table.h"

#include <algorithm>
#include <bit>

namespace tongban::decision {

using feel::DiagnosisKind;
using feel::Machine;
using feel::Value;
using feel::Values;

bool DecisionTable::cellPasses(Machine& machine, const InputClause& column, size_t rule,
                               const Value& input) const {
    const Cell& cell = column.cells[rule];
    if (cell.form == Cell::Form::Fragment)
        return machine.fragment(cell.fragment, column.slot, input).isTrue();
    return column.index.isUsable() || passes(cell, input);
}

std::vector<int> DecisionTable::matching(Machine& machine, std::span<const Value> operands) const {
    std::vector<int> hits;
    const size_t words = (rules.size() + 63) / 64;
    machine.charge(static_cast<qint64>(words * inputs.size() / 4));
    for (size_t word = 0; word < words; ++word) {
        const size_t rest = rules.size() - word * 64;
        quint64 candidates = rest >= 64 ? ~0ULL : (1ULL << rest) - 1;
        for (size_t i = 0; i < inputs.size() && candidates != 0; ++i) {
            if (inputs[i].index.isUsable())
                candidates &= inputs[i].index.rulesFor(operands[i])[word];
        }
        for (; candidates != 0; candidates &= candidates - 1) {
            const size_t rule = word * 64 + static_cast<size_t>(std::countr_zero(candidates));
            bool passed = true;
            for (size_t i = 0; i < inputs.size() && passed; ++i)
                passed = cellPasses(machine, inputs[i], rule, operands[i]);
            if (!passed || !machine.charge(1))
                continue;
            hits.push_back(static_cast<int>(rule));
            if (hitPolicy == HitPolicy::First)
                return hits;
        }
    }
    return hits;
}

Value DecisionTable::cellValue(Machine& machine, const OutputCell& cell) const {
    return cell.fragment < 0 ? cell.constant : machine.fragment(cell.fragment);
}

Values DecisionTable::outputsOf(Machine& machine, size_t rule) const {
    Values values;
    values.reserve(outputs.size());
    for (const OutputCell& cell : rules[rule].outputs)
        values.push_back(cellValue(machine, cell));
    return values;
}

Value DecisionTable::joined(Values values) const {
    if (outputs.size() == 1)
        return std::move(values.front());
    feel::Context context;
    for (size_t i = 0; i < outputs.size(); ++i)
        context.insert(outputs[i].name, std::move(values[i]));
    return Value(context);
}

Value DecisionTable::noMatch(Machine& machine) const {
    if (!std::any_of(outputs.begin(), outputs.end(),
                     [](const OutputClause& o) { return o.hasDefault; })) {
        if (hitPolicy == HitPolicy::Collect && aggregation == Aggregation::Count)
            return Value(0);
        if (hitPolicy == HitPolicy::Collect && aggregation == Aggregation::None)
            return Value::list({});
        return machine.null(DiagnosisKind::Rules,
                            QStringLiteral("no rule of “%1” matches").arg(owner));
    }
    Values values;
    for (const OutputClause& output : outputs)
        values.push_back(output.hasDefault ? cellValue(machine, output.otherwise) : Value());
    return joined(std::move(values));
}

// Earlier in the list of output values is higher, compared output by output; a value not listed is
// lowest.
void DecisionTable::sortByPriority(std::vector<int>& hits, std::vector<Values>& results) const {
    const auto rank = [&](const Values& values) {
        std::vector<size_t> ranks;
        for (size_t i = 0; i < outputs.size(); ++i) {
            const Values& allowed = outputs[i].allowed;
            const auto at = std::find_if(allowed.begin(), allowed.end(), [&](const Value& value) {
                return equal(value, values[i]).value_or(false);
            });
            ranks.push_back(allowed.empty() ? 0 : static_cast<size_t>(at - allowed.begin()));
        }
        return ranks;
    };
    struct Ranked {
        std::vector<size_t> rank;
        size_t at;
    };
    std::vector<Ranked> ranked;
    for (size_t i = 0; i < results.size(); ++i)
        ranked.push_back({rank(results[i]), i});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    std::vector<int> sortedHits;
    std::vector<Values> sortedResults;
    for (const Ranked& r : ranked) {
        sortedHits.push_back(hits[r.at]);
        sortedResults.push_back(results[r.at]);
    }
    hits = std::move(sortedHits);
    results = std::move(sortedResults);
}

Value DecisionTable::aggregated(Machine& machine, const std::vector<Values>& results) const {
    if (aggregation == Aggregation::Count)
        return Value(static_cast<qint64>(results.size()));
    const QString function = aggregation == Aggregation::Sum   ? QStringLiteral("sum")
                             : aggregation == Aggregation::Min ? QStringLiteral("min")
                                                               : QStringLiteral("max");
    Values columns;
    for (size_t i = 0; i < outputs.size(); ++i) {
        Values column;
        for (const Values& result : results)
            column.push_back(result[i]);
        columns.push_back(machine.callByName(function, Value::list(std::move(column))));
    }
    return joined(std::move(columns));
}

Value DecisionTable::collected(Machine& machine, const std::vector<Values>& results) const {
    if (aggregation != Aggregation::None)
        return aggregated(machine, results);
    Values list;
    for (const Values& result : results)
        list.push_back(joined(result));
    return machine.checked(Value::list(std::move(list)));
}

void DecisionTable::record(Machine& machine, const std::vector<int>& hits,
                           std::span<const Value> operands) const {
    auto* recorder = static_cast<Recorder*>(machine.observer());
    if (recorder == nullptr)
        return;
    for (const int hit : hits) {
        const Rule& rule = rules[static_cast<size_t>(hit)];
        recorder->rules.append({recorder->decision, owner, rule.id, hit + 1, rule.annotations,
                                inputNames, Values(operands.begin(), operands.end())});
    }
}

bool DecisionTable::allowedInput(Machine& machine, const InputClause& column,
                                 const Value& input) const {
    if (!column.allowedTests || input.isNull() ||
        evaluateTest(*column.allowedTests, input, {}, machine.occasion()).value.isTrue())
        return true;
    machine.null(
        DiagnosisKind::NotConforming,
        QStringLiteral("“%1” of “%2” has a value that is not allowed").arg(column.text, owner));
    return false;
}

Value DecisionTable::apply(Machine& machine, std::span<const Value> operands) const {
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (!allowedInput(machine, inputs[i], operands[i]))
            return {};
    }
    std::vector<int> hits = matching(machine, operands);
    if (machine.stopped())
        return {};
    if (hits.empty())
        return noMatch(machine);
    if (hitPolicy == HitPolicy::Unique && hits.size() > 1) {
        record(machine, hits, operands);
        return machine.null(DiagnosisKind::Rules,
                            QStringLiteral("rules %1 and %2 of “%3” both match")
                                .arg(hits[0] + 1)
                                .arg(hits[1] + 1)
                                .arg(owner));
    }
    std::vector<Values> results;
    results.reserve(hits.size());
    for (const int hit : hits)
        results.push_back(outputsOf(machine, static_cast<size_t>(hit)));
    if (hitPolicy == HitPolicy::Priority || hitPolicy == HitPolicy::OutputOrder)
        sortByPriority(hits, results);
    if (hitPolicy == HitPolicy::Priority)
        hits.resize(1);
    record(machine, hits, operands);
    switch (hitPolicy) {
    case HitPolicy::Any:
        for (const Values& result : results) {
            if (!(result == results.front()))
                return machine.null(
                    DiagnosisKind::Rules,
                    QStringLiteral("rules of “%1” match with different outputs").arg(owner));
        }
        return joined(std::move(results.front()));
    case HitPolicy::Unique:
    case HitPolicy::First:
    case HitPolicy::Priority:
        return joined(std::move(results.front()));
    default:
        return collected(machine, results);
    }
}

} // namespace tongban::decision
