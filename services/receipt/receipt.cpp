// Layout, all numbers big-endian: version|algorithm 1, kid 4, region 3, time 4, id 12, commitment
// 12, flags 1, signature 64.
#include "services/receipt/receipt.h"

#include "services/crypto/base32.h"
#include "services/crypto/random.h"
#include "services/crypto/signature.h"
#include "services/receipt/receipt_keys.h"

#include <QtEndian>

namespace tongban::receipt {

namespace {

constexpr quint8 version = 1;
constexpr quint8 knownFlags = Offline | ClockUncertain | Test;

tl::unexpected<Fault> refuse(const char* why) {
    return fail(FaultKind::Invalid, QStringLiteral("receipt: %1").arg(QLatin1String(why)));
}

QByteArray bodyOf(const Receipt& receipt) {
    QByteArray body(12, Qt::Uninitialized);
    body[0] = static_cast<char>(version << 4 | static_cast<quint8>(receipt.algorithm));
    qToBigEndian(receipt.key.packed(), body.data() + 1);
    // Region in three octets, then the time: the fourth octet of the region's word is overwritten.
    qToBigEndian(receipt.region << 8, body.data() + 5);
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(receipt.issuedAt).time_since_epoch().count();
    qToBigEndian(static_cast<quint32>(seconds), body.data() + 8);
    body.append(receipt.id).append(receipt.commitment);
    body.append(static_cast<char>(receipt.flags));
    return body;
}

QByteArray signatureInput(QByteArrayView body) {
    QByteArray input("TB1\0", 4);
    input.append(body);
    return input;
}

Result<void> checkStatement(const Statement& statement, const QByteArray& id) {
    if (statement.key.device >= 1U << 24)
        return refuse("device number over 24 bits");
    if (statement.region > 999'999)
        return refuse("region is not a code of six digits");
    const qint64 seconds =
        std::chrono::floor<std::chrono::seconds>(statement.issuedAt).time_since_epoch().count();
    if (seconds < 0 || seconds > 0xffffffffLL)
        return refuse("time out of range");
    if (id.size() != idSize)
        return refuse("id is not 12 octets");
    if ((statement.flags & ~knownFlags) != 0)
        return refuse("unknown flag");
    return {};
}

} // namespace

QString nameOf(KeyNumber number) {
    return QStringLiteral("%1/%2")
        .arg(number.device, 6, 10, QLatin1Char('0'))
        .arg(number.generation);
}

QByteArray commitmentOf(QByteArrayView id, const QString& code, const QStringList& lines) {
    const QString text = code + u'|' + lines.join(u'|');
    return crypto::hmac(crypto::Hash::Sha256, id, text.toUtf8()).first(commitmentSize);
}

bool commits(const Receipt& receipt, const QString& code, const QStringList& lines) {
    return crypto::equalInConstantTime(commitmentOf(receipt.id, code, lines), receipt.commitment);
}

Result<IssuedReceipt> issueWith(const Statement& statement, const crypto::PrivateKey& key,
                                const QString& origin, const QByteArray& id, const QString& code) {
    TRY(checkStatement(statement, id));
    Receipt receipt;
    receipt.algorithm = key.algorithm();
    receipt.key = statement.key;
    receipt.region = statement.region;
    receipt.issuedAt = std::chrono::floor<std::chrono::seconds>(statement.issuedAt);
    receipt.id = id;
    receipt.commitment = commitmentOf(id, code, statement.lines);
    receipt.flags = statement.flags;
    const QByteArray body = bodyOf(receipt);
    TRY_ASSIGN(const QByteArray signature, crypto::sign(key, signatureInput(body)));
    const SignedReceipt stated{receipt, body + signature};
    return IssuedReceipt{stated, code, urlOf(stated, origin)};
}

Result<IssuedReceipt> issue(const Statement& statement, const crypto::PrivateKey& key,
                            const QString& origin) {
    return issueWith(statement, key, origin, crypto::randomBytes(idSize), crypto::randomCode(6));
}

QString urlOf(const SignedReceipt& receipt, const QString& origin) {
    return origin.toUpper() + QStringLiteral("/1") +
           QString::fromLatin1(crypto::toBase32(receipt.token));
}

Result<SignedReceipt> parseToken(QByteArrayView token) {
    if (token.size() != tokenSize)
        return refuse("not 101 octets");
    const auto first = static_cast<quint8>(token[0]);
    if (first >> 4 != version)
        return refuse("unknown version");
    const quint8 algorithm = first & 0xf;
    if (algorithm < 1 || algorithm > 3)
        return refuse("unknown algorithm");

    Receipt receipt;
    receipt.algorithm = static_cast<crypto::Algorithm>(algorithm);
    receipt.key = KeyNumber::unpacked(qFromBigEndian<quint32>(token.data() + 1));
    receipt.region = qFromBigEndian<quint32>(token.data() + 5) >> 8;
    receipt.issuedAt = Instant(std::chrono::seconds(qFromBigEndian<quint32>(token.data() + 8)));
    receipt.id = token.sliced(12, idSize).toByteArray();
    receipt.commitment = token.sliced(24, commitmentSize).toByteArray();
    receipt.flags = static_cast<quint8>(token[36]);
    if (receipt.region > 999'999)
        return refuse("region is not a code of six digits");
    if ((receipt.flags & ~knownFlags) != 0)
        return refuse("unknown flag");
    return SignedReceipt{receipt, token.toByteArray()};
}

Result<SignedReceipt> parseTokenText(QByteArrayView text) {
    if (text.size() != tokenTextSize)
        return refuse("not 162 letters");
    TRY_ASSIGN(const QByteArray token, crypto::fromBase32(text));
    return parseToken(token);
}

Result<SignedReceipt> parseUrl(const QString& url, const QString& origin) {
    if (url.size() > 512)
        return refuse("too long");
    const qsizetype start = url.size() - tokenTextSize;
    if (start < 2 || url.mid(start - 2, 2) != QLatin1String("/1"))
        return refuse("not a receipt address");
    const QString found = url.left(start - 2).toUpper();
    if (!origin.isEmpty() && found != origin.toUpper())
        return refuse("another host");
    const QString scheme = found.section(QStringLiteral("://"), 0, 0);
    const QString host = found.section(QStringLiteral("://"), 1);
    if ((scheme != QLatin1String("HTTPS") && scheme != QLatin1String("HTTP")) || host.isEmpty())
        return refuse("not a receipt address");
    for (const QChar c : host) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9') && c != u'.' && c != u'-' &&
            c != u':')
            return refuse("not a receipt address");
    }
    const QString text = url.mid(start);
    const QByteArray letters = text.toLatin1();
    if (QString::fromLatin1(letters) != text)
        return refuse("not Base32");
    return parseTokenText(letters);
}

Verdict verify(const SignedReceipt& receipt, const ReceiptKeys& keys) {
    const ReceiptKey* key = keys.find(receipt.receipt.key);
    if (key == nullptr)
        return Verdict::UnknownIssuer;
    const QByteArrayView token(receipt.token);
    if (key->key.algorithm() != receipt.receipt.algorithm ||
        !crypto::verify(key->key, signatureInput(token.first(bodySize)), token.sliced(bodySize)))
        return Verdict::Altered;
    if (key->notValidAfter && receipt.receipt.issuedAt > *key->notValidAfter)
        return Verdict::ExpiredKey;
    return Verdict::Valid;
}

} // namespace tongban::receipt
