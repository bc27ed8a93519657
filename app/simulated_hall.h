// SimulatedHall: what a newcomer holds in his hands in front of a simulated kiosk: a card, a paper,
// a phone.
#pragma once

#include "services/core/result.h"
#include "services/devices/device_hub.h"

#include <QObject>
#include <QString>

namespace tongban::app {

class SimulatedHall : public QObject {
    Q_OBJECT

public:
    // Paints a sample paper into `folder`, lays it under the camera, and lets the phone show what
    // it showed last time.
    SimulatedHall(devices::DeviceHub& hub, QString folder, QObject* parent = nullptr);
    Result<void> prepare();

    // F2 lays the next card on the reader, F3 takes it away; false for any other key.
    bool key(int key);
    void layCard();
    void takeCard();
    // The citizen photographs the receipt; his phone keeps the code, also over a restart.
    Result<void> photograph(const QString& text);
    // Holds the phone with the last receipt before the scanner, or puts it away.
    void holdPhone(bool up);

private:
    devices::DeviceHub& m_hub;
    QString m_folder;
    int m_next = 0;
};

} // namespace tongban::app
