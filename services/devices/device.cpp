// Device: the ledger of commands and the status, the same for every class.
#include "services/devices/device.h"

#include <QMetaObject>
#include <atomic>

namespace tongban::devices {

namespace {

CommandId nextCommand() {
    static std::atomic<CommandId> last{0};
    return ++last;
}

} // namespace

Device::Device(DeviceId id, DeviceClass kind)
    : m_id(std::move(id))
    , m_kind(kind) {}

Device::~Device() = default;

DeviceStatus Device::status() const {
    const QMutexLocker lock(&m_statusGuard);
    return m_status;
}

void Device::setStatus(const DeviceStatus& status) {
    {
        const QMutexLocker lock(&m_statusGuard);
        if (m_status == status)
            return;
        m_status = status;
    }
    Q_EMIT statusChanged(status);
}

CommandId Device::submit(const QString& name, const QVariant& payload,
                         std::chrono::milliseconds timeout) {
    const Command command{nextCommand(), name, payload, timeout};
    QMetaObject::invokeMethod(
        this, [this, command] { begin(command); }, Qt::QueuedConnection);
    return command.id;
}

void Device::begin(const Command& command) {
    auto pending = std::make_shared<Pending>();
    pending->name = command.name;
    if (command.timeout.count() > 0) {
        pending->deadline = std::make_unique<QTimer>();
        pending->deadline->setSingleShot(true);
        connect(pending->deadline.get(), &QTimer::timeout, this,
                [this, id = command.id] { finishEarly(id, CompletionCode::TimeOut); });
        pending->deadline->start(command.timeout);
    }
    m_pending.insert(command.id, pending);
    execute(command);
}

void Device::cancel(CommandId command) {
    QMetaObject::invokeMethod(
        this, [this, command] { finishEarly(command, CompletionCode::Canceled); },
        Qt::QueuedConnection);
}

void Device::finishEarly(CommandId command, CompletionCode code) {
    if (!pending(command))
        return;
    complete(command, cutShort(command, code));
    abandon(command);
}

void Device::complete(CommandId command, CompletionCode code, const QVariant& payload,
                      const QString& detail) {
    const auto pending = m_pending.take(command);
    if (!pending)
        return; // completed before: the first one counts
    if (pending->deadline) {
        // The timer may be the caller; it goes away when its own signal has returned.
        pending->deadline->stop();
        pending->deadline.release()->deleteLater();
    }
    Q_EMIT completed(Completion{command, pending->name, code, payload, detail});
}

CompletionCode Device::cutShort(CommandId, CompletionCode code) const {
    return code;
}

void Device::abandon(CommandId) {}

void Device::close() {
    const QList<CommandId> left = m_pending.keys();
    for (const CommandId command : left)
        finishEarly(command, CompletionCode::DeviceNotReady);
    setStatus({DeviceState::Offline});
}

} // namespace tongban::devices
