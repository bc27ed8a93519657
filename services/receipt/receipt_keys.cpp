// The key file, read strictly.
#include "services/receipt/receipt_keys.h"

#include "services/core/json_reader.h"

#include <QMap>

namespace tongban::receipt {

namespace {

Result<ReceiptKey> readKey(JsonReader& reader) {
    ReceiptKey key;
    const int device = reader.requiredNumber(QStringLiteral("device"));
    const int generation = reader.requiredNumber(QStringLiteral("generation"));
    const QString algorithm = reader.requiredText(QStringLiteral("algorithm"));
    const QString octets = reader.requiredText(QStringLiteral("key"));
    const QString end = reader.text(QStringLiteral("not_valid_after"));
    if (device < 0 || device >= 1 << 24)
        reader.refuse(QStringLiteral("device"), QStringLiteral("out of range"));
    if (generation < 0 || generation > 255)
        reader.refuse(QStringLiteral("generation"), QStringLiteral("out of range"));
    if (!end.isEmpty()) {
        bool ok = false;
        key.notValidAfter = fromIso(end, &ok);
        if (!ok)
            reader.refuse(QStringLiteral("not_valid_after"), QStringLiteral("not a time"));
    }
    TRY(reader.check());
    key.number = {static_cast<quint32>(device), static_cast<quint8>(generation)};
    TRY_ASSIGN(const crypto::Algorithm kind, crypto::algorithmOf(algorithm));
    TRY_ASSIGN(key.key, crypto::PublicKey::fromRaw(kind, QByteArray::fromHex(octets.toLatin1())));
    return key;
}

} // namespace

Result<ReceiptKeys> ReceiptKeys::fromJson(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject root, parseJsonObject(text));
    JsonReader reader(root);
    ReceiptKeys keys;
    reader.each(QStringLiteral("keys"), [&](JsonReader& element) {
        auto key = readKey(element);
        if (key.has_value())
            keys.add(*key);
        else if (element.defects().isEmpty())
            element.refuse(QStringLiteral("key"), key.error().detail);
    });
    TRY(reader.check());
    return keys;
}

QByteArray ReceiptKeys::toJson() const {
    // Sorted by number: the same set is always the same file.
    QMap<quint32, QJsonObject> sorted;
    for (const ReceiptKey& key : m_keys) {
        QJsonObject object{
            {QStringLiteral("device"), static_cast<int>(key.number.device)},
            {QStringLiteral("generation"), key.number.generation},
            {QStringLiteral("algorithm"), crypto::nameOf(key.key.algorithm())},
            {QStringLiteral("key"), QString::fromLatin1(key.key.compressed().toHex())},
        };
        if (key.notValidAfter)
            object.insert(QStringLiteral("not_valid_after"), toIso(*key.notValidAfter));
        sorted.insert(key.number.packed(), object);
    }
    QJsonArray list;
    for (const QJsonObject& object : std::as_const(sorted))
        list.append(object);
    return canonicalJson({{QStringLiteral("keys"), list}});
}

const ReceiptKey* ReceiptKeys::find(KeyNumber number) const {
    const auto found = m_keys.constFind(number.packed());
    return found == m_keys.constEnd() ? nullptr : &*found;
}

QString nameOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Valid:
        return QStringLiteral("valid");
    case Verdict::Altered:
        return QStringLiteral("altered");
    case Verdict::UnknownIssuer:
        return QStringLiteral("unknown issuer");
    case Verdict::ExpiredKey:
        return QStringLiteral("expired key");
    }
    return {};
}

} // namespace tongban::receipt
