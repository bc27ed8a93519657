// The sweep: column by column, positions with the same rules together, down to the cells of the
// product.
#include "services/decision/table_checks.h"

#include <algorithm>
#include <bit>

namespace tongban::decision {

using feel::Kind;
using feel::Value;

namespace {

constexpr qsizetype mostFindings = 20;

bool isSet(const Bits& bits, size_t i) {
    return (bits[i / 64] >> (i % 64) & 1) != 0;
}

QString literal(const Value& value) {
    return value.is(Kind::String) ? u'"' + value.string() + u'"' : value.text();
}

struct Column {
    const InputClause* clause = nullptr;
    ColumnIndex index;          // of the cells and, last, of the allowed values
    std::vector<size_t> places; // positions that can occur
};

class Sweep {
public:
    Sweep(const DecisionTable& table, qint64& work)
        : m_table(table)
        , m_work(work)
        , m_reachable(table.rules.size())
        , m_fragile(table.rules.size()) {
        for (size_t rule = 0; rule < table.rules.size(); ++rule) {
            for (const InputClause& input : table.inputs)
                m_fragile[rule] = m_fragile[rule] || input.cells[rule].form == Cell::Form::Fragment;
        }
    }

    bool prepare();
    QList<Defect> run();

private:
    bool prepareColumn(const InputClause& clause);
    void visit(size_t column, const Bits& rules);
    void leaf(const Bits& rules);
    void gap();
    void overlap(size_t a, size_t b);
    QString describe(size_t column) const;
    QString whereItIs() const;
    void add(Level level, const QString& code, const QString& message);

    const DecisionTable& m_table;
    qint64& m_work; // what is left of it for the whole model
    std::vector<Column> m_columns;
    std::vector<std::vector<size_t>> m_path; // positions chosen, by column
    std::vector<bool> m_reachable;
    std::vector<bool> m_fragile; // rules with entries that are more than constants
    QSet<std::pair<size_t, size_t>> m_overlaps;
    QList<Defect> m_defects;
    qsizetype m_gaps = 0;
};

void Sweep::add(Level level, const QString& code, const QString& message) {
    m_defects.append({level, m_table.owner, {}, code, message});
}

bool Sweep::prepareColumn(const InputClause& clause) {
    Column column;
    column.clause = &clause;
    std::vector<Cell> cells = clause.cells;
    Cell allowed;
    if (!clause.allowed.empty()) {
        allowed.form = Cell::Form::Tests;
        for (const Value& value : clause.allowed)
            allowed.tests.push_back({feel::Op::Equal, value});
    }
    cells.push_back(allowed);
    column.index = ColumnIndex::build(cells);
    if (!column.index.isUsable())
        return false;
    const bool boolean = column.index.kind() == Kind::Boolean;
    const size_t last = cells.size() - 1;
    for (size_t position = 0; position < column.index.positions(); ++position) {
        const quint64* bits = column.index.rulesAt(position);
        const bool possible = (bits[last / 64] >> (last % 64) & 1) != 0;
        if (possible && !(boolean && position % 2 == 0))
            column.places.push_back(position);
    }
    m_columns.push_back(std::move(column));
    return true;
}

bool Sweep::prepare() {
    return std::all_of(m_table.inputs.begin(), m_table.inputs.end(),
                       [&](const InputClause& clause) { return prepareColumn(clause); });
}

QList<Defect> Sweep::run() {
    Bits all((m_table.rules.size() + 64) / 64);
    for (size_t i = 0; i < m_table.rules.size(); ++i)
        all[i / 64] |= 1ULL << (i % 64);
    visit(0, all);
    if (m_work <= 0) {
        add(Level::Advised, QStringLiteral("size"),
            QStringLiteral("the table is too large to be checked for gaps and overlaps"));
        return m_defects;
    }
    for (size_t rule = 0; rule < m_reachable.size(); ++rule) {
        if (!m_reachable[rule])
            add(Level::Warned, QStringLiteral("unreachable"),
                QStringLiteral("rule %1 can never give a result").arg(rule + 1));
    }
    if (m_gaps > mostFindings)
        add(Level::Warned, QStringLiteral("gap"),
            QStringLiteral("%1 more gaps").arg(m_gaps - mostFindings));
    return m_defects;
}

// Recursion as deep as there are columns.
void Sweep::visit(size_t column, const Bits& rules) {
    if (--m_work <= 0)
        return;
    const bool nobody =
        std::all_of(rules.begin(), rules.end(), [](quint64 word) { return word == 0; });
    if (column == m_columns.size() || nobody)
        return leaf(rules);
    const Column& here = m_columns[column];
    // Positions with the same rules are one.
    std::vector<std::pair<Bits, std::vector<size_t>>> groups;
    for (const size_t place : here.places) {
        const quint64* at = here.index.rulesAt(place);
        Bits bits(rules.size());
        for (size_t i = 0; i < bits.size(); ++i)
            bits[i] = rules[i] & at[std::min(i, here.index.words() - 1)];
        const auto same = std::find_if(groups.begin(), groups.end(),
                                       [&](const auto& g) { return g.first == bits; });
        if (same == groups.end())
            groups.emplace_back(std::move(bits), std::vector<size_t>{place});
        else
            same->second.push_back(place);
    }
    m_work -= static_cast<qint64>(here.places.size() * (groups.size() + rules.size()) / 16);
    for (auto& [bits, places] : groups) {
        m_path.push_back(places);
        visit(column + 1, bits);
        m_path.pop_back();
    }
}

void Sweep::leaf(const Bits& rules) {
    std::vector<size_t> here;
    for (size_t i = 0; i < m_table.rules.size(); ++i) {
        if (isSet(rules, i))
            here.push_back(i);
    }
    if (here.empty())
        return gap();
    for (const size_t rule : here) {
        m_reachable[rule] = true;
        if (m_table.hitPolicy == HitPolicy::First && !m_fragile[rule])
            break; // hides those after it
    }
    if (m_table.hitPolicy != HitPolicy::Unique)
        return;
    for (size_t i = 0; i + 1 < here.size(); ++i) {
        for (size_t j = i + 1; j < here.size() && m_overlaps.size() < mostFindings; ++j) {
            if (!m_fragile[here[i]] && !m_fragile[here[j]])
                overlap(here[i], here[j]);
        }
    }
}

QString Sweep::describe(size_t column) const {
    const Column& here = m_columns[column];
    const feel::Values& boundaries = here.index.boundaries();
    QStringList parts;
    for (const size_t place : m_path[column]) {
        const size_t i = place / 2;
        if (place % 2 == 1)
            parts.append(literal(boundaries[i]));
        else if (boundaries.empty())
            return {};
        else if (here.index.kind() == Kind::String)
            parts.append(QStringLiteral("anything else"));
        else if (i == 0)
            parts.append(QStringLiteral("< %1").arg(literal(boundaries.front())));
        else if (i == boundaries.size())
            parts.append(QStringLiteral("> %1").arg(literal(boundaries.back())));
        else
            parts.append(
                QStringLiteral("(%1..%2)").arg(literal(boundaries[i - 1]), literal(boundaries[i])));
    }
    parts.removeDuplicates();
    const QString all = parts.size() > 6
                            ? parts.mid(0, 6).join(QStringLiteral(", ")) + QStringLiteral(", …")
                            : parts.join(QStringLiteral(", "));
    return QStringLiteral("%1: %2").arg(here.clause->text, all);
}

QString Sweep::whereItIs() const {
    QStringList parts;
    for (size_t column = 0; column < m_path.size(); ++column) {
        const QString part = describe(column);
        if (!part.isEmpty() && m_path[column].size() < m_columns[column].places.size())
            parts.append(part);
    }
    return parts.isEmpty() ? QStringLiteral("any input") : parts.join(QStringLiteral("; "));
}

void Sweep::gap() {
    const bool answered = std::any_of(m_table.outputs.begin(), m_table.outputs.end(),
                                      [](const OutputClause& output) { return output.hasDefault; });
    if (answered || m_table.hitPolicy == HitPolicy::Collect || ++m_gaps > mostFindings)
        return;
    add(Level::Warned, QStringLiteral("gap"), QStringLiteral("no rule for %1").arg(whereItIs()));
}

void Sweep::overlap(size_t a, size_t b) {
    if (m_overlaps.contains({a, b}))
        return;
    m_overlaps.insert({a, b});
    add(Level::Warned, QStringLiteral("overlap"),
        QStringLiteral("rules %1 and %2 both match %3").arg(a + 1).arg(b + 1).arg(whereItIs()));
}

void checkOutputs(const DecisionTable& table, QList<Defect>& defects) {
    for (size_t rule = 0; rule < table.rules.size(); ++rule) {
        for (size_t i = 0; i < table.outputs.size(); ++i) {
            const OutputClause& clause = table.outputs[i];
            const OutputCell& cell = table.rules[rule].outputs[i];
            if (!clause.allowedTests || cell.fragment >= 0 || cell.constant.isNull() ||
                evaluateTest(*clause.allowedTests, cell.constant, {}, {}).value.isTrue())
                continue;
            defects.append(
                {Level::Warned, table.owner,
                 QStringLiteral("rule %1, output %2").arg(rule + 1).arg(i + 1),
                 QStringLiteral("output"),
                 QStringLiteral("%1 is not among the allowed values").arg(literal(cell.constant))});
        }
    }
}

} // namespace

QList<Defect> checkTable(const DecisionTable& table, qint64& work) {
    QList<Defect> defects;
    checkOutputs(table, defects);
    if (table.rules.empty()) {
        defects.append({Level::Warned,
                        table.owner,
                        {},
                        QStringLiteral("gap"),
                        QStringLiteral("the table has no rules")});
        return defects;
    }
    Sweep sweep(table, work);
    if (sweep.prepare())
        defects += sweep.run();
    else
        defects.append(
            {Level::Advised,
             table.owner,
             {},
             QStringLiteral("size"),
             QStringLiteral(
                 "a column mixes types, or is too large, to be checked for gaps and overlaps")});
    return defects;
}

} // namespace tongban::decision
