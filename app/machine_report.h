// MachineReport: what this machine tells the central service of itself: how its devices are, what
// waits, its clock, its disk, the head of its audit chain. Nothing of a citizen.
#pragma once

#include "services/devices/device_hub.h"
#include "services/storage/storage_thread.h"
#include "services/sync/sync_engine.h"

#include <QElapsedTimer>
#include <QObject>

namespace tongban::app {

class MachineReport : public QObject {
    Q_OBJECT

public:
    // `folder` is where the data lies: its disk is the one that fills up.
    MachineReport(devices::DeviceHub& hub, storage::StorageThread& storage, QString folder);

    void make(const sync::SyncEngine& sync, const Clock& clock,
              sync::Reply<protocol::DeviceReport> reply);
    // database-damaged, wipe-failed …: said with each report until one was answered.
    void alarm(const QString& kind);
    void answered();

Q_SIGNALS:
    void worthTelling(); // a device changed, or was tried at the start; a flutter is one change

private:
    QJsonObject parts() const;

    devices::DeviceHub& m_hub;
    storage::StorageThread& m_storage;
    const QString m_folder;
    QElapsedTimer m_up;
    QTimer m_calm;
    QStringList m_alarms;
    QStringList m_told; // with the report that is under way
};

} // namespace tongban::app
