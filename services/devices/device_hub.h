// DeviceHub: opens the devices of this machine, gives each its own thread, and says what the
// machine can do now.
#pragma once

#include "services/devices/capabilities.h"
#include "services/devices/contact_card.h"
#include "services/devices/frame_source.h"
#include "services/devices/hub_settings.h"
#include "services/devices/identity_reader.h"
#include "services/devices/indicators.h"
#include "services/devices/passport_reader.h"
#include "services/devices/printer.h"

#include <QFuture>
#include <QPromise>
#include <QThread>
#include <memory>
#include <vector>

namespace tongban::devices {

class SimulatedDesk;

class DeviceHub : public QObject {
    Q_OBJECT

public:
    explicit DeviceHub(HubSettings settings, QObject* parent = nullptr);
    ~DeviceHub() override; // closes

    // Invalid when the simulator's cards cannot be read; a device that is not there is no fault but
    // a status.
    Result<void> open();
    void close(); // every command completes, every thread ends

    QList<DeviceReport> devices() const;
    // Every device has said how it is: readers have told their module, printers their status.
    bool settled() const;
    QList<CapabilityState> capabilities() const { return m_capabilities; }
    CapabilityState capability(Capability capability) const;
    SimulatedDesk* desk() const { return m_desk.get(); } // null unless simulated

    // Cards are only looked for while somebody wants one; on at the start.
    void setListening(bool on);
    void setStreaming(DeviceClass camera, bool on);

    struct Started {
        CommandId command = 0;
        QFuture<Completion> done; // exactly one result; use whenDone
    };
    Started readCard(std::chrono::milliseconds timeout);
    Started takePicture(std::chrono::milliseconds timeout);
    Started print(DeviceClass printer, const PrintJob& job, std::chrono::milliseconds timeout);
    Started start(DeviceClass kind, const QString& name, const QVariant& payload,
                  std::chrono::milliseconds timeout);
    void cancel(CommandId command);
    void light(const QString& lamp, LightMode mode); // nothing happens where there is none
    PrintCounter& printCounter() { return m_printed; }

    // Takes over a device that is not open yet and opens it on a thread of its own.
    void add(std::unique_ptr<Device> device);

Q_SIGNALS:
    void cardFound();
    void cardRead(const tongban::devices::IdCard& card);
    void cardRemoved();
    void readerFaulted(tongban::devices::ReaderFault fault);
    void contactCardInserted(tongban::devices::ContactCardKind kind);
    void socialCardRead(const tongban::devices::SocialCard& card);
    void contactCardRemoved();
    void documentRead(const tongban::devices::Mrz& zone);
    void codeScanned(const QString& text); // a secret of its owner: resolve it, do not keep it
    void frame(tongban::devices::DeviceClass camera, const QImage& picture);
    void statusChanged(const tongban::DeviceId& device,
                       const tongban::devices::DeviceStatus& status);
    void capabilitiesChanged();
    void selfTested(); // once after open(): all are settled, or have had time enough

private:
    struct Seat {
        Device* device = nullptr; // lives and dies on the thread
        std::unique_ptr<QThread> thread;
    };
    struct Waiting {
        Device* device = nullptr;
        QString printKey;
        std::shared_ptr<QPromise<Completion>> promise;
    };

    Device* first(DeviceClass kind) const;
    void connectSignals(Device* device);
    void completed(const Completion& completion);
    void reviewCapabilities();
    void reviewStart();

    HubSettings m_settings;
    std::unique_ptr<SimulatedDesk> m_desk;
    std::vector<Seat> m_seats;
    QHash<CommandId, Waiting> m_waiting;
    QList<CapabilityState> m_capabilities;
    PrintCounter m_printed;
    QTimer m_start; // runs while the devices try themselves
};

} // namespace tongban::devices
