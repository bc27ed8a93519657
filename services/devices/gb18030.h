// GB18030, the character set of Chinese receipt printers and social security cards, over iconv.
#pragma once

#include <QByteArray>
#include <QString>

namespace tongban::devices {

QByteArray toGb18030(const QString& text);
// Bytes that are no characters become U+FFFD.
QString fromGb18030(const QByteArray& bytes);

// Every character is in GB 2312 or, for Hong Kong, Macao and Taiwan, in Big5; `·` counts as well.
bool inDailyUse(const QString& text);

} // namespace tongban::devices
