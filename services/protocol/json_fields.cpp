// Each reading refuses by the reader, so that all defects of a message come in one fault.
#include "services/protocol/json_fields.h"

#include "services/core/ids.h"

#include <cmath>

namespace tongban::protocol {

namespace {

void limit(JsonReader& reader, const QString& key, const QString& value, qsizetype longest) {
    if (value.size() > longest)
        reader.refuse(key, QStringLiteral("is longer than %1").arg(longest));
}

} // namespace

QString limitedText(JsonReader& reader, const char* key, qsizetype longest) {
    const QString name = QString::fromLatin1(key);
    QString value = reader.requiredText(name);
    limit(reader, name, value, longest);
    return value;
}

QString optionalText(JsonReader& reader, const char* key, qsizetype longest) {
    const QString name = QString::fromLatin1(key);
    QString value = reader.text(name);
    limit(reader, name, value, longest);
    return value;
}

QByteArray hexOctets(JsonReader& reader, const char* key, qsizetype size) {
    const QString name = QString::fromLatin1(key);
    const QByteArray text = reader.requiredText(name).toLatin1();
    QByteArray octets = QByteArray::fromHex(text);
    if (!text.isEmpty() && (octets.size() != size || octets.toHex() != text))
        reader.refuse(name,
                      QStringLiteral("expected %1 octets in lower-case hexadecimal").arg(size));
    return octets;
}

Instant requiredTime(JsonReader& reader, const char* key) {
    const QString name = QString::fromLatin1(key);
    const QString text = reader.requiredText(name);
    bool ok = false;
    const Instant instant = fromIso(text, &ok);
    if (!text.isEmpty() && !ok)
        reader.refuse(name, QStringLiteral("is not a time"));
    return instant;
}

std::optional<Instant> optionalTime(JsonReader& reader, const char* key) {
    if (!reader.has(QString::fromLatin1(key)))
        return {};
    return requiredTime(reader, key);
}

qint64 largeNumber(JsonReader& reader, const char* key, qint64 least) {
    const QString name = QString::fromLatin1(key);
    if (!reader.has(name)) {
        reader.refuse(name, QStringLiteral("is missing"));
        return 0;
    }
    const double value = reader.real(name);
    constexpr double most = 9'007'199'254'740'991.0;
    if (std::floor(value) != value || value < static_cast<double>(least) || value > most) {
        reader.refuse(name, QStringLiteral("is not a number in range"));
        return 0;
    }
    return static_cast<qint64>(value);
}

QString requiredUuid(JsonReader& reader, const char* key) {
    const QString name = QString::fromLatin1(key);
    QString value = reader.requiredText(name);
    if (!value.isEmpty() && !isUuid7(value))
        reader.refuse(name, QStringLiteral("is not a UUIDv7"));
    return value;
}

void eachLimited(JsonReader& reader, const char* key, qsizetype most,
                 const std::function<void(JsonReader&)>& read) {
    const QString name = QString::fromLatin1(key);
    if (reader.value().value(name).toArray().size() > most) {
        reader.refuse(name, QStringLiteral("more than %1").arg(most));
        return;
    }
    reader.each(name, read);
}

QJsonObject without(QJsonObject object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        object.remove(QLatin1String(key));
    return object;
}

} // namespace tongban::protocol
