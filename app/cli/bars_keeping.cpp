// Bars of what is kept for years: restored to a moment after a disaster, and carried from every
// released version to this one.
#include "app/cli/bar_central.h"
#include "services/central/store.h"
#include "services/storage/database.h"
#include "services/storage/migrations.h"
#include "tests/support/postgres_process.h"

#include <QDir>
#include <QThread>

namespace tongban::cli {

namespace {

using central::Sql;
using central::SqlRow;
using central::Store;
using test::CentralProcess;
using test::KioskDouble;

const QString golden = QStringLiteral(TONGBAN_SOURCE_DIR "/tests/data/upgrade/");
const QString centralSql = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/central");

int exitOf(const QString& program, const QStringList& arguments, QByteArray* said = nullptr) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    if (!ended)
        process.kill();
    if (said != nullptr)
        *said = process.readAll();
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString centralProgram() {
    return QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-central");
}

// ---- rel-restore

constexpr int before = 100'000;

std::unique_ptr<Store> storeOn(const test::PostgresProcess& postgres) {
    central::StoreOptions options;
    options.postgres = postgres.connection(QStringLiteral("central"));
    options.migrations = centralSql;
    for (int i = 0; i < 600; ++i) { // a server that still replays lets nobody in
        if (auto store = Store::open(options); store.has_value())
            return std::move(*store);
        QThread::msleep(100);
    }
    return nullptr;
}

bool run(Store& store, const QString& statement) {
    return store
        .wait<bool>([statement](Sql& sql) -> Result<bool> {
            TRY(sql.run(statement, {}));
            return true;
        })
        .has_value();
}

// `count` applications with numbers from `first`; 700 octets each, as a manifest without materials.
QString insertion(qint64 first, qint64 count) {
    return QStringLiteral("INSERT INTO application (id, device, dseq, item, package, state, "
                          "received_at, filled_at, receipt_id, manifest) "
                          "SELECT 'a' || n, 'd', n, 'item', '', 'closed', 0, 0, NULL, "
                          "decode(repeat('ab', 700), 'hex') FROM generate_series(%1, %2) n")
        .arg(first)
        .arg(first + count - 1);
}

qint64 countIn(Store& store, const QString& where) {
    return store
        .wait<qint64>([where](Sql& sql) -> Result<qint64> {
            TRY_ASSIGN(const auto n,
                       sql.first(QStringLiteral("SELECT count(*) FROM application WHERE ") + where,
                                 {}, [](const SqlRow& row) { return row.integer(0); }));
            return n.value_or(-1);
        })
        .value_or(-1);
}

QString textIn(Store& store, const QString& question) {
    return store
        .wait<QString>([question](Sql& sql) -> Result<QString> {
            TRY_ASSIGN(const auto text,
                       sql.first(question, {}, [](const SqlRow& row) { return row.text(0); }));
            return text.value_or(QString());
        })
        .value_or(QString());
}

// Everything written so far is in the archive.
bool archived(Store& store) {
    const QString file = textIn(store, QStringLiteral("SELECT pg_walfile_name(pg_switch_wal())"));
    for (int i = 0; i < 200; ++i) {
        if (textIn(store, QStringLiteral("SELECT last_archived_wal FROM pg_stat_archiver")) >= file)
            return true;
        QThread::msleep(100);
    }
    return false;
}

// PostgreSQL: base backup and archived log, a clerk's disaster, back to the second before it.
BarOutcome pointInTime(Findings& findings) {
    test::PostgresProcess postgres;
    const QTemporaryDir archive;
    QProcess::execute(QStringLiteral("chmod"), {QStringLiteral("777"), archive.path()});
    const QString settings =
        QStringLiteral("-c wal_level=replica -c max_wal_senders=3 -c archive_mode=on -c "
                       "archive_command='cp %p %1/%f' ")
            .replace(QLatin1String("%1"), archive.path());
    if (!postgres.start(false, settings) || !postgres.createDatabase(QStringLiteral("central")))
        return {false, {{QStringLiteral("why"), QStringLiteral("postgresql did not start")}}, {}};
    auto store = storeOn(postgres);
    if (!store ||
        !run(*store, QStringLiteral("INSERT INTO device (id, number, name, kind, district, status, "
                                    "enrolled_at) VALUES ('d', 1, 'd', 'kiosk', '440399', "
                                    "'active', 0)")) ||
        !run(*store, insertion(1, before)))
        return {false, {{QStringLiteral("why"), QStringLiteral("not filled")}}, {}};
    findings.expect(postgres.backUp(QStringLiteral("base")), QStringLiteral("base backup"));
    // Acknowledged after the backup: only the log has them.
    int acknowledged = 0;
    for (int i = 1; i <= 500; ++i)
        acknowledged += run(*store, insertion(before + i, 1)) ? 1 : 0;
    const QString moment = textIn(*store, QStringLiteral("SELECT clock_timestamp()::text"));
    QThread::msleep(300);
    findings.expect(run(*store, QStringLiteral("DELETE FROM application WHERE dseq % 3 = 0")),
                    QStringLiteral("the disaster did not happen"));
    findings.expect(archived(*store), QStringLiteral("the log is not archived"));
    store.reset();
    // The control: the backup alone has nothing of what came after it.
    QProcess::execute(QStringLiteral("cp"),
                      {QStringLiteral("-a"), postgres.folder(QStringLiteral("base")),
                       postgres.folder(QStringLiteral("alone"))});
    const QString replay =
        // Nobody is let in before the replay has ended.
        QStringLiteral("-c hot_standby=off -c restore_command='cp %1/%f %p' -c "
                       "recovery_target_action=promote ")
            .replace(QLatin1String("%1"), archive.path());
    QElapsedTimer timer;
    timer.start();
    const bool up =
        postgres.restore(QStringLiteral("base"),
                         replay + QStringLiteral("-c recovery_target_time='%1' ").arg(moment));
    store = up ? storeOn(postgres) : nullptr;
    const qint64 kept = store ? countIn(*store, QStringLiteral("1 = 1")) : -1;
    const qint64 took = timer.elapsed();
    findings.expect(
        acknowledged == 500 && kept == before + acknowledged,
        QStringLiteral("%1 of %2 after the restore: %3")
            .arg(kept)
            .arg(before + 500)
            .arg(QString::fromUtf8(contentOf(postgres.folder(QStringLiteral("log"))).right(300))));
    findings.expect(took <= 60'000, QStringLiteral("%1 ms to restore").arg(took));
    store.reset();
    postgres.restore(QStringLiteral("alone"),
                     replay + QStringLiteral("-c recovery_target_time='' -c "
                                             "recovery_target=immediate "));
    store = storeOn(postgres);
    const qint64 control =
        store ? before + acknowledged - countIn(*store, QStringLiteral("1 = 1")) : 0;
    findings.expect(control > 0, QStringLiteral("the control lost nothing"));
    return findings.outcome({{QStringLiteral("applications"), before},
                             {QStringLiteral("restored"), kept},
                             {QStringLiteral("restore_ms"), took},
                             {QStringLiteral("control_lost"), control}});
}

// The embedded centre: a copy made while it accepts, and a centre started on the copy.
void embedded(Findings& findings, QJsonObject& figures) {
    const QTemporaryDir folder;
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return findings.expect(false, QStringLiteral("central did not start"));
    const QList<test::DraftApplication> all = drafts(kiosk, 300);
    const QString copy = folder.filePath(QStringLiteral("copy"));
    QProcess backup;
    int acknowledged = 0;
    int first = 0; // acknowledged before the copying began
    for (const test::DraftApplication& draft : all) {
        if (acknowledged == 150) {
            first = acknowledged;
            backup.start(centralProgram(), {QStringLiteral("--data"), central.dataDir(),
                                            QStringLiteral("--backup"), copy});
        }
        acknowledged += kiosk.put(draft).status == 201 ? 1 : 0;
    }
    findings.expect(backup.waitForFinished(30'000) && backup.exitCode() == 0,
                    QStringLiteral("backup failed"));
    findings.expect(exitOf(centralProgram(), {QStringLiteral("--data"), central.dataDir(),
                                              QStringLiteral("--backup"), copy}) == 1,
                    QStringLiteral("a copy is written over"));
    central.stop();
    auto database = storage::Database::open(copy + QStringLiteral("/central.db"));
    const auto kept = database->first(QStringLiteral("SELECT count(*) FROM application"),
                                      [](const storage::Statement& row) { return row.integer(0); });
    const qint64 copied = kept.has_value() ? kept->value_or(-1) : -1;
    findings.expect(copied >= first && first > 0,
                    QStringLiteral("%1 of %2 in the copy").arg(copied).arg(first));
    QProcess restored;
    restored.start(centralProgram(), unhurried + QStringList{QStringLiteral("--data"), copy,
                                                             QStringLiteral("--listen"),
                                                             QStringLiteral("127.0.0.1:0"),
                                                             QStringLiteral("--print-port")});
    restored.waitForReadyRead(20'000);
    const auto port = static_cast<quint16>(restored.readLine().trimmed().toInt());
    kiosk.port = port;
    int known = 0;
    int added = 0;
    for (const test::DraftApplication& draft : all) { // the kiosk repeats what it is unsure of
        const int status = kiosk.put(draft).status;
        known += status == 200 ? 1 : 0;
        added += status == 201 ? 1 : 0;
    }
    restored.terminate();
    restored.waitForFinished(15'000);
    findings.expect(known == copied && known + added == all.size(),
                    QStringLiteral("restored: %1 known, %2 new").arg(known).arg(added));
    figures.insert(QStringLiteral("embedded_copied"), copied);
    figures.insert(QStringLiteral("embedded_acknowledged_before"), first);
}

BarOutcome restore() {
    if (!test::PostgresProcess::installed())
        return {false, {}, QStringLiteral("postgresql-15")};
    Findings findings;
    QJsonObject figures;
    embedded(findings, figures);
    const QJsonObject more = pointInTime(findings).figures;
    for (auto it = more.begin(); it != more.end(); ++it)
        figures.insert(it.key(), it.value());
    return findings.outcome(figures);
}

// ---- rel-upgrade

// A database as version `n` left it, brought to this one; every golden row is still there.
void upgradeOne(const QString& side, int n, Findings& findings, qint64& rows) {
    const QString folder = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/") + side;
    const QByteArray content = contentOf(golden + QStringLiteral("%1-%2.sql").arg(side).arg(n));
    const auto migrations = storage::readMigrations(folder);
    const QTemporaryDir place;
    auto database = storage::Database::open(place.filePath(QStringLiteral("old.db")));
    const QString what = QStringLiteral("%1 %2").arg(side).arg(n);
    if (content.isEmpty() || !migrations.has_value() || !database.has_value())
        return findings.expect(false, what + QStringLiteral(": no golden database"));
    findings.expect(storage::migrate(*database, migrations->first(n)).has_value() &&
                        database->execute(QString::fromUtf8(content)).has_value(),
                    what + QStringLiteral(": the golden one does not load"));
    const QByteArrayList inserts = content.split('\n');
    QMap<QString, qint64> wanted;
    for (const QByteArray& line : inserts)
        if (line.startsWith("INSERT INTO "))
            ++wanted[QString::fromLatin1(line.split(' ')[2])];
    findings.expect(storage::migrate(*database, *migrations).has_value(),
                    what + QStringLiteral(": does not migrate"));
    findings.expect(database->quickCheck().has_value(), what + QStringLiteral(": damaged"));
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto found =
            database->first(QStringLiteral("SELECT count(*) FROM ") + it.key(),
                            [](const storage::Statement& row) { return row.integer(0); });
        const qint64 count = found.has_value() ? found->value_or(-1) : -1;
        rows += count;
        findings.expect(
            count == *it,
            QStringLiteral("%1: %2 has %3 rows, not %4").arg(what, it.key()).arg(count).arg(*it));
    }
    // The control, each time: a row too few is a difference.
    const QString some = wanted.firstKey();
    (void)database->execute(QStringLiteral("PRAGMA foreign_keys = OFF; DELETE FROM ") + some);
    const auto left = database->first(QStringLiteral("SELECT count(*) FROM ") + some,
                                      [](const storage::Statement& row) { return row.integer(0); });
    findings.expect(left.has_value() && left->value_or(-1) != wanted.value(some),
                    QStringLiteral("the control: a lost row is not seen"));
}

BarOutcome upgrade() {
    Findings findings;
    qint64 rows = 0;
    int databases = 0;
    for (const char* side : {"central", "client"}) {
        const auto all = storage::readMigrations(
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/") + QLatin1String(side));
        for (int n = 1; all.has_value() && n <= all->size(); ++n, ++databases)
            upgradeOne(QLatin1String(side), n, findings, rows);
    }
    // Every manifest that was ever written is still taken, from the machine that wrote it.
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    const QTemporaryDir folder; // a key in a source tree may be read by others; a device's may not
    const QString pem = folder.filePath(QStringLiteral("device.pem"));
    QFile::copy(golden + QStringLiteral("manifest.pem"), pem);
    QFile::setPermissions(pem, QFile::ReadOwner | QFile::WriteOwner);
    const auto key = crypto::PrivateKey::load(pem);
    if (!key.has_value())
        return {false, {{QStringLiteral("why"), QStringLiteral("no golden key")}}, {}};
    kiosk.key = *key;
    if (!ready(central, kiosk))
        return notStarted();
    const QStringList manifests =
        QDir(golden).entryList({QStringLiteral("manifest-*.cbor")}, QDir::Files, QDir::Name);
    int taken = 0;
    int control = 0;
    for (const QString& name : manifests) {
        QByteArray bytes = contentOf(golden + name);
        const auto manifest = protocol::readManifest(bytes);
        const QByteArray path = "/v1/applications/" +
                                (manifest.has_value() ? manifest->id.toLatin1() : QByteArray("x"));
        const auto put = [&](const QByteArray& body) {
            return test::askOnce(central.port(), "PUT", path, body, {kiosk.authorization}).status;
        };
        bytes[bytes.size() - 5] ^= 1;
        control += put(bytes) == 422 ? 1 : 0;
        bytes[bytes.size() - 5] ^= 1;
        const int status = put(bytes);
        taken += status == 201 ? 1 : 0;
        findings.expect(status == 201, name + QStringLiteral(": %1").arg(status));
    }
    findings.expect(taken > 0, QStringLiteral("no golden manifest"));
    findings.expect(control == taken, QStringLiteral("the control: a bent manifest is taken"));
    // An older program on newer data: refused with a plain word, and nothing touched.
    central.stop();
    const QString file = central.dataDir() + QStringLiteral("/central.db");
    {
        auto database = storage::Database::open(file);
        (void)database->execute(QStringLiteral(
            "INSERT INTO schema_migration (version, name, sha256) VALUES (999, 'later', x'00')"));
    }
    const auto digest = [&file] {
        auto database = storage::Database::open(file);
        (void)database->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        return crypto::sha256(contentOf(file));
    };
    const QByteArray untouched = digest();
    QByteArray said;
    const int status = exitOf(centralProgram(),
                              {QStringLiteral("--data"), central.dataDir(),
                               QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")},
                              &said);
    findings.expect(status == 1 && said.contains("schema 999"),
                    QStringLiteral("an older program: %1 %2")
                        .arg(status)
                        .arg(QString::fromUtf8(said.left(80))));
    findings.expect(digest() == untouched, QStringLiteral("an older program wrote to newer data"));
    return findings.outcome({{QStringLiteral("databases"), databases},
                             {QStringLiteral("rows"), rows},
                             {QStringLiteral("manifests"), taken},
                             {QStringLiteral("control_refused"), control}});
}

} // namespace

QList<Bar> keepingBars() {
    return {
        {"rel-restore",
         "back to the second before the disaster, nothing acknowledged missing",
         restore,
         {}},
        {"rel-upgrade",
         "databases and manifests of every version are taken over whole",
         upgrade,
         {}},
    };
}

} // namespace tongban::cli
