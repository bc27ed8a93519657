// latinSubset: a font cut down to Latin letters, digits and signs, so that Chinese punctuation
// comes from the Chinese family.
#pragma once

#include <QByteArray>
#include <QRawFont>
#include <QString>

namespace tongban::theme {

// The tables of `font` with a new character map (U+0020–7E, U+00A0–FF, U+2022) and the name
// `family`. Empty when the font has none of these characters. Without it “ ” … would be the narrow
// Latin ones in the middle of a Chinese sentence.
QByteArray latinSubset(const QRawFont& font, const QString& family, bool bold);

} // namespace tongban::theme
