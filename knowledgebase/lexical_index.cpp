// LexicalIndex: look-ups and the one hot loop.
#include "knowledgebase/lexical_index.h"

#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

bool rising(std::span<const std::uint32_t> ends, size_t limit) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() || ends.back() <= limit);
}

} // namespace

Result<LexicalIndex> LexicalIndex::read(const IndexFile& file, std::uint32_t units) {
    LexicalIndex index;
    index.m_units = units;
    TRY_ASSIGN(index.m_keys, file.values<TermKey>(Section::Keys));
    TRY_ASSIGN(index.m_ends, file.values<std::uint32_t>(Section::PostingEnds));
    TRY_ASSIGN(index.m_postings, file.values<std::uint8_t>(Section::Postings));
    TRY_ASSIGN(index.m_soundKeys, file.values<std::uint32_t>(Section::SoundKeys));
    TRY_ASSIGN(index.m_soundEnds, file.values<std::uint32_t>(Section::SoundEnds));
    TRY_ASSIGN(index.m_soundTerms, file.values<std::uint32_t>(Section::SoundTerms));
    if (index.m_ends.size() != index.m_keys.size() ||
        !rising(index.m_ends, index.m_postings.size()))
        return IndexFile::wrong(Section::PostingEnds);
    if (index.m_soundEnds.size() != index.m_soundKeys.size() ||
        !rising(index.m_soundEnds, index.m_soundTerms.size()))
        return IndexFile::wrong(Section::SoundEnds);
    for (const std::uint32_t term : index.m_soundTerms) {
        if (term >= index.m_keys.size())
            return IndexFile::wrong(Section::SoundTerms);
    }
    return index;
}

std::optional<std::uint32_t> LexicalIndex::find(TermKey key) const {
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end() || *found != key)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - m_keys.begin());
}

LexicalIndex::Postings LexicalIndex::postings(std::uint32_t term) const {
    const std::uint32_t start = term == 0 ? 0 : m_ends[term - 1];
    Postings postings{m_postings.data() + start, m_postings.data() + m_ends[term], 0};
    postings.frequency = readNumber(postings.at, postings.end);
    return postings;
}

std::uint32_t LexicalIndex::frequency(std::uint32_t term) const {
    return postings(term).frequency;
}

std::span<const std::uint32_t> LexicalIndex::soundingLike(std::uint32_t sound) const {
    const auto found = std::lower_bound(m_soundKeys.begin(), m_soundKeys.end(), sound);
    if (found == m_soundKeys.end() || *found != sound)
        return {};
    const auto row = static_cast<size_t>(found - m_soundKeys.begin());
    const size_t start = row == 0 ? 0 : m_soundEnds[row - 1];
    return m_soundTerms.subspan(start, m_soundEnds[row] - start);
}

float LexicalIndex::inverseFrequency(std::uint32_t frequency) const {
    const double n = m_units;
    const double f = std::min<double>(frequency, n);
    return static_cast<float>(std::log(1 + (n - f + 0.5) / (f + 0.5)));
}

void LexicalIndex::add(std::uint32_t term, float weight, std::span<float> sums) const {
    const Postings list = postings(term);
    const std::uint8_t* at = list.at;
    const float step = weight / 255;
    const std::uint32_t units = m_units;
    float* const to = sums.data();
    std::uint32_t unit = 0;
    // A gap is 1 or more; the first is the unit's number plus one.
    while (at < list.end) {
        std::uint32_t gap = *at++;
        if (gap >= 0x80) [[unlikely]] {
            --at;
            gap = readNumber(at, list.end);
        }
        unit += gap;
        if (at >= list.end || unit - 1 >= units)
            return;
        to[unit - 1] += step * static_cast<float>(*at++);
    }
}

bool LexicalIndex::containsAny(std::uint32_t term,
                               std::span<const std::uint32_t> sortedUnits) const {
    const Postings list = postings(term);
    std::uint32_t unit = 0;
    auto wanted = sortedUnits.begin();
    for (const std::uint8_t* at = list.at; at < list.end; ++at) {
        unit += readNumber(at, list.end);
        while (wanted != sortedUnits.end() && *wanted + 1 < unit)
            ++wanted;
        if (wanted == sortedUnits.end())
            return false;
        if (*wanted + 1 == unit)
            return true;
        if (at >= list.end)
            return false;
    }
    return false;
}

} // namespace tongban::knowledgebase
