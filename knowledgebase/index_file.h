// The index file: a table of numbered sections of plain little-endian arrays, read in place from
// memory-mapped bytes. Nothing in it is trusted: every reader of a section checks its numbers.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QMap>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace tongban::knowledgebase {

enum class Section : std::uint32_t {
    Settings = 1, // canonical JSON: versions, counts, ranking parameters
    Texts,        // UTF-8 of ids and titles, one after the other
    TextEnds,     // u32: end of id 0, title 0, id 1, …
    DocumentKinds,
    Units, // u32 each: document number, top bit set for an alias
    Keys,  // u64 sorted
    PostingEnds,
    Postings,
    SoundKeys, // u32 sorted: a pair of fuzzy syllables
    SoundEnds,
    SoundTerms,       // u32: numbers of pair terms
    Vectors,          // int8, one row a unit
    Encoder,          // the model that made them
    SuggestDocuments, // u32: document of each key (a title or an alias)
    SuggestStarts,    // u32: position of each key's first character
    SuggestScores,    // u8 for each position
    SuggestHan,       // u16 for each position; 0 ends a key
    SuggestPinyinAt,  // u32 for each position
    SuggestPinyin,
    SuggestFuzzyAt,
    SuggestFuzzy,
    SuggestInitials, // a byte for each position
    SuggestHanOrder, // positions, sorted by what follows them
    SuggestPinyinOrder,
    SuggestFuzzyOrder,
    SuggestInitialsOrder,
    // A pack is such a file as well.
    PackManifest,
    PackSignature,
    PackEntries,
    PackIndex,
};

class IndexWriter {
public:
    void add(Section section, const QByteArray& bytes) { m_sections.insert(section, bytes); }
    template <typename T>
    void add(Section section, const std::vector<T>& values) {
        add(section, QByteArray(reinterpret_cast<const char*>(values.data()),
                                static_cast<qsizetype>(values.size() * sizeof(T))));
    }
    QByteArray file() const;

private:
    QMap<Section, QByteArray> m_sections;
};

class IndexFile {
public:
    static Result<IndexFile> map(const QString& path);
    static Result<IndexFile> fromBytes(QByteArray bytes);
    // A file that is one section of this one; shares its memory.
    Result<IndexFile> within(Section section) const;

    bool has(Section section) const { return m_sections.contains(section); }
    QByteArrayView bytes(Section section) const { return m_sections.value(section); }
    // Invalid when the section is missing or no whole number of T.
    template <typename T>
    Result<std::span<const T>> values(Section section) const {
        const QByteArrayView view = bytes(section);
        if (!has(section) || view.size() % static_cast<qsizetype>(sizeof(T)) != 0)
            return wrong(section);
        return std::span<const T>(reinterpret_cast<const T*>(view.data()),
                                  static_cast<size_t>(view.size()) / sizeof(T));
    }
    static tl::unexpected<Fault> wrong(Section section);
    qsizetype size() const { return m_size; }

private:
    Result<void> readTable(QByteArrayView all);

    std::shared_ptr<const void> m_owner;
    QMap<Section, QByteArrayView> m_sections;
    qsizetype m_size = 0;
};

// Variable-length numbers, seven bits a byte, least significant first.
void appendNumber(std::string& bytes, std::uint32_t number);
// Moves `at`; returns 0 and moves to `end` when the bytes end too early.
inline std::uint32_t readNumber(const std::uint8_t*& at, const std::uint8_t* end) {
    std::uint32_t number = 0;
    for (int shift = 0; at < end && shift < 35; shift += 7) {
        const std::uint8_t byte = *at++;
        number |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    at = end;
    return 0;
}

} // namespace tongban::knowledgebase
