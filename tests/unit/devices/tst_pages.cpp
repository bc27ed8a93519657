// A4 documents: the text comes out again, the code reads back, reprints are marked; and CUPS tells
// why it stands.
#include "services/devices/code_reader.h"
#include "services/devices/cups_printer.h"
#include "services/devices/document_pdf.h"
#include "services/devices/page_printer_status.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

PrintedDocument sample() {
    PrintedDocument document;
    document.title = QStringLiteral("参保证明");
    document.rows = {{QStringLiteral("姓名"), QStringLiteral("张示例")},
                     {QStringLiteral("工作日"), QStringLiteral("一二三四五")},
                     {QStringLiteral("编号"), QStringLiteral("440399-2026-000001")}};
    document.paragraphs = {
        QStringLiteral("兹证明以上人员在本市参加社会保险。与窗口出具同等效力。")};
    document.verifyCode = QStringLiteral("TB1:verify-440399");
    document.verifyHint = QStringLiteral("扫码核验真伪");
    document.footer = QStringLiteral("示例大厅");
    return document;
}

QString textOf(const QString& path) {
    QProcess extract;
    extract.start("pdftotext", {"-layout", path, "-"});
    extract.waitForFinished();
    return QString::fromUtf8(extract.readAllStandardOutput())
        .normalized(QString::NormalizationForm_KC);
}

// A print service of our own, with a back end that says and does what a file tells it.
struct Service {
    QTemporaryDir folder;
    QProcess cupsd;

    QString path(const QString& name) const { return folder.filePath(name); }
    void write(const QString& name, const QByteArray& content, bool executable = false) const {
        QFile file(path(name));
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(content);
        file.close();
        if (executable)
            file.setPermissions(QFile::Permissions(0x7700)); // CUPS runs such a back end as root
    }
    bool start() {
        const QString program = QStandardPaths::findExecutable("cupsd", {"/usr/sbin"});
        if (program.isEmpty() ||
            QStandardPaths::findExecutable("lpadmin", {"/usr/sbin"}).isEmpty() || geteuid() != 0)
            return false;
        const QDir root(folder.path());
        for (const char* name : {"spool/tmp", "cache", "state/certs", "bin/backend", "etc", "log"})
            root.mkpath(name);
        for (const char* part : {"daemon", "cgi-bin", "filter", "monitor", "notifier", "driver"})
            QFile::link(QStringLiteral("/usr/lib/cups/") + part,
                        path(QStringLiteral("bin/") + part));
        write("bin/backend/fake",
              "#!/bin/sh\n[ $# = 0 ] && { echo 'direct fake:/ \"Fake\" \"Fake\"'; exit 0; }\n"
              "cat ${6:--} > '" +
                  path("paper").toUtf8() + "'\n. '" + path("behaviour").toUtf8() + "'\n",
              true);
        write("behaviour", "exit 0\n");
        write("etc/cupsd.conf", "Listen " + path("sock").toUtf8() +
                                    "\nMaxJobs 50\nLogLevel warn\nErrorPolicy "
                                    "stop-printer\nWebInterface No\nBrowsing Off\n"
                                    "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                                    "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow "
                                    "all\n</Limit>\n</Policy>\n");
        write("etc/cups-files.conf",
              "ServerRoot " + path("etc").toUtf8() + "\nServerBin " + path("bin").toUtf8() +
                  "\nRequestRoot " + path("spool").toUtf8() + "\nTempDir " +
                  path("spool/tmp").toUtf8() + "\nCacheDir " + path("cache").toUtf8() +
                  "\nStateDir " + path("state").toUtf8() + "\nErrorLog " +
                  path("log/error").toUtf8() + "\nAccessLog " + path("log/access").toUtf8() +
                  "\nPageLog " + path("log/page").toUtf8() + "\nSystemGroup root\n");
        folder.setAutoRemove(true);
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
        cupsd.start(program,
                    {"-f", "-c", path("etc/cupsd.conf"), "-s", path("etc/cups-files.conf")});
        if (!cupsd.waitForStarted())
            return false;
        for (int i = 0; i < 100 && !QFile::exists(path("sock")); ++i)
            QTest::qWait(50);
        qputenv("CUPS_SERVER", path("sock").toLocal8Bit());
        return QProcess::execute("lpadmin", {"-p", "office", "-E", "-v", "fake:/", "-m", "raw"}) ==
               0;
    }
    ~Service() {
        cupsd.terminate();
        cupsd.waitForFinished(5000);
    }
};

} // namespace

class TestPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTextComesOutAgain() {
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("poppler-utils is not installed");
        PrintedDocument document = sample();
        document.reprintMark = QStringLiteral("补打 第1次");
        const auto pdf = documentPdf(document);
        QVERIFY(pdf);
        QTemporaryDir folder;
        QFile file(folder.filePath("a.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*pdf);
        file.close();
        const QString text = textOf(file.fileName());
        for (const auto& [label, value] : document.rows) {
            QVERIFY2(text.contains(label), qPrintable(text));
            QVERIFY2(text.contains(value), qPrintable(text));
        }
        QVERIFY(text.contains(QStringLiteral("参保证明")) &&
                text.contains(QStringLiteral("补打 第1次")));
        QCOMPARE(QProcess::execute("pdftoppm",
                                   {"-png", "-r", "120", file.fileName(), folder.filePath("page")}),
                 0);
        const auto read = CodeReader().read(QImage(folder.filePath("page-1.png")));
        QVERIFY(read);
        QCOMPARE(read->text, document.verifyCode);
        QProcess fonts;
        fonts.start("pdffonts", {file.fileName()});
        fonts.waitForFinished();
        const QList<QByteArray> lines = fonts.readAllStandardOutput().trimmed().split('\n').mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QByteArray& line : lines)
            QVERIFY2(line.contains("yes yes") || line.contains("yes no"),
                     line.constData()); // embedded
    }

    void longTextsGoOn() {
        PrintedDocument document = sample();
        for (int i = 0; i < 60; ++i)
            document.paragraphs.append(QStringLiteral("第%1段。").arg(i) + QString(90, u'文'));
        const auto pdf = documentPdf(document);
        QVERIFY(pdf);
        QVERIFY(pdf->count("/Type /Page\n") > 2);
    }

    void reasonsHaveOneMeaning_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("reasons");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<PaperState>("paper");
        QTest::newRow("idle") << 3 << QStringList{"none"} << "" << PaperState::Full;
        QTest::newRow("low") << 3 << QStringList{"media-low-warning"} << "paper-low"
                             << PaperState::Low;
        QTest::newRow("empty") << 5 << QStringList{"media-empty-error", "paused"} << "paper-out"
                               << PaperState::Out;
        QTest::newRow("jam") << 5 << QStringList{"paused", "media-jam-error"} << "paper-jam"
                             << PaperState::Jammed;
        QTest::newRow("door") << 4 << QStringList{"door-open-report"} << "cover-open"
                              << PaperState::Full;
        QTest::newRow("stopped") << 5 << QStringList{} << "stopped" << PaperState::Full;
        QTest::newRow("no state") << 0 << QStringList{} << "" << PaperState::Unknown;
    }
    void reasonsHaveOneMeaning() {
        QFETCH(int, state);
        QFETCH(QStringList, reasons);
        QFETCH(QString, detail);
        QFETCH(PaperState, paper);
        const DeviceStatus status = pagePrinterStatus(state, reasons);
        QCOMPARE(status.detail, detail);
        QCOMPARE(status.paper, paper);
    }

    void aRealPrintServiceTellsItsReasons() {
        Service service;
        if (!service.start())
            QSKIP("cupsd is not installed, or may not run here");
        CupsPrinter printer(DeviceId("document-printer"), "office");
        printer.open();
        QTRY_COMPARE_WITH_TIMEOUT(printer.status().device, DeviceState::Online, 5000);
        QSignalSpy completed(&printer, &Device::completed);
        const auto code = [&](int i) { return completed[i][0].value<Completion>().code; };
        const QByteArray pdf = documentPdf(sample()).value();
        const QVariant job = QVariant::fromValue(PrintJob{"case-1", pdf});
        printer.submit("Printer.Print", job, 20s);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, 20'000);
        QCOMPARE(code(0), CompletionCode::Success);
        QFile paper(service.path("paper"));
        QVERIFY(paper.open(QIODevice::ReadOnly));
        QCOMPARE(paper.readAll(), pdf);
        // The paper ends: the reason is there within a second, the job is unknown and does not come
        // out later.
        service.write("behaviour",
                      "date +%s%3N > '" + service.path("said").toUtf8() +
                          "'\necho 'STATE: +media-empty-error' >&2\nsleep 1\nexit 4\n");
        qint64 seen = 0;
        connect(&printer, &Device::statusChanged, this, [&seen](const DeviceStatus& status) {
            if (status.detail == u"paper-out" && seen == 0)
                seen = QDateTime::currentMSecsSinceEpoch();
        });
        printer.submit("Printer.Print", job, 20s);
        QTRY_COMPARE_WITH_TIMEOUT(printer.status().detail, QString("paper-out"), 5000);
        QFile said(service.path("said"));
        QVERIFY(said.open(QIODevice::ReadOnly));
        const qint64 took = seen - said.readAll().trimmed().toLongLong();
        qInfo("paper-out on the screen %lld ms after the printer said it", took);
        QVERIFY(took >= 0 && took <= 1000);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 2, 5000);
        QCOMPARE(code(1), CompletionCode::Unknown);
        printer.submit("Printer.Print", job, 5s);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 3, 5000);
        QCOMPARE(code(2), CompletionCode::DeviceNotReady);
        QProcess queue;
        queue.start("lpstat", {"-o"});
        queue.waitForFinished();
        QCOMPARE(queue.readAllStandardOutput(), QByteArray());
        printer.close();
    }

    void noServiceIsNoCrash() {
        qputenv("CUPS_SERVER", "/nonexistent/cups.sock");
        CupsPrinter printer(DeviceId("document-printer"), "office");
        printer.open();
        QCOMPARE(printer.status().device, DeviceState::NoDevice);
        QCOMPARE(printer.status().detail, QString("no-service"));
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
