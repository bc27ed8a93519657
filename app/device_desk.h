// DeviceDesk: the device desk window over a simulated hub: what is touched goes to the desk, what
// the machines do comes back.
#pragma once

#include "services/core/result.h"
#include "services/devices/desk_console.h"
#include "services/devices/device_hub.h"
#include "ui/desk/desk_model.h"

#include <QQmlApplicationEngine>
#include <QTimer>

namespace tongban::app {

class DeviceDesk : public QObject {
    Q_OBJECT

public:
    // `folder` holds the sample papers, which are painted there, and the phone's last receipt.
    DeviceDesk(devices::DeviceHub& hub, QString folder, QObject* parent = nullptr);
    ~DeviceDesk() override;

    // Internal when the QML does not load. An engine of its own: the kiosk's modes stay the
    // kiosk's. Also listens for `tongban device sim`.
    Result<void> show();

private:
    void fillHands();
    void look();
    void touch(const QString& line);
    QVariantList codes() const;

    devices::DeviceHub& m_hub;
    const QString m_folder;
    desk::DeskModel m_model;
    devices::DeskSocket m_socket;
    QTimer m_look;
    QList<QByteArray> m_tickets;
    QString m_pictured; // the paper whose picture is shown
    std::unique_ptr<QQmlApplicationEngine> m_engine;
};

} // namespace tongban::app
