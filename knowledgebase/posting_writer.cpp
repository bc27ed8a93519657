// PostingWriter: an open hash table of growing byte strings.
#include "knowledgebase/posting_writer.h"

#include "knowledgebase/lexical_index.h"
#include "knowledgebase/pinyin.h"

#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

size_t slotOf(TermKey key, size_t mask) {
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33;
    return static_cast<size_t>(key) & mask;
}

} // namespace

PostingWriter::PostingWriter()
    : m_slots(1 << 16, 0) {}

void PostingWriter::grow() {
    m_slots.assign(m_slots.size() * 2, 0);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = 0; i < m_lists.size(); ++i) {
        size_t slot = slotOf(m_lists[i].key, mask);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

PostingWriter::List& PostingWriter::listOf(TermKey key) {
    if (m_lists.size() * 2 >= m_slots.size())
        grow();
    const size_t mask = m_slots.size() - 1;
    size_t slot = slotOf(key, mask);
    while (m_slots[slot] != 0) {
        List& list = m_lists[m_slots[slot] - 1];
        if (list.key == key)
            return list;
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = static_cast<std::uint32_t>(m_lists.size() + 1);
    m_lists.push_back({key, 0, 0, {}});
    return m_lists.back();
}

void PostingWriter::add(std::uint32_t unit, std::vector<Weighted>& terms, double k1) {
    std::sort(terms.begin(), terms.end(),
              [](const Weighted& a, const Weighted& b) { return a.key < b.key; });
    for (size_t i = 0; i < terms.size();) {
        double weight = 0;
        const TermKey key = terms[i].key;
        for (; i < terms.size() && terms[i].key == key; ++i)
            weight += terms[i].weight;
        List& list = listOf(key);
        appendNumber(list.bytes, unit + 1 - list.last);
        list.last = unit + 1;
        ++list.frequency;
        const double impact = std::round(255 * weight / (weight + k1));
        list.bytes.push_back(static_cast<char>(std::clamp(impact, 1.0, 255.0)));
    }
}

void PostingWriter::write(IndexWriter& into) {
    std::sort(m_lists.begin(), m_lists.end(),
              [](const List& a, const List& b) { return a.key < b.key; });
    std::vector<TermKey> keys;
    std::vector<std::uint32_t> ends;
    std::string postings;
    for (List& list : m_lists) {
        keys.push_back(list.key);
        appendNumber(postings, list.frequency);
        postings += list.bytes;
        list.bytes = std::string();
        ends.push_back(static_cast<std::uint32_t>(postings.size()));
    }
    writeSounds(into, keys);
    into.add(Section::Keys, keys);
    into.add(Section::PostingEnds, ends);
    into.add(Section::Postings,
             QByteArray(postings.data(), static_cast<qsizetype>(postings.size())));
    m_lists.clear();
    m_slots.assign(1 << 16, 0);
}

void PostingWriter::writeSounds(IndexWriter& into, const std::vector<TermKey>& keys) const {
    const Pinyin& pinyin = Pinyin::system();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sounds;
    for (size_t term = 0; term < keys.size(); ++term) {
        if (channelOf(keys[term]) != Channel::Pair)
            continue;
        for (const Syllable first : pinyin.alternatives(firstOf(keys[term]))) {
            for (const Syllable second : pinyin.alternatives(secondOf(keys[term])))
                sounds.emplace_back(soundKey(pinyin.fuzzy(first), pinyin.fuzzy(second)),
                                    static_cast<std::uint32_t>(term));
        }
    }
    std::sort(sounds.begin(), sounds.end());
    sounds.erase(std::unique(sounds.begin(), sounds.end()), sounds.end());
    std::vector<std::uint32_t> soundKeys;
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> terms;
    for (const auto& [key, term] : sounds) {
        if (soundKeys.empty() || soundKeys.back() != key) {
            soundKeys.push_back(key);
            ends.push_back(0);
        }
        terms.push_back(term);
        ends.back() = static_cast<std::uint32_t>(terms.size());
    }
    into.add(Section::SoundKeys, soundKeys);
    into.add(Section::SoundEnds, ends);
    into.add(Section::SoundTerms, terms);
}

} // namespace tongban::knowledgebase
