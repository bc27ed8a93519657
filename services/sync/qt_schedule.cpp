// Single-shot timers on the thread that asks.
#include "services/sync/qt_schedule.h"

#include <QRandomGenerator>
#include <QTimer>

namespace tongban::sync {

void QtSchedule::after(milliseconds delay, std::function<void()> call) {
    QTimer::singleShot(std::max(delay, milliseconds(0)), &m_context, std::move(call));
}

Chance systemChance() {
    return [] { return QRandomGenerator::system()->generateDouble(); };
}

} // namespace tongban::sync
