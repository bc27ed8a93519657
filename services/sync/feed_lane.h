// The lane of status: asks for what is new after the cursor and applies it with the cursor in one
// transaction.
#pragma once

#include "services/sync/lane.h"

namespace tongban::sync {

struct FeedSettings {
    // Long-poll; 0 on networks that cut quiet connections: then a poll each `pause` ± 20 %.
    int waitSeconds = 50;
    milliseconds pause{60'000};
    int pageSize = 100;
};

class FeedLane final : public Lane {
public:
    using Applied = std::function<void(const QList<protocol::FeedEvent>&)>;

    FeedLane(LaneWorld& world, FeedSettings settings, Applied applied)
        : Lane(QStringLiteral("feed"), world)
        , m_settings(settings)
        , m_applied(std::move(applied)) {}

protected:
    void work(Done done) override;

private:
    void ask(qint64 cursor, const Done& done);
    void onPage(qint64 cursor, const Answer& answer, const Done& done);
    void onSnapshot(const Answer& answer, const Done& done);
    void apply(const QList<protocol::FeedEvent>& events, qint64 cursor, Ended then,
               const Done& done);
    Ended quiet() const;

    FeedSettings m_settings;
    Applied m_applied;
};

} // namespace tongban::sync
