// The check character runs over type, issuer, serial and version without their dots.
#include "services/core/licence_codes.h"

#include <QStringList>

namespace tongban {

namespace {

const QString& root() {
    static const QString text = QStringLiteral("1.2.156.3005.2.");
    return text;
}

bool alphanumeric(const QString& text) {
    for (const QChar c : text) {
        if (alphanumericValue(c) < 0)
            return false;
    }
    return !text.isEmpty();
}

QString shapeDefect(const QStringList& parts) {
    if (parts.size() != 5)
        return QStringLiteral("应有证照类型、颁发机构、流水号、版本、校验位五段，现在是 %1 段")
            .arg(parts.size());
    for (const QString& part : parts) {
        if (!alphanumeric(part))
            return QStringLiteral("“%1”只能用数字和大写字母").arg(part);
    }
    if (parts[0].size() != 21)
        return QStringLiteral("证照类型代码应为 21 位，现在是 %1 位").arg(parts[0].size());
    if (parts[1].size() > 18)
        return QStringLiteral("颁发机构代码最多 18 位，现在是 %1 位").arg(parts[1].size());
    bool number = false;
    parts[3].toInt(&number);
    if (parts[3].size() != 3 || !number)
        return QStringLiteral("版本号应为 3 位数字");
    if (parts[4].size() != 1)
        return QStringLiteral("校验位应为 1 位");
    return {};
}

} // namespace

QChar mod3736Check(QStringView text) {
    int product = 36;
    for (const QChar c : text) {
        int sum = (product + alphanumericValue(c)) % 36;
        if (sum == 0)
            sum = 36;
        product = sum * 2 % 37;
    }
    return QLatin1Char("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(37 - product) % 36]);
}

CodeVerdict checkLicenceIdentifier(const QString& identifier) {
    const QString body = identifier.startsWith(root()) ? identifier.mid(root().size()) : identifier;
    const QStringList parts = body.split(u'.');
    const QString wrong = shapeDefect(parts);
    if (!wrong.isEmpty())
        return CodeVerdict::bad(wrong);
    const QChar expected = mod3736Check(parts[0] + parts[1] + parts[2] + parts[3]);
    if (parts[4][0] != expected)
        return CodeVerdict::bad(QStringLiteral("最后一位校验码应为 %1").arg(expected));
    return {{}, QStringLiteral("gbt36904")};
}

std::optional<LicenceIdentifier> licenceIdentifier(const QString& identifier) {
    const QString tidy = tidied(CodeKind::Licence, identifier);
    if (!checkLicenceIdentifier(tidy).ok())
        return std::nullopt;
    const QStringList parts =
        (tidy.startsWith(root()) ? tidy.mid(root().size()) : tidy).split(u'.');
    return LicenceIdentifier{parts[0], parts[1], parts[2], parts[3], parts[4][0]};
}

} // namespace tongban
