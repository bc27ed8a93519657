// A world in which time passes only when asked, and chance comes out of a seed: the same seed gives
// the same run.
#pragma once

#include "services/sync/ports.h"

#include <map>

namespace tongban::sync {

// A small generator with its own state (SplitMix64), the same on every platform.
class SeededChance {
public:
    explicit SeededChance(quint64 seed)
        : m_state(seed) {}
    quint64 next();
    double operator()() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool happens(double probability) { return (*this)() < probability; }
    qint64 between(qint64 least, qint64 most); // both included

private:
    quint64 m_state;
};

class SimulatedTime final : public Schedule {
public:
    explicit SimulatedTime(Instant start)
        : m_start(start)
        , m_clock(*this) {}

    milliseconds now() const override { return m_now; }
    void after(milliseconds delay, std::function<void()> call) override;
    const Clock& clock() const { return m_clock; }
    Instant instant() const { return m_start + m_now; }

    // Runs what is scheduled, in order, up to `until`; then it is `until`.
    void runUntil(milliseconds until);

private:
    class Wall final : public Clock {
    public:
        explicit Wall(const SimulatedTime& time)
            : m_time(time) {}
        Instant now() const override { return m_time.instant(); }

    private:
        const SimulatedTime& m_time;
    };

    Instant m_start;
    milliseconds m_now{0};
    quint64 m_count = 0; // keeps the order of calls of one moment
    std::map<std::pair<milliseconds, quint64>, std::function<void()>> m_calls;
    Wall m_clock;
};

} // namespace tongban::sync
