// One connection of the server; included by server.cpp alone, because Beast is slow to compile.
#pragma once

#include "services/http/server.h"

#include "services/core/ids.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <cerrno>
#include <sys/socket.h>

namespace tongban::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

// What every connection shares; outlives them all.
struct Shared {
    ServerOptions options;
    Router router;
    std::atomic<int> connections{0};
    std::atomic<bool> draining{false};
};

// The side of a connection that does not depend on TLS, so that the server can keep a list.
class Closable {
public:
    virtual ~Closable() = default;
    virtual void closeIfIdle() = 0;
};

// Turns Beast's parsed head into our Request, or says with which status to refuse it.
int readHead(const beast::http::request<beast::http::buffer_body>& head,
             const ServerOptions& options, Request& request);
std::optional<ClientCertificate> certificateOf(SSL* ssl);
QByteArray wireHead(const Response& response, const Request& request, bool keepAlive);

template <typename Stream>
class Connection final : public Closable, public std::enable_shared_from_this<Connection<Stream>> {
public:
    template <typename... Args>
    Connection(Shared& shared, Args&&... args)
        : m_shared(shared)
        , m_stream(std::forward<Args>(args)...)
        , m_answerTimer(m_stream.get_executor()) {
        ++m_shared.connections;
    }
    ~Connection() override { --m_shared.connections; }

    void start() {
        error_code ignored;
        const auto peer = lowest().socket().remote_endpoint(ignored);
        m_peer = QString::fromStdString(peer.address().to_string(ignored));
        lowest().socket().set_option(asio::ip::tcp::no_delay(true), ignored);
        if constexpr (isTls) {
            lowest().expires_after(m_shared.options.headDeadline);
            m_stream.async_handshake(asio::ssl::stream_base::server,
                                     [self = this->shared_from_this()](error_code failed) {
                                         if (!failed) {
                                             self->m_client =
                                                 certificateOf(self->m_stream.native_handle());
                                             self->awaitRequest();
                                         }
                                     });
        } else {
            asio::dispatch(m_stream.get_executor(),
                           [self = this->shared_from_this()] { self->awaitRequest(); });
        }
    }

    void closeIfIdle() override {
        asio::post(m_stream.get_executor(), [self = this->shared_from_this()] {
            if (self->m_idle)
                self->close();
        });
    }

private:
    static constexpr bool isTls = !std::is_same_v<Stream, beast::tcp_stream>;
    using Parser = beast::http::request_parser<beast::http::buffer_body>;

    beast::tcp_stream& lowest() { return beast::get_lowest_layer(m_stream); }

    void close() {
        error_code ignored;
        lowest().socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        lowest().close();
    }

    // Waits for the first byte with the idle deadline; the stricter one starts with it.
    void awaitRequest() {
        if (m_shared.draining)
            return close();
        if (m_buffer.size() > 0)
            return readHeader();
        m_idle = true;
        lowest().expires_after(m_shared.options.idleDeadline);
        m_stream.async_read_some(m_buffer.prepare(4096), [self = this->shared_from_this()](
                                                             error_code failed, size_t bytes) {
            self->m_idle = false;
            if (failed)
                return self->close();
            self->m_buffer.commit(bytes);
            self->readHeader();
        });
    }

    void readHeader() {
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_shared.options.headBytes));
        m_parser->body_limit(std::uint64_t(1) << 40); // the route's limit follows once it is known
        m_request = {};
        m_began = std::chrono::steady_clock::now();
        lowest().expires_after(m_shared.options.headDeadline);
        beast::http::async_read_header(m_stream, m_buffer, *m_parser,
                                       [self = this->shared_from_this()](
                                           error_code failed, size_t) { self->onHeader(failed); });
    }

    void onHeader(error_code failed) {
        using Error = beast::http::error;
        m_request.peer = m_peer;
        m_request.client = m_client;
        if (failed == Error::header_limit)
            return refuse(431, QStringLiteral("head-too-large"));
        const auto& parsing = beast::http::make_error_code(Error::bad_method).category();
        if (failed && (failed.category() != parsing || failed == Error::end_of_stream))
            return close();
        if (failed)
            return refuse(400, QStringLiteral("malformed"));
        if (const int status = readHead(m_parser->get(), m_shared.options, m_request); status != 0)
            return refuse(status, QStringLiteral("malformed"));
        route();
    }

    void route() {
        const auto method =
            methodFrom(QByteArray::fromStdString(std::string(m_parser->get().method_string())));
        const Router::Match match =
            m_shared.router.match(method.value_or(Method::Get), m_request.target.segments);
        if (match.allowed.isEmpty())
            return refuse(404, QStringLiteral("no-such-route"));
        if (!method || match.route == nullptr)
            return refuseMethod(match.allowed);
        m_route = match.route;
        m_request.method = *method;
        m_request.route = match.route->pattern;
        m_request.parameters = match.parameters;
        const auto limit = static_cast<std::uint64_t>(match.route->limits.body);
        const auto length = m_parser->content_length();
        if (length && *length > limit)
            return refuse(413, QStringLiteral("body-too-large"));
        m_parser->body_limit(limit);
        const QByteArray expect = m_request.headers.value("Expect");
        if (!expect.isEmpty() && expect.compare("100-continue", Qt::CaseInsensitive) != 0)
            return refuse(417, QStringLiteral("expectation"));
        if (m_route->limits.openSink)
            m_request.sink = m_route->limits.openSink(m_request);
        lowest().expires_after(m_route->limits.bodyDeadline);
        if (!expect.isEmpty() && !m_parser->is_done())
            return sendContinue();
        readBody();
    }

    void sendContinue() {
        static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(line),
                          [self = this->shared_from_this()](error_code failed, size_t) {
                              if (failed)
                                  return self->close();
                              self->readBody();
                          });
    }

    void readBody() {
        if (m_parser->is_done())
            return dispatch();
        m_piece.resize(32 * 1024);
        m_parser->get().body().data = m_piece.data();
        m_parser->get().body().size = m_piece.size();
        beast::http::async_read(m_stream, m_buffer, *m_parser,
                                [self = this->shared_from_this()](error_code failed, size_t) {
                                    self->onPiece(failed);
                                });
    }

    void onPiece(error_code failed) {
        using Error = beast::http::error;
        if (failed == Error::body_limit)
            return refuse(413, QStringLiteral("body-too-large"));
        if (failed && failed != Error::need_buffer) {
            const bool theirs =
                failed.category() == beast::http::make_error_code(Error::bad_method).category() &&
                failed != Error::partial_message && failed != Error::end_of_stream;
            return theirs ? refuse(400, QStringLiteral("malformed")) : close();
        }
        const QByteArrayView piece(
            m_piece.data(), static_cast<qsizetype>(m_piece.size() - m_parser->get().body().size));
        if (!m_request.sink)
            m_request.body.append(piece);
        else if (!m_request.sink->take(piece).has_value())
            return refuse(503, QStringLiteral("cannot-store"));
        readBody();
    }

    void dispatch() {
        lowest().expires_never();
        m_keepAlive = m_parser->keep_alive();
        m_request.receivedAt = SystemClock().now();
        m_answered = false;
        const auto owed =
            std::make_shared<Owed>([self = this->shared_from_this()](Response response) {
                asio::dispatch(self->m_stream.get_executor(),
                               [self, response = std::move(response)]() mutable {
                                   self->onAnswer(std::move(response));
                               });
            });
        m_owed = owed;
        m_route->action(m_request, Responder(owed));
        if (m_answered)
            return;
        watchClient();
        m_answerTimer.expires_after(m_shared.options.answerDeadline);
        m_answerTimer.async_wait([weak = std::weak_ptr<Owed>(owed)](error_code cancelled) {
            if (const auto late = weak.lock(); !cancelled && late)
                late->answer(Response::problem(503, QStringLiteral("answer-too-late")));
        });
    }

    // While an answer is owed, nobody reads: a client that hangs up is noticed by peeking.
    void watchClient() {
        lowest().socket().async_wait(
            asio::ip::tcp::socket::wait_read,
            [self = this->shared_from_this(), turn = m_turn](error_code failed) {
                if (failed || turn != self->m_turn)
                    return;
                char byte = 0;
                const auto got = ::recv(self->lowest().socket().native_handle(), &byte, 1,
                                        MSG_PEEK | MSG_DONTWAIT);
                if (got > 0)
                    return; // a pipelined request; it waits its turn
                if (got < 0 && (errno == EAGAIN || errno == EINTR))
                    return self->watchClient(); // woken for nothing
                if (const auto owed = self->m_owed.lock())
                    owed->abandon();
                self->m_keepAlive = false;
                self->close();
            });
    }

    void onAnswer(Response response) {
        m_answered = true;
        ++m_turn;
        m_answerTimer.cancel();
        if (!lowest().socket().is_open())
            return;
        error_code ignored;
        lowest().socket().cancel(ignored);
        send(std::move(response));
    }

    void refuseMethod(const QList<Method>& allowed) {
        QByteArrayList names;
        for (const Method method : allowed)
            names.append(nameOf(method));
        Response response = Response::problem(405, QStringLiteral("method"));
        response.headers.set("Allow", names.join(", "));
        m_keepAlive = false;
        send(std::move(response));
    }

    // Answers before the request was read: the connection cannot be used again.
    void refuse(int status, const QString& code) {
        m_keepAlive = false;
        send(Response::problem(status, code));
    }

    void send(Response response) {
        m_keepAlive = m_keepAlive && !m_shared.draining;
        if (m_request.requestId.isEmpty())
            m_request.requestId = newUuid7(SystemClock().now());
        m_head = wireHead(response, m_request, m_keepAlive);
        m_body = m_request.method == Method::Head ? QByteArray() : std::move(response.body);
        note(response.status);
        const std::array<asio::const_buffer, 2> parts{
            asio::buffer(m_head.constData(), static_cast<size_t>(m_head.size())),
            asio::buffer(m_body.constData(), static_cast<size_t>(m_body.size()))};
        lowest().expires_after(m_shared.options.writeDeadline);
        asio::async_write(
            m_stream, parts,
            [self = this->shared_from_this()](error_code failed, size_t) { self->onSent(failed); });
    }

    void note(int status) {
        if (!m_shared.options.onAccess)
            return;
        const auto took = std::chrono::steady_clock::now() - m_began;
        m_shared.options.onAccess({nameOf(m_request.method), m_request.route, m_request.requestId,
                                   m_peer, status, m_body.size(),
                                   std::chrono::duration_cast<std::chrono::microseconds>(took)});
    }

    void onSent(error_code failed) {
        if (failed)
            return close();
        if (m_keepAlive)
            return awaitRequest();
        error_code ignored;
        lowest().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        lowest().expires_after(std::chrono::seconds(1));
        m_lingerBudget = 256 * 1024;
        linger();
    }

    // Reads a little of what still comes, so that our last answer is not lost to a reset (RFC 9112
    // §9.6).
    void linger() {
        lowest().async_read_some(asio::buffer(m_trash), [self = this->shared_from_this()](
                                                            error_code failed, size_t bytes) {
            self->m_lingerBudget -= static_cast<qint64>(bytes);
            if (failed || self->m_lingerBudget <= 0)
                return self->close();
            self->linger();
        });
    }

    Shared& m_shared;
    Stream m_stream;
    asio::steady_timer m_answerTimer;
    beast::flat_buffer m_buffer{64 * 1024};
    std::optional<Parser> m_parser;
    std::vector<char> m_piece;
    std::array<char, 2048> m_trash{};
    Request m_request;
    const Route* m_route = nullptr;
    std::weak_ptr<Owed> m_owed;
    std::optional<ClientCertificate> m_client;
    QString m_peer;
    QByteArray m_head;
    QByteArray m_body;
    std::chrono::steady_clock::time_point m_began;
    qint64 m_lingerBudget = 0;
    int m_turn = 0;
    bool m_idle = false;
    bool m_keepAlive = false;
    bool m_answered = false;
};

} // namespace tongban::http
