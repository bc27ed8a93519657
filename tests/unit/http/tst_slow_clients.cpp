// A thousand connections that drip one byte a second: all closed by the absolute deadline, good
// clients unharmed.
#include "services/http/server.h"
#include "tests/support/loopback_client.h"

#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <sys/resource.h>

using namespace tongban;
using namespace tongban::http;
using tongban::test::LoopbackClient;
using namespace std::chrono_literals;

class SlowClientsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slowOnesAreClosedGoodOnesServed() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
        Router router;
        router.add(Method::Get, "/ping", [](const Request&, const Responder& responder) {
            responder.answer(Response::of(200, "text/plain", "pong"));
        });
        ServerOptions options;
        options.headDeadline = 1500ms;
        const auto server = Server::start(options, router);
        QVERIFY(server.has_value());
        std::vector<std::unique_ptr<LoopbackClient>> slow;
        for (int i = 0; i < 1000; ++i) {
            slow.push_back(std::make_unique<LoopbackClient>((*server)->port()));
            QVERIFY(slow.back()->connected());
            slow.back()->send("GET /ping HT");
        }
        QElapsedTimer total;
        total.start();
        std::vector<double> latencies;
        while (total.elapsed() < 3000) {
            if (total.elapsed() < 1500) {
                for (size_t i = latencies.size() % 10; i < slow.size(); i += 10)
                    slow[i]->send("X");
            }
            QElapsedTimer one;
            one.start();
            LoopbackClient good((*server)->port());
            QCOMPARE(good.ask("GET", "/ping").status, 200);
            latencies.push_back(one.nsecsElapsed() / 1e6);
            QTest::qSleep(10);
        }
        std::sort(latencies.begin(), latencies.end());
        const double p99 = latencies[latencies.size() * 99 / 100];
        qInfo("good clients: %zu requests, p50 %.2f ms, p99 %.2f ms", latencies.size(),
              latencies[latencies.size() / 2], p99);
        QVERIFY2(p99 <= 100, qPrintable(QString::number(p99)));
        int open = 0;
        for (const auto& client : slow)
            open += client->closedWithin(50) ? 0 : 1;
        QCOMPARE(open, 0);
    }

    void aSlowBodyMeetsItsDeadline() {
        Router router;
        std::atomic<int> reached{0};
        RouteLimits limits;
        limits.body = 1000;
        limits.bodyDeadline = 300ms;
        router.add(
            Method::Post, "/slow",
            [&](const Request&, const Responder& r) {
                ++reached;
                r.answer({});
            },
            limits);
        const auto server = Server::start({}, router);
        LoopbackClient client((*server)->port());
        client.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
        QVERIFY(client.closedWithin(2000));
        QCOMPARE(reached.load(), 0);
    }

    void tooManyConnectionsAreRefused() {
        Router router;
        router.add(Method::Get, "/ping", [](const Request&, const Responder& r) { r.answer({}); });
        ServerOptions options;
        options.mostConnections = 3;
        const auto server = Server::start(options, router);
        LoopbackClient one((*server)->port());
        LoopbackClient two((*server)->port());
        LoopbackClient three((*server)->port());
        QTRY_COMPARE((*server)->connections(), 3);
        LoopbackClient four((*server)->port());
        QVERIFY(four.closedWithin(1000));
        QCOMPARE(one.ask("GET", "/ping").status, 200);
    }
};

QTEST_GUILESS_MAIN(SlowClientsTest)
#include "tst_slow_clients.moc"
