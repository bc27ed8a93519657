// JSON has no dates: a string that names one becomes one where the model declares it.
#include "services/decision/adapted.h"

namespace tongban::decision {

using feel::Kind;
using feel::Type;
using feel::Value;

namespace {

constexpr int deepest = 64;

Value temporal(const Value& value, Kind kind) {
    const QString& text = value.string();
    switch (kind) {
    case Kind::Date:
        if (const auto date = feel::parseDate(text))
            return Value(*date);
        break;
    case Kind::Time:
        if (const auto time = feel::parseTime(text))
            return Value(*time);
        break;
    case Kind::DateTime:
        if (const auto at = feel::parseDateTime(text))
            return Value(*at);
        break;
    case Kind::YearsMonths:
    case Kind::DaysTime:
        if (const auto duration = feel::parseDuration(text); duration && duration->is(kind))
            return *duration;
        break;
    default:
        break;
    }
    return value;
}

Value deep(const Value& value, const feel::TypeRef& type, int depth) {
    if (!type || value.isNull() || depth > deepest)
        return value;
    if (type->form == Type::Form::Basic)
        return value.is(Kind::String) ? temporal(value, type->basic) : value;
    if (type->form == Type::Form::List && value.is(Kind::List) && type->element) {
        feel::Values items;
        for (const Value& item : value.list())
            items.push_back(deep(item, type->element, depth + 1));
        return Value::list(std::move(items));
    }
    if (type->form == Type::Form::Context && value.is(Kind::Context)) {
        feel::Context context = value.context();
        for (const feel::TypeMember& member : type->members) {
            if (const Value* found = context.find(member.name))
                context.insert(member.name, deep(Value(*found), member.type, depth + 1));
        }
        return Value(context);
    }
    return value;
}

} // namespace

Value adapted(const Value& value, const feel::TypeRef& type) {
    return deep(value, type, 0);
}

} // namespace tongban::decision
