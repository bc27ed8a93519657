// Deterministic CBOR (RFC 8949 §4.2.1) and a reader whose faults name the path: "$.blobs[2].size:
// expected a number".
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QCborArray>
#include <QCborMap>
#include <QStringList>
#include <functional>

namespace tongban::protocol {

// Shortest forms, definite lengths, keys in the order of their encodings. Integers, text, octets,
// arrays, maps with text keys, true, false and null only; anything else is a fault of the caller
// (Internal).
Result<QByteArray> encodeCbor(const QCborMap& map);

// One map in exactly that encoding and nothing behind it; Invalid otherwise. One value has one
// spelling.
Result<QCborMap> decodeCbor(const QByteArray& bytes, qsizetype limit);

// A view of one map. Every missing field, wrong type and passed limit is remembered; ask `check()`
// once at the end.
class CborReader {
public:
    explicit CborReader(const QCborMap& map, QString path = QStringLiteral("$"));

    QString text(const QString& key, qsizetype longest);         // required, not empty
    QString optionalText(const QString& key, qsizetype longest); // empty when absent
    QByteArray octets(const QString& key, qsizetype shortest, qsizetype longest);
    qint64 number(const QString& key, qint64 least, qint64 most);
    Instant time(const QString& key); // milliseconds since 1970
    bool flag(const QString& key, bool otherwise = false);
    QCborMap map(const QString& key);
    // A required map, read by `read`.
    void inside(const QString& key, const std::function<void(CborReader&)>& read);
    // A required array of at most `most` maps.
    void each(const QString& key, qsizetype most, const std::function<void(CborReader&)>& read);

    // What was not asked for: fields of a newer version, to be kept.
    QCborMap rest() const;
    void refuse(const QString& key, const QString& why);
    Result<void> check() const;

private:
    QCborValue take(const QString& key, QCborValue::Type type, const char* word, bool required);
    void merge(const CborReader& child) { m_defects += child.m_defects; }

    QCborMap m_map;
    QString m_path;
    QStringList m_asked;
    QStringList m_defects;
};

} // namespace tongban::protocol
