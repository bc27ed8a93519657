// Manifest: one application as it travels from a machine to the central service. Sealed, signed,
// complete in itself. It proves its origin also when it comes on a stick, and anybody may send it
// again (sync.md §2.1).
#pragma once

#include "services/core/ids.h"
#include "services/crypto/seal.h"
#include "services/crypto/signature.h"

#include <QCborMap>
#include <QStringList>
#include <optional>

namespace tongban::protocol {

inline constexpr qsizetype manifestLimit = 64LL * 1024;
inline constexpr qint64 blobLimit = 64LL * 1024 * 1024;
inline constexpr qsizetype mostBlobs = 64;

struct PackageRef {
    QString name;
    QString version;
    QByteArray sha256; // 32 octets
    bool operator==(const PackageRef&) const = default;
};

// When the machine says it was; nothing is ordered by it (sync.md §2.5).
struct FilledAt {
    Instant wall;
    qint64 mono = 0; // milliseconds since the machine started
    QString bootId;
    qint64 offset = 0;    // estimated error of `wall`, milliseconds
    qint64 offsetAge = 0; // how old that estimate is, seconds
    bool operator==(const FilledAt&) const = default;
};

struct BlobRef {
    QByteArray hash; // SHA-256 of the ciphertext
    qint64 size = 0; // of the ciphertext
    QString kind;    // which material of the item
    QString mime;
    bool operator==(const BlobRef&) const = default;
};

// The end of the machine's journal for this case; the events themselves are inside the seal.
struct JournalHead {
    qint64 sequence = 0;
    qint64 epoch = 1;
    QByteArray hash; // 32 octets
    bool operator==(const JournalHead&) const = default;
};

// Which words the applicant was shown and agreed to, and to what (PIPL art. 14, 17, 29). The text
// itself is a file of resources/notices with this digest.
struct Consent {
    QString notice;
    QString version;
    QByteArray sha256;    // 32 octets
    QString language;     // in which it was shown
    QStringList purposes; // apply, registers, face: each agreed to for itself
    Instant at{};
    bool operator==(const Consent&) const = default;
};
inline constexpr qsizetype mostPurposes = 8;

struct Manifest {
    QString id; // UUIDv7
    QString device;
    qint64 deviceSequence = 0;
    QString item;
    PackageRef package;
    qint64 schema = 1; // of the sealed content
    FilledAt filledAt;
    QList<BlobRef> blobs;
    JournalHead journal;
    crypto::Sealed seal;            // bound to `id`
    QByteArray commitment;          // 12 octets: what the printed receipt is held to
    QByteArray receipt;             // the TB1 token, 101 octets
    std::optional<Consent> consent; // the central service takes no application without
    QCborMap rest;                  // fields of a newer version, kept
    QByteArray signature;           // of the device key
    bool operator==(const Manifest&) const = default;
};

// A correction or added material for a case; `revision` counts from 1 without gaps.
struct Supplement {
    QString id; // UUIDv7
    QString application;
    qint64 revision = 1;
    QString device;
    FilledAt filledAt;
    QList<BlobRef> blobs;
    crypto::Sealed seal; // bound to `id`
    QCborMap rest;
    QByteArray signature;
    bool operator==(const Supplement&) const = default;
};

// Sets `signature` and returns the wire form. Invalid when a limit of the readers would be passed.
Result<QByteArray> signManifest(Manifest& manifest, const crypto::PrivateKey& key);
Result<QByteArray> signSupplement(Supplement& supplement, const crypto::PrivateKey& key);

// Strict: deterministic encoding, every limit, the path in the fault. The signature is checked by
// `verify…`.
Result<Manifest> readManifest(const QByteArray& bytes);
Result<Supplement> readSupplement(const QByteArray& bytes);

bool verifyManifest(const Manifest& manifest, const crypto::PublicKey& device);
bool verifySupplement(const Supplement& supplement, const crypto::PublicKey& device);

} // namespace tongban::protocol
