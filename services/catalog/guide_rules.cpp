// Reads the tables' structure from the DMN file; what applies is decided by the decision library.
#include "services/catalog/guide_rules.h"

#include "services/core/xml_tree.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace tongban::catalog {

struct GuideRules::Body {
    QList<RuleTable> tables;
};

namespace {

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
        const auto results = element->childrenNamed(u"outputEntry");
        for (int i = 0; i < results.size() && i < out.outputs.size(); ++i) {
            const QString literal = textOf(results[i]);
            if (literal.startsWith(u'"'))
                rule.outputs.insert(out.outputs[i], literal.mid(1, literal.size() - 2));
            else
                rule.outputs.insert(out.outputs[i], literal.toDouble());
        }
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
    TRY_ASSIGN(const XmlTree tree, readXml(dmn));
    auto body = std::make_shared<Body>();
    for (const XmlElement* decision : tree.root->childrenNamed(u"decision")) {
        if (const XmlElement* table = decision->child(u"decisionTable"))
            body->tables.append(readTable(*decision, *table));
    }
    GuideRules rules;
    rules.m_body = std::move(body);
    return rules;
}

// The cells our own packages use, until the decision library evaluates them.
namespace {

bool holds(const QString& cell, const QJsonValue& value) {
    static const QRegularExpression quoted(QStringLiteral("\"([^\"]*)\""));
    const bool negated = cell.startsWith(QLatin1String("not("));
    bool any = false;
    auto it = quoted.globalMatch(cell);
    while (it.hasNext()) {
        const QString word = it.next().captured(1);
        any = any || (value.isArray() ? value.toArray().contains(word) : value.toString() == word);
    }
    if (value.isNull() || value.isUndefined())
        return false;
    return any != negated;
}

} // namespace

Result<QList<RuleHit>> GuideRules::apply(const QString& decision, const QJsonObject& values) const {
    QList<RuleHit> hits;
    const RuleTable* table = this->table(decision);
    if (!table)
        return fail(FaultKind::NotFound, decision);
    for (const Rule& rule : table->rules) {
        const bool all =
            std::all_of(rule.tests.begin(), rule.tests.end(), [&](const RuleTest& test) {
                return holds(test.expression, values.value(test.input));
            });
        if (!all)
            continue;
        hits.append({&rule, rule.outputs});
        if (table->hitPolicy == QLatin1String("FIRST"))
            break;
    }
    return hits;
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
