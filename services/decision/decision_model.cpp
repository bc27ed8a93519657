// Evaluation of a model: the decisions needed, in order, each once.
#include "services/decision/decision_model.h"

#include "services/decision/adapted.h"
#include "services/decision/decision_table.h"
#include "services/decision/model_content.h"
#include "services/feel/boxes.h"
#include "services/feel/operators.h"

namespace tongban::decision {

using feel::DiagnosisKind;
using feel::Value;

QString nameOf(Level level) {
    switch (level) {
    case Level::Refused:
        return QStringLiteral("refused");
    case Level::Warned:
        return QStringLiteral("warned");
    case Level::Advised:
        return QStringLiteral("advised");
    }
    return {};
}

namespace {

std::vector<bool> neededFor(const ModelContent& content, int wanted) {
    std::vector<bool> needed(content.elements.size());
    std::vector<int> open{wanted};
    while (!open.empty()) {
        const int next = open.back();
        open.pop_back();
        if (needed[static_cast<size_t>(next)])
            continue;
        needed[static_cast<size_t>(next)] = true;
        for (const int required : content.elements[static_cast<size_t>(next)].requirements)
            open.push_back(required);
    }
    return needed;
}

class Run {
public:
    Run(const ModelContent& content, const feel::Context& inputs, const feel::Occasion& occasion,
        const Limits& limits)
        : m_content(content)
        , m_inputs(inputs)
        , m_machine(m_noVariables, occasion, limits.feel)
        , m_values(content.elements.size()) {
        m_machine.setObserver(&m_recorder);
    }

    Outcome of(int wanted) {
        const std::vector<bool> needed = neededFor(m_content, wanted);
        bool reached = false;
        for (const int index : m_content.order) {
            if (!needed[static_cast<size_t>(index)])
                continue;
            evaluate(index);
            reached = reached || index == wanted;
        }
        const Element& element = m_content.elements[static_cast<size_t>(wanted)];
        if (!reached)
            m_machine.null(DiagnosisKind::Refused,
                           QStringLiteral("“%1” requires itself").arg(element.name));
        Outcome outcome;
        outcome.value = m_values[static_cast<size_t>(wanted)];
        if (outcome.value.is(feel::Kind::Function) && element.kind != ElementKind::Decision)
            outcome.value = invoked(element, outcome.value);
        outcome.results = std::move(m_results);
        outcome.rules = std::move(m_recorder.rules);
        outcome.diagnoses = std::move(m_machine.diagnoses());
        return outcome;
    }

private:
    const Value* input(const Element& element) const {
        if (const Value* found = m_inputs.find(element.name))
            return found;
        const QString& prefix = m_content.prefixes[element.source];
        return prefix.isEmpty() ? nullptr : m_inputs.find(prefix + u'.' + element.name);
    }

    Value inputValue(const Element& element) {
        const Value* found = input(element);
        if (found == nullptr)
            return m_machine.null(DiagnosisKind::MissingName,
                                  QStringLiteral("the input “%1” is missing").arg(element.name));
        if (!element.type)
            return *found;
        return feel::convertedValue(m_machine, adapted(*found, element.type), element.type);
    }

    void evaluate(int index) {
        const Element& element = m_content.elements[static_cast<size_t>(index)];
        Value& value = m_values[static_cast<size_t>(index)];
        if (element.kind == ElementKind::InputData) {
            value = inputValue(element);
            return;
        }
        m_operands.clear();
        for (const int required : element.requirements)
            m_operands.push_back(m_values[static_cast<size_t>(required)]);
        m_recorder.decision = element.name;
        m_machine.renew();
        value = m_machine.run(element.program, m_operands);
        if (element.kind == ElementKind::Decision)
            m_results.insert(element.name, value);
    }

    Value argument(const feel::Function& callee, qsizetype i) {
        const feel::TypeRef& type = callee.parameterTypes[static_cast<size_t>(i)];
        return feel::convertedValue(m_machine, adapted(m_inputs.value(callee.parameters[i]), type),
                                    type);
    }

    // A service or knowledge model from outside: its arguments are the inputs of the same names.
    Value invoked(const Element& element, const Value& function) {
        const feel::Function& callee = function.function();
        feel::Values arguments;
        for (qsizetype i = 0; i < callee.parameters.size(); ++i)
            arguments.push_back(argument(callee, i));
        m_recorder.decision = element.name;
        m_machine.renew();
        Value value = m_machine.call(function, arguments);
        for (const int output : element.outputs) {
            const QString& name = m_content.elements[static_cast<size_t>(output)].name;
            if (element.outputs.size() == 1)
                m_results.insert(name, value);
            else
                m_results.insert(name, value.is(feel::Kind::Context) ? value.context().value(name)
                                                                     : Value());
        }
        return value;
    }

    const ModelContent& m_content;
    const feel::Context& m_inputs;
    const feel::Context m_noVariables; // a decision sees what it requires, nothing else
    feel::Machine m_machine;
    Recorder m_recorder;
    feel::Values m_values;
    feel::Values m_operands;
    feel::Context m_results;
};

} // namespace

QString Model::name() const {
    return m_content->name;
}

QString Model::nameSpace() const {
    return m_content->nameSpace;
}

QStringList Model::decisions() const {
    QStringList names;
    for (const Element& element : m_content->elements) {
        if (element.kind == ElementKind::Decision && element.source == 0)
            names.append(element.name);
    }
    return names;
}

QStringList Model::services() const {
    QStringList names;
    for (const Element& element : m_content->elements) {
        if (element.kind == ElementKind::Service && element.source == 0)
            names.append(element.name);
    }
    return names;
}

QList<InputDescription> Model::inputsOf(const QString& decision) const {
    QList<InputDescription> inputs;
    const int wanted = m_content->find(decision);
    if (wanted < 0)
        return inputs;
    const std::vector<bool> needed = neededFor(*m_content, wanted);
    for (size_t i = 0; i < needed.size(); ++i) {
        const Element& element = m_content->elements[i];
        if (needed[i] && element.kind == ElementKind::InputData)
            inputs.append({element.name, element.type, element.typeName});
    }
    for (const QString& name : m_content->elements[static_cast<size_t>(wanted)].parameters)
        inputs.append({name, {}, {}});
    return inputs;
}

const QList<Defect>& Model::defects() const {
    return m_content->defects;
}

Result<Outcome> evaluate(const Model& model, const QString& decision, const feel::Context& inputs,
                         const feel::Occasion& occasion, const Limits& limits) {
    const int wanted = model.isEmpty() ? -1 : model.content().find(decision.simplified());
    if (wanted < 0)
        return fail(FaultKind::NotFound, QStringLiteral("there is no decision “%1”").arg(decision));
    return Run(model.content(), inputs, occasion, limits).of(wanted);
}

} // namespace tongban::decision
