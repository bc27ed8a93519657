// The simulated desk as a person touches it: plugs, what lies where, and the words of its console.
#include "services/devices/desk_console.h"
#include "services/devices/device_hub.h"
#include "services/devices/simulated_desk.h"
#include "tests/support/simulated_hub.h"

#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::devices;
using test::can;
using test::simulated;

class TestDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPulledPlugIsSeenAndGoesBack_data() {
        QTest::addColumn<QString>("machine");
        QTest::addColumn<Capability>("capability");
        QTest::newRow("ID reader") << "IdentityReader" << Capability::ReadIdCard;
        QTest::newRow("smart cards") << "ContactCard" << Capability::ReadSocialCard;
        QTest::newRow("scanner") << "CodeScanner" << Capability::ScanCode;
        QTest::newRow("receipts") << "ReceiptPrinter" << Capability::PrintReceipt;
        QTest::newRow("pages") << "DocumentPrinter" << Capability::PrintDocument;
        QTest::newRow("camera") << "DocumentCamera" << Capability::CaptureDocument;
    }
    void aPulledPlugIsSeenAndGoesBack() {
        QFETCH(QString, machine);
        QFETCH(Capability, capability);
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, capability), 5000);
        QVERIFY(performOnDesk(hub, "unplug " + machine));
        QCOMPARE(hub.desk()->view().unplugged.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!can(hub, capability), 5000);
        QVERIFY(!hub.capability(capability).reason.isEmpty());
        QVERIFY(performOnDesk(hub, "plug " + machine.toLower()));
        QTRY_VERIFY_WITH_TIMEOUT(can(hub, capability), 8000);
        QVERIFY(hub.desk()->view().unplugged.isEmpty());
    }

    void aCardPutInWithoutPowerIsReadLater() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        QSignalSpy read(&hub, &DeviceHub::socialCardRead);
        QSignalSpy removed(&hub, &DeviceHub::contactCardRemoved);
        QVERIFY(performOnDesk(hub, "unplug ContactCard"));
        QVERIFY(performOnDesk(hub, "social zhang-san"));
        QTest::qWait(200);
        QCOMPARE(read.size(), 0);
        QVERIFY(performOnDesk(hub, "plug ContactCard"));
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(performOnDesk(hub, "unplug ContactCard"));
        QTRY_COMPARE(removed.size(), 1);
    }

    void theDeskSaysWhatLiesThere() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        for (const char* line : {"card li-si", "social bank", "code 440399-T-1",
                                 "document /nowhere.png", "printer paper-low", "pages media-jam"})
            QVERIFY2(performOnDesk(hub, line), line);
        DeskView view = hub.desk()->view();
        QCOMPARE(view.card, QString("li-si"));
        QCOMPARE(view.socialCard, QString("bank"));
        QCOMPARE(view.code, QString("440399-T-1"));
        QCOMPARE(view.paper, QString("/nowhere.png"));
        QCOMPARE(view.printerTrouble, SimulatedEscPos::Trouble::PaperLow);
        QCOMPARE(view.pagesTrouble, QString("media-jam"));
        for (const char* line : {"card away", "social away", "code away", "document away",
                                 "printer none", "pages none"})
            QVERIFY2(performOnDesk(hub, line), line);
        view = hub.desk()->view();
        QVERIFY(view.card.isEmpty() && view.socialCard.isEmpty() && view.code.isEmpty() &&
                view.paper.isEmpty() && view.pagesTrouble.isEmpty());
    }

    void oddWordsAreRefused() {
        DeviceHub hub(simulated());
        QVERIFY(hub.open());
        for (const char* line : {"", "dance", "plug", "plug Kettle", "unplug Kettle", "card nobody",
                                 "fault sneeze", "printer flies", "social nobody"})
            QVERIFY2(!performOnDesk(hub, line), line);
        QVERIFY(hub.desk()->view().unplugged.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
