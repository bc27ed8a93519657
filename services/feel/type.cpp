// Conformance and implicit conversion (DMN 1.5 §10.3.2.9).
#include "services/feel/type.h"

#include "services/feel/boxes.h"
#include "services/feel/builtins.h"
#include "services/feel/expression.h"

namespace tongban::feel {

TypeRef Type::of(Kind kind) {
    auto type = std::make_shared<Type>();
    type->form = Form::Basic;
    type->basic = kind;
    return type;
}

TypeRef Type::listOf(TypeRef element) {
    auto type = std::make_shared<Type>();
    type->form = Form::List;
    type->element = std::move(element);
    return type;
}

TypeRef Type::function(std::vector<TypeMember> parameters, TypeRef result) {
    auto type = std::make_shared<Type>();
    type->form = Form::Function;
    type->members = std::move(parameters);
    type->element = std::move(result);
    return type;
}

TypeRef builtinType(QStringView name, bool& known) {
    struct Row {
        QStringView name;
        Kind kind;
    };
    static constexpr Row rows[] = {
        {u"number", Kind::Number},
        {u"string", Kind::String},
        {u"boolean", Kind::Boolean},
        {u"date", Kind::Date},
        {u"time", Kind::Time},
        {u"date and time", Kind::DateTime},
        {u"dateTime", Kind::DateTime},
        {u"date time", Kind::DateTime},
        {u"years and months duration", Kind::YearsMonths},
        {u"yearMonthDuration", Kind::YearsMonths},
        {u"days and time duration", Kind::DaysTime},
        {u"dayTimeDuration", Kind::DaysTime},
    };
    known = true;
    for (const Row& row : rows) {
        if (row.name == name)
            return Type::of(row.kind);
    }
    auto type = std::make_shared<Type>();
    if (name == u"Null")
        type->form = Type::Form::Null;
    else if (name == u"list")
        type->form = Type::Form::List;
    else if (name == u"range")
        type->form = Type::Form::Range;
    else if (name == u"function")
        type->form = Type::Form::Function;
    else if (name == u"context")
        type->form = Type::Form::Context;
    else
        known = name == u"Any";
    type->openContext = true;
    return type->form == Type::Form::Any ? TypeRef() : type;
}

QString textOf(const TypeRef& type) {
    if (!type)
        return QStringLiteral("Any");
    if (!type->name.isEmpty())
        return type->name;
    switch (type->form) {
    case Type::Form::Basic:
        return nameOf(type->basic);
    case Type::Form::List:
        return QStringLiteral("list<%1>").arg(textOf(type->element));
    case Type::Form::Range:
        return QStringLiteral("range<%1>").arg(textOf(type->element));
    case Type::Form::Context:
        return QStringLiteral("context");
    case Type::Form::Function:
        return QStringLiteral("function");
    default:
        return QStringLiteral("Null");
    }
}

namespace {

bool functionConforms(const Function& function, const Type& type) {
    if (type.openContext)
        return true;
    if (function.builtin >= 0) // takes what it takes: only the number is known before the call
        return builtinAccepts(function.builtin, type.members.size());
    if (static_cast<size_t>(function.parameters.size()) != type.members.size())
        return false;
    for (size_t i = 0; i < type.members.size(); ++i) {
        // Parameters are contravariant; an undeclared one takes anything.
        if (function.parameterTypes[i] &&
            !conforms(type.members[i].type, function.parameterTypes[i]))
            return false;
    }
    return !function.resultType || conforms(function.resultType, type.element);
}

bool fits(const Value& value, const Type& type) {
    switch (type.form) {
    case Type::Form::Any:
        return true;
    case Type::Form::Null:
        return value.isNull();
    case Type::Form::Basic:
        return value.is(type.basic);
    case Type::Form::List:
        if (!value.is(Kind::List))
            return false;
        return std::all_of(value.list().begin(), value.list().end(), [&](const Value& item) {
            return !type.element || item.isNull() || isInstance(item, type.element);
        });
    case Type::Form::Range:
        return value.is(Kind::Range) &&
               (!type.element ||
                ((value.range().low.isNull() || isInstance(value.range().low, type.element)) &&
                 (value.range().high.isNull() || isInstance(value.range().high, type.element))));
    case Type::Form::Context:
        if (!value.is(Kind::Context))
            return false;
        return std::all_of(type.members.begin(), type.members.end(), [&](const TypeMember& member) {
            const Context context = value.context();
            const Value* found = context.find(member.name);
            return found != nullptr && (found->isNull() || isInstance(*found, member.type));
        });
    case Type::Form::Function:
        return value.is(Kind::Function) && functionConforms(value.function(), type);
    }
    return false;
}

bool satisfies(const Value& value, const Type& type) {
    return std::all_of(type.constraints.begin(), type.constraints.end(), [&](const auto& tests) {
        return evaluateTest(*tests, value, {}, {}).value.isTrue();
    });
}

// Allowed values, of the value and of everything in it; its form is right already.
bool isAllowed(const Value& value, const TypeRef& type) {
    if (!type || value.isNull())
        return true;
    if (!satisfies(value, *type))
        return false;
    if (type->form == Type::Form::List && type->element)
        return std::all_of(value.list().begin(), value.list().end(),
                           [&](const Value& item) { return isAllowed(item, type->element); });
    if (type->form == Type::Form::Context) {
        const Context context = value.context();
        return std::all_of(type->members.begin(), type->members.end(),
                           [&](const TypeMember& member) {
                               return isAllowed(context.value(member.name), member.type);
                           });
    }
    return true;
}

bool isAllowedInstance(const Value& value, const TypeRef& type) {
    return isInstance(value, type) && isAllowed(value, type);
}

} // namespace

bool isInstance(const Value& value, const TypeRef& type) {
    if (!type)
        return !value.isNull();
    if (value.isNull())
        return type->form == Type::Form::Null;
    return fits(value, *type);
}

bool conforms(const TypeRef& type, const TypeRef& to) {
    if (!to || (type && type->form == Type::Form::Null))
        return true;
    if (!type || type->form != to->form)
        return false;
    switch (to->form) {
    case Type::Form::Basic:
        return type->basic == to->basic;
    case Type::Form::List:
    case Type::Form::Range:
        return !to->element || conforms(type->element, to->element);
    case Type::Form::Context:
        return std::all_of(to->members.begin(), to->members.end(), [&](const TypeMember& wanted) {
            return std::any_of(
                type->members.begin(), type->members.end(), [&](const TypeMember& member) {
                    return member.name == wanted.name && conforms(member.type, wanted.type);
                });
        });
    case Type::Form::Function:
        if (type->members.size() != to->members.size() || !conforms(type->element, to->element))
            return false;
        for (size_t i = 0; i < to->members.size(); ++i) {
            if (!conforms(to->members[i].type, type->members[i].type))
                return false;
        }
        return true;
    default:
        return true;
    }
}

std::optional<Value> converted(const Value& value, const TypeRef& type) {
    if (!type || value.isNull() || isAllowedInstance(value, type))
        return value;
    if (value.is(Kind::List) && value.list().size() == 1 && type->form != Type::Form::List) {
        const Value& only = value.list().front();
        if (isAllowedInstance(only, type))
            return only;
    }
    if (type->form == Type::Form::List && !value.is(Kind::List)) {
        Value wrapped = Value::list({value});
        if (isAllowedInstance(wrapped, type))
            return wrapped;
    }
    if (type->form == Type::Form::Basic && type->basic == Kind::DateTime && value.is(Kind::Date))
        return Value(DateTime{value.date(), Time{0, 0, Zone::utc()}});
    return std::nullopt;
}

} // namespace tongban::feel
