// Binds a process to its package: decisions, forms, called processes, effects. What is not there is
// refused.
#include "services/workflow/builder.h"

#include "services/workflow/form.h"
#include "services/workflow/rule_book.h"

namespace tongban::workflow {

void DefinitionBuilder::readDecisions() {
    for (auto file = m_package.files().cbegin(); file != m_package.files().cend(); ++file) {
        if (!file.key().endsWith(QLatin1String(".dmn")))
            continue;
        auto book = RuleBook::read(file.value());
        if (!book.has_value())
            note(Level::Refused, file.key(), "decisions", book.error().detail);
        else
            m_definition.m_rules = std::make_shared<const RuleBook>(std::move(book).value());
    }
}

void DefinitionBuilder::readForms() {
    for (auto file = m_package.files().cbegin(); file != m_package.files().cend(); ++file) {
        if (!file.key().startsWith(QLatin1String("forms/")))
            continue;
        auto form = Form::read(file.value());
        if (!form.has_value()) {
            note(Level::Refused, file.key(), "form", form.error().detail);
            continue;
        }
        for (const QString& key : form->keys())
            m_names.append(key);
        const auto shared = std::make_shared<const Form>(std::move(form).value());
        m_definition.m_forms.insert(file.key(), shared);
        if (!shared->id().isEmpty())
            m_definition.m_forms.insert(shared->id(), shared);
    }
}

void DefinitionBuilder::bind() {
    for (const Element& element : m_definition.elements()) {
        if (element.detail)
            bindActivity(element);
    }
}

void DefinitionBuilder::bindActivity(const Element& element) {
    const ActivityDetail& detail = element.activity();
    if (!detail.form.isEmpty() && !m_definition.form(detail.form))
        note(Level::Refused, element.id, "form-missing",
             QStringLiteral("form “%1” is not in the package").arg(detail.form));
    if (!detail.decision.isEmpty() &&
        (m_definition.rules() == nullptr || !m_definition.rules()->has(detail.decision)))
        note(Level::Refused, element.id, "decision-missing",
             QStringLiteral("decision “%1” is not in the package").arg(detail.decision));
    if (element.kind == Kind::BusinessRuleTask && detail.decision.isEmpty() &&
        detail.effect.isEmpty())
        note(Level::Refused, element.id, "decision-missing",
             QStringLiteral("the business rule task names no decision (zeebe:calledDecision)"));
    if (element.kind == Kind::ServiceTask && detail.effect.isEmpty())
        note(Level::Refused, element.id, "effect-missing",
             QStringLiteral("the service task names no effect (zeebe:taskDefinition)"));
    if (element.kind == Kind::SendTask && detail.effect.isEmpty() && detail.message.name.isEmpty())
        note(Level::Refused, element.id, "effect-missing",
             QStringLiteral("the send task names neither a message nor an effect"));
    if (element.kind == Kind::ScriptTask && detail.script.isEmpty() && detail.effect.isEmpty())
        note(Level::Refused, element.id, "script-missing",
             QStringLiteral("the script task has no FEEL expression"));
    if (element.kind == Kind::CallActivity) {
        const int called = detail.called.isEmpty() ? -1 : m_definition.process(detail.called);
        if (called < 0)
            note(Level::Refused, element.id, "call-missing",
                 QStringLiteral("process “%1” is not in the package").arg(detail.called));
    }
}

} // namespace tongban::workflow
