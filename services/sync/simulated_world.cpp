// An ordered map is the event queue.
#include "services/sync/simulated_world.h"

namespace tongban::sync {

quint64 SeededChance::next() {
    quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

qint64 SeededChance::between(qint64 least, qint64 most) {
    return least + static_cast<qint64>(next() % static_cast<quint64>(most - least + 1));
}

void SimulatedTime::after(milliseconds delay, std::function<void()> call) {
    m_calls.emplace(std::pair(m_now + std::max(delay, milliseconds(0)), ++m_count),
                    std::move(call));
}

void SimulatedTime::runUntil(milliseconds until) {
    while (!m_calls.empty() && m_calls.begin()->first.first <= until) {
        auto first = m_calls.extract(m_calls.begin());
        m_now = first.key().first;
        first.mapped()();
    }
    m_now = until;
}

} // namespace tongban::sync
