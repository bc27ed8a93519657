// Every way through the questions: what is never used, contradicts, or leaves a situation without
// an answer.
#include "services/catalog/lints.h"
#include "services/catalog/package_case.h"
#include "services/catalog/process_outline.h"

#include <QJsonDocument>
#include <QSet>

namespace tongban::catalog {

namespace {

constexpr int mostQuestionsBeforeExit = 3;
const QDate someDay(2026, 1, 5);

class PathLint {
public:
    PathLint(const ItemPackage& package, Findings& findings);
    bool visit(const Path& path);
    void conclude();

private:
    void useRules(const Path& path);
    void checkSituation(const Path& path);
    void checkContradictions(const Path& path, const QList<RuleHit>& hits);
    void weighOptions(const Path& path);
    void reportUnused();
    void reportUseless();
    static QString situation(const Path& path);
    bool once(const QString& key);

    const ItemPackage& m_package;
    Findings& m_findings;
    QSet<QString> m_rules, m_materials, m_steps, m_exits, m_questions, m_reported, m_elsewhere,
        m_pauses, m_parallel;
    QMap<QString, int> m_exitAfter;
    // question → option → a sum over all paths of what that option leads to, the question itself
    // left out.
    QMap<QString, QMap<QString, quint64>> m_weights;
};

PathLint::PathLint(const ItemPackage& package, Findings& findings)
    : m_package(package)
    , m_findings(findings) {
    if (const auto outline = outlineProcess(package.process())) {
        m_elsewhere = outline->words;
        for (const ProcessStep& step : outline->steps) {
            if (step.pauses)
                m_pauses.insert(step.id);
            if (step.parallel)
                m_parallel.insert(step.id);
        }
    }
    for (const QString& path : package.formPaths())
        m_elsewhere |= identifiersIn(QString::fromUtf8(package.files.value(path)));
}

QString PathLint::situation(const Path& path) {
    QStringList parts;
    for (auto it = path.answers.begin(); it != path.answers.end(); ++it)
        parts << it.key() + u'=' + it->join(u'+');
    return parts.join(u' ');
}

bool PathLint::once(const QString& key) {
    if (m_reported.contains(key))
        return false;
    m_reported.insert(key);
    return true;
}

void PathLint::checkContradictions(const Path& path, const QList<RuleHit>& hits) {
    QMap<QString, const RuleHit*> first;
    for (const RuleHit& hit : hits) {
        QString subject;
        for (const char* column : {"material", "fee"})
            subject += hit.outputs.value(QLatin1String(column)).toString();
        if (subject.isEmpty())
            continue;
        const RuleHit* before = first.value(subject);
        if (before && before->outputs != hit.outputs &&
            once(QStringLiteral("contradict") + before->rule->id + hit.rule->id))
            m_findings.refuse(
                "rules-contradict",
                QStringLiteral("%1 第 %2 条与第 %3 条")
                    .arg(hit.rule->decision)
                    .arg(before->rule->number)
                    .arg(hit.rule->number),
                QStringLiteral("情形“%1”里对 %2 说法不一").arg(situation(path), subject),
                QStringLiteral("收窄其中一条的条件"));
        if (!before)
            first.insert(subject, &hit);
    }
}

void PathLint::useRules(const Path& path) {
    const QJsonObject values = caseValues(m_package.guide.questions(), path.outcome.way, {});
    for (const RuleTable& table : m_package.guide.rules().tables()) {
        if (path.outcome.exit && table.id != QLatin1String("eligibility"))
            continue;
        const auto hits = m_package.guide.rules().apply(table.id, values);
        if (!hits)
            continue;
        for (const RuleHit& hit : *hits)
            m_rules.insert(table.id + QString::number(hit.rule->number));
        if (!path.outcome.exit)
            checkContradictions(path, *hits);
    }
}

void PathLint::checkSituation(const Path& path) {
    const Assessment& outcome = path.outcome;
    const auto lacks = [&](const char* code, const QString& what) {
        if (once(QLatin1String(code)))
            m_findings.refuse(code, situation(path), QStringLiteral("这种情形没有%1").arg(what),
                              QStringLiteral("补一条兜住它的规则"));
    };
    if (outcome.time.promised.isEmpty())
        lacks("situation-no-limit", QStringLiteral("时限"));
    if (outcome.channels.isEmpty())
        lacks("situation-no-channel", QStringLiteral("办理渠道"));
    if (outcome.steps.isEmpty())
        lacks("situation-no-step", QStringLiteral("步骤"));
    double days = 0;
    double together = 0; // the longest of those that run at the same time
    for (const NeededStep& needed : outcome.steps) {
        m_steps.insert(needed.step.id);
        if (m_parallel.contains(needed.step.id))
            together = qMax(together, limitDays(needed.step.limit));
        else if (!m_pauses.contains(needed.step.id))
            days += limitDays(needed.step.limit);
    }
    const bool instant = outcome.time.promised == QLatin1String("now");
    if (!instant && days + together > limitDays(outcome.time.promised) + 0.01 &&
        once(QStringLiteral("sum")))
        m_findings.warn(
            "limit-steps", situation(path),
            QStringLiteral("各步骤加起来超过承诺的 %1").arg(limitText(outcome.time.promised)),
            QStringLiteral("缩短步骤，或放宽承诺"));
    for (const NeededMaterial& needed : outcome.materials)
        m_materials.insert(needed.material.id);
}

void PathLint::weighOptions(const Path& path) {
    const QByteArray outcome =
        QJsonDocument(outcomeOf(path.outcome)).toJson(QJsonDocument::Compact);
    for (auto it = path.answers.begin(); it != path.answers.end(); ++it) {
        Answers others = path.answers;
        others.remove(it.key());
        const QByteArray rest = QJsonDocument(answersTo(others)).toJson(QJsonDocument::Compact);
        m_weights[it.key()][it->join(u'+')] += qHash(rest + outcome, 1) * 2654435761U + 1;
    }
}

bool PathLint::visit(const Path& path) {
    for (const AskedQuestion& step : path.outcome.way)
        m_questions.insert(step.question->id);
    useRules(path);
    weighOptions(path);
    if (path.outcome.exit) {
        const QString id = path.outcome.exit->id;
        m_exits.insert(id);
        m_exitAfter[id] = qMin(m_exitAfter.value(id, 1000), path.asked);
    } else {
        checkSituation(path);
    }
    return true;
}

void PathLint::reportUnused() {
    for (const RuleTable& table : m_package.guide.rules().tables()) {
        for (const Rule& rule : table.rules) {
            if (!m_rules.contains(table.id + QString::number(rule.number)))
                m_findings.refuse("rule-unreachable",
                                  QStringLiteral("%1 第 %2 条规则").arg(table.id).arg(rule.number),
                                  QStringLiteral("没有一种情形用得上它"),
                                  QStringLiteral("删掉，或改正条件"));
        }
    }
    for (const StepFact& step : m_package.item().steps) {
        if (!m_steps.contains(step.id))
            m_findings.refuse("step-dead", QStringLiteral("steps：") + step.id,
                              QStringLiteral("步骤“%1”没有一种情形会走到").arg(step.name),
                              QStringLiteral("删掉，或补上规则"));
    }
    for (const Material& material : m_package.guide.materials().all()) {
        if (!m_materials.contains(material.id))
            m_findings.refuse("material-unused", QStringLiteral("materials：") + material.id,
                              QStringLiteral("材料“%1”没有一种情形要它").arg(material.name),
                              QStringLiteral("删掉，或补上规则"));
    }
    for (const Exit& exit : m_package.guide.exits()) {
        if (!m_exits.contains(exit.id))
            m_findings.refuse("exit-unused", QStringLiteral("eligibility：") + exit.id,
                              QStringLiteral("出口“%1”没有一种情形会走到").arg(exit.title),
                              QStringLiteral("删掉，或补上规则"));
        else if (m_exitAfter.value(exit.id) > mostQuestionsBeforeExit)
            m_findings.warn("exit-late", QStringLiteral("eligibility：") + exit.id,
                            QStringLiteral("问了 %1 题才说不能办").arg(m_exitAfter.value(exit.id)),
                            QStringLiteral("把决定能不能办的题放到前面"));
    }
}

void PathLint::reportUseless() {
    m_findings.setFile(QStringLiteral("questions.json"));
    for (const Question& question : m_package.guide.questions().questions()) {
        if (!m_questions.contains(question.id)) {
            m_findings.refuse("question-unreachable", question.id,
                              QStringLiteral("“%1”永远问不到").arg(question.text),
                              QStringLiteral("改正提问条件，或删掉"));
            continue;
        }
        if (m_elsewhere.contains(question.id))
            continue;
        const QMap<QString, quint64> weights = m_weights.value(question.id);
        const QList<quint64> sums = weights.values();
        const QSet<quint64> different(sums.begin(), sums.end());
        if (weights.size() > 1 && different.size() == 1)
            m_findings.refuse("question-useless", question.id,
                              QStringLiteral("“%1”怎么答结果都一样").arg(question.text),
                              QStringLiteral("删掉这一题"));
        else if (!question.several && different.size() < weights.size())
            m_findings.advise("option-useless", question.id,
                              QStringLiteral("“%1”有几个选项结果完全一样").arg(question.text),
                              QStringLiteral("合并选项"));
    }
}

void PathLint::conclude() {
    reportUnused();
    reportUseless();
}

} // namespace

void lintPaths(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("decisions.dmn"));
    PathLint lint(package, findings);
    const auto walked =
        walkPaths(package.guide, someDay, [&lint](const Path& path) { return lint.visit(path); });
    if (!walked)
        findings.refuse("decision", QStringLiteral("$"), walked.error().detail,
                        QStringLiteral("改正这条规则"));
    else if (!*walked)
        findings.refuse("too-many-paths", QStringLiteral("$"),
                        QStringLiteral("情形超过 %1 种").arg(WalkLimits{}.paths),
                        QStringLiteral("减少题目，或用前面的题收窄后面的题"));
    else
        lint.conclude();
}

} // namespace tongban::catalog
