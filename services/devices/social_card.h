// 社会保障卡 (LD/T 32-2015): what its SSSE application says without a PIN, read as a sequence of
// APDUs. No I/O.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QDate>
#include <QDebug>
#include <QList>
#include <QMetaType>
#include <QString>
#include <optional>

namespace tongban::devices {

struct SocialCard {
    QString cardId;      // 卡识别码; its first six digits are the area
    QString version;     // 规范版本
    QString institution; // 初始化机构编号
    QDate issued;
    QDate expires;
    QString cardNumber; // 卡号
    QString number;     // 社会保障号码
    QString name;
    QString sexCode;    // GB/T 2261.1
    QString nationCode; // GB/T 3304
    QString birthplace; // GB/T 2260
    QDate birth;

    bool operator==(const SocialCard&) const = default;
    // Never logged: prints as its kind.
    friend QDebug operator<<(QDebug debug, const SocialCard&) { return debug << "SocialCard"; }
};

// Asks one APDU after the other; `61 xx` is followed by GET RESPONSE, `6C xx` by the command with
// that length.
class SocialCardDialogue {
public:
    SocialCardDialogue();

    // The APDU to transmit now; nothing when the card was read or refused.
    std::optional<QByteArray> next() const;
    void answered(const QByteArray& response);

    // The card; Invalid where its values contradict each other, NotFound where it is no social
    // security card.
    Result<SocialCard> result() const;

private:
    struct Step {
        QByteArray apdu;
        quint8 record = 0; // 0: a SELECT, which must succeed
    };
    void finishStep(quint16 status);

    QList<Step> m_steps;
    qsizetype m_at = 0;
    QByteArray m_now;  // the APDU that waits for its answer
    QByteArray m_data; // of the step so far
    int m_follow = 0;  // GET RESPONSE and repeats in this step
    std::optional<Fault> m_fault;
    QList<std::pair<quint8, QByteArray>> m_records;
};

// SELECT of a payment application, to tell a bank card from an unknown one; nothing of it is read.
QByteArray selectBankCard();

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::SocialCard)
