// The bridge to DMN: variables go in as JSON, outputs and the rules that fired come out as JSON.
#include "services/workflow/rule_book.h"

#include "services/decision/decision_model.h"
#include "services/decision/model_content.h"

namespace tongban::workflow {

struct RuleBook::Model {
    decision::Model model;
    QHash<QString, QString> names; // by id and by name
};

Result<RuleBook> RuleBook::read(const QByteArray& dmn) {
    TRY_ASSIGN(decision::Model read, decision::read(dmn));
    for (const decision::Defect& defect : read.defects()) {
        if (defect.level == decision::Level::Refused)
            return fail(
                FaultKind::Invalid,
                QStringLiteral("%1 %2: %3").arg(defect.element, defect.place, defect.message));
    }
    auto model = std::make_shared<Model>();
    for (const decision::Element& element : read.content().elements) {
        if (element.kind != decision::ElementKind::Decision &&
            element.kind != decision::ElementKind::Service)
            continue;
        model->names.insert(element.name, element.name);
        if (!element.id.isEmpty())
            model->names.insert(element.id, element.name);
    }
    model->model = std::move(read);
    RuleBook book;
    book.m_model = std::move(model);
    return book;
}

bool RuleBook::has(const QString& decision) const {
    return m_model && m_model->names.contains(decision);
}

QStringList RuleBook::decisions() const {
    return m_model ? m_model->model.decisions() : QStringList();
}

QStringList RuleBook::inputsOf(const QString& decision) const {
    QStringList names;
    if (!has(decision))
        return names;
    for (const decision::InputDescription& input :
         m_model->model.inputsOf(m_model->names.value(decision)))
        names.append(input.name);
    return names;
}

RuleBook::Outcome RuleBook::decide(const QString& decision, const QJsonObject& variables,
                                   Instant now) const {
    Outcome outcome;
    if (!has(decision)) {
        outcome.whyNull = QStringLiteral("there is no decision “%1”").arg(decision);
        return outcome;
    }
    feel::Occasion occasion;
    occasion.now = now;
    const auto result = decision::evaluate(m_model->model, m_model->names.value(decision),
                                           feel::contextFromJson(variables), occasion);
    if (!result.has_value()) {
        outcome.whyNull = result.error().detail;
        return outcome;
    }
    outcome.value = feel::toJson(result->value);
    for (const decision::FiredRule& rule : result->rules) {
        QJsonObject fired{{QStringLiteral("decision"), rule.decision},
                          {QStringLiteral("index"), rule.index}};
        if (!rule.ruleId.isEmpty())
            fired.insert(QStringLiteral("rule"), rule.ruleId);
        if (rule.table != rule.decision)
            fired.insert(QStringLiteral("table"), rule.table);
        outcome.rules.append(fired);
    }
    if (result->value.isNull() && !result->diagnoses.isEmpty())
        outcome.whyNull = result->diagnoses.first().message;
    return outcome;
}

} // namespace tongban::workflow
