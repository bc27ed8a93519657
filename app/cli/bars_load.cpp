// Bars of load: how much the central service takes in beside what its store alone could.
#include "app/cli/bar_central.h"
#include "services/storage/database.h"

#include <QRegularExpression>
#include <mutex>
#include <thread>

namespace tongban::cli {

namespace {

using test::askOnce;
using test::CentralProcess;
using test::DraftApplication;
using test::KioskDouble;
using test::LoopbackClient;
using Steady = std::chrono::steady_clock;

// What the disk gives: one statement a transaction, synchronous FULL, the manifest's size.
double rawSqlite(qsizetype bytes) {
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

// The same on PostgreSQL, by its own bench: one statement a transaction on as many connections as
// the central service has.
double rawPostgres(const QString& where, qsizetype bytes) {
    const QString bin = QStringLiteral("/usr/lib/postgresql/15/bin/");
    QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("insert.sql")));
    QProcess psql;
    psql.start(QStringLiteral("psql"),
               {where, QStringLiteral("-qc"),
                QStringLiteral("CREATE TABLE raw (id bigserial PRIMARY KEY, body bytea)")});
    psql.waitForFinished(10'000);
    if (!script.open(QIODevice::WriteOnly))
        return 0;
    script.write("INSERT INTO raw (body) VALUES (decode(repeat('ab', " + QByteArray::number(bytes) +
                 "), 'hex'));\n");
    script.close();
    QProcess bench;
    bench.start(bin + QStringLiteral("pgbench"),
                {QStringLiteral("-n"), QStringLiteral("-M"), QStringLiteral("prepared"),
                 QStringLiteral("-c"), QStringLiteral("4"), QStringLiteral("-j"),
                 QStringLiteral("2"), QStringLiteral("-T"), QStringLiteral("4"),
                 QStringLiteral("-f"), script.fileName(), where});
    bench.waitForFinished(20'000);
    static const QRegularExpression figure(QStringLiteral("tps = ([0-9.]+)"));
    return figure.match(QString::fromUtf8(bench.readAllStandardOutput())).captured(1).toDouble();
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
    threads.reserve(static_cast<size_t>(clients));
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

BarOutcome load(CentralProcess& central, const std::function<double(qsizetype)>& rawPerSecond) {
    raiseFileLimit();
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return notStarted();
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
    findings.expect(raw > 0, QStringLiteral("no raw figure to compare with"));
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

BarOutcome loadOnSqlite() {
    CentralProcess central(unhurried);
    return load(central, rawSqlite);
}

// Flushed to the disk like a district's, unlike the databases of quick tests.
BarOutcome loadOnPostgres() {
    if (!test::PostgresProcess::installed())
        return {false, {}, QStringLiteral("postgresql-15")};
    test::PostgresProcess postgres;
    if (!postgres.start(true) || !postgres.createDatabase(QStringLiteral("central")))
        return {false, {{QStringLiteral("why"), QStringLiteral("postgresql did not start")}}, {}};
    const QString where = postgres.connection(QStringLiteral("central"));
    CentralProcess central(unhurried + QStringList{QStringLiteral("--postgres"), where});
    return load(central, [&](qsizetype bytes) { return rawPostgres(where, bytes); });
}

} // namespace

QList<Bar> loadBars() {
    constexpr char promise[] = "accepted/s ≥ 500 and ≥ 40 % of the raw figure of the store, p99 ≤ "
                               "100 ms at 100/s, 4,000 held polls ≤ 200 MiB";
    return {{"rel-load", promise, loadOnSqlite}, {"rel-load-postgresql", promise, loadOnPostgres}};
}

} // namespace tongban::cli
