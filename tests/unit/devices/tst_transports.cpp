// USB pipes, scanners and power supplies: simulated pipes, SANE's test back end, a NUT server of a
// few lines.
#include "services/devices/nut_ups.h"
#include "services/devices/sane_scanner.h"
#include "services/devices/simulated_cards.h"
#include "services/devices/usb_card_reader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <arpa/inet.h>
#include <atomic>
#include <mutex>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

// The simulated module behind one or two pairs of pipes, as a reader wires it.
class SamPipes final : public UsbPipes {
public:
    explicit SamPipes(int pairs)
        : m_pairs(pairs) {
        m_clock.start();
    }
    SimulatedSam sam{SimulatedSam::Pace{}};
    bool plugged = true;

    bool open() override { return plugged; }
    void close() override {}
    int pairs() const override { return m_pairs; }
    bool write(int pair, const QByteArray& bytes) override {
        if (m_pairs == 2 && bytes.size() != (pair == 0 ? 7 : bytes.size()))
            return false;
        sam.received(bytes, now());
        return plugged;
    }
    bool read(int pair, QByteArray& bytes) override {
        m_stream += sam.due(now());
        if (m_pairs == 1) {
            bytes = std::exchange(m_stream, {});
            return plugged;
        }
        // The first pipe hands over a head when it is whole, the second what follows it.
        bytes.clear();
        if (pair == 0 && m_body == 0 && m_stream.size() >= 7) {
            bytes = m_stream.left(7);
            m_body = quint8(bytes[5]) << 8 | quint8(bytes[6]);
            m_stream.remove(0, 7);
        } else if (pair == 1 && m_body > 0) {
            bytes = m_stream.left(m_body);
            m_body -= int(bytes.size());
            m_stream.remove(0, bytes.size());
        }
        return plugged;
    }

private:
    SimulatedSam::Time now() const { return SimulatedSam::Time(m_clock.nsecsElapsed() / 1000); }
    const int m_pairs;
    int m_body = 0;
    QByteArray m_stream;
    QElapsedTimer m_clock;
};

class NutServer {
public:
    NutServer() {
        m_listener = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address);
        listen(m_listener, 2);
        socklen_t size = sizeof address;
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~NutServer() {
        shutdown(m_listener, SHUT_RDWR);
        if (const int peer = m_peer; peer >= 0)
            shutdown(peer, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    void say(const QByteArray& words) {
        const std::lock_guard lock(m_guard);
        m_words = words;
    }
    quint16 port = 0;

private:
    void serve() {
        int peer = -1;
        while ((peer = accept(m_listener, nullptr, nullptr)) >= 0) {
            m_peer = peer;
            char buffer[256];
            while (recv(peer, buffer, sizeof buffer, 0) > 0) {
                const std::lock_guard lock(m_guard);
                const QByteArray line = m_words.startsWith("ERR")
                                            ? m_words + "\n"
                                            : "VAR desk ups.status \"" + m_words + "\"\n";
                send(peer, line.constData(), size_t(line.size()), MSG_NOSIGNAL);
            }
            m_peer = -1;
            ::close(peer);
        }
    }
    int m_listener = -1;
    std::atomic<int> m_peer{-1};
    std::mutex m_guard;
    QByteArray m_words = "OL CHRG";
    std::thread m_thread;
};

// NUT's own server with its simulated power supply, in a folder of its own.
class RealNut {
public:
    ~RealNut() {
        for (QProcess* process : {&m_server, &m_driver}) {
            process->terminate();
            process->waitForFinished(3000);
        }
    }
    bool start() {
        if (!QFile::exists(driver) || !QFile::exists(server))
            return false;
        const QString user = QString::fromLocal8Bit(getpwuid(getuid())->pw_name);
        write("ups.conf", "[desk]\ndriver = dummy-ups\nport = desk.dev\nmode = dummy-loop\n");
        write("upsd.conf", "LISTEN 127.0.0.1 " + QByteArray::number(port) + "\n");
        write("upsd.users", "");
        say("OL");
        QProcessEnvironment place = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"NUT_CONFPATH", "NUT_STATEPATH", "NUT_ALTPIDPATH", "NUT_PIDPATH"})
            place.insert(name, m_folder.path());
        m_driver.setProcessEnvironment(place);
        m_server.setProcessEnvironment(place);
        m_driver.start(driver, {"-F", "-a", "desk", "-u", user});
        if (!m_driver.waitForStarted())
            return false;
        QTest::qWait(1000); // upsd looks for the driver's socket once, at its start
        m_server.start(server, {"-F", "-u", user});
        return m_server.waitForStarted();
    }
    void say(const QByteArray& words) { write("desk.dev", "ups.status: " + words + "\n"); }
    const quint16 port = freePort();

private:
    static constexpr char driver[] = "/lib/nut/dummy-ups";
    static constexpr char server[] = "/lib/nut/upsd";

    static quint16 freePort() {
        const NutServer passing;
        return passing.port;
    }
    void write(const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QTemporaryDir m_folder;
    QProcess m_driver;
    QProcess m_server;
};

} // namespace

class TestTransports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePairOfPipesOrTwo_data() {
        QTest::addColumn<int>("pairs");
        QTest::newRow("common in the field") << 1;
        QTest::newRow("GA/T 467") << 2;
    }
    void onePairOfPipesOrTwo() {
        QFETCH(int, pairs);
        const auto cards = loadSimulatedCards(TONGBAN_SOURCE_DIR "/resources/simulator/cards.json");
        auto owned = std::make_unique<SamPipes>(pairs);
        SamPipes* pipes = owned.get();
        UsbCardReader reader(DeviceId("usb-reader"), std::move(owned));
        QSignalSpy read(&reader, &IdentityReader::cardRead);
        reader.open();
        QTRY_COMPARE(reader.status().device, DeviceState::Online);
        pipes->sam.layCard(cards->at(1));
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 3000);
        QCOMPARE(read[0][0].value<IdCard>().name, QStringLiteral("李演示"));
        pipes->plugged = false;
        QTRY_COMPARE_WITH_TIMEOUT(reader.status().device, DeviceState::NoDevice, 500);
        pipes->plugged = true;
        pipes->sam.powerCycle();
        QTRY_COMPARE_WITH_TIMEOUT(reader.status().device, DeviceState::Online, 3000);
        reader.close();
    }

    void aFrameIsSplitAfterItsLength() {
        const QByteArray frame = encode(sdt::findCard);
        QCOMPARE(piecesFor(frame, 1), QList<QByteArray>{frame});
        QCOMPARE(piecesFor(frame, 2),
                 (QList<QByteArray>{frame.left(7), QByteArray::fromHex("200122")}));
    }

    void noReaderOnTheBusIsNoCrash() {
        UsbCardReader reader(DeviceId("usb-reader"), libusbPipes(0x0400, 0xC35A));
        reader.open();
        QCOMPARE(reader.status().device, DeviceState::NoDevice);
        reader.close();
    }

    void aScannerScansOrSaysWhyNot_data() {
        QTest::addColumn<QString>("injected");
        QTest::addColumn<CompletionCode>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("fine") << "Default" << CompletionCode::Success << "";
        QTest::newRow("jam") << "SANE_STATUS_JAMMED" << CompletionCode::UserError << "paper-jam";
        QTest::newRow("empty") << "SANE_STATUS_NO_DOCS" << CompletionCode::UserError
                               << "no-document";
        QTest::newRow("cover") << "SANE_STATUS_COVER_OPEN" << CompletionCode::UserError
                               << "cover-open";
        QTest::newRow("io") << "SANE_STATUS_IO_ERROR" << CompletionCode::HardwareError << "io";
        QTest::newRow("busy") << "SANE_STATUS_DEVICE_BUSY" << CompletionCode::DeviceNotReady
                              << "busy";
    }
    void aScannerScansOrSaysWhyNot() {
        QFETCH(QString, injected);
        QFETCH(CompletionCode, code);
        QFETCH(QString, detail);
        QTemporaryDir config;
        QFile list(config.filePath("dll.conf"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("test\n");
        list.close();
        qputenv("SANE_CONFIG_DIR", config.path().toLocal8Bit());
        SaneScanner scanner(DeviceId("scanner"), "test:0");
        scanner.open();
        if (scanner.status().device != DeviceState::Online)
            QSKIP("SANE's test back end is not installed");
        scanner.setOption("read-return-value", injected);
        QSignalSpy completed(&scanner, &Device::completed);
        scanner.submit("Scanner.Scan", QVariant::fromValue(ScanRequest{100, false, {}}), 20s);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, 10'000);
        const auto completion = completed[0][0].value<Completion>();
        QCOMPARE(completion.code, code);
        QCOMPARE(completion.detail, detail);
        QCOMPARE(!completion.payload.value<QImage>().isNull(), code == CompletionCode::Success);
        scanner.close();
    }

    void theBatteryIsSeen() {
        NutServer server;
        NutUps ups(DeviceId("ups"), "desk", server.port);
        QSignalSpy battery(&ups, &NutUps::onBattery);
        QSignalSpy line(&ups, &NutUps::onLine);
        ups.open();
        QCOMPARE(ups.status().device, DeviceState::Online);
        server.say("OB DISCHRG");
        QTRY_COMPARE_WITH_TIMEOUT(ups.status().detail, QString("on-battery"), 3000);
        server.say("OB LB");
        QTRY_COMPARE_WITH_TIMEOUT(ups.status().detail, QString("battery-low"), 3000);
        QCOMPARE(battery.last()[0].toBool(), true);
        server.say("ERR DATA-STALE");
        QTRY_COMPARE_WITH_TIMEOUT(ups.status().device, DeviceState::Unknown, 3000);
        ups.close();
    }

    void aRealPowerServiceTellsOfTheBattery() {
        RealNut nut;
        if (!nut.start())
            QSKIP("nut-server is not installed");
        NutUps ups(DeviceId("ups"), "desk", nut.port);
        ups.open();
        QTRY_COMPARE_WITH_TIMEOUT(ups.status().device, DeviceState::Online, 8000);
        nut.say("OB LB");
        QTRY_COMPARE_WITH_TIMEOUT(ups.status().detail, QString("battery-low"), 8000);
        ups.close();
    }

    void upsWords() {
        QCOMPARE(upsStatus("OL").device, DeviceState::Online);
        QCOMPARE(upsStatus("OL RB").detail, QString("replace-battery"));
        QCOMPARE(upsStatus("").device, DeviceState::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestTransports)
#include "tst_transports.moc"
