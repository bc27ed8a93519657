// Makes an IdCard from answers: sizes, then characters, then sense.
#include "services/devices/id_card.h"

#include "services/devices/card_checks.h"
#include "services/devices/gb18030.h"

#include <QtEndian>
#include <algorithm>

namespace tongban::devices {

namespace {

constexpr int photoBytes = 1024;

QDate dateOf(const QString& text) {
    return QDate::fromString(text, QStringLiteral("yyyyMMdd"));
}

IdCard cardOf(const TextBlock& text) {
    const auto field = [&text](const char* key) { return text.field(QLatin1String(key)); };
    IdCard card;
    card.kind = text.kind;
    card.latinName = text.kind == CardKind::Foreign2017 ? field("name") : field("ename");
    const QString chinese =
        text.kind == CardKind::Resident || text.kind == CardKind::HongKongMacaoTaiwan
            ? field("name")
            : field("cname");
    card.name = chinese.isEmpty() ? card.latinName : chinese;
    card.sexCode = field("sex");
    card.nationCode = field("nation");
    card.birth = dateOf(field("birth"));
    card.address = field("address");
    card.number = field("id");
    card.issuer = field("issuer");
    card.validFrom = dateOf(field("from"));
    card.validTo = dateOf(field("to"));
    card.passNumber = field("pass");
    card.countryCode = field("country");
    card.fields = text.fields;
    card.warnings = text.warnings;
    return card;
}

int lengthAt(const QByteArray& data, int offset) {
    return qFromBigEndian<quint16>(data.constData() + offset);
}

} // namespace

QString IdCard::sexName() const {
    if (sexCode == u"1")
        return QStringLiteral("男");
    if (sexCode == u"2")
        return QStringLiteral("女");
    return sexCode == u"9" ? QStringLiteral("未说明") : QStringLiteral("未知");
}

QString IdCard::nationName() const {
    return nationNamed(nationCode);
}

// Most damage to a character gives one outside the sets in daily use.
bool IdCard::unusual() const {
    return !warnings.isEmpty() || std::any_of(fields.begin(), fields.end(), [](const auto& field) {
        return !inDailyUse(field.second);
    });
}

Result<IdCard> cardFromText(const QByteArray& textBlock) {
    TRY_ASSIGN(TextBlock text, readTextBlock(textBlock));
    TRY(checkCardText(text));
    return cardOf(text);
}

Result<IdCard> cardFromAnswer(const QByteArray& data) {
    const bool withFingerprint = data.size() != 4 + textBlockBytes + photoBytes;
    const int header = withFingerprint ? 6 : 4;
    if (data.size() < header)
        return fail(FaultKind::Invalid, QStringLiteral("answer of %1 bytes").arg(data.size()));
    const int fingerprintBytes = withFingerprint ? lengthAt(data, 4) : 0;
    if (lengthAt(data, 0) != textBlockBytes || lengthAt(data, 2) != photoBytes)
        return fail(FaultKind::Invalid,
                    QStringLiteral("lengths of text and photo are not 256 and 1024"));
    if (fingerprintBytes != 0 && fingerprintBytes != 512 && fingerprintBytes != 1024)
        return fail(FaultKind::Invalid,
                    QStringLiteral("fingerprint of %1 bytes").arg(fingerprintBytes));
    if (data.size() != header + textBlockBytes + photoBytes + fingerprintBytes)
        return fail(FaultKind::Invalid, QStringLiteral("the lengths do not add up"));
    TRY_ASSIGN(IdCard card, cardFromText(data.mid(header, textBlockBytes)));
    card.photo = data.mid(header + textBlockBytes, photoBytes);
    card.fingerprint = data.mid(header + textBlockBytes + photoBytes);
    if (!card.photo.startsWith("WLf"))
        card.warnings.append(QStringLiteral("photo: not a WLT picture"));
    for (qsizetype i = 0; i < card.fingerprint.size(); i += 512) {
        if (card.fingerprint[i] != 'C')
            card.warnings.append(QStringLiteral("fingerprint: unknown header"));
    }
    return card;
}

Result<QStringList> addressesFromAnswer(const QByteArray& data) {
    if (data.isEmpty() || data.size() % addressBytes != 0 || data.size() > 4 * addressBytes)
        return fail(FaultKind::Invalid, QStringLiteral("addresses of %1 bytes").arg(data.size()));
    QStringList addresses;
    for (qsizetype i = 0; i < data.size(); i += addressBytes) {
        TRY_ASSIGN(QString address, readAddress(data.mid(i, addressBytes)));
        addresses.append(address);
    }
    return addresses;
}

Result<QString> samIdFromAnswer(const QByteArray& data) {
    if (data.size() != 16)
        return fail(FaultKind::Invalid, QStringLiteral("module id of %1 bytes").arg(data.size()));
    const char* at = data.constData();
    return QString::asprintf("%02u.%02u-%08u-%010u-%010u", qFromLittleEndian<quint16>(at),
                             qFromLittleEndian<quint16>(at + 2), qFromLittleEndian<quint32>(at + 4),
                             qFromLittleEndian<quint32>(at + 8),
                             qFromLittleEndian<quint32>(at + 12));
}

} // namespace tongban::devices
