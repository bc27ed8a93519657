// IntakeWatch: whether this machine may take new applications: disk, queue, and how long it has
// been alone (sync.md §1.2.5).
#pragma once

#include "services/catalog/availability.h"
#include "services/sync/sync_engine.h"

#include <QObject>
#include <QTimer>

namespace tongban::app {

class IntakeWatch : public QObject {
    Q_OBJECT

public:
    // `folder` lies on the disk that must not become full.
    IntakeWatch(const sync::SyncEngine& sync, QString folder, QObject* parent = nullptr);

    catalog::Stopped stopped() const { return m_stopped; }

Q_SIGNALS:
    void changed();

private:
    void look(); // at the disk, on another thread
    void review();

    const sync::SyncEngine& m_sync;
    const QString m_folder;
    QTimer m_again;
    std::optional<qint64> m_free; // nothing before the first look: then the disk is no reason
    catalog::Stopped m_stopped = catalog::Stopped::No;
};

} // namespace tongban::app
