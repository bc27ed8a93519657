// Diagnosis: why an expression gave null; names the kind, the words and the place in the source.
#pragma once

#include <QString>

namespace tongban::feel {

enum class DiagnosisKind : quint8 {
    MissingName,    // nothing in scope has that name
    MissingMember,  // a context without that entry, a value without that property
    WrongType,      // an operand or argument of a kind the operation has no meaning for
    NullOperand,    // an operand or argument is null
    Arithmetic,     // division by zero, overflow, no such date
    FailedFunction, // a function refused its arguments, or is no function
    OutOfRange,     // an index or position outside
    NotConforming,  // a value outside its declared type or allowed values
    Rules,          // a decision table whose hit policy was violated, or no rule matched
    Limit,          // steps, size, depth or a regular expression's bound
    Syntax,         // the source does not parse; known since it was compiled
    Refused,        // something this engine never does, such as calling Java
};
QString nameOf(DiagnosisKind kind);

struct Diagnosis {
    DiagnosisKind kind = DiagnosisKind::WrongType;
    QString message;
    QString place; // which part of a larger model; empty for a single expression
    int from = 0;  // UTF-16 units into the source of that part
    int length = 0;
};

} // namespace tongban::feel
