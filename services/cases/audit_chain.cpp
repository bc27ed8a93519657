// The audit table as rows of the one hash chain of services/crypto.
#include "services/cases/audit_chain.h"

#include "services/crypto/hash_chain.h"

namespace tongban::cases {

Result<AuditHead> auditHead(storage::Database& database) {
    TRY_ASSIGN(const auto last,
               database.first(QStringLiteral("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1"),
                              [](const storage::Statement& row) {
                                  return AuditHead{row.integer(0), row.bytes(1)};
                              }));
    return last.value_or(AuditHead{0, crypto::chainStart()});
}

Result<void> appendAudit(storage::Database& database, Instant at, const QString& what) {
    TRY_ASSIGN(const AuditHead head, auditHead(database));
    const qint64 n = head.n + 1;
    const qint64 ms = at.time_since_epoch().count();
    TRY(database.run(
        QStringLiteral("INSERT INTO audit (n, at, what, prev, hash) VALUES (?,?,?,?,?)"), n, ms,
        what, head.hash, crypto::chainHash(crypto::Hash::Sha256, head.hash, n, at, what.toUtf8())));
    return {};
}

Result<AuditHead> verifyAudit(storage::Database& database, const AuditHead* head) {
    crypto::ChainVerifier chain(crypto::Hash::Sha256);
    qint64 broken = 0;
    bool headSeen = head == nullptr || head->n == 0;
    TRY(database.each(QStringLiteral("SELECT n, at, what, prev, hash FROM audit ORDER BY n"),
                      [&](const storage::Statement& row) {
                          if (broken != 0)
                              return;
                          const qint64 n = row.integer(0);
                          const Instant at(std::chrono::milliseconds(row.integer(1)));
                          const QByteArray hash = row.bytes(4);
                          if (row.bytes(3) != chain.head() ||
                              !chain.add(n, at, row.text(2).toUtf8(), hash))
                              broken = chain.lastN() + 1;
                          else if (head != nullptr && head->n == n)
                              headSeen = head->hash == hash;
                      }));
    if (broken != 0)
        return fail(FaultKind::Conflict,
                    QStringLiteral("audit entry %1 is not what was written").arg(broken));
    if (!headSeen)
        return fail(
            FaultKind::Conflict,
            QStringLiteral("audit entry %1 does not match its countersigned head").arg(head->n));
    return AuditHead{chain.lastN(), chain.head()};
}

} // namespace tongban::cases
