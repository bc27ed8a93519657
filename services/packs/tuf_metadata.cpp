// Envelope, keys and signatures.
#include "services/packs/tuf_metadata.h"

#include "services/core/json_reader.h"
#include "services/crypto/signature.h"

#include <QSet>
#include <cmath>

namespace tongban::packs {

namespace {

tl::unexpected<Fault> invalid(const QString& why) {
    return fail(FaultKind::Invalid, QStringLiteral("TUF: %1").arg(why));
}

QByteArray quoted(const QString& text) {
    QByteArray utf8 = text.toUtf8();
    utf8.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + utf8 + '"';
}

Result<QByteArray> number(double value) {
    constexpr double most = 9'007'199'254'740'991.0;
    if (std::floor(value) != value || std::abs(value) > most)
        return invalid(QStringLiteral("a number that is not whole"));
    return QByteArray::number(static_cast<qint64>(value));
}

Result<QByteArray> canonicalObject(const QJsonObject& object) {
    QByteArray out = "{";
    // QJsonObject keeps its keys sorted.
    for (auto it = object.begin(); it != object.end(); ++it) {
        TRY_ASSIGN(const QByteArray value, canonical(it.value()));
        out += (it == object.begin() ? "" : ",") + quoted(it.key()) + ':' + value;
    }
    return out + '}';
}

Result<QByteArray> canonicalArray(const QJsonArray& array) {
    QByteArray out = "[";
    for (qsizetype i = 0; i < array.size(); ++i) {
        TRY_ASSIGN(const QByteArray value, canonical(array.at(i)));
        out += (i == 0 ? "" : ",") + value;
    }
    return out + ']';
}

} // namespace

Result<QByteArray> canonical(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Object:
        return canonicalObject(value.toObject());
    case QJsonValue::Array:
        return canonicalArray(value.toArray());
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Double:
        return number(value.toDouble());
    case QJsonValue::Bool:
        return QByteArray(value.toBool() ? "true" : "false");
    default:
        return QByteArray("null");
    }
}

QJsonObject keyObject(const crypto::PublicKey& key) {
    const bool sm2 = key.algorithm() == crypto::Algorithm::Sm2;
    return {{QStringLiteral("keytype"), sm2 ? QStringLiteral("sm2") : QStringLiteral("ed25519")},
            {QStringLiteral("scheme"), sm2 ? QStringLiteral("sm2-sm3") : QStringLiteral("ed25519")},
            {QStringLiteral("keyval"),
             QJsonObject{{QStringLiteral("public"), QString::fromLatin1(key.raw().toHex())}}}};
}

QString keyIdOf(const crypto::PublicKey& key) {
    return QString::fromLatin1(
        crypto::sha256(canonical(keyObject(key)).value_or(QByteArray())).toHex());
}

Result<Envelope> readEnvelope(const QByteArray& text, const QString& role) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(text, {metadataLimit, 16}));
    JsonReader reader(object);
    Envelope envelope;
    envelope.signedPart = reader.object(QStringLiteral("signed"));
    reader.each(QStringLiteral("signatures"), [&](JsonReader& element) {
        envelope.signatures.append(
            {element.requiredText(QStringLiteral("keyid")),
             QByteArray::fromHex(element.text(QStringLiteral("sig")).toLatin1())});
    });
    TRY(reader.check());
    if (envelope.signatures.size() > 64)
        return invalid(QStringLiteral("too many signatures"));
    if (envelope.signedPart.value(QStringLiteral("_type")).toString() != role)
        return invalid(QStringLiteral("this is not %1 metadata").arg(role));
    const QString spec = envelope.signedPart.value(QStringLiteral("spec_version")).toString();
    if (!spec.startsWith(QLatin1String("1.")))
        return invalid(QStringLiteral("spec_version %1").arg(spec.left(16)));
    return envelope;
}

Result<void> enoughSignatures(const Envelope& envelope, const Root& root, const QString& role) {
    const Role keys = root.roles.value(role);
    TRY_ASSIGN(const QByteArray content, canonical(envelope.signedPart));
    QSet<QString> held; // one key counts once, however often it signed
    for (const auto& [keyId, signature] : envelope.signatures) {
        const auto key = root.keys.constFind(keyId);
        if (keys.keyIds.contains(keyId) && key != root.keys.constEnd() && !held.contains(keyId) &&
            crypto::verify(*key, content, signature))
            held.insert(keyId);
    }
    if (keys.threshold < 1 || held.size() < keys.threshold)
        return fail(FaultKind::Crypto, QStringLiteral("TUF: %1 has %2 of %3 signatures")
                                           .arg(role)
                                           .arg(held.size())
                                           .arg(keys.threshold));
    return {};
}

Result<QByteArray> signMetadata(const QJsonObject& object, const QList<crypto::PrivateKey>& keys) {
    TRY_ASSIGN(const QByteArray content, canonical(object));
    QJsonArray signatures;
    for (const crypto::PrivateKey& key : keys) {
        TRY_ASSIGN(const QByteArray signature, crypto::sign(key, content));
        signatures.append(
            QJsonObject{{QStringLiteral("keyid"), keyIdOf(key.publicKey())},
                        {QStringLiteral("sig"), QString::fromLatin1(signature.toHex())}});
    }
    return canonical(QJsonObject{{QStringLiteral("signed"), object},
                                 {QStringLiteral("signatures"), signatures}});
}

bool fits(const QByteArray& bytes, qint64 length, QByteArrayView sha256) {
    return (length < 0 || bytes.size() == length) &&
           (sha256.isEmpty() || crypto::equalInConstantTime(crypto::sha256(bytes), sha256));
}

} // namespace tongban::packs
