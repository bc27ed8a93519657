// The decision tables of an item, with what DMN engines throw away: each rule's clause and plain
// explanation.
#pragma once

#include "services/core/result.h"
#include "services/decision/decision_model.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <memory>

namespace tongban::catalog {

// One cell of a rule that is not “-”: which input it looks at and what it wants.
struct RuleTest {
    QString input;
    QString expression;
};

struct Rule {
    QString id;
    QString decision;
    QList<RuleTest> tests;
    QString clause;      // annotation 依据
    QString explanation; // annotation 说明, in plain Chinese
    QStringList results; // the output cells as written
    int number = 0;      // row, from 1
};

struct RuleTable {
    QString id;
    QString name;
    QString hitPolicy;
    QStringList inputs;
    QStringList outputs;
    QList<Rule> rules;
};

// One rule that applied, with its outputs by column name.
struct RuleHit {
    const Rule* rule = nullptr;
    QJsonObject outputs;
};

class GuideRules {
public:
    static Result<GuideRules> read(const QByteArray& dmn);

    const QList<RuleTable>& tables() const;
    const RuleTable* table(const QString& decision) const;

    // What reading and the static checks of the decision library found.
    const QList<decision::Defect>& defects() const;

    // The rules of one table that apply, in table order. A missing input counts as null.
    Result<QList<RuleHit>> apply(const QString& decision, const QJsonObject& values) const;

private:
    struct Body;
    std::shared_ptr<const Body> m_body;
};

} // namespace tongban::catalog
