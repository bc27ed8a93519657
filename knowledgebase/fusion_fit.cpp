// fitFusion: coordinate ascent over a grid, on candidates found by any part of the score.
#include "knowledgebase/fusion_fit.h"

#include <QMap>
#include <algorithm>

namespace tongban::knowledgebase {

namespace {

struct Candidate {
    std::array<float, 4> parts;
    bool right = false;
};

struct Question {
    std::vector<Candidate> candidates;
    bool rare = false;
};

constexpr int depth = 40;

double reciprocal(const Question& question, const std::array<double, 4>& weights) {
    const auto score = [&](const Candidate& c) {
        double sum = 0;
        for (size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * static_cast<double>(c.parts[i]);
        return sum;
    };
    double best = -1;
    for (const Candidate& candidate : question.candidates) {
        if (candidate.right)
            best = std::max(best, score(candidate));
    }
    if (best < 0)
        return 0;
    int before = 0;
    for (const Candidate& candidate : question.candidates)
        before += !candidate.right && score(candidate) >= best ? 1 : 0;
    return before < 10 ? 1.0 / (1 + before) : 0;
}

struct Worth {
    double all = 0;
    double rare = 0;
    double sum(bool weighRare) const { return weighRare ? all + rare : all; }
};

Worth worthOf(const std::vector<Question>& questions, const std::array<double, 4>& weights) {
    Worth worth;
    double rare = 0;
    for (const Question& question : questions) {
        const double value = reciprocal(question, weights);
        worth.all += value;
        if (question.rare) {
            worth.rare += value;
            rare += 1;
        }
    }
    worth.all /= std::max<double>(1, static_cast<double>(questions.size()));
    worth.rare /= std::max(1.0, rare);
    return worth;
}

FusionParameters fusionOf(const std::array<double, 4>& w) {
    return {w[0], w[1], w[2], w[3]};
}

std::vector<Question> candidatesOf(const SearchIndex& index, const std::vector<Judged>& judged) {
    // Each ranking alone brings its best; together they are what any mixture would show.
    const std::array<FusionParameters, 4> rankings{
        FusionParameters{1, 0, 0, 0}, FusionParameters{0, 1, 0, 0}, FusionParameters{0, 0, 1, 0},
        FusionParameters{0, 0, 0, 1}};
    std::vector<Question> questions;
    for (const Judged& one : judged) {
        QMap<std::uint32_t, Candidate> found;
        for (const FusionParameters& ranking : rankings) {
            SearchOptions options;
            options.limit = depth;
            options.fusion = ranking;
            for (const Hit& hit : index.search(one.text, options)) {
                const bool right =
                    std::find(one.right.begin(), one.right.end(), hit.document) != one.right.end();
                found.insert(hit.document,
                             {{static_cast<float>(hit.text), static_cast<float>(hit.alias),
                               static_cast<float>(hit.meaning), static_cast<float>(hit.likeness)},
                              right});
            }
        }
        const QList<Candidate> list = found.values();
        questions.push_back({{list.begin(), list.end()}, one.rare});
    }
    return questions;
}

} // namespace

Fitted fitFusion(const SearchIndex& index, const std::vector<Judged>& judged, bool aliases) {
    const std::vector<Question> questions = candidatesOf(index, judged);
    const std::array<double, 11> grid{0, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5};
    std::array<double, 4> weights{1, aliases ? 0.5 : 0.0, 1, aliases ? 0.25 : 0.0};
    Worth best = worthOf(questions, weights);
    for (int round = 0; round < 3; ++round) {
        for (const size_t part : {size_t{2}, size_t{1}, size_t{3}}) {
            if (!aliases && part != 2)
                continue;
            const double before = weights[part];
            double chosen = before;
            for (const double value : grid) {
                if (part == 1 && value > 1)
                    continue; // a known phrasing never counts more than the text itself
                weights[part] = value;
                const Worth now = worthOf(questions, weights);
                if (now.sum(aliases) > best.sum(aliases) + 1e-6) {
                    best = now;
                    chosen = value;
                }
            }
            weights[part] = chosen;
        }
    }
    return {fusionOf(weights), best.all, best.rare};
}

} // namespace tongban::knowledgebase
