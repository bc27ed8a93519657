// Parser: FEEL grammar (DMN 1.5 §10.3.1.2) straight to code, by precedence climbing; recursion is
// bounded.
#pragma once

#include "services/feel/emitter.h"

namespace tongban::feel {

// Emits code that leaves the value of `source`; what names it may use is the emitter's business.
Result<void> emitExpression(Emitter& emitter, QStringView source);
// Emits code that leaves true, false or null: does the value in `inputSlot` pass?
Result<void> emitUnaryTests(Emitter& emitter, QStringView source, int inputSlot);

class Parser {
public:
    Parser(Emitter& emitter, QStringView source)
        : m_emitter(emitter)
        , m_scanner(source) {}
    bool wholeExpression();
    bool wholeUnaryTests(int inputSlot);
    bool type(TypeRef& type);
    bool atEnd() { return m_scanner.atEnd(); }
    Fault fault() const;

private:
    // Each emits code that leaves one value; false after `refuse`.
    bool expression();
    bool binary(int minimum);
    bool binaryTail(int minimum, qsizetype start);
    bool comparisonTail(qsizetype start, bool& found);
    bool between(qsizetype start);
    bool inTests(qsizetype start);
    bool unary();
    bool postfix();
    bool postfixTail(qsizetype start);
    bool primary();
    bool parenthesis();
    bool bracket();
    bool rangeTail(bool lowClosed, qsizetype start);
    bool closesRangeHere();
    bool atLiteral();
    bool contextLiteral();
    bool contextEntry(QStringList& keys, std::vector<int>& slots);
    bool functionLiteral(const QString& selfName);
    bool parameters(FunctionShape& shape);
    bool name();
    bool memberName(QString& name);
    bool invocation(qsizetype start);
    bool namedArguments(QStringList& names);
    bool filter(qsizetype start);
    void finishCall(const Instruction* callee, int count, qsizetype start);
    bool control(QStringView word);
    bool ifExpression();
    bool forExpression();
    bool quantified(bool some);
    struct Walk {
        int next = 0;
    };
    bool iterations(std::vector<Walk>& walks, int verdict);
    bool walkDomain(int verdict);
    void closeWalks(const std::vector<Walk>& walks);
    bool positiveTests(int slot);
    bool positiveTest(int slot);
    int inFlag(bool usesInput) const;
    bool comparisonSymbol(Op& op, bool& closed);
    bool looksAtComparison();
    bool unaryRange();       // (< 5) as a value
    bool key(QString& name); // of a context or a named argument, up to its colon
    bool basicType(TypeRef& found);
    bool typeMembers(std::vector<TypeMember>& members);
    bool foldRange(bool lowClosed, bool highClosed);

    bool refuse(const QString& why);
    bool expect(QStringView symbol);
    bool expectWord(QStringView word);
    void emitAt(qsizetype start, Op op, int a = 0, int b = 0, int flag = 0);

    Emitter& m_emitter;
    Scanner m_scanner;
    int m_nesting = 0;
    bool m_rangeEnd = false; // reading the upper end of a range, where [ may close it
    QString m_selfName;      // of the context entry being read
    QString m_fault;
};

} // namespace tongban::feel
