// Every half minute, and whenever the sync engine has news.
#include "app/intake_watch.h"

#include "services/core/async.h"

#include <QtConcurrentRun>
#include <limits>

namespace tongban::app {

namespace {

constexpr std::chrono::seconds betweenLooks{30};

catalog::Stopped wordFor(std::optional<sync::IntakeStop> stop) {
    if (!stop)
        return catalog::Stopped::No;
    switch (*stop) {
    case sync::IntakeStop::DiskFull:
    case sync::IntakeStop::QueueFull:
        return catalog::Stopped::Full;
    case sync::IntakeStop::AloneTooLong:
        return catalog::Stopped::AloneTooLong;
    case sync::IntakeStop::NeverEnrolled:
        return catalog::Stopped::NotConnectedYet;
    case sync::IntakeStop::PacksTooOld:
        return catalog::Stopped::ItemsTooOld;
    }
    return catalog::Stopped::No;
}

} // namespace

IntakeWatch::IntakeWatch(const sync::SyncEngine& sync, QString folder, QObject* parent)
    : QObject(parent)
    , m_sync(sync)
    , m_folder(std::move(folder)) {
    connect(&sync, &sync::SyncEngine::statusChanged, this, &IntakeWatch::review);
    connect(&m_again, &QTimer::timeout, this, &IntakeWatch::look);
    m_again.start(betweenLooks);
    look();
}

void IntakeWatch::look() {
    whenDone(QtConcurrent::run([folder = m_folder] { return sync::diskFree(folder); }), this,
             [this](qint64 free) {
                 m_free = free;
                 review();
             });
}

void IntakeWatch::review() {
    const qint64 free = m_free.value_or(std::numeric_limits<qint64>::max());
    const catalog::Stopped now = wordFor(m_sync.intakeStop(free, true));
    if (now == m_stopped)
        return;
    m_stopped = now;
    Q_EMIT changed();
}

} // namespace tongban::app
