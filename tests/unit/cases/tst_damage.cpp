// A damaged database is set aside and what is whole carried over; a sound one is left alone; a
// newer one is refused, not moved.
#include "services/cases/audit_chain.h"
#include "services/cases/case_store.h"
#include "services/cases/damage.h"
#include "services/cases/outbox.h"
#include "services/cases/supplements.h"
#include "services/crypto/digest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::cases;
using storage::Database;

class TestDamage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;
    int m_files = 0;
    const Instant m_now{std::chrono::milliseconds(1'795'000'000'000)};

    static QList<storage::Migration> migrations() {
        return storage::readMigrations(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client"))
            .value();
    }
    const Genuine genuine{[](const KeptCase& kept) {
                              return kept.manifest.startsWith("sealed " + kept.id.toLatin1());
                          },
                          [](const KeptSupplement& kept) {
                              return kept.manifest.startsWith("added " +
                                                              kept.application.toLatin1());
                          }};
    // To the first case of the file, which the centre has had for long; returns its id.
    QString supplement(int revision) {
        auto database = Database::open(m_path);
        const QString id = database
                               ->first("SELECT id FROM application ORDER BY dseq LIMIT 1",
                                       [](const storage::Statement& row) { return row.text(0); })
                               .value()
                               .value();
        const QByteArray cipher = "late scan " + QByteArray::number(revision);
        const SealedSupplement added{newUuid7(m_now),
                                     CaseId(id),
                                     revision,
                                     "added " + id.toLatin1() + QByteArray(2000, 'm'),
                                     {{crypto::sha256(cipher), cipher}},
                                     m_now};
        if (!addSupplement(*database, added).has_value() ||
            !database->execute("PRAGMA wal_checkpoint(TRUNCATE)").has_value())
            qFatal("supplement");
        return id;
    }
    void flip(const QByteArray& text) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf(text);
        QVERIFY(at > 0);
        bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    }
    StartCheck check() {
        const auto checked = checkAtStart(m_path, migrations(), genuine, m_now);
        if (!checked.has_value())
            qFatal("%s", qPrintable(checked.error().detail));
        return *checked;
    }

private Q_SLOTS:
    void init() {
        m_path = m_dir.filePath(QStringLiteral("%1.db").arg(++m_files));
        auto database = Database::open(m_path);
        QVERIFY(storage::migrate(*database, migrations()).has_value());
        for (int n = 1; n <= 20; ++n) {
            Submission s;
            s.id = CaseId(newUuid7(m_now));
            s.deviceSequence = static_cast<quint64>(n);
            s.item = "residence-permit";
            s.manifest = "sealed " + s.id.text().toLatin1() + QByteArray(3000, 'm');
            const QByteArray cipher = "scan " + QByteArray::number(n) + QByteArray(3000, 'c');
            s.materials = {{crypto::sha256(cipher), cipher}};
            s.receiptId = QByteArray::number(n).rightJustified(12, '0');
            s.receiptNumber = QString::number(n);
            s.at = m_now;
            QVERIFY(submit(*database, s).has_value());
        }
        QVERIFY(database->execute("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
    }

    void aSoundOneIsLeftAlone() {
        QVERIFY(check().movedTo.isEmpty());
        QVERIFY(checkAtStart(m_path + "-none", migrations(), genuine, m_now)->movedTo.isEmpty());
    }

    void aFlippedOctetInAKeptCaseIsFound() {
        flip("sealed 0");
        const StartCheck found = check();
        QVERIFY(QFile::exists(found.movedTo));
        QCOMPARE(found.carried, 19);
        QCOMPARE(found.missing, 1);
        QVERIFY(check().movedTo.isEmpty()); // no start loop
        auto database = Database::open(m_path);
        QCOMPARE(dueItems(*database, Lane::Submit, m_now, 100)->size(), 19);
        QCOMPARE(dueItems(*database, Lane::Blobs, m_now, 100)->size(), 19);
        QVERIFY(verifyAudit(*database).has_value());
        // No running number is used for two cases.
        QVERIFY(nextDeviceSequence(*database).value() > 20u);
    }

    void whatWasAddedToACaseIsCarriedOverToo() {
        const QString id = supplement(1);
        supplement(2);
        {
            // The case itself was confirmed and purged: only its row and the supplements are left.
            auto database = Database::open(m_path);
            QVERIFY(database
                        ->run("UPDATE application SET state = 'confirmed', manifest = NULL WHERE "
                              "id = ?",
                              id)
                        .has_value());
            QVERIFY(database->execute("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
        }
        QVERIFY(check().movedTo.isEmpty());
        flip("sealed 0"); // another case
        const StartCheck found = check();
        QVERIFY(QFile::exists(found.movedTo));
        QCOMPARE(found.carried, 18);
        QCOMPARE(found.supplements, 2);
        auto database = Database::open(m_path);
        QCOMPARE(newestSupplement(*database, CaseId(id)).value(), 2);
        QCOMPARE(dueItems(*database, Lane::Submit, m_now, 100)->size(), 20);
        QVERIFY(check().movedTo.isEmpty());
    }

    void aFlippedOctetInASupplementIsFound() {
        supplement(1);
        flip("added 0");
        const StartCheck found = check();
        QVERIFY(QFile::exists(found.movedTo));
        QCOMPARE(found.carried, 20);
        QCOMPARE(found.supplements, 0);
    }

    void anotherFileAltogetherIsSetAside() {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(50'000, 'x'));
        file.close();
        const StartCheck found = check();
        QVERIFY(QFile::exists(found.movedTo));
        QCOMPARE(found.carried, 0);
        QVERIFY(check().movedTo.isEmpty());
    }

    void anotherKeyIsNoDamage() {
        const Genuine none{[](const KeptCase&) { return false; },
                           [](const KeptSupplement&) { return false; }};
        QVERIFY(checkAtStart(m_path, migrations(), none, m_now)->movedTo.isEmpty());
    }

    void aNewerOneIsRefused() {
        {
            auto database = Database::open(m_path);
            QVERIFY(database
                        ->run("INSERT INTO schema_migration(version, name, sha256) "
                              "VALUES(999, 'later', x'00')")
                        .has_value());
        }
        const auto refused = checkAtStart(m_path, migrations(), genuine, m_now);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, FaultKind::Conflict);
        QVERIFY(QFile::exists(m_path));
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
