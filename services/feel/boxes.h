// The boxes behind Value, and what a function is. Of interest inside this library only.
#pragma once

#include "services/feel/type.h"
#include "services/feel/value.h"

#include <memory>

namespace tongban::feel {

struct DecimalBox final : Box {
    Decimal decimal;
};

struct StringBox final : Box {
    QString text;
};

struct TimeBox final : Box {
    Time time;
};

struct DateTimeBox final : Box {
    DateTime at;
};

struct ListBox final : Box {
    Values items;
};

struct RangeBox final : Box {
    Range range;
};

struct Program;

// Exactly one of the three bodies: a built-in (id), a native function, or a function of a program.
struct Function final : Box {
    QString name;
    QStringList parameters;
    std::vector<TypeRef> parameterTypes; // as many as parameters, each may be empty
    TypeRef resultType;
    bool typed = false;
    int builtin = -1;
    NativeFunction native;
    std::shared_ptr<const Program> program;
    int entry = -1;  // index into the program's functions
    Values captured; // in the order of the shape's captures
};

} // namespace tongban::feel
