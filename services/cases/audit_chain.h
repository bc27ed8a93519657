// The machine's audit table: a hash chain (services/crypto/hash_chain.h) written in the transaction
// it speaks of.
#pragma once

#include "services/core/clock.h"
#include "services/storage/database.h"

namespace tongban::cases {

// Appends one entry; call it inside the caller's transaction. `what` names a verb and an object,
// never a person.
Result<void> appendAudit(storage::Database& database, Instant at, const QString& what);

struct AuditHead {
    qint64 n = 0;
    QByteArray hash; // 32 zero bytes for an empty chain
};
Result<AuditHead> auditHead(storage::Database& database);

// Recomputes the whole chain. Conflict: "entry 17 …" at the first that was changed, removed or
// moved. `head` from elsewhere (a countersigned one) also reveals a cut tail.
Result<AuditHead> verifyAudit(storage::Database& database, const AuditHead* head = nullptr);

} // namespace tongban::cases
