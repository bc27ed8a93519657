// The hub of devices.
#include "services/devices/device_hub.h"

#include "services/devices/code_scanner.h"
#include "services/devices/simulated_desk.h"

#include <algorithm>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds startWithin{5000};

QString lampOf(DeviceClass printer) {
    return printer == DeviceClass::ReceiptPrinter ? QStringLiteral("receiptPrinter")
                                                  : QStringLiteral("documentPrinter");
}

} // namespace

DeviceHub::DeviceHub(HubSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_capabilities(capabilitiesOf({})) {
    qRegisterMetaType<DeviceStatus>();
    qRegisterMetaType<Completion>();
    qRegisterMetaType<IdCard>();
    qRegisterMetaType<ReaderFault>();
    m_start.setSingleShot(true);
    m_start.setInterval(startWithin);
    connect(&m_start, &QTimer::timeout, this, &DeviceHub::selfTested);
}

DeviceHub::~DeviceHub() {
    close();
}

Result<void> DeviceHub::open() {
    if (m_settings.simulate) {
        TRY_ASSIGN(QList<CardImage> cards, loadSimulatedCards(m_settings.cards));
        m_desk = std::make_unique<SimulatedDesk>(std::move(cards), m_settings.haste);
    }
    for (auto& device : m_desk ? m_desk->devices(m_settings) : devicesFor(m_settings))
        add(std::move(device));
    reviewCapabilities();
    m_start.start();
    return {};
}

void DeviceHub::add(std::unique_ptr<Device> owned) {
    Device* device = owned.release();
    auto thread = std::make_unique<QThread>();
    thread->setObjectName(device->id().text());
    device->moveToThread(thread.get());
    connect(device, &Device::completed, this, &DeviceHub::completed);
    connect(device, &Device::statusChanged, this,
            [this, id = device->id()](const DeviceStatus& status) {
                Q_EMIT statusChanged(id, status);
                reviewCapabilities();
                reviewStart();
            });
    connectSignals(device);
    thread->start();
    QMetaObject::invokeMethod(
        device, [device] { device->open(); }, Qt::QueuedConnection);
    m_seats.push_back({device, std::move(thread)});
}

void DeviceHub::connectSignals(Device* device) {
    if (auto* reader = qobject_cast<IdentityReader*>(device)) {
        connect(reader, &IdentityReader::cardFound, this, &DeviceHub::cardFound);
        connect(reader, &IdentityReader::cardRead, this, &DeviceHub::cardRead);
        connect(reader, &IdentityReader::cardRemoved, this, &DeviceHub::cardRemoved);
        connect(reader, &IdentityReader::faulted, this, &DeviceHub::readerFaulted);
    }
    if (auto* slot = qobject_cast<ContactCard*>(device)) {
        connect(slot, &ContactCard::cardInserted, this, &DeviceHub::contactCardInserted);
        connect(slot, &ContactCard::socialCardRead, this, &DeviceHub::socialCardRead);
        connect(slot, &ContactCard::cardRemoved, this, &DeviceHub::contactCardRemoved);
    }
    if (auto* reader = qobject_cast<PassportReader*>(device))
        connect(reader, &PassportReader::documentRead, this, &DeviceHub::documentRead);
    if (auto* scanner = qobject_cast<CodeScanner*>(device))
        connect(scanner, &CodeScanner::codeScanned, this, &DeviceHub::codeScanned);
    const auto pass = [this, kind = device->kind()](const QImage& picture) {
        Q_EMIT frame(kind, picture);
    };
    if (auto* camera = qobject_cast<FrameSource*>(device))
        connect(camera, &FrameSource::frame, this, pass);
    if (auto* scanner = qobject_cast<CameraScanner*>(device))
        connect(scanner, &CameraScanner::frame, this, pass);
}

void DeviceHub::close() {
    m_start.stop();
    for (Seat& seat : m_seats) {
        // Queued behind whatever the device is doing; its last act on the thread.
        QMetaObject::invokeMethod(
            seat.device,
            [device = seat.device] {
                device->close();
                QThread* thread = device->thread();
                delete device;
                thread->quit();
            },
            Qt::QueuedConnection);
    }
    for (Seat& seat : m_seats)
        seat.thread->wait();
    m_seats.clear();
    m_desk.reset();
    // Completions that were still on their way when the devices went.
    for (const CommandId command : m_waiting.keys())
        completed({command, {}, CompletionCode::DeviceNotReady, {}, QStringLiteral("closed")});
    reviewCapabilities();
}

QList<DeviceReport> DeviceHub::devices() const {
    QList<DeviceReport> reports;
    for (const Seat& seat : m_seats)
        reports.append({seat.device->id(), seat.device->kind(), seat.device->status()});
    return reports;
}

bool DeviceHub::settled() const {
    // What a device said may still be on its way from its thread.
    if (capabilitiesOf(devices()) != m_capabilities)
        return false;
    return std::none_of(m_seats.begin(), m_seats.end(), [](const Seat& seat) {
        const DeviceState state = seat.device->status().device;
        return state == DeviceState::Unknown || state == DeviceState::Starting;
    });
}

void DeviceHub::reviewStart() {
    if (!m_start.isActive() || !settled())
        return;
    m_start.stop();
    Q_EMIT selfTested();
}

CapabilityState DeviceHub::capability(Capability capability) const {
    return m_capabilities.value(static_cast<int>(capability));
}

void DeviceHub::reviewCapabilities() {
    const QList<CapabilityState> states = capabilitiesOf(devices());
    if (states == m_capabilities)
        return;
    m_capabilities = states;
    Q_EMIT capabilitiesChanged();
}

Device* DeviceHub::first(DeviceClass kind) const {
    for (const Seat& seat : m_seats) {
        if (seat.device->kind() == kind)
            return seat.device;
    }
    return nullptr;
}

void DeviceHub::setListening(bool on) {
    for (const Seat& seat : m_seats) {
        if (auto* reader = qobject_cast<IdentityReader*>(seat.device))
            reader->setListening(on);
    }
    light(QStringLiteral("cardReader"), on ? LightMode::Slow : LightMode::Off);
}

void DeviceHub::light(const QString& lamp, LightMode mode) {
    if (Device* lights = first(DeviceClass::Indicators))
        lights->submit(QStringLiteral("Lights.SetLight"), QVariant::fromValue(Light{lamp, mode}),
                       std::chrono::seconds(1));
}

void DeviceHub::setStreaming(DeviceClass camera, bool on) {
    if (auto* source = qobject_cast<FrameSource*>(first(camera)))
        source->setStreaming(on);
}

DeviceHub::Started DeviceHub::start(DeviceClass kind, const QString& name, const QVariant& payload,
                                    std::chrono::milliseconds timeout) {
    auto promise = std::make_shared<QPromise<Completion>>();
    promise->start();
    Started started{0, promise->future()};
    Device* device = first(kind);
    if (device == nullptr) {
        promise->addResult(
            Completion{0, name, CompletionCode::UnsupportedCommand, {}, QStringLiteral("absent")});
        promise->finish();
        return started;
    }
    started.command = device->submit(name, payload, timeout);
    const QString key = payload.canConvert<PrintJob>() ? payload.value<PrintJob>().key : QString();
    m_waiting.insert(started.command, {device, key, promise});
    return started;
}

DeviceHub::Started DeviceHub::readCard(std::chrono::milliseconds timeout) {
    return start(DeviceClass::IdentityReader, QStringLiteral("CardReader.ReadRawData"), {},
                 timeout);
}

DeviceHub::Started DeviceHub::takePicture(std::chrono::milliseconds timeout) {
    return start(DeviceClass::DocumentCamera, QStringLiteral("Camera.TakePicture"), {}, timeout);
}

DeviceHub::Started DeviceHub::print(DeviceClass printer, const PrintJob& job,
                                    std::chrono::milliseconds timeout) {
    light(lampOf(printer), LightMode::Medium);
    return start(printer, QStringLiteral("Printer.Print"), QVariant::fromValue(job), timeout);
}

void DeviceHub::cancel(CommandId command) {
    if (const auto waiting = m_waiting.constFind(command); waiting != m_waiting.constEnd())
        waiting->device->cancel(command);
}

void DeviceHub::completed(const Completion& completion) {
    const Waiting waiting = m_waiting.take(completion.command);
    if (!waiting.promise)
        return;
    if (!waiting.printKey.isEmpty()) {
        m_printed.record(waiting.printKey, completion.code);
        if (waiting.device != nullptr && !m_seats.empty())
            light(lampOf(waiting.device->kind()), LightMode::Off);
    }
    waiting.promise->addResult(completion);
    waiting.promise->finish();
}

} // namespace tongban::devices
