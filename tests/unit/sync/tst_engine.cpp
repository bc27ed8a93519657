// Back-off, trusted time and limits by themselves; the engine against a network whose every answer
// the test chooses.
#include "services/crypto/digest.h"
#include "services/sync/backoff.h"
#include "services/sync/simulated_central.h"
#include "services/sync/simulated_disk.h"
#include "services/sync/sync_engine.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::sync;
using namespace std::chrono_literals;

namespace {

const Instant start{1'795'000'000s};

// Answers by the central service unless the test says otherwise for this call.
class ScriptedNetwork final : public CentralPort {
public:
    ScriptedNetwork(SimulatedTime& time, SimulatedCentral& central)
        : m_time(time)
        , m_central(central) {}

    std::function<std::optional<Answer>(const Call&)> script;
    QList<QByteArray> calls; // "PUT /v1/…"
    QList<milliseconds> times;

    void send(const Call& call, std::function<void(Answer)> done) override {
        if (call.method == "GET" && !feed)
            return; // held for ever: these tests look at the other lanes
        calls.append(call.method + ' ' + call.path);
        times.append(m_time.now());
        m_time.after(10ms, [this, call, done] {
            if (script) {
                if (const auto answer = script(call))
                    return done(*answer);
            }
            done(m_central.answer("d", call));
        });
    }
    bool feed = false;

    qsizetype count(const QByteArray& start) const {
        return std::count_if(calls.begin(), calls.end(),
                             [&](const QByteArray& call) { return call.startsWith(start); });
    }

private:
    SimulatedTime& m_time;
    SimulatedCentral& m_central;
};

struct Bench {
    SimulatedTime time{start};
    SeededChance chance{5};
    SimulatedCentral central{time, chance, {true, 0, 0}};
    ScriptedNetwork network{time, central};
    SimulatedDisk disk;
    SimulatedOutbox outbox{disk, time, chance};
    SyncEngine engine{{time.clock(), time, network, outbox, [this] { return chance(); }, {}, {}},
                      settings()};

    static SyncSettings settings() {
        SyncSettings s;
        s.pieces = {64, 16, 128};
        return s;
    }
    static QString id(int n) {
        return QStringLiteral("01900000-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0'));
    }
    void submit(int n, const QList<QByteArray>& blobs = {}) {
        QList<QByteArray> hashes;
        for (const QByteArray& blob : blobs)
            hashes.append(crypto::sha256(blob));
        disk.submit(id(n), simulatedManifest(id(n), hashes, false), blobs);
    }
    int waiting() const {
        int count = 0;
        for (const auto& [n, row] : disk.rows)
            count += row.state == SimulatedDisk::State::Waiting;
        return count;
    }
};

Answer answering(int status, const QByteArray& retryAfter = {}) {
    Answer answer;
    answer.status = status;
    if (!retryAfter.isEmpty())
        answer.headers.insert("retry-after", retryAfter);
    return answer;
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules("tongban.sync=false"); }

    void backoffIsFullJitterWithACap() {
        QCOMPARE(backoffRange(0), 1s);
        QCOMPARE(backoffRange(1), 2s);
        QCOMPARE(backoffRange(8), 256s);
        QCOMPARE(backoffRange(9), 300s);
        QCOMPARE(backoffRange(1000), 300s);
        QCOMPARE(backoffDelay(3, [] { return 0.0; }), 0s);
        QCOMPARE(backoffDelay(3, [] { return 0.5; }), 4s);
        QCOMPARE(backoffDelay(
                     3, [] { return 0.5; }, 30s),
                 34s);
        // The mean over chance is half the range, within one part in a hundred.
        SeededChance chance(1);
        double sum = 0;
        for (int i = 0; i < 100'000; ++i)
            sum += static_cast<double>(backoffDelay(20, [&] { return chance(); }).count());
        QVERIFY(qAbs(sum / 100'000 / 150'000 - 1) < 0.01);
    }

    void retryAfterIsReadStrictly() {
        QCOMPARE(readRetryAfter("7"), std::optional<milliseconds>(7s));
        QCOMPARE(readRetryAfter("999999999"), std::optional<milliseconds>(3600s));
        for (const char* bad : {"", "-1", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "1.5"})
            QVERIFY(!readRetryAfter(bad));
    }

    void trustedTimeHasAFloorAndIgnoresJumps() {
        SimulatedTime time(start);
        ManualClock wall(start - 24h * 3650); // the battery was empty
        TrustedTime trusted(wall, time, start - 24h * 30);
        QCOMPARE(trusted.now(), start - 24h * 30);
        QVERIFY(trusted.uncertain());
        QVERIFY(!trusted.age());
        trusted.observe(start, 200ms);
        QCOMPARE(trusted.now(), start + 100ms);
        time.runUntil(60s);
        QCOMPARE(trusted.now(), start + 100ms + 60s);
        wall.set(start + 24h * 3650);
        QCOMPARE(trusted.now(), start + 100ms + 60s);
        QCOMPARE(trusted.age(), std::optional<milliseconds>(60s));
        QVERIFY(trusted.uncertain());
        wall.set(start + 61s);
        QVERIFY(!trusted.uncertain());

        // The next run, with the wall clock set back, starts no earlier than what was heard.
        wall.set(start - 24h);
        TrustedTime next(wall, time, start - 24h * 30);
        next.restore(trusted.saved());
        QCOMPARE(next.now(), start);
        QCOMPARE(next.age(), std::optional<milliseconds>(0s));
        next.restore("garbage");
        QCOMPARE(next.floor(), start);
    }

    void limitsStopNewApplications() {
        const IntakeState good{10LL << 30, 5, milliseconds(1h), true};
        QVERIFY(!intakeStop(good));
        const auto with = [&](auto change) {
            IntakeState state = good;
            change(state);
            return intakeStop(state);
        };
        QCOMPARE(with([](auto& s) { s.diskFree = (2LL << 30) - 1; }), IntakeStop::DiskFull);
        QCOMPARE(with([](auto& s) { s.waiting = 2000; }), IntakeStop::QueueFull);
        QCOMPARE(with([](auto& s) { s.trustedTimeAge = 73h; }), IntakeStop::AloneTooLong);
        QCOMPARE(with([](auto& s) { s.trustedTimeAge.reset(); }), IntakeStop::NeverEnrolled);
        QCOMPARE(with([](auto& s) { s.packsUsable = false; }), IntakeStop::PacksTooOld);
    }

    void blobsGoBeforeTheirManifest() {
        Bench bench;
        bench.submit(1, {QByteArray(200, 'a'), QByteArray(10, 'b')});
        QSignalSpy delivered(&bench.engine, &SyncEngine::delivered);
        bench.engine.start();
        bench.time.runUntil(2s);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
        QCOMPARE(bench.waiting(), 0);
        QCOMPARE(delivered.size(), 1);
        QVERIFY(bench.network.calls.last().startsWith("PUT "));
        QCOMPARE(bench.network.count("PUT "), 1);
        QVERIFY(bench.engine.status().online);
    }

    void aMissingBlobIsSentAgain() {
        Bench bench;
        const QByteArray blob(50, 'x');
        bench.submit(1, {blob});
        bool once = true;
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.method != "PUT" || !std::exchange(once, false))
                return {};
            Answer answer = answering(424);
            answer.body = protocol::toJson(protocol::MissingBlobs{{crypto::sha256(blob)}});
            return answer;
        };
        bench.engine.start();
        bench.time.runUntil(10s);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
        QCOMPARE(bench.network.count("HEAD "), 2);
    }

    void poisonIsQuarantinedAndTheNextGoes() {
        Bench bench;
        bench.submit(1);
        bench.submit(2);
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.path.endsWith(Bench::id(1).toLatin1()))
                return answering(422);
            return {};
        };
        QSignalSpy quarantined(&bench.engine, &SyncEngine::quarantined);
        bench.engine.start();
        bench.time.runUntil(2s);
        QCOMPARE(quarantined.size(), 1);
        QCOMPARE(bench.central.kept(Bench::id(2)), 1);
        QCOMPARE(bench.engine.status().quarantined, 1);
    }

    void anItemThatFailsDoesNotHoldTheNext() {
        Bench bench;
        bench.submit(1);
        bench.submit(2);
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.path.endsWith(Bench::id(1).toLatin1()) && bench.time.now() < 1h)
                return answering(500);
            return {};
        };
        bench.engine.start();
        bench.time.runUntil(5s);
        QCOMPARE(bench.central.kept(Bench::id(2)), 1);
        QCOMPARE(bench.central.kept(Bench::id(1)), 0);
        bench.time.runUntil(1h + 6min);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
    }

    void aDeadCentralServiceIsNotHammered() {
        Bench bench;
        bench.submit(1);
        bench.network.script = [](const Call&) { return std::optional<Answer>(answering(0)); };
        bench.engine.start();
        bench.time.runUntil(1h);
        // ~9 calls while the range grows to the cap, then one each 150 s on average.
        const auto calls = bench.network.calls.size();
        QVERIFY2(calls > 15 && calls < 60, qPrintable(QString::number(calls)));
        QVERIFY(!bench.engine.status().online);
        bench.network.script = {};
        bench.engine.linkUp();
        bench.time.runUntil(1h + 1s);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
    }

    void retryAfterIsALowerBound() {
        Bench bench;
        bench.submit(1);
        bench.network.script = [&](const Call&) -> std::optional<Answer> {
            if (bench.network.calls.size() == 1)
                return answering(503, "100");
            return {};
        };
        bench.engine.start();
        bench.time.runUntil(10min);
        QVERIFY(bench.network.times.at(1) - bench.network.times.at(0) >= 100s);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
    }

    void anUnwelcomeMachineThrowsNothingAway() {
        Bench bench;
        bench.submit(1);
        bench.network.script = [](const Call&) { return std::optional<Answer>(answering(403)); };
        bench.engine.start();
        bench.time.runUntil(1h);
        QVERIFY(!bench.engine.status().welcome);
        QCOMPARE(bench.waiting(), 1);
        QCOMPARE(bench.engine.status().quarantined, 0);
    }

    void aPageThatIsNotOursAcknowledgesNothing() {
        Bench bench;
        bench.submit(1);
        bench.network.script = [&](const Call&) -> std::optional<Answer> {
            if (bench.network.calls.size() > 1)
                return {};
            Answer portal = answering(200);
            portal.body = "<html>please log in</html>";
            return portal;
        };
        bench.engine.start();
        bench.time.runUntil(1min);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
    }

    void wrongOffsetsAreCorrectedNotLooped() {
        Bench bench;
        bench.submit(1, {QByteArray(300, 'c')});
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.method != "PATCH" || bench.time.now() > 5min)
                return {};
            Answer answer = answering(409);
            answer.headers.insert("upload-offset", "7");
            return answer;
        };
        bench.engine.start();
        bench.time.runUntil(5min);
        QVERIFY2(bench.network.calls.size() < 120,
                 qPrintable(QString::number(bench.network.calls.size())));
        bench.time.runUntil(15min);
        QCOMPARE(bench.central.kept(Bench::id(1)), 1);
    }

    void theFeedAppliesEachEventOnceAndRefusesGaps() {
        Bench bench;
        bench.network.feed = true;
        for (int n = 1; n <= 3; ++n)
            bench.submit(n);
        bool gap = true;
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.method != "GET")
                return {};
            if (bench.central.feedOf("d").size() < 3)
                return answering(304);
            if (!std::exchange(gap, false))
                return {};
            Answer answer = answering(200);
            answer.body =
                protocol::toJson(protocol::FeedPage{{bench.central.feedOf("d").at(2)}, 3, false});
            return answer;
        };
        bench.engine.start();
        bench.time.runUntil(20s);
        QCOMPARE(bench.disk.cursor, 3);
        QCOMPARE(bench.disk.inbox, bench.central.feedOf("d"));
    }

    void anOldCursorTakesTheSnapshot() {
        Bench bench;
        bench.network.feed = true;
        bench.network.script = [&](const Call& call) -> std::optional<Answer> {
            if (call.method != "GET")
                return {};
            if (!call.path.contains("after=0&")) {
                Answer quiet = answering(200, "30");
                quiet.body = protocol::toJson(protocol::FeedPage{{}, 90, false});
                return quiet;
            }
            Answer answer = answering(410);
            protocol::FeedEvent state{90, "status", Bench::id(1), start, {}};
            answer.body = protocol::toJson(protocol::FeedSnapshot{{state, state}, 90});
            return answer;
        };
        bench.engine.start();
        bench.time.runUntil(20s);
        QCOMPARE(bench.disk.cursor, 90);
        QCOMPARE(bench.disk.inbox.size(), 2);
        QCOMPARE(bench.disk.inbox.at(0).sequence, 89);
        QCOMPARE(bench.disk.inbox.at(1).sequence, 90);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
