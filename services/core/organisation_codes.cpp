// GB 32100: weights 3^(i-1) mod 31, check = (31 - sum mod 31) mod 31. GB 11714: 11 - sum mod 11, 10
// is X and 11 is 0.
#include "services/core/organisation_codes.h"

namespace tongban {

QChar creditCodeCheck(QStringView first17) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; ++i) {
        sum += creditCodeValue(first17[i]) * weight;
        weight = weight * 3 % 31;
    }
    return QLatin1Char("0123456789ABCDEFGHJKLMNPQRTUWXY"[(31 - sum % 31) % 31]);
}

CodeVerdict checkCreditCode(const QString& code) {
    const qsizetype size = code.size();
    if (size < 18)
        return CodeVerdict::bad(QStringLiteral("应为 18 位，还差 %1 位").arg(18 - size));
    if (size > 18)
        return CodeVerdict::bad(QStringLiteral("应为 18 位，多了 %1 位").arg(size - 18));
    for (int i = 0; i < 18; ++i) {
        if (creditCodeValue(code[i]) < 0)
            return CodeVerdict::bad(
                QStringLiteral("第%1位“%2”不会出现在统一社会信用代码里（没有字母 I O S V Z）")
                    .arg(i + 1)
                    .arg(code[i]));
    }
    if (!QStringLiteral("123456789ANY").contains(code[0]))
        return CodeVerdict::bad(QStringLiteral("第1位“%1”不是登记管理部门代码").arg(code[0]));
    for (int i = 2; i < 8; ++i) {
        if (!code[i].isDigit())
            return CodeVerdict::bad(QStringLiteral("第%1位应为数字（行政区划）").arg(i + 1));
    }
    const QChar expected = creditCodeCheck(code);
    if (code[17] != expected)
        return CodeVerdict::bad(QStringLiteral("第18位校验码应为 %1").arg(expected));
    return {{}, QStringLiteral("gb32100")};
}

QChar organisationCheck(QStringView first8) {
    constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; ++i)
        sum += alphanumericValue(first8[i]) * weights[i];
    const int check = 11 - sum % 11;
    if (check == 10)
        return QLatin1Char('X');
    return check == 11 ? QLatin1Char('0') : QChar(static_cast<char16_t>(u'0' + check));
}

CodeVerdict checkOrganisationCode(const QString& code) {
    if (code.size() != 9)
        return CodeVerdict::bad(QStringLiteral("应为 9 位，现在是 %1 位").arg(code.size()));
    for (int i = 0; i < 9; ++i) {
        if (alphanumericValue(code[i]) < 0)
            return CodeVerdict::bad(QStringLiteral("第%1位应为数字或大写字母").arg(i + 1));
    }
    const QChar expected = organisationCheck(code);
    if (code[8] != expected)
        return CodeVerdict::bad(QStringLiteral("第9位校验码应为 %1").arg(expected));
    return {{}, QStringLiteral("gb11714")};
}

} // namespace tongban
