// Program: the flat code an expression compiles to. Jumps are absolute; functions lie inline,
// jumped over.
#pragma once

#include "services/feel/type.h"
#include "services/feel/value.h"

#include <memory>

namespace tongban::feel {

class Machine;

enum class Op : quint8 {
    Constant,  // push constants[a]
    Local,     // push slot a
    Global,    // push the variable names[a], else a function of the occasion
    Builtin,   // push built-in a as a value
    Store,     // pop into slot a
    TryMember, // if slot b is a context with names[a]: push it and skip the next `flag`
               // instructions
    Path,      // pop x, push x.names[a]
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Between,
    AndLeft, // jump to a if the top is false, which stays
    OrLeft,  // jump to a if the top is true, which stays
    And,
    Or,
    Not,          // of unary tests
    Branch,       // pop; jump to a unless it is true; flag 1: to b with null if it is no truth
    Jump,         // to a
    In,           // pop test, pop input: does the input pass? flag 1: the test must be true itself
    MakeList,     // of the top a values
    MakeContext,  // names shapes[a], as many values from the stack
    MakeRange,    // of the top two; flag bit 0 low closed, bit 1 high closed
    MakeTest,     // of the top: a range with one end by the operator `flag`
    InstanceOf,   // types[a]
    Convert,      // the top to types[a]
    MakeFunction, // functions[a] with what it captures
    Call,         // with a arguments above the callee
    CallNamed,    // argument names shapes[a]
    CallBuiltin,  // built-in b with a arguments
    NewList,      // start collecting
    Append,       // pop into the collection
    EndList,      // push the collection
    Partial,      // the collection so far into slot a
    IterBegin,    // pop a list and walk it; a: slot of the verdict + 1, or 0 for a collection
    IterRange,    // pop two ends and walk from one to the other; a as above
    IterNext,     // next item into slot b, or leave the walk and jump to a
    Verdict,      // pop; join it to slot b: or (flag & 1) or and; if that decides, leave flag >> 1
                  // walks, jump to a
    FilterBegin,  // pop the value to filter
    FilterNext,   // next item into slot b, or jump to a
    FilterTest,   // pop the predicate; continue at a
    FilterEnd,    // push what was kept
    Apply,        // operators[a] on the top b values
    Fail,         // push null because of a (a DiagnosisKind): names[b]
    Return,
    EndFragment,
};

struct Instruction {
    Op op = Op::Return;
    quint8 flag = 0;
    quint16 source = 0; // index into sources
    qint32 a = 0;
    qint32 b = 0;
    quint16 from = 0; // place in that source
    quint16 length = 0;
};
static_assert(sizeof(Instruction) == 16);

struct CaptureSource {
    int outer = 0; // slot of the surrounding function
    int inner = 0; // slot of this one
};

struct FunctionShape {
    QString name;
    int entry = 0;
    int slotCount = 0; // parameters first
    int selfSlot = -1; // where a function finds itself, so that it can recur
    QStringList parameters;
    std::vector<TypeRef> parameterTypes;
    TypeRef resultType;
    bool typed = false;
    bool lenient = false; // an argument that does not conform is null, rather than the whole call
    std::vector<CaptureSource> captures;
};

// An operation another library adds, such as a decision table.
class Operator {
public:
    virtual ~Operator() = default;
    virtual Value apply(Machine& machine, std::span<const Value> operands) const = 0;
};

struct Program {
    std::vector<Instruction> code;
    Values constants;
    QStringList names;
    std::vector<QStringList> shapes;
    std::vector<TypeRef> types;
    std::vector<FunctionShape> functions; // the first is the program itself
    std::vector<std::shared_ptr<const Operator>> operators;
    QStringList sources; // what each source is, for diagnoses
};

} // namespace tongban::feel
