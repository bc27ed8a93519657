// A plain blocking HTTP client over 127.0.0.1 for tests: sends any bytes, reads one answer.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tongban::test {

struct Answer {
    int status = 0;                        // 0: closed without an answer
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

class LoopbackClient {
public:
    explicit LoopbackClient(quint16 port, const char* host = "127.0.0.1")
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = ::inet_addr(host);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_connected =
            ::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~LoopbackClient() { close(); }
    LoopbackClient(const LoopbackClient&) = delete;
    LoopbackClient& operator=(const LoopbackClient&) = delete;

    bool connected() const { return m_connected; }
    void close() {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }
    bool send(const QByteArray& bytes) {
        qsizetype done = 0;
        while (done < bytes.size()) {
            const auto n = ::send(m_socket, bytes.constData() + done,
                                  static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            done += n;
        }
        return true;
    }
    // Waits for the next answer; `toHead` because an answer to HEAD has no body.
    Answer receive(int timeoutMs = 5000, bool toHead = false) {
        Answer answer;
        qsizetype end = -1;
        while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
            if (!more(timeoutMs))
                return answer;
        }
        const QByteArrayList lines = m_buffer.first(end).split('\n');
        answer.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = qMax<qsizetype>(line.indexOf(':'), 0);
            answer.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        m_buffer.remove(0, end + 4);
        const qsizetype length = toHead ? 0 : answer.headers.value("content-length").toLongLong();
        while (m_buffer.size() < length) {
            if (!more(timeoutMs))
                return answer;
        }
        if (lines.first().startsWith("HTTP/1.0") && !answer.headers.contains("content-length")) {
            while (!toHead && more(timeoutMs)) { // until the other side closes
            }
            answer.body = std::exchange(m_buffer, {});
            return answer;
        }
        answer.body = m_buffer.first(length);
        m_buffer.remove(0, length);
        return answer;
    }
    Answer ask(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
               const QByteArrayList& headers = {}, int timeoutMs = 10000) {
        QByteArray head = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
        for (const QByteArray& line : headers)
            head += line + "\r\n";
        if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        if (!send(head + "\r\n" + body))
            return {};
        return receive(timeoutMs, method == "HEAD");
    }
    // True when the other side closes within the time.
    bool closedWithin(int timeoutMs) {
        while (more(timeoutMs)) {
        }
        return m_closed;
    }

private:
    bool more(int timeoutMs) {
        pollfd wait{m_socket, POLLIN, 0};
        if (::poll(&wait, 1, timeoutMs) <= 0)
            return false;
        char block[16 * 1024];
        const auto n = ::recv(m_socket, block, sizeof block, 0);
        if (n <= 0) {
            m_closed = true;
            return false;
        }
        m_buffer.append(block, n);
        return true;
    }

    int m_socket = -1;
    bool m_connected = false;
    bool m_closed = false;
    QByteArray m_buffer;
};

// One request on a connection of its own.
inline Answer askOnce(quint16 port, const QByteArray& method, const QByteArray& target,
                      const QByteArray& body = {}, const QByteArrayList& headers = {}) {
    LoopbackClient client(port);
    return client.ask(method, target, body, headers);
}

} // namespace tongban::test
