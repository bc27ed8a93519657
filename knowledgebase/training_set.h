// TrainingSet: documents and pairs as bags of n-grams, and the pairs of bags an epoch is made of:
// questions with what answers them, titles with texts, sentences with what stands around them.
#pragma once

#include "knowledgebase/index_builder.h"

#include <random>

namespace tongban::knowledgebase {

struct TrainingPair {
    QString text; // as somebody asked
    std::uint32_t document = 0;
};

// Numbers of n-grams, each once.
using Bag = std::vector<std::uint32_t>;

struct Example {
    Bag left;
    Bag right;
    std::uint32_t document = 0;
    std::int32_t pair = -1; // number of the labelled pair it comes from
};

class TrainingSet {
public:
    TrainingSet(const std::vector<Document>& documents, const std::vector<TrainingPair>& pairs,
                int passage, size_t ngrams);

    // The examples of one epoch in random order; `labelled` is how often each pair occurs.
    std::vector<Example> epoch(std::mt19937_64& random, int labelled) const;
    // A passage of the document, for a wrong answer.
    const Bag& anyPassage(std::uint32_t document, std::mt19937_64& random) const;

    const std::vector<TermKey>& keys() const { return m_keys; }
    const std::vector<float>& rarity() const { return m_rarity; } // 0…1 for each n-gram
    const std::vector<TrainingPair>& pairs() const { return m_pairs; }

private:
    struct Sentences {
        std::vector<Bag> parts;
    };
    void chooseNgrams(size_t limit);
    Bag bag(QStringView text);
    void addDocument(const Document& document);
    const Bag& bestPassage(const Bag& question, std::uint32_t document) const;
    void addUnlabelled(std::uint32_t document, std::mt19937_64& random,
                       std::vector<Example>& into) const;

    const std::vector<Document>& m_documents;
    const std::vector<TrainingPair>& m_pairs;
    int m_passage;
    Analyzer m_analyzer;
    std::vector<Term> m_terms;
    std::vector<TermKey> m_keys;
    std::vector<float> m_rarity;
    std::vector<Bag> m_titles;
    std::vector<Bag> m_passages;
    std::vector<Sentences> m_sentences; // of each passage
    std::vector<std::uint32_t> m_firstPassage;
    std::vector<Bag> m_questions;
};

} // namespace tongban::knowledgebase
