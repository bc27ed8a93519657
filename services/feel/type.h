// Type: the types of FEEL and of DMN's item definitions, with conformance and implicit conversion.
#pragma once

#include "services/feel/value.h"

#include <memory>

namespace tongban::feel {

class Expression;
struct Type;
using TypeRef = std::shared_ptr<const Type>; // empty means Any

struct TypeMember {
    QString name;
    TypeRef type;
};

struct Type {
    enum class Form : quint8 { Any, Null, Basic, List, Range, Context, Function };
    Form form = Form::Any;
    Kind basic = Kind::Null;         // of Basic
    QString name;                    // of an item definition, for messages
    TypeRef element;                 // of List and Range; the result of Function
    std::vector<TypeMember> members; // of Context; the parameters of Function
    bool openContext = false;        // `context` alone: any members
    // Allowed values: unary tests over `?`, all of which must pass.
    std::vector<std::shared_ptr<const Expression>> constraints;

    static TypeRef of(Kind kind);
    static TypeRef listOf(TypeRef element);
    static TypeRef function(std::vector<TypeMember> parameters, TypeRef result);
};

// "number", "date and time", "dayTimeDuration" …: FEEL's own names, in FEEL's and DMN 1.1's
// spelling; else empty. `known` tells Any (an empty TypeRef) from an unknown name.
TypeRef builtinType(QStringView name, bool& known);
QString textOf(const TypeRef& type);
// A type as it is written after `instance of`; Invalid for an unknown name.
Result<TypeRef> parseType(QStringView source, const QHash<QString, TypeRef>& types);

// Whether the value is an instance of the type (`instance of`, §10.3.2.9.2); null only of Null and
// Any.
bool isInstance(const Value& value, const TypeRef& type);
bool conforms(const TypeRef& type, const TypeRef& to);
// The value as the type (§10.3.2.9.4): itself, unwrapped, wrapped, or a date as a date and time;
// nullopt if it does not conform. Null conforms to every type.
std::optional<Value> converted(const Value& value, const TypeRef& type);

} // namespace tongban::feel
