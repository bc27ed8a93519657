// Regression: measuring a pack.
#include "knowledgebase/regression.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/pinyin.h"

#include <QHash>
#include <map>

namespace tongban::knowledgebase {

namespace {

// For each syllable its characters, the more frequent first: what an input method would slip to.
const std::map<Syllable, QString>& homophones() {
    static const std::map<Syllable, QString> made = [] {
        const Pinyin& pinyin = Pinyin::system();
        std::map<Syllable, std::vector<std::pair<double, char16_t>>> ranked;
        for (char16_t c = 0x4e00; c < 0x9fa6; ++c) {
            const auto readings = pinyin.alternatives(c);
            if (!readings.empty() && pinyin.frequency(c) >= 500)
                ranked[readings.front()].emplace_back(-pinyin.frequency(c), c);
        }
        std::map<Syllable, QString> lists;
        for (auto& [syllable, characters] : ranked) {
            std::sort(characters.begin(), characters.end());
            for (const auto& [frequency, character] : characters)
                lists[syllable] += QChar(character);
        }
        return lists;
    }();
    return made;
}

int rankIn(const Answer& answer, const QStringList& right) {
    for (size_t i = 0; i < answer.cards.size(); ++i) {
        if (right.contains(answer.cards[i].entry->id))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

} // namespace

QString withHomophones(const QString& text) {
    const std::vector<Syllable> readings = Pinyin::system().readings(folded(text));
    QString result = text;
    std::uint32_t seed = 17;
    int han = 0;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const auto found = homophones().find(readings[static_cast<size_t>(i)]);
        seed = seed * 1103515245U + result[i].unicode();
        if (readings[static_cast<size_t>(i)] == 0 || found == homophones().end() ||
            ++han % 8 != 3 || found->second.size() < 2)
            continue;
        const QString& others = found->second;
        QChar other = others[static_cast<qsizetype>((seed >> 16) % others.size())];
        if (other == result[i])
            other = others[(others.indexOf(other) + 1) % others.size()];
        result[i] = other;
    }
    return result;
}

QString inPinyin(const QString& text) {
    const QString plain = folded(text);
    const std::vector<Syllable> readings = Pinyin::system().readings(plain);
    QString result;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const Syllable syllable = readings[static_cast<size_t>(i)];
        if (syllable != 0)
            result += QString::fromLatin1(Pinyin::system().name(syllable));
        else if (isLatinOrDigit(plain[i].unicode()))
            result += plain[i];
        else
            result += u' ';
    }
    return result;
}

RegressionReport measure(const KnowledgeBase& base, const QList<RegressionQuestion>& questions,
                         QDate day) {
    RegressionReport report;
    QHash<QString, int> asked;
    for (const RegressionQuestion& question : questions) {
        for (const QString& id : question.right)
            ++asked[id];
    }
    const AskOptions options{day, {}, 5, false};
    int rare = 0;
    for (const RegressionQuestion& question : questions) {
        const Answer answer = base.answer(question.text, options);
        report.rows.append({answer.evidence, rankIn(answer, question.right) == 1});
        if (question.right.isEmpty()) {
            ++report.unanswerable;
            report.refused += answer.kind == AnswerKind::Unknown ? 1 : 0;
            if (answer.kind != AnswerKind::Unknown)
                report.missed.append(QStringLiteral("%1 → answered with %2 (%3)")
                                         .arg(question.text, answer.cards.front().entry->id)
                                         .arg(answer.confidence, 0, 'f', 2));
            continue;
        }
        ++report.answerable;
        const int rank = rankIn(answer, question.right);
        report.first += rank == 1 ? 1 : 0;
        report.topThree += rank >= 1 && rank <= 3 ? 1 : 0;
        report.topFive += rank >= 1 ? 1 : 0;
        report.answered += answer.kind != AnswerKind::Unknown ? 1 : 0;
        if (rank == 0 || rank > 3)
            report.missed.append(
                question.text + QStringLiteral(" → ") +
                (answer.cards.empty() ? QString() : answer.cards.front().entry->id));
        if (asked.value(question.right.first()) == 1) {
            ++rare;
            report.rare += rank >= 1 ? 1 : 0;
        }
        report.typo +=
            rankIn(base.answer(withHomophones(question.text), options), question.right) >= 1 ? 1
                                                                                             : 0;
        report.pinyin +=
            rankIn(base.answer(inPinyin(question.text), options), question.right) >= 1 ? 1 : 0;
    }
    for (double* part : {&report.first, &report.topThree, &report.topFive, &report.typo,
                         &report.pinyin, &report.answered})
        *part /= std::max(1, report.answerable);
    report.rare /= std::max(1, rare);
    report.refused /= std::max(1, report.unanswerable);
    return report;
}

QJsonObject toJson(const RegressionReport& report) {
    return {{QStringLiteral("answerable"), report.answerable},
            {QStringLiteral("unanswerable"), report.unanswerable},
            {QStringLiteral("first"), report.first},
            {QStringLiteral("top_three"), report.topThree},
            {QStringLiteral("all"), report.topFive},
            {QStringLiteral("rare"), report.rare},
            {QStringLiteral("typo"), report.typo},
            {QStringLiteral("pinyin"), report.pinyin},
            {QStringLiteral("answered"), report.answered},
            {QStringLiteral("refused"), report.refused}};
}

QStringList falls(const RegressionReport& now, const QJsonObject& before) {
    const QJsonObject current = toJson(now);
    QStringList fallen;
    for (const char* part : {"all", "rare", "typo", "pinyin"}) {
        const QString key = QLatin1String(part);
        if (!before.contains(key))
            continue;
        const double fall = before.value(key).toDouble() - current.value(key).toDouble();
        if (fall > 0.005 + 1e-9)
            fallen.append(QStringLiteral("%1 fell by %2 points (%3 → %4)")
                              .arg(key)
                              .arg(fall * 100, 0, 'f', 1)
                              .arg(before.value(key).toDouble(), 0, 'f', 3)
                              .arg(current.value(key).toDouble(), 0, 'f', 3));
    }
    return fallen;
}

} // namespace tongban::knowledgebase
