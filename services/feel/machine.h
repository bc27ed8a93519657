// Machine: runs a Program on one stack; frames are its own, so that no expression can exhaust the
// C++ stack.
#pragma once

#include "services/feel/boxes.h"
#include "services/feel/expression.h"
#include "services/feel/program.h"

namespace tongban::feel {

class Machine {
public:
    Machine(const Context& variables, const Occasion& occasion, const Limits& limits);

    // Runs the program's main function; `slots` are its first ones.
    Value run(const std::shared_ptr<const Program>& program, std::span<const Value> slots = {});
    Value call(const Value& function, std::span<const Value> arguments);
    // Code of the running frame, from `address` up to its EndFragment; for operators.
    Value fragment(int address, int inputSlot = -1, const Value& input = {});
    Value local(int slot) const {
        return m_stack[m_frames.back().base + static_cast<size_t>(slot)];
    }

    const Occasion& occasion() const { return m_occasion; }
    QList<Diagnosis>& diagnoses() { return m_diagnoses; }
    bool stopped() const { return m_stopped; } // a limit was hit: everything is null from here on
    void renew();                              // the whole budget again, for the next decision
    Value callByName(const QString& builtin, const Value& argument);
    void setObserver(void* observer) { m_observer = observer; }
    void* observer() const { return m_observer; } // whoever runs operators of their own kind

    Value null(DiagnosisKind kind, const QString& message); // says why at the running instruction
    bool charge(qint64 steps);
    // A value made on the way, within limits.
    Value checked(const Value& value);
    bool chargeBytes(qint64 bytes);

private:
    struct Frame {
        std::shared_ptr<const Program> program;
        Value callee;
        size_t base = 0; // of slots
        int at = 0;      // next instruction
    };
    struct Walk {
        Value source; // a list, or null for a walk from `next` to `end`
        size_t index = 0;
        Decimal next;
        Decimal end;
        int step = 1;
        bool dates = false;
        bool done = false;
        bool probing = false; // a filter of an empty list asks once what its predicate is
        qsizetype diagnosesBefore = 0;
        Value found; // of a filter by position
        bool hasFound = false;
    };

    Value execute(size_t floor, size_t frames, size_t base);
    void step(const Instruction& in);
    void stepOperators(const Instruction& in);
    void stepJumps(const Instruction& in);
    void stepMakers(const Instruction& in);
    void stepFunctions(const Instruction& in);
    void stepWalks(const Instruction& in);
    void stepFilter(const Instruction& in);
    bool enter(const Value& function, std::span<const Value> arguments);
    void callTop(size_t count, const QStringList* names);
    Value callNative(const Function& function, std::span<const Value> arguments);
    std::optional<Values> arranged(const Function& function, const QStringList& names,
                                   std::span<const Value> values);
    void makeFunction(const FunctionShape& shape);
    void beginWalk(const Value& source, int verdict);
    void beginRange(const Value& low, const Value& high, int verdict);
    void walkRange(const Range& range, int verdict);
    void noWalk(int verdict);
    bool nextItem(Walk& walk, Value& item);
    void filterTest(const Instruction& in);
    void joinVerdict(const Instruction& in);
    Value makeContext(const QStringList& names);
    Value global(const QString& name);
    void stop(const QString& message);

    Value pop();
    void push(Value value) { m_stack.push_back(std::move(value)); }
    Value& slot(int index) { return m_stack[m_frames.back().base + static_cast<size_t>(index)]; }
    const Program& program() const { return *m_frames.back().program; }

    const Context& m_variables;
    const Occasion& m_occasion;
    Limits m_limits;
    Values m_stack;
    std::vector<Frame> m_frames;
    std::vector<Walk> m_walks;
    struct Collection {
        Values items;
        bool failed = false; // there was nothing to walk: the whole is null
    };
    std::vector<Collection> m_collections;
    QList<Diagnosis> m_diagnoses;
    qint64 m_stepsLeft;
    qint64 m_bytesLeft;
    int m_nesting = 0; // of execute
    bool m_stopped = false;
    bool m_fragmentEnded = false;
    void* m_observer = nullptr;
};

} // namespace tongban::feel
