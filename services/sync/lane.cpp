// Idle → Working → Idle or BackingOff; timers that were overtaken do nothing.
#include "services/sync/lane.h"

namespace tongban::sync {

void Lane::kick() {
    m_wanted = true;
    if (m_state == LaneState::Idle)
        start();
}

void Lane::linkUp() {
    m_failures = 0;
    m_wanted = true;
    if (m_state == LaneState::Working)
        m_linkUp = true;
    else
        start();
}

void Lane::start() {
    m_state = LaneState::Working;
    m_wanted = false;
    m_linkUp = false;
    const quint64 timer = ++m_timer;
    // Later, so that kick() never runs work inside its caller.
    m_world.schedule.after(milliseconds(0), guarded([this, timer] {
                               if (timer == m_timer)
                                   work(guarded([this](const Ended& how) { ended(how); }));
                           }));
}

void Lane::ended(const Ended& how) {
    if (how.kind == Ended::Failed && !m_linkUp) {
        const milliseconds delay =
            backoffDelay(m_failures, m_world.chance, how.wait, m_world.backoff);
        ++m_failures;
        return startAfter(delay, LaneState::BackingOff);
    }
    m_failures = 0;
    if (how.kind == Ended::Again || m_wanted || m_linkUp)
        return start();
    m_state = LaneState::Idle;
    if (how.wait)
        startAfter(*how.wait, LaneState::Idle);
}

void Lane::startAfter(milliseconds delay, LaneState state) {
    m_state = state;
    const quint64 timer = ++m_timer;
    m_world.schedule.after(delay, guarded([this, timer] {
                               if (timer == m_timer)
                                   start();
                           }));
}

void Lane::send(const Call& call, std::function<void(Answer)> done) {
    m_world.central.send(call, guarded([this, done = std::move(done)](const Answer& answer) {
                             m_world.heard(answer);
                             done(answer);
                         }));
}

} // namespace tongban::sync
