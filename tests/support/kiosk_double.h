// KioskDouble: the messages of one kiosk, made and sent by hand, so that a test can also send them
// wrongly.
#pragma once

#include "services/core/ids.h"
#include "services/crypto/aead.h"
#include "services/crypto/digest.h"
#include "services/crypto/random.h"
#include "services/crypto/seal.h"
#include "services/protocol/device_messages.h"
#include "services/protocol/manifest.h"
#include "services/protocol/notice.h"
#include "services/protocol/sealed_content.h"
#include "services/receipt/receipt.h"
#include "tests/support/loopback_client.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

namespace tongban::test {

// A certificate request made with the openssl command: not by the code that will check it.
inline QByteArray certificateRequest(const crypto::PrivateKey& key) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("device.key"));
    if (!key.save(path).has_value())
        return {};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), path,
                   QStringLiteral("-subj"), QStringLiteral("/CN=whatever")});
    openssl.waitForFinished(10000);
    return openssl.readAllStandardOutput();
}

struct DraftApplication {
    protocol::Manifest manifest;
    QByteArray bytes; // signed
    receipt::IssuedReceipt receipt;
    QStringList lines;
    QList<QByteArray> blobs; // ciphertext
};

class KioskDouble {
public:
    crypto::PrivateKey key = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
    quint16 port = 0;
    QString device;
    qint64 number = 0;
    qint64 sequence = 0;
    QByteArray authorization;
    crypto::SealKeySet sealKeys;

    Answer enrol(quint16 toPort, const QString& code, const QByteArray& request) {
        port = toPort;
        protocol::Enrolment message;
        message.code = code;
        message.name = QStringLiteral("自助机 01");
        message.request = QString::fromLatin1(request);
        message.receiptAlgorithm = QStringLiteral("p256");
        message.receiptKey = key.publicKey().compressed();
        Answer answer = askOnce(port, "POST", "/v1/enroll", protocol::toJson(message));
        const QJsonObject json = answer.json();
        device = json.value(QStringLiteral("device")).toString();
        number = json.value(QStringLiteral("device_number")).toInteger();
        authorization =
            "Authorization: Bearer " + json.value(QStringLiteral("token")).toString().toLatin1();
        for (const QJsonValue& value : json.value(QStringLiteral("seal_keys"))
                                           .toObject()
                                           .value(QStringLiteral("keys"))
                                           .toArray()) {
            const QJsonObject one = value.toObject();
            const auto algorithm =
                *crypto::algorithmOf(one.value(QStringLiteral("algorithm")).toString());
            sealKeys.add(
                {one.value(QStringLiteral("kid")).toString(),
                 *crypto::suiteOf(one.value(QStringLiteral("suite")).toString()),
                 *crypto::PublicKey::fromRaw(
                     algorithm,
                     QByteArray::fromHex(one.value(QStringLiteral("key")).toString().toLatin1())),
                 Instant{}, Instant::max()});
        }
        return answer;
    }

    // To the notice the product shows.
    static protocol::Consent consent(Instant at) {
        const auto notice = protocol::Notice::load(
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/notices/apply.json"));
        return {notice->id,
                notice->version,
                notice->sha256,
                QStringLiteral("zh_CN"),
                {QStringLiteral("apply")},
                at};
    }

    // An application with one material. `content` may already hold answers and events.
    DraftApplication draft(const QString& item, protocol::SealedContent content = {}) {
        DraftApplication draft;
        protocol::Manifest& manifest = draft.manifest;
        const Instant now = SystemClock().now();
        manifest.id = newUuid7(now);
        manifest.device = device;
        manifest.deviceSequence = ++sequence;
        manifest.item = item;
        manifest.package = {item, QStringLiteral("1"), crypto::sha256(item.toUtf8())};
        manifest.filledAt = {now, 1000, QStringLiteral("boot-1"), 0, 0};
        manifest.consent = consent(now);
        manifest.journal = {qMax<qint64>(1, content.events.size()), 1, crypto::sha256("journal")};
        const QByteArray plain = "image of " + manifest.id.toLatin1();
        const QByteArray materialKey = crypto::randomBytes(32);
        const QByteArray nonce = crypto::randomBytes(12);
        draft.blobs.append(*crypto::aeadSeal(crypto::Suite::Intl, materialKey, nonce, {}, plain));
        const QByteArray hash = crypto::sha256(draft.blobs.first());
        manifest.blobs = {{hash, draft.blobs.first().size(), QStringLiteral("photo"),
                           QStringLiteral("image/jpeg")}};
        content.application = manifest.id;
        content.materials.insert(
            QString::fromLatin1(hash.toHex()),
            QJsonObject{{QStringLiteral("suite"), QStringLiteral("intl")},
                        {QStringLiteral("key"), QString::fromLatin1(materialKey.toHex())},
                        {QStringLiteral("nonce"), QString::fromLatin1(nonce.toHex())}});
        draft.lines = {QStringLiteral("一网通办受理凭证"),
                       QStringLiteral("440399-20261124-%1").arg(sequence, 4, 10, QLatin1Char('0'))};
        draft.receipt =
            *receipt::issue({{static_cast<quint32>(number), 1}, 440399, now, draft.lines, 0}, key,
                            QStringLiteral("HTTP://127.0.0.1"));
        content.receiptLines = draft.lines;
        content.receiptCode = draft.receipt.code;
        manifest.commitment = draft.receipt.stated.receipt.commitment;
        manifest.receipt = draft.receipt.stated.token;
        manifest.seal = *sealKeys.seal(crypto::Suite::Intl, manifest.id.toUtf8(),
                                       protocol::writeContent(content).view(), now);
        draft.bytes = *protocol::signManifest(manifest, key);
        return draft;
    }

    Answer patch(LoopbackClient& client, const QByteArray& hash, const QByteArray& piece,
                 qint64 offset, qint64 length) const {
        const QByteArray sum = crypto::sha256(piece).toBase64();
        return client.ask("PATCH", "/v1/blobs/" + hash.toHex(), piece,
                          {authorization, "Upload-Offset: " + QByteArray::number(offset),
                           "Upload-Length: " + QByteArray::number(length),
                           "Upload-Checksum: sha256 " + sum});
    }
    Answer put(const DraftApplication& draft) const {
        return askOnce(port, "PUT", "/v1/applications/" + draft.manifest.id.toLatin1(), draft.bytes,
                       {authorization});
    }
    // Blobs, then the manifest.
    Answer deliver(const DraftApplication& draft) const {
        for (const QByteArray& blob : draft.blobs) {
            LoopbackClient client(port);
            patch(client, crypto::sha256(blob), blob, 0, blob.size());
        }
        return put(draft);
    }
    Answer feed(qint64 after, int wait = 0) const {
        return askOnce(port, "GET",
                       "/v1/device/feed?after=" + QByteArray::number(after) +
                           "&wait=" + QByteArray::number(wait),
                       {}, {authorization});
    }
};

} // namespace tongban::test
