// Reads the tables' structure from the DMN file; what applies is decided by the decision library.
#include "services/catalog/guide_rules.h"

#include "services/core/json_reader.h"
#include "services/core/xml_tree.h"

#include <QHash>
#include <QJsonArray>
#include <QMutex>

namespace tongban::catalog {

// What a table gives depends on its inputs alone, so it is worked out once for each set of them.
struct GuideRules::Body {
    QList<RuleTable> tables;
    decision::Model model;
    mutable QMutex guard;
    mutable QHash<QByteArray, QList<RuleHit>> remembered;

    Result<QList<RuleHit>> evaluate(const RuleTable& table, const QJsonObject& inputs) const;
};

namespace {

constexpr qsizetype mostRemembered = 50'000;

QString textOf(const XmlElement* element) {
    const XmlElement* text = element ? element->child(u"text") : nullptr;
    return text ? text->text.trimmed() : QString();
}

RuleTable readTable(const XmlElement& decision, const XmlElement& table) {
    RuleTable out;
    out.id = decision.attribute(u"id");
    out.name = decision.attribute(u"name");
    out.hitPolicy = table.attribute(u"hitPolicy");
    for (const XmlElement* input : table.childrenNamed(u"input"))
        out.inputs << textOf(input->child(u"inputExpression"));
    for (const XmlElement* output : table.childrenNamed(u"output"))
        out.outputs << output->attribute(u"name");
    QStringList notes;
    for (const XmlElement* annotation : table.childrenNamed(u"annotation"))
        notes << annotation->attribute(u"name");
    for (const XmlElement* element : table.childrenNamed(u"rule")) {
        Rule rule;
        rule.id = element->attribute(u"id");
        rule.decision = out.id;
        rule.number = static_cast<int>(out.rules.size()) + 1;
        const auto cells = element->childrenNamed(u"inputEntry");
        for (int i = 0; i < cells.size() && i < out.inputs.size(); ++i) {
            const QString cell = textOf(cells[i]);
            if (!cell.isEmpty() && cell != QLatin1String("-"))
                rule.tests.append({out.inputs[i], cell});
        }
        for (const XmlElement* result : element->childrenNamed(u"outputEntry"))
            rule.results << textOf(result);
        const auto entries = element->childrenNamed(u"annotationEntry");
        for (int i = 0; i < entries.size() && i < notes.size(); ++i) {
            if (notes[i] == QStringLiteral("依据"))
                rule.clause = textOf(entries[i]);
            else if (notes[i] == QStringLiteral("说明"))
                rule.explanation = textOf(entries[i]);
        }
        out.rules.append(rule);
    }
    return out;
}

} // namespace

Result<GuideRules> GuideRules::read(const QByteArray& dmn) {
    constexpr qsizetype mostRules = 200; // each is compared with each
    TRY_ASSIGN(const XmlTree tree, readXml(dmn));
    auto body = std::make_shared<Body>();
    qsizetype rules = 0;
    for (const XmlElement* decision : tree.root->childrenNamed(u"decision")) {
        if (const XmlElement* table = decision->child(u"decisionTable"))
            body->tables.append(readTable(*decision, *table));
    }
    for (const RuleTable& table : body->tables)
        rules += table.rules.size();
    if (rules > mostRules)
        return fail(FaultKind::Invalid, QStringLiteral("more than %1 rules").arg(mostRules));
    TRY_ASSIGN(body->model, decision::read(dmn));
    GuideRules read;
    read.m_body = std::move(body);
    return read;
}

namespace {

// COLLECT gives a list, a row each; the other policies one row. A single column comes without its
// name.
QJsonObject rowOf(const RuleTable& table, const QJsonValue& value) {
    if (value.isObject())
        return value.toObject();
    return {{table.outputs.value(0), value}};
}

} // namespace

Result<QList<RuleHit>> GuideRules::Body::evaluate(const RuleTable& table,
                                                  const QJsonObject& inputs) const {
    TRY_ASSIGN(const decision::Outcome outcome,
               decision::evaluate(model, table.id, feel::contextFromJson(inputs), {}));
    const QJsonValue value = feel::toJson(outcome.value);
    QJsonArray rows;
    if (value.isArray())
        rows = value.toArray();
    else if (!value.isNull())
        rows.append(value);
    QList<RuleHit> hits;
    for (const decision::FiredRule& fired : outcome.rules) {
        if (fired.table != table.id)
            continue;
        if (fired.index < 1 || fired.index > table.rules.size() || hits.size() >= rows.size())
            return fail(FaultKind::Invalid,
                        QStringLiteral("decisions.dmn: table “%1” gives no row for rule %2")
                            .arg(table.id)
                            .arg(fired.index));
        hits.append({&table.rules[fired.index - 1], rowOf(table, rows.at(hits.size()))});
    }
    if (hits.size() != rows.size())
        return fail(
            FaultKind::Invalid,
            QStringLiteral("decisions.dmn: table “%1” gives rows of no rule").arg(table.id));
    return hits;
}

Result<QList<RuleHit>> GuideRules::apply(const QString& decision, const QJsonObject& values) const {
    const RuleTable* table = this->table(decision);
    if (!table)
        return fail(FaultKind::NotFound,
                    QStringLiteral("decisions.dmn: no table “%1”").arg(decision));
    QJsonObject inputs;
    for (const QString& input : table->inputs)
        inputs.insert(input,
                      values.value(input).isUndefined() ? QJsonValue::Null : values.value(input));
    const QByteArray key = decision.toUtf8() + canonicalJson(inputs);
    {
        const QMutexLocker lock(&m_body->guard);
        const auto known = m_body->remembered.constFind(key);
        if (known != m_body->remembered.constEnd())
            return *known;
    }
    TRY_ASSIGN(const QList<RuleHit> hits, m_body->evaluate(*table, inputs));
    const QMutexLocker lock(&m_body->guard);
    if (m_body->remembered.size() >= mostRemembered)
        m_body->remembered.clear();
    m_body->remembered.insert(key, hits);
    return hits;
}

const QList<decision::Defect>& GuideRules::defects() const {
    return m_body->model.defects();
}

const QList<RuleTable>& GuideRules::tables() const {
    return m_body->tables;
}

const RuleTable* GuideRules::table(const QString& decision) const {
    for (const RuleTable& table : m_body->tables) {
        if (table.id == decision)
            return &table;
    }
    return nullptr;
}

} // namespace tongban::catalog
