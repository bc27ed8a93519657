// Scanners in keyboard mode, on serial lines and with cameras.
#include "services/devices/code_scanner.h"

#include "services/devices/gb18030.h"

#include <QStringDecoder>
#include <linux/input.h>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds reopenEvery{1000};

const DeviceStatus gone{DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")};
const DeviceStatus ready{DeviceState::Online, MediaState::NotPresent};

QString decoded(const QByteArray& line) {
    auto decode = QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decode(line);
    return decode.hasError() ? fromGb18030(line) : text;
}

} // namespace

CodeScanner::CodeScanner(DeviceId id)
    : Device(std::move(id), DeviceClass::CodeScanner) {}

void CodeScanner::tell(const QString& text) {
    Q_EMIT codeScanned(text);
    for (const CommandId command : std::exchange(m_readers, {}))
        complete(command, CompletionCode::Success, text);
}

void CodeScanner::execute(const Command& command) {
    if (command.name != u"BarcodeReader.Read")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    m_readers.append(command.id);
}

void CodeScanner::abandon(CommandId command) {
    m_readers.removeAll(command);
}

WedgeScanner::WedgeScanner(DeviceId id, const QString& path)
    : CodeScanner(std::move(id))
    , m_input(path, this) {
    connect(&m_input, &EvdevInput::opened, this, [this] {
        m_assembler = {};
        setStatus(ready);
    });
    connect(&m_input, &EvdevInput::gone, this, [this] { setStatus(gone); });
    connect(&m_input, &EvdevInput::happened, this, &WedgeScanner::happened);
}

void WedgeScanner::open() {
    m_input.open();
}

void WedgeScanner::close() {
    m_input.close();
    CodeScanner::close();
}

void WedgeScanner::happened(quint16 type, quint16 code, qint32 value,
                            std::chrono::milliseconds at) {
    if (type == EV_SYN && code == SYN_DROPPED)
        m_assembler.lost();
    if (type != EV_KEY || value == 2) // 2: a key held down repeats
        return;
    if (const auto text = m_assembler.key(code, value == 1, at))
        tell(*text);
}

SerialScanner::SerialScanner(DeviceId id, QString port, int baud)
    : CodeScanner(std::move(id))
    , m_portName(std::move(port))
    , m_baud(baud)
    , m_port(this)
    , m_reopen(this) {
    m_reopen.setInterval(reopenEvery);
    connect(&m_reopen, &QTimer::timeout, this, &SerialScanner::tryOpen);
    connect(&m_port, &QSerialPort::readyRead, this, [this] { received(m_port.readAll()); });
    connect(&m_port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError || !m_port.isOpen())
            return;
        m_port.close();
        setStatus(gone);
        m_reopen.start();
    });
}

void SerialScanner::open() {
    m_port.setPortName(m_portName);
    m_port.setBaudRate(m_baud);
    tryOpen();
}

void SerialScanner::tryOpen() {
    if (!m_port.open(QIODevice::ReadWrite)) {
        setStatus(gone);
        return m_reopen.start();
    }
    m_reopen.stop();
    m_line.clear();
    setStatus(ready);
}

void SerialScanner::close() {
    m_reopen.stop();
    m_port.close();
    CodeScanner::close();
}

void SerialScanner::received(const QByteArray& bytes) {
    for (const char byte : bytes) {
        if (byte != '\r' && byte != '\n') {
            if (m_line.size() <= 4 * WedgeAssembler::longestCode)
                m_line.append(byte);
            continue;
        }
        const QByteArray line = std::exchange(m_line, {});
        const QString text = decoded(line);
        if (!text.isEmpty() && text.size() <= WedgeAssembler::longestCode)
            tell(text);
    }
}

CameraScanner::CameraScanner(DeviceId id, std::unique_ptr<FrameSource> camera, CodeFormats formats)
    : CodeScanner(std::move(id))
    , m_camera(camera.release())
    , m_watch(formats) {
    m_camera->setParent(this);
    m_clock.start();
    connect(m_camera, &FrameSource::statusChanged, this, &CameraScanner::setStatus);
    connect(m_camera, &FrameSource::frame, this, [this](const QImage& picture) {
        Q_EMIT frame(picture);
        if (const auto read = m_watch.frame(picture, CodeWatch::Time{m_clock.elapsed()}))
            tell(read->text);
    });
}

void CameraScanner::open() {
    m_camera->open();
    m_camera->setStreaming(true);
}

void CameraScanner::close() {
    m_camera->setStreaming(false);
    m_camera->close();
    m_watch.forget();
    CodeScanner::close();
}

} // namespace tongban::devices
