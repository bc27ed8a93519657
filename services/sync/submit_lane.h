// The lane of manifests: PUT by id until the central service says that it keeps them.
#pragma once

#include "services/sync/lane.h"

namespace tongban::sync {

// What the engine wants to hear about items of a lane.
struct ItemEvents {
    std::function<void(const OutboxItem&)> delivered;
    std::function<void(const OutboxItem&, const QString& why)> quarantined;
};

// Common to lanes that drain the outbox: what becomes of an item after its answer.
class OutboxLaneWork : public Lane {
public:
    OutboxLaneWork(QString name, OutboxLane lane, LaneWorld& world, ItemEvents events)
        : Lane(std::move(name), world)
        , m_lane(lane)
        , m_events(std::move(events)) {}

protected:
    void work(Done done) override;
    virtual void deliver(const OutboxLoad& load, Done done) = 0;

    void settle(const OutboxItem& item, const Answer& answer, const Done& done);
    void delivered(const OutboxItem& item, const Done& done);
    void retry(const OutboxItem& item, const QString& why, std::optional<milliseconds> least,
               const Done& done);
    void quarantine(const OutboxItem& item, const QString& why, const Done& done);
    // A reply that goes on when the disk has agreed and backs off when it has not.
    Reply<bool> onDisk(const Done& done, const std::function<void()>& then = {});

private:
    void waitForNext(const Done& done);

    OutboxLane m_lane;
    ItemEvents m_events;
};

class SubmitLane final : public OutboxLaneWork {
public:
    SubmitLane(LaneWorld& world, ItemEvents events, std::function<void()> blobsWanted)
        : OutboxLaneWork(QStringLiteral("submit"), OutboxLane::Submit, world, std::move(events))
        , m_blobsWanted(std::move(blobsWanted)) {}

protected:
    void deliver(const OutboxLoad& load, Done done) override;

private:
    void missing(const OutboxItem& item, const Answer& answer, const Done& done);
    std::function<void()> m_blobsWanted;
};

} // namespace tongban::sync
