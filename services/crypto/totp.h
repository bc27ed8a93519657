// Time-based one-time passwords (RFC 6238), the second factor of staff.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/secret_bytes.h"

#include <QString>
#include <optional>

namespace tongban::crypto {

enum class TotpHash { Sha1, Sha256 }; // authenticator programs know SHA-1 for sure

struct TotpSettings {
    int digits = 6;
    int stepSeconds = 30;
    TotpHash hash = TotpHash::Sha1;
};

QString totpCode(QByteArrayView secret, qint64 step, const TotpSettings& settings = {});
qint64 totpStep(Instant at, const TotpSettings& settings = {});

// The step whose code was given, one step of clock error allowed; nothing for a wrong code or for a
// step not after `lastUsed` (a code is good once).
std::optional<qint64> checkTotp(QByteArrayView secret, const QString& code, Instant now,
                                std::optional<qint64> lastUsed, const TotpSettings& settings = {});

// otpauth://totp/ISSUER:ACCOUNT?secret=… for the QR code at enrolment.
QString totpUri(QByteArrayView secret, const QString& issuer, const QString& account,
                const TotpSettings& settings = {});

} // namespace tongban::crypto
