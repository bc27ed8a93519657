// Bars of the kiosk side: nothing lost or doubled through power cuts, kills and bad networks;
// ciphers and disk as promised.
#include "app/cli/bar.h"
#include "services/sync/simulation.h"
#include "tests/support/central_process.h"
#include "tests/support/hand_in.h"
#include "tests/support/power_loss_run.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

namespace tongban::cli {

namespace {

using namespace std::chrono_literals;

QList<storage::Migration> clientMigrations() {
    return *storage::readMigrations(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client"));
}

QJsonObject figuresOf(const test::PowerLossReport& report) {
    return {{QStringLiteral("cuts"), report.cuts},
            {QStringLiteral("acknowledged"), report.acknowledged},
            {QStringLiteral("lost"), report.lost},
            {QStringLiteral("doubled"), report.doubled},
            {QStringLiteral("corrupt"), report.corrupt},
            {QStringLiteral("chain_breaks"), report.chainBreaks}};
}

// At least 20,000 cuts on both cores; the control with weaker durability must lose something.
BarOutcome powerLoss() {
    constexpr qint64 wanted = 20'000;
    QElapsedTimer timer;
    timer.start();
    std::mutex guard;
    test::PowerLossReport sum;
    std::atomic<qint64> cuts = 0;
    const auto work = [&](quint64 seed) {
        test::PowerLossRun run(seed, storage::Durability::Full, clientMigrations());
        while (cuts < wanted && timer.elapsed() < 110'000) {
            run.oneCut();
            ++cuts;
        }
        const std::scoped_lock lock(guard);
        sum.cuts += run.report().cuts;
        sum.acknowledged += run.report().acknowledged;
        sum.lost += run.report().lost;
        sum.doubled += run.report().doubled;
        sum.corrupt += run.report().corrupt;
        sum.chainBreaks += run.report().chainBreaks;
    };
    std::thread second(work, 1002);
    work(1001);
    second.join();

    test::PowerLossRun control(1003, storage::Durability::Normal, clientMigrations());
    while (control.report().cuts < 200)
        control.oneCut();

    Findings findings;
    findings.expect(sum.clean(), QStringLiteral("something was lost, doubled or damaged"));
    findings.expect(sum.cuts >= wanted, QStringLiteral("fewer than 20,000 cuts"));
    findings.expect(control.report().lost > 0, QStringLiteral("the control lost nothing"));
    QJsonObject figures = figuresOf(sum);
    figures.insert(QStringLiteral("control_lost"), control.report().lost);
    figures.insert(QStringLiteral("cuts_per_second"),
                   sum.cuts * 1000 / qMax<qint64>(1, timer.elapsed()));
    return findings.outcome(figures);
}

struct SimulationSum {
    int seeds = 0;
    qint64 submitted = 0;
    qint64 calls = 0;
    qint64 lost = 0;
    qint64 doubled = 0;
    std::chrono::milliseconds simulated{0};
    QStringList dirty;
};

template <typename Settings>
SimulationSum simulateMany(int seeds, Settings settingsOf) {
    QLoggingCategory::setFilterRules(QStringLiteral("tongban.sync=false"));
    SimulationSum sum;
    std::mutex guard;
    std::atomic<int> next = 1;
    const auto work = [&] {
        for (int seed = next++; seed <= seeds; seed = next++) {
            const sync::SimulationReport report = sync::simulate(settingsOf(seed));
            const std::scoped_lock lock(guard);
            ++sum.seeds;
            sum.submitted += report.submitted;
            sum.calls += report.calls;
            sum.lost += report.lost;
            sum.doubled += report.doubled;
            sum.simulated += report.simulated;
            if (!report.clean())
                sum.dirty.append(QStringLiteral("seed %1").arg(seed));
        }
    };
    std::thread second(work);
    work();
    second.join();
    return sum;
}

sync::SimulationSettings hall(int seed) {
    sync::SimulationSettings settings;
    settings.seed = static_cast<quint64>(seed);
    settings.kiosks = 50;
    settings.submissionsPerKiosk = 2;
    settings.crashesPerKiosk = 1;
    settings.cutsPerKiosk = 2;
    settings.busy = 25min;
    settings.calm = 20min;
    return settings;
}

// 1,000 seeds of 50 machines, at least 30 simulated days; a failing seed is printed; a seed is a
// run.
BarOutcome simulation() {
    const SimulationSum sum = simulateMany(1000, hall);
    const SimulationSum control = simulateMany(4, [](int seed) {
        sync::SimulationSettings settings = hall(seed);
        settings.central.idempotent = false;
        settings.central.forgetsKept = 0.02;
        return settings;
    });
    Findings findings;
    for (const QString& seed : sum.dirty)
        findings.expect(false, seed);
    const qint64 days = std::chrono::duration_cast<std::chrono::hours>(sum.simulated).count() / 24;
    findings.expect(sum.seeds == 1000 && days >= 30, QStringLiteral("too little was simulated"));
    findings.expect(simulate(hall(7)).trace == simulate(hall(7)).trace,
                    QStringLiteral("a seed gave two traces"));
    findings.expect(control.lost > 0 && control.doubled > 0,
                    QStringLiteral("the controls were not found out"));
    return findings.outcome({{QStringLiteral("seeds"), sum.seeds},
                             {QStringLiteral("simulated_days"), days},
                             {QStringLiteral("applications"), sum.submitted},
                             {QStringLiteral("calls"), sum.calls},
                             {QStringLiteral("lost"), sum.lost},
                             {QStringLiteral("doubled"), sum.doubled},
                             {QStringLiteral("control_lost"), control.lost},
                             {QStringLiteral("control_doubled"), control.doubled}});
}

qint64 numberIn(storage::Database& database, const char* sql) {
    return database
        .first(QString::fromLatin1(sql),
               [](const storage::Statement& row) { return row.integer(0); })
        .value_or(std::optional<qint64>(-1))
        .value_or(-1);
}

// A kiosk without a screen as a process of its own: `tongban sync run` of this very program.
class KioskProcess {
public:
    KioskProcess(QString file, QString url, const QByteArray& token)
        : m_arguments{
              QStringLiteral("sync"),    QStringLiteral("run"),       QStringLiteral("--database"),
              std::move(file),           QStringLiteral("--central"), std::move(url),
              QStringLiteral("--token"), QString::fromLatin1(token),  QStringLiteral("--quick")} {}
    ~KioskProcess() { kill9(); }
    void start() {
        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->start(QCoreApplication::applicationFilePath(), m_arguments);
        m_process->waitForStarted(5000);
    }
    void kill9() {
        if (m_process) {
            m_process->kill();
            m_process->waitForFinished(5000);
        }
    }

private:
    QStringList m_arguments;
    std::unique_ptr<QProcess> m_process;
};

// Kiosk and central service are killed at random moments while applications are handed in; then
// both may drain.
BarOutcome kill9() {
    QLoggingCategory::setFilterRules(QStringLiteral("tongban.sync=false"));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("kiosk.db"));
    test::CentralProcess central({QStringLiteral("--device-rate"), QStringLiteral("1000000")});
    test::KioskDouble device;
    Findings findings;
    auto database = storage::Database::open(file);
    findings.expect(storage::migrate(*database, clientMigrations()).has_value() &&
                        central.start() &&
                        device.enrol(central.port(), central.enrolmentCode(),
                                     test::certificateRequest(device.key))
                                .status == 200,
                    QStringLiteral("the central service does not start"));
    KioskProcess kiosk(file, central.url(), device.authorization.mid(22));
    kiosk.start();
    QElapsedTimer timer;
    timer.start();
    int kills = 0;
    QList<test::DraftApplication> all;
    while (timer.elapsed() < 50'000) {
        for (int i = 0; i < 2; ++i) {
            all.append(device.draft(QStringLiteral("residence-permit")));
            findings.expect(test::handIn(*database, all.last()), QStringLiteral("hand in"));
        }
        QThread::msleep(static_cast<unsigned long>(QRandomGenerator::global()->bounded(20, 250)));
        kiosk.kill9();
        ++kills;
        if (kills % 3 == 0) {
            central.kill9();
            ++kills;
            findings.expect(central.start(), QStringLiteral("the central service starts again"));
        }
        kiosk.start();
    }
    const auto confirmed = [&] {
        return numberIn(*database, "SELECT count(*) FROM application WHERE state = 'confirmed'");
    };
    timer.restart();
    while (confirmed() < all.size() && timer.elapsed() < 60'000)
        QThread::msleep(100);
    const qint64 drained = timer.elapsed();
    int lost = 0;
    for (const test::DraftApplication& one : std::as_const(all))
        lost += device.put(one).status != 200 ? 1 : 0;
    const qint64 doubled =
        numberIn(*database, "SELECT count(*) - count(DISTINCT application) FROM inbox "
                            "WHERE kind = 'stored'");
    const qint64 gaps = numberIn(*database, "SELECT max(dseq) - count(*) FROM inbox");
    findings.expect(kills >= 150, QStringLiteral("fewer than 150 kills"));
    findings.expect(lost == 0 && doubled == 0, QStringLiteral("lost or doubled"));
    findings.expect(confirmed() == all.size(), QStringLiteral("the queue did not drain"));
    findings.expect(gaps == 0, QStringLiteral("status events are missing"));
    findings.expect(cases::verifyAudit(*database).has_value(), QStringLiteral("audit chain"));
    return findings.outcome({{QStringLiteral("kills"), kills},
                             {QStringLiteral("acknowledged"), all.size()},
                             {QStringLiteral("lost"), lost},
                             {QStringLiteral("doubled"), doubled},
                             {QStringLiteral("feed_gaps"), gaps},
                             {QStringLiteral("drain_ms"), drained}});
}

// Every request one to three times, in any order, answers dropped: one effect; changed octets are
// 422.
BarOutcome duplicates() {
    const SimulationSum sum = simulateMany(40, [](int seed) {
        sync::SimulationSettings settings;
        settings.seed = static_cast<quint64>(seed);
        settings.lostAnswer = 0.2;
        settings.doubled = 0.66;
        return settings;
    });
    Findings findings;
    for (const QString& seed : sum.dirty)
        findings.expect(false, seed);
    test::CentralProcess central({QStringLiteral("--device-rate"), QStringLiteral("1000000")});
    test::KioskDouble kiosk;
    findings.expect(central.start() && kiosk.enrol(central.port(), central.enrolmentCode(),
                                                   test::certificateRequest(kiosk.key))
                                               .status == 200,
                    QStringLiteral("the central service does not start"));
    QList<test::DraftApplication> sends;
    for (int i = 0; i < 60; ++i) {
        const test::DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
        findings.expect(kiosk.deliver(draft).status == 201, QStringLiteral("first send"));
        for (int copies = i % 3; copies > 0; --copies)
            sends.append(draft);
    }
    std::shuffle(sends.begin(), sends.end(), std::mt19937(7));
    int changed = 0;
    for (test::DraftApplication& draft : sends) {
        findings.expect(kiosk.put(draft).status == 200, QStringLiteral("repetition"));
        draft.manifest.filledAt.mono += 1;
        draft.bytes = *protocol::signManifest(draft.manifest, kiosk.key);
        changed += kiosk.put(draft).status == 422 ? 1 : 0;
    }
    findings.expect(changed == sends.size(), QStringLiteral("changed octets were not 422"));
    return findings.outcome({{QStringLiteral("simulated_applications"), sum.submitted},
                             {QStringLiteral("doubled"), sum.doubled},
                             {QStringLiteral("lost"), sum.lost},
                             {QStringLiteral("repeated"), sends.size()},
                             {QStringLiteral("refused_changed"), changed}});
}

} // namespace

QList<Bar> syncBars() {
    return {
        {"rel-powerloss", "20,000 power cuts on the outbox: nothing acknowledged is lost",
         powerLoss},
        {"rel-kill9", "kill -9 of kiosk and central service: nothing lost, nothing doubled", kill9},
        {"rel-sim", "1,000 simulated halls of 50 machines: invariants hold", simulation},
        {"rel-dup", "requests repeated, reordered, unanswered: one effect", duplicates},
    };
}

} // namespace tongban::cli
