// Emission of flat code, and the resolution of names to slots, captured slots, variables and
// built-ins.
#include "services/feel/emitter.h"

#include "services/feel/builtins.h"

namespace tongban::feel {

KnownNames::KnownNames(const Names& given)
    : names(given)
    , variables(given.variables.begin(), given.variables.end()) {
    for (const QString& name : given.variables)
        variableNames.add(name);
    for (const QString& name : given.members)
        memberNames.add(name);
    for (auto it = given.types.cbegin(); it != given.types.cend(); ++it)
        typeNames.add(it.key());
}

Emitter::Emitter(std::shared_ptr<const KnownNames> known, const Limits& limits)
    : m_known(std::move(known))
    , m_limits(limits) {
    m_program->functions.emplace_back();
    m_program->sources.append(QString());
    m_functions.push_back({0, -1, {Scope{}}, {}});
}

Emitter::Mark Emitter::mark() const {
    Mark mark{here(), m_functions.size(), {}, m_openFilters, m_lastLabel};
    for (const OpenFunction& function : m_functions)
        mark.scopes.push_back(function.scopes.size());
    return mark;
}

void Emitter::rewind(const Mark& mark) {
    m_program->code.resize(static_cast<size_t>(mark.code));
    m_functions.resize(mark.functions);
    for (size_t i = 0; i < m_functions.size(); ++i)
        m_functions[i].scopes.resize(mark.scopes[i]);
    m_openFilters = mark.openFilters;
    m_lastLabel = mark.lastLabel;
}

void Emitter::beginSource(const QString& what) {
    if (m_program->sources.last() != what && m_program->sources.size() < 0xffff)
        m_program->sources.append(what);
    m_source = static_cast<quint16>(m_program->sources.size() - 1);
    m_from = m_length = 0;
}

void Emitter::place(qsizetype from, qsizetype length) {
    m_from = static_cast<quint16>(std::min<qsizetype>(from, 0xffff));
    m_length = static_cast<quint16>(std::min<qsizetype>(length, 0xffff));
}

int Emitter::emit(Op op, int a, int b, int flag) {
    m_program->code.push_back({op, static_cast<quint8>(flag), m_source, a, b, m_from, m_length});
    return here() - 1;
}

void Emitter::patch(int at) {
    m_program->code[static_cast<size_t>(at)].a = here();
    label();
}

void Emitter::pushConstant(Value value) {
    m_program->constants.push_back(std::move(value));
    emit(Op::Constant, static_cast<int>(m_program->constants.size()) - 1);
}

void Emitter::cancel(int at) {
    m_program->code[static_cast<size_t>(at)] = {Op::Jump, 0, 0, at + 1, 0, 0, 0};
}

void Emitter::fail(DiagnosisKind kind, const QString& message) {
    emit(Op::Fail, static_cast<int>(kind), nameIndex(message));
}

int Emitter::nameIndex(const QString& name) {
    const auto at = m_nameIndexes.constFind(name);
    if (at != m_nameIndexes.cend())
        return *at;
    m_program->names.append(name);
    const int index = static_cast<int>(m_program->names.size()) - 1;
    m_nameIndexes.insert(name, index);
    return index;
}

int Emitter::shapeIndex(const QStringList& names) {
    m_program->shapes.push_back(names);
    return static_cast<int>(m_program->shapes.size()) - 1;
}

int Emitter::typeIndex(const TypeRef& type) {
    m_program->types.push_back(type);
    return static_cast<int>(m_program->types.size()) - 1;
}

int Emitter::operatorIndex(std::shared_ptr<const Operator> op) {
    m_program->operators.push_back(std::move(op));
    return static_cast<int>(m_program->operators.size()) - 1;
}

std::optional<Values> Emitter::trailingConstants(int count) const {
    if (here() - count < m_lastLabel)
        return std::nullopt;
    Values values;
    for (size_t i = m_program->code.size() - static_cast<size_t>(count); i < m_program->code.size();
         ++i) {
        if (m_program->code[i].op != Op::Constant)
            return std::nullopt;
        values.push_back(constantAt(m_program->code[i].a));
    }
    return values;
}

void Emitter::dropTrailing(int count) {
    m_program->code.resize(m_program->code.size() - static_cast<size_t>(count));
}

const Instruction* Emitter::last() const {
    return here() > m_lastLabel ? &m_program->code.back() : nullptr;
}

FunctionShape& Emitter::shapeOf(size_t level) {
    return m_program->functions[static_cast<size_t>(m_functions[level].shape)];
}

void Emitter::openScope() {
    m_functions.back().scopes.emplace_back();
}

void Emitter::openFilter(int itemSlot) {
    openScope();
    m_functions.back().scopes.back().filterSlot = itemSlot;
    ++m_openFilters;
}

void Emitter::closeScope() {
    if (m_functions.back().scopes.back().filterSlot >= 0)
        --m_openFilters;
    m_functions.back().scopes.pop_back();
}

int Emitter::newSlot() {
    return shapeOf(m_functions.size() - 1).slotCount++;
}

void Emitter::declare(const QString& name, int slot) {
    Scope& scope = m_functions.back().scopes.back();
    scope.slots.insert(name, slot);
    scope.index.add(name);
}

int Emitter::declareNew(const QString& name) {
    const int slot = newSlot();
    declare(name, slot);
    return slot;
}

int Emitter::capture(size_t level, int outerSlot) {
    OpenFunction& function = m_functions[level];
    const auto at = function.captured.constFind(outerSlot);
    if (at != function.captured.cend())
        return *at;
    const int slot = shapeOf(level).slotCount++;
    shapeOf(level).captures.push_back({outerSlot, slot});
    function.captured.insert(outerSlot, slot);
    return slot;
}

Emitter::Binding Emitter::find(size_t level, const QString& name) {
    Binding binding;
    const std::vector<Scope>& scopes = m_functions[level].scopes;
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
        if (const auto at = scope->slots.constFind(name); at != scope->slots.cend()) {
            binding.slot = *at;
            return binding;
        }
        if (scope->filterSlot >= 0) {
            binding.filters.push_back(scope->filterSlot);
            if (name == u"item") { // the item itself, unless it has an entry of that name
                binding.slot = scope->filterSlot;
                return binding;
            }
        }
    }
    if (level == 0)
        return binding;
    const Binding outer =
        find(level - 1, name); // as deep as functions nest, which the parser bounds
    for (const int slot : outer.filters)
        binding.filters.push_back(capture(level, slot));
    if (outer.slot >= 0)
        binding.slot = capture(level, outer.slot);
    return binding;
}

void Emitter::load(const QString& name, bool called) {
    ++m_loads[name];
    Binding binding = find(m_functions.size() - 1, name);
    const int builtin = m_known->variables.contains(name) ? -1 : builtinNamed(name);
    if (called && builtin >= 0 && binding.slot < 0)
        binding.filters.clear(); // an item's entry is hardly meant
    for (size_t i = 0; i < binding.filters.size(); ++i)
        emit(Op::TryMember, nameIndex(name), binding.filters[i],
             static_cast<int>(binding.filters.size() - i));
    if (binding.slot >= 0) {
        emit(Op::Local, binding.slot);
    } else if (builtin >= 0) {
        emit(Op::Builtin, builtin);
    } else {
        emit(Op::Global, nameIndex(name));
    }
    if (!binding.filters.empty())
        label(); // TryMember jumps here
}

qsizetype Emitter::matchName(QStringView source, qsizetype at, QString& name) const {
    qsizetype end = -1;
    const auto consider = [&](const NameIndex& index) {
        QString found;
        const qsizetype reached = index.match(source, at, found);
        if (reached > end) {
            end = reached;
            name = found;
        }
    };
    for (auto function = m_functions.rbegin(); function != m_functions.rend(); ++function) {
        for (auto scope = function->scopes.rbegin(); scope != function->scopes.rend(); ++scope)
            consider(scope->index);
    }
    consider(m_known->variableNames);
    consider(builtinNames());
    if (m_openFilters > 0) {
        consider(m_known->memberNames);
        consider(m_ownMembers);
    }
    return end;
}

qsizetype Emitter::matchMember(QStringView source, qsizetype at, QString& name) const {
    qsizetype end = -1;
    for (const NameIndex* index : {&m_ownMembers, &m_known->memberNames, &m_known->variableNames}) {
        QString found;
        const qsizetype reached = index->match(source, at, found);
        if (reached > end) {
            end = reached;
            name = found;
        }
    }
    return end;
}

void Emitter::addMember(const QString& name) {
    m_ownMembers.add(name);
}

void Emitter::beginFunction(FunctionShape shape, const QString& selfName) {
    OpenFunction open;
    open.jumpOver = emit(Op::Jump);
    open.shape = static_cast<int>(m_program->functions.size());
    shape.entry = here();
    shape.slotCount = static_cast<int>(shape.parameters.size());
    open.scopes.emplace_back();
    if (!selfName.isEmpty()) {
        shape.name = selfName;
        shape.selfSlot = shape.slotCount++;
    }
    const QStringList parameters = shape.parameters;
    const int selfSlot = shape.selfSlot;
    m_program->functions.push_back(std::move(shape));
    m_functions.push_back(std::move(open));
    if (selfSlot >= 0)
        declare(selfName, selfSlot);
    for (qsizetype i = 0; i < parameters.size(); ++i)
        declare(parameters[i], static_cast<int>(i));
    label();
}

void Emitter::endFunction() {
    emit(Op::Return);
    const OpenFunction done = std::move(m_functions.back());
    m_functions.pop_back();
    patch(done.jumpOver);
    emit(Op::MakeFunction, done.shape);
}

std::shared_ptr<const Program> Emitter::finish() {
    emit(Op::Return);
    return m_program;
}

} // namespace tongban::feel
