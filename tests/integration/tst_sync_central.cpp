// The sync engine of a kiosk against the real central process: blobs, applications, feed, reports;
// kill -9 on both sides.
#include "tests/support/central_process.h"
#include "tests/support/sync_machine.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::test;

class TestSyncCentral : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    CentralProcess m_central{{QStringLiteral("--device-rate"), QStringLiteral("100000")}};
    KioskDouble m_kiosk;
    int m_files = 0;
    int m_confirmed = 0; // by machines before, whose feed this device still has

    QByteArray token() const { return m_kiosk.authorization.mid(22); }
    QString freshFile() { return m_dir.filePath(QStringLiteral("kiosk-%1.db").arg(++m_files)); }
    DraftApplication draft(qsizetype blobSize = 0) {
        DraftApplication draft = m_kiosk.draft(QStringLiteral("residence-permit"));
        if (blobSize > 0) {
            draft.blobs = {crypto::randomBytes(blobSize)};
            draft.manifest.blobs[0].hash = crypto::sha256(draft.blobs[0]);
            draft.manifest.blobs[0].size = blobSize;
            draft.bytes = *protocol::signManifest(draft.manifest, m_kiosk.key);
        }
        return draft;
    }

private Q_SLOTS:
    void initTestCase() {
        QLoggingCategory::setFilterRules(
            qEnvironmentVariable("TONGBAN_LOUD").isEmpty() ? "tongban.sync=false" : "");
        QVERIFY(m_central.start());
        QCOMPARE(
            m_kiosk
                .enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(m_kiosk.key))
                .status,
            200);
    }

    void applicationsArriveAndTheFeedConfirmsThem() {
        SyncMachine machine(freshFile(), m_central.url(), token(), std::chrono::milliseconds(200));
        QSignalSpy reports(&machine.engine(), &sync::SyncEngine::reportAnswered);
        for (int i = 0; i < 10; ++i)
            QVERIFY(machine.submit(draft(i * 20'000)));
        QTRY_COMPARE_WITH_TIMEOUT(
            machine.count("SELECT count(*) FROM application WHERE state='confirmed'"), 10, 20'000);
        QCOMPARE(machine.count("SELECT count(*) FROM outbox WHERE state <> 'done'"), 0);
        QTRY_VERIFY(machine.engine().status().waiting == 0);
        QVERIFY(machine.engine().status().online);
        QVERIFY(machine.engine().time().age().has_value());
        QVERIFY(!machine.engine().time().uncertain());
        QTRY_VERIFY(!reports.isEmpty());
    }

    void aForgedApplicationIsQuarantinedAndTheNextArrives() {
        SyncMachine machine(freshFile(), m_central.url(), token());
        DraftApplication forged = draft();
        forged.bytes[forged.bytes.size() - 100] =
            static_cast<char>(forged.bytes[forged.bytes.size() - 100] ^ 1);
        QVERIFY(machine.submit(forged));
        --m_kiosk.sequence; // its number was never used
        const DraftApplication good = m_kiosk.draft("residence-permit");
        const QString file = freshFile();
        SyncMachine other(file, m_central.url(), token());
        QVERIFY(other.submit(good));
        QTRY_COMPARE_WITH_TIMEOUT(
            machine.count("SELECT count(*) FROM application WHERE state='quarantined'"), 1, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(
            other.count("SELECT count(*) FROM application WHERE state='confirmed'"), 1, 10'000);
        QCOMPARE(m_kiosk.put(good).status, 200);
    }

    void killsOnBothSidesLoseNothing() {
        const QString file = freshFile();
        QList<DraftApplication> all;
        auto machine = std::make_unique<SyncMachine>(file, m_central.url(), token());
        for (int round = 0; round < 6; ++round) {
            for (int i = 0; i < 5; ++i) {
                all.append(draft(30'000));
                QVERIFY(machine->submit(all.last()));
            }
            QTest::qWait(60);
            if (round % 2 == 0) {
                m_central.kill9();
                QTest::qWait(100);
                QVERIFY(m_central.start());
            } else {
                machine.reset(); // whatever was under way is not heard of again
                machine = std::make_unique<SyncMachine>(file, m_central.url(), token());
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(
            machine->count("SELECT count(*) FROM application WHERE state='confirmed'"), 30, 60'000);
        for (const DraftApplication& one : std::as_const(all))
            QCOMPARE(m_kiosk.put(one).status, 200);
        // The feed has one "stored" for each, numbered without a gap.
        QCOMPARE(
            machine->count(
                "SELECT count(*) - count(DISTINCT application) FROM inbox WHERE kind='stored'"),
            0);
        QCOMPARE(machine->count("SELECT max(dseq) - count(*) FROM inbox"), 0);
    }

    void withoutACentralServiceTheKioskKeepsAndKnows() {
        SyncMachine machine(freshFile(), "http://127.0.0.1:9", token());
        QVERIFY(machine.submit(draft()));
        QTest::qWait(500);
        QVERIFY(!machine.engine().status().online);
        QCOMPARE(machine.engine().status().waiting, 1);
        QCOMPARE(machine.engine().intakeStop(100LL << 30, true), sync::IntakeStop::NeverEnrolled);
    }
};

QTEST_GUILESS_MAIN(TestSyncCentral)
#include "tst_sync_central.moc"
