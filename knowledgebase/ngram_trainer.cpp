// NgramTrainer: forward, softmax, backward; one step a batch.
#include "knowledgebase/ngram_trainer.h"

#include "knowledgebase/float_rows.h"

#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

// A normal number by our own means: distributions differ between libraries.
float normal(std::mt19937_64& random) {
    float sum = 0;
    for (int i = 0; i < 6; ++i)
        sum += static_cast<float>(random() >> 40) / static_cast<float>(1 << 24);
    return (sum - 3) * 1.4142135F;
}

} // namespace

NgramTrainer::NgramTrainer(const TrainingSet& set, const WrongAnswers& wrong,
                           const TrainingOptions& options)
    : m_set(set)
    , m_wrong(wrong)
    , m_options(options)
    , m_width(static_cast<size_t>(options.dimensions))
    , m_random(options.seed)
    , m_table(set.keys().size() * m_width)
    , m_squares(set.keys().size(), 0) {
    // Untrained, the table is a random projection of texts weighted by rarity.
    const float each = 1 / std::sqrt(static_cast<float>(m_width));
    for (size_t i = 0; i < set.keys().size(); ++i) {
        for (size_t j = 0; j < m_width; ++j)
            m_table[i * m_width + j] = each * set.rarity()[i] * normal(m_random);
    }
}

void NgramTrainer::run(const std::function<void(int, double)>& progress) {
    for (int epoch = 0; epoch < m_options.epochs; ++epoch) {
        const std::vector<Example> examples = m_set.epoch(m_random, m_options.labelled);
        double loss = 0;
        size_t done = 0;
        for (size_t at = 0; at < examples.size(); at += m_options.batch) {
            const size_t count = std::min(m_options.batch, examples.size() - at);
            loss += step(std::span(examples).subspan(at, count));
            done += count;
        }
        if (progress)
            progress(epoch + 1, done == 0 ? 0 : loss / static_cast<double>(done));
    }
}

void NgramTrainer::prepare(Side& side) {
    const size_t count = side.bags.size();
    side.kept.resize(count);
    side.rows.assign(count * m_width, 0);
    side.lengths.resize(count);
    side.gradients.assign(count * m_width, 0);
    const auto threshold = static_cast<std::uint64_t>(m_options.dropout * 65536);
    for (size_t i = 0; i < count; ++i) {
        Bag& kept = side.kept[i];
        kept.clear();
        for (const std::uint32_t ngram : *side.bags[i]) {
            if ((m_random() & 0xffff) >= threshold)
                kept.push_back(ngram);
        }
        if (kept.empty())
            kept = *side.bags[i];
        float* to = side.rows.data() + i * m_width;
        for (const std::uint32_t ngram : kept)
            addTimes(to, 1, row(ngram), m_width);
        side.lengths[i] = normalize(to, m_width);
    }
}

void NgramTrainer::backward(Side& side) {
    for (size_t i = 0; i < side.bags.size(); ++i) {
        float* gradient = side.gradients.data() + i * m_width;
        const float* unit = side.rows.data() + i * m_width;
        if (side.lengths[i] <= 1e-6F)
            continue;
        addTimes(gradient, -dot(gradient, unit, m_width), unit, m_width);
        const float by = 1 / side.lengths[i];
        for (size_t j = 0; j < m_width; ++j)
            gradient[j] *= by;
        const float square = dot(gradient, gradient, m_width) / static_cast<float>(m_width);
        for (const std::uint32_t ngram : side.kept[i]) {
            m_squares[ngram] += square;
            addTimes(row(ngram), -m_options.rate / std::sqrt(m_squares[ngram] + 1e-8F), gradient,
                     m_width);
        }
    }
}

double NgramTrainer::step(std::span<const Example> batch) {
    m_left.bags.clear();
    m_right.bags.clear();
    std::vector<std::uint32_t> documents;
    for (const Example& example : batch) {
        m_left.bags.push_back(&example.left);
        m_right.bags.push_back(&example.right);
        documents.push_back(example.document);
    }
    for (const Example& example : batch) {
        if (example.pair < 0 || m_wrong.empty() ||
            m_wrong[static_cast<size_t>(example.pair)].empty())
            continue;
        const auto& wrong = m_wrong[static_cast<size_t>(example.pair)];
        const std::uint32_t document = wrong[m_random() % wrong.size()];
        m_right.bags.push_back(&m_set.anyPassage(document, m_random));
        documents.push_back(document);
    }
    prepare(m_left);
    prepare(m_right);
    const size_t pool = documents.size();
    std::vector<float> row(pool);
    double loss = 0;
    for (size_t i = 0; i < batch.size(); ++i) {
        const float* left = m_left.rows.data() + i * m_width;
        float most = -1e9F;
        for (size_t j = 0; j < pool; ++j) {
            // Another text of the same document is no wrong answer.
            const bool same = j != i && documents[j] == documents[i];
            row[j] = same ? -1e9F
                          : m_options.scale * dot(left, m_right.rows.data() + j * m_width, m_width);
            most = std::max(most, row[j]);
        }
        float sum = 0;
        for (float& value : row) {
            value = std::exp(value - most);
            sum += value;
        }
        loss -= std::log(std::max(1e-12F, row[i] / sum));
        for (size_t j = 0; j < pool; ++j) {
            const float error = m_options.scale * (row[j] / sum - (i == j ? 1.0F : 0.0F));
            if (std::abs(error) < 1e-4F)
                continue;
            addTimes(m_left.gradients.data() + i * m_width, error,
                     m_right.rows.data() + j * m_width, m_width);
            addTimes(m_right.gradients.data() + j * m_width, error, left, m_width);
        }
    }
    backward(m_left);
    backward(m_right);
    return loss;
}

std::unique_ptr<NgramEncoder> NgramTrainer::encoder() const {
    std::vector<float> scales;
    std::vector<std::int8_t> rows;
    rows.reserve(m_table.size());
    for (size_t i = 0; i < m_set.keys().size(); ++i) {
        const float* from = m_table.data() + i * m_width;
        float most = 1e-12F;
        for (size_t j = 0; j < m_width; ++j)
            most = std::max(most, std::abs(from[j]));
        scales.push_back(most / 127);
        for (size_t j = 0; j < m_width; ++j)
            rows.push_back(static_cast<std::int8_t>(std::lround(from[j] / most * 127)));
    }
    return std::make_unique<NgramEncoder>(m_options.dimensions, m_set.keys(), std::move(scales),
                                          std::move(rows));
}

} // namespace tongban::knowledgebase
