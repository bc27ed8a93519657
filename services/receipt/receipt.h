// TB1: the signed compact statement "this hall received an application then", as an upper-case URL
// in a QR code (sync.md §5.2). It names no person and no item; what is printed beside it is held to
// it by a commitment.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/key_pair.h"

#include <QStringList>

namespace tongban::receipt {

inline constexpr qsizetype bodySize = 37;
inline constexpr qsizetype tokenSize = 101;     // body and signature
inline constexpr qsizetype tokenTextSize = 162; // in Base32
inline constexpr qsizetype idSize = 12;
inline constexpr qsizetype commitmentSize = 12;

enum ReceiptFlag : quint8 {
    Offline = 1,        // issued without a connection
    ClockUncertain = 2, // the machine's time may be wrong (sync.md §2.5)
    Test = 4,           // a practice receipt
};

// Which key signed: device number (24 bit) and key generation (8 bit).
struct KeyNumber {
    quint32 device = 0;
    quint8 generation = 0;
    bool operator==(const KeyNumber&) const = default;
    quint32 packed() const { return device << 8 | generation; }
    static KeyNumber unpacked(quint32 value) {
        return {value >> 8, static_cast<quint8>(value & 0xff)};
    }
};
QString nameOf(KeyNumber number); // "001234/3"

// The signed body.
struct Receipt {
    crypto::Algorithm algorithm = crypto::Algorithm::P256;
    KeyNumber key;
    quint32 region = 0;    // administrative code, six digits
    Instant issuedAt;      // whole seconds
    QByteArray id;         // 12 random octets; whoever holds them may ask for the state
    QByteArray commitment; // 12 octets
    quint8 flags = 0;
    bool operator==(const Receipt&) const = default;
};

// A body with its signature, as read or as made.
struct SignedReceipt {
    Receipt receipt;
    QByteArray token; // 101 octets
};

// What is to be stated. `lines` are what is printed, in order; they are committed to, not carried.
struct Statement {
    KeyNumber key;
    quint32 region = 0;
    Instant issuedAt;
    QStringList lines;
    quint8 flags = 0;
};

struct IssuedReceipt {
    SignedReceipt stated;
    QString code; // six characters, printed but not in the QR: opens the details
    QString url;
};

// `origin` is "HTTPS://HOST" (any case; "HTTP://127.0.0.1:8080" on a practice machine).
Result<IssuedReceipt> issue(const Statement& statement, const crypto::PrivateKey& key,
                            const QString& origin);
// The same with given random parts, for vectors and for printing again.
Result<IssuedReceipt> issueWith(const Statement& statement, const crypto::PrivateKey& key,
                                const QString& origin, const QByteArray& id, const QString& code);

QByteArray commitmentOf(QByteArrayView id, const QString& code, const QStringList& lines);
bool commits(const Receipt& receipt, const QString& code, const QStringList& lines);

QString urlOf(const SignedReceipt& receipt, const QString& origin);

// The token as 101 octets or as 162 Base32 letters of the one canonical spelling; no signature is
// checked.
Result<SignedReceipt> parseToken(QByteArrayView token);
Result<SignedReceipt> parseTokenText(QByteArrayView text);
// A whole URL. Scheme and host in any case, the path in its one spelling, nothing behind it. With
// an empty `origin` every host is accepted (the signature decides).
Result<SignedReceipt> parseUrl(const QString& url, const QString& origin = {});

} // namespace tongban::receipt
