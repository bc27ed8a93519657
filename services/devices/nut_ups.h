// NutUps: an uninterruptible power supply behind a NUT server on this machine.
#pragma once

#include "services/devices/device.h"

namespace tongban::devices {

// ups.status words of NUT: OL on line, OB on battery, LB battery low. Unknown words say nothing.
DeviceStatus upsStatus(const QByteArray& words);

// While on battery the detail is "on-battery": finish the running step, begin no new one; at
// "battery-low" shut down.
class NutUps final : public Device {
    Q_OBJECT

public:
    NutUps(DeviceId id, QString ups, quint16 port = 3493);
    ~NutUps() override;

    void open() override;
    void close() override;

Q_SIGNALS:
    void onBattery(bool low);
    void onLine();

private:
    void execute(const Command& command) override;
    void poll();
    QByteArray ask();
    void hangUp();
    bool reach();

    const QByteArray m_ups;
    const quint16 m_port;
    int m_socket = -1;
    QTimer m_poll;
};

} // namespace tongban::devices
