// LexicalIndex: terms → units with 8-bit impacts, and pairs of syllables → terms that sound so.
// A unit is one passage of a document or one of its aliases.
#pragma once

#include "knowledgebase/analyzer.h"
#include "knowledgebase/index_file.h"
#include "knowledgebase/ranking.h"

#include <optional>

namespace tongban::knowledgebase {

class LexicalIndex {
public:
    static Result<LexicalIndex> read(const IndexFile& file, std::uint32_t units);

    std::optional<std::uint32_t> find(TermKey key) const;
    std::uint32_t frequency(std::uint32_t term) const; // units that contain it
    TermKey key(std::uint32_t term) const { return m_keys[term]; }
    std::uint32_t termCount() const { return static_cast<std::uint32_t>(m_keys.size()); }
    // Terms whose pair of characters can be read as this pair of fuzzy syllables.
    std::span<const std::uint32_t> soundingLike(std::uint32_t soundKey) const;

    // Adds weight × impact of each unit of the term to the sums. Impacts are 0…1.
    void add(std::uint32_t term, float weight, std::span<float> sums) const;
    bool containsAny(std::uint32_t term, std::span<const std::uint32_t> sortedUnits) const;
    // Rarer terms weigh more; of `frequency` units among all.
    float inverseFrequency(std::uint32_t frequency) const;

private:
    struct Postings {
        const std::uint8_t* at;
        const std::uint8_t* end;
        std::uint32_t frequency;
    };
    Postings postings(std::uint32_t term) const;

    std::span<const TermKey> m_keys;
    std::span<const std::uint32_t> m_ends;
    std::span<const std::uint8_t> m_postings;
    std::span<const std::uint32_t> m_soundKeys;
    std::span<const std::uint32_t> m_soundEnds;
    std::span<const std::uint32_t> m_soundTerms;
    std::uint32_t m_units = 0;
};

inline std::uint32_t soundKey(unsigned firstFuzzy, unsigned secondFuzzy) {
    return (firstFuzzy << 16) | secondFuzzy;
}

} // namespace tongban::knowledgebase
