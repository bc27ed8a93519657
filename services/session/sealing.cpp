// Pages under keys of their own; the card as the centre reads it.
#include "services/session/sealing.h"

#include "services/crypto/aead.h"
#include "services/crypto/digest.h"
#include "services/crypto/random.h"

#include <QFile>

namespace tongban::session {

Result<SealedPages> sealPictures(const Visit& visit, const catalog::Assessment& assessment,
                                 const Machine& machine, const QString& id) {
    SealedPages blobs;
    for (auto it = visit.pictures.begin(); it != visit.pictures.end(); ++it) {
        const catalog::NeededMaterial* needed = assessment.material(it.key());
        if (needed == nullptr)
            continue; // the answers changed; the paper is no longer asked for
        for (const QByteArray& page : it.value()) {
            const QByteArray key = crypto::randomBytes(crypto::keySizeOf(machine.suite));
            const QByteArray nonce = crypto::randomBytes(crypto::nonceSizeOf(machine.suite));
            TRY_ASSIGN(const QByteArray ciphertext,
                       crypto::aeadSeal(machine.suite, key, nonce, id.toUtf8(), page));
            const QByteArray hash = crypto::sha256(ciphertext);
            blobs.sealed.append({hash, ciphertext});
            blobs.refs.append({hash, ciphertext.size(), it.key(), QStringLiteral("image/jpeg")});
            blobs.keys.insert(
                QString::fromLatin1(hash.toHex()),
                QJsonObject{{QStringLiteral("kind"), it.key()},
                            {QStringLiteral("bound"), id},
                            {QStringLiteral("name"), needed->material.name},
                            {QStringLiteral("suite"), crypto::nameOf(machine.suite)},
                            {QStringLiteral("key"), QString::fromLatin1(key.toHex())},
                            {QStringLiteral("nonce"), QString::fromLatin1(nonce.toHex())}});
        }
    }
    return blobs;
}

QJsonObject applicantOf(const devices::IdCard& card) {
    return {{QStringLiteral("name"), card.name},
            {QStringLiteral("number"), card.number},
            {QStringLiteral("sex"), card.sexCode},
            {QStringLiteral("nation"), card.nationCode},
            {QStringLiteral("birth"), card.birth.toString(Qt::ISODate)},
            {QStringLiteral("address"), card.newAddress.isEmpty() ? card.address : card.newAddress},
            {QStringLiteral("issuer"), card.issuer},
            {QStringLiteral("validTo"), card.validTo.toString(Qt::ISODate)},
            {QStringLiteral("checked"), QStringLiteral("id-card-reader")}};
}

protocol::FilledAt filledAt(Instant at) {
    protocol::FilledAt filled;
    filled.wall = at;
    filled.mono = std::chrono::duration_cast<std::chrono::milliseconds>(
                      std::chrono::steady_clock::now().time_since_epoch())
                      .count();
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (boot.open(QIODevice::ReadOnly))
        filled.bootId = QString::fromLatin1(boot.readAll()).trimmed();
    if (filled.bootId.isEmpty())
        filled.bootId = QStringLiteral("unknown");
    return filled;
}

} // namespace tongban::session
