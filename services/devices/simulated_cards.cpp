// Encodes sample cards; each must pass the checks a real card passes.
#include "services/devices/simulated_cards.h"

#include "services/core/json_reader.h"
#include "services/devices/id_card.h"

#include <QFile>
#include <QtEndian>
#include <optional>

namespace tongban::devices {

namespace {

std::optional<CardKind> kindNamed(const QString& name) {
    for (const CardKind kind : {CardKind::Resident, CardKind::HongKongMacaoTaiwan,
                                CardKind::Foreign2017, CardKind::Foreign2023}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return {};
}

// Starts like a WLT picture but is none: the algorithm is not public (devices.md §1.6).
QByteArray placeholderPhoto() {
    QByteArray photo = QByteArray::fromHex("574c66007e00");
    photo.resize(1024);
    std::fill(photo.begin() + 6, photo.end(), char(0));
    return photo;
}

QByteArray placeholderFingers(int count) {
    QByteArray fingers;
    for (int i = 0; i < count; ++i) {
        QByteArray finger(512, 0);
        finger[0] = 'C';
        finger[4] = 0x01;
        finger[5] = static_cast<char>(i == 0 ? 11 : 16); // right and left thumb
        finger[6] = 80;
        fingers += finger;
    }
    return fingers;
}

QByteArray addressBlock(const QString& address) {
    QByteArray block;
    for (const QChar unit : address.leftJustified(addressBytes / 2)) {
        const quint16 little = qToLittleEndian<quint16>(unit.unicode());
        block.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    return block;
}

Result<CardImage> cardOf(JsonReader& reader) {
    const QString name = reader.requiredText(QStringLiteral("name"));
    const auto kind = kindNamed(reader.requiredText(QStringLiteral("kind")));
    const QString newAddress = reader.text(QStringLiteral("newAddress"));
    const QJsonObject object = reader.object(QStringLiteral("fields"));
    const int fingers = reader.number(QStringLiteral("fingers"));
    if (!kind)
        reader.refuse(QStringLiteral("kind"), QStringLiteral("unknown"));
    if (fingers < 0 || fingers > 2)
        reader.refuse(QStringLiteral("fingers"), QStringLiteral("0, 1 or 2"));
    if (newAddress.size() > addressBytes / 2)
        reader.refuse(QStringLiteral("newAddress"), QStringLiteral("too long"));
    TRY(reader.check());
    QList<std::pair<QString, QString>> fields;
    for (auto it = object.begin(); it != object.end(); ++it)
        fields.append({it.key(), it.value().toString()});
    CardImage card;
    card.name = name;
    TRY_ASSIGN(card.text, writeTextBlock(*kind, fields));
    TRY(cardFromText(card.text));
    card.photo = placeholderPhoto();
    card.fingerprint = placeholderFingers(fingers);
    if (!newAddress.isEmpty())
        card.newAddress = addressBlock(newAddress);
    return card;
}

} // namespace

Result<QList<CardImage>> readSimulatedCards(const QByteArray& json) {
    TRY_ASSIGN(QJsonObject root, parseJsonObject(json));
    JsonReader reader(root);
    QList<CardImage> cards;
    std::optional<Fault> bad;
    reader.each(QStringLiteral("cards"), [&](JsonReader& entry) {
        Result<CardImage> card = cardOf(entry);
        if (card)
            cards.append(*card);
        else if (!bad)
            bad =
                Fault{card.error().kind, entry.path() + QStringLiteral(": ") + card.error().detail};
    });
    if (bad)
        return fail(*bad);
    TRY(reader.check());
    return cards;
}

Result<QList<CardImage>> loadSimulatedCards(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path);
    return readSimulatedCards(file.readAll());
}

} // namespace tongban::devices
