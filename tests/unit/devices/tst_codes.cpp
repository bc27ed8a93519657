// Scanned codes: keyboard mode, serial lines, cameras, and what a code is for.
#include "services/core/json_reader.h"
#include "services/devices/code_resolver.h"
#include "services/devices/code_scanner.h"
#include "services/devices/image_file_camera.h"
#include "services/devices/simulated_line.h"
#include "services/receipt/qr_code.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <linux/input-event-codes.h>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

struct Typist {
    WedgeAssembler wedge;
    WedgeAssembler::Time now{1000};
    std::chrono::milliseconds pace{3};

    std::optional<QString> press(int code) {
        now += pace;
        auto text = wedge.key(code, true, now);
        wedge.key(code, false, now);
        return text;
    }
    std::optional<QString> shifted(int code) {
        wedge.key(KEY_LEFTSHIFT, true, now);
        auto text = press(code);
        wedge.key(KEY_LEFTSHIFT, false, now);
        return text;
    }
};

// A machine that says what it is told to.
class Speaker final : public LinePeer {
public:
    QByteArray words;
    void received(const QByteArray&, Time) override {}
    QByteArray due(Time) override { return std::exchange(words, {}); }
    std::optional<Time> nextWake() const override {
        return words.isEmpty() ? std::nullopt : std::optional<Time>(0us);
    }
    void powerCycle() override { words.clear(); }
};

} // namespace

class TestCodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysBecomeACode() {
        Typist scanner;
        scanner.shifted(KEY_T);
        scanner.shifted(KEY_B);
        scanner.press(KEY_1);
        scanner.shifted(KEY_SEMICOLON);
        scanner.press(KEY_A);
        scanner.press(KEY_SLASH);
        QCOMPARE(scanner.press(KEY_ENTER).value(), QString("TB1:a/"));
        for (int i = 0; i < 5; ++i)
            scanner.press(KEY_KP7);
        QCOMPARE(scanner.press(KEY_TAB).value(), QString("77777"));
    }

    void peopleAreNoScanners() {
        Typist person;
        person.pace = 120ms;
        for (const int code : {KEY_H, KEY_E, KEY_L, KEY_L, KEY_O})
            person.press(code);
        QVERIFY(!person.press(KEY_ENTER));
        Typist leaning;
        leaning.press(KEY_A);
        QVERIFY(!leaning.press(KEY_ENTER));
    }

    void lostKeysSpoilTheCode() {
        Typist scanner;
        for (int i = 0; i < 5; ++i)
            scanner.press(KEY_1);
        scanner.wedge.lost();
        for (int i = 0; i < 5; ++i)
            scanner.press(KEY_2);
        QVERIFY(!scanner.press(KEY_ENTER));
        for (int i = 0; i < 5; ++i)
            scanner.press(KEY_3);
        QCOMPARE(scanner.press(KEY_ENTER).value(), QString("33333"));
    }

    void anEndlessCodeIsDropped() {
        Typist scanner;
        for (int i = 0; i < 5000; ++i)
            scanner.press(KEY_1);
        QVERIFY(!scanner.press(KEY_ENTER));
    }

    void aSerialScannerSpeaksUtf8AndGb18030() {
        Speaker speaker;
        SimulatedLine line(speaker);
        SerialScanner scanner(DeviceId("scanner"), line.portName());
        scanner.open();
        QCOMPARE(scanner.status().device, DeviceState::Online);
        QSignalSpy scanned(&scanner, &CodeScanner::codeScanned);
        const QString chinese = QStringLiteral("受理编号1");
        line.withPeer([&] { speaker.words = chinese.toUtf8() + "\r\nabc"; });
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(scanned[0][0].toString(), chinese);
        line.withPeer([&] { speaker.words = QByteArray::fromHex("cadcc0ed0d"); });
        QTRY_COMPARE(scanned.size(), 2);
        QCOMPARE(scanned[1][0].toString(), QStringLiteral("abc受理"));
        line.unplug();
        QTRY_COMPARE(scanner.status().device, DeviceState::NoDevice);
        line.plug();
        QTRY_COMPARE(scanner.status().device, DeviceState::Online);
    }

    void aCameraTellsACodeOnce() {
        QTemporaryDir folder;
        QVERIFY(receipt::QrCode::encode("440399-T-1")
                    .value()
                    .toImage(6)
                    .save(folder.filePath("a.png")));
        auto camera = std::make_unique<ImageFileCamera>(DeviceId("camera"), folder.path(), 20ms);
        CameraScanner scanner(DeviceId("code-camera"), std::move(camera));
        QSignalSpy scanned(&scanner, &CodeScanner::codeScanned);
        scanner.open();
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(scanned[0][0].toString(), QString("440399-T-1"));
        QTest::qWait(300);
        QCOMPARE(scanned.size(), 1);
        scanner.close();
        QCOMPARE(scanner.status().device, DeviceState::Offline);
    }

    void codesAreToldApartByRules_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ResolvedCode::Verdict>("verdict");
        QTest::addColumn<QString>("kind");
        using V = ResolvedCode::Verdict;
        QTest::newRow("receipt") << "TB1:abc" << V::Usable << "receipt";
        QTest::newRow("city") << "https://code.example.gov.cn/q?t=1" << V::Usable << "city-code";
        QTest::newRow("plain http") << "http://code.example.gov.cn/q" << V::Refused << "";
        QTest::newRow("another host")
            << "https://code.example.gov.cn.evil.test/q" << V::Refused << "";
        QTest::newRow("user in the link")
            << "https://code.example.gov.cn@evil.test/" << V::Refused << "";
        QTest::newRow("another port") << "https://code.example.gov.cn:8443/" << V::Refused << "";
        QTest::newRow("medical") << QString(28, u'5') << V::WrongCode << "medical";
        QTest::newRow("unknown") << "hello" << V::Unknown << "";
        QTest::newRow("control") << QString("TB1:a\x01") << V::Refused << "";
        QTest::newRow("too long") << "TB1:" + QString(5000, u'a') << V::Refused << "";
        QTest::newRow("script") << "javascript://x" << V::Refused << "";
    }
    void codesAreToldApartByRules() {
        QFETCH(QString, code);
        QFETCH(ResolvedCode::Verdict, verdict);
        QFETCH(QString, kind);
        const auto json = parseJsonObject(
            R"({"codes":[{"kind":"receipt","adapter":"central","prefix":"TB1:"},
                {"kind":"city-code","adapter":"city","host":"code.example.gov.cn"},
                {"kind":"medical","charset":"0-9","shortest":28,"longest":28}]})");
        const auto rules = readCodeRules(*json);
        QVERIFY(rules);
        const ResolvedCode resolved = CodeResolver(*rules).resolve(code);
        QCOMPARE(resolved.verdict, verdict);
        QCOMPARE(resolved.kind, kind);
        QVERIFY(!resolved.fingerprint.contains(code.left(8).toUtf8()));
    }

    void aRuleForEverythingIsRefused() {
        QVERIFY(!readCodeRules(*parseJsonObject(R"({"codes":[{"kind":"any"}]})")));
    }

    // Runs under umockdev-run, which plays a scanner's keys on an emulated input device.
    void theKeyboardIsGrabbed() {
        const QString device = qEnvironmentVariable("TONGBAN_MOCK_SCANNER");
        if (device.isEmpty())
            QSKIP("umockdev is not installed");
        WedgeScanner scanner(DeviceId("wedge"), device);
        QSignalSpy scanned(&scanner, &CodeScanner::codeScanned);
        scanner.open();
        QCOMPARE(scanner.status().device, DeviceState::Online);
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(scanned[0][0].toString(), QString("440399Tb"));
    }
};

namespace {

constexpr auto mockPath = "/dev/input/event9";

// The same program once more, with an emulated /dev/input/event9 that plays a code when it is
// opened.
void restartUnderMock(char** argv) {
    const QString folder = QDir::tempPath() + "/tongban-mock-scanner-" + QString::number(getpid());
    QDir().mkpath(folder);
    QFile description(folder + "/scanner.umockdev");
    QFile keys(folder + "/keys.evemu");
    if (!description.open(QIODevice::WriteOnly) || !keys.open(QIODevice::WriteOnly))
        return;
    description.write("P: /devices/platform/scanner/input/input9/event9\nN: input/event9\n"
                      "E: DEVNAME=/dev/input/event9\nE: SUBSYSTEM=input\nE: MAJOR=13\nE: MINOR=73\n"
                      "A: dev=13:73\n");
    double at = 0;
    const auto stroke = [&](int code, int value) {
        keys.write(QString::asprintf("E: %.6f 0001 %04x %04d\nE: %.6f 0000 0000 0000\n", at, code,
                                     value, at)
                       .toLatin1());
        at += 0.002;
    };
    const auto press = [&](int code) {
        stroke(code, 1);
        stroke(code, 0);
    };
    for (const int code : {KEY_4, KEY_4, KEY_0, KEY_3, KEY_9, KEY_9})
        press(code);
    stroke(KEY_LEFTSHIFT, 1);
    press(KEY_T);
    stroke(KEY_LEFTSHIFT, 0);
    press(KEY_B);
    press(KEY_ENTER);
    description.close();
    keys.close();
    qputenv("TONGBAN_MOCK_SCANNER", mockPath);
    const QByteArray device = description.fileName().toLocal8Bit();
    const QByteArray events = QByteArray(mockPath) + "=" + keys.fileName().toLocal8Bit();
    execlp("umockdev-run", "umockdev-run", "--device", device.constData(), "--evemu-events",
           events.constData(), "--", argv[0], nullptr);
    qunsetenv("TONGBAN_MOCK_SCANNER"); // not installed
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 1 && qEnvironmentVariableIsEmpty("TONGBAN_MOCK_SCANNER"))
        restartUnderMock(argv);
    QCoreApplication app(argc, argv);
    TestCodes test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_codes.moc"
