// A machine's disk in memory that survives the machine: what was answered is there after a crash.
#pragma once

#include "services/sync/outbox_port.h"
#include "services/sync/simulated_world.h"

#include <map>

namespace tongban::sync {

struct SimulatedDisk {
    enum class State { Waiting, Done, Quarantined };
    struct Row {
        OutboxItem item;
        QByteArray bytes;
        QList<QByteArray> blobs; // of a submission
        Instant notBefore{};
        State state = State::Waiting;
    };
    std::map<qint64, Row> rows;
    qint64 cursor = 0;
    QHash<QString, QString> notes;
    QList<protocol::FeedEvent> inbox;

    // One transaction, as handing in is.
    void submit(const QString& id, const QByteArray& manifest, const QList<QByteArray>& blobs);
    bool blobWaiting(const QList<QByteArray>& hashes) const;
};

// One boot's way to the disk. Operations take time; what a crash finds under way has happened or
// has not, by chance, and is never answered.
class SimulatedOutbox final : public OutboxPort {
public:
    SimulatedOutbox(SimulatedDisk& disk, SimulatedTime& time, SeededChance& chance)
        : m_disk(disk)
        , m_time(time)
        , m_chance(chance) {}
    ~SimulatedOutbox() override { *m_alive = false; }

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
    // Runs `work` on the disk a little later and answers with what it returns.
    template <typename T, typename Work>
    void later(Reply<T> reply, Work work);

    SimulatedDisk& m_disk;
    SimulatedTime& m_time;
    SeededChance& m_chance;
    milliseconds m_busyUntil{0}; // operations run in order, as on the storage thread
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace tongban::sync
