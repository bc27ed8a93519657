// DMN decision models: read and checked once, evaluated often, with the rules that fired.
#pragma once

#include "services/core/result.h"
#include "services/feel/expression.h"

#include <QByteArray>
#include <memory>

namespace tongban::decision {

struct Limits {
    qsizetype bytes = 4'194'304; // of one XML file
    int xmlElements = 60'000;
    int elements = 2'000; // decisions, inputs, knowledge models and services
    int rules = 10'000;
    qint64 checkWork = 300'000; // of the sweeps for gaps and overlaps, in visited cells
    feel::Limits feel;
};

// Something a reader of the model should know: what it is in, where, and what is wrong.
enum class Level : quint8 { Refused, Warned, Advised };
QString nameOf(Level level);

struct Defect {
    Level level = Level::Warned;
    QString element; // name of the decision, knowledge model …
    QString place;   // "rule 3, input 2"; may be empty
    QString code;    // expression, reference, cycle, gap, overlap, unreachable, output, type
    QString message;
};

// A rule of a decision table that gave, or took part in giving, a result.
struct FiredRule {
    QString decision; // which was being evaluated
    QString table;    // whose table it is: the decision itself, a knowledge model, "name / entry"
    QString ruleId;
    int index = 0; // from 1
    QStringList annotations;
    QStringList inputNames;
    feel::Values inputs; // as the table saw them
};

struct Outcome {
    feel::Value value;     // of the decision asked for
    feel::Context results; // of every decision evaluated on the way, by name
    QList<FiredRule> rules;
    QList<feel::Diagnosis> diagnoses;
};

struct InputDescription {
    QString name;
    feel::TypeRef type;
    QString typeName; // as the model writes it; may be empty
};

struct ModelContent;

class Model {
public:
    Model() = default;
    explicit Model(std::shared_ptr<const ModelContent> content)
        : m_content(std::move(content)) {}
    bool isEmpty() const { return m_content == nullptr; }
    const ModelContent& content() const { return *m_content; }

    QString name() const;
    QString nameSpace() const;
    QStringList decisions() const;
    QStringList services() const;
    // The input data a decision or service needs, directly or through others.
    QList<InputDescription> inputsOf(const QString& decision) const;
    // What was found while reading (expressions that do not parse, dangling references) and by the
    // static checks.
    const QList<Defect>& defects() const;

private:
    std::shared_ptr<const ModelContent> m_content;
};

// DMN 1.1 to 1.5. Among `imported` are the files of the models it imports; others do no harm.
// Invalid: not DMN, or over the limits; anything smaller is a defect, and the decision concerned
// gives null with a diagnosis.
Result<Model> read(const QByteArray& xml, const QList<QByteArray>& imported = {},
                   const Limits& limits = {});

// A decision, or a decision service by its inputs' names. NotFound: there is none of that name.
Result<Outcome> evaluate(const Model& model, const QString& decision, const feel::Context& inputs,
                         const feel::Occasion& occasion, const Limits& limits = {});

} // namespace tongban::decision
