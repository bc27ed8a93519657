// The free files EF05 and EF06 of a social security card, record by record (devices.md §2.1).
#include "services/devices/social_card.h"

#include "services/core/person_codes.h"
#include "services/devices/gb18030.h"

#include <algorithm>
#include <array>

namespace tongban::devices {

namespace {

enum class Coding { Digits, Ascii, Chinese };

struct Record {
    quint8 id;
    quint8 length;
    Coding coding;
};

constexpr std::array cardFile{
    Record{0x01, 16, Coding::Digits}, Record{0x03, 4, Coding::Ascii},
    Record{0x04, 12, Coding::Digits}, Record{0x05, 4, Coding::Digits},
    Record{0x06, 4, Coding::Digits},  Record{0x07, 9, Coding::Ascii},
};
constexpr std::array personFile{
    Record{0x08, 18, Coding::Ascii}, Record{0x09, 30, Coding::Chinese},
    Record{0x0A, 1, Coding::Ascii},  Record{0x0B, 1, Coding::Digits},
    Record{0x0C, 3, Coding::Digits}, Record{0x0D, 4, Coding::Digits},
};

// "sx1.sh.社会保障" in GBK.
const QByteArray selectSsse = QByteArray::fromHex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

QByteArray selectFile(char file) {
    return QByteArray::fromHex("00A4020002EF") + file;
}

// By record identifier; the answer repeats identifier and length before the value.
QByteArray readRecord(const Record& record) {
    QByteArray apdu = QByteArray::fromHex("00B2000000");
    apdu[2] = static_cast<char>(record.id);
    apdu[4] = static_cast<char>(record.length + 2);
    return apdu;
}

const Record* recordOf(quint8 id) {
    for (const Record& record : cardFile) {
        if (record.id == id)
            return &record;
    }
    for (const Record& record : personFile) {
        if (record.id == id)
            return &record;
    }
    return nullptr;
}

// Two digits a byte, filled with F on the right.
QString digitsOf(const QByteArray& value) {
    QString text = QString::fromLatin1(value.toHex()).toUpper();
    while (text.endsWith(u'F'))
        text.chop(1);
    return text;
}

// Filled with 00 or spaces on either side; a 0 may belong to the value.
QString asciiOf(QByteArray value) {
    const auto fill = [](char c) { return c == 0 || c == ' '; };
    while (!value.isEmpty() && fill(value.back()))
        value.chop(1);
    while (!value.isEmpty() && fill(value.front()))
        value.remove(0, 1);
    return QString::fromLatin1(value);
}

// No Chinese name holds the digit 0, which some issuers fill with.
QString chineseOf(QByteArray value) {
    const auto fill = [](char c) { return c == 0 || c == ' ' || c == '0'; };
    while (!value.isEmpty() && fill(value.front()))
        value.remove(0, 1);
    while (!value.isEmpty() && (value.back() == 0 || value.back() == ' '))
        value.chop(1);
    // The second byte of a character may be 0x30 only in its four-byte form, which ends in a digit
    // as well.
    QString text = fromGb18030(value);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text;
}

QDate dateOf(const QString& text) {
    return QDate::fromString(text, QStringLiteral("yyyyMMdd"));
}

Result<SocialCard> checked(const SocialCard& card) {
    const auto refuse = [](const char* why) {
        return fail(FaultKind::Invalid, QLatin1String(why));
    };
    if (!checkIdentityNumber(card.number, QDate(9999, 12, 31)).ok())
        return refuse("number: wrong");
    const auto facts = identityFacts(card.number);
    if (card.birth.isValid() && facts && card.birth != facts->born)
        return refuse("birth: differs from the number");
    if (card.name.isEmpty() || card.name.contains(QChar::ReplacementCharacter))
        return refuse("name: no characters");
    return card;
}

} // namespace

SocialCardDialogue::SocialCardDialogue() {
    m_steps.append({selectSsse});
    m_steps.append({selectFile(0x05)});
    for (const Record& record : cardFile)
        m_steps.append({readRecord(record), record.id});
    m_steps.append({selectFile(0x06)});
    for (const Record& record : personFile)
        m_steps.append({readRecord(record), record.id});
    m_now = m_steps.first().apdu;
}

std::optional<QByteArray> SocialCardDialogue::next() const {
    if (m_fault || m_at >= m_steps.size())
        return {};
    return m_now;
}

void SocialCardDialogue::answered(const QByteArray& response) {
    if (!next())
        return;
    if (response.size() < 2 || response.size() > 258) {
        m_fault =
            Fault{FaultKind::Device, QStringLiteral("answer of %1 bytes").arg(response.size())};
        return;
    }
    const auto sw1 = static_cast<quint8>(response[response.size() - 2]);
    const char sw2 = response.back();
    m_data += response.chopped(2);
    if ((sw1 == 0x61 || sw1 == 0x6C) && ++m_follow <= 4) {
        m_now = sw1 == 0x61 ? QByteArray::fromHex("00C00000") : m_steps[m_at].apdu.left(4);
        m_now.append(sw2);
        return;
    }
    finishStep(static_cast<quint16>(sw1 << 8 | static_cast<quint8>(sw2)));
}

void SocialCardDialogue::finishStep(quint16 status) {
    const Step& step = m_steps[m_at];
    if (step.record == 0 && status != 0x9000) {
        m_fault = m_at == 0
                      ? Fault{FaultKind::NotFound, QStringLiteral("no social security application")}
                      : Fault{FaultKind::Device,
                              QStringLiteral("select: %1").arg(status, 4, 16, QLatin1Char('0'))};
        return;
    }
    // A record that is absent leaves its field empty.
    if (step.record != 0 && status == 0x9000 && m_data.size() >= 2 &&
        static_cast<quint8>(m_data[0]) == step.record) {
        const auto length = static_cast<quint8>(m_data[1]);
        if (m_data.size() == length + 2)
            m_records.append({step.record, m_data.mid(2)});
    }
    m_data.clear();
    m_follow = 0;
    ++m_at;
    if (m_at < m_steps.size())
        m_now = m_steps[m_at].apdu;
}

Result<SocialCard> SocialCardDialogue::result() const {
    if (m_fault)
        return fail(*m_fault);
    if (m_at < m_steps.size())
        return fail(FaultKind::Internal, QStringLiteral("not read to the end"));
    const auto text = [this](quint8 id) {
        for (const auto& [record, value] : m_records) {
            if (record != id)
                continue;
            const Coding coding = recordOf(id)->coding;
            return coding == Coding::Digits  ? digitsOf(value)
                   : coding == Coding::Ascii ? asciiOf(value)
                                             : chineseOf(value);
        }
        return QString();
    };
    SocialCard card;
    card.cardId = text(0x01);
    card.version = text(0x03);
    card.institution = text(0x04);
    card.issued = dateOf(text(0x05));
    card.expires = dateOf(text(0x06));
    card.cardNumber = text(0x07);
    card.number = text(0x08);
    card.name = text(0x09);
    card.sexCode = text(0x0A);
    card.nationCode = text(0x0B);
    card.birthplace = text(0x0C);
    card.birth = dateOf(text(0x0D));
    return checked(card);
}

QByteArray selectBankCard() {
    return QByteArray::fromHex("00A404000E315041592E5359532E444446303100"); // 1PAY.SYS.DDF01
}

} // namespace tongban::devices
