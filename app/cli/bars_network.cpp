// Bars of the line between kiosk and central service: cut, slow, lossy, the other side asleep.
#include "app/cli/bar_central.h"
#include "app/cli/private_network.h"
#include "services/storage/storage_thread.h"
#include "services/sync/backoff.h"
#include "services/sync/case_outbox.h"
#include "services/sync/central_client.h"
#include "services/sync/qt_schedule.h"
#include "services/sync/sync_engine.h"
#include "tests/support/hand_in.h"

#include <QEventLoop>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>
#include <csignal>

namespace tongban::cli {

namespace {

using namespace std::chrono_literals;
using test::CentralProcess;
using test::DraftApplication;
using test::KioskDouble;

void spin(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

// What went over the line, lane by lane.
struct Traffic {
    qint64 patched = 0;           // octets of pieces
    qint64 largest = 0;           // piece
    QHash<QByteArray, int> under; // calls under way
    int mostAtOnce = 0;
};

class WatchedPort final : public sync::CentralPort {
public:
    // `loss`: this part of the answers never arrives, where the kernel cannot lose packets.
    WatchedPort(sync::CentralPort& inner, Traffic& traffic, double loss)
        : m_inner(inner)
        , m_traffic(traffic)
        , m_loss(loss) {}
    void send(const sync::Call& call, std::function<void(sync::Answer)> done) override {
        const QByteArray lane = call.path.split('/').value(2);
        if (call.method == "PATCH") {
            m_traffic.patched += call.body.size();
            m_traffic.largest = qMax<qint64>(m_traffic.largest, call.body.size());
        }
        m_traffic.mostAtOnce = qMax(m_traffic.mostAtOnce, ++m_traffic.under[lane]);
        m_inner.send(call, [this, lane, done = std::move(done)](sync::Answer answer) {
            --m_traffic.under[lane];
            const bool lost = QRandomGenerator::global()->generateDouble() < m_loss;
            done(lost ? sync::Answer{} : std::move(answer));
        });
    }

private:
    sync::CentralPort& m_inner;
    Traffic& m_traffic;
    double m_loss;
};

// A kiosk below its screen whose calls are watched.
class WatchedMachine {
public:
    WatchedMachine(const QString& file, const KioskDouble& kiosk, Traffic& traffic, double loss = 0)
        : m_storage(
              storage::StorageThread::start(file, *storage::readMigrations(QStringLiteral(
                                                      TONGBAN_SOURCE_DIR "/resources/sql/client")))
                  .value())
        , m_client({QUrl(QStringLiteral("http://127.0.0.1:%1").arg(kiosk.port)),
                    kiosk.authorization.mid(22),
                    {}})
        , m_port(m_client, traffic, loss)
        , m_outbox(*m_storage) {
        traffic.under.clear();
        sync::SyncSettings settings;
        settings.backoff = {100ms, 2'000ms};
        settings.feed.waitSeconds = 2;
        settings.pieces = {64 * 1024, 16 * 1024, 256 * 1024};
        m_engine = std::make_unique<sync::SyncEngine>(
            sync::SyncPorts{m_wall, m_schedule, m_port, m_outbox, sync::systemChance(), {}, {}},
            settings);
        m_engine->start();
    }
    sync::SyncEngine& engine() { return *m_engine; }
    bool submit(const DraftApplication& draft) {
        auto done = m_storage->run(
            [draft](storage::Database& db) -> Result<bool> { return test::handIn(db, draft); });
        done.waitForFinished();
        m_engine->submitted();
        return done.result().value_or(false);
    }
    qint64 count(const char* sql) {
        auto counted = m_storage->run([sql](storage::Database& db) {
            return db.first(QString::fromLatin1(sql),
                            [](const storage::Statement& row) { return row.integer(0); });
        });
        counted.waitForFinished();
        return counted.result().value_or(std::optional<qint64>()).value_or(-1);
    }
    qint64 confirmed() {
        return count("SELECT count(*) FROM application WHERE state = 'confirmed'");
    }

private:
    SystemClock m_wall;
    std::unique_ptr<storage::StorageThread> m_storage;
    sync::QtSchedule m_schedule;
    sync::CentralClient m_client;
    WatchedPort m_port;
    sync::CaseOutbox m_outbox;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

DraftApplication draftOf(KioskDouble& kiosk, qsizetype size) {
    DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
    draft.blobs = {crypto::randomBytes(size)};
    draft.manifest.blobs[0].hash = crypto::sha256(draft.blobs[0]);
    draft.manifest.blobs[0].size = size;
    draft.bytes = *protocol::signManifest(draft.manifest, kiosk.key);
    return draft;
}

bool waitFor(const std::function<bool()>& done, std::chrono::seconds patience) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < std::chrono::milliseconds(patience).count())
        spin(50ms);
    return done();
}

// ---- rel-partition

BarOutcome partition() {
    QLoggingCategory::setFilterRules(QStringLiteral("tongban.sync=false"));
    PrivateNetwork network;
    if (!network.made())
        return {false, {}, PrivateNetwork::missing()};
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("kiosk.db"));
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    if (!network.slow(QStringLiteral("6mbit")))
        return {false, {}, QStringLiteral("tc (package iproute2)")};
    Traffic traffic;
    Findings findings;
    auto machine = std::make_unique<WatchedMachine>(file, kiosk, traffic);
    QList<DraftApplication> all;
    qint64 size = 0;
    constexpr int cuts = 20;
    for (int cut = 0; cut < cuts; ++cut) {
        for (int i = 0; i < 2; ++i) {
            all.append(draftOf(kiosk, 600'000));
            size += all.last().blobs.first().size();
            findings.expect(machine->submit(all.last()), QStringLiteral("hand in"));
        }
        spin(std::chrono::milliseconds(900 + cut % 5 * 150));
        network.setUp(false);
        if (cut % 4 == 3) { // and the kiosk is switched off and on meanwhile
            machine.reset();
            machine = std::make_unique<WatchedMachine>(file, kiosk, traffic);
        }
        spin(std::chrono::milliseconds(500 + cut % 3 * 400));
        network.setUp(true);
    }
    network.ordinary();
    const bool drained = waitFor([&] { return machine->confirmed() == all.size(); }, 60s);
    int lost = 0;
    for (const DraftApplication& one : std::as_const(all))
        lost += kiosk.put(one).status == 200 ? 0 : 1;
    const qint64 doubled = machine->count("SELECT count(*) - count(DISTINCT application) FROM "
                                          "inbox WHERE kind = 'stored'");
    const qint64 resent = traffic.patched - size;
    // The control: while the line is cut nothing arrives.
    network.setUp(false);
    findings.expect(machine->submit(draftOf(kiosk, 1'000)), QStringLiteral("hand in when cut"));
    spin(2s);
    const qint64 through = machine->confirmed() - all.size();
    network.setUp(true);
    findings.expect(through == 0, QStringLiteral("the control: the cut does not cut"));
    findings.expect(drained, QStringLiteral("the queue did not drain"));
    findings.expect(lost == 0 && doubled == 0, QStringLiteral("lost or doubled"));
    findings.expect(machine->count("SELECT max(dseq) - count(*) FROM inbox") == 0,
                    QStringLiteral("status events are missing"));
    findings.expect(resent <= 2LL * cuts * traffic.largest, QStringLiteral("too much sent again"));
    return findings.outcome({{QStringLiteral("cuts"), cuts},
                             {QStringLiteral("applications"), all.size()},
                             {QStringLiteral("lost"), lost},
                             {QStringLiteral("doubled"), doubled},
                             {QStringLiteral("resent_kib"), resent / 1024},
                             {QStringLiteral("resent_per_cut_pieces"),
                              static_cast<double>(resent) / cuts /
                                  static_cast<double>(qMax<qint64>(1, traffic.largest))}});
}

// ---- rel-slow

// How long the thread of the pages was not listening.
class Heartbeat {
public:
    Heartbeat() {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(5);
    }
    double p99() const { return percentile(m_gaps, 0.99); }
    double worst() const { return percentile(m_gaps, 1); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

// Full jitter: uniform below min(300 s, 1 s · 2^n), within one per cent.
bool scheduleHolds() {
    bool good = true;
    const sync::BackoffSettings standard;
    for (int n = 0; n < 20; ++n) {
        const double top = std::min(300'000.0, 1'000.0 * std::pow(2.0, n));
        const auto most = sync::backoffDelay(
            n, [] { return 0.999'999; }, {}, standard);
        double sum = 0;
        const sync::Chance chance = sync::systemChance();
        for (int i = 0; i < 40'000; ++i)
            sum += static_cast<double>(sync::backoffDelay(n, chance, {}, standard).count());
        good = good && std::abs(static_cast<double>(most.count()) / top - 1) < 0.01 &&
               std::abs(sum / 40'000 / (top / 2) - 1) < 0.02;
    }
    return good;
}

BarOutcome slow() {
    QLoggingCategory::setFilterRules(QStringLiteral("tongban.sync=false"));
    PrivateNetwork network;
    if (!network.made())
        return {false, {}, PrivateNetwork::missing()};
    const QTemporaryDir folder;
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    if (!network.slow(QStringLiteral("64kbit")))
        return {false, {}, QStringLiteral("tc (package iproute2)")};
    const bool lossy = network.loseOneIn(20); // not every kernel can
    Traffic traffic;
    Findings findings;
    WatchedMachine machine(folder.filePath(QStringLiteral("kiosk.db")), kiosk, traffic,
                           lossy ? 0 : 0.05);
    std::vector<double> submits;
    Heartbeat heart;
    int all = 0;
    for (int i = 0; i < 12; ++i) {
        const DraftApplication draft = draftOf(kiosk, 12'000);
        QElapsedTimer timer;
        timer.start();
        findings.expect(machine.submit(draft), QStringLiteral("hand in"));
        submits.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        ++all;
        if (i == 3)
            ::kill(static_cast<pid_t>(central.pid()), SIGSTOP); // asleep for 30 s
        spin(i >= 3 && i < 9 ? 5'000ms : 1'500ms);
        if (i == 8)
            ::kill(static_cast<pid_t>(central.pid()), SIGCONT);
    }
    const double p99 = heart.p99();
    QThread::msleep(250); // the control: a block of the page's thread is seen
    spin(50ms);
    const double control = heart.worst();
    network.ordinary();
    const bool drained = waitFor([&] { return machine.confirmed() == all; }, 60s);
    findings.expect(p99 <= 100, QStringLiteral("the page's thread stood still"));
    findings.expect(percentile(submits, 1) <= 300, QStringLiteral("handing in took over 300 ms"));
    findings.expect(traffic.mostAtOnce == 1, QStringLiteral("two calls of one lane at once"));
    findings.expect(scheduleHolds(), QStringLiteral("the back-off is not the specified one"));
    findings.expect(drained, QStringLiteral("the queue did not drain"));
    findings.expect(control >= 200, QStringLiteral("the control was not seen"));
    return findings.outcome(
        {{QStringLiteral("page_p99_ms"), p99},
         {QStringLiteral("submit_max_ms"), percentile(submits, 1)},
         {QStringLiteral("calls_at_once"), traffic.mostAtOnce},
         {QStringLiteral("loss_of"), lossy ? QStringLiteral("packets") : QStringLiteral("answers")},
         {QStringLiteral("control_ms"), control}});
}

} // namespace

QList<Bar> networkBars() {
    return {
        {"rel-partition",
         "the line is cut 20 times during uploads: nothing lost, little sent again", partition},
        {"rel-slow",
         "64 kbit/s, 5 % loss, the central service asleep for 30 s: the pages never wait", slow},
    };
}

} // namespace tongban::cli
