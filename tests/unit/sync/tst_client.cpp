// The HTTP client against a small server of our own: absolute deadlines, limits, no redirects,
// every broken answer is "no answer".
#include "services/sync/central_client.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace tongban::sync;
using namespace std::chrono_literals;

namespace {

// Reads one request a connection and does with it what the test says.
class SmallServer : public QTcpServer {
public:
    std::function<void(QTcpSocket*, const QByteArray& request)> answer;
    QList<QByteArray> requests;

    SmallServer() {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            auto text = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text] {
                text->append(socket->readAll());
                if (!whole(*text))
                    return;
                requests.append(*text);
                answer(socket, std::exchange(*text, {}));
            });
        });
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

private:
    static bool whole(const QByteArray& text) {
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const qsizetype at = text.toLower().indexOf("content-length: ");
        const qsizetype length =
            at < 0 || at > end ? 0
                               : text.mid(at + 16, text.indexOf('\r', at) - at - 16).toLongLong();
        return text.size() >= end + 4 + length;
    }
};

} // namespace

class TestClient : public QObject {
    Q_OBJECT

    SmallServer m_server;
    CentralClient m_client{{m_server.url(), "TOKEN", {}}};

    Answer ask(const Call& call) {
        std::optional<Answer> answer;
        int answers = 0;
        m_client.send(call, [&](const Answer& given) {
            answer = given;
            ++answers;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 5'000); }();
        QTest::qWait(20);
        return answers == 1 ? *answer : Answer{-1};
    }
    void answerWith(const QByteArray& text, bool close = true) {
        m_server.answer = [text, close](QTcpSocket* socket, const QByteArray&) {
            socket->write(text);
            if (close)
                socket->disconnectFromHost();
        };
    }

private Q_SLOTS:
    void requestsCarryMethodPathHeadersAndBody() {
        answerWith("HTTP/1.1 204 X\r\nUpload-Offset: 7\r\nContent-Length: 0\r\n\r\n");
        const Answer answer = ask({"PATCH", "/v1/blobs/ab?x=1", {{"Upload-Offset", "0"}}, "12345"});
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.headers.value("upload-offset"), QByteArray("7"));
        const QByteArray request = m_server.requests.last();
        QVERIFY2(request.startsWith("PATCH /v1/blobs/ab?x=1 HTTP/1.1\r\n"), request);
        QVERIFY(request.contains("Authorization: Bearer TOKEN\r\n"));
        QVERIFY(request.contains("Upload-Offset: 0\r\n"));
        QVERIFY(request.endsWith("12345"));
    }

    void refusalsAreAnswers_data() {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 304, 400, 401, 403, 404, 408, 409, 410,
                                 412, 413, 422, 424, 429, 460, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void refusalsAreAnswers() {
        QFETCH(int, status);
        const bool body = status != 304;
        answerWith(
            "HTTP/1.1 " + QByteArray::number(status) +
            " X\r\nRetry-After: 3\r\nContent-Length: " + (body ? "2\r\n\r\nhi" : "0\r\n\r\n"));
        const Answer answer = ask({"GET", "/"});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body ? QByteArray("hi") : QByteArray());
        QCOMPARE(answer.headers.value("retry-after"), QByteArray("3"));
    }

    void redirectsAreNotFollowed() {
        answerWith("HTTP/1.1 302 X\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(ask({"GET", "/"}).status, 302);
    }

    void silenceEndsAtTheDeadline() {
        m_server.answer = [](QTcpSocket*, const QByteArray&) {};
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask({"GET", "/", {}, {}, 300ms}).status, 0);
        QVERIFY(timer.elapsed() < 2'000);
    }

    void aDrippingAnswerEndsAtTheDeadline() {
        m_server.answer = [](QTcpSocket* socket, const QByteArray&) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            auto* drip = new QTimer(socket);
            QObject::connect(drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drip->start(20);
        };
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask({"GET", "/", {}, {}, 400ms}).status, 0);
        QVERIFY(timer.elapsed() >= 350 && timer.elapsed() < 2'000);
    }

    void brokenAnswersAreNone_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123");
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
    }
    void brokenAnswersAreNone() {
        QFETCH(QByteArray, text);
        answerWith(text);
        QCOMPARE(ask({"PUT", "/", {}, "x", 3s}).status, 0);
    }

    void anAnswerOverTheLimitIsNone() {
        std::optional<Answer> answer;
        answerWith("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + QByteArray(5000, 'x'));
        m_client.fetch("/timestamp.json", 1000, [&](const Answer& given) { answer = given; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->status, 0);
    }

    void nobodyThere() {
        CentralClient lonely({QUrl("http://127.0.0.1:9"), {}, {}});
        std::optional<Answer> answer;
        lonely.send({"GET", "/"}, [&](const Answer& given) { answer = given; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->arrived());
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
