// Single-shot timers on the thread that asks.
#include "services/sync/qt_schedule.h"

#include <QRandomGenerator>
#include <QTimer>

namespace tongban::sync {

void QtSchedule::after(milliseconds delay, std::function<void()> call) {
    auto* timer = new QTimer(&m_context);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, call = std::move(call)] {
        timer->deleteLater();
        call();
    });
    timer->start(std::max(delay, milliseconds(0)));
}

Chance systemChance() {
    return [] { return QRandomGenerator::system()->generateDouble(); };
}

} // namespace tongban::sync
