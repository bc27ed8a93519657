// GB 11643-1999: region, birth date, sequence (odd: male), ISO 7064 MOD 11-2. ICAO weights 7-3-1
// for the older permit.
#include "services/core/person_codes.h"

#include <algorithm>

namespace tongban {

namespace {

bool allDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

int firstNonDigit(QStringView text) {
    int at = 0;
    while (at < text.size() && text[at] >= QLatin1Char('0') && text[at] <= QLatin1Char('9'))
        ++at;
    return at;
}

QDate birthDate(QStringView eightDigits) {
    const QDate date(eightDigits.left(4).toInt(), eightDigits.mid(4, 2).toInt(),
                     eightDigits.mid(6, 2).toInt());
    return date.isValid() && date.year() >= 1800 ? date : QDate();
}

bool knownRegion(QStringView number) {
    if (number.front() == QLatin1Char('9')) // permanent resident: 9 + province + ISO 3166 numeric
        return isProvinceCode(number.mid(1, 2));
    return isProvinceCode(number.left(2)) || number.left(2) == u"83";
}

} // namespace

int IdentityFacts::ageOn(QDate day) const {
    const bool before = QDate(2000, day.month(), day.day()) < QDate(2000, born.month(), born.day());
    return day.year() - born.year() - (before ? 1 : 0);
}

QChar identityCheckDigit(QStringView first17) {
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += first17[i].digitValue() * weights[i];
    return QLatin1Char("10X98765432"[sum % 11]);
}

CodeVerdict checkIdentityNumber(const QString& number, QDate today) {
    const qsizetype size = number.size();
    if (size == 15 && allDigits(number))
        return CodeVerdict::bad(QStringLiteral("这是 15 位的老号码，请填 18 位的新号码"));
    if (size < 18)
        return CodeVerdict::bad(QStringLiteral("应为 18 位，还差 %1 位").arg(18 - size));
    if (size > 18)
        return CodeVerdict::bad(QStringLiteral("应为 18 位，多了 %1 位").arg(size - 18));
    const int odd = firstNonDigit(QStringView(number).left(17));
    if (odd < 17)
        return CodeVerdict::bad(QStringLiteral("第%1位应为数字").arg(odd + 1));
    if (number[17] != QLatin1Char('X') && !allDigits(QStringView(number).mid(17)))
        return CodeVerdict::bad(QStringLiteral("第18位应为数字或 X"));
    if (!knownRegion(number))
        return CodeVerdict::bad(QStringLiteral("前2位“%1”不是省级地区代码").arg(number.left(2)));
    const QDate born = birthDate(QStringView(number).mid(6, 8));
    if (!born.isValid())
        return CodeVerdict::bad(
            QStringLiteral("第7到14位“%1”不是真实的日期").arg(number.mid(6, 8)));
    if (born > today)
        return CodeVerdict::bad(QStringLiteral("第7到14位的出生日期还没有到"));
    const QChar expected = identityCheckDigit(number);
    if (number[17] != expected)
        return CodeVerdict::bad(QStringLiteral("第18位校验码应为 %1").arg(expected));
    return {{},
            number.front() == QLatin1Char('9') ? QStringLiteral("foreign18")
                                               : QStringLiteral("gb11643")};
}

std::optional<IdentityFacts> identityFacts(const QString& number) {
    const QString tidy = tidied(CodeKind::Identity, number);
    if (!checkIdentityNumber(tidy, QDate(9999, 12, 31)).ok())
        return std::nullopt;
    IdentityFacts facts;
    facts.region = tidy.left(6);
    facts.born = birthDate(QStringView(tidy).mid(6, 8));
    facts.sex = tidy[16].digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
    facts.residentPermit = tidy.startsWith(u'8');
    facts.foreigner = tidy.startsWith(u'9');
    return facts;
}

QChar foreign15CheckDigit(QStringView first14) {
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (int i = 0; i < 14; ++i)
        sum += alphanumericValue(first14[i]) * weights[i % 3];
    return QChar(static_cast<char16_t>(u'0' + sum % 10));
}

CodeVerdict checkForeign15(const QString& number) {
    if (number.size() != 15)
        return CodeVerdict::bad(QStringLiteral("应为 15 位，现在是 %1 位").arg(number.size()));
    for (int i = 0; i < 3; ++i) {
        if (number[i] < QLatin1Char('A') || number[i] > QLatin1Char('Z'))
            return CodeVerdict::bad(QStringLiteral("前3位应为国家或地区的三个字母"));
    }
    const int odd = firstNonDigit(QStringView(number).mid(3));
    if (odd < 12)
        return CodeVerdict::bad(QStringLiteral("第%1位应为数字").arg(odd + 4));
    // Two-digit years: the date must exist in one of the two centuries.
    const QString date = number.mid(7, 6);
    const bool real = birthDate(QString(QStringLiteral("19") + date)).isValid() ||
                      birthDate(QString(QStringLiteral("20") + date)).isValid();
    if (!real)
        return CodeVerdict::bad(QStringLiteral("第8到13位“%1”不是真实的日期").arg(date));
    const QChar expected = foreign15CheckDigit(number);
    if (number[14] != expected)
        return CodeVerdict::bad(QStringLiteral("第15位校验码应为 %1").arg(expected));
    return {{}, QStringLiteral("foreign15")};
}

} // namespace tongban
