// The helper process around closed vendor libraries, with libraries that behave, refuse, crash and
// hang.
#include "services/devices/staff_token.h"
#include "services/devices/vendor_process.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

class TestVendor : public QObject {
    Q_OBJECT

    const QString m_program = TONGBAN_BINARY_DIR "/bin/tongban-vendor";
    const QString m_skf = TONGBAN_BINARY_DIR "/tests/fake_skf.so";
    const QString m_wlt = TONGBAN_BINARY_DIR "/tests/fake_wlt.so";
    QTemporaryDir m_dir;
    QString m_plugged;

    void plug(bool in) {
        QFile file(m_plugged);
        if (in)
            QVERIFY(file.open(QIODevice::WriteOnly));
        else
            file.remove();
    }

    static QJsonObject photoRequest(const QString& library, char last = 0) {
        QByteArray wlt(1024, 0);
        wlt.replace(0, 3, "WLf");
        wlt[1023] = last;
        return {
            {"do", "photo"}, {"library", library}, {"wlt", QString::fromLatin1(wlt.toBase64())}};
    }

    QJsonObject ask(VendorProcess& helper, const QJsonObject& request,
                    std::chrono::milliseconds timeout = 5s) {
        std::optional<QJsonObject> got;
        helper.ask(
            request, [&got](const QJsonObject& answer) { got = answer; }, timeout);
        for (int i = 0; i < 1000 && !got; ++i)
            QTest::qWait(10);
        return got.value_or(QJsonObject{{"error", "nothing came"}});
    }

    Completion sign(StaffToken& token, const QString& pin, std::chrono::milliseconds timeout = 5s) {
        QSignalSpy done(&token, &Device::completed);
        token.submit("StaffToken.Sign",
                     QVariant::fromValue(TokenRequest{pin, QByteArray(31, 0) + 'x'}), timeout);
        return done.wait(8000) ? done[0][0].value<Completion>() : Completion{};
    }

private Q_SLOTS:
    void initTestCase() {
        m_plugged = m_dir.filePath("plugged");
        qputenv("FAKE_SKF_TOKEN", QFile::encodeName(m_plugged));
    }

    void withoutALibraryItIsUnavailable() {
        VendorProcess none(m_dir.filePath("no-such-program"));
        QCOMPARE(ask(none, photoRequest(m_wlt)).value("error").toString(), QString("unavailable"));
        VendorProcess helper(m_program);
        const auto word = [&](const QJsonObject& request) {
            return ask(helper, request).value("error").toString();
        };
        QCOMPARE(word(photoRequest("")), QString("unavailable"));
        QCOMPARE(word(photoRequest("/no/such/library.so")), QString("unavailable"));
        QCOMPARE(word(photoRequest(m_skf)), QString("unavailable"));    // not what it should be
        QCOMPARE(word(photoRequest(m_wlt, 5)), QString("unavailable")); // no licence
        QCOMPARE(word({{"do", "dance"}}), QString("invalid"));
        QCOMPARE(word({{"do", "photo"}, {"library", m_wlt}, {"wlt", "AAAA"}}), QString("invalid"));
    }

    void aPortraitIsDecoded() {
        VendorProcess helper(m_program);
        const QJsonObject answer = ask(helper, photoRequest(m_wlt));
        const QImage picture = QImage::fromData(
            QByteArray::fromBase64(answer.value("bmp").toString().toLatin1()), "BMP");
        QCOMPARE(picture.size(), QSize(102, 126));
    }

    void aTokenComesSignsAndGoes() {
        SkfToken token(DeviceId("token"), m_skf, m_program);
        token.open();
        QTRY_COMPARE(token.status().detail, QString("no-token"));
        QCOMPARE(sign(token, "123456").code, CompletionCode::DeviceNotReady);
        plug(true);
        QTRY_COMPARE_WITH_TIMEOUT(token.status().device, DeviceState::Online, 4000);
        const QByteArray signature = sign(token, "123456").payload.toByteArray();
        QCOMPARE(signature, QByteArray(31, 0) + 'x' + 'x' + QByteArray(31, 0));
        QCOMPARE(sign(token, "9").detail, QString("wrong-pin 5"));
        for (int i = 0; i < 5; ++i)
            sign(token, "9");
        QCOMPARE(sign(token, "123456").detail, QString("locked"));
        plug(false);
        QTRY_COMPARE_WITH_TIMEOUT(token.status().device, DeviceState::NoDevice, 4000);
        token.close();
    }

    void aLibraryThatCrashesOrHangsTakesNobodyWithIt() {
        plug(true);
        SkfToken token(DeviceId("token"), m_skf, m_program);
        token.open();
        QTRY_COMPARE(token.status().device, DeviceState::Online);
        QCOMPARE(sign(token, "crash").code, CompletionCode::HardwareError);
        QCOMPARE(sign(token, "123456").code, CompletionCode::Success); // the helper is back
        QCOMPARE(sign(token, "hang", 300ms).code, CompletionCode::TimeOut);
        token.close();
        VendorProcess helper(m_program);
        const QJsonObject hanging{{"do", "sign"},
                                  {"library", m_skf},
                                  {"pin", "hang"},
                                  {"digest", QString::fromLatin1(QByteArray(32, 1).toBase64())}};
        QCOMPARE(ask(helper, hanging, 300ms).value("error").toString(), QString("timeout"));
        QCOMPARE(
            ask(helper, {{"do", "tokens"}, {"library", m_skf}}).value("tokens").toArray().size(),
            1);
    }
};

QTEST_GUILESS_MAIN(TestVendor)
#include "tst_vendor.moc"
