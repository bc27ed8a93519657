// Depth first over the next open question, with a list of work instead of recursion.
#include "services/catalog/path_walk.h"

namespace tongban::catalog {

QList<QStringList> possibleValues(const Question& question, const WalkLimits& limits) {
    QList<QStringList> values;
    if (!question.several) {
        for (const Option& option : question.options)
            values.append({option.id});
        return values;
    }
    QStringList all;
    for (const Option& option : question.options)
        all << option.id;
    if (all.size() > limits.subsetOptions) {
        values.append(QStringList());
        for (const QString& id : all)
            values.append({id});
        values.append(all);
        return values;
    }
    for (int mask = 0; mask < (1 << all.size()); ++mask) {
        QStringList value;
        for (int i = 0; i < all.size(); ++i) {
            if (mask & (1 << i))
                value << all[i];
        }
        values.append(value);
    }
    return values;
}

Result<bool> walkPaths(const Guide& guide, QDate today,
                       const std::function<bool(const Path&)>& visit, const WalkLimits& limits) {
    QList<Answers> open{Answers()};
    int ended = 0;
    while (!open.isEmpty()) {
        const Answers answers = open.takeLast();
        TRY_ASSIGN(const Assessment outcome, guide.outline(answers, {}, today));
        if (outcome.next == nullptr) {
            if (++ended > limits.paths ||
                !visit({answers, outcome, static_cast<int>(answers.size())}))
                return false;
            continue;
        }
        const QList<QStringList> values = possibleValues(*outcome.next, limits);
        for (auto value = values.rbegin(); value != values.rend(); ++value) {
            Answers more = answers;
            more.insert(outcome.next->id, *value);
            open.append(more);
        }
    }
    return true;
}

} // namespace tongban::catalog
