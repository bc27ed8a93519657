// Bars of the door: who drips, and who sends what no honest program would, harms nobody.
#include "app/cli/bar_central.h"
#include "services/http/server.h"

#include <QThread>
#include <thread>

namespace tongban::cli {

namespace {

using test::CentralProcess;
using test::KioskDouble;
using test::LoopbackClient;

using Slow = std::vector<std::unique_ptr<LoopbackClient>>;

Slow slowConnections(quint16 port, int count) {
    Slow slow;
    for (int i = 0; i < count; ++i) {
        slow.push_back(std::make_unique<LoopbackClient>(port));
        slow.back()->send("GET /v1/staff/me HTTP/1.1\r\nX-Slow: ");
    }
    return slow;
}

int stillOpen(const Slow& slow) {
    int open = 0;
    for (const auto& client : slow)
        open += client->closedWithin(20) ? 0 : 1;
    return open;
}

// A good client at work until told to stop: an application each time on a connection of its own.
struct GoodClient {
    std::atomic<bool> stop{false};
    std::vector<double> latencies;
    int refused = 0;

    void work(KioskDouble& kiosk) {
        while (!stop) {
            test::DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
            draft.manifest.blobs.clear();
            draft.bytes = *protocol::signManifest(draft.manifest, kiosk.key);
            QElapsedTimer timer;
            timer.start();
            refused += kiosk.put(draft).status == 201 ? 0 : 1;
            latencies.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QThread::msleep(10);
        }
    }
};

// The control: the same attack on a server without a deadline stays open, so the count can find it.
int openWithoutDeadline() {
    http::ServerOptions options;
    options.headDeadline = std::chrono::hours(1);
    const auto server = http::Server::start(options, http::Router());
    if (!server.has_value())
        return 0;
    const Slow slow = slowConnections((*server)->port(), 20);
    QThread::sleep(6);
    return stillOpen(slow);
}

BarOutcome slowClients() {
    raiseFileLimit();
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    GoodClient good;
    std::thread working([&] { good.work(kiosk); });
    const Slow slow = slowConnections(central.port(), 1'000);
    for (int second = 0; second < 9; ++second) {
        for (const auto& client : slow)
            client->send("x");
        QThread::sleep(1);
    }
    good.stop = true;
    working.join();
    const int open = stillOpen(slow);
    const int control = openWithoutDeadline();
    const double p99 = percentile(good.latencies, 0.99);
    Findings findings;
    findings.expect(good.refused == 0, QStringLiteral("%1 good refused").arg(good.refused));
    findings.expect(good.latencies.size() > 100, QStringLiteral("the good client hardly came on"));
    findings.expect(p99 <= 100, QStringLiteral("p99 of the good client over 100 ms"));
    findings.expect(open == 0, QStringLiteral("%1 slow connections still open").arg(open));
    findings.expect(control == 20, QStringLiteral("the control without a deadline was closed"));
    return findings.outcome(
        {{QStringLiteral("slow"), 1'000},
         {QStringLiteral("open_after"), open},
         {QStringLiteral("good_requests"), static_cast<qint64>(good.latencies.size())},
         {QStringLiteral("p99_ms"), p99},
         {QStringLiteral("control_open"), control}});
}

struct Malformed {
    const char* name;
    QByteArray bytes;
};

// The ten of sync.md §6.1 and what smugglers try besides, at a route that takes a body.
QList<Malformed> malformedRequests(const QByteArray& who) {
    const QByteArray get = "GET /v1/device/feed HTTP/1.1\r\nHost: a\r\n" + who + "\r\n";
    const QByteArray post = "POST /v1/device/report HTTP/1.1\r\nHost: a\r\n" + who + "\r\n";
    QByteArray lines;
    for (int i = 0; i < 20'000; ++i)
        lines += "A: b\r\n";
    return {
        {"64 KiB header", get + "X: " + QByteArray(65'536, 'x') + "\r\n\r\n"},
        {"20,000 headers", get + lines + "\r\n"},
        {"length of 10 GiB", post + "Content-Length: 10737418240\r\n\r\n"},
        {"length and chunked",
         post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"},
        {"negative length", post + "Content-Length: -1\r\n\r\n"},
        {"NUL in a header", get + QByteArray("X: a\0b\r\n\r\n", 10)},
        {"no host", "GET /v1/device/feed HTTP/1.1\r\n" + who + "\r\n\r\n"},
        {"two hosts", get + "Host: b\r\n\r\n"},
        {"space before the colon", get + "X : a\r\n\r\n"},
        {"bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"},
        {"unknown coding", post + "Transfer-Encoding: gzip, chunked, x\r\n\r\n"},
        {"absolute form", "GET http://a/v1/device/feed HTTP/1.1\r\nHost: a\r\n" + who + "\r\n\r\n"},
        {"dots in the path", "GET /v1/%2e%2e/v1/device/feed HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"HTTP/1.0", "GET /v1/device/feed HTTP/1.0\r\nHost: a\r\n" + who + "\r\n\r\n"},
        {"TLS on a plain port",
         QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15)},
    };
}

BarOutcome malformed() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    GoodClient good;
    std::thread working([&] { good.work(kiosk); });
    Findings findings;
    int sent = 0;
    int accepted = 0;
    for (int round = 0; round < 20; ++round) {
        for (const Malformed& one : malformedRequests(kiosk.authorization)) {
            LoopbackClient client(central.port());
            client.send(one.bytes);
            const int status = client.receive(3'000).status;
            ++sent;
            accepted += status >= 200 && status < 400 ? 1 : 0;
            findings.expect(status >= 400 && status != 500,
                            QStringLiteral("%1: %2").arg(QLatin1String(one.name)).arg(status));
            findings.expect(client.closedWithin(3'000),
                            QStringLiteral("%1: left open").arg(QLatin1String(one.name)));
        }
    }
    good.stop = true;
    working.join();
    // The control: what the same eyes see of an honest request is an acceptance.
    LoopbackClient honest(central.port());
    honest.send("GET /v1/device/feed HTTP/1.1\r\nHost: a\r\n" + kiosk.authorization + "\r\n\r\n");
    const int control = honest.receive().status;
    const double p99 = percentile(good.latencies, 0.99);
    findings.expect(control == 200, QStringLiteral("an honest request was refused"));
    findings.expect(good.refused == 0 && p99 <= 100, QStringLiteral("good clients suffered"));
    return findings.outcome({{QStringLiteral("sent"), sent},
                             {QStringLiteral("accepted"), accepted},
                             {QStringLiteral("p99_ms"), p99},
                             {QStringLiteral("control_status"), control}});
}

} // namespace

QList<Bar> httpBars() {
    return {
        {"sec-slow-clients",
         "1,000 connections that drip a byte a second: all closed, good clients' p99 ≤ 100 ms",
         slowClients},
        {"sec-malformed",
         "the ten malformed requests and more: none accepted, good clients' p99 ≤ 100 ms",
         malformed},
    };
}

} // namespace tongban::cli
