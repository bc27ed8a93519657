// PackPublisher: the other side of the packs: a folder of private keys and a folder of files that
// any web server may serve.
#pragma once

#include "services/packs/tuf_metadata.h"

namespace tongban::packs {

// Who signs what (sync.md §2.8). In a real district the root and targets keys lie with different
// people; a practice installation keeps all of them in one folder.
struct RoleKeys {
    QList<crypto::PrivateKey> root;    // three, two of which sign
    QList<crypto::PrivateKey> targets; // two, both sign: publisher and reviewer
    crypto::PrivateKey snapshot;
    crypto::PrivateKey timestamp;

    // Makes what is missing: root-1.pem … timestamp.pem, mode 0600.
    static Result<RoleKeys> loadOrGenerate(const QString& folder, crypto::Algorithm algorithm);
};

struct PublishedPack {
    QString name; // "items/residence-permit.pack"
    QByteArray bytes;
    std::optional<Instant> useUntil;
    QString minClient;
};

class PackPublisher {
public:
    explicit PackPublisher(QString repository)
        : m_repository(std::move(repository)) {}

    // Writes root version 1, or checks that the newest one there is signed by these keys.
    Result<void> begin(const RoleKeys& keys, Instant now);
    // The next root with other keys, signed by two of the old root keys and two of the new.
    Result<void> rotate(const RoleKeys& old, const RoleKeys& next, Instant now);
    // The whole new set: targets, snapshot, timestamp, each one version up; files by digest.
    Result<void> publish(const RoleKeys& keys, const QList<PublishedPack>& packs,
                         const QList<Revocation>& revoked, Instant now);
    // A new timestamp over the same snapshot; daily, by the online key alone.
    Result<void> renewTimestamp(const RoleKeys& keys, Instant now);

    Result<QByteArray> initialRoot() const; // what a machine is enrolled with

private:
    Result<Root> newestRoot() const;
    Result<void> write(const QString& file, const QByteArray& bytes) const;
    Result<void> writeTimestamp(const RoleKeys& keys, int version, const QByteArray& snapshot,
                                int snapshotVersion, Instant now) const;
    int newestVersion(const QString& role) const;

    QString m_repository;
};

} // namespace tongban::packs
