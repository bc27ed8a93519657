// Analyzer: characters and pairs by hand, words by ICU's dictionary.
#include "knowledgebase/analyzer.h"

#include "knowledgebase/folding.h"

#include <QChar>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace tongban::knowledgebase {

namespace {

std::uint64_t hashOf(QStringView text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a, then mixed
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    hash ^= hash >> 31;
    hash *= 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29);
}

} // namespace

TermKey wordKey(QStringView folded) {
    return (TermKey{2} << 62) | (hashOf(folded) >> 2);
}

Unit unitOfRun(QStringView folded) {
    return runUnit | static_cast<Unit>(hashOf(folded) & 0x1fffff);
}

struct Analyzer::Words {
    std::unique_ptr<icu::BreakIterator> iterator;
};

Analyzer::Analyzer()
    : m_words(std::make_unique<Words>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_words->iterator.reset(
        icu::BreakIterator::createWordInstance(icu::Locale::getSimplifiedChinese(), status));
    if (U_FAILURE(status))
        m_words->iterator.reset(); // words are one channel of three and may be missing
}

Analyzer::~Analyzer() = default;

void Analyzer::units(QStringView text, std::vector<Placed>& into) {
    bool joined = false;
    for (qsizetype i = 0; i < text.size();) {
        const char16_t c = text[i].unicode();
        qsizetype length = 1;
        Unit unit = 0;
        if (isLatinOrDigit(c)) {
            while (i + length < text.size() && isLatinOrDigit(text[i + length].unicode()))
                ++length;
            unit = unitOfRun(text.mid(i, length));
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() &&
                   text[i + 1].isLowSurrogate()) {
            length = 2;
            const char32_t full = QChar::surrogateToUcs4(c, text[i + 1].unicode());
            if (QChar::isLetter(full))
                unit = full;
        } else if (QChar::isLetter(c)) {
            unit = c;
        }
        if (unit != 0)
            into.push_back(
                {unit, static_cast<std::int32_t>(i), static_cast<std::int32_t>(length), joined});
        joined = unit != 0;
        i += length;
    }
}

void Analyzer::words(QStringView text, std::vector<Term>& into) {
    if (!m_words->iterator)
        return;
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUChars(&view, reinterpret_cast<const UChar*>(text.utf16()), text.size(), &status);
    m_words->iterator->setText(&view, status);
    if (U_SUCCESS(status)) {
        int32_t start = m_words->iterator->first();
        for (int32_t end = m_words->iterator->next(); end != icu::BreakIterator::DONE;
             start = end, end = m_words->iterator->next()) {
            const bool word = m_words->iterator->getRuleStatus() != UBRK_WORD_NONE;
            if (word && end - start >= 2)
                into.push_back({wordKey(text.mid(start, end - start)), start, end - start});
        }
    }
    utext_close(&view);
}

void Analyzer::terms(QStringView text, std::vector<Term>& into) {
    m_units.clear();
    units(text, m_units);
    into.reserve(into.size() + m_units.size() * 3);
    for (size_t i = 0; i < m_units.size(); ++i) {
        const Placed& now = m_units[i];
        into.push_back({characterKey(now.unit), now.start, now.length});
        if (i > 0 && now.joined) {
            const Placed& before = m_units[i - 1];
            into.push_back({pairKey(before.unit, now.unit), before.start,
                            now.start + now.length - before.start});
        }
    }
    words(text, into);
}

} // namespace tongban::knowledgebase
