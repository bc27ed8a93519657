// The kinds of code by name, what typing is forgiven, and the way to the rule of each kind.
#include "services/core/codes.h"

#include "services/core/item_codes.h"
#include "services/core/licence_codes.h"
#include "services/core/organisation_codes.h"
#include "services/core/person_codes.h"

#include <array>

namespace tongban {

namespace {

// Longer than any code of ours; a value beyond it is not worth reading.
constexpr qsizetype longest = 200;

QChar halfWidth(QChar c) {
    const char16_t u = c.unicode();
    if (u == u'　')
        return QLatin1Char(' ');
    return u >= 0xFF01 && u <= 0xFF5E ? QChar(static_cast<char16_t>(u - 0xFEE0)) : c;
}

bool isDash(QChar c) {
    const char16_t u = c.unicode();
    return u == u'-' || (u >= 0x2010 && u <= 0x2015) || u == u'－';
}

} // namespace

std::optional<CodeKind> codeKindNamed(const QString& word) {
    static const std::array<std::pair<QLatin1String, CodeKind>, 6> names{{
        {QLatin1String("id"), CodeKind::Identity},
        {QLatin1String("uscc"), CodeKind::CreditCode},
        {QLatin1String("org"), CodeKind::Organisation},
        {QLatin1String("item"), CodeKind::Item},
        {QLatin1String("licence"), CodeKind::Licence},
        {QLatin1String("foreign15"), CodeKind::Foreign15},
    }};
    for (const auto& [name, kind] : names) {
        if (word == name)
            return kind;
    }
    return std::nullopt;
}

QString tidied(CodeKind kind, const QString& typed) {
    QString out;
    for (const QChar raw : typed) {
        const QChar c = halfWidth(raw);
        if (c.isSpace() || (kind != CodeKind::Item && isDash(c)))
            continue;
        out += c.toUpper();
    }
    return out;
}

CodeVerdict checkCode(CodeKind kind, const QString& typed) {
    if (typed.size() > longest)
        return CodeVerdict::bad(QStringLiteral("太长了，有 %1 个字符").arg(typed.size()));
    const QString value = tidied(kind, typed);
    if (value.isEmpty())
        return CodeVerdict::bad(QStringLiteral("还没有填"));
    switch (kind) {
    case CodeKind::Identity:
        return checkIdentityNumber(value);
    case CodeKind::CreditCode:
        return checkCreditCode(value);
    case CodeKind::Organisation:
        return checkOrganisationCode(value);
    case CodeKind::Item:
        return checkItemCode(value);
    case CodeKind::Licence:
        return checkLicenceIdentifier(value);
    case CodeKind::Foreign15:
        return checkForeign15(value);
    }
    return CodeVerdict::bad(QStringLiteral("不认识这种代码"));
}

int creditCodeValue(QChar character) {
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    return static_cast<int>(alphabet.indexOf(character));
}

int alphanumericValue(QChar character) {
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return static_cast<int>(alphabet.indexOf(character));
}

bool isProvinceCode(QStringView twoDigits) {
    static const QString known =
        QStringLiteral("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
                       "50 51 52 53 54 61 62 63 64 65 71 81 82");
    return twoDigits.size() == 2 && twoDigits.front() != QLatin1Char(' ') &&
           twoDigits.back() != QLatin1Char(' ') && known.contains(twoDigits);
}

} // namespace tongban
