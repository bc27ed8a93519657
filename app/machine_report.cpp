// Gathers the report; the audit head comes from the storage thread.
#include "app/machine_report.h"

#include "services/cases/audit_chain.h"
#include "services/core/async.h"
#include "services/core/logging.h"

#include <QCoreApplication>
#include <QStorageInfo>

namespace tongban::app {

namespace {

constexpr std::chrono::milliseconds calmAfter{3000};

} // namespace

MachineReport::MachineReport(devices::DeviceHub& hub, storage::StorageThread& storage,
                             QString folder)
    : m_hub(hub)
    , m_storage(storage)
    , m_folder(std::move(folder)) {
    m_up.start();
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmAfter);
    connect(&m_calm, &QTimer::timeout, this, &MachineReport::worthTelling);
    connect(&hub, &devices::DeviceHub::statusChanged, this, [this] {
        if (!m_calm.isActive())
            m_calm.start();
    });
    connect(&hub, &devices::DeviceHub::selfTested, this, [this] {
        for (const devices::DeviceReport& device : m_hub.devices())
            qCInfo(logDevices).noquote() << "self-test:" << device.id.text()
                                         << nameOf(device.status.device) << device.status.detail;
    });
}

QJsonObject MachineReport::parts() const {
    QJsonObject parts;
    for (const devices::DeviceReport& device : m_hub.devices()) {
        QJsonObject part{{QStringLiteral("device"), nameOf(device.status.device)}};
        if (device.status.paper != devices::PaperState::Unknown)
            part.insert(QStringLiteral("paper"), nameOf(device.status.paper));
        if (device.status.toner != devices::PaperState::Unknown)
            part.insert(QStringLiteral("toner"), nameOf(device.status.toner));
        if (!device.status.detail.isEmpty())
            part.insert(QStringLiteral("detail"), device.status.detail);
        parts.insert(device.id.text(), part);
    }
    return parts;
}

void MachineReport::alarm(const QString& kind) {
    if (!m_alarms.contains(kind))
        m_alarms.append(kind);
}

void MachineReport::answered() {
    for (const QString& kind : std::as_const(m_told))
        m_alarms.removeOne(kind);
    m_told.clear();
}

void MachineReport::make(const sync::SyncEngine& sync, const Clock& clock,
                         sync::Reply<protocol::DeviceReport> reply) {
    protocol::DeviceReport report;
    report.at = clock.now();
    report.id = newUuid7(report.at);
    report.version = QCoreApplication::applicationVersion();
    report.uptimeSeconds = m_up.elapsed() / 1000;
    report.waiting = sync.status().waiting;
    report.quarantined = sync.status().quarantined;
    report.diskFree = QStorageInfo(m_folder).bytesAvailable();
    report.clockOffset = sync.time().offset().value_or(sync::milliseconds(0)).count();
    report.clockAge = sync.time().age().value_or(sync::milliseconds(0)).count() / 1000;
    report.parts = parts();
    report.alarms = m_told = m_alarms;
    whenDone(m_storage.run([](storage::Database& database) { return cases::auditHead(database); }),
             this,
             [report, reply = std::move(reply)](const Result<cases::AuditHead>& head) mutable {
                 if (!head)
                     return reply(fail(head.error()));
                 report.audit = {head->n, head->hash};
                 reply(report);
             });
}

} // namespace tongban::app
