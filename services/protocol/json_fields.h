// Readings that messages need beyond JsonReader: limits, times, octets in hexadecimal, 53-bit
// numbers. Faults name the path.
#pragma once

#include "services/core/clock.h"
#include "services/core/json_reader.h"

namespace tongban::protocol {

QString limitedText(JsonReader& reader, const char* key, qsizetype longest); // required
QString optionalText(JsonReader& reader, const char* key, qsizetype longest);
QByteArray hexOctets(JsonReader& reader, const char* key,
                     qsizetype size); // required, exactly `size` octets
Instant requiredTime(JsonReader& reader, const char* key);
std::optional<Instant> optionalTime(JsonReader& reader, const char* key);
qint64 largeNumber(JsonReader& reader, const char* key, qint64 least = 0); // required
QString requiredUuid(JsonReader& reader, const char* key);
// At most `most` elements, each an object.
void eachLimited(JsonReader& reader, const char* key, qsizetype most,
                 const std::function<void(JsonReader&)>& read);
// The object without the named fields.
QJsonObject without(QJsonObject object, std::initializer_list<const char*> keys);

// Field names are Latin letters.
inline QString operator""_k(const char* text, size_t size) {
    return QString::fromLatin1(text, static_cast<qsizetype>(size));
}

} // namespace tongban::protocol
