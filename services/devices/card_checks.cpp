// An exclusive-or sum misses any pair of equal flips, so the values themselves are checked
// (devices.md §1.4 rule 6).
#include "services/devices/card_checks.h"

#include "services/core/person_codes.h"

#include <QDate>
#include <algorithm>

namespace tongban::devices {

namespace {

// A card does not know today's date; a birth ahead of it is the caller's concern.
const QDate farFuture(9999, 12, 31);

Result<void> refuse(const char* key, const char* why) {
    return fail(FaultKind::Invalid, QLatin1String(key) + QStringLiteral(": ") + QLatin1String(why));
}

bool allDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool inRange(QStringView text, char16_t low, char16_t high) {
    return std::all_of(text.begin(), text.end(), [=](QChar c) { return c >= low && c <= high; });
}

// Characters a Chinese name, address or office may hold: Han of any plane, the middle dot, Latin,
// digits, marks.
bool plausible(QStringView text) {
    for (const uint c : text.toUcs4()) {
        const QChar::Script script = QChar::script(c);
        const bool fine = QChar::category(c) == QChar::Other_PrivateUse ||
                          script == QChar::Script_Han || script == QChar::Script_Latin ||
                          script == QChar::Script_Common || script == QChar::Script_Greek ||
                          script == QChar::Script_Bopomofo;
        if (!fine)
            return false;
    }
    return true;
}

bool privateUse(QStringView text) {
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.begin(), characters.end(),
                       [](uint c) { return QChar::category(c) == QChar::Other_PrivateUse; });
}

QDate dateOf(const QString& text) {
    return allDigits(text) ? QDate::fromString(text, QStringLiteral("yyyyMMdd")) : QDate();
}

Result<void> checkDates(const TextBlock& text) {
    const QDate birth = dateOf(text.field(QLatin1String("birth")));
    const QDate from = dateOf(text.field(QLatin1String("from")));
    const QString to = text.field(QLatin1String("to"));
    if (!birth.isValid())
        return refuse("birth", "not a date");
    if (!from.isValid())
        return refuse("from", "not a date");
    if (from < birth)
        return refuse("from", "before the birth");
    if (to == u"长期")
        return text.kind == CardKind::Resident ? Result<void>() : refuse("to", "not a date");
    const QDate end = dateOf(to);
    if (!end.isValid())
        return refuse("to", "not a date");
    return end < from ? refuse("to", "before the start") : Result<void>();
}

Result<void> checkNumber18(TextBlock& text) {
    const QString number = text.field(QLatin1String("id"));
    const QString sex = text.field(QLatin1String("sex"));
    if (!checkIdentityNumber(number, farFuture).ok())
        return refuse("id", "wrong number");
    if (number.mid(6, 8) != text.field(QLatin1String("birth")))
        return refuse("birth", "differs from the number");
    const QString oddMeansMale =
        (number[16].unicode() - u'0') % 2 == 1 ? QStringLiteral("1") : QStringLiteral("2");
    if (sex == oddMeansMale)
        return {};
    if (text.kind == CardKind::Foreign2023 || sex == u"0" || sex == u"9") {
        text.warnings.append(QStringLiteral("sex: differs from the number"));
        return {};
    }
    return refuse("sex", "differs from the number");
}

Result<void> checkNumber15(TextBlock& text) {
    const QString number = text.field(QLatin1String("id"));
    if (!tongban::checkForeign15(number).ok())
        return refuse("id", "wrong number");
    if (number.mid(7, 6) != text.field(QLatin1String("birth")).mid(2))
        return refuse("birth", "differs from the number");
    if (number.left(3) != text.field(QLatin1String("country")))
        text.warnings.append(QStringLiteral("country: differs from the number"));
    return {};
}

Result<void> checkResident(TextBlock& text) {
    const QString nation = text.field(QLatin1String("nation"));
    if (!nation.isEmpty() && (nation.size() != 2 || !allDigits(nation)))
        text.warnings.append(QStringLiteral("nation: not a code"));
    else if (nationNamed(nation) == nation)
        text.warnings.append(QStringLiteral("nation: code in no table"));
    return {};
}

Result<void> checkHmt(TextBlock& text) {
    const QString number = text.field(QLatin1String("id"));
    const QString pass = text.field(QLatin1String("pass"));
    const QString issues = text.field(QLatin1String("issues"));
    const QString area = number.left(6);
    if (area != u"810000" && area != u"820000" && area != u"830000")
        return refuse("id", "not a number of Hong Kong, Macao or Taiwan");
    const bool letter = area != u"830000";
    const QString digits = letter ? pass.mid(1) : pass;
    const QChar expected = area == u"810000" ? u'H' : u'M';
    if ((letter && !pass.startsWith(expected)) || digits.size() != 8 || !allDigits(digits))
        text.warnings.append(QStringLiteral("pass: not in the usual form"));
    if (issues.size() != 2 || !allDigits(issues))
        text.warnings.append(QStringLiteral("issues: not a count"));
    return {};
}

Result<void> checkForeign(TextBlock& text) {
    const QString country = text.field(QLatin1String("country"));
    const bool alpha = country.size() == 3 && inRange(country, u'A', u'Z');
    const bool numeric = country.size() == 3 && allDigits(country);
    if (!alpha && !(numeric && text.kind == CardKind::Foreign2023))
        return refuse("country", "not a country code");
    const QString latin =
        text.field(QLatin1String(text.kind == CardKind::Foreign2017 ? "name" : "ename"));
    if (latin.isEmpty())
        return refuse("name", "empty");
    if (!inRange(latin, u' ', u'~'))
        text.warnings.append(QStringLiteral("name: not in Latin letters"));
    if (text.kind == CardKind::Foreign2017)
        return {};
    const QString number = text.field(QLatin1String("id"));
    if (!number.startsWith(u'9'))
        return refuse("id", "does not start with 9");
    if (numeric && number.mid(3, 3) != country)
        text.warnings.append(QStringLiteral("country: differs from the number"));
    return {};
}

// Codes are Latin letters and digits on every card; anything else is a shifted or damaged line.
Result<void> checkCodes(const TextBlock& text) {
    for (const char* key :
         {"nation", "pass", "issues", "version", "authority", "changes", "country", "link"}) {
        const QString value = text.field(QLatin1String(key));
        const bool fine = std::all_of(value.begin(), value.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
        });
        if (!fine)
            return refuse(key, "not a code");
    }
    return {};
}

// Names, addresses and offices have no check of their own: look at their characters.
Result<void> checkWords(TextBlock& text) {
    for (const char* key : {"name", "cname", "address", "issuer"}) {
        const QString value = text.field(QLatin1String(key));
        if (!plausible(value))
            return refuse(key, "characters of no Chinese card");
        if (privateUse(value))
            text.warnings.append(QLatin1String(key) + QStringLiteral(": private-use character"));
    }
    const bool chinese =
        text.kind == CardKind::Resident || text.kind == CardKind::HongKongMacaoTaiwan;
    for (const char* key : {"name", "address", "issuer"}) {
        if (chinese && text.field(QLatin1String(key)).isEmpty())
            return refuse(key, "empty");
    }
    return {};
}

} // namespace

QString nationNamed(const QString& code) {
    static const QStringList names =
        QStringLiteral("汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 "
                       "傈僳 佤 畲 高山 拉祜 水 "
                       "东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 "
                       "普米 塔吉克 怒 乌孜别克 "
                       "俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺")
            .split(u' ');
    const int index = code.size() == 2 ? code.toInt() : 0;
    if (index >= 1 && index <= names.size())
        return names[index - 1];
    if (index == 97)
        return QStringLiteral("其他");
    return index == 98 ? QStringLiteral("外国血统中国籍人士") : code;
}

Result<void> checkCardText(TextBlock& text) {
    const QString sex = text.field(QLatin1String("sex"));
    if (sex != u"0" && sex != u"1" && sex != u"2" && sex != u"9")
        return refuse("sex", "not a code");
    TRY(checkDates(text));
    TRY(checkCodes(text));
    TRY(checkWords(text));
    TRY(text.kind == CardKind::Foreign2017 ? checkNumber15(text) : checkNumber18(text));
    switch (text.kind) {
    case CardKind::Resident:
        return checkResident(text);
    case CardKind::HongKongMacaoTaiwan:
        return checkHmt(text);
    case CardKind::Foreign2017:
    case CardKind::Foreign2023:
        return checkForeign(text);
    }
    return {};
}

} // namespace tongban::devices
