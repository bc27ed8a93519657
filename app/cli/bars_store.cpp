// Bars of the store under many writers: no event missed, no task done twice.
#include "app/cli/bar.h"
#include "services/central/devices.h"
#include "services/central/feed.h"
#include "services/central/store.h"
#include "services/central/tasks.h"
#include "tests/support/postgres_process.h"

#include <QRandomGenerator>
#include <QSet>
#include <QThread>
#include <mutex>
#include <thread>

namespace tongban::cli {

namespace {

using central::Sql;
using central::SqlRow;
using central::Store;

// A PostgreSQL of the bar's own and three processes' worth of stores on it.
struct Cluster {
    test::PostgresProcess postgres;
    std::vector<std::unique_ptr<Store>> stores;

    bool start() {
        if (!postgres.start() || !postgres.createDatabase(QStringLiteral("central")))
            return false;
        central::StoreOptions options;
        options.postgres = postgres.connection(QStringLiteral("central"));
        options.migrations = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/central");
        for (int i = 0; i < 3; ++i) {
            auto store = Store::open(options);
            if (!store.has_value())
                return false;
            stores.push_back(std::move(*store));
        }
        return true;
    }
    bool run(const QString& statement) {
        return stores.front()
            ->wait<bool>([statement](Sql& sql) -> Result<bool> {
                TRY(sql.run(statement, {}));
                return true;
            })
            .has_value();
    }
};

BarOutcome broken(const char* why) {
    return {false, {{QStringLiteral("why"), QLatin1String(why)}}, {}};
}

QString plannedDevice(Store& store) {
    const Instant now = SystemClock().now();
    return store
        .wait<QString>([now](Sql& sql) -> Result<QString> {
            TRY_ASSIGN(const central::EnrolmentCode code,
                       central::planDevice(sql, {QStringLiteral("bar")}, now));
            TRY_ASSIGN(const crypto::PrivateKey key,
                       crypto::PrivateKey::generate(crypto::Algorithm::P256));
            TRY_ASSIGN(const central::Enrolment enrolment,
                       central::enrol(sql, {code.code, key.publicKey()}, now));
            return enrolment.device.id;
        })
        .value_or(QString());
}

// ---- rel-cursor

BarOutcome cursor() {
    if (!test::PostgresProcess::installed())
        return {false, {}, QStringLiteral("postgresql-15")};
    Cluster cluster;
    if (!cluster.start())
        return broken("postgresql did not start");
    const QString device = plannedDevice(*cluster.stores.front());
    if (device.isEmpty() ||
        !cluster.run(QStringLiteral("CREATE TABLE naive (n bigserial PRIMARY KEY, dseq bigint)")))
        return broken("no device");
    std::atomic<bool> stop{false};
    std::atomic<qint64> written{0};
    std::vector<std::thread> writers;
    for (size_t i = 0; i < 12; ++i) {
        writers.emplace_back([&, i] {
            while (!stop) {
                // The pause stands between taking a number and COMMIT: there a reader passes.
                const auto done = cluster.stores[i % 3]->wait<bool>([&](Sql& sql) -> Result<bool> {
                    TRY(sql.run(QStringLiteral("INSERT INTO naive (dseq) VALUES (1)"), {}));
                    TRY(sql.run(QStringLiteral("SELECT pg_sleep(random() * 0.004)"), {}));
                    TRY(central::appendEvent(
                        sql, device, {0, QStringLiteral("a"), QStringLiteral("status"), {}, {}}));
                    return true;
                });
                written += done.has_value() ? 1 : 0;
            }
        });
    }
    qint64 after = 0;
    qint64 heard = 0;
    qint64 gaps = 0;
    qint64 naiveAfter = 0;
    qint64 naiveHeard = 0;
    QElapsedTimer timer;
    timer.start();
    bool last = false;
    while (!last) {
        last = stop;
        const auto page = cluster.stores[1]->wait<central::FeedPage>(
            [&](Sql& sql) { return central::readFeed(sql, device, after, 1000); });
        for (const central::FeedEvent& event :
             page.has_value() ? page->events : QList<central::FeedEvent>()) {
            gaps += event.sequence == after + 1 ? 0 : 1;
            after = event.sequence;
            ++heard;
        }
        (void)cluster.stores[2]->wait<bool>([&](Sql& sql) -> Result<bool> {
            TRY(sql.each(QStringLiteral("SELECT n FROM naive WHERE n > ? ORDER BY n"), {naiveAfter},
                         [&](const SqlRow& row) {
                             naiveAfter = row.integer(0);
                             ++naiveHeard;
                         }));
            return true;
        });
        if (!stop && timer.elapsed() > 15'000) {
            stop = true;
            for (std::thread& writer : writers)
                writer.join();
        }
    }
    Findings findings;
    findings.expect(written > 500, QStringLiteral("too little was written"));
    findings.expect(heard == written && gaps == 0, QStringLiteral("the feed missed events"));
    findings.expect(naiveHeard < written, QStringLiteral("the naive control missed nothing"));
    return findings.outcome({{QStringLiteral("written"), static_cast<qint64>(written)},
                             {QStringLiteral("missed"), written - heard},
                             {QStringLiteral("gaps"), gaps},
                             {QStringLiteral("control_missed"), written - naiveHeard}});
}

// ---- rel-claim

struct Work {
    std::mutex guard;
    QHash<QString, int> completed;
    int fenced = 0;
    int stalled = 0;
};

// One worker: claims, sometimes stalls past its lease, completes with the number it was given.
void workUntilDone(Store& store, int number, std::atomic<qint64>& clock, Work& work) {
    QRandomGenerator random(static_cast<quint32>(number));
    central::Subject me;
    me.id = QStringLiteral("w%1").arg(number);
    me.role = central::Role::Clerk;
    me.region = QStringLiteral("440399");
    me.pools = {QStringLiteral("pool")};
    for (int idle = 0; idle < 20;) {
        const auto task = store.wait<std::optional<central::TaskRow>>([&](Sql& sql) {
            return central::claimTask(sql, {me, QStringLiteral("pool"), {}},
                                      Instant(std::chrono::milliseconds(clock.load())));
        });
        if (!task.has_value() || !*task) {
            ++idle;
            clock += 1'000'000; // the leases of the dead run out
            QThread::msleep(5);
            continue;
        }
        idle = 0;
        const int fate = random.bounded(10);
        if (fate == 0)
            continue;    // killed: it never comes back to this task
        if (fate == 1) { // stalled: the lease runs out, another takes over
            clock += 1'000'000;
            QThread::msleep(20);
        }
        const central::TaskRow mine = **task;
        const auto done = store.wait<bool>([&](Sql& sql) -> Result<bool> {
            TRY_ASSIGN(const auto now, central::taskById(sql, mine.id));
            TRY(central::checkLease(*now, me.id, mine.leaseNo));
            TRY_ASSIGN(const qint64 changed,
                       sql.run(QStringLiteral("UPDATE task SET state = 'done' WHERE id = ? AND "
                                              "lease_no = ? AND state = 'leased'"),
                               {mine.id, mine.leaseNo}));
            return changed == 1;
        });
        const std::lock_guard lock(work.guard);
        work.stalled += fate == 1 ? 1 : 0;
        if (done.has_value() && *done)
            ++work.completed[mine.id];
        else
            ++work.fenced;
    }
}

BarOutcome claim() {
    if (!test::PostgresProcess::installed())
        return {false, {}, QStringLiteral("postgresql-15")};
    Cluster cluster;
    constexpr int tasks = 600;
    if (!cluster.start())
        return broken("postgresql did not start");
    const QString device = plannedDevice(*cluster.stores.front());
    const bool filled =
        cluster.run(
            QStringLiteral("INSERT INTO application (id, device, dseq, item, package, state, "
                           "received_at, filled_at, manifest) SELECT 'a' || n, '%1', n, 'i', '', "
                           "'open', 0, 0, ''::bytea FROM generate_series(1, %2) n")
                .arg(device)
                .arg(tasks)) &&
        cluster.run(QStringLiteral(
                        "INSERT INTO task (id, application, step, element, name, pool, region, "
                        "department, due_at, ready_at, state) SELECT 't' || n, 'a' || n, 1, 'e', "
                        "'n', 'pool', '440399', '', n, 0, 'ready' FROM generate_series(1, %1) n")
                        .arg(tasks)) &&
        cluster.run(QStringLiteral(
            "INSERT INTO case_head (application, number, item, title, region, department, "
            "data_class, phase, milestone, applicant, id_tail, opened_at, seq, sealed) SELECT id, "
            "id, 'i', 't', '440399', '', 1, 'received', '', '', ''::bytea, 0, 0, ''::bytea FROM "
            "application"));
    if (!filled)
        return broken("no tasks");
    std::atomic<qint64> clock{1'000'000'000};
    Work work;
    std::vector<std::thread> workers;
    workers.reserve(32);
    for (int i = 0; i < 32; ++i)
        workers.emplace_back([&, i] {
            workUntilDone(*cluster.stores[static_cast<size_t>(i % 3)], i + 1, clock, work);
        });
    for (std::thread& worker : workers)
        worker.join();
    int twice = 0;
    for (const int times : std::as_const(work.completed))
        twice += times > 1 ? 1 : 0;
    Findings findings;
    findings.expect(work.completed.size() == tasks,
                    QStringLiteral("%1 tasks completed").arg(work.completed.size()));
    findings.expect(twice == 0, QStringLiteral("a task was completed twice"));
    findings.expect(work.fenced > 0, QStringLiteral("the control: no stale lease was refused"));
    return findings.outcome({{QStringLiteral("tasks"), work.completed.size()},
                             {QStringLiteral("twice"), twice},
                             {QStringLiteral("stalled"), work.stalled},
                             {QStringLiteral("fenced"), work.fenced}});
}

} // namespace

QList<Bar> storeBars() {
    return {
        {"rel-cursor", "12 writers on PostgreSQL: the feed misses nothing, a naive cursor does",
         cursor},
        {"rel-claim", "32 workers, some killed, some late: each task once, stale leases refused",
         claim},
    };
}

} // namespace tongban::cli
