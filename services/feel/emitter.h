// Emitter: writes a Program: instructions, jumps, scopes, functions and what they capture.
#pragma once

#include "services/feel/expression.h"
#include "services/feel/program.h"
#include "services/feel/scanner.h"

namespace tongban::feel {

// Names with their indexes, made once for the many expressions of a model.
struct KnownNames {
    explicit KnownNames(const Names& names);
    Names names;
    QSet<QString> variables;
    NameIndex variableNames;
    NameIndex memberNames;
    NameIndex typeNames;
};

class Emitter {
public:
    Emitter(std::shared_ptr<const KnownNames> known, const Limits& limits);

    const Limits& limits() const { return m_limits; }
    const KnownNames& known() const { return *m_known; }

    // Sources and places, for diagnoses: what is emitted next comes from there.
    void beginSource(const QString& what);
    void place(qsizetype from, qsizetype length);

    int emit(Op op, int a = 0, int b = 0, int flag = 0); // its address
    int here() const { return static_cast<int>(m_program->code.size()); }
    void patch(int at); // the jump at `at` leads here
    void setSecond(int at, int b) { m_program->code[static_cast<size_t>(at)].b = b; }
    void label() { m_lastLabel = here(); } // a jump leads here; nothing before it may be folded
    void pushConstant(Value value);
    void cancel(int at);                                   // what stands there does nothing
    void fail(DiagnosisKind kind, const QString& message); // pushes null
    int nameIndex(const QString& name);
    int shapeIndex(const QStringList& names);
    int typeIndex(const TypeRef& type);
    int operatorIndex(std::shared_ptr<const Operator> op);
    // The values of the last `count` instructions if all of them are constants.
    std::optional<Values> trailingConstants(int count) const;
    void dropTrailing(int count);
    const Instruction* last() const; // nullptr at a label
    Value constantAt(int index) const {
        return m_program->constants.at(static_cast<size_t>(index));
    }

    // To take back what turned out not to parse.
    struct Mark {
        int code = 0;
        size_t functions = 0;
        std::vector<size_t> scopes;
        int openFilters = 0;
        int lastLabel = 0;
    };
    Mark mark() const;
    void rewind(const Mark& mark);
    std::span<const Instruction> since(const Mark& mark) const {
        return std::span(m_program->code).subspan(static_cast<size_t>(mark.code));
    }

    // Scopes of names; slots belong to the function that is open.
    void openScope();
    void openFilter(int itemSlot); // its item's entries are names
    void closeScope();
    int newSlot();
    void declare(const QString& name, int slot);
    int declareNew(const QString& name);
    void addMember(const QString& name);                 // an entry some context of this source has
    void load(const QString& name, bool called = false); // called: an argument list follows
    int loadsOf(const QString& name) const { return m_loads.value(name); }
    // The longest known name at that place; its end, or -1.
    qsizetype matchName(QStringView source, qsizetype at, QString& name) const;
    qsizetype matchMember(QStringView source, qsizetype at, QString& name) const;

    // A function literal: everything emitted until the end is its body, which leaves one value.
    void beginFunction(FunctionShape shape, const QString& selfName = {});
    void endFunction();                      // pushes the function
    std::shared_ptr<const Program> finish(); // the program leaves one value
    bool tooLarge() const { return m_program->code.size() > 200'000; }

private:
    struct Scope {
        QHash<QString, int> slots;
        NameIndex index;
        int filterSlot = -1;
    };
    struct OpenFunction {
        int shape = 0;
        int jumpOver = -1;
        std::vector<Scope> scopes;
        QHash<int, int> captured; // outer slot → own slot
    };
    struct Binding {
        std::vector<int> filters; // slots of items to ask first, innermost first
        int slot = -1;
    };
    Binding find(size_t level, const QString& name);
    int capture(size_t level, int outerSlot);
    FunctionShape& shapeOf(size_t level);

    std::shared_ptr<const KnownNames> m_known;
    Limits m_limits;
    std::shared_ptr<Program> m_program = std::make_shared<Program>();
    std::vector<OpenFunction> m_functions;
    NameIndex m_ownMembers;
    QHash<QString, int> m_loads;
    QHash<QString, int> m_nameIndexes;
    int m_lastLabel = 0;
    int m_openFilters = 0;
    quint16 m_source = 0;
    quint16 m_from = 0;
    quint16 m_length = 0;
};

} // namespace tongban::feel
