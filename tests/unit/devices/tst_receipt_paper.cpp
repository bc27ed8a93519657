// Receipts from words to paper: bytes, parsing, drawing, and the code read back from the picture.
#include "services/devices/code_reader.h"
#include "services/devices/escpos_encoder.h"
#include "services/devices/escpos_parser.h"
#include "services/devices/escpos_renderer.h"
#include "services/devices/escpos_status.h"
#include "services/devices/gb18030.h"
#include "services/devices/printer.h"
#include "services/devices/ticket.h"

#include <QGuiApplication>
#include <QTest>

using namespace tongban::devices;

namespace {

const QString token = QStringLiteral("TB1:") + QString(120, u'A') + QStringLiteral("受理");

Ticket sample() {
    Ticket ticket;
    ticket.lines = {
        {TicketLine::Kind::Title, QStringLiteral("受理回执"), {}},
        {TicketLine::Kind::Rule, {}, {}},
        {TicketLine::Kind::Pair, QStringLiteral("事项"), QStringLiteral("生育登记")},
        {TicketLine::Kind::Pair, QStringLiteral("受理编号"),
         QStringLiteral("4403992026000000000000000000000000000000001234567890")},
        {TicketLine::Kind::Text, QStringLiteral("请保管好本回执，凭二维码查询办理进度。"), {}},
        {TicketLine::Kind::Code, {}, token},
        {TicketLine::Kind::Remark, QStringLiteral("通办 示例大厅"), {}},
    };
    return ticket;
}

DeviceStatus statusOf(quint8 n1, quint8 n2, quint8 n3, quint8 n4) {
    EscPosStatus status;
    status.answered(1, n1);
    status.answered(2, n2);
    status.answered(3, n3);
    status.answered(4, n4);
    return status.status();
}

} // namespace

class TestReceiptPaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chineseGoesOutAsGb18030() {
        QCOMPARE(toGb18030(QStringLiteral("受理")), QByteArray::fromHex("cadcc0ed"));
        QCOMPARE(fromGb18030(QByteArray::fromHex("cadcc0ed")), QStringLiteral("受理"));
        const QString rare = QString::fromUtf8("𠮷㙍A");
        QCOMPARE(fromGb18030(toGb18030(rare)), rare);
        QVERIFY(fromGb18030(QByteArray::fromHex("ff41")).endsWith(u'A'));
    }

    void textCannotSmuggleCommands() {
        EscPosEncoder paper;
        paper.text(QStringLiteral("a\x1b@\x1dV\n") + QChar(0) + QStringLiteral("b"));
        QVERIFY(paper.bytes().endsWith("a@Vb"));
    }

    void theCodeOfTheTicketReadsBack() {
        const auto tickets = renderEscPos(ticketBytes(sample()));
        QVERIFY(tickets);
        QCOMPARE(tickets->size(), 1);
        QCOMPARE(tickets->first().width(), dots80mm);
        const auto read = CodeReader().read(tickets->first());
        QVERIFY(read);
        QCOMPARE(read->text, token);
        const auto narrow = renderEscPos(ticketBytes(sample(), columns58mm), dots58mm);
        QVERIFY(narrow);
        QCOMPARE(CodeReader().read(narrow->first())->text, token);
    }

    void aReprintIsMarkedTwice() {
        PrintCounter counter;
        Ticket ticket = sample();
        const QByteArray first = ticketBytes(ticket);
        counter.record("case-1", CompletionCode::Success);
        counter.record("case-1", CompletionCode::DeviceNotReady);
        ticket.reprintMark = counter.reprintMark("case-1");
        QCOMPARE(ticket.reprintMark, QStringLiteral("补打 第1次"));
        QCOMPARE(ticketBytes(ticket).count(toGb18030(ticket.reprintMark)), 2);
        QVERIFY(!first.contains(toGb18030(QStringLiteral("补打"))));
    }

    void linesWrapBetweenCharacters() {
        QCOMPARE(
            wrapped(QStringLiteral("一二三四五"), 4),
            (QStringList{QStringLiteral("一二"), QStringLiteral("三四"), QStringLiteral("五")}));
        QCOMPARE(wrapped("hello world again", 11), (QStringList{"hello world", "again"}));
        QCOMPARE(wrapped("", 10), QStringList{""});
    }

    void aStreamMayBeCutAnywhere() {
        const QByteArray bytes = ticketBytes(sample());
        EscPosParser whole;
        whole.feed(bytes);
        QList<int> kinds;
        EscPosOperation operation;
        while (whole.next(operation))
            kinds.append(int(operation.kind));
        QCOMPARE(whole.unread(), 0);
        EscPosParser dripping;
        QByteArray text;
        QByteArray code;
        int others = 0;
        for (const char byte : bytes) {
            dripping.feed(QByteArray(1, byte));
            while (dripping.next(operation)) {
                if (operation.kind == EscPosOperation::Kind::QrStore)
                    code = operation.bytes;
                others += operation.kind != EscPosOperation::Kind::Text;
            }
        }
        QCOMPARE(code, token.toUtf8());
        QCOMPARE(others, int(std::count_if(kinds.begin(), kinds.end(), [](int kind) {
                     return kind != int(EscPosOperation::Kind::Text);
                 })));
    }

    void rasterPicturesComeThrough() {
        QImage picture(100, 40, QImage::Format_Grayscale8);
        picture.fill(255);
        for (int x = 10; x < 90; ++x)
            picture.scanLine(20)[x] = 0;
        EscPosEncoder paper;
        paper.align(EscPosEncoder::Align::Right).raster(picture).cut();
        const auto tickets = renderEscPos(paper.bytes());
        QVERIFY(tickets);
        const QImage drawn = tickets->first();
        const int left = dots80mm - 104;
        QCOMPARE(qGray(drawn.pixel(left + 10, 20)), 0);
        QCOMPARE(qGray(drawn.pixel(left + 9, 20)), 255);
        QCOMPARE(qGray(drawn.pixel(left + 89, 20)), 0);
        QCOMPARE(qGray(drawn.pixel(left + 90, 20)), 255);
    }

    void anEndlessTicketIsRefused() {
        QByteArray feeds;
        for (int i = 0; i < 400; ++i)
            feeds += QByteArrayLiteral("\x1B"
                                       "d\xFF");
        QVERIFY(!renderEscPos(feeds));
    }

    void statusBytesSpeak_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<DeviceState>("device");
        QTest::addColumn<PaperState>("paper");
        QTest::addColumn<QString>("whyNot");
        using D = DeviceState;
        using P = PaperState;
        QTest::newRow("fine") << QByteArray::fromHex("12121212") << D::Online << P::Full << "";
        QTest::newRow("low") << QByteArray::fromHex("1212121e") << D::Online << P::Low << "";
        QTest::newRow("published: out of paper")
            << QByteArray::fromHex("1a32127e") << D::UserError << P::Out << "paper-out";
        QTest::newRow("cover") << QByteArray::fromHex("1a161212") << D::UserError << P::Full
                               << "cover-open";
        QTest::newRow("cutter") << QByteArray::fromHex("1a521a12") << D::HardwareError << P::Jammed
                                << "cutter";
        QTest::newRow("hot") << QByteArray::fromHex("12125212") << D::DeviceBusy << P::Full
                             << "head-hot";
        QTest::newRow("no answer")
            << QByteArray::fromHex("ff00ffff") << D::Unknown << P::Unknown << "unknown";
    }
    void statusBytesSpeak() {
        QFETCH(QByteArray, bytes);
        QFETCH(DeviceState, device);
        QFETCH(PaperState, paper);
        QFETCH(QString, whyNot);
        const DeviceStatus status =
            statusOf(quint8(bytes[0]), quint8(bytes[1]), quint8(bytes[2]), quint8(bytes[3]));
        QCOMPARE(status.device, device);
        QCOMPARE(status.paper, paper);
        QCOMPARE(whyNotPrint(status), whyNot);
    }
};

QTEST_MAIN(TestReceiptPaper)
#include "tst_receipt_paper.moc"
