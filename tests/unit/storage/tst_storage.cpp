// Statements, transactions, migrations from every version, the order of calls, damage found.
#include "services/storage/database.h"
#include "services/storage/migrations.h"
#include "services/storage/storage_thread.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::storage;

class TestStorage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_count = 0;

    QString freshPath() { return m_dir.filePath(QStringLiteral("%1.db").arg(++m_count)); }

    static qint64 one(Database& db, const char* sql) {
        return db.first(QString::fromLatin1(sql), [](const Statement& r) { return r.integer(0); })
            .value()
            .value_or(-1);
    }

    static QList<Migration> history(int versions) {
        const QList<Migration> all{
            {1, "first", "CREATE TABLE a(id INTEGER PRIMARY KEY, t TEXT NOT NULL);"},
            {2, "second", "ALTER TABLE a ADD COLUMN n INTEGER NOT NULL DEFAULT 7;"},
            {3, "third",
             "CREATE TABLE b(a INTEGER NOT NULL REFERENCES a(id)); CREATE INDEX bi ON b(a);"},
        };
        return all.first(versions);
    }

private Q_SLOTS:
    void valuesComeBackAsTheyWentIn() {
        Database db = Database::open(freshPath()).value();
        QVERIFY(
            db.execute("CREATE TABLE t(i INTEGER, d REAL, s TEXT, b BLOB, n TEXT)").has_value());
        const QByteArray bytes("\0\1\xff", 3);
        const QString text = QStringLiteral("𠮷野家 通办");
        QVERIFY(db.run("INSERT INTO t VALUES(?,?,?,?,?)", qint64(1) << 60, 0.5, text, bytes,
                       std::optional<QString>())
                    .has_value());
        QVERIFY(db.each("SELECT * FROM t", [&](const Statement& row) {
                      QCOMPARE(row.integer(0), qint64(1) << 60);
                      QCOMPARE(row.real(1), 0.5);
                      QCOMPARE(row.text(2), text);
                      QCOMPARE(row.bytes(3), bytes);
                      QVERIFY(row.isNull(4));
                  }).has_value());
    }

    void durabilityIsWhatWasAsked() {
        Database full = Database::open(freshPath()).value();
        QCOMPARE(one(full, "PRAGMA synchronous"), 2);
        QCOMPARE(one(full, "PRAGMA foreign_keys"), 1);
        Database normal = Database::open(freshPath(), {.durability = Durability::Normal}).value();
        QCOMPARE(one(normal, "PRAGMA synchronous"), 1);
    }

    void filesAreForTheirOwnerOnly() {
        const QString path = freshPath();
        Database db = Database::open(path).value();
        QVERIFY(db.execute("CREATE TABLE t(i INTEGER)").has_value());
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
        QVERIFY(!(QFile::permissions(path + "-wal") & others));
    }

    void faultsAreSorted() {
        Database db = Database::open(freshPath()).value();
        QVERIFY(db.execute("CREATE TABLE t(i INTEGER PRIMARY KEY)").has_value());
        QVERIFY(db.run("INSERT INTO t VALUES(1)").has_value());
        QCOMPARE(db.run("INSERT INTO t VALUES(1)").error().kind, FaultKind::Conflict);
        QCOMPARE(db.run("SELECT nothing FROM t").error().kind, FaultKind::Storage);
        QCOMPARE(db.run("SELECT 1; SELECT 2").error().kind, FaultKind::Internal);
        QCOMPARE(db.run("SELECT ?", 1, 2).error().kind, FaultKind::Internal);
        QCOMPARE(Database::open("/nowhere/x.db").error().kind, FaultKind::Storage);
    }

    void aCachedStatementForgetsItsParameters() {
        Database db = Database::open(freshPath()).value();
        QVERIFY(db.execute("CREATE TABLE t(i INTEGER)").has_value());
        QVERIFY(db.run("INSERT INTO t VALUES(?)", 5).has_value());
        Statement again = db.prepare("INSERT INTO t VALUES(?)").value();
        QVERIFY(again.run().has_value());
        QCOMPARE(one(db, "SELECT count(*) FROM t WHERE i IS NULL"), 1);
    }

    void aTransactionThatDiesLeavesNothing() {
        Database db = Database::open(freshPath()).value();
        QVERIFY(db.execute("CREATE TABLE t(i INTEGER)").has_value());
        {
            const auto transaction = Transaction::begin(db);
            QVERIFY(transaction.has_value());
            QVERIFY(db.run("INSERT INTO t VALUES(1)").has_value());
        }
        QCOMPARE(one(db, "SELECT count(*) FROM t"), 0);
        Transaction kept = Transaction::begin(db).value();
        QVERIFY(!Transaction::begin(db).has_value());
        QVERIFY(db.run("INSERT INTO t VALUES(1)").has_value());
        QVERIFY(kept.commit().has_value());
        QCOMPARE(one(db, "SELECT count(*) FROM t"), 1);
    }

    void migrationsStartFromEveryVersion() {
        for (int from = 0; from <= 3; ++from) {
            Database db = Database::open(freshPath()).value();
            if (from > 0)
                QCOMPARE(migrate(db, history(from)).value(), from);
            if (from > 0)
                QVERIFY(db.run("INSERT INTO a(id, t) VALUES(1, 'x')").has_value());
            QCOMPARE(migrate(db, history(3)).value(), 3);
            QCOMPARE(migrate(db, history(3)).value(), 3);
            if (from > 0)
                QCOMPARE(one(db, "SELECT n FROM a"), 7);
        }
    }

    void migrationsRefuseWhatTheyDoNotKnow() {
        Database db = Database::open(freshPath()).value();
        QVERIFY(migrate(db, history(3)).has_value());
        QCOMPARE(migrate(db, history(2)).error().kind, FaultKind::Conflict);
        auto rewritten = history(3);
        rewritten[1].sql += " ";
        QVERIFY(migrate(db, rewritten).error().detail.contains("changed after"));
    }

    void aBrokenMigrationLeavesTheVersionBefore() {
        Database db = Database::open(freshPath()).value();
        auto list = history(2);
        list.append({3, "broken", "CREATE TABLE c(i INTEGER); CREATE TABLE a(oops)"});
        QVERIFY(!migrate(db, list).has_value());
        QCOMPARE(schemaVersion(db).value(), 2);
        QCOMPARE(one(db, "SELECT count(*) FROM sqlite_master WHERE name='c'"), 0);
    }

    void migrationFilesAreNumberedWithoutGaps() {
        QTemporaryDir dir;
        const auto put = [&](const char* name) {
            QFile file(dir.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write("SELECT 1;") > 0;
        };
        QVERIFY(!readMigrations(dir.path()).has_value());
        QVERIFY(put("0001_first.sql"));
        QVERIFY(put("0002_second.sql"));
        QCOMPARE(readMigrations(dir.path()).value().at(1).name, QStringLiteral("second"));
        QVERIFY(put("0004_gap.sql"));
        QVERIFY(!readMigrations(dir.path()).has_value());
    }

    void theStorageThreadKeepsTheOrderAndFinishesAtTheEnd() {
        const QString path = freshPath();
        {
            auto thread = StorageThread::start(path, history(1)).value();
            for (int i = 0; i < 500; ++i) {
                (void)thread->run([i](Database& db) {
                    return db.run("INSERT INTO a(t) VALUES(?)", QString::number(i));
                });
            }
            auto count = thread->run(
                [](Database& db) -> Result<qint64> { return one(db, "SELECT count(*) FROM a"); });
            count.waitForFinished();
            QCOMPARE(count.result().value(), 500);
            (void)thread->run([](Database& db) { return db.run("DELETE FROM a WHERE id=1"); });
        }
        Database db = Database::open(path).value();
        QCOMPARE(one(db, "SELECT count(*) FROM a"), 499);
        QCOMPARE(one(db, "SELECT count(*) FROM a WHERE CAST(t AS INTEGER) + 1 <> id"), 0);
    }

    void damageIsFound() {
        const QString path = freshPath();
        {
            Database db = Database::open(path).value();
            QVERIFY(migrate(db, history(1)).has_value());
            for (int i = 0; i < 2000; ++i)
                QVERIFY(db.run("INSERT INTO a(t) VALUES(?)", QString(100, u'x')).has_value());
            QVERIFY(db.quickCheck().has_value());
            QVERIFY(db.run("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2 / 4096 * 4096));
        file.write(QByteArray(64, '\xee'));
        file.close();
        Database db = Database::open(path).value();
        QCOMPARE(db.quickCheck().error().kind, FaultKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
