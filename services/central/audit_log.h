// AuditLog: who did what to what, from where, with which result. Rows enter inside the business
// transaction; one sealer chains them a second later (sync.md §4.6). Never a personal value, only
// keyed digests.
#pragma once

#include "services/central/sql.h"
#include "services/core/clock.h"

#include <QDate>

namespace tongban::central {

struct AuditNote {
    Instant at{};
    QString actor;    // staff number, device id, or "citizen"
    QString terminal; // address or device
    QString action;   // "login", "case.view" …
    QString object;   // application, task or account id
    QString result;   // "done", "denied: reason"
    QByteArray detailHash;
};

Result<void> note(Sql& sql, const AuditNote& note);

using SignHead = std::function<Result<QByteArray>(const QByteArray&)>;

// Moves up to 1,000 settled rows into the chain and signs the new head. Returns how many.
Result<qint64> sealAudit(Sql& sql, Instant now, const SignHead& sign);

struct AuditHead {
    qint64 n = 0;
    QByteArray hash;
    QByteArray signature;
};
Result<AuditHead> auditHead(Sql& sql);
QByteArray headStatement(qint64 n, QByteArrayView hash); // what is signed

// Recomputes the chain. Crypto: "row 17 …" at the first row that was changed, removed, added or
// moved; also when the newest signed head is not the end.
Result<qint64>
verifyAudit(Sql& sql,
            const std::function<bool(const QByteArray&, const QByteArray&)>& signatureGood);

// The same while nothing is being sealed; true also when another process seals just now.
Result<bool>
auditSound(Sql& sql,
           const std::function<bool(const QByteArray&, const QByteArray&)>& signatureGood);

// The Merkle root over one day's rows (RFC 9162), for write-once storage and for proofs of single
// rows.
Result<QByteArray> dailyRoot(Sql& sql, QDate day);

} // namespace tongban::central
