// Scanners in keyboard mode, on serial lines and with cameras.
#include "services/devices/code_scanner.h"

#include "services/devices/gb18030.h"

#include <QFile>
#include <QStringDecoder>
#include <array>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

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

WedgeScanner::WedgeScanner(DeviceId id, QString path)
    : CodeScanner(std::move(id))
    , m_path(std::move(path))
    , m_reopen(this) {
    m_reopen.setInterval(reopenEvery);
    connect(&m_reopen, &QTimer::timeout, this, &WedgeScanner::tryOpen);
}

WedgeScanner::~WedgeScanner() {
    closeInput();
}

void WedgeScanner::open() {
    tryOpen();
}

// Without the grab the scanner would type into whatever field has the focus: then it is not used at
// all.
void WedgeScanner::tryOpen() {
    m_input = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_input < 0 || ioctl(m_input, EVIOCGRAB, 1) != 0) {
        closeInput();
        setStatus(gone);
        return m_reopen.start();
    }
    m_reopen.stop();
    m_assembler = {};
    m_ready = std::make_unique<QSocketNotifier>(m_input, QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &WedgeScanner::readKeys);
    setStatus(ready);
}

void WedgeScanner::closeInput() {
    if (m_ready)
        m_ready.release()->deleteLater(); // it may be the caller
    if (m_input >= 0)
        ::close(m_input);
    m_input = -1;
}

void WedgeScanner::close() {
    m_reopen.stop();
    closeInput();
    CodeScanner::close();
}

void WedgeScanner::readKeys() {
    std::array<input_event, 64> events{};
    const ssize_t got = ::read(m_input, events.data(), sizeof events);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) { // unplugged: ENODEV
        m_ready->setEnabled(false);
        closeInput();
        setStatus(gone);
        return m_reopen.start();
    }
    for (size_t i = 0; i < static_cast<size_t>(got) / sizeof(input_event); ++i) {
        const input_event& event = events[i];
        const WedgeAssembler::Time at{event.input_event_sec * 1000 + event.input_event_usec / 1000};
        if (event.type == EV_SYN && event.code == SYN_DROPPED)
            m_assembler.lost();
        if (event.type != EV_KEY || event.value == 2) // 2: a key held down repeats
            continue;
        if (const auto text = m_assembler.key(event.code, event.value == 1, at))
            tell(*text);
    }
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
