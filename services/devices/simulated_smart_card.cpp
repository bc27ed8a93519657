// vpcd sends length and payload apart: without quick acknowledgement each APDU would wait 40 ms for
// the card's.
#include "services/devices/simulated_smart_card.h"

#include "services/devices/gb18030.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tongban::devices {

namespace {

constexpr char powerOff = 0;
constexpr char powerOn = 1;
constexpr char reset = 2;
constexpr char askAtr = 4;

// T=1 card of a social security scheme, with historical bytes of no issuer.
const QByteArray atr = QByteArray::fromHex("3B6D000000814D22086803520000012501");

QByteArray status(quint16 word) {
    return QByteArray(1, static_cast<char>(word >> 8)).append(static_cast<char>(word & 0xFF));
}

QByteArray digits(const QString& text, int bytes) {
    return QByteArray::fromHex(text.leftJustified(2 * bytes, u'F', true).toLatin1());
}

QByteArray padded(QByteArray value, int bytes) {
    return value.leftJustified(bytes, '\0', true);
}

} // namespace

SocialCardApplet::SocialCardApplet(const SocialCard& card, bool t0)
    : m_t0(t0) {
    const auto date = [](QDate day) { return digits(day.toString(QStringLiteral("yyyyMMdd")), 4); };
    m_cardFile = {{0x01, digits(card.cardId, 16)},
                  {0x02, QByteArrayLiteral("1")},
                  {0x03, padded(card.version.toLatin1(), 4)},
                  {0x04, digits(card.institution, 12)},
                  {0x05, date(card.issued)},
                  {0x06, date(card.expires)},
                  {0x07, padded(card.cardNumber.toLatin1(), 9)}};
    m_personFile = {
        {0x08, padded(card.number.toLatin1(), 18)}, {0x09, padded(toGb18030(card.name), 30)},
        {0x0A, padded(card.sexCode.toLatin1(), 1)}, {0x0B, digits(card.nationCode, 1)},
        {0x0C, digits(card.birthplace, 3)},         {0x0D, date(card.birth)}};
}

QByteArray SocialCardApplet::readRecord(quint8 id, int le) const {
    const auto& file = m_file == 0x05 ? m_cardFile : m_personFile;
    if (!m_selected || m_file == 0 || !file.contains(id))
        return status(0x6A83);
    const QByteArray value = file[id];
    const QByteArray record =
        QByteArray(1, static_cast<char>(id)).append(static_cast<char>(value.size())) + value;
    if (le != record.size())
        return status(static_cast<quint16>(0x6C00 | record.size()));
    return record + status(0x9000);
}

QByteArray SocialCardApplet::transmit(const QByteArray& apdu) {
    if (apdu.size() < 5)
        return status(0x6700);
    const auto at = [&apdu](int i) { return static_cast<quint8>(apdu[i]); };
    const int le = at(4);
    if (at(1) == 0xC0) {
        const QByteArray data = std::exchange(m_pending, {});
        return data.isEmpty() ? status(0x6985) : data.left(le) + status(0x9000);
    }
    if (at(1) == 0xA4 && at(2) == 0x04) {
        m_selected = apdu.mid(5, le) == QByteArray::fromHex("7378312E73682EC9E7BBE1B1A3D5CF");
        m_file = 0;
        if (!m_selected)
            return status(0x6A82);
        const QByteArray fci = QByteArray::fromHex("6F11840F7378312E73682EC9E7BBE1B1A3D5CF");
        if (!m_t0)
            return fci + status(0x9000);
        m_pending = fci;
        return status(static_cast<quint16>(0x6100 | fci.size()));
    }
    if (at(1) == 0xA4 && at(2) == 0x02 && apdu.size() >= 7) {
        const bool known = m_selected && at(5) == 0xEF && (at(6) == 0x05 || at(6) == 0x06);
        m_file = known ? at(6) : 0;
        return status(known ? 0x9000 : 0x6A82);
    }
    if (at(1) == 0xB2)
        return readRecord(at(2), le);
    return status(0x6D00);
}

SimulatedSmartCard::SimulatedSmartCard(const SocialCard& card, quint16 port)
    : m_applet(card)
    , m_port(port)
    , m_thread([this] { run(); }) {}

SimulatedSmartCard::~SimulatedSmartCard() {
    m_stop = true;
    if (const int socket = m_socket; socket >= 0)
        ::shutdown(socket, SHUT_RDWR);
    m_thread.join();
}

void SimulatedSmartCard::run() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    while (!m_stop) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_socket = socket;
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            m_connected = true;
            QByteArray message;
            while (receive(message)) {
                if (message.size() != 1)
                    send(m_applet.transmit(message));
                else if (message[0] == askAtr)
                    send(atr);
                else if (message[0] != powerOff && message[0] != powerOn && message[0] != reset)
                    send({});
            }
            m_connected = false;
        }
        m_socket = -1;
        ::close(socket);
        if (!m_stop)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

bool SimulatedSmartCard::receive(QByteArray& message) {
    const auto take = [this](char* to, size_t bytes) {
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on,
                   sizeof on); // the kernel forgets it after each read
        return ::recv(m_socket, to, bytes, MSG_WAITALL) == static_cast<ssize_t>(bytes);
    };
    std::array<char, 2> head{};
    if (!take(head.data(), head.size()))
        return false;
    const size_t length =
        static_cast<size_t>(static_cast<quint8>(head[0])) << 8 | static_cast<quint8>(head[1]);
    message.resize(static_cast<qsizetype>(length));
    return length > 0 && take(message.data(), length);
}

void SimulatedSmartCard::send(const QByteArray& message) const {
    const auto size = static_cast<quint16>(message.size());
    const QByteArray framed = status(size) + message;
    [[maybe_unused]] const ssize_t sent =
        ::send(m_socket, framed.constData(), static_cast<size_t>(framed.size()), MSG_NOSIGNAL);
}

} // namespace tongban::devices
