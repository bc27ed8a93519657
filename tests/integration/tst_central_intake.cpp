// Kiosk against the real central process: enrolment, resumable blobs, applications once in effect,
// feed.
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <QtTest>
#include <thread>

using namespace tongban;
using namespace tongban::test;

class CentralIntakeTest : public QObject {
    Q_OBJECT

    CentralProcess m_central;
    KioskDouble m_kiosk;

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_central.start());
        const Answer answer = m_kiosk.enrol(m_central.port(), m_central.enrolmentCode(),
                                            certificateRequest(m_kiosk.key));
        QCOMPARE(answer.status, 200);
        QVERIFY(m_kiosk.device.startsWith("440399-"));
        QVERIFY(answer.json().value("certificate").toString().contains("BEGIN CERTIFICATE"));
    }

    void aCodeIsGoodOnceAndForItsKeyAgain() {
        KioskDouble thief;
        QCOMPARE(
            thief.enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(thief.key))
                .status,
            403);
        const QString device = m_kiosk.device;
        QCOMPARE(
            m_kiosk
                .enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(m_kiosk.key))
                .status,
            200);
        QCOMPARE(m_kiosk.device, device);
        QCOMPARE(thief.enrol(m_central.port(), "NOSUCHCODE", certificateRequest(thief.key)).status,
                 403);
    }

    void strangersGetNothing() {
        const QList<std::pair<QByteArray, QByteArray>> routes{
            {"GET", "/v1/device/feed"},
            {"HEAD", "/v1/blobs/" + QByteArray(64, 'a')},
            {"PUT", "/v1/applications/x"},
            {"POST", "/v1/device/report"},
            {"GET", "/v1/admin/devices"}};
        for (const auto& [method, path] : routes) {
            QCOMPARE(askOnce(m_central.port(), method, path).status, 401);
            QCOMPARE(askOnce(m_central.port(), method, path, {}, {"Authorization: Bearer ABCDEF"})
                         .status,
                     401);
        }
    }

    void anApplicationIsKeptOnce() {
        const DraftApplication draft = m_kiosk.draft("residence-permit");
        Answer answer = m_kiosk.put(draft);
        QCOMPARE(answer.status, 424);
        QCOMPARE(answer.json().value("missing").toArray().size(), 1);
        answer = m_kiosk.deliver(draft);
        QCOMPARE(answer.status, 201);
        for (int i = 0; i < 3; ++i) {
            const Answer again = m_kiosk.put(draft);
            QCOMPARE(again.status, 200);
            QCOMPARE(again.body, answer.body);
        }
    }

    void otherBytesUnderAKnownIdAreRefused() {
        DraftApplication draft = m_kiosk.draft("residence-permit");
        QCOMPARE(m_kiosk.deliver(draft).status, 201);
        draft.manifest.filledAt.mono += 1;
        draft.bytes = *protocol::signManifest(draft.manifest, m_kiosk.key);
        QCOMPARE(m_kiosk.put(draft).status, 422);
    }

    void aRunningNumberBelongsToOneApplication() {
        QCOMPARE(m_kiosk.deliver(m_kiosk.draft("residence-permit")).status, 201);
        --m_kiosk.sequence;
        QCOMPARE(m_kiosk.deliver(m_kiosk.draft("residence-permit")).status, 409);
    }

    void aForeignSignatureIsRefused() {
        KioskDouble forger = m_kiosk;
        forger.key = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
        QCOMPARE(forger.deliver(forger.draft("residence-permit")).status, 422);
        DraftApplication draft = m_kiosk.draft("residence-permit");
        draft.bytes[draft.bytes.size() / 2] =
            static_cast<char>(draft.bytes[draft.bytes.size() / 2] ^ 1);
        QCOMPARE(m_kiosk.deliver(draft).status, 422);
    }

    void uploadsResumeWhereTheyStopped() {
        const QByteArray blob = crypto::randomBytes(700'000);
        const QByteArray hash = crypto::sha256(blob);
        LoopbackClient client(m_central.port());
        QCOMPARE(
            client.ask("HEAD", "/v1/blobs/" + hash.toHex(), {}, {m_kiosk.authorization}).status,
            404);
        QCOMPARE(m_kiosk.patch(client, hash, blob.first(262'144), 0, blob.size()).status, 204);
        const Answer head =
            client.ask("HEAD", "/v1/blobs/" + hash.toHex(), {}, {m_kiosk.authorization});
        QCOMPARE(head.headers.value("upload-offset"), QByteArray("262144"));
        const Answer wrong =
            m_kiosk.patch(client, hash, blob.mid(300'000, 1000), 300'000, blob.size());
        QCOMPARE(wrong.status, 409);
        QCOMPARE(wrong.headers.value("upload-offset"), QByteArray("262144"));
        QCOMPARE(client
                     .ask("PATCH", "/v1/blobs/" + hash.toHex(), "abc",
                          {m_kiosk.authorization, "Upload-Offset: 262144", "Upload-Length: 700000",
                           "Upload-Checksum: sha256 AAAA"})
                     .status,
                 460);
        QCOMPARE(
            m_kiosk.patch(client, hash, blob.mid(262'144, 262'144), 262'144, blob.size()).status,
            204);
        const Answer last = m_kiosk.patch(client, hash, blob.mid(524'288), 524'288, blob.size());
        QCOMPARE(last.status, 204);
        QCOMPARE(last.headers.value("upload-complete"), QByteArray("?1"));
    }

    void aBlobThatIsNotItsNameStartsAnew() {
        const QByteArray blob = crypto::randomBytes(1000);
        const QByteArray hash = crypto::sha256("something else");
        LoopbackClient client(m_central.port());
        QCOMPARE(m_kiosk.patch(client, hash, blob, 0, blob.size()).status, 460);
        QCOMPARE(client.ask("HEAD", "/v1/blobs/" + hash.toHex(), {}, {m_kiosk.authorization})
                     .headers.value("upload-offset"),
                 QByteArray("0"));
    }

    void theFeedHasNoGapsAndWakesWhoWaits() {
        const auto before = protocol::readFeedPage(m_kiosk.feed(0).body);
        QVERIFY(before.has_value());
        for (qsizetype i = 0; i < before->events.size(); ++i)
            QCOMPARE(before->events[i].sequence, qint64(i + 1));
        const qint64 last = before->last;
        QVERIFY(last >= 3);
        QElapsedTimer timer;
        timer.start();
        Answer woken;
        std::thread waiting([&] { woken = m_kiosk.feed(last, 20); });
        QThread::msleep(200);
        QCOMPARE(m_kiosk.deliver(m_kiosk.draft("residence-permit")).status, 201);
        waiting.join();
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(woken.status, 200);
        QVERIFY(!woken.json().value("events").toArray().isEmpty());
        QCOMPARE(m_kiosk.feed(last + 1000).status, 410);
        // The worker may add to the feed between two questions: then the tag is another one.
        LoopbackClient client(m_central.port());
        const auto ask = [&](const QByteArray& tag) {
            return client.ask("GET", "/v1/device/feed?after=" + QByteArray::number(last), {},
                              {m_kiosk.authorization, "If-None-Match: " + tag});
        };
        QByteArray known = "\"none\"";
        Answer page = ask(known);
        for (int i = 0; i < 20 && page.status == 200; ++i) {
            QVERIFY(page.headers.value("etag") != known);
            known = page.headers.value("etag");
            page = ask(known);
        }
        QCOMPARE(page.status, 304);
    }

    void aReportIsCountersignedAndARewrittenChainNoticed() {
        protocol::DeviceReport report;
        report.id = newUuid7(SystemClock().now());
        report.at = SystemClock().now();
        report.version = "0.1.0";
        report.packsDate = "2026-11-24";
        report.audit = {5, QByteArray(32, 'a')};
        const auto send = [&] {
            return askOnce(m_central.port(), "POST", "/v1/device/report", protocol::toJson(report),
                           {m_kiosk.authorization});
        };
        const Answer answer = send();
        QCOMPARE(answer.status, 200);
        QCOMPARE(protocol::readReportAnswer(answer.body)->countersignature.size(), 64);
        report.audit.n = 4;
        QCOMPARE(send().status, 409);
        report.audit = {5, QByteArray(32, 'b')};
        QCOMPARE(send().status, 409);
        report.audit = {6, QByteArray(32, 'c')};
        QCOMPARE(send().status, 200);
    }

    void nothingIsLostByAKill() {
        const DraftApplication kept = m_kiosk.draft("residence-permit");
        const Answer first = m_kiosk.deliver(kept);
        QCOMPARE(first.status, 201);
        m_central.kill9();
        QVERIFY(m_central.start());
        const Answer again = m_kiosk.put(kept);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.body, first.body);
    }

    void aRevokedDeviceIsOutAtOnce() {
        const QByteArray admin = m_central.signIn("system-admin");
        const Answer list = askOnce(m_central.port(), "GET", "/v1/admin/devices", {}, {admin});
        QCOMPARE(list.status, 200);
        QCOMPARE(askOnce(m_central.port(), "POST",
                         "/v1/admin/devices/" + m_kiosk.device.toLatin1() + "/revoke", "{}",
                         {admin})
                     .status,
                 204);
        QCOMPARE(m_kiosk.feed(0).status, 403);
        QCOMPARE(m_kiosk.put(m_kiosk.draft("residence-permit")).status, 403);
    }

    void termEndsItInOrder() { QVERIFY(m_central.stop()); }
};

QTEST_GUILESS_MAIN(CentralIntakeTest)
#include "tst_central_intake.moc"
