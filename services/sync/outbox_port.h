// What the sync engine wants of the machine's disk: what is due, what became of it, where the feed
// stands.
#pragma once

#include "services/core/result.h"
#include "services/protocol/device_messages.h"
#include "services/sync/ports.h"

#include <optional>

namespace tongban::sync {

enum class OutboxLane { Submit, Blobs };

struct OutboxItem {
    qint64 n = 0;
    OutboxLane lane = OutboxLane::Submit;
    QString ref; // application or supplement id; blob hash in hexadecimal
    int tries = 0;
};

// One thing to send, with its bytes.
struct OutboxLoad {
    OutboxItem item;
    QByteArray path; // "/v1/applications/…" or "/v1/blobs/…"
    QByteArray bytes;
};

struct OutboxCounts {
    qint64 waiting = 0;     // submissions
    qint64 quarantined = 0; // of all lanes
};

template <typename T>
using Reply = std::function<void(Result<T>)>;

// Every answer comes later, on the engine's thread. What was answered without a fault is on the
// disk.
class OutboxPort {
public:
    virtual ~OutboxPort() = default;

    // The oldest due item of the lane with its bytes. Submissions whose blobs still wait are not
    // due.
    virtual void nextDue(OutboxLane lane, Instant now, Reply<std::optional<OutboxLoad>> reply) = 0;
    // When the lane's next item will be due; nothing when the lane is empty.
    virtual void nextTime(OutboxLane lane, Reply<std::optional<Instant>> reply) = 0;

    virtual void markDelivered(const OutboxItem& item, Instant at, Reply<bool> reply) = 0;
    virtual void markRetry(const OutboxItem& item, Instant notBefore, const QString& why,
                           Reply<bool> reply) = 0;
    virtual void markQuarantined(const OutboxItem& item, Instant at, const QString& why,
                                 Reply<bool> reply) = 0;
    // The central service misses these blobs: they wait again.
    virtual void requeueBlobs(const QList<QByteArray>& hashes, Reply<bool> reply) = 0;
    virtual void makeAllDue(Reply<bool> reply) = 0;
    virtual void counts(Reply<OutboxCounts> reply) = 0;

    virtual void feedCursor(Reply<qint64> reply) = 0;
    // Events and cursor in one transaction; an event heard before changes nothing.
    virtual void applyFeed(const QList<protocol::FeedEvent>& events, qint64 cursor,
                           Reply<bool> reply) = 0;

    // Small values that outlive a restart ("clock" for trusted time).
    virtual void note(const QString& key, Reply<QString> reply) = 0;
    virtual void setNote(const QString& key, const QString& value, Reply<bool> reply) = 0;
};

} // namespace tongban::sync
