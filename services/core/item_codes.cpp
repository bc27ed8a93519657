// The layered item code of the national service platform: 18 authority + 1 level + 12 basic + 2
// serial | 8 date + 4 serial.
#include "services/core/item_codes.h"

#include "services/core/organisation_codes.h"

#include <QRegularExpression>

namespace tongban {

namespace {

bool digits(QStringView text) {
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return false;
    }
    return true;
}

// After the digits the numbering goes on with capitals except I O Z S V.
bool serialCharacters(QStringView text) {
    for (const QChar c : text) {
        if (alphanumericValue(c) < 0 || QStringLiteral("IOZSV").contains(c))
            return false;
    }
    return true;
}

QString basicDefect(QStringView basic) {
    if (basic.left(2) != u"00" && !isProvinceCode(basic.left(2)))
        return QStringLiteral("“%1”不是行政区划的前两位").arg(basic.left(2));
    // 00-10, 20 nationally; Guangdong uses 21 for public services.
    bool number = false;
    const int type = basic.mid(2, 2).toInt(&number);
    if (!number || !digits(basic.mid(2, 2)) || (type > 10 && type != 20 && type != 21))
        return QStringLiteral("“%1”不是事项类型代码").arg(basic.mid(2, 2));
    if (!digits(basic.mid(4, 2)))
        return QStringLiteral("业务指导部门代码“%1”应为数字").arg(basic.mid(4, 2));
    if (!serialCharacters(basic.mid(6, 3)) || basic.mid(6, 3) == u"000")
        return QStringLiteral("主项序号“%1”应从 001 起，字母不用 I O Z S V").arg(basic.mid(6, 3));
    if (!serialCharacters(basic.mid(9, 3)))
        return QStringLiteral("子项序号“%1”只用数字和字母，字母不用 I O Z S V")
            .arg(basic.mid(9, 3));
    return {};
}

QString taskDefect(const QString& code) {
    const CodeVerdict authority = checkCreditCode(code.left(18));
    if (!authority.ok())
        return QStringLiteral("实施主体代码：") + authority.wrong;
    if (code[18] < QLatin1Char('1') || code[18] > QLatin1Char('7'))
        return QStringLiteral("第19位“%1”不是行使层级（1 到 7）").arg(code[18]);
    const QString basic = basicDefect(QStringView(code).mid(19, 12));
    return basic.isEmpty() ? QString() : QStringLiteral("基本编码：") + basic;
}

QString layeredDefect(const QString& code) {
    if (code.size() == 12)
        return basicDefect(code);
    QString task = taskDefect(code);
    if (!task.isEmpty() || code.size() == 31)
        return task;
    if (!digits(QStringView(code).mid(31)))
        return QStringLiteral("第32位起应为数字");
    if (code.size() == 43 &&
        !QDate::fromString(code.mid(31, 8), QStringLiteral("yyyyMMdd")).isValid())
        return QStringLiteral("第32到39位“%1”不是真实的日期").arg(code.mid(31, 8));
    return {};
}

QString schemeOf(const QString& code) {
    static const QRegularExpression dashed(
        QStringLiteral("^[0-9A-Z]{1,32}(-[0-9A-Z]{1,32}){3,9}$"));
    static const QRegularExpression hex(QStringLiteral("^[0-9A-F]{32}$"));
    static const QRegularExpression local(QStringLiteral("^[0-9A-Z]{34}$"));
    switch (code.size()) {
    case 12:
        return QStringLiteral("basic12");
    case 31:
        return code.contains(u'-') ? QStringLiteral("sczwfw") : QStringLiteral("task31");
    case 33:
        return code.contains(u'-') ? QStringLiteral("sczwfw") : QStringLiteral("item33");
    case 43:
        return code.contains(u'-') ? QStringLiteral("sczwfw") : QStringLiteral("case43");
    default:
        break;
    }
    if (code.size() <= 64 && dashed.match(code).hasMatch())
        return QStringLiteral("sczwfw");
    if (hex.match(code).hasMatch())
        return QStringLiteral("hex32");
    return local.match(code).hasMatch() ? QStringLiteral("local34") : QString();
}

bool isLocal(const QString& scheme) {
    return scheme == QLatin1String("sczwfw") || scheme == QLatin1String("hex32") ||
           scheme == QLatin1String("local34");
}

} // namespace

CodeVerdict checkItemCode(const QString& code) {
    static const QRegularExpression dashed(
        QStringLiteral("^[0-9A-Z]{1,32}(-[0-9A-Z]{1,32}){2,9}$"));
    const QString scheme = schemeOf(code);
    if (scheme.isEmpty())
        return CodeVerdict::bad(
            QStringLiteral("应为 12、31、33 或 43 位，或者地方编码；现在是 %1 位")
                .arg(code.size()));
    const QString wrong = isLocal(scheme)
                              ? (scheme == QLatin1String("sczwfw") && !dashed.match(code).hasMatch()
                                     ? QStringLiteral("分段编码只用数字、大写字母和横线")
                                     : QString())
                              : layeredDefect(code);
    return wrong.isEmpty() ? CodeVerdict{{}, scheme} : CodeVerdict::bad(wrong);
}

std::optional<ItemCodeParts> itemCodeParts(const QString& code) {
    const QString tidy = tidied(CodeKind::Item, code);
    const CodeVerdict verdict = checkItemCode(tidy);
    if (!verdict.ok())
        return std::nullopt;
    ItemCodeParts parts;
    parts.scheme = verdict.scheme;
    if (isLocal(verdict.scheme))
        return parts;
    const QString basic = tidy.size() == 12 ? tidy : tidy.mid(19, 12);
    if (tidy.size() > 12) {
        parts.authority = tidy.left(18);
        parts.level = tidy.mid(18, 1);
    }
    parts.region = basic.left(2);
    parts.type = basic.mid(2, 2);
    parts.subject = basic.mid(4, 5);
    parts.variant = basic.mid(9, 3);
    if (tidy.size() == 33)
        parts.serial = tidy.mid(31, 2);
    if (tidy.size() == 43) {
        parts.day = QDate::fromString(tidy.mid(31, 8), QStringLiteral("yyyyMMdd"));
        parts.serial = tidy.mid(39, 4);
    }
    return parts;
}

} // namespace tongban
