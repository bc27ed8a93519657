// Folding: the one spelling under which texts and questions meet, unit by unit, so that positions
// stay valid.
#pragma once

#include <QString>

namespace tongban::knowledgebase {

// Full width → half width, capitals → small letters, traditional → simplified characters, control
// characters and line ends → space. The result has exactly as many UTF-16 units as the text.
QString folded(QStringView text);

char16_t foldedUnit(char16_t unit);

bool isHan(char32_t character);
inline bool isLatinOrDigit(char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace tongban::knowledgebase
