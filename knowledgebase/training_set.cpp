// TrainingSet: counts n-grams, keeps the most used ones, turns texts into bags.
#include "knowledgebase/training_set.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/passage.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tongban::knowledgebase {

TrainingSet::TrainingSet(const std::vector<Document>& documents,
                         const std::vector<TrainingPair>& pairs, int passage, size_t ngrams)
    : m_documents(documents)
    , m_pairs(pairs)
    , m_passage(passage) {
    chooseNgrams(ngrams);
    for (const Document& document : documents)
        addDocument(document);
    m_firstPassage.push_back(static_cast<std::uint32_t>(m_passages.size()));
    for (const TrainingPair& pair : pairs)
        m_questions.push_back(bag(pair.text));
}

void TrainingSet::chooseNgrams(size_t limit) {
    std::unordered_map<TermKey, std::uint32_t> counts;
    double texts = 0;
    const auto count = [&](QStringView text, std::uint32_t weight) {
        m_terms.clear();
        m_analyzer.terms(folded(text), m_terms);
        std::sort(m_terms.begin(), m_terms.end(),
                  [](const Term& a, const Term& b) { return a.key < b.key; });
        for (size_t i = 0; i < m_terms.size(); ++i) {
            if (i == 0 || m_terms[i].key != m_terms[i - 1].key)
                counts[m_terms[i].key] += weight;
        }
        texts += 1;
    };
    for (const Document& document : m_documents)
        count(document.title + u'\n' + document.text, 1);
    // What people say counts more: it is seldom said in the texts.
    for (const TrainingPair& pair : m_pairs)
        count(pair.text, 2);
    std::vector<std::pair<std::uint32_t, TermKey>> ranked;
    for (const auto& [key, number] : counts) {
        if (number >= 2)
            ranked.emplace_back(number, key);
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first > b.first || (a.first == b.first && a.second < b.second);
    });
    ranked.resize(std::min(limit, ranked.size()));
    std::sort(ranked.begin(), ranked.end(),
              [](const auto& a, const auto& b) { return a.second < b.second; });
    const double most = std::log(texts + 1);
    for (const auto& [number, key] : ranked) {
        m_keys.push_back(key);
        m_rarity.push_back(static_cast<float>(std::log((texts + 1) / (number + 0.5)) / most));
    }
}

Bag TrainingSet::bag(QStringView text) {
    m_terms.clear();
    m_analyzer.terms(folded(text), m_terms);
    Bag result;
    for (const Term& term : m_terms) {
        const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), term.key);
        if (found != m_keys.end() && *found == term.key)
            result.push_back(static_cast<std::uint32_t>(found - m_keys.begin()));
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

void TrainingSet::addDocument(const Document& document) {
    m_firstPassage.push_back(static_cast<std::uint32_t>(m_passages.size()));
    m_titles.push_back(bag(document.title));
    for (const Span& span : passages(document.text, m_passage)) {
        const QStringView passage = QStringView(document.text).mid(span.start, span.length);
        m_passages.push_back(bag(QString(document.title + u'\n').append(passage)));
        Sentences parts;
        for (const Span& sentence : sentences(passage))
            parts.parts.push_back(bag(passage.mid(sentence.start, sentence.length)));
        m_sentences.push_back(std::move(parts));
    }
}

const Bag& TrainingSet::anyPassage(std::uint32_t document, std::mt19937_64& random) const {
    const std::uint32_t first = m_firstPassage[document];
    return m_passages[first + random() % (m_firstPassage[document + 1] - first)];
}

const Bag& TrainingSet::bestPassage(const Bag& question, std::uint32_t document) const {
    size_t best = m_firstPassage[document];
    float most = -1;
    for (size_t i = best; i < m_firstPassage[document + 1]; ++i) {
        float shared = 0;
        for (const std::uint32_t ngram : question) {
            if (std::binary_search(m_passages[i].begin(), m_passages[i].end(), ngram))
                shared += m_rarity[ngram];
        }
        if (shared > most) {
            most = shared;
            best = i;
        }
    }
    return m_passages[best];
}

void TrainingSet::addUnlabelled(std::uint32_t document, std::mt19937_64& random,
                                std::vector<Example>& into) const {
    const std::uint32_t first = m_firstPassage[document];
    const std::uint32_t number =
        first + static_cast<std::uint32_t>(random() % (m_firstPassage[document + 1] - first));
    const std::vector<Bag>& parts = m_sentences[number].parts;
    if (!m_titles[document].empty() && !parts.empty()) {
        Bag body;
        for (const Bag& part : parts)
            body.insert(body.end(), part.begin(), part.end());
        std::sort(body.begin(), body.end());
        body.erase(std::unique(body.begin(), body.end()), body.end());
        into.push_back({m_titles[document], std::move(body), document, -1});
    }
    if (parts.size() >= 2) {
        const size_t out = random() % parts.size();
        Bag rest = m_titles[document];
        for (size_t i = 0; i < parts.size(); ++i) {
            if (i != out)
                rest.insert(rest.end(), parts[i].begin(), parts[i].end());
        }
        std::sort(rest.begin(), rest.end());
        rest.erase(std::unique(rest.begin(), rest.end()), rest.end());
        into.push_back({parts[out], std::move(rest), document, -1});
    } else {
        // One sentence alone: two views of it, each with part of its n-grams.
        const Bag& whole = m_passages[number];
        Example views{{}, {}, document, -1};
        for (const std::uint32_t ngram : whole) {
            if (random() % 100 < 65)
                views.left.push_back(ngram);
            if (random() % 100 < 65)
                views.right.push_back(ngram);
        }
        into.push_back(std::move(views));
    }
}

std::vector<Example> TrainingSet::epoch(std::mt19937_64& random, int labelled) const {
    std::vector<Example> examples;
    for (std::uint32_t document = 0; document < m_titles.size(); ++document)
        addUnlabelled(document, random, examples);
    for (int round = 0; round < labelled; ++round) {
        for (size_t i = 0; i < m_pairs.size(); ++i)
            examples.push_back({m_questions[i], bestPassage(m_questions[i], m_pairs[i].document),
                                m_pairs[i].document, static_cast<std::int32_t>(i)});
    }
    std::erase_if(examples, [](const Example& e) { return e.left.empty() || e.right.empty(); });
    // Fisher–Yates by our own numbers: std::shuffle differs between libraries.
    for (size_t i = examples.size(); i > 1; --i)
        std::swap(examples[i - 1], examples[random() % i]);
    return examples;
}

} // namespace tongban::knowledgebase
