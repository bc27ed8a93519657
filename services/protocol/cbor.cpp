// The encoder sorts; the decoder accepts only what the encoder would have written.
#include "services/protocol/cbor.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <algorithm>

namespace tongban::protocol {

namespace {

constexpr int maxDepth = 16;

bool write(QCborStreamWriter& out, const QCborValue& value, int depth);

// Encoded text keys compare bytewise: shorter first, then by octets (the length stands in front).
bool writeMap(QCborStreamWriter& out, const QCborMap& map, int depth) {
    QList<std::pair<QByteArray, QCborValue>> fields;
    for (const auto& [key, value] : map) {
        if (!key.isString())
            return false;
        fields.append({key.toString().toUtf8(), value});
    }
    std::sort(fields.begin(), fields.end(), [](const auto& left, const auto& right) {
        return left.first.size() != right.first.size() ? left.first.size() < right.first.size()
                                                       : left.first < right.first;
    });
    // A parsed map may hold a key twice; it has no one meaning.
    for (qsizetype i = 1; i < fields.size(); ++i) {
        if (fields.at(i).first == fields.at(i - 1).first)
            return false;
    }
    out.startMap(static_cast<quint64>(fields.size()));
    for (const auto& [key, value] : fields) {
        out.appendTextString(key.constData(), key.size());
        if (!write(out, value, depth + 1))
            return false;
    }
    return out.endMap();
}

bool writeArray(QCborStreamWriter& out, const QCborArray& array, int depth) {
    out.startArray(static_cast<quint64>(array.size()));
    for (const QCborValue value : array) {
        if (!write(out, value, depth + 1))
            return false;
    }
    return out.endArray();
}

bool write(QCborStreamWriter& out, const QCborValue& value, int depth) {
    if (depth > maxDepth)
        return false;
    switch (value.type()) {
    case QCborValue::Integer:
        out.append(value.toInteger());
        return true;
    case QCborValue::String: {
        const QByteArray utf8 = value.toString().toUtf8();
        out.appendTextString(utf8.constData(), utf8.size());
        return true;
    }
    case QCborValue::ByteArray:
        out.append(value.toByteArray());
        return true;
    case QCborValue::True:
    case QCborValue::False:
        out.append(value.toBool());
        return true;
    case QCborValue::Null:
        out.append(nullptr);
        return true;
    case QCborValue::Map:
        return writeMap(out, value.toMap(), depth);
    case QCborValue::Array:
        return writeArray(out, value.toArray(), depth);
    default:
        return false;
    }
}

tl::unexpected<Fault> refused(const char* why) {
    return fail(FaultKind::Invalid, QStringLiteral("CBOR: %1").arg(QLatin1String(why)));
}

// Nesting is measured before values are built, so that a hostile depth costs nothing.
bool tooDeep(const QByteArray& bytes) {
    QCborStreamReader reader(bytes);
    int depth = 0;
    while (reader.lastError() == QCborError::NoError) {
        if (depth > 0 && !reader.hasNext()) {
            reader.leaveContainer();
            if (--depth == 0)
                return false;
            continue;
        }
        if (reader.isContainer()) {
            if (++depth > maxDepth)
                return true;
            reader.enterContainer();
            continue;
        }
        reader.next();
        if (depth == 0)
            return false;
    }
    return false; // broken: the parser will say how
}

} // namespace

Result<QByteArray> encodeCbor(const QCborMap& map) {
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    if (!write(out, map, 0))
        return fail(FaultKind::Internal, QStringLiteral("CBOR: a value that has no one encoding"));
    return bytes;
}

Result<QCborMap> decodeCbor(const QByteArray& bytes, qsizetype limit) {
    if (bytes.size() > limit)
        return refused("too large");
    if (tooDeep(bytes))
        return refused("nested too deep");
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError)
        return refused("broken");
    if (!value.isMap())
        return refused("not a map");
    const auto again = encodeCbor(value.toMap());
    if (!again.has_value() || *again != bytes)
        return refused("not the deterministic encoding");
    return value.toMap();
}

CborReader::CborReader(const QCborMap& map, QString path)
    : m_map(map)
    , m_path(std::move(path)) {}

void CborReader::refuse(const QString& key, const QString& why) {
    m_defects.append(QStringLiteral("%1.%2: %3").arg(m_path, key, why));
}

QCborValue CborReader::take(const QString& key, QCborValue::Type type, const char* word,
                            bool required) {
    m_asked.append(key);
    QCborValue value = m_map.value(key);
    if (value.isUndefined()) {
        if (required)
            refuse(key, QStringLiteral("is missing"));
        return {};
    }
    const bool boolean = type == QCborValue::True && value.isBool();
    if (value.type() != type && !boolean) {
        refuse(key, QStringLiteral("expected %1").arg(QLatin1String(word)));
        return {};
    }
    return value;
}

QString CborReader::text(const QString& key, qsizetype longest) {
    const qsizetype defects = m_defects.size();
    QString value = take(key, QCborValue::String, "text", true).toString();
    if (defects == m_defects.size() && value.isEmpty())
        refuse(key, QStringLiteral("is empty"));
    if (value.size() > longest)
        refuse(key, QStringLiteral("is longer than %1").arg(longest));
    return value;
}

QString CborReader::optionalText(const QString& key, qsizetype longest) {
    QString value = take(key, QCborValue::String, "text", false).toString();
    if (value.size() > longest)
        refuse(key, QStringLiteral("is longer than %1").arg(longest));
    return value;
}

QByteArray CborReader::octets(const QString& key, qsizetype shortest, qsizetype longest) {
    const qsizetype defects = m_defects.size();
    QByteArray value = take(key, QCborValue::ByteArray, "octets", true).toByteArray();
    if (defects == m_defects.size() && (value.size() < shortest || value.size() > longest))
        refuse(key, QStringLiteral("%1 octets, expected %2 to %3")
                        .arg(value.size())
                        .arg(shortest)
                        .arg(longest));
    return value;
}

qint64 CborReader::number(const QString& key, qint64 least, qint64 most) {
    const qsizetype defects = m_defects.size();
    const qint64 value = take(key, QCborValue::Integer, "a number", true).toInteger();
    if (defects == m_defects.size() && (value < least || value > most))
        refuse(key, QStringLiteral("is out of range"));
    return value;
}

Instant CborReader::time(const QString& key) {
    constexpr qint64 year3000 = 32'503'680'000'000;
    return Instant(std::chrono::milliseconds(number(key, 0, year3000)));
}

bool CborReader::flag(const QString& key, bool otherwise) {
    return take(key, QCborValue::True, "true or false", false).toBool(otherwise);
}

QCborMap CborReader::map(const QString& key) {
    return take(key, QCborValue::Map, "a map", true).toMap();
}

void CborReader::inside(const QString& key, const std::function<void(CborReader&)>& read) {
    const qsizetype defects = m_defects.size();
    CborReader child(map(key), m_path + u'.' + key);
    if (defects != m_defects.size())
        return;
    read(child);
    merge(child);
}

void CborReader::each(const QString& key, qsizetype most,
                      const std::function<void(CborReader&)>& read) {
    const QCborArray list = take(key, QCborValue::Array, "a list", true).toArray();
    if (list.size() > most) {
        refuse(key, QStringLiteral("more than %1").arg(most));
        return;
    }
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (!list.at(i).isMap()) {
            refuse(place, QStringLiteral("expected a map"));
            continue;
        }
        CborReader child(list.at(i).toMap(), m_path + u'.' + place);
        read(child);
        merge(child);
    }
}

QCborMap CborReader::rest() const {
    QCborMap left = m_map;
    for (const QString& key : m_asked)
        left.remove(key);
    return left;
}

Result<void> CborReader::check() const {
    if (m_defects.isEmpty())
        return {};
    return fail(FaultKind::Invalid, m_defects.join(QStringLiteral("; ")));
}

} // namespace tongban::protocol
