// Expression: FEEL source compiled once, evaluated often. The door of this library.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"
#include "services/feel/diagnosis.h"
#include "services/feel/type.h"
#include "services/feel/value.h"

#include <QHash>
#include <memory>

namespace tongban::feel {

struct Program;

// What no expression may exceed. A breach while compiling is a fault, while evaluating a diagnosis
// of kind Limit.
struct Limits {
    qsizetype source = 16'384; // UTF-16 units
    int nesting = 200;
    qint64 steps = 100'000;
    qint64 resultBytes = 1'048'576; // of any one value
    qint64 totalBytes = 16'777'216; // of everything made on the way
    int calls = 100;                // functions inside functions
    int diagnoses = 50;
};

// The names in scope: they may contain spaces, Chinese and . / - ' + *, so the parser must know
// them. A name nobody declared is still parsed (words joined by single spaces) and looked up at
// evaluation.
struct Names {
    QStringList variables;
    QStringList members; // entries of contexts, wherever they occur
    QHash<QString, TypeRef> types;
};
// Every variable, and every entry name anywhere inside.
Names namesOf(const Context& variables);

class Expression {
public:
    Expression() = default;
    explicit Expression(std::shared_ptr<const Program> program)
        : m_program(std::move(program)) {}
    bool isEmpty() const { return m_program == nullptr; }
    const std::shared_ptr<const Program>& program() const { return m_program; }
    // The constant this expression is, if it is one.
    std::optional<Value> constant() const;
    // Free names it asks the variables for.
    QStringList freeNames() const;

private:
    std::shared_ptr<const Program> m_program;
};

// Invalid: "column 7: expected …".
Result<Expression> compile(QStringView source, const Names& names = {}, const Limits& limits = {});
// Unary tests (a decision table's input entry): the expression has the value under test as variable
// `?`.
Result<Expression> compileUnaryTests(QStringView source, const Names& names = {},
                                     const Limits& limits = {});

// What the outside world tells an expression. Pure: the same arguments give the same result.
struct Occasion {
    Instant now{};
    QString zone = QStringLiteral("Asia/Shanghai"); // of now() and today()
    // Our own functions, by name; contexts of functions make dotted names: {tb: {add working days:
    // …}}.
    Context functions;
};

struct Evaluation {
    Value value;
    QList<Diagnosis> diagnoses; // why nulls arose on the way; of interest when the value is null
};

Evaluation evaluate(const Expression& expression, const Context& variables,
                    const Occasion& occasion, const Limits& limits = {});
// With `?` bound to the value under test.
Evaluation evaluateTest(const Expression& tests, const Value& tested, const Context& variables,
                        const Occasion& occasion, const Limits& limits = {});

} // namespace tongban::feel
