// Functions in the machine: closures, native functions, built-ins, operators of other libraries.
#include "services/feel/builtins.h"
#include "services/feel/machine.h"
#include "services/feel/operators.h"

namespace tongban::feel {

void Machine::stepFunctions(const Instruction& in) {
    switch (in.op) {
    case Op::Builtin: {
        auto* function = new Function;
        const Value held(function);
        function->builtin = in.a;
        function->name = builtinAt(in.a).name;
        function->parameters = builtinAt(in.a).variants.first().parameters;
        function->parameterTypes.resize(static_cast<size_t>(function->parameters.size()));
        return push(held);
    }
    case Op::MakeFunction:
        return makeFunction(program().functions[static_cast<size_t>(in.a)]);
    case Op::Call:
        return callTop(static_cast<size_t>(in.a), nullptr);
    case Op::CallNamed: {
        const QStringList& names = program().shapes[static_cast<size_t>(in.a)];
        return callTop(static_cast<size_t>(names.size()), &names);
    }
    case Op::CallBuiltin: {
        const size_t first = m_stack.size() - static_cast<size_t>(in.a);
        const Values arguments(
            std::make_move_iterator(m_stack.begin() + static_cast<qsizetype>(first)),
            std::make_move_iterator(m_stack.end()));
        m_stack.resize(first);
        return push(callBuiltin(*this, in.b, arguments));
    }
    case Op::Apply: {
        const size_t first = m_stack.size() - static_cast<size_t>(in.b);
        const Values operands(
            std::make_move_iterator(m_stack.begin() + static_cast<qsizetype>(first)),
            std::make_move_iterator(m_stack.end()));
        m_stack.resize(first);
        const std::shared_ptr<const Operator> op = program().operators[static_cast<size_t>(in.a)];
        return push(op->apply(*this, operands));
    }
    case Op::Return: {
        Value result = pop();
        const Frame frame = std::move(m_frames.back());
        m_frames.pop_back();
        m_stack.resize(frame.base);
        push(std::move(result));
        if (frame.callee.is(Kind::Function) && frame.callee.function().resultType &&
            !m_frames.empty())
            push(convertedValue(*this, pop(), frame.callee.function().resultType));
        return;
    }
    case Op::EndFragment:
        m_fragmentEnded = true;
        return;
    default:
        return stepWalks(in);
    }
}

void Machine::makeFunction(const FunctionShape& shape) {
    auto* function = new Function;
    const Value held(function);
    function->name = shape.name;
    function->parameters = shape.parameters;
    function->parameterTypes = shape.parameterTypes;
    function->resultType = shape.resultType;
    function->typed = shape.typed;
    function->program = m_frames.back().program;
    function->entry = static_cast<int>(&shape - program().functions.data());
    for (const CaptureSource& source : shape.captures) {
        function->captured.push_back(slot(source.outer));
        function->hold(function->captured.back().weight(), function->captured.back().depth());
    }
    push(checked(held));
}

bool Machine::enter(const Value& callee, std::span<const Value> arguments) {
    const Function& function = callee.function();
    if (m_frames.size() >= static_cast<size_t>(m_limits.calls)) {
        stop(QStringLiteral("calls nested deeper than %1").arg(m_limits.calls));
        return false;
    }
    const FunctionShape& shape = function.program->functions[static_cast<size_t>(function.entry)];
    const size_t base = m_stack.size();
    m_stack.resize(base + static_cast<size_t>(shape.slotCount));
    for (size_t i = 0; i < arguments.size(); ++i) {
        const TypeRef& type = function.parameterTypes[i];
        m_stack[base + i] = type ? convertedValue(*this, arguments[i], type) : arguments[i];
        if (!shape.lenient && m_stack[base + i].isNull() &&
            !arguments[i].isNull()) { // does not conform: no call at all
            m_stack.resize(base);
            return false;
        }
    }
    for (size_t i = 0; i < shape.captures.size(); ++i)
        m_stack[base + static_cast<size_t>(shape.captures[i].inner)] = function.captured[i];
    if (shape.selfSlot >= 0)
        m_stack[base + static_cast<size_t>(shape.selfSlot)] = callee;
    m_frames.push_back({function.program, callee, base, shape.entry});
    return true;
}

std::optional<Values> Machine::arranged(const Function& function, const QStringList& names,
                                        std::span<const Value> values) {
    if (function.builtin >= 0)
        return arrangedArguments(function.builtin, names, values);
    Values result(static_cast<size_t>(function.parameters.size()));
    if (names.size() != function.parameters.size())
        return std::nullopt;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const qsizetype at = function.parameters.indexOf(names[i]);
        if (at < 0)
            return std::nullopt;
        result[static_cast<size_t>(at)] = values[static_cast<size_t>(i)];
    }
    return result;
}

// The callee lies below its arguments.
void Machine::callTop(size_t count, const QStringList* names) {
    Values arguments(std::make_move_iterator(m_stack.end() - static_cast<qsizetype>(count)),
                     std::make_move_iterator(m_stack.end()));
    m_stack.resize(m_stack.size() - count);
    const Value callee = pop();
    if (!callee.is(Kind::Function))
        return push(
            callee.isNull()
                ? null(DiagnosisKind::NullOperand, QStringLiteral("there is no function to call"))
                : null(DiagnosisKind::WrongType,
                       QStringLiteral("%1 is no function").arg(nameOf(callee.kind()))));
    const Function& function = callee.function();
    if (names != nullptr) {
        auto ordered = arranged(function, *names, arguments);
        if (!ordered)
            return push(null(DiagnosisKind::FailedFunction,
                             QStringLiteral("“%1” has no such parameters").arg(function.name)));
        arguments = std::move(*ordered);
    }
    if (function.builtin >= 0)
        return push(callBuiltin(*this, function.builtin, arguments));
    if (static_cast<size_t>(function.parameters.size()) != arguments.size())
        return push(
            null(DiagnosisKind::FailedFunction, QStringLiteral("“%1” takes %2 arguments, not %3")
                                                    .arg(function.name)
                                                    .arg(function.parameters.size())
                                                    .arg(arguments.size())));
    if (function.native)
        return push(callNative(function, arguments));
    if (!enter(callee, arguments))
        push({});
}

Value Machine::callNative(const Function& function, std::span<const Value> arguments) {
    Result<Value> result = function.native(arguments);
    if (!result.has_value())
        return null(DiagnosisKind::FailedFunction,
                    function.name + QStringLiteral(": ") + result.error().detail);
    return checked(*result);
}

Value Machine::callByName(const QString& builtin, const Value& argument) {
    return callBuiltin(*this, builtinNamed(builtin), std::span(&argument, 1));
}

Value Machine::call(const Value& callee, std::span<const Value> arguments) {
    if (m_stopped)
        return {};
    const Function& function = callee.function();
    if (function.builtin >= 0)
        return callBuiltin(*this, function.builtin, arguments);
    if (static_cast<size_t>(function.parameters.size()) != arguments.size())
        return null(DiagnosisKind::FailedFunction, QStringLiteral("“%1” takes %2 arguments")
                                                       .arg(function.name)
                                                       .arg(function.parameters.size()));
    if (function.native)
        return callNative(function, arguments);
    const size_t frames = m_frames.size();
    const size_t base = m_stack.size();
    if (!enter(callee, arguments))
        return {};
    return execute(frames, frames, base);
}

} // namespace tongban::feel
