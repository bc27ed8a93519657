// HOTP truncation (RFC 4226 §5.3) over the time step.
#include "services/crypto/totp.h"

#include "services/crypto/base32.h"
#include "services/crypto/digest.h"

#include <QUrl>
#include <QtEndian>
#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace tongban::crypto {

QString totpCode(QByteArrayView secret, qint64 step, const TotpSettings& settings) {
    const quint64 counter = qToBigEndian(static_cast<quint64>(step));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    HMAC(settings.hash == TotpHash::Sha256 ? EVP_sha256() : EVP_sha1(), secret.data(),
         static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(&counter), 8,
         mac.data(), &size);
    const size_t offset = mac[size - 1] & 0xf;
    const quint32 number = qFromBigEndian<quint32>(&mac[offset]) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < settings.digits; ++i)
        modulus *= 10;
    return QStringLiteral("%1").arg(number % modulus, settings.digits, 10, QLatin1Char('0'));
}

qint64 totpStep(Instant at, const TotpSettings& settings) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() /
           settings.stepSeconds;
}

std::optional<qint64> checkTotp(QByteArrayView secret, const QString& code, Instant now,
                                std::optional<qint64> lastUsed, const TotpSettings& settings) {
    const QByteArray given = code.toLatin1();
    const qint64 current = totpStep(now, settings);
    std::optional<qint64> found;
    for (qint64 step = current - 1; step <= current + 1; ++step) {
        const bool equal = equalInConstantTime(totpCode(secret, step, settings).toLatin1(), given);
        if (equal && !found && (!lastUsed || step > *lastUsed))
            found = step;
    }
    return found;
}

QString totpUri(QByteArrayView secret, const QString& issuer, const QString& account,
                const TotpSettings& settings) {
    const auto escaped = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return QStringLiteral(
               "otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=%4&digits=%5&period=%6")
        .arg(escaped(issuer), escaped(account), QString::fromLatin1(toBase32(secret)),
             settings.hash == TotpHash::Sha256 ? QStringLiteral("SHA256") : QStringLiteral("SHA1"))
        .arg(settings.digits)
        .arg(settings.stepSeconds);
}

} // namespace tongban::crypto
