// Decision tables: clauses and rules; entries of constants become tests of the table, the rest
// fragments of code.
#include "services/decision/boxed.h"

#include "services/feel/parser.h"

namespace tongban::decision {

using feel::Instruction;
using feel::Op;
using feel::Value;

namespace {

HitPolicy hitPolicyOf(const QString& text, bool& known) {
    struct Row {
        QStringView name;
        HitPolicy policy;
    };
    static constexpr Row rows[] = {
        {u"", HitPolicy::Unique},
        {u"UNIQUE", HitPolicy::Unique},
        {u"FIRST", HitPolicy::First},
        {u"PRIORITY", HitPolicy::Priority},
        {u"ANY", HitPolicy::Any},
        {u"COLLECT", HitPolicy::Collect},
        {u"RULE ORDER", HitPolicy::RuleOrder},
        {u"OUTPUT ORDER", HitPolicy::OutputOrder},
    };
    for (const Row& row : rows) {
        if (row.name == text)
            return row.policy;
    }
    known = false;
    return HitPolicy::Unique;
}

Aggregation aggregationOf(const QString& text) {
    if (text == u"SUM")
        return Aggregation::Sum;
    if (text == u"COUNT")
        return Aggregation::Count;
    if (text == u"MIN")
        return Aggregation::Min;
    return text == u"MAX" ? Aggregation::Max : Aggregation::None;
}

bool isTestOp(Op op) {
    return op == Op::Equal || op == Op::NotEqual || op == Op::Less || op == Op::LessEqual ||
           op == Op::Greater || op == Op::GreaterEqual || op == Op::In;
}

// Local slot, Constant, comparison.
bool takeTest(std::span<const Instruction>& code, const feel::Emitter& emitter, int slot,
              Cell& cell) {
    if (code.size() < 3 || code[0].op != Op::Local || code[0].a != slot ||
        code[1].op != Op::Constant || !isTestOp(code[2].op) || (code[2].flag & ~4) != 0)
        return false;
    const Value operand = emitter.constantAt(code[1].a);
    if (operand.is(feel::Kind::Range) && operand.range().form != feel::Range::Form::Interval)
        return false;
    cell.tests.push_back({code[2].op, operand});
    code = code.subspan(3);
    return true;
}

} // namespace

std::optional<Cell> constantCell(std::span<const Instruction> code, const feel::Emitter& emitter,
                                 int slot) {
    Cell cell;
    if (code.size() == 1 && code[0].op == Op::Constant && emitter.constantAt(code[0].a).isTrue())
        return cell;
    cell.form = Cell::Form::Tests;
    if (!takeTest(code, emitter, slot, cell))
        return std::nullopt;
    while (!code.empty() && code[0].op == Op::OrLeft) {
        code = code.subspan(1);
        if (!takeTest(code, emitter, slot, cell) || code.empty() || code[0].op != Op::Or)
            return std::nullopt;
        code = code.subspan(1);
    }
    if (!code.empty() && code[0].op == Op::Not) {
        cell.negated = true;
        code = code.subspan(1);
    }
    return code.empty() ? std::optional(cell) : std::nullopt;
}

feel::Values enumerated(const feel::Expression& tests) {
    feel::Values values;
    const feel::Program& program = *tests.program();
    for (size_t i = 0; i + 1 < program.code.size(); ++i) { // without the Return
        const Instruction& in = program.code[i];
        if (in.op == Op::Constant)
            values.push_back(program.constants[static_cast<size_t>(in.a)]);
        else if (in.op != Op::Local && in.op != Op::In && in.op != Op::Or && in.op != Op::OrLeft)
            return {};
    }
    const bool plain = std::none_of(values.begin(), values.end(), [](const Value& value) {
        return value.is(feel::Kind::Range) || value.is(feel::Kind::List);
    });
    return plain ? values : feel::Values{};
}

Cell BoxedCompiler::inputEntry(const QString& text, int slot, const QString& place) {
    Cell cell;
    if (!text.trimmed().isEmpty()) {
        const feel::Emitter::Mark mark = m_emitter.mark();
        m_emitter.beginSource(m_owner + QStringLiteral(": ") + place);
        const Result<void> emitted = feel::emitUnaryTests(m_emitter, text, slot);
        if (!emitted.has_value()) {
            m_emitter.rewind(mark);
            refuse(place, emitted.error().detail);
        }
        if (const auto constant = constantCell(m_emitter.since(mark), m_emitter, slot)) {
            cell = *constant;
            m_emitter.rewind(mark);
        } else {
            cell.form = Cell::Form::Fragment;
            cell.fragment = mark.code;
            m_emitter.emit(Op::EndFragment);
            m_emitter.label();
        }
    }
    cell.text = text.trimmed();
    return cell;
}

OutputCell BoxedCompiler::outputEntry(const QString& text, const feel::TypeRef& type,
                                      const QString& place) {
    OutputCell cell;
    if (text.trimmed().isEmpty() || text.trimmed() == u"-")
        return cell;
    const feel::Emitter::Mark mark = m_emitter.mark();
    source(text, place);
    const auto code = m_emitter.since(mark);
    if (code.size() == 1 && code[0].op == Op::Constant) {
        const Value value = m_emitter.constantAt(code[0].a);
        if (const auto conforming = converted(value, type)) {
            cell.constant = *conforming;
            m_emitter.rewind(mark);
            return cell;
        }
        m_defects.append({Level::Warned, m_owner, place, QStringLiteral("output"),
                          QStringLiteral("%1 is not of the output's type %2")
                              .arg(text.trimmed(), textOf(type))});
    }
    cell.fragment = mark.code;
    if (type)
        m_emitter.emit(Op::Convert, m_emitter.typeIndex(type));
    m_emitter.emit(Op::EndFragment);
    m_emitter.label();
    return cell;
}

void BoxedCompiler::inputClause(DecisionTable& table, const XmlElement& element,
                                const QString& place) {
    InputClause& clause = table.inputs.emplace_back();
    clause.slot = m_emitter.newSlot();
    const XmlElement* expression = element.child(u"inputExpression");
    const QString text = textOfChild(element, u"inputExpression");
    clause.text = text.isEmpty() ? element.attribute(u"label") : text;
    if (text.isEmpty())
        m_emitter.load(element.attribute(u"label").simplified());
    else
        source(text, place);
    if (expression != nullptr) {
        clause.type = m_types.resolve(typeNameOf(*expression), m_owner, m_defects);
        if (clause.type)
            m_emitter.emit(Op::Convert, m_emitter.typeIndex(clause.type));
    }
    m_emitter.emit(Op::Store, clause.slot);
    const QString allowed = textOfChild(element, u"inputValues");
    if (allowed.isEmpty())
        return;
    auto tests = feel::compileUnaryTests(allowed, {}, m_emitter.limits());
    if (!tests.has_value()) {
        m_defects.append({Level::Refused, m_owner, place + QStringLiteral(", allowed values"),
                          QStringLiteral("expression"), tests.error().detail});
        return;
    }
    clause.allowed = enumerated(*tests);
    clause.allowedTests = std::make_shared<const feel::Expression>(*tests);
}

void BoxedCompiler::outputClause(DecisionTable& table, const XmlElement& element,
                                 const QString& place) {
    OutputClause& clause = table.outputs.emplace_back();
    clause.name = element.attribute(u"name").simplified();
    clause.type = m_types.resolve(typeNameOf(element), m_owner, m_defects);
    const QString allowed = textOfChild(element, u"outputValues");
    if (!allowed.isEmpty()) {
        auto tests = feel::compileUnaryTests(allowed, {}, m_emitter.limits());
        if (tests.has_value()) {
            clause.allowed = enumerated(*tests);
            clause.allowedTests = std::make_shared<const feel::Expression>(*tests);
        } else {
            m_defects.append({Level::Refused, m_owner, place + QStringLiteral(", output values"),
                              QStringLiteral("expression"), tests.error().detail});
        }
    } else if (clause.type && !clause.type->constraints.empty()) {
        clause.allowedTests = clause.type->constraints.back();
        clause.allowed = enumerated(*clause.allowedTests);
    }
    if (element.child(u"defaultOutputEntry") != nullptr) {
        clause.hasDefault = true;
        clause.otherwise =
            outputEntry(textOfChild(element, u"defaultOutputEntry"), clause.type, place);
    }
}

void BoxedCompiler::rule(DecisionTable& table, const XmlElement& element, const QString& place) {
    Rule& rule = table.rules.emplace_back();
    rule.id = element.attribute(u"id");
    const auto textIn = [](const XmlElement& entry) {
        const XmlElement* text = entry.child(u"text");
        return text != nullptr ? text->text : QString();
    };
    const QList<const XmlElement*> inputs = element.childrenNamed(u"inputEntry");
    for (size_t i = 0; i < table.inputs.size(); ++i) {
        const QString text = static_cast<qsizetype>(i) < inputs.size()
                                 ? textIn(*inputs[static_cast<qsizetype>(i)])
                                 : QString();
        table.inputs[i].cells.push_back(inputEntry(
            text, table.inputs[i].slot, place + QStringLiteral(", input %1").arg(i + 1)));
    }
    const QList<const XmlElement*> outputs = element.childrenNamed(u"outputEntry");
    for (size_t i = 0; i < table.outputs.size(); ++i) {
        const QString text = static_cast<qsizetype>(i) < outputs.size()
                                 ? textIn(*outputs[static_cast<qsizetype>(i)])
                                 : QString();
        rule.outputs.push_back(outputEntry(text, table.outputs[i].type,
                                           place + QStringLiteral(", output %1").arg(i + 1)));
    }
    for (const XmlElement* annotation : element.childrenNamed(u"annotationEntry"))
        rule.annotations.append(textIn(*annotation).trimmed());
    if (const XmlElement* description = element.child(u"description"))
        rule.annotations.append(description->text.trimmed());
}

void BoxedCompiler::table(const XmlElement& element) {
    auto made = std::make_shared<DecisionTable>();
    made->owner = m_owner;
    bool known = true;
    made->hitPolicy = hitPolicyOf(element.attribute(u"hitPolicy"), known);
    made->aggregation = aggregationOf(element.attribute(u"aggregation"));
    if (!known)
        return refuse(
            {}, QStringLiteral("there is no hit policy “%1”").arg(element.attribute(u"hitPolicy")));
    m_emitter.openScope();
    int number = 0;
    for (const XmlElement* input : element.childrenNamed(u"input"))
        inputClause(*made, *input, QStringLiteral("input %1").arg(++number));
    const int over = m_emitter.emit(Op::Jump);
    m_emitter.label();
    number = 0;
    for (const XmlElement* output : element.childrenNamed(u"output"))
        outputClause(*made, *output, QStringLiteral("output %1").arg(++number));
    number = 0;
    for (const XmlElement* row : element.childrenNamed(u"rule"))
        rule(*made, *row, QStringLiteral("rule %1").arg(++number));
    m_rules += number;
    m_emitter.patch(over);
    for (InputClause& clause : made->inputs) {
        clause.index = ColumnIndex::build(clause.cells);
        made->inputNames.append(clause.text);
        m_emitter.emit(Op::Local, clause.slot);
    }
    m_emitter.closeScope();
    m_emitter.beginSource(m_owner);
    if (made->outputs.empty())
        return refuse({}, QStringLiteral("a decision table without outputs"));
    m_emitter.emit(Op::Apply, m_emitter.operatorIndex(made), static_cast<int>(made->inputs.size()));
    m_tables.push_back(made);
}

} // namespace tongban::decision
