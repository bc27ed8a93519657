// Passport reader, pad, token, dispenser, locker, lamps, power supply: the cores alone, then all of
// them through the hub.
#include "services/core/async.h"
#include "services/crypto/signature.h"
#include "services/devices/device_hub.h"
#include "services/devices/indicators.h"
#include "services/devices/picture_sequence.h"
#include "services/devices/simulated_desk.h"
#include "tests/support/simulated_hub.h"

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <linux/input-event-codes.h>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;
using test::can;
using test::simulated;

namespace {

const QString passport1 = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
const QString passport2 = QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10");

} // namespace

class TestMachines : public QObject {
    Q_OBJECT

    std::unique_ptr<DeviceHub> m_hub;

    Completion run(DeviceClass kind, const QString& name, const QVariant& payload = {},
                   std::chrono::milliseconds timeout = 5s) {
        std::optional<Completion> done;
        whenDone(m_hub->start(kind, name, payload, timeout).done, this,
                 [&done](const Completion& completion) { done = completion; });
        for (int i = 0; i < 600 && !done; ++i)
            QTest::qWait(10);
        return done.value_or(Completion{});
    }

    DeviceStatus statusOf(DeviceClass kind) {
        const auto devices = m_hub->devices();
        for (const DeviceReport& device : devices) {
            if (device.kind == kind)
                return device.status;
        }
        return {};
    }

private Q_SLOTS:
    void init() {
        m_hub = std::make_unique<DeviceHub>(simulated());
        QVERIFY(m_hub->open());
        QTRY_VERIFY(can(*m_hub, Capability::HandOut));
    }
    void cleanup() { m_hub.reset(); }

    void aZoneComesInLines() {
        MrzAssembler assembler;
        QVERIFY(!assembler.line(passport1, 0ms));
        const auto zone = assembler.line(passport2, 200ms);
        QVERIFY(zone && *zone && (*zone)->valid());
        QCOMPARE((*zone)->number, QString("L898902C3"));
        QVERIFY(!assembler.line(passport1, 1s));
        QVERIFY(!assembler.line(passport2, 5s)); // too late: the first line of another swipe
        const auto whole = assembler.line(passport1 + passport2, 20s);
        QVERIFY(whole && *whole && (*whole)->valid());
        const auto noise = assembler.line("1234567890", 21s);
        QVERIFY(noise && !*noise);
        QVERIFY(!assembler.line("I<UTOD231458907<<<<<<<<<<<<<<<", 30s));
        QVERIFY(!assembler.line("7408122F1204159UTO<<<<<<<<<<<6", 30s));
        QVERIFY(assembler.line("ERIKSSON<<ANNA<MARIA<<<<<<<<<<", 30s)->value().valid());
    }

    void aPassportIsSwiped() {
        QSignalSpy read(m_hub.get(), &DeviceHub::documentRead);
        QTRY_VERIFY(can(*m_hub, Capability::ReadPassport));
        QVERIFY(m_hub->desk()->swipe({passport1, passport2}));
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 2000);
        QCOMPARE(read[0][0].value<Mrz>().surname, QString("ERIKSSON"));
        // A wrong digit is never handed over.
        QString wrong = passport2;
        wrong[0] = 'M';
        QVERIFY(m_hub->desk()->swipe({passport1, wrong}));
        QTest::qWait(400);
        QCOMPARE(read.size(), 1);
        QVERIFY(m_hub->desk()->plug(DeviceClass::PassportReader, false));
        QTRY_COMPARE_WITH_TIMEOUT(m_hub->capability(Capability::ReadPassport).reason,
                                  QString("gone"), 500);
        QVERIFY(m_hub->desk()->plug(DeviceClass::PassportReader, true));
        QTRY_VERIFY_WITH_TIMEOUT(can(*m_hub, Capability::ReadPassport), 3000);
    }

    void strokesComeFromPenEvents() {
        StrokeAssembler pen;
        pen.setRanges({0, 2000}, {0, 1000});
        const auto at = [&pen](int x, int y, std::chrono::milliseconds time) {
            pen.event(EV_ABS, ABS_X, x, time);
            pen.event(EV_ABS, ABS_Y, y, time);
            pen.event(EV_SYN, SYN_REPORT, 0, time);
        };
        at(100, 100, 0ms); // hovering draws nothing
        pen.event(EV_KEY, BTN_TOUCH, 1, 10ms);
        at(200, 500, 10ms);
        at(400, 500, 20ms);
        QVERIFY(pen.event(EV_KEY, BTN_TOUCH, 0, 30ms));
        pen.event(EV_SYN, SYN_REPORT, 0, 30ms);
        QCOMPARE(pen.strokes(), (PenStrokes{{{0.1, 0.25, 0}, {0.2, 0.25, 10}}}));
        pen.clear();
        QVERIFY(pen.strokes().isEmpty());
    }

    void somebodySignsOnThePad() {
        QTRY_VERIFY(can(*m_hub, Capability::SignByHand));
        QTimer::singleShot(100, this, [this] { m_hub->desk()->machines().pad->dot(); });
        QCOMPARE(run(DeviceClass::SignaturePad, "Signature.Capture").code,
                 CompletionCode::InvalidData);
        QTimer::singleShot(100, this, [this] { m_hub->desk()->machines().pad->sign(); });
        const Completion signedBy = run(DeviceClass::SignaturePad, "Signature.Capture");
        QCOMPARE(signedBy.code, CompletionCode::Success);
        QCOMPARE(signedBy.payload.value<PenStrokes>().size(), 3);
        QCOMPARE(run(DeviceClass::SignaturePad, "Signature.Capture", {}, 50ms).code,
                 CompletionCode::TimeOut);
    }

    void aTokenSignsAndLocks() {
        const QByteArray digest(32, 'd');
        const auto sign = [&](const QString& pin) {
            return run(DeviceClass::StaffToken, "StaffToken.Sign",
                       QVariant::fromValue(TokenRequest{pin, digest}));
        };
        const Completion fine = sign("123456");
        QCOMPARE(fine.code, CompletionCode::Success);
        QVERIFY(crypto::verify(m_hub->desk()->machines().token->publicKey(), digest,
                               fine.payload.toByteArray()));
        QCOMPARE(sign("1").detail, QString("wrong-pin 5"));
        for (int i = 0; i < 4; ++i)
            sign("1");
        QCOMPARE(sign("1").detail, QString("locked"));
        QCOMPARE(sign("123456").detail, QString("locked"));
        QVERIFY(m_hub->desk()->plug(DeviceClass::StaffToken, false));
        QCOMPARE(sign("123456").code, CompletionCode::DeviceNotReady);
    }

    void aCardIsDispensedTakenOrRetained() {
        SimulatedCardDispenser& machine = *m_hub->desk()->machines().dispenser;
        QSignalSpy taken(&machine, &CardDispenser::mediaTaken);
        const auto dispense = [this] {
            return run(DeviceClass::CardDispenser, "CardDispenser.Dispense");
        };
        QCOMPARE(dispense().code, CompletionCode::Success);
        QCOMPARE(statusOf(DeviceClass::CardDispenser).media, MediaState::Present);
        QCOMPARE(dispense().detail, QString("not-taken"));
        machine.take();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(dispense().code, CompletionCode::Success);
        QCOMPARE(run(DeviceClass::CardDispenser, "CardDispenser.Retain").code,
                 CompletionCode::Success);
        QCOMPARE(machine.retained(), 1);
        QCOMPARE(statusOf(DeviceClass::CardDispenser).media, MediaState::Retracted);
        machine.fill(0);
        QTRY_COMPARE(statusOf(DeviceClass::CardDispenser).paper, PaperState::Out);
        QCOMPARE(dispense().detail, QString("box-empty"));
        machine.fill(9);
        // Half-way it is unknown whether a card lies there.
        QTimer::singleShot(
            200, this, [this] { (void)m_hub->desk()->plug(DeviceClass::CardDispenser, false); });
        QCOMPARE(dispense().code, CompletionCode::Unknown);
        QCOMPARE(dispense().code, CompletionCode::DeviceNotReady);
    }

    void aLockerOpensItsDoors() {
        SimulatedLocker& locker = *m_hub->desk()->machines().locker;
        QSignalSpy closed(&locker, &Locker::doorClosed);
        QCOMPARE(run(DeviceClass::Locker, "Locker.Open", 3).code, CompletionCode::Success);
        QCOMPARE(locker.openDoors(), QList<int>{3});
        QCOMPARE(run(DeviceClass::Locker, "Locker.Open", 13).code, CompletionCode::InvalidData);
        locker.setStuck(true);
        QCOMPARE(run(DeviceClass::Locker, "Locker.Open", 4).detail, QString("stuck"));
        locker.closeDoor(3);
        QTRY_COMPARE(closed.size(), 1);
    }

    void lampsShowWhereToLay() {
        const auto lamp = [this](const char* name) {
            return m_hub->desk()->machines().lamps->lights().value(name);
        };
        m_hub->setListening(true);
        QTRY_COMPARE(lamp("cardReader"), LightMode::Slow);
        m_hub->setListening(false);
        QTRY_COMPARE(lamp("cardReader"), LightMode::Off);
        const auto started = m_hub->print(DeviceClass::ReceiptPrinter, {"k", "text\n"}, 5s);
        for (int i = 0; i < 1000 && lamp("receiptPrinter") != LightMode::Medium; ++i)
            QThread::msleep(1); // the lamp lives on its own thread
        QCOMPARE(lamp("receiptPrinter"), LightMode::Medium);
        QTRY_COMPARE_WITH_TIMEOUT(lamp("receiptPrinter"), LightMode::Off, 6000);
        QVERIFY(started.done.isFinished());
    }

    void lampsOfTheKernel() {
        QTemporaryDir leds;
        QVERIFY(QDir(leds.path()).mkdir("cardReader"));
        const auto read = [&leds](const char* name) {
            QFile file(leds.filePath(QStringLiteral("cardReader/") + name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        LedIndicators lamps(DeviceId("lamps"), leds.path());
        lamps.open();
        QCOMPARE(lamps.status().device, DeviceState::Online);
        QSignalSpy done(&lamps, &Device::completed);
        const auto set = [&](const QString& name, LightMode mode) {
            done.clear();
            lamps.submit("Lights.SetLight", QVariant::fromValue(Light{name, mode}), 1s);
            return done.wait(1000) ? done[0][0].value<Completion>().code : CompletionCode::Unknown;
        };
        QCOMPARE(set("cardReader", LightMode::On), CompletionCode::Success);
        QCOMPARE(read("brightness"), QByteArray("255"));
        QCOMPARE(set("cardReader", LightMode::Slow), CompletionCode::Success);
        QCOMPARE(read("trigger"), QByteArray("timer"));
        QCOMPARE(read("delay_on"), QByteArray("1000"));
        QCOMPARE(set("../cardReader", LightMode::On), CompletionCode::InvalidData);
        QCOMPARE(set("none", LightMode::On), CompletionCode::InvalidData);
    }

    void thePowerFails() {
        m_hub->desk()->machines().ups->say("OB DISCHRG");
        QTRY_COMPARE(statusOf(DeviceClass::Ups).detail, QString("on-battery"));
        m_hub->desk()->machines().ups->say("OB LB");
        QTRY_COMPARE(statusOf(DeviceClass::Ups).detail, QString("battery-low"));
        m_hub->desk()->machines().ups->say("OL");
        QTRY_COMPARE(statusOf(DeviceClass::Ups).detail, QString());
    }

    void aFilmGoesRound() {
        QTemporaryDir dir;
        QByteArray film = "index";
        for (const int grey : {20, 120, 220}) {
            QImage picture(40, 30, QImage::Format_Grayscale8);
            picture.fill(grey);
            QBuffer buffer(&film);
            buffer.open(QIODevice::Append);
            QVERIFY(picture.save(&buffer, "JPEG"));
            film += "junk";
        }
        QFile file(dir.filePath("film.mjpeg"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(film) == film.size());
        file.close();
        PictureSequence sequence(file.fileName());
        QList<int> seen;
        for (int i = 0; i < 4; ++i)
            seen.append(qGray(sequence.next().pixel(5, 5)) / 10);
        QCOMPARE(seen, (QList<int>{2, 12, 22, 2}));
        QVERIFY(PictureSequence(dir.filePath("none.png")).isEmpty());
        QVERIFY(PictureSequence(dir.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMachines)
#include "tst_machines.moc"
