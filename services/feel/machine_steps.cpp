// Operators, jumps and makers in the machine.
#include "services/feel/machine.h"
#include "services/feel/operators.h"

namespace tongban::feel {

namespace {

using Operation = Value (*)(Machine&, const Value&, const Value&);

Operation operationOf(Op op) {
    switch (op) {
    case Op::Add:
        return addValues;
    case Op::Subtract:
        return subtractValues;
    case Op::Multiply:
        return multiplyValues;
    case Op::Divide:
        return divideValues;
    case Op::Power:
        return raiseValues;
    case Op::And:
        return andValues;
    case Op::Or:
        return orValues;
    default:
        return nullptr;
    }
}

} // namespace

void Machine::stepOperators(const Instruction& in) {
    if (const Operation operation = operationOf(in.op)) {
        const Value right = pop();
        const Value left = pop();
        return push(operation(*this, left, right));
    }
    switch (in.op) {
    case Op::Negate:
        return push(negateValue(*this, pop()));
    case Op::Equal:
    case Op::NotEqual:
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual: {
        const Value right = pop();
        return push(compareValues(*this, in.op, pop(), right));
    }
    case Op::Between: {
        const Value high = pop();
        const Value low = pop();
        return push(betweenValues(*this, pop(), low, high));
    }
    case Op::Not: {
        const Value x = pop();
        return push(x.is(Kind::Boolean) ? Value(!x.boolean()) : Value());
    }
    case Op::In: {
        const Value test = pop();
        return push(passes(*this, pop(), test, in.flag));
    }
    default:
        return stepJumps(in);
    }
}

void Machine::stepJumps(const Instruction& in) {
    int& at = m_frames.back().at;
    switch (in.op) {
    case Op::Jump:
        at = in.a;
        return;
    case Op::AndLeft:
        if (m_stack.back().isFalse())
            at = in.a;
        return;
    case Op::OrLeft:
        if (m_stack.back().isTrue())
            at = in.a;
        return;
    case Op::Branch: {
        const Value condition = pop();
        if (!condition.is(Kind::Boolean))
            null(condition.isNull() ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
                 QStringLiteral("the condition is %1, not true or false")
                     .arg(nameOf(condition.kind())));
        if (in.flag == 1 && !condition.is(Kind::Boolean) && !condition.isNull()) {
            push({});
            at = in.b;
        } else if (!condition.isTrue()) {
            at = in.a;
        }
        return;
    }
    default:
        return stepMakers(in);
    }
}

void Machine::stepMakers(const Instruction& in) {
    switch (in.op) {
    case Op::MakeList: {
        const auto first = m_stack.end() - in.a;
        Values items(std::make_move_iterator(first), std::make_move_iterator(m_stack.end()));
        m_stack.erase(first, m_stack.end());
        return push(checked(Value::list(std::move(items))));
    }
    case Op::MakeContext:
        return push(makeContext(program().shapes[static_cast<size_t>(in.a)]));
    case Op::MakeRange: {
        const Value high = pop();
        return push(makeRange(*this, pop(), high, in.flag));
    }
    case Op::MakeTest:
        return push(makeTest(*this, static_cast<Op>(in.flag), pop()));
    case Op::InstanceOf:
        return push(Value(isInstance(pop(), program().types[static_cast<size_t>(in.a)])));
    case Op::Convert:
        return push(convertedValue(*this, pop(), program().types[static_cast<size_t>(in.a)]));
    default:
        return stepFunctions(in);
    }
}

} // namespace tongban::feel
