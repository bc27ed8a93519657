// SuggestIndex: narrowing intervals of suffix arrays letter by letter.
#include "knowledgebase/suggest_index.h"

#include "knowledgebase/folding.h"

#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr size_t block = 64;
constexpr qsizetype longestTyped = 48;

int penaltyOf(MatchKind kind) {
    switch (kind) {
    case MatchKind::Characters:
    case MatchKind::Pinyin:
        return 0;
    case MatchKind::Initials:
        return 30;
    case MatchKind::Fuzzy:
        return 50;
    case MatchKind::Slip:
        return 90;
    }
    return 0;
}

} // namespace

// Keeps the best of each document, and knows when nothing better can come.
class SuggestIndex::Collector {
public:
    Collector(const SuggestIndex& index, int limit)
        : m_index(index)
        , m_limit(static_cast<size_t>(limit)) {}

    int floor() const { return m_found.size() < m_limit ? -1000 : m_found.back().score; }
    size_t size() const { return m_found.size(); }
    size_t limit() const { return m_limit; }

    void add(std::uint32_t position, MatchKind kind, int score) {
        if (score <= floor())
            return;
        const auto key =
            std::upper_bound(m_index.m_starts.begin(), m_index.m_starts.end(), position);
        if (key == m_index.m_starts.begin())
            return;
        const auto number = static_cast<size_t>(key - m_index.m_starts.begin()) - 1;
        const std::uint32_t document = m_index.m_documents[number];
        const bool atStart = m_index.m_starts[number] == position;
        const auto same = std::find_if(m_found.begin(), m_found.end(),
                                       [&](const Suggested& s) { return s.document == document; });
        if (same != m_found.end()) {
            if (same->score >= score)
                return;
            m_found.erase(same);
        }
        const auto place = std::find_if(m_found.begin(), m_found.end(),
                                        [&](const Suggested& s) { return s.score < score; });
        m_found.insert(place, {document, kind, score, atStart});
        if (m_found.size() > m_limit)
            m_found.pop_back();
    }

    std::vector<Suggested> take() { return std::move(m_found); }

private:
    const SuggestIndex& m_index;
    size_t m_limit;
    std::vector<Suggested> m_found;
};

char16_t SuggestIndex::Array::letter(std::uint32_t position, size_t depth) const {
    const size_t start = at.empty() ? position : at[position];
    if (wide.empty())
        return start + depth < narrow.size() ? narrow[start + depth] : 0;
    return start + depth < wide.size() ? wide[start + depth] : 0;
}

Result<void> SuggestIndex::check(const Array& array, size_t positions) {
    if (!array.at.empty() && array.at.size() != positions)
        return IndexFile::wrong(Section::SuggestPinyinAt);
    for (const std::uint32_t position : array.order) {
        if (position >= positions)
            return IndexFile::wrong(Section::SuggestHanOrder);
    }
    return {};
}

Result<SuggestIndex> SuggestIndex::read(const IndexFile& file, std::uint32_t documents) {
    SuggestIndex index;
    TRY_ASSIGN(index.m_documents, file.values<std::uint32_t>(Section::SuggestDocuments));
    TRY_ASSIGN(index.m_starts, file.values<std::uint32_t>(Section::SuggestStarts));
    TRY_ASSIGN(index.m_scores, file.values<std::uint8_t>(Section::SuggestScores));
    TRY_ASSIGN(index.m_han.wide, file.values<char16_t>(Section::SuggestHan));
    TRY_ASSIGN(index.m_pinyin.at, file.values<std::uint32_t>(Section::SuggestPinyinAt));
    TRY_ASSIGN(index.m_pinyin.narrow, file.values<std::uint8_t>(Section::SuggestPinyin));
    TRY_ASSIGN(index.m_fuzzy.at, file.values<std::uint32_t>(Section::SuggestFuzzyAt));
    TRY_ASSIGN(index.m_fuzzy.narrow, file.values<std::uint8_t>(Section::SuggestFuzzy));
    TRY_ASSIGN(index.m_initials.narrow, file.values<std::uint8_t>(Section::SuggestInitials));
    TRY_ASSIGN(index.m_han.order, file.values<std::uint32_t>(Section::SuggestHanOrder));
    TRY_ASSIGN(index.m_pinyin.order, file.values<std::uint32_t>(Section::SuggestPinyinOrder));
    TRY_ASSIGN(index.m_fuzzy.order, file.values<std::uint32_t>(Section::SuggestFuzzyOrder));
    TRY_ASSIGN(index.m_initials.order, file.values<std::uint32_t>(Section::SuggestInitialsOrder));
    const size_t positions = index.m_han.wide.size();
    if (index.m_scores.size() != positions || index.m_initials.narrow.size() != positions)
        return IndexFile::wrong(Section::SuggestScores);
    if (index.m_documents.size() != index.m_starts.size() ||
        !std::is_sorted(index.m_starts.begin(), index.m_starts.end()))
        return IndexFile::wrong(Section::SuggestStarts);
    for (const std::uint32_t document : index.m_documents) {
        if (document >= documents)
            return IndexFile::wrong(Section::SuggestDocuments);
    }
    for (Array* array : {&index.m_han, &index.m_pinyin, &index.m_fuzzy, &index.m_initials}) {
        TRY(check(*array, positions));
        index.measureBlocks(*array);
    }
    return index;
}

void SuggestIndex::measureBlocks(Array& array) const {
    array.best.assign((array.order.size() + block - 1) / block, 0);
    for (size_t i = 0; i < array.order.size(); ++i)
        array.best[i / block] = std::max(array.best[i / block], m_scores[array.order[i]]);
}

SuggestIndex::Range SuggestIndex::narrowed(const Array& array, Range range, size_t depth,
                                           char16_t letter) const {
    const auto first = array.order.begin() + static_cast<ptrdiff_t>(range.low);
    const auto last = array.order.begin() + static_cast<ptrdiff_t>(range.high);
    const auto low = std::partition_point(
        first, last, [&](std::uint32_t p) { return array.letter(p, depth) < letter; });
    const auto high = std::partition_point(
        low, last, [&](std::uint32_t p) { return array.letter(p, depth) == letter; });
    return {static_cast<size_t>(low - array.order.begin()),
            static_cast<size_t>(high - array.order.begin())};
}

template <typename Letters>
SuggestIndex::Range SuggestIndex::narrowed(const Array& array, Range range, size_t depth,
                                           const Letters& letters, size_t from) const {
    for (auto i = static_cast<qsizetype>(from); i < letters.size() && !range.isEmpty(); ++i) {
        if constexpr (sizeof(letters[0]) == 1)
            range = narrowed(array, range, depth++, static_cast<std::uint8_t>(letters[i]));
        else
            range = narrowed(array, range, depth++, letters[i].unicode());
    }
    return range;
}

void SuggestIndex::collect(const Array& array, Range range, MatchKind kind, Collector& into) const {
    const int penalty = penaltyOf(kind);
    for (size_t i = range.low; i < range.high;) {
        const size_t blockEnd = std::min(range.high, (i / block + 1) * block);
        if (array.best[i / block] - penalty <= into.floor()) {
            i = blockEnd;
            continue;
        }
        for (; i < blockEnd; ++i)
            into.add(array.order[i], kind, m_scores[array.order[i]] - penalty);
    }
}

std::vector<Suggested> SuggestIndex::suggest(QStringView typed, int limit) const {
    QString letters = folded(typed.left(longestTyped * 2));
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber() || c.isSurrogate(); });
    letters.truncate(longestTyped);
    if (letters.isEmpty() || limit <= 0)
        return {};
    Collector found(*this, limit);
    collect(m_han, narrowed(m_han, all(m_han), 0, letters, 0), MatchKind::Characters, found);
    const bool latin = std::all_of(letters.begin(), letters.end(),
                                   [](QChar c) { return isLatinOrDigit(c.unicode()); });
    if (latin)
        typedLatin(letters.toLatin1(), found);
    else
        typedHan(letters, found);
    return found.take();
}

void SuggestIndex::typedLatin(const QByteArray& letters, Collector& found) const {
    collect(m_pinyin, narrowed(m_pinyin, all(m_pinyin), 0, letters, 0), MatchKind::Pinyin, found);
    collect(m_initials, narrowed(m_initials, all(m_initials), 0, letters, 0), MatchKind::Initials,
            found);
    const Pinyin& pinyin = Pinyin::system();
    if (const auto cut = pinyin.cut(letters)) {
        QByteArray spelling;
        for (const Syllable syllable : cut->whole)
            spelling += pinyin.fuzzyName(syllable);
        spelling += fuzzyBeginning(cut->rest);
        collect(m_fuzzy, narrowed(m_fuzzy, all(m_fuzzy), 0, spelling, 0), MatchKind::Fuzzy, found);
    }
    if (found.size() < 3 && letters.size() >= 4)
        oneSlip(letters, found);
}

void SuggestIndex::typedHan(const QString& letters, Collector& found) const {
    if (found.size() >= 3)
        return;
    // A homophone, or characters and pinyin mixed: by sound.
    const Pinyin& pinyin = Pinyin::system();
    const std::vector<Syllable> readings = pinyin.readings(letters);
    QByteArray sound;
    QByteArray fuzzy;
    QByteArray run;
    const auto endRun = [&] {
        const auto cut = pinyin.cut(run);
        sound += run;
        if (cut) {
            for (const Syllable syllable : cut->whole)
                fuzzy += pinyin.fuzzyName(syllable);
            fuzzy += fuzzyBeginning(cut->rest);
        } else {
            fuzzy += run;
        }
        run.clear();
    };
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const Syllable syllable = readings[static_cast<size_t>(i)];
        if (syllable == 0) {
            run += isLatinOrDigit(letters[i].unicode()) ? letters[i].toLatin1() : '~';
            continue;
        }
        endRun();
        sound += pinyin.name(syllable);
        fuzzy += pinyin.fuzzyName(syllable);
    }
    endRun();
    collect(m_pinyin, narrowed(m_pinyin, all(m_pinyin), 0, sound, 0), MatchKind::Pinyin, found);
    collect(m_fuzzy, narrowed(m_fuzzy, all(m_fuzzy), 0, fuzzy, 0), MatchKind::Fuzzy, found);
}

void SuggestIndex::oneSlip(const QByteArray& letters, Collector& found) const {
    Range before = all(m_pinyin);
    const auto size = static_cast<size_t>(letters.size());
    const auto goOn = [&](Range range, size_t depth, size_t from) {
        range = narrowed(m_pinyin, range, depth, letters, from);
        collect(m_pinyin, range, MatchKind::Slip, found);
    };
    for (size_t i = 0; i < size && !before.isEmpty(); ++i) {
        if (i > 0) {                // the first letter is trusted
            goOn(before, i, i + 1); // one letter too many
            for (char16_t c = u'a'; c <= u'z'; ++c) {
                const Range with = narrowed(m_pinyin, before, i, c);
                if (with.isEmpty())
                    continue;
                goOn(with, i + 1, i + 1); // another letter
                goOn(with, i + 1, i);     // one letter missing
            }
            if (i + 1 < size) {
                Range swapped =
                    narrowed(m_pinyin, before, i,
                             static_cast<std::uint8_t>(letters[static_cast<qsizetype>(i) + 1]));
                swapped = narrowed(m_pinyin, swapped, i + 1,
                                   static_cast<std::uint8_t>(letters[static_cast<qsizetype>(i)]));
                goOn(swapped, i + 2, i + 2);
            }
        }
        before = narrowed(m_pinyin, before, i,
                          static_cast<std::uint8_t>(letters[static_cast<qsizetype>(i)]));
    }
}

} // namespace tongban::knowledgebase
