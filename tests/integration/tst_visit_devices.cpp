// The visit of the main path through the kiosk's pages, with each class of devices left out in
// turn, and with the ones it needs going and coming back on the way.
#include "app/kiosk_composition.h"
#include "services/devices/simulated_desk.h"
#include "tests/support/sample_visit.h"

#include <QGuiApplication>
#include <QQmlEngineExtensionPlugin>
#include <QTemporaryDir>
#include <QTest>

Q_IMPORT_QML_PLUGIN(Tongban_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Tongban_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Tongban_KioskPlugin)

using namespace tongban;
using devices::Capability;
using devices::DeviceClass;
using session::Stage;

namespace {

QStringList complaints; // of the QML engine
QtMessageHandler before = nullptr;

void listen(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (text.contains(".qml:"))
        complaints.append(text);
    before(type, context, text);
}

} // namespace

class TestVisitDevices : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_kiosks = 0;
    std::unique_ptr<app::KioskComposition> m_kiosk;

    session::Session& session() { return m_kiosk->session(); }
    kiosk::KioskModel& model() { return m_kiosk->model(); }
    devices::SimulatedDesk& desk() { return *m_kiosk->hub().desk(); }

    // Drawing costs most of the time: only where a page looks different.
    void openKiosk(const QStringList& without, bool window = true) {
        app::Options options;
        options.data = m_dir.filePath(QString::number(++m_kiosks));
        QVERIFY(QDir().mkpath(options.data));
        options.resources = QStringLiteral(TONGBAN_SOURCE_DIR "/resources");
        options.cards = options.resources + "/simulator/cards.json";
        options.central = QUrl("http://127.0.0.1:9"); // nobody answers: everything is kept here
        options.simulate = true;
        options.without = without;
        const auto seal = crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
        auto made = app::KioskComposition::make(
            options, {test::sampleMachine(seal.publicKey(), SystemClock().now()), "token"}, {});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        m_kiosk = std::move(*made);
        // It has been connected before: one that never was takes in nothing.
        m_kiosk->sync().time().observe(SystemClock().now(), std::chrono::milliseconds(0));
        if (window)
            QVERIFY(m_kiosk->show());
        QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->hub().settled(), 5000);
        model().wake();
        QCOMPARE(model().page(), QString("home"));
    }

    QString lackOnTile(const QString& item) {
        const QVariantList tiles = model().search()->frequent();
        for (const QVariant& tile : tiles) {
            if (tile.toMap().value("id") == item)
                return tile.toMap().value("lack").toString();
        }
        return QStringLiteral("no such tile");
    }

    void toIdentify() {
        model().openItem("residence-permit");
        QCOMPARE(model().page(), QString("guide"));
        if (!model().guide()->closed().isEmpty())
            return;
        const QMap<QString, QString> says{{"kind", "renew"}, {"basis", "home"},   {"home", "rent"},
                                          {"filed", "no"},   {"address", "same"}, {"who", "self"}};
        session().start();
        for (int i = 0; i < 12 && session().stage() == Stage::Question; ++i) {
            const auto* asked = session().question()->question;
            session().answer(asked->id, {says.value(asked->id, asked->options.first().id)});
            session().next();
            QTest::qWait(1);
        }
        QCOMPARE(model().page(), QString("identify"));
    }

    void layCard() {
        m_kiosk->simulatedHall()->layCard();
        QTRY_COMPARE_WITH_TIMEOUT(model().page(), QString("form"), 6000);
        m_kiosk->simulatedHall()->takeCard();
    }

    void fillForm() {
        for (int i = 0; i < 10 && session().stage() == Stage::Form; ++i) {
            for (const workflow::FormRow& row : session().formRows()) {
                if (row.prefilled || !(row.value.isNull() || row.value.isUndefined()))
                    continue;
                session().setField(row.key, !row.choices.isEmpty() ? row.choices.first().value
                                            : row.format == "date"
                                                ? QJsonValue(QStringLiteral("2025-03-01"))
                                            : row.format == "phone"
                                                ? QJsonValue(QStringLiteral("13800000000"))
                                                : QJsonValue(QStringLiteral("示范街道示范社区")));
            }
            session().next();
        }
        QCOMPARE(model().page(), QString("materials"));
    }

    // The contract among the papers that wait; empty while it lies under the camera.
    QVariantMap leaseRow() {
        const QVariantList waiting = model().materials()->waiting();
        for (const QVariant& row : waiting) {
            if (row.toMap().value("id") == "lease")
                return row.toMap();
        }
        return {};
    }

    // The picture takes itself; without a camera the paper goes to the counter.
    void coverPapers(bool camera) {
        if (!camera) {
            QVERIFY(model().materials()->open().isNull() ||
                    !model().materials()->open().canConvert<QVariantMap>());
            const QVariantList ways = leaseRow().value("ways").toList();
            QStringList ids;
            for (const QVariant& way : ways)
                ids.append(way.toMap().value("id").toString());
            QVERIFY2(ids.contains("later") && !ids.contains("camera"), qPrintable(ids.join(' ')));
            model().materials()->chooseWay("lease", "later");
        }
        QTRY_VERIFY_WITH_TIMEOUT(session().openMaterials().isEmpty(), 8000);
        model().materials()->next();
        QCOMPARE(model().page(), QString("check"));
    }

    void signAndSubmit() {
        session().next();
        session().sign(QJsonArray{QJsonArray{0.1, 0.2, 3}});
        QVERIFY(session().canSubmit());
        session().submit(false, false);
        QTRY_COMPARE_WITH_TIMEOUT(model().page(), QString("receipt"), 8000);
        QVERIFY(session().handedIn().has_value());
    }

    void goodbye() {
        model().leave();
        QCOMPARE(model().page(), QString("goodbye"));
        const QVariantList erased = model().receipt()->erased();
        for (const QVariant& one : erased)
            QVERIFY2(one.toMap().value("ok").toBool(),
                     qPrintable(one.toMap().value("text").toString()));
        model().goHome();
        QCOMPARE(model().page(), QString("home"));
    }

    void toReceipt() {
        toIdentify();
        layCard();
        fillForm();
        coverPapers(true);
        signAndSubmit();
    }

    bool takesReceipt() {
        const QVariantList take = model().receipt()->take();
        return std::any_of(take.begin(), take.end(), [](const QVariant& one) {
            return one.toMap().value("icon") == "receipt";
        });
    }

private Q_SLOTS:
    void initTestCase() { before = qInstallMessageHandler(listen); }
    void init() { complaints.clear(); }
    void cleanup() {
        m_kiosk.reset();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join('\n')));
    }

    void everyClassIsMissingInTurn_data() {
        QTest::addColumn<DeviceClass>("kind");
        QTest::addColumn<QString>("reason");
        const QMap<DeviceClass, QString> reasons{
            {DeviceClass::IdentityReader, QStringLiteral("读不了身份证")},
            {DeviceClass::DocumentCamera, QStringLiteral("拍不了材料")},
            {DeviceClass::ReceiptPrinter, QStringLiteral("打不出凭证")}};
        for (int i = 0; i <= static_cast<int>(DeviceClass::Ups); ++i) {
            const auto kind = static_cast<DeviceClass>(i);
            QTest::newRow(qPrintable(nameOf(kind))) << kind << reasons.value(kind);
        }
    }
    void everyClassIsMissingInTurn() {
        QFETCH(DeviceClass, kind);
        QFETCH(QString, reason);
        openKiosk({nameOf(kind)}, !reason.isEmpty());
        // A tile of the home page that needs the same machines.
        const QString tile = lackOnTile("newborn");
        QVERIFY2(reason.isEmpty() ? tile.isEmpty() : tile.contains(reason), qPrintable(tile));
        toIdentify();
        if (kind == DeviceClass::IdentityReader) {
            QVERIFY(model().guide()->closed().contains(reason));
            return goodbye();
        }
        QVERIFY(model().guide()->startNote().contains(reason) || reason.isEmpty());
        layCard();
        fillForm();
        coverPapers(kind != DeviceClass::DocumentCamera);
        signAndSubmit();
        const bool prints = kind != DeviceClass::ReceiptPrinter;
        QTRY_COMPARE_WITH_TIMEOUT(model().receipt()->printState(),
                                  QString(prints ? "printed" : "paperOut"), 5000);
        goodbye();
        QCOMPARE(takesReceipt(), prints);
    }

    void whatIsNeededGoesAndComesBack() {
        openKiosk({});
        toIdentify();
        QVERIFY(desk().plug(DeviceClass::IdentityReader, false));
        QTRY_COMPARE_WITH_TIMEOUT(model().identify()->readerState(), QString("unsupported"), 1000);
        QVERIFY(model().identify()->alternativesFirst());
        QVERIFY(desk().plug(DeviceClass::IdentityReader, true));
        QTRY_COMPARE_WITH_TIMEOUT(model().identify()->readerState(), QString("waiting"), 3500);
        layCard();
        fillForm();
        QVERIFY(desk().plug(DeviceClass::DocumentCamera, false));
        QTRY_COMPARE(leaseRow().value("hint").toString(),
                     kiosk::MaterialsModel::tr("The camera of this machine is not working"));
        QVERIFY(desk().plug(DeviceClass::DocumentCamera, true));
        coverPapers(true);
        signAndSubmit();
        goodbye();
    }

    // Half a ticket is neither "printed" nor "nothing": it is said, and never printed again
    // unasked.
    void paperEndsInTheMiddleOfTheReceipt() {
        openKiosk({});
        desk().setPaperLeft(150);
        toReceipt();
        QTRY_COMPARE_WITH_TIMEOUT(model().receipt()->printState(), QString("unknown"), 8000);
        desk().setPaperLeft(1'000'000);
        desk().setPrinterTrouble(devices::SimulatedEscPos::Trouble::None);
        desk().tearOff();
        QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->hub().capability(Capability::PrintReceipt).available,
                                 4000);
        QTest::qWait(1500);
        QVERIFY(desk().tickets().isEmpty());
        QCOMPARE(model().receipt()->printState(), QString("unknown"));
        model().receipt()->print();
        QTRY_COMPARE_WITH_TIMEOUT(model().receipt()->printState(), QString("printed"), 5000);
        QCOMPARE(model().receipt()->printCopy(), 1);
        QCOMPARE(desk().tickets().size(), 2); // what hung there of the first is cut off before it
        goodbye();
        QVERIFY(takesReceipt());
        QCOMPARE(model().receipt()->printState(), QString("none"));
    }
};

QTEST_MAIN(TestVisitDevices)
#include "tst_visit_devices.moc"
