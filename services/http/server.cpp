// The listener, its threads and TLS; with connection.h the one translation unit that sees Beast.
#include "services/http/connection.h"

#include <QCryptographicHash>
#include <QMutex>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/strand.hpp>
#include <list>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <thread>

namespace tongban::http {

using Tcp = asio::ip::tcp;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

namespace {

QByteArray bytesOf(beast::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool usableRequestId(const QByteArray& id) {
    return id.size() >= 8 && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-' || c == '_';
           });
}

// Lets an expired certificate through the handshake; Request::client.expired tells the application.
int acceptExpired(int ok, X509_STORE_CTX* context) {
    return ok != 0 || X509_STORE_CTX_get_error(context) == X509_V_ERR_CERT_HAS_EXPIRED ? 1 : 0;
}

} // namespace

int readHead(const beast::http::request<beast::http::buffer_body>& head,
             const ServerOptions& options, Request& request) {
    if (head.version() != 11)
        return 505;
    for (const auto& field : head)
        request.headers.add(bytesOf(field.name_string()), bytesOf(field.value()));
    if (const QByteArray id = request.headers.value("Request-Id"); usableRequestId(id))
        request.requestId = QString::fromLatin1(id);
    if (request.headers.all().size() > options.headLines)
        return 431;
    if (request.headers.count("Host") != 1 || request.headers.value("Host").isEmpty())
        return 400;
    const qsizetype lengths = request.headers.count("Content-Length");
    const QByteArray coding = request.headers.value("Transfer-Encoding");
    if (lengths > 1 || request.headers.count("Transfer-Encoding") > 1 ||
        (lengths == 1 && !coding.isEmpty()))
        return 400;
    if (!coding.isEmpty() && coding.compare("chunked", Qt::CaseInsensitive) != 0)
        return 400;
    Result<Target> target = parseTarget(bytesOf(head.target()));
    if (!target.has_value())
        return head.target().size() > 2048 ? 414 : 400;
    request.target = std::move(target).value();
    return 0;
}

std::optional<ClientCertificate> certificateOf(SSL* ssl) {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(ssl),
                                                                  &X509_free);
    if (!certificate)
        return std::nullopt;
    ClientCertificate client;
    char name[256] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name,
                              sizeof name);
    client.commonName = QString::fromUtf8(name);
    unsigned char* der = nullptr;
    const int length = i2d_X509(certificate.get(), &der);
    client.sha256 =
        QCryptographicHash::hash(QByteArrayView(der, length), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    client.expired = X509_cmp_current_time(X509_get0_notAfter(certificate.get())) < 0;
    return client;
}

QByteArray wireHead(const Response& response, const Request& request, bool keepAlive) {
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) +
            "\r\n";
    for (const Header& header : response.headers.all())
        head += header.name + ": " + header.value + "\r\n";
    if (response.status != 204 && response.status != 304)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += "Request-Id: " + request.requestId.toLatin1() + "\r\n";
    head += "Server-Time: " + toIso(SystemClock().now()).toLatin1() + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

struct Server::Engine {
    Shared shared;
    asio::io_context io;
    std::optional<asio::ssl::context> tls;
    Tcp::acceptor acceptor{io};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    std::vector<std::thread> threads;
    QMutex mutex;
    std::list<std::weak_ptr<Closable>> open;

    ~Engine() {
        error_code ignored;
        acceptor.close(ignored);
        work.reset();
        io.stop();
        for (std::thread& thread : threads)
            thread.join();
    }

    Result<void> prepareTls() {
        if (!shared.options.tls)
            return {};
        const TlsFiles& files = *shared.options.tls;
        try {
            tls.emplace(asio::ssl::context::tls_server);
            tls->set_options(asio::ssl::context::default_workarounds |
                             asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
            SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
            SSL_CTX_set_session_id_context(tls->native_handle(),
                                           reinterpret_cast<const unsigned char*>("tongban"), 7);
            tls->use_certificate_chain_file(files.certificate.toStdString());
            tls->use_private_key_file(files.key.toStdString(), asio::ssl::context::pem);
            if (!files.clientAuthority.isEmpty()) {
                tls->load_verify_file(files.clientAuthority.toStdString());
                const int mode = SSL_VERIFY_PEER |
                                 (files.strangersWelcome ? 0 : SSL_VERIFY_FAIL_IF_NO_PEER_CERT);
                tls->set_verify_mode(mode);
                if (files.expiredClientsWelcome)
                    SSL_CTX_set_verify(tls->native_handle(), mode, acceptExpired);
            }
        } catch (const boost::system::system_error& error) {
            return fail(FaultKind::Crypto,
                        QStringLiteral("tls: %1").arg(QLatin1String(error.what())));
        }
        return {};
    }

    Result<void> listen() {
        error_code failed;
        const auto address = asio::ip::make_address(shared.options.address.toStdString(), failed);
        if (failed)
            return fail(FaultKind::Invalid, QStringLiteral("listen: not an address"));
        const Tcp::endpoint endpoint(address, shared.options.port);
        acceptor.open(endpoint.protocol(), failed);
        if (!failed)
            acceptor.set_option(Tcp::acceptor::reuse_address(true), failed);
        if (!failed)
            acceptor.bind(endpoint, failed);
        if (!failed)
            acceptor.listen(4096, failed);
        if (failed)
            return fail(FaultKind::Conflict, QStringLiteral("listen on port %1: %2")
                                                 .arg(shared.options.port)
                                                 .arg(QString::fromStdString(failed.message())));
        return {};
    }

    void accept() {
        acceptor.async_accept(asio::make_strand(io), [this](error_code failed, Tcp::socket socket) {
            if (failed == asio::error::operation_aborted || !acceptor.is_open())
                return;
            if (!failed && shared.connections < shared.options.mostConnections)
                adopt(std::move(socket));
            accept(); // a refused socket is closed by its destructor
        });
    }

    void adopt(Tcp::socket socket) {
        if (tls)
            enrol(std::make_shared<Connection<TlsStream>>(
                shared, beast::tcp_stream(std::move(socket)), *tls));
        else
            enrol(std::make_shared<Connection<beast::tcp_stream>>(shared, std::move(socket)));
    }

    template <typename Pointer>
    void enrol(const Pointer& connection) {
        {
            const QMutexLocker lock(&mutex);
            if (open.size() > 64 && open.size() > 2 * static_cast<size_t>(shared.connections))
                open.remove_if([](const auto& weak) { return weak.expired(); });
            open.push_back(connection);
        }
        connection->start();
    }
};

Server::Server(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine)) {}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Router router) {
    auto engine = std::make_unique<Engine>();
    engine->shared.options = std::move(options);
    engine->shared.router = std::move(router);
    TRY(engine->prepareTls());
    TRY(engine->listen());
    engine->accept();
    for (int i = 0; i < engine->shared.options.threads; ++i)
        engine->threads.emplace_back([io = &engine->io] { io->run(); });
    return std::unique_ptr<Server>(new Server(std::move(engine)));
}

quint16 Server::port() const {
    error_code ignored;
    return m_engine->acceptor.local_endpoint(ignored).port();
}

int Server::connections() const {
    return m_engine->shared.connections;
}

bool Server::drain(std::chrono::milliseconds patience) {
    m_engine->shared.draining = true;
    asio::post(m_engine->io, [engine = m_engine.get()] {
        error_code ignored;
        engine->acceptor.close(ignored);
    });
    {
        const QMutexLocker lock(&m_engine->mutex);
        for (const auto& weak : m_engine->open) {
            if (const auto connection = weak.lock())
                connection->closeIfIdle();
        }
    }
    const auto until = std::chrono::steady_clock::now() + patience;
    while (connections() > 0 && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return connections() == 0;
}

} // namespace tongban::http
