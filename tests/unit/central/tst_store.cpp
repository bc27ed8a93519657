// The store's rules on SQLite and on a real PostgreSQL: the same rows, the same outcomes.
#include "services/central/alarms.h"
#include "services/central/audit_log.h"
#include "services/central/devices.h"
#include "services/central/feed.h"
#include "services/central/feed_hub.h"
#include "services/central/store.h"
#include "services/crypto/key_pair.h"
#include "services/crypto/signature.h"
#include "tests/support/postgres_process.h"

#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace tongban;
using namespace tongban::central;
using tongban::test::PostgresProcess;

class StoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresProcess> m_postgres;
    std::unique_ptr<Store> m_store;
    int m_databases = 0;

    // Opens an empty store of the row's kind; false: not here, the test skips.
    bool open() {
        QFETCH(QString, kind);
        m_store.reset();
        StoreOptions options;
        options.migrations = TONGBAN_SOURCE_DIR "/resources/sql/central";
        const QString name = QString("t%1").arg(++m_databases);
        if (kind == "sqlite")
            options.sqliteFile = m_folder.filePath(name + ".db");
        else if (!m_postgres || !m_postgres->createDatabase(name))
            return false;
        else
            options.postgres = m_postgres->connection(name);
        auto store = Store::open(options);
        if (!store.has_value())
            qWarning() << store.error().detail;
        else
            m_store = std::move(*store);
        return m_store != nullptr;
    }
    void rows() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("sqlite") << "sqlite";
        QTest::newRow("postgresql") << "postgresql";
    }
    Result<qint64> number(const QString& statement) {
        return m_store->wait<qint64>([statement](Sql& sql) -> Result<qint64> {
            TRY_ASSIGN(const auto value,
                       sql.first(statement, {}, [](const SqlRow& row) { return row.integer(0); }));
            return value.value_or(-1);
        });
    }
    QString enrolledDevice() {
        const Instant now = SystemClock().now();
        const auto device = m_store->wait<QString>([now](Sql& sql) -> Result<QString> {
            TRY_ASSIGN(const EnrolmentCode code, planDevice(sql, {"自助机 01"}, now));
            TRY_ASSIGN(const crypto::PrivateKey key,
                       crypto::PrivateKey::generate(crypto::Algorithm::P256));
            TRY_ASSIGN(const Enrolment enrolment, enrol(sql, {code.code, key.publicKey()}, now));
            return enrolment.device.id;
        });
        return device.value_or(QString());
    }

private Q_SLOTS:
    void initTestCase() {
        if (!PostgresProcess::installed()) {
            qInfo("PostgreSQL is not installed (package postgresql-15): its rows are skipped");
            return;
        }
        m_postgres = std::make_unique<PostgresProcess>();
        if (!m_postgres->start())
            m_postgres.reset();
    }
    void cleanup() { m_store.reset(); }

    void aFaultRollsBackAndItsNeighboursStay_data() { rows(); }
    void aFaultRollsBackAndItsNeighboursStay() {
        if (!open())
            QSKIP("PostgreSQL is not here");
        std::atomic<int> good{0};
        std::atomic<int> bad{0};
        for (int i = 0; i < 50; ++i) {
            m_store->run<bool>(
                [i](Sql& sql) -> Result<bool> {
                    TRY(sql.run("INSERT INTO outbox (id, target, body, state, not_before) VALUES "
                                "(?, 'x', ?, 'waiting', 0)",
                                {QString::number(i), QByteArray("\0\xff", 2)}));
                    if (i % 3 == 0)
                        return fail(FaultKind::Invalid, "no");
                    return true;
                },
                [&](const Result<bool>& outcome) { ++(outcome.has_value() ? good : bad); });
        }
        QTRY_COMPARE(good + bad, 50);
        QCOMPARE(bad.load(), 17);
        QCOMPARE(number("SELECT count(*) FROM outbox").value(), 33);
        const auto bytes = m_store->wait<QByteArray>([](Sql& sql) -> Result<QByteArray> {
            TRY_ASSIGN(const auto body,
                       sql.first("SELECT body FROM outbox WHERE id = ?", {QString("1")},
                                 [](const SqlRow& row) { return row.bytes(0); }));
            return body.value_or(QByteArray());
        });
        QCOMPARE(bytes.value(), QByteArray("\0\xff", 2));
    }

    void feedNumbersHaveNoGapsUnderManyWriters_data() { rows(); }
    void feedNumbersHaveNoGapsUnderManyWriters() {
        if (!open())
            QSKIP("PostgreSQL is not here");
        const QString device = enrolledDevice();
        QVERIFY(!device.isEmpty());
        std::atomic<int> done{0};
        for (int i = 0; i < 200; ++i) {
            m_store->run<bool>(
                [device, i](Sql& sql) -> Result<bool> {
                    TRY(appendEvent(sql, device, {0, QString::number(i), "status", {}, Instant{}}));
                    if (i % 5 == 0)
                        return fail(FaultKind::Invalid, "rolled back");
                    return true;
                },
                [&](const Result<bool>&) { ++done; });
        }
        QTRY_COMPARE(done.load(), 200);
        const auto page =
            m_store->wait<FeedPage>([device](Sql& sql) { return readFeed(sql, device, 0, 500); });
        QCOMPARE(page->events.size(), 160);
        for (qsizetype i = 0; i < page->events.size(); ++i)
            QCOMPARE(page->events[i].sequence, qint64(i + 1));
        QVERIFY(
            m_store->wait<FeedPage>([device](Sql& sql) { return readFeed(sql, device, 161, 10); })
                ->mustRefetch);
    }

    void aTrimmedFeedMustBeFetchedAnew_data() { rows(); }
    void aTrimmedFeedMustBeFetchedAnew() {
        if (!open())
            QSKIP("PostgreSQL is not here");
        const QString device = enrolledDevice();
        for (int i = 1; i <= 4; ++i)
            QVERIFY(
                m_store
                    ->wait<qint64>([device, i](Sql& sql) {
                        return appendEvent(sql, device, {0, "a", "status", {}, fromMs(i * 1000)});
                    })
                    .has_value());
        QCOMPARE(
            m_store->wait<qint64>([](Sql& sql) { return trimFeeds(sql, fromMs(2500)); }).value(),
            2);
        QVERIFY(m_store->wait<FeedPage>([device](Sql& sql) { return readFeed(sql, device, 1, 10); })
                    ->mustRefetch);
        QCOMPARE(
            m_store->wait<FeedPage>([device](Sql& sql) { return readFeed(sql, device, 2, 10); })
                ->events.size(),
            2);
    }

    void theAuditChainShowsEveryChange_data() { rows(); }
    void theAuditChainShowsEveryChange() {
        if (!open())
            QSKIP("PostgreSQL is not here");
        const auto key = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
        const auto sign = [&](const QByteArray& text) { return crypto::sign(key, text); };
        const auto good = [&](const QByteArray& text, const QByteArray& signature) {
            return crypto::verify(key.publicKey(), text, signature);
        };
        const auto verified = [&] {
            return m_store->wait<qint64>([&](Sql& sql) { return verifyAudit(sql, good); });
        };
        for (int i = 0; i < 30; ++i)
            QVERIFY(m_store
                        ->wait<bool>([i](Sql& sql) -> Result<bool> {
                            TRY(note(sql, {SystemClock().now(),
                                           "0108",
                                           "here",
                                           "case.view",
                                           QString::number(i),
                                           "done",
                                           {}}));
                            return true;
                        })
                        .has_value());
        qint64 sealed = 0; // PostgreSQL hides rows that an older open transaction may precede
        QTRY_VERIFY((sealed += m_store
                                   ->wait<qint64>([&](Sql& sql) {
                                       return sealAudit(sql, SystemClock().now(), sign);
                                   })
                                   .value_or(0)) >= 30);
        QCOMPARE(sealed, 30);

        QCOMPARE(verified().value(), 30);
        const QStringList attacks{
            "UPDATE audit SET entry = replace(entry, '0108', '0109') WHERE n = 7",
            "DELETE FROM audit WHERE n = 12",
            "DELETE FROM audit WHERE n = 30",
            "UPDATE audit SET at = at + 1 WHERE n = 3",
            "UPDATE audit SET n = 31 WHERE n = 5",
            "UPDATE audit_head SET n = 29"};
        for (const QString& attack : attacks) {
            const auto noticed = m_store->wait<bool>([&](Sql& sql) -> Result<bool> {
                TRY(sql.run(attack));
                const auto outcome = verifyAudit(sql, good);
                return fail(FaultKind::Invalid,
                            outcome.has_value() ? "unnoticed" : "noticed"); // rolls the attack back
            });
            QVERIFY2(noticed.error().detail == "noticed", qPrintable(attack));
        }
        QCOMPARE(verified().value(), 30);
    }

    void aWakeBetweenReadingAndWaitingIsNotMissed() {
        FeedHub hub;
        const quint64 ticket = hub.ticket("d");
        hub.wake({"d"});
        bool called = false;
        hub.wait("d", ticket, std::chrono::seconds(60), [&] { called = true; });
        QVERIFY(called);
        std::atomic<int> woken{0};
        hub.wait("d", hub.ticket("d"), std::chrono::milliseconds(50), [&] { ++woken; });
        QTRY_COMPARE(woken.load(), 1);
        QCOMPARE(hub.waiting(), 0);
    }

    void anAlarmRingsOnceUntilSomebodySawIt_data() { rows(); }
    void anAlarmRingsOnceUntilSomebodySawIt() {
        if (!open())
            QSKIP("PostgreSQL is not installed (package postgresql-15)");
        const Instant now = SystemClock().now();
        const auto alarms = m_store->wait<QList<Alarm>>([now](Sql& sql) -> Result<QList<Alarm>> {
            for (int i = 0; i < 3; ++i)
                TRY(raiseAlarm(sql, {"tamper", "440399-000001"}, now));
            TRY(raiseAlarm(sql, {"tamper", "440399-000002"}, now));
            return newestAlarms(sql, 10);
        });
        QCOMPARE(alarms->size(), 2);
        const QString id = alarms->last().id;
        const auto again = m_store->wait<QList<Alarm>>([&](Sql& sql) -> Result<QList<Alarm>> {
            TRY(seeAlarm(sql, id, "9002", now));
            TRY(seeAlarm(sql, id, "9001", now)); // who saw it first stays
            TRY(raiseAlarm(sql, {"tamper", "440399-000001"}, now));
            return newestAlarms(sql, 10);
        });
        QCOMPARE(again->size(), 3);
        QCOMPARE(number("SELECT count(*) FROM alarm WHERE seen_by = '9002'").value(), 1);
        const auto none = m_store->wait<bool>([now](Sql& sql) -> Result<bool> {
            TRY(seeAlarm(sql, "no such", "9002", now));
            return true;
        });
        QCOMPARE(none.error().kind, FaultKind::NotFound);
    }

    void aDamagedFileIsNotStartedOn() {
        StoreOptions options;
        options.migrations = TONGBAN_SOURCE_DIR "/resources/sql/central";
        options.sqliteFile = m_folder.filePath("damaged.db");
        {
            auto store = Store::open(options);
            QVERIFY(store.has_value());
            const auto filled = (*store)->wait<bool>([](Sql& sql) -> Result<bool> {
                for (int i = 0; i < 500; ++i)
                    TRY(sql.run("INSERT INTO idem VALUES (?, ?, ?, 201, 'answer', 0)",
                                {QString("d%1").arg(i), QString("k"), QByteArray(300, 'b')}));
                return true;
            });
            QVERIFY(filled.has_value());
        }
        QVERIFY(Store::open(options).has_value()); // sound
        QFile file(options.sqliteFile);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        for (qsizetype at = bytes.size() / 2; at < bytes.size() / 2 + 9'000; at += 7)
            bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        const auto refused = Store::open(options);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().detail.contains("is damaged"), qPrintable(refused.error().detail));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes); // left as it is
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
