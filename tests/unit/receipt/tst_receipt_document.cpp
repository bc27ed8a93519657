// The printed receipt: one page, fonts inside, its QR code readable off the paper, its text in the
// text layer.
#include "services/crypto/signature.h"
#include "services/receipt/receipt.h"
#include "services/receipt/receipt_document.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::receipt;

class TestReceiptDocument : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    static ReceiptDocument sample() {
        const auto key = crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
        const Statement statement{{1234, 3},
                                  440399,
                                  Instant(std::chrono::seconds(1'795'000'000)),
                                  {"受理凭证", "440399-20260909-0317"},
                                  0};
        const IssuedReceipt issued = issue(statement, key, "HTTPS://R.EXAMPLE.GOV.CN").value();
        ReceiptDocument d;
        d.kind = NoticeKind::Accepted;
        d.hall = "坪山区行政服务大厅";
        d.region = "坪山区";
        d.authority = "坪山区市场监督管理局";
        d.item = "开办餐饮店";
        d.number = "440399-20260909-0317";
        d.applicant = "林**";
        d.submitted = "2026年9月9日 10:36";
        d.deadline = "9月16日（星期三）";
        d.materials = {"营业执照申请书（1 份）", "经营场所使用证明（1 份）",
                       "身份证：免提交，读卡核验", "健康证明（2 份）"};
        d.steps = {
            {"今天 10:36", "您已提交", "", StepState::Done},
            {"今天 12:36 前", "受理，发短信告诉您", "如果缺材料，我们一次说全", StepState::Here},
            {"9月11日 上午", "上门看店", "工作人员会先打电话，请店里留一个人", StepState::Todo},
            {"9月16日 前", "三个部门都办好", "证件邮寄到店，免邮费", StepState::Todo}};
        d.url = issued.url;
        d.code = issued.code;
        d.key = nameOf(statement.key);
        return d;
    }

    QString written(const ReceiptDocument& document, Paper paper, const char* name) {
        const QByteArray pdf = receiptPdf(document, paper).value();
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        // For people: TONGBAN_KEEP=folder keeps the papers that this test made.
        if (const QString keep = qEnvironmentVariable("TONGBAN_KEEP"); !keep.isEmpty())
            QFile::copy(path, keep + "/" + name);
        return path;
    }

    static QByteArray output(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

private Q_SLOTS:
    void papers_data() {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("kind");
        for (const NoticeKind kind :
             {NoticeKind::Received, NoticeKind::Accepted, NoticeKind::Refused,
              NoticeKind::Supplement, NoticeKind::Decided}) {
            QTest::addRow("a4-%d", int(kind)) << int(Paper::A4) << int(kind);
            QTest::addRow("roll-%d", int(kind)) << int(Paper::Roll80) << int(kind);
        }
    }
    void papers() {
        QFETCH(int, paper);
        QFETCH(int, kind);
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext (Debian package poppler-utils) is not here");
        ReceiptDocument document = sample();
        document.kind = static_cast<NoticeKind>(kind);
        if (document.kind == NoticeKind::Refused)
            document.reason = "经营场所属于住宅，未取得有利害关系的业主同意。";
        const QByteArray name = QByteArray(QTest::currentDataTag()) + ".pdf";
        const QString path = written(document, static_cast<Paper>(paper), name);
        QVERIFY(!path.isEmpty());

        const QString words = QString::fromUtf8(output("pdftotext", {"-layout", path, "-"}))
                                  .normalized(QString::NormalizationForm_KC)
                                  .remove(u' ');
        for (const QString& expected : {titleOf(document.kind), document.number, document.hall,
                                        QStringLiteral("开办餐饮店"), document.reason.left(8)})
            QVERIFY2(words.contains(QString(expected).remove(u' ')), qPrintable(expected));

        const QJsonObject attached =
            QJsonDocument::fromJson(output("pdfdetach", {"-save", "1", "-o", "/dev/stdout", path}))
                .object();
        QCOMPARE(attached.value("code").toString(), document.code);
        QCOMPARE(attached.value("url").toString(), document.url);

        const QByteArray about = output("pdfinfo", {path});
        QVERIFY2(about.contains("Pages:           1"), about);
        for (const QByteArray& line : output("pdffonts", {path}).split('\n').mid(2)) {
            if (!line.isEmpty())
                QVERIFY2(line.contains("CID TrueType") && line.contains("Identity-H       yes "),
                         line);
        }
    }

    void theCodeIsReadOffThePaper_data() {
        QTest::addColumn<int>("paper");
        QTest::newRow("a4") << int(Paper::A4);
        QTest::newRow("roll") << int(Paper::Roll80);
    }
    void theCodeIsReadOffThePaper() {
        QFETCH(int, paper);
        if (QStandardPaths::findExecutable("zbarimg").isEmpty() ||
            QStandardPaths::findExecutable("pdftoppm").isEmpty())
            QSKIP("zbarimg or pdftoppm is not here");
        const ReceiptDocument document = sample();
        const QString path = written(document, static_cast<Paper>(paper),
                                     paper == 0 ? "read-a4.pdf" : "read-roll.pdf");
        // 203 dpi, the resolution of a receipt printer.
        output("pdftoppm", {"-r", "203", "-png", "-singlefile", path, path + ".page"});
        const QByteArray seen = output("zbarimg", {"-q", "--raw", path + ".page.png"}).trimmed();
        QCOMPARE(QString::fromUtf8(seen), document.url);
    }

    void aCopyAndAPracticeReceiptSaySo() {
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext (Debian package poppler-utils) is not here");
        ReceiptDocument document = sample();
        document.print = 2;
        document.practice = true;
        document.offline = true;
        for (const Paper paper : {Paper::A4, Paper::Roll80}) {
            const QString path =
                written(document, paper, paper == Paper::A4 ? "copy-a4.pdf" : "copy-roll.pdf");
            const QString words = QString::fromUtf8(output("pdftotext", {path, "-"}))
                                      .normalized(QString::NormalizationForm_KC)
                                      .remove(u' ');
            QVERIFY(words.contains("补打第2份"));
            QVERIFY(words.contains("演练用"));
            QVERIFY(words.contains("断网时出具"));
        }
    }

    void aUrlThatFitsNoCodeIsAFault() {
        ReceiptDocument document = sample();
        document.url.clear();
        QVERIFY(!receiptPdf(document, Paper::A4).has_value());
    }
};

QTEST_MAIN(TestReceiptDocument)
#include "tst_receipt_document.moc"
