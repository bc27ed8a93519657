// The bridge to FEEL: variables go in as JSON, values come out as JSON, nulls come with their
// cause.
#include "services/workflow/formula.h"

#include "services/feel/expression.h"
#include "services/workflow/day_functions.h"

namespace tongban::workflow {

struct Formula::Program {
    QString source;
    QStringList names;
    feel::Expression expression;
    QJsonValue constant;
    bool isConstant = false;
    bool asksForDays = false; // uses our working-day functions
};

Result<Formula> Formula::compile(const QString& source, const QStringList& names) {
    feel::Names known;
    known.variables = names;
    known.members = names;
    const bool asksForDays = source.contains(QLatin1String("tb."));
    if (asksForDays)
        known.members += dayFunctionNames();
    TRY_ASSIGN(feel::Expression expression, feel::compile(source, known));
    auto program = std::make_shared<Program>();
    program->source = source;
    program->names = expression.freeNames();
    program->asksForDays = asksForDays;
    if (asksForDays)
        program->names.removeAll(QStringLiteral("tb"));
    if (const std::optional<feel::Value> constant = expression.constant();
        constant && !constant->isNull()) {
        program->constant = feel::toJson(*constant);
        program->isConstant = true;
    }
    program->expression = std::move(expression);
    Formula formula;
    formula.m_program = std::move(program);
    return formula;
}

const QString& Formula::source() const {
    static const QString none;
    return m_program ? m_program->source : none;
}

const QStringList& Formula::names() const {
    static const QStringList none;
    return m_program ? m_program->names : none;
}

Formula::Outcome Formula::evaluate(const Lookup& lookup, Instant now,
                                   const WorkCalendar* calendar) const {
    if (!m_program)
        return {QJsonValue::Null, QStringLiteral("there is no expression")};
    if (m_program->isConstant)
        return {m_program->constant, {}};
    feel::Context variables;
    for (const QString& name : m_program->names) {
        const QJsonValue value = lookup(name);
        if (!value.isUndefined())
            variables.insert(name, feel::fromJson(value));
    }
    feel::Occasion occasion;
    occasion.now = now;
    static const WorkCalendar weekdays;
    if (m_program->asksForDays)
        occasion.functions = dayFunctions(calendar != nullptr ? *calendar : weekdays);
    const feel::Evaluation result = feel::evaluate(m_program->expression, variables, occasion);
    Outcome outcome{feel::toJson(result.value), {}};
    if (result.value.isNull() && !result.diagnoses.isEmpty())
        outcome.whyNull = result.diagnoses.first().message;
    return outcome;
}

} // namespace tongban::workflow
