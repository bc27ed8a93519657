// Codes by configurable rules (devices.md §3.2).
#include "services/devices/code_resolver.h"

#include "services/core/json_reader.h"

#include <QCryptographicHash>
#include <QUrl>
#include <algorithm>

namespace tongban::devices {

namespace {

constexpr qsizetype longestCode = 4296;

bool looksLikeLink(const QString& code) {
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*://"));
    return scheme.match(code).hasMatch();
}

bool fits(const CodeRule& rule, const QString& code) {
    if (code.size() < rule.shortest || code.size() > rule.longest || !code.startsWith(rule.prefix))
        return false;
    if (!rule.host.isEmpty()) {
        const QUrl url(code, QUrl::StrictMode);
        return url.isValid() && url.scheme() == u"https" && url.host() == rule.host &&
               url.userInfo().isEmpty() && url.port(443) == 443;
    }
    return !looksLikeLink(code) && (rule.charset.pattern().isEmpty() ||
                                    rule.charset.match(code.mid(rule.prefix.size())).hasMatch());
}

} // namespace

ResolvedCode CodeResolver::resolve(const QString& code) const {
    ResolvedCode resolved;
    const QByteArray digest = QCryptographicHash::hash(code.toUtf8(), QCryptographicHash::Sha256);
    resolved.fingerprint = digest.toHex().left(16);
    const bool control = std::any_of(code.begin(), code.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    if (code.isEmpty() || code.size() > longestCode || control) {
        resolved.verdict = ResolvedCode::Verdict::Refused;
        return resolved;
    }
    for (const CodeRule& rule : m_rules) {
        if (!fits(rule, code))
            continue;
        resolved.kind = rule.kind;
        resolved.adapter = rule.adapter;
        resolved.verdict = rule.adapter.isEmpty() ? ResolvedCode::Verdict::WrongCode
                                                  : ResolvedCode::Verdict::Usable;
        return resolved;
    }
    resolved.verdict =
        looksLikeLink(code) ? ResolvedCode::Verdict::Refused : ResolvedCode::Verdict::Unknown;
    return resolved;
}

Result<QList<CodeRule>> readCodeRules(const QJsonObject& json) {
    QList<CodeRule> rules;
    JsonReader reader(json);
    reader.each(QStringLiteral("codes"), [&rules](JsonReader& entry) {
        CodeRule rule;
        rule.kind = entry.requiredText(QStringLiteral("kind"));
        rule.adapter = entry.text(QStringLiteral("adapter"));
        rule.prefix = entry.text(QStringLiteral("prefix"));
        rule.shortest = entry.number(QStringLiteral("shortest"), 1);
        rule.longest = entry.number(QStringLiteral("longest"), 4296);
        rule.host = entry.text(QStringLiteral("host"));
        if (const QString charset = entry.text(QStringLiteral("charset")); !charset.isEmpty())
            rule.charset = QRegularExpression(
                QRegularExpression::anchoredPattern(QStringLiteral("[%1]*").arg(charset)));
        if (!rule.charset.isValid())
            entry.refuse(QStringLiteral("charset"), QStringLiteral("no set of characters"));
        if (rule.prefix.isEmpty() && rule.host.isEmpty() && rule.charset.pattern().isEmpty())
            entry.refuse(QStringLiteral("kind"), QStringLiteral("a rule that fits everything"));
        rules.append(rule);
    });
    TRY(reader.check());
    return rules;
}

} // namespace tongban::devices
