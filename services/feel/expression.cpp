// The door: compile and evaluate.
#include "services/feel/expression.h"

#include "services/feel/machine.h"
#include "services/feel/parser.h"

namespace tongban::feel {

QString nameOf(DiagnosisKind kind) {
    switch (kind) {
    case DiagnosisKind::MissingName:
        return QStringLiteral("missing-name");
    case DiagnosisKind::MissingMember:
        return QStringLiteral("missing-member");
    case DiagnosisKind::WrongType:
        return QStringLiteral("wrong-type");
    case DiagnosisKind::NullOperand:
        return QStringLiteral("null-operand");
    case DiagnosisKind::Arithmetic:
        return QStringLiteral("arithmetic");
    case DiagnosisKind::FailedFunction:
        return QStringLiteral("failed-function");
    case DiagnosisKind::OutOfRange:
        return QStringLiteral("out-of-range");
    case DiagnosisKind::NotConforming:
        return QStringLiteral("not-conforming");
    case DiagnosisKind::Rules:
        return QStringLiteral("rules");
    case DiagnosisKind::Limit:
        return QStringLiteral("limit");
    case DiagnosisKind::Syntax:
        return QStringLiteral("syntax");
    case DiagnosisKind::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

namespace {

constexpr int membersDeep = 200;

void collectMembers(const Value& value, QSet<QString>& names, int depth) {
    if (depth > membersDeep)
        return;
    if (value.is(Kind::List)) {
        for (const Value& item : value.list())
            collectMembers(item, names, depth + 1);
    } else if (value.is(Kind::Context)) {
        for (const ContextEntry& entry : value.context().entries()) {
            names.insert(entry.name);
            collectMembers(entry.value, names, depth + 1);
        }
    }
}

} // namespace

Names namesOf(const Context& variables) {
    Names names;
    QSet<QString> members;
    for (const ContextEntry& entry : variables.entries()) {
        names.variables.append(entry.name);
        collectMembers(entry.value, members, 0);
    }
    names.members = members.values();
    names.members.sort();
    return names;
}

Result<Expression> compile(QStringView source, const Names& names, const Limits& limits) {
    Emitter emitter(std::make_shared<const KnownNames>(names), limits);
    TRY(emitExpression(emitter, source));
    return Expression(emitter.finish());
}

Result<Expression> compileUnaryTests(QStringView source, const Names& names, const Limits& limits) {
    Emitter emitter(std::make_shared<const KnownNames>(names), limits);
    const int input = emitter.declareNew(QStringLiteral("?"));
    TRY(emitUnaryTests(emitter, source, input));
    return Expression(emitter.finish());
}

std::optional<Value> Expression::constant() const {
    if (!m_program || m_program->code.size() != 2 || m_program->code.front().op != Op::Constant)
        return std::nullopt;
    return m_program->constants[static_cast<size_t>(m_program->code.front().a)];
}

QStringList Expression::freeNames() const {
    QStringList names;
    if (!m_program)
        return names;
    for (const Instruction& in : m_program->code) {
        if (in.op == Op::Global && !names.contains(m_program->names[in.a]))
            names.append(m_program->names[in.a]);
    }
    return names;
}

Evaluation evaluate(const Expression& expression, const Context& variables,
                    const Occasion& occasion, const Limits& limits) {
    if (expression.isEmpty())
        return {};
    Machine machine(variables, occasion, limits);
    Value value = machine.run(expression.program());
    return {std::move(value), std::move(machine.diagnoses())};
}

Evaluation evaluateTest(const Expression& tests, const Value& tested, const Context& variables,
                        const Occasion& occasion, const Limits& limits) {
    if (tests.isEmpty())
        return {};
    Machine machine(variables, occasion, limits);
    Value value = machine.run(tests.program(), std::span(&tested, 1));
    return {std::move(value), std::move(machine.diagnoses())};
}

} // namespace tongban::feel
