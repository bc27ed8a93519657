// The server on loopback: ordinary use, the malformed requests of sync.md §6.1, limits, deferred
// answers, drain.
#include "services/http/server.h"
#include "services/http/spool.h"
#include "tests/support/loopback_client.h"

#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace tongban;
using namespace tongban::http;
using tongban::test::Answer;
using tongban::test::askOnce;
using tongban::test::LoopbackClient;
using namespace std::chrono_literals;

class ServerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    QTemporaryDir m_folder;
    std::vector<std::thread> m_threads;
    std::atomic<int> m_reached{0};
    Responder m_kept;

    Router router() {
        Router router;
        router.add(Method::Get, "/ping", [this](const Request&, const Responder& responder) {
            ++m_reached;
            responder.answer(Response::of(200, "text/plain", "pong"));
        });
        router.add(Method::Post, "/echo",
                   [this](const Request& request, const Responder& responder) {
                       ++m_reached;
                       responder.answer(
                           Response::of(200, "application/octet-stream", request.body));
                   },
                   {1024 * 1024});
        router.add(Method::Get, "/later/{ms}",
                   [this](const Request& request, const Responder& responder) {
                       const int wait = request.parameters.value("ms").toInt();
                       m_threads.emplace_back([wait, responder] {
                           std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                           responder.answer(Response::of(200, "text/plain", "later"));
                       });
                   });
        router.add(Method::Get, "/kept",
                   [this](const Request&, const Responder& responder) { m_kept = responder; });
        router.add(Method::Get, "/forgotten", [](const Request&, const Responder&) {});
        RouteLimits streaming;
        streaming.body = 8 * 1024 * 1024;
        streaming.openSink = [this](const Request&) {
            return std::make_shared<Spool>(m_folder.path());
        };
        router.add(
            Method::Patch, "/blob",
            [](const Request& request, const Responder& responder) {
                const auto& spool = static_cast<const Spool&>(*request.sink);
                responder.answer(
                    Response::of(200, "text/plain",
                                 QByteArray::number(spool.size()) + ' ' + spool.sha256().toHex()));
            },
            streaming);
        return router;
    }

    void start(ServerOptions options = {}) {
        auto server = Server::start(std::move(options), router());
        QVERIFY2(server.has_value(),
                 qPrintable(server.has_value() ? QString() : server.error().detail));
        m_server = std::move(server).value();
    }

private Q_SLOTS:
    void init() {
        m_reached = 0;
        start();
    }
    void cleanup() {
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
        m_kept = {};
        m_server.reset();
    }

    void answersAndKeepsTheConnection() {
        LoopbackClient client(m_server->port());
        for (int i = 0; i < 3; ++i) {
            const Answer answer = client.ask("GET", "/ping", {}, {"Request-Id: abcd-1234"});
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray("pong"));
            QCOMPARE(answer.headers.value("request-id"), QByteArray("abcd-1234"));
            QVERIFY(answer.headers.value("server-time").endsWith('Z'));
        }
        QCOMPARE(
            client.ask("GET", "/ping", {}, {"Request-Id: a b"}).headers.value("request-id").size(),
            36);
    }

    void pipelinedRequestsAreAnsweredInOrder() {
        LoopbackClient client(m_server->port());
        client.send("GET /later/80 HTTP/1.1\r\nHost: a\r\n\r\nGET /ping HTTP/1.1\r\nHost: a\r\n\r\n"
                    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nxyz");
        QCOMPARE(client.receive().body, QByteArray("later"));
        QCOMPARE(client.receive().body, QByteArray("pong"));
        QCOMPARE(client.receive().body, QByteArray("xyz"));
    }

    void bodiesStreamAndAreHashed() {
        const QByteArray body(5'000'000, 'x');
        const Answer answer = askOnce(m_server->port(), "PATCH", "/blob", body);
        QCOMPARE(answer.body,
                 QByteArray("5000000 ") +
                     QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
        LoopbackClient client(m_server->port());
        client.send("PATCH /blob HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                    "chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
        QVERIFY(client.receive().body.startsWith("5 2cf24dba"));
    }

    void expectContinueIsHonoured() {
        LoopbackClient client(m_server->port());
        client.send(
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send("ok");
        QCOMPARE(client.receive().body, QByteArray("ok"));
        client.send(
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: coffee\r\n\r\n");
        QCOMPARE(client.receive().status, 417);
    }

    void malformedRequestsReachNobody_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray get = "GET /ping HTTP/1.1\r\nHost: a\r\n";
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: a\r\n";
        QByteArray lines;
        for (int i = 0; i < 20'000; ++i)
            lines += "A: b\r\n";
        QTest::newRow("64 KiB header") << get + "X: " + QByteArray(65'536, 'x') + "\r\n\r\n" << 431;
        QTest::newRow("20,000 headers") << get + lines + "\r\n" << 431;
        QTest::newRow("70 headers") << get + lines.first(6 * 70) + "\r\n" << 431;
        QTest::newRow("length 10 GiB") << post + "Content-Length: 10737418240\r\n\r\n" << 413;
        QTest::newRow("length and chunked")
            << post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("two lengths")
            << post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd" << 400;
        QTest::newRow("the same length twice")
            << post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc" << 400;
        QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("NUL in a header") << get + QByteArray("X: a\0b\r\n\r\n", 10) << 400;
        QTest::newRow("no host") << QByteArray("GET /ping HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two hosts") << get + "Host: b\r\n\r\n" << 400;
        QTest::newRow("space before the colon") << get + "X : a\r\n\r\n" << 400;
        QTest::newRow("bad chunk size")
            << post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("unknown coding") << post + "Transfer-Encoding: gzip, chunked, x\r\n\r\n"
                                        << 400;
        QTest::newRow("HTTP/1.0") << QByteArray("GET /ping HTTP/1.0\r\nHost: a\r\n\r\n") << 505;
        QTest::newRow("absolute form")
            << QByteArray("GET http://a/ping HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("not HTTP") << QByteArray(
                                         "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)
                                  << 400;
        QTest::newRow("escaped path")
            << QByteArray("GET /%2e%2e/ping HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
        QTest::newRow("unknown method")
            << QByteArray("BREW /ping HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
        QTest::newRow("chunked body too large")
            << post + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + QByteArray(0x200000, 'x') +
                   "\r\n0\r\n\r\n"
            << 413;
    }
    void malformedRequestsReachNobody() {
        QFETCH(QByteArray, bytes);
        LoopbackClient client(m_server->port());
        client.send(bytes);
        QTEST(client.receive(3000).status, "status");
        QVERIFY(client.closedWithin(3000));
        QCOMPARE(m_reached.load(), 0);
        QCOMPARE(askOnce(m_server->port(), "GET", "/ping").status, 200);
    }

    void unknownPlacesAndMethods() {
        QCOMPARE(askOnce(m_server->port(), "GET", "/nowhere").status, 404);
        const Answer answer = askOnce(m_server->port(), "DELETE", "/ping");
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.headers.value("allow"), QByteArray("GET"));
    }

    void aForgottenAnswerIsAnError() {
        QCOMPARE(askOnce(m_server->port(), "GET", "/forgotten").status, 500);
    }

    void aClientThatLeavesIsNoticedAndHarmless() {
        {
            LoopbackClient client(m_server->port());
            client.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
            QTRY_VERIFY(!m_kept.answered() && m_server->connections() == 1);
            QTest::qWait(30);
            QVERIFY(!m_kept.abandoned());
        }
        QTRY_VERIFY(m_kept.abandoned());
        m_kept.answer(Response::empty(204));
        m_kept.answer(Response::empty(204));
        m_kept = {};
        QTRY_COMPARE(m_server->connections(), 0);
    }

    void drainLetsTheBusyFinishAndClosesTheIdle() {
        LoopbackClient idle(m_server->port());
        QCOMPARE(idle.ask("GET", "/ping").status, 200);
        LoopbackClient busy(m_server->port());
        busy.send("GET /later/200 HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::qWait(50);
        const quint16 port = m_server->port();
        QVERIFY(m_server->drain(3s));
        QVERIFY(idle.closedWithin(100));
        const Answer answer = busy.receive();
        QCOMPARE(answer.body, QByteArray("later"));
        QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
        QVERIFY(!LoopbackClient(port).connected());
    }
};

QTEST_GUILESS_MAIN(ServerTest)
#include "tst_server.moc"
