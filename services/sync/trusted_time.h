// Trusted time: the central service's clock carried on by this machine's monotonic one, never below
// a floor (sync.md §2.5).
#pragma once

#include "services/sync/ports.h"

#include <QString>
#include <optional>

namespace tongban::sync {

class TrustedTime {
public:
    static constexpr milliseconds uncertainOver{5 * 60 * 1000};

    // `built`: no time before this program was made is ever believed.
    TrustedTime(const Clock& wall, const Schedule& schedule, Instant built);

    // `serverTime` arrived after a round trip of `took`; half of it is taken off.
    void observe(Instant serverTime, milliseconds took);
    // The newest verified metadata, or anything else signed, says that it is at least this late.
    void raiseFloor(Instant floor);

    // The best estimate; never below the floor. Before the first observation: the wall clock at
    // start, carried on by the monotonic clock, so that a jump or a stop of the wall clock moves
    // nothing.
    Instant now() const;
    Instant floor() const { return m_floor; }
    // Wall clock minus estimate; nothing before the first observation of this run.
    std::optional<milliseconds> offset() const;
    // Since the last observation, also over restarts by the wall clock; nothing when there never
    // was one.
    std::optional<milliseconds> age() const;
    // The wall clock is wrong by more than five minutes, or stands below the floor.
    bool uncertain() const;

    QString saved() const; // for the disk
    void restore(const QString& saved);

private:
    const Clock& m_wall;
    const Schedule& m_schedule;
    Instant m_floor;
    std::optional<Instant> m_lastSeen; // newest server time ever
    struct Anchor {
        Instant at;
        milliseconds mono;
    };
    Anchor m_anchor;
    bool m_observed = false; // the anchor is the central service's
};

} // namespace tongban::sync
