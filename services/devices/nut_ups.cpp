// The text protocol of NUT: GET VAR <ups> ups.status.
#include "services/devices/nut_ups.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds pollEvery{2000};
constexpr qsizetype longestAnswer = 1024;

} // namespace

DeviceStatus upsStatus(const QByteArray& words) {
    const QList<QByteArray> list = words.simplified().split(' ');
    DeviceStatus status;
    if (list.contains("OB")) {
        status.device = DeviceState::Online;
        status.detail =
            list.contains("LB") ? QStringLiteral("battery-low") : QStringLiteral("on-battery");
    } else if (list.contains("OL")) {
        status.device = list.contains("RB") ? DeviceState::HardwareError : DeviceState::Online;
        status.detail = list.contains("RB") ? QStringLiteral("replace-battery") : QString();
    }
    return status;
}

NutUps::NutUps(DeviceId id, QString ups, quint16 port)
    : Device(std::move(id), DeviceClass::Ups)
    , m_ups(ups.toUtf8())
    , m_port(port)
    , m_poll(this) {
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &NutUps::poll);
}

NutUps::~NutUps() {
    hangUp();
}

void NutUps::open() {
    m_poll.start();
    poll();
}

void NutUps::close() {
    m_poll.stop();
    hangUp();
    Device::close();
}

void NutUps::execute(const Command& command) {
    complete(command.id, CompletionCode::UnsupportedCommand);
}

void NutUps::hangUp() {
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool NutUps::reach() {
    if (m_socket >= 0)
        return true;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return true;
    hangUp();
    return false;
}

// One line, or nothing when the server is gone or silent.
QByteArray NutUps::ask() {
    const QByteArray question = "GET VAR " + m_ups + " ups.status\n";
    if (!reach() || ::send(m_socket, question.constData(), static_cast<size_t>(question.size()),
                           MSG_NOSIGNAL) < 0)
        return {};
    QByteArray line;
    char byte = 0;
    while (line.size() < longestAnswer && ::recv(m_socket, &byte, 1, 0) == 1) {
        if (byte == '\n')
            return line;
        line.append(byte);
    }
    return {};
}

// VAR ups ups.status "OL CHRG", or ERR DATA-STALE and the like.
void NutUps::poll() {
    const QByteArray answer = ask();
    const qsizetype quote = answer.indexOf('"');
    if (!answer.startsWith("VAR ") || quote < 0) {
        hangUp();
        return setStatus(
            {answer.isEmpty() ? DeviceState::NoDevice : DeviceState::Unknown,
             MediaState::Unknown,
             {},
             {},
             answer.isEmpty() ? QStringLiteral("no-service") : QStringLiteral("no-answer")});
    }
    const DeviceStatus before = status();
    const DeviceStatus now = upsStatus(answer.mid(quote + 1).chopped(answer.endsWith('"') ? 1 : 0));
    setStatus(now);
    if (now == before)
        return;
    if (now.detail == u"on-battery" || now.detail == u"battery-low")
        Q_EMIT onBattery(now.detail == u"battery-low");
    else if (now.device == DeviceState::Online)
        Q_EMIT onLine();
}

} // namespace tongban::devices
