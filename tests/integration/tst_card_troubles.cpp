// What goes wrong at the card reader, over the real pseudo-terminal: each is said in plain words,
// and the visit goes on when it is mended.
#include "services/devices/simulated_desk.h"
#include "tests/support/sample_hall.h"
#include "tests/support/simulated_hub.h"
#include "ui/kiosk/identify_model.h"

#include <QTest>

using namespace tongban;
using devices::SdtFault;
using session::Stage;

class TestCardTroubles : public QObject {
    Q_OBJECT

    test::SampleHall m_hall;

private Q_SLOTS:
    void isSaidAndMended_data() {
        QTest::addColumn<QString>("card");
        QTest::addColumn<SdtFault>("fault");
        QTest::addColumn<bool>("whileReading");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("heading");

        const QString gone = "The card reader is not working";
        const QString again = "It could not be read";
        QTest::newRow("lifted") << "zhang-san" << SdtFault::Leave << false << "failed"
                                << "The card left too early";
        QTest::newRow("expired") << "expired" << SdtFault::None << false << "failed"
                                 << "The card is past its validity";
        for (const SdtFault fault : {SdtFault::BadSum, SdtFault::Truncate})
            QTest::addRow("%s while reading", qPrintable(nameOf(fault)))
                << "zhang-san" << fault << true << "failed" << again;
        for (const SdtFault fault : {SdtFault::BadSum, SdtFault::Flip, SdtFault::Truncate,
                                     SdtFault::Silence, SdtFault::Unplug})
            QTest::addRow("%s from the start", qPrintable(nameOf(fault)))
                << "zhang-san" << fault << false << "unsupported" << gone;
    }
    void isSaidAndMended() {
        QFETCH(QString, card);
        QFETCH(SdtFault, fault);
        QFETCH(bool, whileReading);
        QFETCH(QString, state);
        QFETCH(QString, heading);
        devices::DeviceHub hub(test::simulated());
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(test::can(hub, devices::Capability::ReadIdCard), 3000);
        const auto visit = m_hall.open();
        session::CardDesk desk(*visit, hub);
        kiosk::IdentifyModel model(*visit, desk);
        QVERIFY(visit->begin("residence-permit").has_value());
        test::answerRenewal(*visit);
        QCOMPARE(visit->stage(), Stage::Identify);
        QCOMPARE(model.readerState(), QString("waiting"));

        QStringList said;
        connect(&model, &kiosk::IdentifyModel::changed, this, [&] {
            const QVariantMap failure = model.failure().toMap();
            if (!failure.isEmpty() && !failure.value("text").toString().isEmpty())
                said.append(model.readerState() + ": " + failure.value("heading").toString());
        });
        if (whileReading)
            connect(&hub, &devices::DeviceHub::cardFound, &model,
                    [&] { hub.desk()->setFault(fault); });
        else
            hub.desk()->setFault(fault);
        QVERIFY(hub.desk()->layCard(card));
        QTRY_VERIFY2_WITH_TIMEOUT(said.contains(state + ": " + heading),
                                  qPrintable(said.join("; ")), 8000);
        QCOMPARE(visit->stage(), Stage::Identify);
        QVERIFY(!visit->visit().card.has_value());

        QObject::disconnect(&hub, &devices::DeviceHub::cardFound, &model, nullptr);
        hub.desk()->setFault(SdtFault::None);
        hub.desk()->removeCard();
        QTRY_VERIFY_WITH_TIMEOUT(test::can(hub, devices::Capability::ReadIdCard), 5000);
        QTest::qWait(1200); // the reader sees the empty plate
        QVERIFY(hub.desk()->layCard("zhang-san"));
        QTRY_COMPARE_WITH_TIMEOUT(visit->stage(), Stage::Form, 8000);
        QCOMPARE(visit->visit().card->name, QString("张示例"));
    }
};

QTEST_GUILESS_MAIN(TestCardTroubles)
#include "tst_card_troubles.moc"
