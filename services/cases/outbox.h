// Outbox: what the centre must still hear, lane by lane; one bad item never blocks the next.
#pragma once

#include "services/cases/case_store.h"
#include "services/storage/database.h"

namespace tongban::cases {

enum class Lane { Submit, Blobs, Telemetry };
QString nameOf(Lane lane);

struct OutboxItem {
    qint64 n = 0;
    Lane lane = Lane::Submit;
    QString ref; // application or supplement id, or blob hash in hex
    int tries = 0;
    Instant notBefore{};
};

// Adds a waiting item unless the lane already has it; inside the caller's transaction.
Result<void> enqueue(storage::Database& database, Lane lane, const QString& ref);

// Keeps the ciphertext and queues it for delivery; inside the caller's transaction.
Result<void> enqueueMaterial(storage::Database& database, const SealedMaterial& material);

// Waiting items whose time has come, oldest first.
Result<QList<OutboxItem>> dueItems(storage::Database& database, Lane lane, Instant now, int limit);
// When the next waiting item of the lane is due; nothing when the lane is empty.
Result<std::optional<Instant>> nextDue(storage::Database& database, Lane lane);
Result<int> waitingCount(storage::Database& database);

Result<QByteArray> manifestOf(storage::Database& database, const CaseId& id);
Result<QByteArray> ciphertextOf(storage::Database& database, const QByteArray& hash);

Result<void> markDelivered(storage::Database& database, const OutboxItem& item, Instant at);
Result<void> markRetry(storage::Database& database, const OutboxItem& item, Instant notBefore,
                       const QString& why);
Result<void> markQuarantined(storage::Database& database, const OutboxItem& item, Instant at,
                             const QString& why);
// The centre misses these blobs after all: they wait again.
Result<void> requeueBlobs(storage::Database& database, const QList<QByteArray>& hashes);
// Link came back: everything waiting is due at once.
Result<void> makeAllDue(storage::Database& database);

Result<QString> cursor(storage::Database& database, const QString& key);
Result<void> setCursor(storage::Database& database, const QString& key, const QString& value);

// Status events and the new cursor in one transaction; an event heard before changes nothing.
Result<void> applyFeed(storage::Database& database, const QList<StatusEvent>& events,
                       qint64 nextCursor);

} // namespace tongban::cases
