// Accounts, failures, locks and sessions.
#include "services/central/staff_accounts.h"

#include "services/central/feed.h"
#include "services/crypto/base32.h"
#include "services/crypto/digest.h"
#include "services/crypto/random.h"

#include <algorithm>
#include <array>

namespace tongban::central {

namespace {

constexpr std::array commonParts{"password", "passw0rd", "qwerty",  "123456",  "111111",
                                 "abc123",   "admin",    "letmein", "welcome", "iloveyou",
                                 "tongban",  "88888888", "5201314", "zhengwu"};

QByteArray totpPlace(const QString& account) {
    return "staff.totp/" + account.toUtf8();
}

Subject subjectFrom(const SqlRow& row, int first) {
    Subject subject;
    subject.id = row.text(first);
    subject.name = row.text(first + 1);
    roleFrom(row.text(first + 2), subject.role);
    subject.region = row.text(first + 3);
    subject.department = row.text(first + 4);
    subject.pools = row.text(first + 5).split(u' ', Qt::SkipEmptyParts);
    return subject;
}

// Two of the three administrators in one hand would leave nobody to notice.
Result<void> checkRoles(Sql& sql, const QString& person, Role wanted) {
    TRY_ASSIGN(const auto held,
               sql.list(QStringLiteral("SELECT role FROM staff WHERE person = ? AND status = "
                                       "'active'"),
                        {person}, [](const SqlRow& row) { return row.text(0); }));
    for (const QString& name : held) {
        Role role = Role::Clerk;
        if (!roleFrom(name, role) || !mayHoldBoth(role, wanted))
            return fail(FaultKind::Denied, QStringLiteral("holds %1").arg(name));
    }
    return {};
}

} // namespace

Result<void> checkPasswordStrength(const QString& password, const QString& account) {
    const auto refuse = [](const char* why) {
        return fail(FaultKind::Invalid, QLatin1String(why));
    };
    if (password.size() < 12)
        return refuse("password: shorter than 12");
    int kinds = 0;
    kinds +=
        std::any_of(password.begin(), password.end(), [](QChar c) { return c.isLower(); }) ? 1 : 0;
    kinds +=
        std::any_of(password.begin(), password.end(), [](QChar c) { return c.isUpper(); }) ? 1 : 0;
    kinds +=
        std::any_of(password.begin(), password.end(), [](QChar c) { return c.isDigit(); }) ? 1 : 0;
    kinds +=
        std::any_of(password.begin(), password.end(), [](QChar c) { return !c.isLetterOrNumber(); })
            ? 1
            : 0;
    if (kinds < 3)
        return refuse("password: fewer than three kinds of characters");
    const QString plain = password.toLower();
    if (!account.isEmpty() && plain.contains(account.toLower()))
        return refuse("password: contains the account");
    for (const char* part : commonParts) {
        if (plain.contains(QLatin1String(part)))
            return refuse("password: contains a common one");
    }
    QString distinct = plain;
    std::sort(distinct.begin(), distinct.end());
    if (std::unique(distinct.begin(), distinct.end()) - distinct.begin() < 6)
        return refuse("password: too few different characters");
    return {};
}

QString newPassword() {
    const QString code = crypto::randomCode(16);
    return QStringLiteral("%1-%2-%3-%4")
        .arg(code.mid(0, 4), code.mid(4, 4).toLower(), code.mid(8, 4), code.mid(12, 4).toLower());
}

Result<void> createStaff(Sql& sql, const StaffPlan& plan, const QString& passwordRecord,
                         const crypto::Vault& vault) {
    TRY(checkPasswordStrength(plan.password, plan.id));
    const QString person = plan.person.isEmpty() ? plan.id : plan.person;
    TRY(checkRoles(sql, person, plan.role));
    TRY_ASSIGN(const QByteArray totp, vault.seal(plan.totpSecret, totpPlace(plan.id)));
    TRY_ASSIGN(
        const qint64 added,
        sql.run(QStringLiteral("INSERT INTO staff (id, name, role, region, department, pools, "
                               "password, totp, status, person) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'active', ?) ON CONFLICT DO "
                               "NOTHING"),
                {plan.id, plan.name, nameOf(plan.role), plan.region, plan.department,
                 plan.pools.join(u' '), passwordRecord, totp, person}));
    if (added == 0)
        return fail(FaultKind::Conflict, QStringLiteral("staff: %1 exists").arg(plan.id));
    return {};
}

Result<LoginFacts> loginFacts(Sql& sql, const QString& account, const QString& terminal,
                              Instant now, const crypto::Vault& vault) {
    LoginFacts facts;
    QByteArray sealed;
    TRY(sql.first(QStringLiteral("SELECT id, name, role, region, department, pools, password, "
                                 "totp, totp_used, failures, "
                                 "locked_until, status FROM staff WHERE id = ?"),
                  {account}, [&](const SqlRow& row) {
                      facts.subject = subjectFrom(row, 0);
                      facts.passwordRecord = row.text(6);
                      sealed = row.bytes(7);
                      facts.totpUsed = row.integer(8);
                      facts.failures = row.integer(9);
                      facts.lockedUntil = fromMs(row.integer(10));
                      facts.active = row.text(11) == QLatin1String("active");
                      return true;
                  }));
    if (!sealed.isEmpty()) {
        TRY_ASSIGN(const crypto::SecretBytes secret, vault.open(sealed, totpPlace(account)));
        facts.totpSecret = secret.view().toByteArray();
    }
    TRY_ASSIGN(
        const auto locked,
        sql.first(QStringLiteral("SELECT locked_until FROM terminal_lock WHERE terminal = ?"),
                  {terminal}, [](const SqlRow& row) { return fromMs(row.integer(0)); }));
    facts.lockedUntil = std::max(facts.lockedUntil, locked.value_or(Instant{}));
    if (facts.lockedUntil <= now)
        facts.lockedUntil = Instant{};
    return facts;
}

Result<LoginOutcome> recordFailure(Sql& sql, const QString& account, const QString& terminal,
                                   Instant now) {
    const qint64 until = toMs(now + lockTime);
    LoginOutcome outcome;
    outcome.triesLeft = mostFailures;
    TRY(sql.run(QStringLiteral("UPDATE staff SET failures = failures + 1 WHERE id = ?"),
                {account}));
    TRY(sql.run(
        QStringLiteral(
            "UPDATE staff SET locked_until = ?, failures = 0 WHERE id = ? AND failures >= ?"),
        {until, account, qint64(mostFailures)}));
    // A terminal that tries many accounts is locked as well; a quiet quarter of an hour forgives
    // it.
    TRY(sql.run(
        QStringLiteral(
            "INSERT INTO terminal_lock (terminal, failures, locked_until, at) VALUES (?, 1, 0, ?) "
            "ON CONFLICT (terminal) DO UPDATE SET at = excluded.at, failures = "
            "CASE WHEN terminal_lock.at < ? THEN 1 ELSE terminal_lock.failures + 1 END"),
        {terminal, toMs(now), toMs(now - lockTime)}));
    TRY(sql.run(QStringLiteral("UPDATE terminal_lock SET locked_until = ?, failures = 0 WHERE "
                               "terminal = ? AND failures >= ?"),
                {until, terminal, qint64(mostFailures)}));
    TRY(sql.first(
        QStringLiteral("SELECT failures, locked_until FROM terminal_lock WHERE terminal = ?"),
        {terminal}, [&](const SqlRow& row) {
            outcome.triesLeft = mostFailures - row.integer(0);
            outcome.lockedUntil = fromMs(row.integer(1));
            return true;
        }));
    TRY(sql.first(QStringLiteral("SELECT failures, locked_until FROM staff WHERE id = ?"),
                  {account}, [&](const SqlRow& row) {
                      outcome.triesLeft =
                          std::min(outcome.triesLeft, mostFailures - row.integer(0));
                      outcome.lockedUntil = std::max(outcome.lockedUntil, fromMs(row.integer(1)));
                      return true;
                  }));
    outcome.locked = outcome.lockedUntil > now;
    return outcome;
}

Result<QString> openSession(Sql& sql, const Subject& subject, const QString& terminal,
                            qint64 totpStep, Instant now) {
    TRY_ASSIGN(
        const qint64 used,
        sql.run(QStringLiteral("UPDATE staff SET totp_used = ?, failures = 0, locked_until = 0 "
                               "WHERE id = ? AND totp_used < ? AND status = 'active'"),
                {totpStep, subject.id, totpStep}));
    if (used == 0)
        return fail(FaultKind::Denied, QStringLiteral("login: code already used"));
    TRY(sql.run(QStringLiteral("DELETE FROM terminal_lock WHERE terminal = ?"), {terminal}));
    TRY(sql.run(QStringLiteral("DELETE FROM session WHERE expires_at < ?"), {toMs(now)}));
    const QString token = QString::fromLatin1(crypto::toBase32(crypto::randomBytes(32)));
    TRY(sql.run(
        QStringLiteral(
            "INSERT INTO session (token_hash, staff, terminal, created_at, seen_at, expires_at) "
            "VALUES (?, ?, ?, ?, ?, ?)"),
        {crypto::sha256(token.toLatin1()), subject.id, terminal, toMs(now), toMs(now),
         toMs(now + sessionTime)}));
    return token;
}

Result<std::optional<Subject>> sessionSubject(Sql& sql, const QByteArray& token, Instant now) {
    const QByteArray hash = crypto::sha256(token);
    qint64 seen = 0;
    TRY_ASSIGN(
        const auto subject,
        sql.first(QStringLiteral(
                      "SELECT f.id, f.name, f.role, f.region, f.department, f.pools, s.seen_at "
                      "FROM session s "
                      "JOIN staff f ON f.id = s.staff WHERE s.token_hash = ? AND s.expires_at > ? "
                      "AND s.seen_at > ? AND f.status = 'active'"),
                  {hash, toMs(now), toMs(now - idleTime)}, [&](const SqlRow& row) {
                      seen = row.integer(6);
                      return subjectFrom(row, 0);
                  }));
    // Written once a minute only, so that reading stays reading.
    if (subject && toMs(now) - seen > 60'000)
        TRY(sql.run(QStringLiteral("UPDATE session SET seen_at = ? WHERE token_hash = ?"),
                    {toMs(now), hash}));
    return subject;
}

Result<void> closeSession(Sql& sql, const QByteArray& token) {
    TRY(sql.run(QStringLiteral("DELETE FROM session WHERE token_hash = ?"),
                {crypto::sha256(token)}));
    return {};
}

} // namespace tongban::central
