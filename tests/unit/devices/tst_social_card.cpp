// Social security cards: the APDU dialogue alone, and through a real PC/SC service with a virtual
// reader.
#include "services/devices/pcsc_card_reader.h"
#include "services/devices/simulated_smart_card.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

SocialCard sample() {
    SocialCard card;
    card.cardId = "44039900000000000000000000000001";
    card.version = "2.00";
    card.institution = "440399000000000000000001";
    card.issued = QDate(2020, 5, 1);
    card.expires = QDate(2030, 5, 1);
    card.cardNumber = "A00000010";
    card.number = "440399198805120110";
    card.name = QStringLiteral("张示例");
    card.sexCode = "1";
    card.nationCode = "01";
    card.birthplace = "440399";
    card.birth = QDate(1988, 5, 12);
    return card;
}

SocialCard withRightDigit(SocialCard card) {
    static const char* digits = "0123456789X";
    for (int i = 0; i < 11; ++i) {
        card.number[17] = QLatin1Char(digits[i]);
        SocialCardApplet applet(card);
        SocialCardDialogue dialogue;
        while (const auto apdu = dialogue.next())
            dialogue.answered(applet.transmit(*apdu));
        if (dialogue.result())
            break;
    }
    return card;
}

Result<SocialCard> readFrom(SocialCardApplet applet) {
    SocialCardDialogue dialogue;
    while (const auto apdu = dialogue.next())
        dialogue.answered(applet.transmit(*apdu));
    return dialogue.result();
}

bool isFree(quint16 port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool free =
        ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return free;
}

// A virtual reader listens on a port for each of its two slots. A fixed pair is taken as soon as
// this test runs twice on a machine, and one in the range the kernel hands out to connections
// whenever there are many of them: then the reader never appears.
quint16 freePortPair() {
    const auto start = static_cast<quint16>(20'000 + getpid() % 4'000 * 2);
    for (quint16 port = start; port < 32'000; port = static_cast<quint16>(port + 2)) {
        if (isFree(port) && isFree(static_cast<quint16>(port + 1)))
            return port;
    }
    return 0;
}

} // namespace

class TestSocialCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFreeFilesAreRead() {
        const SocialCard card = withRightDigit(sample());
        for (const bool t0 : {false, true}) {
            const auto read = readFrom(SocialCardApplet(card, t0));
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            QCOMPARE(*read, card);
        }
    }

    void aWrongLengthIsAskedAgain() {
        // A longer record than the standard's: 6C xx tells its length.
        SocialCard card = withRightDigit(sample());
        SocialCardDialogue dialogue;
        SocialCardApplet applet(card);
        int corrected = 0;
        while (const auto apdu = dialogue.next()) {
            if (apdu->startsWith(QByteArray::fromHex("00B207")) && corrected++ == 0)
                dialogue.answered(QByteArray::fromHex("6C0B"));
            else
                dialogue.answered(applet.transmit(*apdu));
        }
        QCOMPARE(dialogue.result().value(), card);
        QCOMPARE(corrected, 2);
    }

    void otherCardsAreNoFault() {
        SocialCardDialogue dialogue;
        dialogue.answered(QByteArray::fromHex("6A82"));
        QVERIFY(!dialogue.next());
        QCOMPARE(dialogue.result().error().kind, FaultKind::NotFound);
    }

    void contradictionsAreRefused() {
        SocialCard card = withRightDigit(sample());
        card.birth = QDate(1988, 5, 13);
        QCOMPARE(readFrom(SocialCardApplet(card)).error().kind, FaultKind::Invalid);
        card = withRightDigit(sample());
        card.number[17] = card.number[17] == u'1' ? u'2' : u'1';
        QCOMPARE(readFrom(SocialCardApplet(card)).error().kind, FaultKind::Invalid);
    }

    void rubbishEndsTheDialogue() {
        for (const QByteArray& rubbish : {QByteArray(), QByteArray("x"), QByteArray(300, 'x')}) {
            SocialCardDialogue dialogue;
            dialogue.answered(rubbish);
            QVERIFY(!dialogue.next());
            QVERIFY(!dialogue.result());
        }
        SocialCardDialogue loop;
        for (int i = 0; i < 200 && loop.next(); ++i)
            loop.answered(QByteArray::fromHex("6110"));
        QVERIFY(!loop.next());
    }

    void throughARealService() {
        const QString service = QStandardPaths::findExecutable("pcscd", {"/usr/sbin", "/usr/bin"});
        const QString driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
        if (service.isEmpty() || !QFile::exists(driver))
            QSKIP("pcscd or vsmartcard-vpcd is not installed");
        QTemporaryDir folder;
        const quint16 port = freePortPair();
        QVERIFY(port != 0);
        const QByteArray channel = "0x" + QByteArray::number(port, 16).toUpper();
        QFile config(folder.filePath("vpcd"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:" + channel +
                     "\nLIBPATH " + driver.toUtf8() + "\nCHANNELID " + channel + "\n");
        config.close();
        QProcess pcscd;
        pcscd.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        pcscd.start(service, {"--foreground", "--config", folder.path()});
        QVERIFY(pcscd.waitForStarted());
        const auto stop = qScopeGuard([&pcscd] {
            pcscd.terminate();
            pcscd.waitForFinished(5000);
        });
        QThread thread;
        auto* reader = new PcscCardReader(DeviceId("social-card"));
        reader->moveToThread(&thread);
        connect(&thread, &QThread::finished, reader, &QObject::deleteLater);
        thread.start();
        const auto join = qScopeGuard([&thread, reader] {
            QMetaObject::invokeMethod(reader, [reader] { reader->close(); });
            thread.quit();
            thread.wait();
        });
        QSignalSpy read(reader, &PcscCardReader::socialCardRead);
        QSignalSpy removed(reader, &PcscCardReader::cardRemoved);
        QMetaObject::invokeMethod(reader, [reader] { reader->open(); });
        const bool online = QTest::qWaitFor(
            [reader] { return reader->status().device == DeviceState::Online; }, 30'000);
        QVERIFY2(online, reader->status().detail.toUtf8() + ": " + pcscd.readAllStandardError() +
                             pcscd.readAllStandardOutput());
        const SocialCard card = withRightDigit(sample());
        for (int round = 1; round <= 3; ++round) {
            auto inserted = std::make_unique<SimulatedSmartCard>(card, port);
            QTRY_COMPARE_WITH_TIMEOUT(read.size(), round, 15'000);
            QCOMPARE(read.last()[0].value<SocialCard>(), card);
            QSignalSpy completed(reader, &Device::completed);
            QElapsedTimer timer;
            timer.start();
            reader->submit("CardReader.ReadRawData", {}, 2s);
            QTRY_COMPARE(completed.size(), 1);
            QCOMPARE(completed[0][0].value<Completion>().code, CompletionCode::Success);
            inserted.reset();
            QTRY_COMPARE_WITH_TIMEOUT(removed.size(), round, 15'000);
        }
    }
};

// A private mount space keeps this test's PC/SC socket away from the machine's, where that is
// allowed.
int main(int argc, char** argv) {
    if (unshare(CLONE_NEWNS) == 0) {
        QDir().mkpath("/run/pcscd");
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        mount("tmpfs", "/run/pcscd", "tmpfs", 0, nullptr);
    }
    QCoreApplication app(argc, argv);
    TestSocialCard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_social_card.moc"
