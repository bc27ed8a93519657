// Analyzer: folded text → terms of the three channels (characters, pairs, words). Builder and
// search share it; its version stands in every index, and a different one is refused.
#pragma once

#include <QStringView>
#include <cstdint>
#include <memory>
#include <vector>

namespace tongban::knowledgebase {

inline constexpr int analyzerVersion = 1;

enum class Channel : std::uint8_t { Character, Pair, Word };

// Channel in the top two bits; sorted keys are sorted by channel.
using TermKey = std::uint64_t;
// A Han character or another letter is its code point; a Latin or digit run is one unit by hash.
using Unit = std::uint32_t;

inline constexpr Unit runUnit = 0x200000; // runs are at or above it

constexpr Channel channelOf(TermKey key) {
    return static_cast<Channel>(key >> 62);
}
constexpr TermKey characterKey(Unit unit) {
    return unit;
}
constexpr TermKey pairKey(Unit first, Unit second) {
    return (TermKey{1} << 62) | (static_cast<TermKey>(first) << 24) | second;
}
constexpr Unit firstOf(TermKey pair) {
    return static_cast<Unit>((pair >> 24) & 0xffffff);
}
constexpr Unit secondOf(TermKey pair) {
    return static_cast<Unit>(pair & 0xffffff);
}
TermKey wordKey(QStringView folded);
Unit unitOfRun(QStringView folded);

struct Placed {
    Unit unit = 0;
    std::int32_t start = 0;
    std::int32_t length = 0;
    bool joined = false; // follows the unit before it without anything between
};

struct Term {
    TermKey key = 0;
    std::int32_t start = 0;
    std::int32_t length = 0;
};

class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;

    // Appends the terms of a folded text.
    void terms(QStringView folded, std::vector<Term>& into);
    static void units(QStringView folded, std::vector<Placed>& into);

private:
    void words(QStringView folded, std::vector<Term>& into);

    struct Words;
    std::unique_ptr<Words> m_words;
    std::vector<Placed> m_units;
};

} // namespace tongban::knowledgebase
