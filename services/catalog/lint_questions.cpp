// questions.json: ids, conditions, assumptions, exits, wording.
#include "services/catalog/lints.h"

#include <QSet>

namespace tongban::catalog {

namespace {

void checkCondition(const Question& question, const QString& path, const QuestionGraph& graph,
                    const QSet<QString>& before, Findings& findings) {
    for (auto it = question.when.begin(); it != question.when.end(); ++it) {
        const Question* other = graph.question(it.key());
        if (!other || !before.contains(it.key())) {
            findings.refuse("condition-unknown", path + QStringLiteral(".when"),
                            QStringLiteral("“%1”不是前面的题").arg(it.key()),
                            QStringLiteral("条件只能看前面问过的题"));
            continue;
        }
        for (const QString& option : *it) {
            if (!other->option(option))
                findings.refuse("condition-unknown", path + QStringLiteral(".when.") + it.key(),
                                QStringLiteral("题“%1”没有选项“%2”").arg(it.key(), option),
                                QStringLiteral("改成有的选项"));
        }
    }
}

void checkOptions(const Question& question, const QString& path, Findings& findings) {
    QSet<QString> ids;
    for (int i = 0; i < question.options.size(); ++i) {
        const Option& option = question.options[i];
        const QString here = QStringLiteral("%1.options[%2]").arg(path).arg(i);
        if (ids.contains(option.id) || option.id == unsure)
            findings.refuse("id-duplicate", here,
                            QStringLiteral("选项编号 %1 用了两次").arg(option.id),
                            QStringLiteral("每个选项一个编号"));
        ids.insert(option.id);
        lintWords(option.label, here + QStringLiteral(".label"), false, findings);
        lintWords(option.tag, here + QStringLiteral(".tag"), false, findings);
    }
    if (!question.several && question.assume.size() != 1)
        findings.refuse("assume-unknown", path + QStringLiteral(".assume"),
                        QStringLiteral("单选题要有一个假定"), QStringLiteral("写最稳妥的那个选项"));
    for (const QString& id : question.assume) {
        if (!ids.contains(id))
            findings.refuse("assume-unknown", path + QStringLiteral(".assume"),
                            QStringLiteral("没有选项“%1”").arg(id),
                            QStringLiteral("写最稳妥的那个选项"));
    }
    if (question.derive) {
        QStringList targets = question.derive->values.values();
        for (const auto& [end, option] : question.derive->upTo)
            targets << option;
        for (const QString& target : targets) {
            if (!ids.contains(target))
                findings.refuse("condition-unknown", path + QStringLiteral(".derive"),
                                QStringLiteral("没有选项“%1”").arg(target),
                                QStringLiteral("改成有的选项"));
        }
        if (question.source.isEmpty())
            findings.refuse("form-source-missing", path + QStringLiteral(".source"),
                            QStringLiteral("这题会自动回答，却没说从哪里知道的"),
                            QStringLiteral("写明来源，比如“社保参保记录”"));
    }
}

} // namespace

void lintQuestions(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("questions.json"));
    const QuestionGraph& graph = package.guide.questions();
    QSet<QString> before;
    for (int i = 0; i < graph.questions().size(); ++i) {
        const Question& question = graph.questions()[i];
        const QString path = QStringLiteral("$.questions[%1]").arg(i);
        if (before.contains(question.id))
            findings.refuse("id-duplicate", path,
                            QStringLiteral("题号 %1 用了两次").arg(question.id),
                            QStringLiteral("每题一个编号"));
        if (question.why.trimmed().isEmpty())
            findings.refuse("question-no-reason", path + QStringLiteral(".why"),
                            QStringLiteral("没说为什么问"), QStringLiteral("用一句话说明理由"));
        if (question.assumeNote.trimmed().isEmpty())
            findings.refuse("question-no-reason", path + QStringLiteral(".assumeNote"),
                            QStringLiteral("没说“还没想好”时按什么算"),
                            QStringLiteral("用一句话说明先按哪一种"));
        if (question.text.size() > 16)
            findings.warn("title-long", path + QStringLiteral(".text"),
                          QStringLiteral("有 %1 个字").arg(question.text.size()),
                          QStringLiteral("问题说短些，细节放到提示里"));
        lintWords(question.text, path + QStringLiteral(".text"), false, findings);
        lintWords(question.why, path + QStringLiteral(".why"), false, findings);
        checkCondition(question, path, graph, before, findings);
        checkOptions(question, path, findings);
        before.insert(question.id);
    }
    QSet<QString> exits;
    const QList<Exit> list = package.guide.exits();
    for (int i = 0; i < list.size(); ++i) {
        const QString path = QStringLiteral("$.exits[%1]").arg(i);
        if (exits.contains(list[i].id))
            findings.refuse("id-duplicate", path,
                            QStringLiteral("出口编号 %1 用了两次").arg(list[i].id),
                            QStringLiteral("每个出口一个编号"));
        exits.insert(list[i].id);
        if (list[i].clause.isEmpty())
            findings.refuse("clause-missing", path + QStringLiteral(".clause"),
                            QStringLiteral("说不能办，却没有依据"),
                            QStringLiteral("写明依据哪一条"));
        if (list[i].alternatives.isEmpty())
            findings.refuse("exit-no-alternative", path + QStringLiteral(".alternatives"),
                            QStringLiteral("说不能办，却没说还能怎么办"),
                            QStringLiteral("至少写一个别的办法"));
        lintWords(list[i].reason, path + QStringLiteral(".reason"), true, findings);
    }
}

} // namespace tongban::catalog
