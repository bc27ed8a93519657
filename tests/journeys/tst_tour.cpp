// The whole product plays itself: real central service over loopback, real SQLite, the serial
// protocol on a pseudo-terminal, the counter, and Chromium on the phone page of a valid and of an
// altered receipt.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

class TestTour : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_out;

    static QString program(const char* name) {
        return QStringLiteral(TONGBAN_BINARY_DIR "/bin/") + QLatin1String(name);
    }

    // What a phone's browser makes of an address.
    QString pageOf(const QString& chromium, const QString& address) {
        QProcess browser;
        browser.start(chromium,
                      {"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                       "--no-first-run", "--disable-background-networking",
                       "--disable-component-update", "--disable-sync",
                       "--user-data-dir=" + m_dir.filePath("browser"), "--dump-dom", address});
        if (!browser.waitForFinished(60'000))
            browser.kill();
        return QString::fromUtf8(browser.readAllStandardOutput());
    }

private Q_SLOTS:
    void playsFromTheCitizensWordsToTheDecision() {
        m_out = m_dir.filePath("tour");
        QProcess tour;
        tour.setProcessChannelMode(QProcess::MergedChannels);
        tour.start(program("tongban"), {"tour", "--out", m_out});
        QVERIFY(tour.waitForFinished(240'000));
        const QString said = QString::fromUtf8(tour.readAll());
        QVERIFY2(tour.exitStatus() == QProcess::NormalExit && tour.exitCode() == 0,
                 qPrintable(said));
        QVERIFY2(!said.contains("FAILED"), qPrintable(said));
        const QStringList pictures = QDir(m_out).entryList({"*.png"}, QDir::Files);
        QVERIFY2(pictures.size() >= 14, qPrintable(pictures.join(" ")));
        for (const QString& name : pictures)
            QVERIFY2(!QImage(m_out + "/" + name).isNull(), qPrintable(name));
    }

    void thePhonePageTellsGenuineFromAltered() {
        const QString chromium = QStandardPaths::findExecutable("chromium");
        if (chromium.isEmpty())
            QSKIP("chromium is not installed");
        QFile phone(m_out + "/data/kiosk/simulator/phone.txt");
        QVERIFY(phone.open(QIODevice::ReadOnly));
        const QString url = QString::fromUtf8(phone.readAll());
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString port = QString::number(free.serverPort());
        free.close();
        QProcess central;
        central.start(program("tongban-central"), {"--data", m_out + "/data/central", "--listen",
                                                   "127.0.0.1:" + port, "--print-port"});
        QVERIFY(central.waitForReadyRead(15'000));
        const QString token = url.section('/', -1);
        const QString good = pageOf(chromium, "http://127.0.0.1:" + port + "/" + token);
        QVERIFY2(good.contains("有效"), qPrintable(good.left(400)));
        QString altered = token;
        altered[40] = altered[40] == 'A' ? 'B' : 'A';
        const QString bad = pageOf(chromium, "http://127.0.0.1:" + port + "/" + altered);
        QVERIFY2(!bad.isEmpty() && !bad.contains("有效凭证"), qPrintable(bad.left(400)));
        QVERIFY(bad.contains("不能确认"));
        central.terminate();
        QVERIFY(central.waitForFinished(15'000));
    }
};

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
