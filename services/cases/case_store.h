// CaseStore: what this machine has handed in and what it has heard since. One submit is one
// transaction.
#pragma once

#include "services/cases/submission.h"
#include "services/storage/database.h"

#include <optional>

namespace tongban::cases {

// A handed-in case as this machine knows it.
struct CaseRow {
    CaseId id;
    quint64 deviceSequence = 0;
    QString item;
    QString packageDigest;
    QString state; // sealed … confirmed, see the SQL
    Instant at{};
    QString receiptNumber;
    QString receiptUrl;
    int prints = 0;
};

// A status event from the centre.
struct StatusEvent {
    qint64 feedSequence = 0;
    CaseId id;
    QString kind;
    QByteArray body; // JSON, no personal values
    Instant at{};
};

// Every function takes the connection, so that it runs on the storage thread.
Result<quint64> nextDeviceSequence(storage::Database& database);

// Events, materials, outbox rows, receipt and audit entry: all or nothing. The same id twice
// changes nothing.
Result<void> submit(storage::Database& database, const Submission& submission);

Result<std::optional<CaseRow>> caseById(storage::Database& database, const CaseId& id);
Result<std::optional<CaseRow>> caseByReceipt(storage::Database& database,
                                             const QByteArray& receiptId);
Result<QList<StatusEvent>> statusOf(storage::Database& database, const CaseId& id);

// Counts a print and returns which one it is (1 = first, more = 补打).
Result<int> countPrint(storage::Database& database, const CaseId& id);

// Recomputes the journal chain of one case; Conflict names the first wrong event.
Result<void> verifyJournal(storage::Database& database, const CaseId& id);

// Removes ciphertext of cases confirmed before `before`; ids, digests and audit stay.
Result<int> purgeConfirmed(storage::Database& database, Instant before);

} // namespace tongban::cases
