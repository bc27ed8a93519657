// The table of built-in functions (DMN 1.5 §10.3.4), and what a built-in sees of its call.
#pragma once

#include "services/feel/machine.h"
#include "services/feel/scanner.h"

namespace tongban::feel {

// One call of one built-in. The accessors unwrap a singleton list, as FEEL does for arguments; when
// they give nullptr or nullopt they have said why.
class Call {
public:
    Call(Machine& machine, std::span<const Value> arguments, const QString& name)
        : m_machine(machine)
        , m_arguments(arguments)
        , m_name(name) {}
    Machine& machine() { return m_machine; }
    size_t count() const { return m_arguments.size(); }
    bool has(size_t i) const { return i < m_arguments.size() && !m_arguments[i].isNull(); }
    Value argument(size_t i) const { return i < m_arguments.size() ? m_arguments[i] : Value(); }
    // The argument, or the only element of a list where a value of `kind` is wanted.
    Value unwrapped(size_t i, Kind kind) const;
    std::optional<Value> wanted(size_t i, Kind kind);
    std::optional<QString> text(size_t i);
    std::optional<Decimal> number(size_t i);
    std::optional<qint64> whole(size_t i);
    // A list; a value that is none becomes its only element; null is refused.
    std::optional<Values> items(size_t i);
    // All arguments as one list: the only argument if that is a list, else the arguments
    // themselves.
    std::optional<Values> variadic();

    Value null(DiagnosisKind kind, const QString& message);
    Value wrongType(size_t i, const QString& wanted);
    Value made(Values items); // a list, within limits
    Value made(const QString& text);
    Value made(const std::optional<Decimal>& number); // nullopt is an arithmetic failure
    bool charge(size_t steps) { return m_machine.charge(static_cast<qint64>(steps)); }

private:
    Machine& m_machine;
    std::span<const Value> m_arguments;
    const QString& m_name;
};

using BuiltinBody = Value (*)(Call&);

struct Variant {
    QStringList parameters;
    size_t required = 0;
    bool variadic = false;
};

struct Builtin {
    QString name;
    QList<Variant> variants;
    BuiltinBody body = nullptr;
    bool pure =
        true; // the same arguments give the same value, cheaply: may be done while compiling
};

// A row of a table: parameters as "string, start position, length?" with variants after | and … for
// variadic.
struct BuiltinRow {
    const char* name;
    const char* parameters;
    BuiltinBody body;
    bool pure = true;
};

std::span<const BuiltinRow> stringBuiltins();
std::span<const BuiltinRow> patternBuiltins();
std::span<const BuiltinRow> listBuiltins();
std::span<const BuiltinRow> listQueryBuiltins();
std::span<const BuiltinRow> numberBuiltins();
std::span<const BuiltinRow> temporalBuiltins();
std::span<const BuiltinRow> conversionBuiltins();
std::span<const BuiltinRow> rangeBuiltins();
std::span<const BuiltinRow> contextBuiltins();

int builtinNamed(const QString& name); // -1 if there is none
const Builtin& builtinAt(int id);
const NameIndex& builtinNames();
bool builtinAccepts(int id, size_t arguments);
Value foldBuiltin(int id, std::span<const Value> arguments); // null if it must wait for evaluation
Value callBuiltin(Machine& machine, int id, std::span<const Value> arguments);
// Arguments by name put into the order of the one variant that has these parameters; nullopt if
// none does.
std::optional<Values> arrangedArguments(int id, const QStringList& names,
                                        std::span<const Value> values);

} // namespace tongban::feel
