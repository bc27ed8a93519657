// One submit is one transaction; the outbox keeps its order; chains reveal every change.
#include "services/cases/audit_chain.h"
#include "services/cases/case_store.h"
#include "services/cases/outbox.h"
#include "services/storage/migrations.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::cases;
using storage::Database;

class TestCases : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;
    const Instant m_now{std::chrono::milliseconds(1'795'000'000'000)};

    Database fresh() {
        auto database = Database::open(m_dir.filePath(QString::number(++m_files)));
        const auto list =
            storage::readMigrations(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client"));
        if (!database || !list || !storage::migrate(*database, *list))
            qFatal("cannot make the client database");
        return std::move(*database);
    }

    Submission submission(quint64 n) const {
        Submission s;
        s.id = CaseId(newUuid7(m_now));
        s.deviceSequence = n;
        s.item = "residence-permit";
        s.packageDigest = "ab";
        s.manifest = "manifest " + QByteArray::number(n);
        const QByteArray cipher = "scan " + QByteArray::number(n);
        s.materials = {{QCryptographicHash::hash(cipher, QCryptographicHash::Sha256), cipher}};
        for (int i = 1; i <= 3; ++i)
            s.journal.append({i, 1, m_now, "Completed", QByteArray(32, char('a' + i))});
        s.receiptId = QByteArray::number(n).rightJustified(12, '0');
        s.receiptNumber = QString("440399-000101-%1").arg(n, 6, 10, QChar('0'));
        s.receiptUrl = "HTTPS://R.EXAMPLE.GOV.CN/1" + QString::number(n);
        s.at = m_now;
        return s;
    }

private Q_SLOTS:
    void submitWritesEverythingOnce() {
        Database db = fresh();
        const Submission s = submission(1);
        QVERIFY(submit(db, s).has_value());
        QVERIFY(submit(db, s).has_value());
        QCOMPARE(dueItems(db, Lane::Submit, m_now, 10)->size(), 1);
        QCOMPARE(dueItems(db, Lane::Blobs, m_now, 10)->size(), 1);
        QCOMPARE(manifestOf(db, s.id).value(), s.manifest);
        QCOMPARE(caseByReceipt(db, s.receiptId).value()->receiptNumber, s.receiptNumber);
        QVERIFY(verifyJournal(db, s.id).has_value());
        QCOMPARE(nextDeviceSequence(db).value(), 2u);
        QCOMPARE(auditHead(db)->n, 1);
    }

    void otherContentUnderTheSameIdIsRefused() {
        Database db = fresh();
        Submission s = submission(1);
        QVERIFY(submit(db, s).has_value());
        s.manifest = "other";
        QCOMPARE(submit(db, s).error().kind, FaultKind::Conflict);
    }

    void aFailingPartLeavesNothing() {
        Database db = fresh();
        QVERIFY(submit(db, submission(1)).has_value());
        Submission twin = submission(2);
        twin.receiptNumber = submission(1).receiptNumber; // violates the unique number, last insert
        QVERIFY(!submit(db, twin).has_value());
        QVERIFY(!caseById(db, twin.id)->has_value());
        QCOMPARE(dueItems(db, Lane::Submit, m_now, 10)->size(), 1);
        QCOMPARE(auditHead(db)->n, 1);
    }

    void aBadItemDoesNotBlockTheNext() {
        Database db = fresh();
        for (quint64 n = 1; n <= 3; ++n)
            QVERIFY(submit(db, submission(n)).has_value());
        auto due = dueItems(db, Lane::Submit, m_now, 10).value();
        QVERIFY(markQuarantined(db, due[0], m_now, "422").has_value());
        QVERIFY(markRetry(db, due[1], m_now + std::chrono::seconds(30), "offline").has_value());
        auto now = dueItems(db, Lane::Submit, m_now, 10).value();
        QCOMPARE(now.size(), 1);
        QCOMPARE(now[0].ref, due[2].ref);
        QVERIFY(markDelivered(db, now[0], m_now).has_value());
        QCOMPARE(nextDue(db, Lane::Submit)->value(), m_now + std::chrono::seconds(30));
        QVERIFY(makeAllDue(db).has_value());
        QCOMPARE(dueItems(db, Lane::Submit, m_now, 10)->size(), 1);
        QCOMPARE(dueItems(db, Lane::Submit, m_now, 10)->first().tries, 1);
    }

    void feedIsIdempotentAndConfirms() {
        Database db = fresh();
        const Submission s = submission(1);
        QVERIFY(submit(db, s).has_value());
        QVERIFY(
            markDelivered(db, dueItems(db, Lane::Submit, m_now, 1)->first(), m_now).has_value());
        const QList<StatusEvent> events{{1, s.id, "stored", "{}", m_now},
                                        {2, s.id, "step", "{}", m_now}};
        QVERIFY(applyFeed(db, events, 2).has_value());
        QVERIFY(applyFeed(db, events, 2).has_value());
        QCOMPARE(statusOf(db, s.id)->size(), 2);
        QCOMPARE(caseById(db, s.id).value()->state, QStringLiteral("confirmed"));
        QCOMPARE(cursor(db, "feed").value(), QStringLiteral("2"));
        QCOMPARE(purgeConfirmed(db, m_now + std::chrono::hours(25)).value(), 1);
        QVERIFY(!manifestOf(db, s.id).has_value());
        QVERIFY(!ciphertextOf(db, s.materials[0].hash).has_value());
    }

    void everyChangeOfTheChainsIsFound() {
        Database db = fresh();
        for (quint64 n = 1; n <= 5; ++n)
            QVERIFY(submit(db, submission(n)).has_value());
        const AuditHead head = auditHead(db).value();
        QVERIFY(verifyAudit(db, &head).has_value());
        QVERIFY(db.execute("SAVEPOINT s; UPDATE audit SET what = 'x' WHERE n = 3").has_value());
        QVERIFY(verifyAudit(db).error().detail.contains("entry 3"));
        QVERIFY(db.execute("ROLLBACK TO s; DELETE FROM audit WHERE n = 2").has_value());
        QVERIFY(verifyAudit(db).error().detail.contains("entry 2"));
        QVERIFY(db.execute("ROLLBACK TO s; DELETE FROM audit WHERE n = 5").has_value());
        QVERIFY(verifyAudit(db).has_value()); // a cut tail needs the countersigned head
        QVERIFY(verifyAudit(db, &head).error().detail.contains("entry 5"));
        QVERIFY(db.execute("ROLLBACK TO s; UPDATE event SET digest = zeroblob(32) WHERE seq = 2")
                    .has_value());
        const auto first = dueItems(db, Lane::Submit, m_now, 1)->first();
        QVERIFY(verifyJournal(db, CaseId(first.ref)).error().detail.contains("event 2"));
    }

    void printsAreCounted() {
        Database db = fresh();
        const Submission s = submission(1);
        QVERIFY(submit(db, s).has_value());
        QCOMPARE(countPrint(db, s.id).value(), 1);
        QCOMPARE(countPrint(db, s.id).value(), 2);
        QCOMPARE(countPrint(db, CaseId("none")).error().kind, FaultKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
