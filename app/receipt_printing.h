// ReceiptPrinting: the receipt on the roll of the hall's printer and as an A4 page in the visit's
// private space.
#pragma once

#include "services/devices/device_hub.h"
#include "services/session/private_space.h"
#include "services/session/session.h"
#include "services/storage/storage_thread.h"

#include <QObject>

namespace tongban::app {

class ReceiptPrinting : public QObject {
    Q_OBJECT

public:
    ReceiptPrinting(session::Session& session, const session::Machine& machine,
                    devices::DeviceHub& hub, storage::StorageThread& storage,
                    const session::PrivateSpace& space, QObject* parent = nullptr);

    void print();

Q_SIGNALS:
    // printing, printed; paperOut: nothing came out; unknown: it may or may not have come out.
    // Nothing is printed again by itself. `copy` counts the 补打: 0 for the first print.
    void stateChanged(const QString& state, int copy);

private:
    void printNow(int which);

    session::Session& m_session;
    const session::Machine& m_machine;
    devices::DeviceHub& m_hub;
    storage::StorageThread& m_storage;
    const session::PrivateSpace& m_space;
};

} // namespace tongban::app
