// Folding over one table of the basic plane, filled once from ICU and Qt.
#include "knowledgebase/folding.h"

#include <array>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace tongban::knowledgebase {

namespace {

using Table = std::array<char16_t, 0x10000>;

void addTraditional(Table& table) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> converter(icu::Transliterator::createInstance(
        icu::UnicodeString("Traditional-Simplified"), UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !converter)
        return; // without ICU's data traditional characters stay as they are
    // A line feed after each character keeps the converter from looking at pairs.
    icu::UnicodeString all;
    for (char16_t c = 0x3400; c < 0x9fff; ++c)
        all.append(c).append(u'\n');
    converter->transliterate(all);
    char16_t from = 0x3400;
    for (int32_t i = 0; i + 1 < all.length() && from < 0x9fff; ++from) {
        if (all[i + 1] == u'\n')
            table[from] = all[i];
        while (i < all.length() && all[i] != u'\n')
            ++i;
        ++i;
    }
}

std::unique_ptr<Table> makeTable() {
    auto table = std::make_unique<Table>();
    for (char32_t c = 0; c < 0x10000; ++c) {
        char16_t to = static_cast<char16_t>(c);
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x3000 || c == 0xfeff || c == 0x200b)
            to = u' ';
        else if (c >= 0xff01 && c <= 0xff5e)
            to = static_cast<char16_t>(c - 0xfee0);
        if (!QChar::isSurrogate(c)) {
            const char32_t small = QChar::toLower(static_cast<char32_t>(to));
            if (small < 0x10000)
                to = static_cast<char16_t>(small);
        }
        (*table)[c] = to;
    }
    addTraditional(*table);
    return table;
}

const Table& table() {
    static const std::unique_ptr<Table> made = makeTable();
    return *made;
}

} // namespace

char16_t foldedUnit(char16_t unit) {
    return table()[unit];
}

QString folded(QStringView text) {
    const Table& to = table();
    QString result(text.size(), Qt::Uninitialized);
    auto* out = reinterpret_cast<char16_t*>(result.data());
    for (const QChar c : text)
        *out++ = to[c.unicode()];
    return result;
}

bool isHan(char32_t c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x3ffff);
}

} // namespace tongban::knowledgebase
