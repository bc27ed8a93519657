// The floor only rises; a jump of the wall clock changes nothing that was observed in this run.
#include "services/sync/trusted_time.h"

#include <QStringList>
#include <algorithm>

namespace tongban::sync {

TrustedTime::TrustedTime(const Clock& wall, const Schedule& schedule, Instant built)
    : m_wall(wall)
    , m_schedule(schedule)
    , m_floor(built)
    , m_anchor{wall.now(), schedule.now()} {}

void TrustedTime::observe(Instant serverTime, milliseconds took) {
    m_anchor = Anchor{serverTime + took / 2, m_schedule.now()};
    m_observed = true;
    m_lastSeen = std::max(m_lastSeen.value_or(serverTime), serverTime);
    raiseFloor(serverTime);
}

void TrustedTime::raiseFloor(Instant floor) {
    m_floor = std::max(m_floor, floor);
}

Instant TrustedTime::now() const {
    return std::max(m_anchor.at + (m_schedule.now() - m_anchor.mono), m_floor);
}

std::optional<milliseconds> TrustedTime::offset() const {
    if (!m_observed)
        return {};
    return m_wall.now() - (m_anchor.at + (m_schedule.now() - m_anchor.mono));
}

std::optional<milliseconds> TrustedTime::age() const {
    if (m_observed)
        return m_schedule.now() - m_anchor.mono;
    if (!m_lastSeen)
        return {};
    return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(now() - *m_lastSeen));
}

bool TrustedTime::uncertain() const {
    if (m_wall.now() < m_floor)
        return true;
    const auto error = offset();
    return error && std::chrono::abs(*error) > uncertainOver;
}

QString TrustedTime::saved() const {
    return toIso(m_floor) + u' ' + (m_lastSeen ? toIso(*m_lastSeen) : QString());
}

void TrustedTime::restore(const QString& saved) {
    bool ok = false;
    if (const Instant floor = fromIso(saved.section(u' ', 0, 0), &ok); ok)
        raiseFloor(floor);
    if (const Instant seen = fromIso(saved.section(u' ', 1, 1), &ok); ok)
        m_lastSeen = std::max(m_lastSeen.value_or(seen), seen);
}

} // namespace tongban::sync
