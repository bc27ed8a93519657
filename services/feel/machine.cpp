// The loop of the machine: values, jumps and operators; frames and their budget.
#include "services/feel/machine.h"

#include "services/feel/builtins.h"
#include "services/feel/operators.h"

namespace tongban::feel {

Machine::Machine(const Context& variables, const Occasion& occasion, const Limits& limits)
    : m_variables(variables)
    , m_occasion(occasion)
    , m_limits(limits)
    , m_stepsLeft(limits.steps)
    , m_bytesLeft(limits.totalBytes) {}

Value Machine::null(DiagnosisKind kind, const QString& message) {
    if (m_diagnoses.size() >= m_limits.diagnoses || m_stopped)
        return {};
    Diagnosis diagnosis{kind, message, {}, 0, 0};
    if (!m_frames.empty()) {
        const Frame& frame = m_frames.back();
        const Instruction& in = frame.program->code[static_cast<size_t>(std::max(frame.at - 1, 0))];
        diagnosis.place = frame.program->sources.value(in.source);
        diagnosis.from = in.from;
        diagnosis.length = in.length;
    }
    m_diagnoses.append(std::move(diagnosis));
    return {};
}

void Machine::renew() {
    m_stepsLeft = m_limits.steps;
    m_bytesLeft = m_limits.totalBytes;
    m_stopped = false;
}

void Machine::stop(const QString& message) {
    if (!m_stopped) {
        if (m_diagnoses.size() >=
            m_limits.diagnoses) // the cause that ended it is never the one left out
            m_diagnoses.removeLast();
        null(DiagnosisKind::Limit, message);
    }
    m_stopped = true;
}

bool Machine::charge(qint64 steps) {
    m_stepsLeft -= steps;
    if (m_stepsLeft < 0)
        stop(QStringLiteral("more than %1 evaluation steps").arg(m_limits.steps));
    return !m_stopped;
}

bool Machine::chargeBytes(qint64 bytes) {
    m_bytesLeft -= bytes;
    if (bytes > m_limits.resultBytes)
        stop(QStringLiteral("a value of more than %1 bytes").arg(m_limits.resultBytes));
    else if (m_bytesLeft < 0)
        stop(QStringLiteral("more than %1 bytes in all").arg(m_limits.totalBytes));
    return !m_stopped;
}

Value Machine::checked(const Value& value) {
    if (value.weight() > m_limits.resultBytes)
        stop(QStringLiteral("a value of more than %1 bytes").arg(m_limits.resultBytes));
    if (value.depth() > m_limits.nesting)
        stop(QStringLiteral("a value nested deeper than %1").arg(m_limits.nesting));
    if (value.is(Kind::List))
        chargeBytes(16 * static_cast<qint64>(value.list().size()));
    else if (value.is(Kind::String))
        chargeBytes(2 * value.string().size());
    return m_stopped ? Value() : value;
}

Value Machine::pop() {
    Value value = std::move(m_stack.back());
    m_stack.pop_back();
    return value;
}

Value Machine::run(const std::shared_ptr<const Program>& program, std::span<const Value> slots) {
    const size_t frames = m_frames.size();
    const size_t base = m_stack.size();
    m_stack.insert(m_stack.end(), slots.begin(), slots.end());
    m_stack.resize(
        base + std::max(static_cast<size_t>(program->functions.front().slotCount), slots.size()));
    m_frames.push_back({program, {}, base, program->functions.front().entry});
    return execute(frames, frames, base);
}

Value Machine::fragment(int address, int inputSlot, const Value& input) {
    if (m_stopped)
        return {};
    const int before = std::exchange(m_frames.back().at, address);
    if (inputSlot >= 0)
        slot(inputSlot) = input;
    Value value = execute(m_frames.size() - 1, m_frames.size(), m_stack.size());
    m_frames.back().at = before;
    return value;
}

// Runs while there are more than `floor` frames, or up to EndFragment; leaves `frames` frames and
// the stack as high as `base`, whatever happened.
Value Machine::execute(size_t floor, size_t frames, size_t base) {
    if (++m_nesting > m_limits.calls)
        stop(QStringLiteral("calls nested deeper than %1").arg(m_limits.calls));
    const size_t walks = m_walks.size();
    const size_t collections = m_collections.size();
    m_fragmentEnded = false;
    while (m_frames.size() > floor && !m_fragmentEnded && !m_stopped) {
        Frame& frame = m_frames.back();
        const Instruction& in = frame.program->code[static_cast<size_t>(frame.at++)];
        if (--m_stepsLeft < 0)
            stop(QStringLiteral("more than %1 evaluation steps").arg(m_limits.steps));
        else
            step(in);
    }
    m_fragmentEnded = false;
    --m_nesting;
    Value value = m_stopped ? Value() : pop();
    m_frames.resize(std::min(frames, m_frames.size()));
    m_stack.resize(std::min(base, m_stack.size()));
    m_walks.resize(std::min(walks, m_walks.size()));
    m_collections.resize(std::min(collections, m_collections.size()));
    return value;
}

Value Machine::global(const QString& name) {
    if (const Value* found = m_variables.find(name))
        return *found;
    if (const Value* found = m_occasion.functions.find(name))
        return *found;
    return null(DiagnosisKind::MissingName, QStringLiteral("there is no “%1”").arg(name));
}

Value Machine::makeContext(const QStringList& names) {
    Context context;
    const size_t first = m_stack.size() - static_cast<size_t>(names.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        context.insert(names[i], std::move(m_stack[first + static_cast<size_t>(i)]));
    m_stack.resize(first);
    return checked(Value(context));
}

// The steps are sorted by what they do, the frequent ones first: values, operators, jumps, makers,
// functions, walks, filters. Each group hands on what is not its own.
void Machine::step(const Instruction& in) {
    Frame& frame = m_frames.back();
    switch (in.op) {
    case Op::Constant:
        return push(frame.program->constants[static_cast<size_t>(in.a)]);
    case Op::Local:
        return push(slot(in.a));
    case Op::Global:
        return push(global(frame.program->names[in.a]));
    case Op::Store:
        slot(in.a) = pop();
        return;
    case Op::TryMember: {
        const Value item = slot(in.b);
        if (!item.is(Kind::Context))
            return;
        if (const Value* found = item.context().find(frame.program->names[in.a])) {
            push(*found);
            frame.at += in.flag;
        }
        return;
    }
    case Op::Path: {
        const Value x = pop();
        return push(pathValue(*this, x, frame.program->names[in.a]));
    }
    case Op::Fail:
        return push(null(static_cast<DiagnosisKind>(in.a), frame.program->names[in.b]));
    default:
        return stepOperators(in);
    }
}

} // namespace tongban::feel
