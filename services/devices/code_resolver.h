// What a scanned code is for: rules tell citizens' online tokens apart; the token itself is never
// kept or opened.
#pragma once

#include "services/core/result.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

class QJsonObject;

namespace tongban::devices {

// One kind of code, e.g. a city's service code, a health insurance code, our own receipt.
struct CodeRule {
    QString kind; // "receipt", "city-code", "medical"
    QString
        adapter; // the platform that resolves it; empty: recognised, but of no use at this machine
    QString prefix;
    int shortest = 1;
    int longest = 4296;
    QRegularExpression charset; // of what follows the prefix; the whole of it
    QString host;               // for codes that are URLs: https, this host, nothing else
};

struct ResolvedCode {
    enum class Verdict {
        Usable,    // hand it to the adapter now
        WrongCode, // known, but not for here: say so in words
        Unknown,   // matches no rule
        Refused,   // too long, control characters, or a link to somewhere not configured
    };
    Verdict verdict = Verdict::Unknown;
    QString kind;
    QString adapter;
    QByteArray fingerprint; // SHA-256, hex, first 16 characters: all a log may hold
};

class CodeResolver {
public:
    explicit CodeResolver(QList<CodeRule> rules = {})
        : m_rules(std::move(rules)) {}
    // The first rule that fits wins.
    ResolvedCode resolve(const QString& code) const;

private:
    QList<CodeRule> m_rules;
};

Result<QList<CodeRule>> readCodeRules(const QJsonObject& json);

} // namespace tongban::devices
