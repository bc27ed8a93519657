// tongban kb eval: the usual measures over questions and judgements.
#include "app/cli/kb.h"
#include "app/cli/kb_options.h"
#include "app/cli/kb_tsv.h"
#include "knowledgebase/regression.h"
#include "knowledgebase/search_index.h"

#include <cmath>

namespace tongban::cli {

using namespace knowledgebase;

namespace {

struct Measures {
    int count = 0;
    double at1 = 0;
    double at5 = 0;
    double at10 = 0;
    double reciprocal = 0;
    double gain = 0;
    std::vector<double> spent;

    // R@k: at least one right document among the first k, as in the peers' table.
    void add(const std::vector<Hit>& hits, const QStringList& right) {
        ++count;
        int first = 0;
        double sum = 0;
        for (size_t i = 0; i < hits.size() && i < 10; ++i) {
            if (!right.contains(hits[i].id))
                continue;
            if (first == 0)
                first = static_cast<int>(i) + 1;
            sum += 1 / std::log2(static_cast<double>(i) + 2);
        }
        double ideal = 0;
        for (qsizetype i = 0; i < std::min<qsizetype>(10, right.size()); ++i)
            ideal += 1 / std::log2(static_cast<double>(i) + 2);
        at1 += first == 1 ? 1 : 0;
        at5 += first >= 1 && first <= 5 ? 1 : 0;
        at10 += first >= 1 ? 1 : 0;
        reciprocal += first >= 1 ? 1.0 / first : 0;
        gain += sum / ideal;
    }

    QString line() const {
        const double n = std::max(1, count);
        return QStringLiteral("n %1  R@1 %2  R@5 %3  R@10 %4  MRR@10 %5  nDCG@10 %6  CPU ms p50 "
                              "%7 p99 %8")
            .arg(count)
            .arg(at1 / n, 0, 'f', 4)
            .arg(at5 / n, 0, 'f', 4)
            .arg(at10 / n, 0, 'f', 4)
            .arg(reciprocal / n, 0, 'f', 4)
            .arg(gain / n, 0, 'f', 4)
            .arg(quantile(spent, 0.5), 0, 'f', 2)
            .arg(quantile(spent, 0.99), 0, 'f', 2);
    }
};

enum class Noise { None, Homophones, Pinyin };

std::optional<Noise> noiseNamed(const QString& name) {
    if (name.isEmpty())
        return Noise::None;
    if (name == QLatin1String("homophones"))
        return Noise::Homophones;
    if (name == QLatin1String("pinyin"))
        return Noise::Pinyin;
    return std::nullopt;
}

QString noisy(const QString& text, Noise noise) {
    switch (noise) {
    case Noise::Homophones:
        return withHomophones(text);
    case Noise::Pinyin:
        return inPinyin(text);
    case Noise::None:
        break;
    }
    return text;
}

} // namespace

int kbEval(const QStringList& arguments) {
    const KbOptions options = readKbOptions(arguments,
                                            {QStringLiteral("--queries"), QStringLiteral("--qrels"),
                                             QStringLiteral("--only"), QStringLiteral("--noise")},
                                            {QStringLiteral("--lexical")});
    const QString noise = options.value("--noise");
    if (!options.wrong.isEmpty() || options.plain.size() != 1 || !options.has("--queries") ||
        !options.has("--qrels") || !noiseNamed(noise)) {
        complain(QStringLiteral("tongban kb eval: wrong use; tongban kb eval --help"));
        return 2;
    }
    const auto index = SearchIndex::open(options.plain.first());
    if (!index)
        return refuse(index.error());
    const auto questions = readQuestions(options.value("--queries"));
    if (!questions)
        return refuse(questions.error());
    const auto judgements = readJudgements(options.value("--qrels"));
    if (!judgements)
        return refuse(judgements.error());
    QSet<QString> only;
    if (options.has("--only")) {
        const auto rows = readTsv(options.value("--only"), 1);
        if (!rows)
            return refuse(rows.error());
        for (const QStringList& row : *rows)
            only.insert(row.first());
    }
    SearchOptions search;
    search.vectors = !options.has("--lexical");
    Measures measures;
    for (const Question& question : *questions) {
        const QStringList right = judgements->value(question.id);
        if (right.isEmpty() || (!only.isEmpty() && !only.contains(question.id)))
            continue;
        const QString text = noisy(question.text, *noiseNamed(noise));
        const double start = cpuMilliseconds();
        const auto hits = (*index)->search(text, search);
        measures.spent.push_back(cpuMilliseconds() - start);
        measures.add(hits, right);
    }
    say(measures.line());
    return 0;
}

} // namespace tongban::cli
