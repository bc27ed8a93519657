// Server: HTTP/1.1 over TCP or TLS with limits and absolute deadlines everywhere (sync.md §6.1).
#pragma once

#include "services/http/router.h"

#include <QString>
#include <chrono>
#include <functional>
#include <memory>

namespace tongban::http {

struct TlsFiles {
    QString certificate; // PEM chain
    QString key;
    QString clientAuthority; // PEM; when set, clients must present a certificate of this authority
    bool strangersWelcome = false; // asked for, not demanded: who shows none is nobody, and a wrong
                                   // one still ends the handshake
    bool expiredClientsWelcome =
        false; // the handshake passes, Request::client.expired tells (sync.md §2.7.4)
};

// One finished request, for the access log. Never the target itself: a path may be a bearer value.
struct Access {
    QByteArray method;
    QString route; // the pattern, or empty when none matched
    QString requestId;
    QString peer;
    int status = 0;
    qint64 bytes = 0;
    std::chrono::microseconds took{0};
};

struct ServerOptions {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: any free one
    int threads = 2;
    int mostConnections = 8'000;
    int headBytes = 8 * 1024;
    int headLines = 64;
    std::chrono::milliseconds headDeadline{5'000};  // from the first byte to the empty line
    std::chrono::milliseconds idleDeadline{75'000}; // between requests
    std::chrono::milliseconds answerDeadline{90'000};
    std::chrono::milliseconds writeDeadline{30'000};
    std::optional<TlsFiles> tls;
    std::function<void(const Access&)> onAccess; // called on a server thread
};

class Server {
public:
    static Result<std::unique_ptr<Server>> start(ServerOptions options, Router router);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    quint16 port() const;
    int connections() const;
    // Takes no new connection, closes idle ones at once and busy ones after their answer. True: all
    // gone in time.
    bool drain(std::chrono::milliseconds patience);

private:
    struct Engine;
    explicit Server(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace tongban::http
