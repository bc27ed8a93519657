// Bar of the clock: it jumps back and forth and stands still while a kiosk works.
#include "app/cli/bar_central.h"
#include "services/cases/audit_chain.h"
#include "services/packs/pack_client.h"
#include "services/packs/pack_publisher.h"
#include "services/storage/migrations.h"
#include "services/sync/qt_schedule.h"
#include "services/sync/trusted_time.h"
#include "tests/support/hand_in.h"

#include <QThread>

namespace tongban::cli {

namespace {

using namespace std::chrono_literals;

const QString library = QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

// A kiosk without a screen whose wall clock follows a file (libfaketime); its monotonic one does
// not.
class KioskAtOddTime {
public:
    KioskAtOddTime(const QString& database, const test::KioskDouble& kiosk, QString clock)
        : m_clock(std::move(clock)) {
        say("+0");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), library);
        environment.insert(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), m_clock);
        environment.insert(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
        m_process.setProcessEnvironment(environment);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("sync"), QStringLiteral("run"), QStringLiteral("--database"), database,
             QStringLiteral("--central"), QStringLiteral("http://127.0.0.1:%1").arg(kiosk.port),
             QStringLiteral("--token"), QString::fromLatin1(kiosk.authorization.mid(22)),
             QStringLiteral("--quick")});
        m_process.waitForStarted(5'000);
    }
    ~KioskAtOddTime() {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    KioskAtOddTime(const KioskAtOddTime&) = delete;
    KioskAtOddTime& operator=(const KioskAtOddTime&) = delete;
    void say(const QByteArray& time) {
        QFile file(m_clock);
        if (file.open(QIODevice::WriteOnly))
            file.write(time + '\n');
    }

private:
    QString m_clock;
    QProcess m_process;
};

// Trusted time with a wall clock that was set back ten years: not below what was known, and a pack
// list that had expired by then stays refused. Without the floor it would be taken.
bool floorHolds(bool withFloor) {
    const Instant now = SystemClock().now();
    ManualClock wall(now - std::chrono::days(3650));
    const sync::QtSchedule schedule;
    sync::TrustedTime time(wall, schedule, Instant{});
    if (withFloor)
        time.raiseFloor(now);
    const QTemporaryDir folder;
    const QString published = folder.filePath(QStringLiteral("published"));
    packs::PackPublisher publisher(published);
    const auto keys = packs::RoleKeys::loadOrGenerate(folder.filePath(QStringLiteral("keys")),
                                                      crypto::Algorithm::Ed25519);
    const Instant then = now - std::chrono::days(3650); // signed when the clock says it is now
    if (!keys.has_value() || !publisher.begin(*keys, then).has_value() ||
        !publisher.publish(*keys, {{QStringLiteral("items/a.pack"), "old", {}, {}}}, {}, then)
             .has_value())
        return false;
    auto client = packs::PackClient::open(
        folder.filePath(QStringLiteral("machine")), publisher.initialRoot().value(),
        [published](const QString& path, qint64,
                    const std::function<void(Result<QByteArray>)>& done) {
            QFile source(published + u'/' + path);
            if (source.open(QIODevice::ReadOnly))
                done(source.readAll());
            else
                done(fail(FaultKind::NotFound, path));
        },
        [&time] { return time.now(); });
    bool taken = false;
    if (client.has_value())
        (*client)->refresh([&taken](const Result<bool>& result) { taken = result.has_value(); });
    return !taken;
}

BarOutcome clockJumps() {
    if (!QFile::exists(library))
        return {false, {}, QStringLiteral("faketime")};
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("kiosk.db"));
    test::CentralProcess central(unhurried);
    test::KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    auto database = storage::Database::open(file);
    Findings findings;
    findings.expect(storage::migrate(*database, *storage::readMigrations(QStringLiteral(
                                                    TONGBAN_SOURCE_DIR "/resources/sql/client")))
                        .has_value(),
                    QStringLiteral("database"));
    const auto number = [&](const char* sql) {
        return database
            ->first(QString::fromLatin1(sql),
                    [](const storage::Statement& row) { return row.integer(0); })
            .value_or(std::optional<qint64>())
            .value_or(-1);
    };
    KioskAtOddTime machine(file, kiosk, folder.filePath(QStringLiteral("clock")));
    int all = 0;
    Instant floor{};
    int fell = 0;
    const QByteArrayList jumps{"+0", "-1d", "+1d", "-10y", "+5y", "2026-01-01 00:00:00", "+0"};
    for (const QByteArray& jump : jumps) {
        machine.say(jump);
        for (int i = 0; i < 5; ++i, ++all)
            findings.expect(
                test::handIn(*database, kiosk.draft(QStringLiteral("residence-permit"))),
                QStringLiteral("hand in"));
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 10'000 &&
               number("SELECT count(*) FROM application WHERE state = 'confirmed'") < all)
            QThread::msleep(100);
        findings.expect(number("SELECT count(*) FROM application WHERE state = 'confirmed'") == all,
                        QStringLiteral("waiting after the jump ") + QString::fromLatin1(jump));
        const QString saved = database
                                  ->first(QStringLiteral("SELECT v FROM cursor WHERE k = 'clock'"),
                                          [](const storage::Statement& row) { return row.text(0); })
                                  .value_or(std::optional<QString>())
                                  .value_or(QString());
        bool ok = false;
        const Instant now = fromIso(saved.section(u' ', 0, 0), &ok);
        fell += !ok || now < floor ? 1 : 0;
        floor = std::max(floor, now);
    }
    const auto apart = std::chrono::abs(floor - SystemClock().now());
    findings.expect(fell == 0, QStringLiteral("the floor fell"));
    findings.expect(apart < 15min, QStringLiteral("the floor followed the wall clock"));
    findings.expect(number("SELECT max(dseq) - count(*) FROM inbox") == 0,
                    QStringLiteral("status events are missing"));
    findings.expect(number("SELECT count(*) FROM outbox WHERE state <> 'done'") == 0,
                    QStringLiteral("something was quarantined"));
    findings.expect(floorHolds(true), QStringLiteral("an expired pack list was taken"));
    const bool control = !floorHolds(false);
    findings.expect(control, QStringLiteral("the control: refused even without a floor"));
    return findings.outcome({{QStringLiteral("jumps"), jumps.size()},
                             {QStringLiteral("applications"), all},
                             {QStringLiteral("control_taken"), control}});
}

} // namespace

QList<Bar> clockBars() {
    return {{"rel-clock",
             "the clock jumps by days and years and stands still: nothing lost, the "
             "floor holds",
             clockJumps}};
}

} // namespace tongban::cli
