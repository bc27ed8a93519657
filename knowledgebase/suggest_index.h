// SuggestIndex: what could be meant while somebody types: characters, pinyin, fuzzy pinyin,
// initials, one slip; better-standing and shorter titles first.
#pragma once

#include "knowledgebase/index_file.h"
#include "knowledgebase/pinyin.h"

#include <QStringView>

namespace tongban::knowledgebase {

// How a typed text led to a title, the surest first.
enum class MatchKind : std::uint8_t { Characters, Pinyin, Initials, Fuzzy, Slip };

struct Suggested {
    std::uint32_t document = 0;
    MatchKind kind = MatchKind::Characters;
    int score = 0; // comparable within one answer
    bool atStart = false;
};

class SuggestIndex {
public:
    static Result<SuggestIndex> read(const IndexFile& file, std::uint32_t documents);

    // `typed` as the person wrote it; at most `limit` different documents, the best first.
    std::vector<Suggested> suggest(QStringView typed, int limit) const;

private:
    struct Range {
        size_t low = 0;
        size_t high = 0;
        bool isEmpty() const { return low >= high; }
    };
    // One suffix array: where the text of a position begins, and the sorted positions.
    struct Array {
        std::span<const std::uint32_t> order;
        std::span<const std::uint32_t> at; // empty: the position itself
        std::span<const std::uint8_t> narrow;
        std::span<const char16_t> wide;
        std::vector<std::uint8_t> best; // highest score of each block of positions

        char16_t letter(std::uint32_t position, size_t depth) const;
    };
    class Collector;

    static Result<void> check(const Array& array, size_t positions);
    void measureBlocks(Array& array) const;
    Range all(const Array& array) const { return {0, array.order.size()}; }
    Range narrowed(const Array& array, Range range, size_t depth, char16_t letter) const;
    template <typename Letters>
    Range narrowed(const Array& array, Range range, size_t depth, const Letters& letters,
                   size_t from) const;
    void collect(const Array& array, Range range, MatchKind kind, Collector& into) const;
    void typedLatin(const QByteArray& letters, Collector& into) const;
    void typedHan(const QString& letters, Collector& into) const;
    void oneSlip(const QByteArray& letters, Collector& into) const;

    Array m_han;
    Array m_pinyin;
    Array m_fuzzy;
    Array m_initials;
    std::span<const std::uint8_t> m_scores;
    std::span<const std::uint32_t> m_documents;
    std::span<const std::uint32_t> m_starts;
};

} // namespace tongban::knowledgebase
