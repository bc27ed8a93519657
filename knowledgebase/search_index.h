// SearchIndex: one immutable index over documents; asks in words, by sound and by meaning, and
// says which parts of the score came from where. Safe to use from several threads.
#pragma once

#include "knowledgebase/encoder.h"
#include "knowledgebase/index_file.h"
#include "knowledgebase/lexical_index.h"
#include "knowledgebase/passage.h"
#include "knowledgebase/query_reader.h"
#include "knowledgebase/ranking.h"
#include "knowledgebase/suggest_index.h"

#include <functional>
#include <memory>
#include <optional>

namespace tongban::knowledgebase {

struct Hit {
    std::uint32_t document = 0; // number in the order of building
    QString id;
    QString title;
    std::vector<Span> titleMatches; // what to underline in the title
    double score = 0;
    double text = 0;     // of the best passage by words, 1 for the best document
    double alias = 0;    // of the best alias by words, on the same scale
    double meaning = 0;  // cosine of the best passage
    double likeness = 0; // cosine of the best alias
    double covered = 0;  // 0…1: how much of the question the best unit contains, by weight
    bool item = false;
};

struct Suggestion {
    std::uint32_t document = 0;
    QString id;
    QString title;
    std::vector<Span> titleMatches;
    MatchKind kind = MatchKind::Characters;
    bool item = false;
};

struct SearchOptions {
    int limit = 10;
    bool vectors = true;
    std::optional<FusionParameters> fusion; // instead of the index's own
    // Documents for which it says no are left out (not in force, not for this region).
    std::function<bool(std::uint32_t document)> admit;
};

class SearchIndex {
public:
    static Result<std::shared_ptr<const SearchIndex>> open(const QString& path);
    static Result<std::shared_ptr<const SearchIndex>> fromBytes(QByteArray bytes);
    static Result<std::shared_ptr<const SearchIndex>> fromFile(IndexFile file);

    std::vector<Hit> search(QStringView text, const SearchOptions& options = {}) const;
    std::vector<Suggestion>
    suggest(QStringView typed, int limit,
            const std::function<bool(std::uint32_t document)>& admit = {}) const;

    Query read(QStringView text) const;
    // 0…1: how much of what the question is about the document names, in its own or formal words.
    double subjectCovered(const Query& query, std::uint32_t document) const;
    std::uint32_t documentCount() const { return m_documents; }
    std::uint32_t unitCount() const { return static_cast<std::uint32_t>(m_units.size()); }
    QString id(std::uint32_t document) const;
    QString title(std::uint32_t document) const;
    bool isItem(std::uint32_t document) const { return m_kinds[document] != 0; }
    std::optional<std::uint32_t> find(const QString& id) const;
    qsizetype size() const { return m_file.size(); }
    bool hasVectors() const { return m_encoder != nullptr; }

private:
    struct Sums;
    Result<void> readSettings();
    Result<void> readVectors();
    Result<void> readTexts();
    void scoreUnits(const Query& query, Sums& sums) const;
    void scoreDocuments(const Query& query, const SearchOptions& options, Sums& sums) const;
    void favourSuggested(QStringView text, Sums& sums) const;
    Hit hit(std::uint32_t document, const Query& query, const Sums& sums) const;
    QString textAt(size_t number) const;

    IndexFile m_file;
    LexicalParameters m_lexicalParameters;
    FusionParameters m_fusion;
    Everyday m_everyday;
    LexicalIndex m_lexical;
    SuggestIndex m_suggest;
    std::unique_ptr<Encoder> m_encoder;
    std::span<const std::uint32_t> m_units;
    std::span<const std::uint32_t> m_textEnds;
    std::span<const std::uint8_t> m_kinds;
    std::span<const std::int8_t> m_vectors;
    QByteArrayView m_texts;
    std::uint32_t m_documents = 0;
};

// The parts of `text` that the question names: its characters where they stand together, its words,
// its letters. For underlining; the spans are apart and in order.
std::vector<Span> matchedSpans(QStringView text, const Query& query);

} // namespace tongban::knowledgebase
