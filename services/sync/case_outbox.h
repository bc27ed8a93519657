// The OutboxPort of a real machine: the tables of services/cases on the storage thread.
#pragma once

#include "services/storage/storage_thread.h"
#include "services/sync/outbox_port.h"

#include <QObject>

namespace tongban::sync {

class CaseOutbox final : public OutboxPort {
public:
    explicit CaseOutbox(storage::StorageThread& storage)
        : m_storage(storage) {}

    void nextDue(OutboxLane lane, Instant now, Reply<std::optional<OutboxLoad>> reply) override;
    void nextTime(OutboxLane lane, Reply<std::optional<Instant>> reply) override;
    void markDelivered(const OutboxItem& item, Instant at, Reply<bool> reply) override;
    void markRetry(const OutboxItem& item, Instant notBefore, const QString& why,
                   Reply<bool> reply) override;
    void markQuarantined(const OutboxItem& item, Instant at, const QString& why,
                         Reply<bool> reply) override;
    void requeueBlobs(const QList<QByteArray>& hashes, Reply<bool> reply) override;
    void makeAllDue(Reply<bool> reply) override;
    void counts(Reply<OutboxCounts> reply) override;
    void feedCursor(Reply<qint64> reply) override;
    void applyFeed(const QList<protocol::FeedEvent>& events, qint64 cursor,
                   Reply<bool> reply) override;
    void note(const QString& key, Reply<QString> reply) override;
    void setNote(const QString& key, const QString& value, Reply<bool> reply) override;

private:
    template <typename T, typename Work>
    void run(Work work, Reply<T> reply);

    storage::StorageThread& m_storage;
    QObject m_context; // replies come on the thread of this object, and not after it
};

} // namespace tongban::sync
