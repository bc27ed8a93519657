// A whole visit without a window: from the item to a receipt that holds, and to a machine that
// forgot.
#include "services/cases/case_store.h"
#include "services/crypto/digest.h"
#include "services/protocol/manifest.h"
#include "services/protocol/sealed_content.h"
#include "services/receipt/receipt_keys.h"
#include "services/session/session.h"
#include "services/workflow/engine.h"
#include "tests/support/sample_visit.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::session;

class TestSession : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;
    ManualClock m_clock{Instant(std::chrono::milliseconds(1'788'919'200'000))}; // 2026-09-09 10:00
    std::optional<catalog::Catalog> m_catalog;
    workflow::WorkCalendar m_calendar;
    std::unique_ptr<storage::StorageThread> m_storage;
    crypto::PrivateKey m_sealKey;
    Machine m_machine;
    std::unique_ptr<Session> m_session;

    static devices::IdCard lin() { return test::sampleCard("林晓岚", QDate(1999, 12, 31)); }

    void answerAll() {
        const QMap<QString, QString> says{{"kind", "renew"}, {"basis", "home"},   {"home", "rent"},
                                          {"filed", "no"},   {"address", "same"}, {"who", "self"}};
        m_session->start();
        for (int i = 0; i < 12 && m_session->stage() == Stage::Question; ++i) {
            const auto* asked = m_session->question();
            QVERIFY(asked != nullptr);
            const QString id = asked->question->id;
            m_session->answer(id, {says.value(id, asked->question->options.first().id)});
            m_session->next();
        }
    }

    void fillForm() {
        for (int i = 0; i < 10 && m_session->stage() == Stage::Form; ++i) {
            for (const workflow::FormRow& row : m_session->formRows()) {
                if (row.prefilled || !(row.value.isNull() || row.value.isUndefined()))
                    continue;
                if (!row.choices.isEmpty())
                    m_session->setField(row.key, row.choices.first().value);
                else if (row.format == "date")
                    m_session->setField(row.key, "2025-03-01");
                else if (row.format == "phone")
                    m_session->setField(row.key, "13800000000");
                else
                    m_session->setField(row.key, "示范街道示范社区");
            }
            m_session->next();
        }
    }

    void visitUntilSign() {
        QVERIFY(m_session->begin("residence-permit").has_value());
        answerAll();
        QCOMPARE(m_session->stage(), Stage::Identify);
        QVERIFY(m_session->identify(lin()).has_value());
        m_session->next();
        fillForm();
        QCOMPARE(m_session->stage(), Stage::Materials);
        QCOMPARE(m_session->openMaterials(), QStringList{"lease"});
        m_session->next();
        QCOMPARE(m_session->stage(), Stage::Materials); // not before the lease is there
        m_session->addPicture("lease", QByteArray(5000, 'j'));
        m_session->next();
        QCOMPARE(m_session->stage(), Stage::Check);
        m_session->next();
        QCOMPARE(m_session->stage(), Stage::Sign);
        QVERIFY(!m_session->canSubmit());
        m_session->sign(QJsonArray{QJsonArray{0.1, 0.2, 3}});
        QVERIFY(m_session->canSubmit());
    }

private Q_SLOTS:
    void init() {
        const QString root = QStringLiteral(TONGBAN_SOURCE_DIR);
        QStringList faults;
        m_catalog = catalog::Catalog::open(root + "/resources/items", QDate(2026, 9, 9), &faults);
        QVERIFY2(m_catalog->package("residence-permit") != nullptr, qPrintable(faults.join("\n")));
        m_calendar = workflow::WorkCalendar::load(root + "/resources/calendars").value();
        m_storage = storage::StorageThread::start(
                        m_dir.filePath(QString::number(++m_files) + ".db"),
                        storage::readMigrations(root + "/resources/sql/client").value())
                        .value();
        m_sealKey = crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
        m_machine = test::sampleMachine(m_sealKey.publicKey(), m_clock.now());
        m_session = std::make_unique<Session>(
            Surroundings{&*m_catalog,
                         m_storage.get(),
                         &m_machine,
                         &m_calendar,
                         &m_clock,
                         {},
                         protocol::Notice::load(root + "/resources/notices/apply.json").value()});
    }

    void aVisitEndsInAReceiptThatHolds() {
        visitUntilSign();
        QSignalSpy done(m_session.get(), &Session::handedInSafely);
        QSignalSpy failed(m_session.get(), &Session::submitFailed);
        m_session->submit(false, false);
        QTRY_VERIFY2(done.count() == 1 || failed.count() > 0, "no answer");
        QVERIFY2(failed.isEmpty(),
                 failed.isEmpty() ? "" : qPrintable(failed.first().first().value<Fault>().detail));
        QCOMPARE(m_session->stage(), Stage::Receipt);

        // Anybody with the public key finds the receipt valid.
        receipt::ReceiptKeys keys;
        keys.add({m_machine.number, m_machine.key.publicKey(), {}});
        const Application& made = *m_session->handedIn();
        const auto parsed = receipt::parseUrl(made.receiptUrl).value();
        QCOMPARE(receipt::verify(parsed, keys), receipt::Verdict::Valid);
        QVERIFY(receipt::commits(parsed.receipt, made.receiptCode, made.receiptLines));
        QVERIFY(!made.receiptUrl.contains("440399199912310046"));

        // The centre can open it, and its engine agrees with the kiosk's.
        const auto manifest = protocol::readManifest(made.submission.manifest).value();
        QVERIFY(protocol::verifyManifest(manifest, m_machine.key.publicKey()));
        // It says which words the citizen was shown.
        QCOMPARE(manifest.consent->version, QStringLiteral("1"));
        QCOMPARE(manifest.consent->purposes, (QStringList{"apply", "registers"}));
        QCOMPARE(manifest.consent->sha256.size(), 32);
        QVERIFY(m_session->noticeText().contains(QStringLiteral("同意")));
        crypto::SealKeyRing ring;
        ring.add("seal-1", m_sealKey);
        const auto plain = ring.open(manifest.seal, manifest.id.toUtf8()).value();
        const auto content = protocol::readContent(plain.view()).value();
        QCOMPARE(content.applicant.value("name").toString(), QStringLiteral("林晓岚"));
        workflow::Events events;
        for (const auto& event : content.events)
            events.append(workflow::Event::fromJson(event.body).value());
        QVERIFY(workflow::redecide(m_session->definition(), events, m_calendar).has_value());

        // Nothing readable of the person is on the disk.
        QCOMPARE(made.submission.materials.size(), 1);
        QVERIFY(!made.submission.manifest.contains(QByteArray("林晓岚")));
    }

    void everythingIsForgotten() {
        visitUntilSign();
        const WipeReport report = m_session->end();
        QVERIFY(report.complete());
        QVERIFY(m_session->visit().isEmpty());
        QCOMPARE(m_session->stage(), Stage::Goodbye);
    }

    void anotherCardIsRefused() {
        QVERIFY(m_session->begin("residence-permit").has_value());
        QVERIFY(m_session->identify(lin()).has_value());
        devices::IdCard other = lin();
        other.number = "440399197303154018";
        QCOMPARE(m_session->identify(other).error().kind, FaultKind::Denied);
        devices::IdCard old = lin();
        old.validTo = QDate(2026, 9, 8);
        QCOMPARE(m_session->identify(old).error().kind, FaultKind::Invalid);
    }

    void tooShortAStayEndsEarly() {
        QVERIFY(m_session->begin("residence-permit").has_value());
        m_session->start();
        m_session->answer("kind", {"first"});
        m_session->next();
        m_session->answer("stayed", {"m5"});
        m_session->next();
        QCOMPARE(m_session->stage(), Stage::Ineligible);
        QVERIFY(m_session->assessment().exit->earliest.isValid());
        m_session->back();
        QCOMPARE(m_session->stage(), Stage::Question);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
