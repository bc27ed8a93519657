// Numbers of persons: 公民身份号码 (GB 11643-1999) and the two numberings of the 外国人永久居留证.
#pragma once

#include "services/core/codes.h"

#include <QDate>

namespace tongban {

enum class Sex { Male, Female };

// What an 18-digit number says about its holder.
struct IdentityFacts {
    QString region; // GB/T 2260; for a permanent resident 9 + province + country of ISO 3166
    QDate born;
    Sex sex = Sex::Male;
    // 81, 82, 83: residence permits of Hong Kong, Macao, Taiwan residents; 9: permanent residents
    // since 2023.
    bool residentPermit = false;
    bool foreigner = false;

    int ageOn(QDate day) const;
};

// `today` decides whether a birth date lies ahead; the system's date unless a test says otherwise.
CodeVerdict checkIdentityNumber(const QString& number, QDate today = QDate::currentDate());
std::optional<IdentityFacts> identityFacts(const QString& number);

// ISO 7064 MOD 11-2 over the first 17 digits.
QChar identityCheckDigit(QStringView first17);

// Alpha-3 country, 4 digits of region, YYMMDD, 1 sequence, 7-3-1 check digit over the first 14.
CodeVerdict checkForeign15(const QString& number);
QChar foreign15CheckDigit(QStringView first14);

} // namespace tongban
