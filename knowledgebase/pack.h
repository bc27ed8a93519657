// Pack: entries and their index in one signed file. The same content, version and day give the same
// bytes; a kiosk refuses an older version, a wrong signature and any byte that was changed.
#pragma once

#include "knowledgebase/knowledge_base.h"
#include "services/crypto/signature.h"

namespace tongban::knowledgebase {

struct PackManifest {
    int version = 0;
    QDate day;              // of publication
    QString previous;       // digest of the manifest before, empty for the first
    QJsonObject evaluation; // the gate's report
    QByteArray entriesDigest;
    QByteArray indexDigest;
    QString digest; // SHA-256 of the manifest itself, hexadecimal
};

struct Pack {
    PackManifest manifest;
    std::shared_ptr<const KnowledgeBase> base;
};

Result<QByteArray> makePack(const QList<Entry>& entries, const Model* model,
                            const Everyday& everyday, const PackManifest& wanted,
                            const crypto::PrivateKey& key);

// Crypto when no key of `trusted` signed it or a digest differs.
Result<Pack> openPack(const QByteArray& bytes, const QList<crypto::PublicKey>& trusted);
// The same, mapped: the index is read in place and lives as long as the pack's base.
Result<Pack> mapPack(const QString& path, const QList<crypto::PublicKey>& trusted);

// The pack in use on one machine, with the one before it for going back.
class PackShelf {
public:
    PackShelf(QString folder, QList<crypto::PublicKey> trusted);
    // Opens the current pack; when it is damaged, the one before it.
    Result<Pack> current() const;
    // Checks, then replaces in one step. Conflict for a version that is not higher.
    Result<Pack> install(const QByteArray& bytes);
    // Takes the one before into use again.
    Result<Pack> rollBack();

private:
    QString path(const char* name) const;
    Result<Pack> open(const char* name) const;

    QString m_folder;
    QList<crypto::PublicKey> m_trusted;
};

} // namespace tongban::knowledgebase
