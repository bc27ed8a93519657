// The product's own migrations, of the machines and of the centre, from every version to the
// newest: the schema is that of a fresh database, what was there stays, a newer one is refused.
#include "services/central/store.h"
#include "services/storage/database.h"
#include "services/storage/migrations.h"
#include "tests/support/postgres_process.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace tongban;
using storage::Database;
using storage::Migration;

class MigrationsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString fresh() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }
    static QList<Migration> history(const QString& side) {
        return storage::readMigrations(TONGBAN_SOURCE_DIR "/resources/sql/" + side).value();
    }
    static QStringList schemaOf(Database& database) {
        QStringList schema;
        const auto read = database.each(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master "
            "ORDER BY type, name",
            [&schema](const storage::Statement& row) { schema.append(row.text(0)); });
        return read.has_value() ? schema : QStringList();
    }
    // The first `count` files of the central migrations, in a folder of their own.
    QString folderUpTo(int count) {
        const QString target = m_folder.filePath(QStringLiteral("sql-%1").arg(++m_files));
        QDir().mkpath(target);
        const QDir source(TONGBAN_SOURCE_DIR "/resources/sql/central");
        const QStringList files = source.entryList({"*.sql"}, QDir::Files, QDir::Name);
        for (int i = 0; i < count; ++i)
            QFile::copy(source.filePath(files[i]), target + "/" + files[i]);
        return target;
    }

private Q_SLOTS:
    void sqliteFromEveryVersion_data() {
        QTest::addColumn<QString>("side");
        QTest::newRow("machines") << "client";
        QTest::newRow("centre") << "central";
    }
    void sqliteFromEveryVersion() {
        QFETCH(QString, side);
        const QList<Migration> all = history(side);
        Database whole = Database::open(fresh()).value();
        QVERIFY(storage::migrate(whole, all).has_value());
        const QStringList wanted = schemaOf(whole);
        QVERIFY(wanted.size() > 5);
        const QString mark = side == "client" ? "INSERT INTO cursor VALUES ('mark', 'kept')"
                                              : "INSERT INTO idem VALUES ('d', 'mark', x'00', 201, "
                                                "'kept', 0)";
        const QString look = side == "client" ? "SELECT v FROM cursor WHERE k = 'mark'"
                                              : "SELECT answer FROM idem WHERE k = 'mark'";
        for (qsizetype from = 0; from <= all.size(); ++from) {
            Database database = Database::open(fresh()).value();
            QVERIFY(storage::migrate(database, all.first(from)).has_value());
            if (from > 0)
                QVERIFY(database.execute(mark).has_value());
            QCOMPARE(storage::migrate(database, all).value(), static_cast<int>(all.size()));
            QCOMPARE(schemaOf(database), wanted);
            if (from > 0)
                QCOMPARE(
                    database.first(look, [](const storage::Statement& row) { return row.text(0); })
                        .value()
                        .value_or(QString()),
                    QString("kept"));
        }
        QCOMPARE(storage::migrate(whole, all.first(all.size() - 1)).error().kind,
                 FaultKind::Conflict);
    }

    void postgresFromEveryVersion() {
        if (!test::PostgresProcess::installed())
            QSKIP("PostgreSQL is not installed (package postgresql-15)");
        test::PostgresProcess postgres;
        QVERIFY(postgres.start());
        const auto open = [&](const QString& name, const QString& folder) {
            central::StoreOptions options;
            options.postgres = postgres.connection(name);
            options.migrations = folder;
            return central::Store::open(options);
        };
        const auto columns = [](central::Store& store) {
            return store.wait<QString>([](central::Sql& sql) -> Result<QString> {
                TRY_ASSIGN(const auto text,
                           sql.first("SELECT string_agg(table_name || '.' || column_name || ' ' || "
                                     "data_type, ',' ORDER BY table_name, ordinal_position) FROM "
                                     "information_schema.columns WHERE table_schema = 'public'",
                                     {}, [](const central::SqlRow& row) { return row.text(0); }));
                return text.value_or(QString());
            });
        };
        const int all = static_cast<int>(history("central").size());
        QVERIFY(postgres.createDatabase("whole"));
        auto whole = open("whole", folderUpTo(all));
        QVERIFY(whole.has_value());
        const QString wanted = columns(**whole).value();
        QVERIFY(wanted.contains("audit_in.detail_hash bytea"));
        for (int from = 1; from <= all; ++from) {
            const QString name = QString("from%1").arg(from);
            QVERIFY(postgres.createDatabase(name));
            QVERIFY(open(name, folderUpTo(from)).has_value());
            auto store = open(name, folderUpTo(all));
            QVERIFY(store.has_value());
            QCOMPARE(columns(**store).value(), wanted);
        }
        // A newer database and an older program.
        const auto marked = (*whole)->wait<bool>([](central::Sql& sql) -> Result<bool> {
            TRY(sql.run("INSERT INTO schema_migration VALUES (999, 'later')", {}));
            return true;
        });
        QVERIFY(marked.has_value());
        const auto refused = open("whole", folderUpTo(all));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, FaultKind::Conflict);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
