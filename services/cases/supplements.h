// Supplements: papers added to a case after it was handed in (补正); one addition is one
// transaction.
#pragma once

#include "services/cases/submission.h"
#include "services/storage/database.h"

#include <optional>

namespace tongban::cases {

struct SealedSupplement {
    QString id; // UUIDv7
    CaseId application;
    int revision = 1;    // counts from 1 within the case
    QByteArray manifest; // sealed and signed
    QList<SealedMaterial> materials;
    Instant at{};
};

// Material, outbox rows and audit entry: all or nothing. The same id twice changes nothing;
// Conflict when this revision was added already, NotFound for a case of another machine.
Result<void> addSupplement(storage::Database& database, const SealedSupplement& supplement);

// The newest revision added here, 0 for none.
Result<int> newestSupplement(storage::Database& database, const CaseId& application);

struct SupplementLoad {
    CaseId application;
    QByteArray manifest;
};
// Nothing when `id` is no supplement or its bytes are gone.
Result<std::optional<SupplementLoad>> supplementById(storage::Database& database,
                                                     const QString& id);

} // namespace tongban::cases
