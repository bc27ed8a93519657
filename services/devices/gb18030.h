// GB18030, the character set of Chinese receipt printers and social security cards, over iconv.
#pragma once

#include <QByteArray>
#include <QString>

namespace tongban::devices {

QByteArray toGb18030(const QString& text);
// Bytes that are no characters become U+FFFD.
QString fromGb18030(const QByteArray& bytes);

} // namespace tongban::devices
