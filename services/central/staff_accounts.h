// StaffAccounts: two factors, lock after five failures, sessions that end by themselves (GB/T
// 22239 8.1.4.1).
#pragma once

#include "services/central/access_policy.h"
#include "services/central/sql.h"
#include "services/core/clock.h"
#include "services/crypto/vault.h"

namespace tongban::central {

struct StaffPlan {
    QString id;     // staff number
    QString person; // whose it is: the number he was hired under; empty: this one
    QString name;
    Role role = Role::Clerk;
    QString region = QStringLiteral("440399");
    QString department;
    QStringList pools;
    QString password;
    QByteArray totpSecret; // 20 bytes
};

// Invalid: a password that is short, common or made of the account itself. Conflict: the number
// exists. Denied: this person holds a role that does not go with it.
Result<void> createStaff(Sql& sql, const StaffPlan& plan, const QString& passwordRecord,
                         const crypto::Vault& vault);
// Invalid with the reason, or nothing. At least 12 characters, three kinds, not on the list of
// common ones.
Result<void> checkPasswordStrength(const QString& password, const QString& account);

// Four groups of four that are easy to type, with every kind of character.
QString newPassword();

// What the password check needs; the check itself takes 60 ms of CPU and must not run on a store
// thread.
struct LoginFacts {
    Subject subject;
    QString passwordRecord; // empty for an unknown account: check against a dummy, in the same time
    QByteArray totpSecret;
    qint64 totpUsed = 0;
    qint64 failures = 0;
    Instant lockedUntil{};
    bool active = false;
};
Result<LoginFacts> loginFacts(Sql& sql, const QString& account, const QString& terminal,
                              Instant now, const crypto::Vault& vault);

struct LoginOutcome {
    bool locked = false;
    Instant lockedUntil{};
    qint64 triesLeft = 0;
};
Result<LoginOutcome> recordFailure(Sql& sql, const QString& account, const QString& terminal,
                                   Instant now);

// The code's step is used up in the same transaction: Denied when somebody was quicker with the
// same code.
Result<QString> openSession(Sql& sql, const Subject& subject, const QString& terminal,
                            qint64 totpStep, Instant now);
// Nothing when unknown, ended, or idle for 15 minutes; otherwise the idle time begins anew.
Result<std::optional<Subject>> sessionSubject(Sql& sql, const QByteArray& token, Instant now);
Result<void> closeSession(Sql& sql, const QByteArray& token);

inline constexpr int mostFailures = 5;
inline constexpr std::chrono::minutes lockTime{15};
inline constexpr std::chrono::minutes idleTime{15};
inline constexpr std::chrono::hours sessionTime{10};

} // namespace tongban::central
