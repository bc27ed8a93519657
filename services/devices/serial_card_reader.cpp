// QSerialPort under the dialogue. On a lost line it repeats its error until closed, so the first
// one closes it.
#include "services/devices/serial_card_reader.h"

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds reopenEvery{500};

} // namespace

SerialCardReader::SerialCardReader(DeviceId id, SerialLine line, SdtTiming timing)
    : IdentityReader(std::move(id), timing, line.withFingerprint, line.haste)
    , m_line(std::move(line))
    , m_port(this)
    , m_reopen(this) {
    m_reopen.setInterval(reopenEvery);
    connect(&m_reopen, &QTimer::timeout, this, &SerialCardReader::tryOpen);
    connect(&m_port, &QSerialPort::readyRead, this, [this] { lineReceived(m_port.readAll()); });
    connect(&m_port, &QSerialPort::errorOccurred, this, &SerialCardReader::failed);
}

void SerialCardReader::open() {
    m_port.setPortName(m_line.port);
    m_port.setBaudRate(m_line.baud);
    tryOpen();
}

void SerialCardReader::tryOpen() {
    if (m_port.isOpen() || !m_port.open(QIODevice::ReadWrite)) {
        if (m_port.isOpen())
            return;
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
        m_reopen.start();
        return;
    }
    m_reopen.stop();
    m_said = false;
    m_port.clear();
    lineOpened();
}

// TimeoutError only says that nothing came; every other error on an open line means that it is
// gone. A vanished terminal reports ResourceError, a closed pseudo-terminal ReadError.
void SerialCardReader::failed(QSerialPort::SerialPortError error) {
    if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError || !m_port.isOpen() ||
        m_said)
        return;
    m_said = true;
    m_port.close();
    lineLost();
    m_reopen.start();
}

void SerialCardReader::transmit(const QByteArray& bytes) {
    if (m_port.isOpen())
        m_port.write(bytes);
}

void SerialCardReader::close() {
    m_reopen.stop();
    m_said = true; // errors of our own closing are no news
    m_port.close();
    IdentityReader::close();
}

} // namespace tongban::devices
