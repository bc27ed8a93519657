// NgramTrainer: learns the n-gram table so that a question lies near what answers it and far from
// what does not (softmax over a batch, row-wise Adagrad, fixed seed: the same input, the same
// table).
#pragma once

#include "knowledgebase/ngram_encoder.h"
#include "knowledgebase/training_set.h"

#include <functional>

namespace tongban::knowledgebase {

struct TrainingOptions {
    int dimensions = 96; // a multiple of eight
    size_t ngrams = 90'000;
    int epochs = 6;
    size_t batch = 256;
    int labelled = 6; // how often a labelled pair occurs in an epoch
    float scale = 20; // of the cosine before the softmax
    float rate = 0.1F;
    bool hard = true;     // also learn from documents that look right by words and are not
    double dropout = 0.2; // part of the n-grams left out of a bag, at random
    std::uint64_t seed = 20261124;
};

// For each labelled pair documents that look right by words and are not; may be empty.
using WrongAnswers = std::vector<std::vector<std::uint32_t>>;

class NgramTrainer {
public:
    NgramTrainer(const TrainingSet& set, const WrongAnswers& wrong, const TrainingOptions& options);
    // Calls `progress(epoch, mean loss)` after each epoch.
    void run(const std::function<void(int, double)>& progress = {});
    std::unique_ptr<NgramEncoder> encoder() const;

private:
    struct Side { // the left or right texts of one batch
        std::vector<const Bag*> bags;
        std::vector<Bag> kept; // after dropout
        std::vector<float> rows;
        std::vector<float> lengths;
        std::vector<float> gradients;
    };
    double step(std::span<const Example> batch);
    void prepare(Side& side);
    void backward(Side& side);
    float* row(std::uint32_t ngram) { return m_table.data() + size_t{ngram} * m_width; }

    const TrainingSet& m_set;
    const WrongAnswers& m_wrong;
    TrainingOptions m_options;
    size_t m_width;
    std::mt19937_64 m_random;
    std::vector<float> m_table;
    std::vector<float> m_squares; // Adagrad's sum for each row
    Side m_left;
    Side m_right;
};

} // namespace tongban::knowledgebase
