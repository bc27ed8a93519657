// 电子证照标识 (GB/T 36904): 1.2.156.3005.2 . type . issuer . serial . version . check (ISO 7064
// MOD 37,36).
#pragma once

#include "services/core/codes.h"

namespace tongban {

struct LicenceIdentifier {
    QString type; // 18 characters of the standard's owner and three digits of the licence type
    QString issuer;
    QString serial;
    QString version;
    QChar check;
};

// Accepts the identifier with its object identifier, or the part after it.
CodeVerdict checkLicenceIdentifier(const QString& identifier);
std::optional<LicenceIdentifier> licenceIdentifier(const QString& identifier);

// ISO 7064 MOD 37,36 over letters and digits.
QChar mod3736Check(QStringView text);

} // namespace tongban
