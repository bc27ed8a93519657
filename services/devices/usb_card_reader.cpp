// The reader over USB pipes, whatever their number.
#include "services/devices/usb_card_reader.h"

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds collectEvery{10};
constexpr std::chrono::milliseconds reopenEvery{1000};
constexpr int headBytes = sdtPreambleBytes + 2;

} // namespace

QList<QByteArray> piecesFor(const QByteArray& frame, int pairs) {
    if (pairs < 2)
        return {frame};
    return {frame.left(headBytes), frame.mid(headBytes)};
}

UsbCardReader::UsbCardReader(DeviceId id, std::unique_ptr<UsbPipes> pipes, bool withFingerprint,
                             SdtTiming timing)
    : IdentityReader(std::move(id), timing, withFingerprint)
    , m_pipes(std::move(pipes))
    , m_collect(this)
    , m_reopen(this) {
    m_collect.setInterval(collectEvery);
    m_reopen.setInterval(reopenEvery);
    connect(&m_collect, &QTimer::timeout, this, &UsbCardReader::collect);
    connect(&m_reopen, &QTimer::timeout, this, &UsbCardReader::tryOpen);
}

void UsbCardReader::open() {
    tryOpen();
}

void UsbCardReader::tryOpen() {
    if (!m_pipes->open()) {
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
        return m_reopen.start();
    }
    m_reopen.stop();
    m_collect.start();
    lineOpened();
}

void UsbCardReader::gone() {
    m_collect.stop();
    m_pipes->close();
    lineLost();
    m_reopen.start();
}

void UsbCardReader::transmit(const QByteArray& bytes) {
    QByteArray stale;
    for (int pair = 0; pair < m_pipes->pairs(); ++pair) {
        while (m_pipes->read(pair, stale) && !stale.isEmpty()) {
        } // what a command given up has left behind
    }
    const QList<QByteArray> pieces = piecesFor(bytes, m_pipes->pairs());
    for (int pair = 0; pair < pieces.size(); ++pair) {
        if (m_pipes->write(pair, pieces[pair]))
            continue;
        // Not from within the dialogue that is just sending.
        QMetaObject::invokeMethod(this, &UsbCardReader::gone, Qt::QueuedConnection);
        return;
    }
}

// The heads of frames come through the first pipe, the bodies through the second: joined they are a
// stream.
void UsbCardReader::collect() {
    QByteArray stream;
    for (int pair = 0; pair < m_pipes->pairs(); ++pair) {
        QByteArray bytes;
        if (!m_pipes->read(pair, bytes))
            return gone();
        stream += bytes;
    }
    if (!stream.isEmpty())
        lineReceived(stream);
}

void UsbCardReader::close() {
    m_collect.stop();
    m_reopen.stop();
    m_pipes->close();
    IdentityReader::close();
}

} // namespace tongban::devices
