// Walks the old version's situations and asks the new version the same.
#include "services/catalog/package_diff.h"

#include "services/catalog/path_walk.h"

#include <algorithm>

namespace tongban::catalog {

namespace {

QString situationOf(const Guide& guide, const Answers& answers) {
    QStringList parts;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const Question* question = guide.questions().question(it.key());
        QStringList labels;
        for (const QString& id : *it) {
            const Option* option = question ? question->option(id) : nullptr;
            labels << (option ? option->label : id);
        }
        parts << labels.join(u'+');
    }
    return parts.join(QStringLiteral("，"));
}

QMap<QString, QString> linesOf(const Assessment& outcome) {
    QMap<QString, QString> lines;
    if (outcome.exit) {
        lines.insert(QStringLiteral("不能办：") + outcome.exit->title, {});
        return lines;
    }
    for (const NeededMaterial& needed : outcome.materials)
        lines.insert((needed.exempt() ? QStringLiteral("核：") : QStringLiteral("交：")) +
                         needed.material.name,
                     {});
    for (const NeededStep& needed : outcome.steps)
        lines.insert(QStringLiteral("走：") + needed.step.name, {});
    lines.insert(QStringLiteral("承诺"), limitText(outcome.time.promised));
    lines.insert(QStringLiteral("费用"), outcome.totalFee() + QStringLiteral(" 元"));
    lines.insert(QStringLiteral("到场"),
                 QString::number(outcome.time.trips) + QStringLiteral(" 次"));
    return lines;
}

QStringList changesOf(const Assessment& before, const Assessment& after) {
    const QMap<QString, QString> old = linesOf(before);
    const QMap<QString, QString> now = linesOf(after);
    QStringList changes;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (!old.contains(it.key()))
            changes << QStringLiteral("多") + it.key();
        else if (old.value(it.key()) != it.value())
            changes << QStringLiteral("%1 %2 → %3").arg(it.key(), old.value(it.key()), it.value());
    }
    for (auto it = old.begin(); it != old.end(); ++it) {
        if (!now.contains(it.key()))
            changes << QStringLiteral("少") + it.key();
    }
    return changes;
}

QStringList questionChanges(const QuestionGraph& before, const QuestionGraph& after) {
    QStringList changes;
    const auto compare = [&changes](const QuestionGraph& from, const QuestionGraph& to,
                                    const QString& word) {
        for (const Question& question : from.questions()) {
            const Question* other = to.question(question.id);
            if (!other) {
                changes << word + QStringLiteral("一题：") + question.text;
                continue;
            }
            for (const Option& option : question.options) {
                if (!other->option(option.id))
                    changes
                        << QStringLiteral("“%1”%2选项：%3").arg(question.text, word, option.label);
            }
        }
    };
    compare(after, before, QStringLiteral("多"));
    compare(before, after, QStringLiteral("少"));
    return changes;
}

} // namespace

Result<PackageDiff> diffPackages(const ItemPackage& before, const ItemPackage& after) {
    PackageDiff diff;
    diff.questions = questionChanges(before.guide.questions(), after.guide.questions());
    QMap<QString, Change> changes;
    const QDate today = QDate::currentDate();
    std::optional<Fault> fault;
    const auto compare = [&](const Path& path) {
        const auto now = after.guide.outline(path.answers, {}, today);
        if (!now) {
            fault = now.error();
            return false;
        }
        ++diff.situations;
        const QStringList found = changesOf(path.outcome, *now);
        diff.touched += found.isEmpty() ? 0 : 1;
        for (const QString& what : found) {
            Change& change = changes[what];
            change.what = what;
            if (++change.situations == 1)
                change.example = situationOf(before.guide, path.answers);
        }
        return true;
    };
    TRY(walkPaths(before.guide, today, compare));
    if (fault)
        return fail(*fault);
    diff.changes = changes.values();
    std::stable_sort(diff.changes.begin(), diff.changes.end(),
                     [](const Change& a, const Change& b) { return a.situations > b.situations; });
    return diff;
}

} // namespace tongban::catalog
