// TUF metadata (specification 1.0.x): root, timestamp, snapshot and targets as values, canonical
// JSON, signatures. Signed with Ed25519 as foreign verifiers expect, or with SM2.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/key_pair.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <optional>

namespace tongban::packs {

inline constexpr qint64 metadataLimit = 5LL * 1024 * 1024;

// The four roles of sync.md §2.8; names as in file names.
inline const QString rootRole = QStringLiteral("root");
inline const QString targetsRole = QStringLiteral("targets");
inline const QString snapshotRole = QStringLiteral("snapshot");
inline const QString timestampRole = QStringLiteral("timestamp");

// OLPC canonical JSON: sorted keys, whole numbers, only " and \ escaped. Invalid for fractions.
Result<QByteArray> canonical(const QJsonValue& value);

QJsonObject keyObject(const crypto::PublicKey& key);
QString keyIdOf(const crypto::PublicKey& key); // SHA-256 of the canonical key object

struct Role {
    QStringList keyIds;
    int threshold = 1;
};

struct FileMeta {
    int version = 0;    // of metadata files
    qint64 length = -1; // -1: not stated
    QByteArray sha256;  // empty: not stated
};

struct Root {
    int version = 0;
    Instant expires;
    QHash<QString, crypto::PublicKey> keys; // by key id
    QMap<QString, Role> roles;
    bool consistentSnapshot = true;
};

struct Timestamp {
    int version = 0;
    Instant expires;
    FileMeta snapshot;
};

struct Snapshot {
    int version = 0;
    Instant expires;
    QMap<QString, FileMeta> files; // "targets.json"
};

enum class Severity { FinishCurrent, StopNow };

struct PackTarget {
    qint64 length = 0;
    QByteArray sha256;
    std::optional<Instant> useUntil; // may be used that long without an update
    QString minClient;
    QJsonObject custom;
};

struct Revocation {
    QString name;
    QByteArray sha256;
    Severity severity = Severity::StopNow;
};

struct Targets {
    int version = 0;
    Instant expires;
    QMap<QString, PackTarget> packs; // by name: "items/residence-permit.pack"
    QList<Revocation> revoked;
};

// A metadata file: what is signed, and by whom. Signatures are checked by `enoughSignatures`.
struct Envelope {
    QJsonObject signedPart;
    QList<std::pair<QString, QByteArray>> signatures; // key id, signature
};

Result<Envelope> readEnvelope(const QByteArray& text, const QString& role);
// Distinct keys of the role whose signatures hold reach its threshold. Crypto otherwise.
Result<void> enoughSignatures(const Envelope& envelope, const Root& root, const QString& role);

Result<Root> readRoot(const QJsonObject& object);
Result<Timestamp> readTimestamp(const QJsonObject& object);
Result<Snapshot> readSnapshot(const QJsonObject& object);
Result<Targets> readTargets(const QJsonObject& object);

QJsonObject toJson(const Root& root);
QJsonObject toJson(const Timestamp& timestamp);
QJsonObject toJson(const Snapshot& snapshot);
QJsonObject toJson(const Targets& targets);

// The file: canonical object with a signature of each key.
Result<QByteArray> signMetadata(const QJsonObject& object, const QList<crypto::PrivateKey>& keys);

// Octets have the stated length and digest.
bool fits(const QByteArray& bytes, qint64 length, QByteArrayView sha256);

} // namespace tongban::packs
