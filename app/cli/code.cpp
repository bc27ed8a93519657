// tongban code check KIND VALUE…
#include "app/cli/verbs.h"
#include "services/core/codes.h"
#include "services/core/item_codes.h"
#include "services/core/person_codes.h"

#include <cstdio>

namespace tongban::cli {

namespace {

constexpr char16_t help[] = uR"(tongban code check [--explain] KIND VALUE…

Checks codes and says for each value, one line a value: “VALUE ok” or “VALUE wrong: reason”.
Without a VALUE, or with “-”, one value a line is read from standard input.

KIND is one of
  id         公民身份号码 (GB 11643), also 18-digit residence permit and permanent resident numbers
  uscc       统一社会信用代码 (GB 32100)
  org        组织机构代码 (GB 11714)
  item       事项编码: 12, 31, 33 or 43 characters, or a local scheme
  licence    电子证照标识 (GB/T 36904, check by ISO 7064 MOD 37,36)
  foreign15  外国人永久居留证 of 2017, 15 characters (7-3-1)

--explain adds what a right value says: the numbering scheme, birth date, parts.
Exit: 0 all right, 1 at least one wrong, 2 wrong usage.)";

QString explanation(CodeKind kind, const QString& value, const CodeVerdict& verdict) {
    QString text = QStringLiteral("scheme=") + verdict.scheme;
    if (kind == CodeKind::Identity) {
        if (const auto facts = identityFacts(value))
            text += QStringLiteral(" region=%1 born=%2 sex=%3")
                        .arg(facts->region, facts->born.toString(Qt::ISODate),
                             facts->sex == Sex::Male ? u"男" : u"女");
    }
    if (kind == CodeKind::Item) {
        const auto parts = itemCodeParts(value);
        if (parts && !parts->type.isEmpty())
            text += QStringLiteral(
                        " authority=%1 level=%2 region=%3 type=%4 subject=%5 variant=%6 serial=%7")
                        .arg(parts->authority, parts->level, parts->region, parts->type,
                             parts->subject, parts->variant, parts->serial);
    }
    return text;
}

QStringList standardInput() {
    QStringList values;
    QByteArray all;
    char buffer[4096];
    for (size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;)
        all.append(buffer, static_cast<qsizetype>(n));
    for (const QByteArray& line : all.split('\n')) {
        if (!line.trimmed().isEmpty())
            values << QString::fromUtf8(line).trimmed();
    }
    return values;
}

} // namespace

int runCode(const QStringList& arguments) {
    QStringList words = arguments;
    if (words.contains(QStringLiteral("--help"))) {
        say(QString::fromUtf16(help));
        return 0;
    }
    const bool explain = words.removeAll(QStringLiteral("--explain")) > 0;
    const std::optional<CodeKind> kind = codeKindNamed(words.value(1));
    if (words.value(0) != QLatin1String("check") || !kind) {
        complain(QString::fromUtf16(help));
        return 2;
    }
    QStringList values = words.mid(2);
    if (values.isEmpty() || values == QStringList{QStringLiteral("-")})
        values = standardInput();
    bool allRight = true;
    for (const QString& value : values) {
        const CodeVerdict verdict = checkCode(*kind, value);
        allRight = allRight && verdict.ok();
        if (!verdict.ok())
            say(value + QStringLiteral(" wrong: ") + verdict.wrong);
        else
            say(value + QStringLiteral(" ok") +
                (explain ? u' ' + explanation(*kind, value, verdict) : QString()));
    }
    return allRight ? 0 : 1;
}

} // namespace tongban::cli
