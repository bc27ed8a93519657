// Bars of the central service's reliability: nothing lost, nothing doubled, quick enough.
#include "app/cli/bar.h"
#include "services/storage/database.h"
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <QRandomGenerator>
#include <algorithm>
#include <mutex>
#include <sys/resource.h>
#include <thread>

namespace tongban::cli {

namespace {

using test::Answer;
using test::askOnce;
using test::CentralProcess;
using test::DraftApplication;
using test::KioskDouble;
using test::LoopbackClient;
using Steady = std::chrono::steady_clock;

const QStringList unhurried{QStringLiteral("--device-rate"), QStringLiteral("1000000"),
                            QStringLiteral("--stranger-rate"), QStringLiteral("1000000")};

bool ready(CentralProcess& central, KioskDouble& kiosk) {
    return central.start() &&
           kiosk.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(kiosk.key))
                   .status == 200;
}

// Applications without materials: what is measured is the manifest's way.
QList<DraftApplication> drafts(KioskDouble& kiosk, int count) {
    QList<DraftApplication> all;
    for (int i = 0; i < count; ++i) {
        DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
        draft.blobs.clear();
        draft.manifest.blobs.clear();
        draft.bytes = *protocol::signManifest(draft.manifest, kiosk.key);
        all.append(std::move(draft));
    }
    return all;
}

int putOn(LoopbackClient& client, const KioskDouble& kiosk, const DraftApplication& draft) {
    return client
        .ask("PUT", "/v1/applications/" + draft.manifest.id.toLatin1(), draft.bytes,
             {kiosk.authorization})
        .status;
}

// Every acknowledged id exactly once among the "stored" events, and the numbers without a gap.
struct FeedCheck {
    QHash<QString, int> stored;
    qint64 gaps = 0;
};
FeedCheck readWholeFeed(const KioskDouble& kiosk) {
    FeedCheck check;
    qint64 after = 0;
    while (true) {
        const auto page = protocol::readFeedPage(
            askOnce(kiosk.port, "GET",
                    "/v1/device/feed?limit=500&after=" + QByteArray::number(after), {},
                    {kiosk.authorization})
                .body);
        if (!page.has_value() || page->events.isEmpty())
            return check;
        for (const protocol::FeedEvent& event : page->events) {
            check.gaps += event.sequence == after + 1 ? 0 : 1;
            after = event.sequence;
            if (event.kind == QLatin1String("stored"))
                ++check.stored[event.application];
        }
    }
}

double percentile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<size_t>(static_cast<double>(values.size()) * part))];
}

// ---- rel-dup

BarOutcome relDup() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return {false, {{QStringLiteral("why"), QStringLiteral("central did not start")}}, {}};
    const QList<DraftApplication> all = drafts(kiosk, 200);
    QRandomGenerator random(1);
    QList<int> order;
    for (int i = 0; i < all.size(); ++i) {
        for (int times = random.bounded(1, 4); times > 0; --times)
            order.append(i);
    }
    std::shuffle(order.begin(), order.end(), random);
    QHash<int, QByteArray> answers;
    int dropped = 0;
    for (const int i : order) {
        LoopbackClient client(kiosk.port);
        const QByteArray head = "PUT /v1/applications/" + all[i].manifest.id.toLatin1() +
                                " HTTP/1.1\r\nHost: a\r\n" + kiosk.authorization +
                                "\r\nContent-Length: " + QByteArray::number(all[i].bytes.size()) +
                                "\r\n\r\n";
        client.send(head + all[i].bytes);
        if (random.bounded(5) == 0) { // the answer is lost on the way
            ++dropped;
            continue;
        }
        const Answer answer = client.receive();
        findings.expect(answer.status == 201 || answer.status == 200,
                        QStringLiteral("status %1").arg(answer.status));
        findings.expect(!answers.contains(i) || answers.value(i) == answer.body,
                        QStringLiteral("another answer the second time"));
        answers.insert(i, answer.body);
    }
    for (int i = 0; i < all.size(); ++i) {
        DraftApplication bent = all[i];
        ++bent.manifest.filledAt.mono;
        bent.bytes = *protocol::signManifest(bent.manifest, kiosk.key);
        findings.expect(kiosk.put(all[i]).status / 100 == 2,
                        QStringLiteral("not there at the end"));
        findings.expect(kiosk.put(bent).status == 422, QStringLiteral("changed bytes accepted"));
    }
    const FeedCheck feed = readWholeFeed(kiosk);
    for (const DraftApplication& draft : all)
        findings.expect(
            feed.stored.value(draft.manifest.id) == 1,
            QStringLiteral("stored %1 times").arg(feed.stored.value(draft.manifest.id)));
    findings.expect(feed.gaps == 0, QStringLiteral("gaps in the feed"));
    return findings.outcome({{QStringLiteral("sent"), order.size() + 2 * all.size()},
                             {QStringLiteral("answers_dropped"), dropped},
                             {QStringLiteral("effects"), feed.stored.size()}});
}

// ---- rel-kill9-central: the process dies at random points while four kiosks deliver.

struct Delivery {
    std::mutex guard;
    QSet<QString> acknowledged;
    std::atomic<bool> stop{false};
};

void deliverUntilStopped(const KioskDouble& kiosk, const QList<DraftApplication>& mine,
                         Delivery& delivery) {
    for (const DraftApplication& draft : mine) {
        while (!delivery.stop) {
            LoopbackClient client(kiosk.port);
            const int status = client.connected() ? putOn(client, kiosk, draft) : 0;
            if (status == 200 || status == 201) {
                const std::lock_guard lock(delivery.guard);
                delivery.acknowledged.insert(draft.manifest.id);
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
}

BarOutcome relKill9Central() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return {false, {{QStringLiteral("why"), QStringLiteral("central did not start")}}, {}};
    QList<QList<DraftApplication>> shares;
    for (int i = 0; i < 4; ++i)
        shares.append(drafts(kiosk, 2'000));
    Delivery delivery;
    std::vector<std::thread> kiosks;
    for (const auto& share : shares)
        kiosks.emplace_back(
            [&kiosk, &share, &delivery] { deliverUntilStopped(kiosk, share, delivery); });
    QRandomGenerator random(9);
    int kills = 0;
    const auto until = Steady::now() + std::chrono::seconds(40);
    while (Steady::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(30, 300)));
        central.kill9();
        ++kills;
        if (!central.start()) {
            findings.expect(false, QStringLiteral("did not start again after kill %1").arg(kills));
            break;
        }
    }
    delivery.stop = true;
    for (std::thread& thread : kiosks)
        thread.join();
    const FeedCheck feed = readWholeFeed(kiosk);
    for (const QString& id : std::as_const(delivery.acknowledged))
        findings.expect(feed.stored.value(id) == 1,
                        QStringLiteral("acknowledged, stored %1 times").arg(feed.stored.value(id)));
    for (const int times : feed.stored)
        findings.expect(times == 1, QStringLiteral("doubled"));
    findings.expect(feed.gaps == 0, QStringLiteral("gaps in the feed"));
    findings.expect(kills >= 40, QStringLiteral("only %1 kills").arg(kills));
    return findings.outcome({{QStringLiteral("kills"), kills},
                             {QStringLiteral("acknowledged"), delivery.acknowledged.size()},
                             {QStringLiteral("stored"), feed.stored.size()}});
}

// ---- rel-load

// What the disk gives: one statement a transaction, synchronous FULL, the manifest's size.
double rawPerSecond(qsizetype bytes) {
    QTemporaryDir folder;
    auto database = storage::Database::open(folder.filePath(QStringLiteral("raw.db")));
    if (!database.has_value() ||
        !database->execute(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)"))
             .has_value())
        return 0;
    const QByteArray body(bytes, 'x');
    int done = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 3000)
        done += database->run(QStringLiteral("INSERT INTO t (body) VALUES (?)"), body).has_value()
                    ? 1
                    : 0;
    return done * 1000.0 / static_cast<double>(timer.elapsed());
}

struct Load {
    double perSecond = 0;
    double p99 = 0;
    int refused = 0;
};

// `clients` connections; with a pace, so many requests a second in all, else as fast as they are
// answered.
Load press(const KioskDouble& kiosk, const QList<DraftApplication>& work, int clients, int pace) {
    std::atomic<int> next{0};
    std::atomic<int> refused{0};
    std::mutex guard;
    std::vector<double> latencies;
    const auto start = Steady::now();
    std::vector<std::thread> threads;
    for (int c = 0; c < clients; ++c) {
        threads.emplace_back([&] {
            LoopbackClient client(kiosk.port);
            std::vector<double> mine;
            for (int i = next++; i < work.size(); i = next++) {
                if (pace > 0)
                    std::this_thread::sleep_until(start +
                                                  std::chrono::milliseconds(1000LL * i / pace));
                const auto sent = Steady::now();
                refused += putOn(client, kiosk, work[i]) == 201 ? 0 : 1;
                mine.push_back(
                    std::chrono::duration<double, std::milli>(Steady::now() - sent).count());
            }
            const std::lock_guard lock(guard);
            latencies.insert(latencies.end(), mine.begin(), mine.end());
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(Steady::now() - start).count();
    return {static_cast<double>(work.size()) / seconds, percentile(latencies, 0.99), refused};
}

qint64 residentKiB(qint64 pid) {
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

BarOutcome relLoad() {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return {false, {{QStringLiteral("why"), QStringLiteral("central did not start")}}, {}};
    const QList<DraftApplication> fast = drafts(kiosk, 6'000);
    const QList<DraftApplication> calm = drafts(kiosk, 1'000);
    const double raw = rawPerSecond(fast.first().bytes.size());
    const Load full = press(kiosk, fast, 32, 0);
    QElapsedTimer settle; // the worker opens what came; the calm hour begins after it
    settle.start();
    while (settle.elapsed() < 15'000 &&
           !askOnce(kiosk.port, "GET", "/v1/device/feed?limit=1&after=11990", {},
                    {kiosk.authorization})
                .body.contains("events\":[{"))
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const Load steady = press(kiosk, calm, 16, 100);
    std::vector<std::unique_ptr<LoopbackClient>> held;
    const auto last = protocol::readFeedPage(kiosk.feed(0).body);
    for (int i = 0; i < 4'000; ++i) {
        held.push_back(std::make_unique<LoopbackClient>(kiosk.port));
        held.back()->send("GET /v1/device/feed?wait=50&after=" +
                          QByteArray::number(last.has_value() ? last->last : 0) +
                          " HTTP/1.1\r\nHost: a\r\n" + kiosk.authorization + "\r\n\r\n");
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const qint64 resident = residentKiB(central.pid());
    findings.expect(full.refused + steady.refused == 0,
                    QStringLiteral("%1 refused").arg(full.refused + steady.refused));
    findings.expect(full.perSecond >= 500, QStringLiteral("fewer than 500 a second"));
    findings.expect(full.perSecond >= 0.4 * raw,
                    QStringLiteral("less than 40 % of the raw figure"));
    findings.expect(steady.p99 <= 100, QStringLiteral("p99 at 100/s over 100 ms"));
    findings.expect(resident <= 200 * 1024,
                    QStringLiteral("4,000 held polls take more than 200 MiB"));
    return findings.outcome({{QStringLiteral("raw_per_s"), qRound(raw)},
                             {QStringLiteral("accepted_per_s"), qRound(full.perSecond)},
                             {QStringLiteral("ratio"), full.perSecond / raw},
                             {QStringLiteral("p99_ms_at_100"), steady.p99},
                             {QStringLiteral("held_polls_rss_mib"), resident / 1024}});
}

} // namespace

QList<Bar> centralReliabilityBars() {
    return {{"rel-dup-central",
             "every request sent 1 to 3 times, reordered, a fifth of the answers lost: each effect "
             "once",
             relDup},
            {"rel-kill9-central",
             "the central service killed at random under load: acknowledged = stored, once",
             relKill9Central},
            {"rel-load",
             "accepted/s ≥ 500 and ≥ 40 % of the raw disk figure, p99 ≤ 100 ms at 100/s, 4,000 "
             "held polls ≤ 200 MiB",
             relLoad}};
}

} // namespace tongban::cli
