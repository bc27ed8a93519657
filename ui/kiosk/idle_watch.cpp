// ux.md §5.1: warn, thirty seconds, twelve extensions.
#include "ui/kiosk/idle_watch.h"

namespace tongban::kiosk {

void IdleWatch::restart(int seconds) {
    m_left = seconds;
    Q_EMIT changed();
}

void IdleWatch::setLimit(int seconds) {
    if (seconds == m_limit)
        return;
    m_limit = seconds;
    restart(seconds);
}

void IdleWatch::setBusy(bool busy) {
    m_busy = busy;
    if (busy && !warning())
        m_left = m_limit;
}

void IdleWatch::touch() {
    if (m_limit > 0 && !warning())
        m_left = qMax(m_left, m_limit);
}

void IdleWatch::tick() {
    if (m_limit <= 0 || m_busy)
        return;
    --m_left;
    if (m_left <= 0)
        Q_EMIT changed();
    if (m_left <= -countdownSeconds) {
        restart(m_limit);
        Q_EMIT expired();
    }
}

void IdleWatch::extend() {
    if (m_extensions == 0)
        return keepGoing();
    --m_extensions;
    restart(extensionSeconds);
}

void IdleWatch::reset() {
    m_extensions = mostExtensions;
    restart(m_limit);
}

} // namespace tongban::kiosk
