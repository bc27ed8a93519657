// Touch typing: words put in through the keyboard on the screen, key by key, as a finger would.
#pragma once

#include "app/tour/spoken.h"

namespace tongban::tour {

// Presses one key a character; false when a key is not there.
bool pressKeys(Spoken& spoken, const QString& keys);

// Types `pinyin` and takes candidates, the longest that fit first, until `words` stands there.
bool typeChinese(Spoken& spoken, const QString& pinyin, const QString& words);

} // namespace tongban::tour
