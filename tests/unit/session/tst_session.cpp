// A whole visit without a window: from the item to a receipt that holds, and to a machine that
// forgot.
#include "services/cases/case_store.h"
#include "services/crypto/digest.h"
#include "services/protocol/manifest.h"
#include "services/protocol/sealed_content.h"
#include "services/receipt/receipt_keys.h"
#include "services/session/session.h"
#include "services/workflow/engine.h"
#include "tests/support/sample_hall.h"

#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::session;

class TestSession : public QObject {
    Q_OBJECT

    test::SampleHall m_hall;
    std::unique_ptr<Session> m_session;

    static devices::IdCard lin() { return test::sampleCard("林晓岚", QDate(1999, 12, 31)); }

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
        test::answerRenewal(*m_session);
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
        QVERIFY2(m_hall.faults.isEmpty(), qPrintable(m_hall.faults.join("\n")));
        m_session = m_hall.open();
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
        keys.add({m_hall.machine.number, m_hall.machine.key.publicKey(), {}});
        const Application& made = *m_session->handedIn();
        const auto parsed = receipt::parseUrl(made.receiptUrl).value();
        QCOMPARE(receipt::verify(parsed, keys), receipt::Verdict::Valid);
        QVERIFY(receipt::commits(parsed.receipt, made.receiptCode, made.receiptLines));
        QVERIFY(!made.receiptUrl.contains("440399199912310046"));

        // The centre can open it, and its engine agrees with the kiosk's.
        const auto manifest = protocol::readManifest(made.submission.manifest).value();
        QVERIFY(protocol::verifyManifest(manifest, m_hall.machine.key.publicKey()));
        // It says which words the citizen was shown.
        QCOMPARE(manifest.consent->version, QStringLiteral("1"));
        QCOMPARE(manifest.consent->purposes, (QStringList{"apply", "registers"}));
        QCOMPARE(manifest.consent->sha256.size(), 32);
        QVERIFY(m_session->noticeText().contains(QStringLiteral("同意")));
        crypto::SealKeyRing ring;
        ring.add("seal-1", m_hall.sealKey);
        const auto plain = ring.open(manifest.seal, manifest.id.toUtf8()).value();
        const auto content = protocol::readContent(plain.view()).value();
        QCOMPARE(content.applicant.value("name").toString(), QStringLiteral("林晓岚"));
        workflow::Events events;
        for (const auto& event : content.events)
            events.append(workflow::Event::fromJson(event.body).value());
        QVERIFY(workflow::redecide(m_session->definition(), events, m_hall.calendar).has_value());

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
