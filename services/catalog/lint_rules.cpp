// decisions.dmn: what each rule looks at and gives, its clause and explanation, doubles.
#include "services/catalog/lints.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace tongban::catalog {

namespace {

QStringList quotedIn(const QString& text) {
    static const QRegularExpression quoted(QStringLiteral("\"([^\"]*)\""));
    QStringList words;
    auto it = quoted.globalMatch(text);
    while (it.hasNext())
        words << it.next().captured(1);
    return words;
}

QString cellOf(const RuleTable& table, const Rule& rule, const char* column) {
    const qsizetype at = table.outputs.indexOf(QLatin1String(column));
    if (at < 0 || at >= rule.results.size())
        return {};
    const QString cell = rule.results[at];
    return cell.startsWith(u'"') && cell.endsWith(u'"') && cell.size() > 1
               ? cell.mid(1, cell.size() - 2)
               : cell;
}

QString placeOf(const RuleTable& table, const Rule& rule) {
    return QStringLiteral("%1 第 %2 条规则").arg(table.id).arg(rule.number);
}

QSet<QString> factNames(const QuestionGraph& questions) {
    QSet<QString> names;
    for (const Question& question : questions.questions()) {
        if (question.derive)
            names.insert(question.derive->fact);
    }
    return names;
}

void checkInputs(const ItemPackage& package, const RuleTable& table, Findings& findings) {
    const QuestionGraph& questions = package.guide.questions();
    const QSet<QString> facts = factNames(questions);
    for (const QString& input : table.inputs) {
        if (!questions.question(input) && !facts.contains(input))
            findings.refuse("rule-input", table.id,
                            QStringLiteral("“%1”不是题，也不是已知的数据").arg(input),
                            QStringLiteral("改成题号，或者去掉这一列"));
    }
    for (const Rule& rule : table.rules) {
        for (const RuleTest& test : rule.tests) {
            const Question* question = questions.question(test.input);
            for (const QString& option : quotedIn(test.expression)) {
                if (question && !question->option(option))
                    findings.refuse("rule-option", placeOf(table, rule),
                                    QStringLiteral("题“%1”没有选项“%2”").arg(test.input, option),
                                    QStringLiteral("改成有的选项"));
            }
        }
    }
}

void checkOutputs(const ItemPackage& package, const RuleTable& table, const Rule& rule,
                  Findings& findings) {
    const QString place = placeOf(table, rule);
    const ServiceItem& item = package.item();
    const auto unknown = [&](const char* code, const QString& what) {
        findings.refuse(code, place, QStringLiteral("“%1”没有定义").arg(what),
                        QStringLiteral("改成定义过的，或者补上定义"));
    };
    if (table.id == QLatin1String("materials")) {
        const QString id = cellOf(table, rule, "material");
        const QString way = cellOf(table, rule, "way");
        const QString need = cellOf(table, rule, "need");
        const Material* material = package.guide.materials().find(id);
        if (!material)
            return unknown("material-unknown", id);
        const auto kind = wayNamed(way);
        if (!kind || !material->wayOf(*kind))
            unknown("rule-output", id + u' ' + way);
        if (need != QLatin1String("main") && need != QLatin1String("secondary"))
            unknown("rule-output", need);
        if (need == QLatin1String("secondary") && material->graceDays == 0)
            findings.refuse("grace-missing", place,
                            QStringLiteral("“%1”可以容缺，却没写多久补上").arg(material->name),
                            QStringLiteral("在 materials.json 里写 graceDays"));
    } else if (table.id == QLatin1String("steps")) {
        const QString id = cellOf(table, rule, "step");
        const QString limit = cellOf(table, rule, "limit");
        const auto step = std::find_if(item.steps.begin(), item.steps.end(),
                                       [&](const StepFact& one) { return one.id == id; });
        if (step == item.steps.end())
            unknown("rule-output", id);
        if (!limit.isEmpty() && !isLimit(limit))
            unknown("rule-output", limit);
    } else if (table.id == QLatin1String("fee")) {
        const QString id = cellOf(table, rule, "fee");
        const bool known = std::any_of(item.fees.begin(), item.fees.end(),
                                       [&](const FeeFact& fee) { return fee.id == id; });
        if (!known && cellOf(table, rule, "amount").toDouble() > 0)
            unknown("fee-unknown", id);
    } else if (table.id == QLatin1String("limit")) {
        for (const char* column : {"promised", "legal"}) {
            if (const QString limit = cellOf(table, rule, column); !isLimit(limit))
                unknown("rule-output", limit);
        }
        const QString promised = cellOf(table, rule, "promised");
        const QString legal = cellOf(table, rule, "legal");
        if (legal != QLatin1String("now") && limitDays(promised) > limitDays(legal))
            findings.refuse(
                "promise-over-legal", place,
                QStringLiteral("承诺 %1，法定 %2").arg(limitText(promised), limitText(legal)),
                QStringLiteral("承诺时限不能比法定长"));
    } else if (table.id == QLatin1String("channel")) {
        static const QStringList channels{QStringLiteral("kiosk"), QStringLiteral("window"),
                                          QStringLiteral("phone"), QStringLiteral("post"),
                                          QStringLiteral("home")};
        if (const QString channel = cellOf(table, rule, "channel"); !channels.contains(channel))
            unknown("rule-output", channel);
    } else if (table.id == QLatin1String("eligibility")) {
        const QString id = cellOf(table, rule, "exit");
        const QList<Exit> exits = package.guide.exits();
        if (std::none_of(exits.begin(), exits.end(),
                         [&](const Exit& exit) { return exit.id == id; }))
            unknown("exit-unknown", id);
    }
}

QString testsText(const Rule& rule) {
    QStringList parts;
    for (const RuleTest& test : rule.tests)
        parts << test.input + u'=' + test.expression;
    return parts.join(u';');
}

void checkDoubles(const RuleTable& table, Findings& findings) {
    QMap<QString, const Rule*> seen;
    for (const Rule& rule : table.rules) {
        const QString key = testsText(rule) + u'|' + rule.results.value(0);
        if (const Rule* first = seen.value(key)) {
            const bool same = first->results == rule.results;
            findings.refuse(same ? "rule-duplicate" : "rules-contradict", placeOf(table, rule),
                            QStringLiteral("和第 %1 条条件一样%2")
                                .arg(first->number)
                                .arg(same ? QString() : QStringLiteral("，结果却不同")),
                            QStringLiteral("留一条"));
        }
        seen.insert(key, &rule);
    }
}

// What a connector could bring is asked of the citizen in every situation.
void checkShareable(const ItemPackage& package, const RuleTable& table, Findings& findings) {
    for (const Material& material : package.guide.materials().all()) {
        const bool shareable = !material.ways.isEmpty() && isExempt(material.ways.first().way);
        bool demanded = false;
        bool shared = false;
        for (const Rule& rule : table.rules) {
            if (cellOf(table, rule, "material") != material.id)
                continue;
            const auto way = wayNamed(cellOf(table, rule, "way"));
            demanded = demanded || (way && !isExempt(*way));
            shared = shared || (way && isExempt(*way));
        }
        if (shareable && demanded && !shared)
            findings.refuse("material-shareable", QStringLiteral("materials：") + material.id,
                            QStringLiteral("“%1”能共享取得，却总要人交").arg(material.name),
                            QStringLiteral("规则里改用 %1").arg(nameOf(material.ways.first().way)));
    }
}

} // namespace

void lintRules(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("decisions.dmn"));
    for (const decision::Defect& defect : package.guide.rules().defects()) {
        const QString path = defect.element + u' ' + defect.place;
        const QString remedy = QStringLiteral("在决策表编辑器里改正");
        if (defect.level == decision::Level::Refused)
            findings.refuse("decision", path, defect.message, remedy);
        else if (defect.level == decision::Level::Warned && defect.code != QLatin1String("gap"))
            findings.warn("decision", path, defect.code + u' ' + defect.message, remedy);
    }
    static const QStringList needed{QStringLiteral("materials"), QStringLiteral("steps"),
                                    QStringLiteral("limit"), QStringLiteral("channel")};
    for (const QString& id : needed) {
        if (!package.guide.rules().table(id))
            findings.refuse("decision", id, QStringLiteral("缺决策表 %1").arg(id),
                            QStringLiteral("补上这张表"));
    }
    for (const RuleTable& table : package.guide.rules().tables()) {
        checkInputs(package, table, findings);
        checkDoubles(table, findings);
        for (const Rule& rule : table.rules) {
            if (rule.explanation.isEmpty())
                findings.refuse("explanation-missing", placeOf(table, rule),
                                QStringLiteral("没有“说明”"), QStringLiteral("用一句话说清为什么"));
            if (rule.clause.isEmpty())
                findings.refuse("clause-missing", placeOf(table, rule),
                                QStringLiteral("没有“依据”"), QStringLiteral("写明依据哪一条"));
            lintWords(rule.explanation, placeOf(table, rule), true, findings);
            checkOutputs(package, table, rule, findings);
        }
        if (table.id == QLatin1String("materials"))
            checkShareable(package, table, findings);
    }
}

} // namespace tongban::catalog
