// Hash chain over the audit table.
#include "services/cases/audit_chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace tongban::cases {

namespace {

QByteArray link(const QByteArray& previous, qint64 n, qint64 at, const QString& what) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    const qint64 numbers[2] = {qToBigEndian(n), qToBigEndian(at)};
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(numbers), sizeof numbers));
    hash.addData(what.toUtf8());
    return hash.result();
}

} // namespace

Result<AuditHead> auditHead(storage::Database& database) {
    TRY_ASSIGN(const auto last,
               database.first(QStringLiteral("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1"),
                              [](const storage::Statement& row) {
                                  return AuditHead{row.integer(0), row.bytes(1)};
                              }));
    return last.value_or(AuditHead{0, QByteArray(32, '\0')});
}

Result<void> appendAudit(storage::Database& database, Instant at, const QString& what) {
    TRY_ASSIGN(const AuditHead head, auditHead(database));
    const qint64 n = head.n + 1;
    const qint64 ms = at.time_since_epoch().count();
    TRY(database.run(
        QStringLiteral("INSERT INTO audit (n, at, what, prev, hash) VALUES (?,?,?,?,?)"), n, ms,
        what, head.hash, link(head.hash, n, ms, what)));
    return {};
}

Result<AuditHead> verifyAudit(storage::Database& database, const AuditHead* head) {
    AuditHead reached{0, QByteArray(32, '\0')};
    qint64 broken = 0;
    bool headSeen = head == nullptr || head->n == 0;
    TRY(database.each(QStringLiteral("SELECT n, at, what, prev, hash FROM audit ORDER BY n"),
                      [&](const storage::Statement& row) {
                          if (broken != 0)
                              return;
                          const qint64 n = row.integer(0);
                          const QByteArray hash = row.bytes(4);
                          if (n != reached.n + 1 || row.bytes(3) != reached.hash ||
                              hash != link(reached.hash, n, row.integer(1), row.text(2))) {
                              broken = reached.n + 1;
                              return;
                          }
                          if (head != nullptr && head->n == n)
                              headSeen = head->hash == hash;
                          reached = {n, hash};
                      }));
    if (broken != 0)
        return fail(FaultKind::Conflict,
                    QStringLiteral("audit entry %1 is not what was written").arg(broken));
    if (!headSeen)
        return fail(
            FaultKind::Conflict,
            QStringLiteral("audit entry %1 does not match its countersigned head").arg(head->n));
    return reached;
}

} // namespace tongban::cases
