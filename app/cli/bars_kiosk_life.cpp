// Bars of a kiosk's long days: killed it stands there again at once, and after hours it is no
// larger than in the morning.
#include "app/cli/bar_central.h"
#include "app/cli/bench_start.h"
#include "services/storage/migrations.h"
#include "tests/support/hand_in.h"

#include <QDir>
#include <QThread>
#include <csignal>

namespace tongban::cli {

namespace {

using test::CentralProcess;
using test::KioskDouble;

const QString migrationsFolder = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client");

QString programOf(const char* name) {
    return QCoreApplication::applicationDirPath() + u'/' + QLatin1String(name);
}

// Without a screen and with simulated devices.
QStringList kioskArguments(const QString& data, const CentralProcess& central) {
    qputenv("QT_QUICK_BACKEND", "software");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return {QStringLiteral("--simulate"),
            QStringLiteral("--central"),
            central.url(),
            QStringLiteral("--data"),
            data,
            QStringLiteral("--first-run"),
            central.dataDir() + QStringLiteral("/first-run.json")};
}

qint64 residentKib(qint64 pid) {
    QFile file(QStringLiteral("/proc/%1/statm").arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4
                                          : -1;
}

qint64 openFiles(qint64 pid) {
    return QDir(QStringLiteral("/proc/%1/fd").arg(pid))
        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
        .size();
}

// ---- rel-restart

// Cases of this very machine, signed with its key, that no central service has heard of.
bool queue(const QString& data, int count) {
    KioskDouble machine;
    const auto key = crypto::PrivateKey::load(data + QStringLiteral("/device.pem"));
    auto database = storage::Database::open(data + QStringLiteral("/kiosk.db"));
    const auto seal = crypto::PrivateKey::generate(crypto::Algorithm::P256);
    if (!key.has_value() || !database.has_value() || !seal.has_value())
        return false;
    machine.key = *key;
    machine.device = QStringLiteral("440399-000001");
    machine.number = 1;
    machine.sequence = 1'000'000;
    machine.sealKeys.add(
        {QStringLiteral("k"), crypto::Suite::Intl, seal->publicKey(), Instant{}, Instant::max()});
    for (int i = 0; i < count; ++i) {
        if (!test::handIn(*database, machine.draft(QStringLiteral("residence-permit"))))
            return false;
    }
    return true;
}

BarOutcome restart() {
    const QTemporaryDir folder;
    CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    const QString data = folder.filePath(QStringLiteral("kiosk"));
    const QStringList arguments = kioskArguments(data, central);
    const QStringList timed =
        arguments + QStringList{QStringLiteral("--measure"), QStringLiteral("start")};
    Findings findings;
    findings.expect(timedStart("tongban-kiosk", timed).restingPage > 0,
                    QStringLiteral("enrolment"));
    double again = 0;
    for (int i = 0; i < 3; ++i) {
        QProcess kiosk;
        kiosk.setStandardErrorFile(QProcess::nullDevice());
        kiosk.start(programOf("tongban-kiosk"), arguments);
        kiosk.waitForStarted(5'000);
        findings.expect(!kiosk.waitForFinished(1'500), QStringLiteral("it does not stay"));
        kiosk.kill();
        kiosk.waitForFinished(5'000);
        const double took = timedStart("tongban-kiosk", timed).restingPage;
        findings.expect(took > 0 && took <= 3'000,
                        QStringLiteral("%1 ms to a usable page").arg(took));
        again = qMax(again, took);
    }
    central.stop(); // nothing of the queue leaves
    findings.expect(queue(data, 2'000), QStringLiteral("queue"));
    const double full = timedStart("tongban-kiosk", timed).restingPage;
    findings.expect(full > 0 && full <= 8'000, QStringLiteral("%1 ms with 2,000 queued").arg(full));
    auto database = storage::Database::open(data + QStringLiteral("/kiosk.db"));
    const auto waiting = database->first(
        QStringLiteral("SELECT count(*) FROM outbox WHERE lane = 'submit' AND state = 'waiting'"),
        [](const storage::Statement& row) { return row.integer(0); });
    findings.expect(waiting.has_value() && waiting->value_or(0) == 2'000,
                    QStringLiteral("the queue is not whole"));
    // The control: a start that takes too long is seen to; here the program is held back.
    const QString slow = folder.filePath(QStringLiteral("slow.sh"));
    QFile script(slow);
    if (script.open(QIODevice::WriteOnly)) {
        script.write("#!/bin/sh\nsleep 3\nexec \"" + programOf("tongban-kiosk").toLocal8Bit() +
                     "\" \"$@\"\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    const double control = timedStart(slow.toLocal8Bit().constData(), timed).restingPage;
    findings.expect(control > 3'000, QStringLiteral("the control was quick"));
    return findings.outcome({{QStringLiteral("usable_after_kill_ms"), qRound(again)},
                             {QStringLiteral("cold_with_2000_ms"), qRound(full)},
                             {QStringLiteral("control_ms"), qRound(control)}});
}

// ---- rel-soak

// How large a process has become since it was warm.
class Watched {
public:
    Watched(QString name, qint64 pid)
        : m_name(std::move(name))
        , m_pid(pid) {}
    void warm() {
        m_kib = residentKib(m_pid);
        m_files = openFiles(m_pid);
    }
    const QString& name() const { return m_name; }
    qint64 grownKib() const { return residentKib(m_pid) - m_kib; }
    qint64 moreFiles() const { return openFiles(m_pid) - m_files; }
    bool alive() const { return residentKib(m_pid) > 0; }
    // A short run is too noisy for two in a hundred.
    bool bounded(bool strict) const {
        return grownKib() <= 20 * 1024 && (!strict || grownKib() * 50 <= qMax<qint64>(m_kib, 1));
    }

private:
    QString m_name;
    qint64 m_pid;
    qint64 m_kib = 0;
    qint64 m_files = 0;
};

// A kiosk below its screen that hands in, delivers and purges all the time, in a process of its
// own.
struct Machine {
    QProcess process;
    QString file;
    storage::Database database;
    int handed = 0;

    Machine(const QString& path, storage::Database opened)
        : file(path)
        , database(std::move(opened)) {}
    void start(const KioskDouble& kiosk) {
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("sync"), QStringLiteral("run"), QStringLiteral("--database"),
                       file, QStringLiteral("--central"),
                       QStringLiteral("http://127.0.0.1:%1").arg(kiosk.port),
                       QStringLiteral("--token"), QString::fromLatin1(kiosk.authorization.mid(22)),
                       QStringLiteral("--quick")});
        process.waitForStarted(5'000);
    }
    qint64 number(const char* sql) {
        return database
            .first(QString::fromLatin1(sql),
                   [](const storage::Statement& row) { return row.integer(0); })
            .value_or(std::optional<qint64>())
            .value_or(-1);
    }
    qint64 size() {
        return number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    }
};

BarOutcome soak(Length length) {
    const qint64 lasts = length == Length::Long    ? 7'200'000
                         : length == Length::Usual ? 600'000
                                                   : 50'000;
    const QTemporaryDir folder;
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    auto opened = storage::Database::open(folder.filePath(QStringLiteral("kiosk.db")));
    if (!opened.has_value() ||
        !storage::migrate(*opened, *storage::readMigrations(migrationsFolder)).has_value())
        return {false, {{QStringLiteral("why"), QStringLiteral("database")}}, {}};
    Machine machine(folder.filePath(QStringLiteral("kiosk.db")), std::move(*opened));
    machine.start(kiosk);
    // The screen: somebody goes back and forth without end, on a machine of its own.
    CentralProcess other(unhurried);
    if (!other.start())
        return notStarted();
    QProcess screen;
    screen.setStandardErrorFile(QProcess::nullDevice());
    screen.setStandardOutputFile(QProcess::nullDevice());
    screen.start(programOf("tongban-kiosk"),
                 kioskArguments(folder.filePath(QStringLiteral("screen")), other) +
                     QStringList{QStringLiteral("--measure"), QStringLiteral("1000000")});
    screen.waitForStarted(5'000);
    QList<Watched> watched{{QStringLiteral("central"), central.pid()},
                           {QStringLiteral("kiosk"), machine.process.processId()},
                           {QStringLiteral("screen"), screen.processId()}};
    Findings findings;
    QElapsedTimer timer;
    timer.start();
    bool warm = false;
    qint64 warmSize = 0;
    while (timer.elapsed() < lasts) {
        findings.expect(
            test::handIn(machine.database, kiosk.draft(QStringLiteral("residence-permit"))),
            QStringLiteral("hand in"));
        ++machine.handed;
        if (machine.handed % 20 == 0) // a day's end, over and over
            (void)cases::purgeConfirmed(machine.database, SystemClock().now());
        QThread::msleep(40);
        if (!warm && timer.elapsed() > lasts / 3) {
            warm = true;
            warmSize = machine.size();
            for (Watched& one : watched)
                one.warm();
        }
    }
    QJsonObject figures{{QStringLiteral("seconds"), timer.elapsed() / 1000},
                        {QStringLiteral("applications"), machine.handed}};
    for (const Watched& one : std::as_const(watched)) {
        figures.insert(one.name() + QStringLiteral("_grown_kib"), one.grownKib());
        findings.expect(one.alive(), one.name() + QStringLiteral(" ended"));
        findings.expect(one.bounded(length != Length::Short),
                        QStringLiteral("%1 grew by %2 KiB").arg(one.name()).arg(one.grownKib()));
        findings.expect(qAbs(one.moreFiles()) <= 2,
                        QStringLiteral("%1: %2 files more").arg(one.name()).arg(one.moreFiles()));
    }
    QElapsedTimer drain;
    drain.start();
    while (drain.elapsed() < 10'000 &&
           machine.number("SELECT count(*) FROM application WHERE state = 'confirmed'") <
               machine.handed)
        QThread::msleep(100);
    const qint64 lost =
        machine.handed -
        machine.number("SELECT count(*) FROM application WHERE state = 'confirmed'");
    findings.expect(lost == 0, QStringLiteral("%1 not delivered").arg(lost));
    // What stays of a case is its number, digests and the record of it.
    const qint64 grown = machine.size() - warmSize;
    findings.expect(grown < machine.handed * 4'096LL,
                    QStringLiteral("the database grew by %1").arg(grown));
    screen.kill();
    screen.waitForFinished(5'000);
    machine.process.terminate();
    machine.process.waitForFinished(5'000);
    // The control: a leak is seen to be one.
    Watched self(QStringLiteral("self"), QCoreApplication::applicationPid());
    self.warm();
    std::vector<char> leak(40'000'000, 'x');
    const bool control = !self.bounded(false) && !leak.empty();
    findings.expect(control, QStringLiteral("the control: a leak is not seen"));
    figures.insert(QStringLiteral("lost"), lost);
    figures.insert(QStringLiteral("database_grown"), grown);
    figures.insert(QStringLiteral("control_leak_kib"), self.grownKib());
    return findings.outcome(figures);
}

} // namespace

QList<Bar> kioskLifeBars() {
    return {
        {"rel-restart",
         "killed: a usable page within 3 s; with 2,000 queued within 8 s",
         restart,
         {}},
        {"rel-soak", "hours of sessions: no larger, no more open files, nothing lost", {}, soak},
    };
}

} // namespace tongban::cli
