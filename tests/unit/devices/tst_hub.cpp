// The hub with real threads, real pseudo-terminals and the shipped simulators.
#include "services/core/async.h"
#include "services/devices/device_hub.h"
#include "services/devices/escpos_encoder.h"
#include "services/devices/gb18030.h"
#include "services/devices/simulated_desk.h"
#include "tests/support/simulated_hub.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::devices;
using test::can;
using test::simulated;
using namespace std::chrono_literals;

namespace {

int openDescriptors() {
    return int(QDir("/proc/self/fd").count());
}

} // namespace

class TestHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCardComesThroughInTime() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::ReadIdCard), 3000);
        QSignalSpy read(&hub, &DeviceHub::cardRead);
        QSignalSpy removed(&hub, &DeviceHub::cardRemoved);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(hub.desk()->layCard("zhang-san"));
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 3000);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(read[0][0].value<IdCard>().name, QStringLiteral("张示例"));
        timer.restart();
        hub.desk()->removeCard();
        QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, 3000);
        QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
    }

    void theReaderIsUnpluggedAndComesBack() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::ReadIdCard), 3000);
        QSignalSpy faulted(&hub, &DeviceHub::readerFaulted);
        hub.desk()->setFault(SdtFault::Unplug);
        QTRY_VERIFY_WITH_TIMEOUT(!can(hub, Capability::ReadIdCard), 500);
        QCOMPARE(hub.capability(Capability::ReadIdCard).reason, QString("gone"));
        QCOMPARE(faulted.size(), 1);
        hub.desk()->setFault(SdtFault::None);
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::ReadIdCard), 3000);
    }

    void aReadIsCancelledOrRunsOut() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QList<CompletionCode> codes;
        const auto note = [&codes](const Completion& completion) { codes.append(completion.code); };
        const auto first = hub.readCard(10s);
        const auto second = hub.readCard(50ms);
        whenDone(first.done, this, note);
        whenDone(second.done, this, note);
        QTRY_COMPARE(codes, QList<CompletionCode>{CompletionCode::TimeOut});
        hub.cancel(first.command);
        hub.cancel(first.command);
        QTRY_COMPARE(codes.value(1), CompletionCode::Canceled);
        whenDone(hub.readCard(5s).done, this, note);
        QVERIFY(hub.desk()->layCard("hongkong"));
        QTRY_COMPARE_WITH_TIMEOUT(codes.value(2), CompletionCode::Success, 5000);
        whenDone(hub.readCard(10s).done, this, note); // the card still lies there
        QTRY_COMPARE(codes.value(3), CompletionCode::Success);
        hub.desk()->removeCard();
        QTest::qWait(1200);
        whenDone(hub.readCard(10s).done, this, note);
        hub.close();
        QTRY_COMPARE(codes.value(4), CompletionCode::DeviceNotReady);
        QCOMPARE(codes.size(), 5);
    }

    void aTicketIsPrintedAndCounted() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::PrintReceipt), 3000);
        EscPosEncoder ticket;
        ticket.line(QStringLiteral("受理回执")).qr("TB1:example").feed(3).cut();
        QList<CompletionCode> codes;
        const auto note = [&codes](const Completion& completion) { codes.append(completion.code); };
        whenDone(
            hub.print(DeviceClass::ReceiptPrinter, {"case-1/receipt", ticket.bytes()}, 10s).done,
            this, note);
        QTRY_COMPARE_WITH_TIMEOUT(codes, QList<CompletionCode>{CompletionCode::Success}, 5000);
        QCOMPARE(hub.desk()->tickets().size(), 1);
        QVERIFY(hub.desk()->tickets()[0].startsWith(ticket.bytes()));
        QCOMPARE(hub.printCounter().reprintMark("case-1/receipt"), QStringLiteral("补打 第1次"));
        QCOMPARE(hub.printCounter().reprintMark("case-2/receipt"), QString());
    }

    void paperEndsInTheMiddle() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::PrintReceipt), 3000);
        hub.desk()->setPaperLeft(100);
        EscPosEncoder ticket;
        for (int i = 0; i < 20; ++i)
            ticket.line(QStringLiteral("第%1行").arg(i));
        ticket.cut();
        QList<Completion> done;
        const auto note = [&done](const Completion& completion) { done.append(completion); };
        whenDone(hub.print(DeviceClass::ReceiptPrinter, {"case-3", ticket.bytes()}, 10s).done, this,
                 note);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 5000);
        QCOMPARE(done[0].code, CompletionCode::Unknown);
        QCOMPARE(hub.capability(Capability::PrintReceipt).reason, QString("paper-out"));
        // Refused before the first byte; new paper does not print the rest by itself.
        whenDone(hub.print(DeviceClass::ReceiptPrinter, {"case-4", ticket.bytes()}, 10s).done, this,
                 note);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 2, 5000);
        QCOMPARE(done[1].code, CompletionCode::DeviceNotReady);
        QCOMPARE(done[1].detail, QString("paper-out"));
        QCOMPARE(hub.printCounter().printed("case-3"), 1);
        QCOMPARE(hub.printCounter().printed("case-4"), 0);
        // Nor do the buffers of the printer give it to whoever stands there next.
        hub.desk()->setPrinterTrouble(SimulatedEscPos::Trouble::None);
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::PrintReceipt), 3000);
        QTest::qWait(500);
        QVERIFY(hub.desk()->tickets().isEmpty());
        EscPosEncoder next;
        next.line(QStringLiteral("下一位")).cut();
        whenDone(hub.print(DeviceClass::ReceiptPrinter, {"case-5", next.bytes()}, 10s).done, this,
                 note);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 3, 5000);
        QCOMPARE(done[2].code, CompletionCode::Success);
        const QList<QByteArray> tickets = hub.desk()->tickets(); // the half one, then the next
        QCOMPARE(tickets.size(), 2);
        QVERIFY(!tickets[1].contains(toGb18030(QStringLiteral("第"))));
    }

    void printerTroubleIsSeenWithinTwoSeconds_data() {
        QTest::addColumn<SimulatedEscPos::Trouble>("trouble");
        QTest::addColumn<QString>("reason");
        QTest::newRow("paper") << SimulatedEscPos::Trouble::PaperOut << "paper-out";
        QTest::newRow("cover") << SimulatedEscPos::Trouble::CoverOpen << "cover-open";
        QTest::newRow("cutter") << SimulatedEscPos::Trouble::CutterJam << "cutter";
        QTest::newRow("silent") << SimulatedEscPos::Trouble::Silent << "no-answer";
        QTest::newRow("low still prints") << SimulatedEscPos::Trouble::PaperLow << "";
    }
    void printerTroubleIsSeenWithinTwoSeconds() {
        QFETCH(SimulatedEscPos::Trouble, trouble);
        QFETCH(QString, reason);
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, Capability::PrintReceipt), 3000);
        hub.desk()->setPrinterTrouble(trouble);
        const auto paper = [&hub] {
            for (const DeviceReport& device : hub.devices()) {
                if (device.kind == DeviceClass::ReceiptPrinter)
                    return device.status.paper;
            }
            return PaperState::Unknown;
        };
        if (reason.isEmpty())
            QTRY_COMPARE_WITH_TIMEOUT(paper(), PaperState::Low, 2000);
        QTRY_COMPARE_WITH_TIMEOUT(hub.capability(Capability::PrintReceipt).reason, reason, 3500);
    }

    void smartCardsAndCodesComeThrough() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QSignalSpy social(&hub, &DeviceHub::socialCardRead);
        QSignalSpy inserted(&hub, &DeviceHub::contactCardInserted);
        QSignalSpy withdrawn(&hub, &DeviceHub::contactCardRemoved);
        QSignalSpy codes(&hub, &DeviceHub::codeScanned);
        QTRY_VERIFY(can(hub, Capability::ReadSocialCard) && can(hub, Capability::ScanCode));
        QVERIFY(hub.desk()->insertSocialCard("wang-wu"));
        QTRY_COMPARE(social.size(), 1);
        QCOMPARE(social[0][0].value<SocialCard>().name, QStringLiteral("王样张"));
        hub.desk()->insertBankCard();
        QTRY_COMPARE(inserted.size(), 2);
        QCOMPARE(inserted[1][0].value<ContactCardKind>(), ContactCardKind::Bank);
        hub.desk()->withdrawSocialCard();
        QTRY_COMPARE(withdrawn.size(), 2);
        QVERIFY(!hub.desk()->insertSocialCard("hongkong"));
        QVERIFY(hub.desk()->showCode("TB1:first"));
        QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 1, 1000);
        hub.desk()->hideCode();
        QVERIFY(hub.desk()->showCode("TB1:second"));
        QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 2, 1000);
        QCOMPARE(codes[1][0].toString(), QString("TB1:second"));
    }

    void aDocumentIsPrintedOrUnknown() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY(can(hub, Capability::PrintDocument));
        QList<Completion> done;
        const auto note = [&done](const Completion& completion) { done.append(completion); };
        const PrintJob job{"case-9/certificate", "%PDF-1.4 example"};
        whenDone(hub.print(DeviceClass::DocumentPrinter, job, 5s).done, this, note);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 3000);
        QCOMPARE(done[0].code, CompletionCode::Success);
        QCOMPARE(hub.desk()->documents(), QList<QByteArray>{job.content});
        whenDone(hub.print(DeviceClass::DocumentPrinter, job, 5s).done, this, note);
        QTest::qWait(100);
        hub.desk()->setDocumentPrinterTrouble("media-jam");
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(done[1].code, CompletionCode::Unknown);
        QCOMPARE(hub.capability(Capability::PrintDocument).reason, QString("paper-jam"));
        QCOMPARE(hub.desk()->documents().size(), 1);
        QCOMPARE(hub.printCounter().printed(job.key), 2);
    }

    // Each class in turn is missing: the machine says which capability went, and the rest works.
    void everyClassMayBeMissing_data() {
        QTest::addColumn<QString>("without");
        QTest::addColumn<Capability>("capability");
        QTest::newRow("ID reader") << "IdentityReader" << Capability::ReadIdCard;
        QTest::newRow("smart cards") << "ContactCard" << Capability::ReadSocialCard;
        QTest::newRow("scanner") << "CodeScanner" << Capability::ScanCode;
        QTest::newRow("receipts") << "ReceiptPrinter" << Capability::PrintReceipt;
        QTest::newRow("pages") << "DocumentPrinter" << Capability::PrintDocument;
        QTest::newRow("camera") << "DocumentCamera" << Capability::CaptureDocument;
        QTest::newRow("travel documents") << "PassportReader" << Capability::ReadPassport;
        QTest::newRow("pad") << "SignaturePad" << Capability::SignByHand;
    }
    void everyClassMayBeMissing() {
        QFETCH(QString, without);
        QFETCH(Capability, capability);
        HubSettings settings = simulated();
        settings.without = {without};
        QTemporaryDir pictures;
        QImage page(200, 100, QImage::Format_Grayscale8);
        page.fill(255);
        QVERIFY(page.save(pictures.filePath("page.png")));
        settings.documentCamera = pictures.path();
        DeviceHub hub(settings);
        QVERIFY(hub.open());
        const auto available = [&hub] {
            int count = 0;
            for (const CapabilityState& state : hub.capabilities())
                count += state.available;
            return count;
        };
        QTRY_COMPARE_WITH_TIMEOUT(available(), 8, 3000);
        QCOMPARE(hub.capability(capability).reason, QString("absent"));
        QVERIFY(capability != Capability::ScanCode || !hub.desk()->showCode("x"));
        hub.desk()->layDocument({});
        hub.desk()->withdrawSocialCard();
        hub.desk()->setDocumentPrinterTrouble({});
        QVERIFY(hub.desk()->layCard("li-si"));
        QSignalSpy read(&hub, &DeviceHub::cardRead);
        if (capability != Capability::ReadIdCard)
            QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 3000);
    }

    void absentDevicesAreSaidToBeAbsent() {
        DeviceHub hub(HubSettings{});
        QVERIFY(hub.open());
        for (const CapabilityState& state : hub.capabilities()) {
            QVERIFY(!state.available);
            QCOMPARE(state.reason, QString("absent"));
        }
        QList<CompletionCode> codes;
        whenDone(hub.readCard(1s).done, this,
                 [&codes](const Completion& completion) { codes.append(completion.code); });
        QTRY_COMPARE(codes, QList<CompletionCode>{CompletionCode::UnsupportedCommand});
    }

    void nothingStaysOpen() {
        const int before = openDescriptors();
        for (int i = 0; i < 10; ++i) {
            DeviceHub hub(simulated());
            QVERIFY(hub.open());
            QTest::qWait(20);
        }
        QVERIFY2(openDescriptors() <= before + 2,
                 qPrintable(QString::number(openDescriptors() - before)));
    }
};

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
