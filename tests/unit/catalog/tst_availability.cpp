// Can I finish here, now? Item × devices × network × hours.
#include "services/catalog/availability.h"
#include "services/catalog/item_package.h"

#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestAvailability : public QObject {
    Q_OBJECT

    ServiceItem m_permit;
    ServiceItem m_proof;

    static ServiceItem item(const char* id) {
        return loadPackage(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + id)
            .value()
            .item();
    }
    static MachineNow working(const QString& at = "2026-09-09T10:00:00") {
        return {QDateTime::fromString(at, Qt::ISODate),
                {"card-reader", "document-camera", "receipt-printer", "report-printer",
                 "signature-pad"},
                true};
    }

private Q_SLOTS:
    void initTestCase() {
        m_permit = item("residence-permit");
        m_proof = item("insured-proof");
    }

    void aHealthyMachineDoesEverything() {
        const Availability here = availability(m_permit, {}, working());
        QVERIFY(here.doable == Doable::Here);
        QVERIFY(here.reasons.isEmpty());
        QVERIFY(!here.nearest);
    }

    void aFullOrLonelyMachineTakesNothingNewAndSaysWhere() {
        for (const Stopped stopped : {Stopped::Full, Stopped::AloneTooLong,
                                      Stopped::NotConnectedYet, Stopped::ItemsTooOld}) {
            MachineNow now = working();
            now.stopped = stopped;
            const Availability here = availability(m_permit, {}, now);
            QVERIFY(here.doable == Doable::NotHere);
            QCOMPARE(here.reasons, QStringList{reasonOf(stopped)});
            QVERIFY(here.nearest); // another machine helps
        }
        QVERIFY(reasonOf(Stopped::No).isEmpty());
    }

    void whatIsBrokenDecidesAndTheNearestPlaceIsTold_data() {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<bool>("online");
        QTest::addColumn<QStringList>("channels");
        QTest::addColumn<QString>("doable");
        QTest::addColumn<QString>("place");
        const QStringList any;
        QTest::newRow("no card reader") << "card-reader" << true << any << "不可办"
                                        << "示范区政务服务中心";
        QTest::newRow("no camera") << "document-camera" << true << any << "部分可办"
                                   << "示范区政务服务中心";
        QTest::newRow("no receipt paper") << "receipt-printer" << true << any << "部分可办"
                                          << "示范区政务服务中心";
        QTest::newRow("offline") << "" << false << any << "部分可办"
                                 << "示范区政务服务中心";
        QTest::newRow("window only") << "" << true << QStringList{"window"} << "不可办"
                                     << "示范区政务服务中心";
        QTest::newRow("kiosk allowed") << "" << true << QStringList{"kiosk", "window"} << "可办"
                                       << "";
        QTest::newRow("device it does not need") << "report-printer" << true << any << "可办"
                                                 << "";
    }
    void whatIsBrokenDecidesAndTheNearestPlaceIsTold() {
        QFETCH(QString, missing);
        QFETCH(bool, online);
        QFETCH(QStringList, channels);
        QFETCH(QString, doable);
        QFETCH(QString, place);
        MachineNow now = working();
        now.ready.remove(missing);
        now.online = online;
        const Availability result = availability(m_permit, channels, now);
        QCOMPARE(nameOf(result.doable), doable);
        QCOMPARE(result.reasons.isEmpty(), doable == "可办");
        QCOMPARE(result.nearest ? result.nearest->place.name : QString(), place);
        QVERIFY(!result.nearest || result.nearest->openNow);
    }

    void whatNeedsTheNetworkIsNotPromisedWithoutIt() {
        MachineNow now = working();
        now.online = false;
        QVERIFY(availability(m_proof, {}, now).doable == Doable::NotHere);
    }

    void atNightTheOpeningHourIsTold() {
        MachineNow now = working("2026-09-11T23:30:00"); // a Friday
        now.ready.remove("card-reader");
        const Availability result = availability(m_permit, {}, now);
        QVERIFY(result.nearest);
        QVERIFY(!result.nearest->openNow);
        QCOMPARE(result.nearest->place.name, QStringLiteral("青绿街道便民服务中心"));
        QCOMPARE(result.nearest->when, QStringLiteral("明天 09:00 开门"));
    }

    void aGuideIsForReading() {
        ServiceItem guide;
        guide.kind = ItemKind::Guide;
        const Availability result = availability(guide, {}, working());
        QVERIFY(result.doable == Doable::NotHere);
        QVERIFY(!result.reasons.isEmpty());
    }

    // No combination of faults ends without a reason and, for these items, a place.
    void thereIsNoDeadEnd() {
        const QStringList devices{"card-reader", "document-camera", "receipt-printer",
                                  "report-printer"};
        for (int mask = 0; mask < 16; ++mask) {
            for (const bool online : {true, false}) {
                for (int hour = 0; hour < 24; ++hour) {
                    MachineNow now = working();
                    now.at.setTime(QTime(hour, 5));
                    now.online = online;
                    for (int i = 0; i < 4; ++i) {
                        if (mask & (1 << i))
                            now.ready.remove(devices[i]);
                    }
                    for (const ServiceItem& item : {m_permit, m_proof}) {
                        const Availability result = availability(item, {}, now);
                        QCOMPARE(result.doable == Doable::Here, result.reasons.isEmpty());
                        QCOMPARE(result.doable != Doable::Here, result.nearest.has_value());
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAvailability)
#include "tst_availability.moc"
