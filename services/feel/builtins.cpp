// The table of built-ins: lookup, arguments by name, constant folding, and what a call may ask for.
#include "services/feel/builtins.h"

#include "services/feel/operators.h"

namespace tongban::feel {

namespace {

Variant variantFrom(const QString& text) {
    Variant variant;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (QString part : parts) {
        part = part.trimmed();
        if (part.endsWith(u'?'))
            part.chop(1);
        else if (part.endsWith(u'…')) {
            part.chop(1);
            variant.variadic = true;
        } else
            ++variant.required;
        variant.parameters.append(part);
    }
    if (parts.size() == 1 && variant.variadic)
        variant.required = 1;
    return variant;
}

struct Table {
    std::vector<Builtin> rows;
    QHash<QString, int> byName;
    NameIndex names;

    Table() {
        for (const auto& group : {stringBuiltins(), patternBuiltins(), listBuiltins(),
                                  listQueryBuiltins(), numberBuiltins(), temporalBuiltins(),
                                  conversionBuiltins(), rangeBuiltins(), contextBuiltins()}) {
            for (const BuiltinRow& row : group)
                add(row);
        }
    }

    void add(const BuiltinRow& row) {
        Builtin builtin;
        builtin.name = QString::fromUtf8(row.name);
        for (const QString& text : QString::fromUtf8(row.parameters).split(u'|'))
            builtin.variants.append(variantFrom(text));
        builtin.body = row.body;
        builtin.pure = row.pure;
        byName.insert(builtin.name, static_cast<int>(rows.size()));
        names.add(builtin.name);
        rows.push_back(std::move(builtin));
    }
};

const Table& table() {
    static const Table made;
    return made;
}

bool accepts(const Variant& variant, size_t count) {
    return count >= variant.required &&
           (variant.variadic || count <= static_cast<size_t>(variant.parameters.size()));
}

} // namespace

int builtinNamed(const QString& name) {
    return table().byName.value(name, -1);
}

const Builtin& builtinAt(int id) {
    return table().rows[static_cast<size_t>(id)];
}

const NameIndex& builtinNames() {
    return table().names;
}

bool builtinAccepts(int id, size_t arguments) {
    const QList<Variant>& variants = builtinAt(id).variants;
    return std::any_of(variants.begin(), variants.end(),
                       [&](const Variant& variant) { return accepts(variant, arguments); });
}

Value foldBuiltin(int id, std::span<const Value> arguments) {
    if (!builtinAt(id).pure)
        return {};
    static const Context nothing;
    static const Occasion never;
    static const Limits brief{.steps = 2'000};
    Machine machine(nothing, never, brief);
    Value value = callBuiltin(machine, id, arguments);
    return value.weight() > 4096 ? Value() : value;
}

Value callBuiltin(Machine& machine, int id, std::span<const Value> arguments) {
    const Builtin& builtin = builtinAt(id);
    if (!builtinAccepts(id, arguments.size()))
        return machine.null(DiagnosisKind::FailedFunction,
                            QStringLiteral("%1() does not take %2 arguments")
                                .arg(builtin.name)
                                .arg(arguments.size()));
    Call call(machine, arguments, builtin.name);
    return builtin.body(call);
}

std::optional<Values> arrangedArguments(int id, const QStringList& names,
                                        std::span<const Value> values) {
    for (const Variant& variant : builtinAt(id).variants) {
        Values arranged(static_cast<size_t>(variant.parameters.size()));
        size_t required = 0;
        size_t used = 0;
        bool fits = true;
        for (qsizetype i = 0; fits && i < names.size(); ++i) {
            const auto at = static_cast<size_t>(variant.parameters.indexOf(names[i]) + 1);
            fits = at > 0;
            if (!fits)
                break;
            arranged[at - 1] = values[static_cast<size_t>(i)];
            required += at <= variant.required ? 1 : 0;
            used = std::max(used, at);
        }
        if (!fits || required < variant.required)
            continue;
        arranged.resize(used);
        return arranged;
    }
    return std::nullopt;
}

Value Call::null(DiagnosisKind kind, const QString& message) {
    return m_machine.null(kind, m_name + QStringLiteral("(): ") + message);
}

Value Call::wrongType(size_t i, const QString& wanted) {
    const Value given = argument(i);
    return null(
        given.isNull() ? DiagnosisKind::NullOperand : DiagnosisKind::WrongType,
        QStringLiteral("argument %1 is %2, not %3").arg(i + 1).arg(nameOf(given.kind()), wanted));
}

Value Call::unwrapped(size_t i, Kind kind) const {
    Value given = argument(i);
    if (!given.is(kind) && given.is(Kind::List) && given.list().size() == 1)
        return given.list().front();
    return given;
}

std::optional<Value> Call::wanted(size_t i, Kind kind) {
    Value given = unwrapped(i, kind);
    if (given.is(kind))
        return given;
    wrongType(i, nameOf(kind));
    return std::nullopt;
}

std::optional<QString> Call::text(size_t i) {
    const auto given = wanted(i, Kind::String);
    if (!given || !charge(static_cast<size_t>(given->string().size() / 64)))
        return std::nullopt;
    return given->string();
}

std::optional<Decimal> Call::number(size_t i) {
    const auto given = wanted(i, Kind::Number);
    return given ? std::optional(given->number()) : std::nullopt;
}

// A number where a position or a count is wanted: its whole part.
std::optional<qint64> Call::whole(size_t i) {
    const auto given = number(i);
    if (!given)
        return std::nullopt;
    const auto part = given->rounded(0, Rounding::Down);
    const auto result = part ? part->toInt64() : std::nullopt;
    if (!result)
        null(DiagnosisKind::OutOfRange, QStringLiteral("argument %1 is too large").arg(i + 1));
    return result;
}

std::optional<Values> Call::items(size_t i) {
    const Value given = argument(i);
    if (given.isNull()) {
        wrongType(i, QStringLiteral("a list"));
        return std::nullopt;
    }
    if (!given.is(Kind::List))
        return Values{given};
    return charge(given.list().size() / 4) ? std::optional(given.list()) : std::nullopt;
}

std::optional<Values> Call::variadic() {
    if (count() == 1)
        return items(0);
    return Values(m_arguments.begin(), m_arguments.end());
}

Value Call::made(Values items) {
    return m_machine.checked(Value::list(std::move(items)));
}

Value Call::made(const QString& text) {
    return m_machine.checked(Value(text));
}

Value Call::made(const std::optional<Decimal>& number) {
    return number ? Value(*number)
                  : null(DiagnosisKind::Arithmetic, QStringLiteral("no finite result"));
}

} // namespace tongban::feel
