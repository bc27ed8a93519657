// Lane: one independent stream of work with its own back-off; at most one step of it is under way.
#pragma once

#include "services/sync/answer_sort.h"
#include "services/sync/backoff.h"
#include "services/sync/outbox_port.h"
#include "services/sync/trusted_time.h"

#include <memory>

namespace tongban::sync {

// How large the pieces of a blob are; adapted so that one takes two to eight seconds (sync.md
// §2.4).
struct PieceSettings {
    qint64 first = 256LL * 1024;
    qint64 smallest = 64LL * 1024;
    qint64 largest = 1024LL * 1024;
};

// What all lanes share; owned by the engine, which outlives them.
struct LaneWorld {
    Schedule& schedule;
    CentralPort& central;
    OutboxPort& outbox;
    Chance chance;
    TrustedTime& time;
    BackoffSettings backoff;
    PieceSettings pieces;
    std::function<void(const Answer&)> heard; // every answer passes here: contact, time
};

enum class LaneState { Idle, Working, BackingOff };

class Lane {
public:
    Lane(QString name, LaneWorld& world)
        : m_name(std::move(name))
        , m_world(world) {}
    virtual ~Lane() = default;
    Q_DISABLE_COPY_MOVE(Lane)

    void kick();   // there may be work; does not shorten a back-off
    void linkUp(); // failures are forgotten, work starts now
    const QString& name() const { return m_name; }
    LaneState state() const { return m_state; }
    int failures() const { return m_failures; }

protected:
    // How a step ended.
    struct Ended {
        enum Kind { Again, Idle, Failed } kind = Idle;
        std::optional<milliseconds> wait; // Idle: look again after; Failed: Retry-After
    };
    using Done = std::function<void(Ended)>;

    // One step; calls `done` exactly once, later.
    virtual void work(Done done) = 0;

    LaneWorld& world() const { return m_world; }
    void send(const Call& call, std::function<void(Answer)> done);
    static Ended again() { return {Ended::Again, {}}; }
    static Ended idle(std::optional<milliseconds> wait = {}) { return {Ended::Idle, wait}; }
    static Ended failed(std::optional<milliseconds> wait = {}) { return {Ended::Failed, wait}; }
    static Ended failedBy(const Answer& answer) {
        return failed(readRetryAfter(answer.headers.value("retry-after")));
    }

    // Wraps a callback so that it does nothing once the lane is gone.
    template <typename Callback>
    auto guarded(Callback callback) {
        return [alive = std::weak_ptr<bool>(m_alive),
                callback = std::move(callback)](auto&&... values) mutable {
            if (!alive.expired())
                callback(std::forward<decltype(values)>(values)...);
        };
    }

private:
    void start();
    void ended(const Ended& how);
    void startAfter(milliseconds delay, LaneState state);

    QString m_name;
    LaneWorld& m_world;
    LaneState m_state = LaneState::Idle;
    bool m_wanted = false;
    bool m_linkUp = false; // came while a step was under way
    int m_failures = 0;
    quint64 m_timer = 0; // only the newest timer counts
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace tongban::sync
