// IdCard: what an ID card says, checked. Never logged: it prints as its kind only.
#pragma once

#include "services/devices/sdt_frame.h"
#include "services/devices/text_block.h"

#include <QDate>
#include <QDebug>
#include <QMetaType>

namespace tongban::devices {

struct IdCard {
    CardKind kind = CardKind::Resident;
    QString name;       // the name in Chinese, or the Latin one where the card has no other
    QString latinName;  // foreign cards
    QString sexCode;    // GB/T 2261.1
    QString nationCode; // GB/T 3304; residents only
    QDate birth;
    QString address;
    QString newAddress; // the newest added address; empty: none
    QString number;
    QString issuer;
    QDate validFrom;
    QDate validTo;       // invalid date: 长期
    QString passNumber;  // hmt
    QString countryCode; // foreign: alpha-3, or the three digits where the card holds those
    QList<std::pair<QString, QString>> fields; // as they lie on the card, in order
    QByteArray photo;                          // WLT, still encoded
    QByteArray fingerprint;                    // 0, 512 or 1024 bytes
    QStringList warnings;                      // odd but bearable

    // Holds odd text or characters rarely seen on a card: a reason to read it once more before
    // believing it.
    bool unusual() const;
    bool longTerm() const { return !validTo.isValid(); }
    bool validOn(QDate day) const { return day >= validFrom && (longTerm() || day <= validTo); }
    QString sexName() const;    // 男 女 未知 未说明
    QString nationName() const; // 汉 …; the code itself when it is in no table
    bool operator==(const IdCard&) const = default;
    friend QDebug operator<<(QDebug debug, const IdCard& card) {
        return debug << "IdCard(" << nameOf(card.kind) << ")";
    }
};

// Checks sense as well as form: check digit, birth and sex against the number, dates, codes.
// Invalid names the item.
Result<IdCard> cardFromText(const QByteArray& textBlock);
// The data of a successful answer to 30 01 or 30 10.
Result<IdCard> cardFromAnswer(const QByteArray& data);
// The data of a successful answer to 30 02 or 30 03: one to four addresses, oldest first.
Result<QStringList> addressesFromAnswer(const QByteArray& data);
// 05.01-20140101-0000123456-1234567890 from the data of an answer to 12 FF.
Result<QString> samIdFromAnswer(const QByteArray& data);

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::IdCard)
