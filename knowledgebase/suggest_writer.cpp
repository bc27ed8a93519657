// writeSuggestions: one position for each character of each key; suffixes end with their key.
#include "knowledgebase/suggest_writer.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/pinyin.h"

#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr qsizetype longestKey = 48;

class SuggestWriter {
public:
    void add(std::uint32_t document, const QString& key, int standing) {
        QString letters = folded(key);
        letters.removeIf([](QChar c) { return !c.isLetterOrNumber() || c.isSurrogate(); });
        letters.truncate(longestKey);
        if (letters.isEmpty())
            return;
        m_documents.push_back(document);
        m_starts.push_back(static_cast<std::uint32_t>(m_han.size()));
        const std::vector<Syllable> readings = m_pinyin.readings(letters);
        const int brief = 40 - static_cast<int>(std::min<qsizetype>(40, letters.size()));
        for (qsizetype i = 0; i < letters.size(); ++i) {
            m_scores.push_back(static_cast<std::uint8_t>(standing + brief + (i == 0 ? 64 : 0)));
            m_han.push_back(letters[i].unicode());
            addSound(letters[i], readings[static_cast<size_t>(i)]);
        }
        end();
    }

    void write(IndexWriter& into) {
        into.add(Section::SuggestDocuments, m_documents);
        into.add(Section::SuggestStarts, m_starts);
        into.add(Section::SuggestScores, m_scores);
        into.add(Section::SuggestHan, m_han);
        into.add(Section::SuggestPinyinAt, m_pinyinAt);
        into.add(Section::SuggestPinyin, m_pinyinText);
        into.add(Section::SuggestFuzzyAt, m_fuzzyAt);
        into.add(Section::SuggestFuzzy, m_fuzzyText);
        into.add(Section::SuggestInitials, m_initials);
        const auto self = [](std::uint32_t p) { return p; };
        into.add(Section::SuggestHanOrder, sorted(m_han.data(), self));
        into.add(Section::SuggestPinyinOrder,
                 sorted(bytes(m_pinyinText), [this](std::uint32_t p) { return m_pinyinAt[p]; }));
        into.add(Section::SuggestFuzzyOrder,
                 sorted(bytes(m_fuzzyText), [this](std::uint32_t p) { return m_fuzzyAt[p]; }));
        into.add(Section::SuggestInitialsOrder, sorted(bytes(m_initials), self));
    }

private:
    static const std::uint8_t* bytes(const QByteArray& text) {
        return reinterpret_cast<const std::uint8_t*>(text.constData());
    }

    void addSound(QChar character, Syllable syllable) {
        m_pinyinAt.push_back(static_cast<std::uint32_t>(m_pinyinText.size()));
        m_fuzzyAt.push_back(static_cast<std::uint32_t>(m_fuzzyText.size()));
        if (syllable != 0) {
            m_pinyinText += m_pinyin.name(syllable);
            m_fuzzyText += m_pinyin.fuzzyName(syllable);
            m_initials += m_pinyin.name(syllable).at(0);
            return;
        }
        // Letters and digits sound like themselves; what has no reading matches nothing typed.
        const char c = isLatinOrDigit(character.unicode()) ? character.toLatin1() : '~';
        m_pinyinText += c;
        m_fuzzyText += c;
        m_initials += c;
    }

    void end() {
        m_scores.push_back(0);
        m_han.push_back(0);
        m_pinyinAt.push_back(static_cast<std::uint32_t>(m_pinyinText.size()));
        m_fuzzyAt.push_back(static_cast<std::uint32_t>(m_fuzzyText.size()));
        m_pinyinText += '\0';
        m_fuzzyText += '\0';
        m_initials += '\0';
    }

    // Positions sorted by the text from there to the end of the key; equal texts by position.
    template <typename Letter, typename At>
    std::vector<std::uint32_t> sorted(const Letter* text, At at) const {
        constexpr int head = 8 / sizeof(Letter);
        struct Row {
            std::uint64_t head;
            std::uint32_t position;
        };
        std::vector<Row> rows;
        for (std::uint32_t p = 0; p < m_han.size(); ++p) {
            if (m_han[p] == 0)
                continue;
            std::uint64_t packed = 0;
            bool open = true;
            for (int i = 0; i < head; ++i) {
                const Letter letter = open ? text[at(p) + static_cast<std::uint32_t>(i)] : Letter{};
                open = letter != 0;
                packed = (packed << (8 * sizeof(Letter))) | letter;
            }
            rows.push_back({packed, p});
        }
        std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
            if (a.head != b.head)
                return a.head < b.head;
            if ((a.head & ((1ULL << (8 * sizeof(Letter))) - 1)) != 0) {
                const Letter* x = text + at(a.position) + head;
                const Letter* y = text + at(b.position) + head;
                for (; *x != 0 && *x == *y; ++x, ++y) {
                }
                if (*x != *y)
                    return *x < *y;
            }
            return a.position < b.position;
        });
        std::vector<std::uint32_t> order;
        order.reserve(rows.size());
        for (const Row& row : rows)
            order.push_back(row.position);
        return order;
    }

    const Pinyin& m_pinyin = Pinyin::system();
    std::vector<std::uint32_t> m_documents;
    std::vector<std::uint32_t> m_starts;
    std::vector<std::uint8_t> m_scores;
    std::vector<char16_t> m_han;
    std::vector<std::uint32_t> m_pinyinAt;
    std::vector<std::uint32_t> m_fuzzyAt;
    QByteArray m_pinyinText;
    QByteArray m_fuzzyText;
    QByteArray m_initials;
};

} // namespace

void writeSuggestions(const std::vector<Document>& documents, IndexWriter& into) {
    SuggestWriter writer;
    for (size_t i = 0; i < documents.size(); ++i) {
        const Document& document = documents[i];
        if (!document.listed)
            continue;
        const int standing = document.item ? 100 : 0;
        const auto number = static_cast<std::uint32_t>(i);
        writer.add(number, document.title.isEmpty() ? document.text : document.title,
                   standing + 20);
        for (const QString& alias : document.aliases)
            writer.add(number, alias, standing);
    }
    writer.write(into);
}

} // namespace tongban::knowledgebase
