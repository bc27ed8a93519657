// The Schedule of a real machine: a monotonic clock and Qt's timers.
#pragma once

#include "services/sync/ports.h"

#include <QElapsedTimer>
#include <QObject>

namespace tongban::sync {

class QtSchedule final : public Schedule {
public:
    QtSchedule() { m_timer.start(); }
    milliseconds now() const override { return milliseconds(m_timer.elapsed()); }
    void after(milliseconds delay, std::function<void()> call) override;

private:
    QElapsedTimer m_timer;
    QObject m_context; // timers die with it
};

// Chance out of the system's generator.
Chance systemChance();

} // namespace tongban::sync
