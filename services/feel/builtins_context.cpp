// Context functions (DMN 1.5 Table 81).
#include "services/feel/builtins.h"

namespace tongban::feel {

namespace {

Value getValue(Call& call) {
    const auto context = call.wanted(0, Kind::Context);
    const auto key = context ? call.text(1) : std::nullopt;
    if (!key)
        return {};
    const Context entries = context->context();
    if (const Value* found = entries.find(*key))
        return *found;
    return call.null(DiagnosisKind::MissingMember,
                     QStringLiteral("the context has no “%1”").arg(*key));
}

Value getEntries(Call& call) {
    const auto context = call.wanted(0, Kind::Context);
    if (!context)
        return {};
    Values entries;
    for (const ContextEntry& entry : context->context().entries())
        entries.emplace_back(Context{{QStringLiteral("key"), Value(entry.name)},
                                     {QStringLiteral("value"), entry.value}});
    return call.made(std::move(entries));
}

Value contextFrom(Call& call) {
    const auto items = call.items(0);
    if (!items)
        return {};
    Context made;
    for (const Value& item : *items) {
        const Context entry = item.is(Kind::Context) ? item.context() : Context();
        const Value key = entry.value(u"key");
        if (!key.is(Kind::String) || !entry.contains(u"value"))
            return call.null(DiagnosisKind::FailedFunction,
                             QStringLiteral("an entry is not {key: …, value: …}"));
        if (made.contains(key.string()))
            return call.null(DiagnosisKind::FailedFunction,
                             QStringLiteral("the key “%1” is there twice").arg(key.string()));
        made.insert(key.string(), entry.value(u"value"));
    }
    return call.machine().checked(Value(made));
}

// Along the keys, each of which but the last must name a context; as deep as there are keys.
std::optional<Context> placed(Call& call, const Context& into, std::span<const Value> keys,
                              const Value& value) {
    if (!keys.front().is(Kind::String) || keys.size() > 100) {
        call.null(DiagnosisKind::WrongType, QStringLiteral("a key is no string"));
        return std::nullopt;
    }
    Context result = into;
    const QString& key = keys.front().string();
    if (keys.size() == 1) {
        result.insert(key, value);
        return result;
    }
    const Value inner = into.value(key);
    if (!inner.is(Kind::Context)) {
        call.null(DiagnosisKind::WrongType, QStringLiteral("“%1” is no context").arg(key));
        return std::nullopt;
    }
    const auto deeper = placed(call, inner.context(), keys.subspan(1), value);
    if (!deeper)
        return std::nullopt;
    result.insert(key, Value(*deeper));
    return result;
}

Value contextPut(Call& call) {
    const auto context = call.wanted(0, Kind::Context);
    if (!context)
        return {};
    const Value where = call.argument(1);
    const Values keys = where.is(Kind::List) ? where.list() : Values{where};
    if (keys.empty())
        return call.null(DiagnosisKind::FailedFunction, QStringLiteral("there are no keys"));
    const auto result = placed(call, context->context(), keys, call.argument(2));
    return result ? call.machine().checked(Value(*result)) : Value();
}

Value contextMerge(Call& call) {
    const auto items = call.items(0);
    if (!items)
        return {};
    Context merged;
    for (const Value& item : *items) {
        if (!item.is(Kind::Context))
            return call.null(DiagnosisKind::WrongType, QStringLiteral("an item is no context"));
        if (!call.charge(static_cast<size_t>(item.context().size())))
            return {};
        for (const ContextEntry& entry : item.context().entries())
            merged.insert(entry.name, entry.value);
    }
    return call.machine().checked(Value(merged));
}

} // namespace

std::span<const BuiltinRow> contextBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"get value", "m, key|context, key", getValue},
        {"get entries", "m|context", getEntries},
        {"context", "entries", contextFrom},
        {"context put", "context, key, value|context, keys, value", contextPut},
        {"context merge", "contexts", contextMerge},
    };
    return rows;
}

} // namespace tongban::feel
