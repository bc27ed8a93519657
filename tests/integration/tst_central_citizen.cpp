// The citizen's page: valid, altered, unknown issuer; details only with the code or the last four;
// strict headers; and Chromium opening it.
#include "services/catalog/item_package.h"
#include "services/workflow/engine.h"
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::test;

class CentralCitizenTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_items;
    CentralProcess m_central{{"--items", m_items.path(), "--stranger-rate", "100000"}};
    KioskDouble m_kiosk;
    DraftApplication m_draft;

    static QByteArray pathOf(const receipt::IssuedReceipt& receipt) {
        return QUrl(receipt.url).path().toLatin1();
    }
    Answer page(const QByteArray& path) { return askOnce(m_central.port(), "GET", path); }
    Answer withCode(const QByteArray& path, const QByteArray& code) {
        return askOnce(m_central.port(), "POST", path, "code=" + code);
    }
    Answer state(const QByteArray& path, const QByteArray& code = {}) {
        return askOnce(m_central.port(), "GET", path + "/state.json", {},
                       code.isEmpty() ? QByteArrayList() : QByteArrayList{"Receipt-Code: " + code});
    }
    // What Chromium makes of the page; a picture stays under build/ for people to compare.
    QByteArray inChromium(const QString& url, const QString& picture) {
        QTemporaryDir profile;
        QProcess chromium;
        QDir().mkpath(TONGBAN_BINARY_DIR "/phone");
        chromium.start("chromium", {"--headless=new", "--no-sandbox", "--disable-gpu",
                                    "--hide-scrollbars", "--user-data-dir=" + profile.path(),
                                    "--window-size=390,1400", "--force-device-scale-factor=2",
                                    "--screenshot=" TONGBAN_BINARY_DIR "/phone/" + picture,
                                    "--virtual-time-budget=3000", url});
        chromium.waitForFinished(60000);
        QProcess dom;
        dom.start("chromium", {"--headless=new", "--no-sandbox", "--disable-gpu",
                               "--user-data-dir=" + profile.path(), "--virtual-time-budget=3000",
                               "--dump-dom", url});
        dom.waitForFinished(60000);
        return dom.readAllStandardOutput();
    }

private Q_SLOTS:
    void initTestCase() {
        const QString folder = m_items.filePath("residence-permit");
        const QString source = TONGBAN_SOURCE_DIR "/resources/items/residence-permit/";
        QVERIFY(QDir().mkpath(folder));
        QFile process(source + "process.bpmn");
        QFile bare(folder + "/process.bpmn");
        QVERIFY(process.open(QIODevice::ReadOnly) && bare.open(QIODevice::WriteOnly));
        QString text = QString::fromUtf8(process.readAll());
        text.remove(QRegularExpression("<zeebe:formDefinition[^>]*/>"));
        bare.write(text.toUtf8());
        bare.close();
        QVERIFY(QFile::copy(source + "item.json", folder + "/item.json") &&
                QFile::copy(source + "materials.json", folder + "/materials.json"));
        QVERIFY(m_central.start());
        QCOMPARE(
            m_kiosk
                .enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(m_kiosk.key))
                .status,
            200);

        const auto definition = workflow::compile(*workflow::readPackage(folder));
        QVERIFY(definition.has_value());
        const auto calendar =
            *workflow::WorkCalendar::load(TONGBAN_SOURCE_DIR "/resources/calendars");
        protocol::SealedContent content;
        content.applicant = {{"name", "林小雨"}, {"number", "440399199001011234"}};
        workflow::Instance instance;
        const auto add = [&](const workflow::Command& command, const QString& id) {
            const auto events =
                workflow::decide(*definition, instance, command,
                                 {SystemClock().now(), m_kiosk.device, id, &calendar});
            for (const workflow::Event& event : *events) {
                workflow::evolve(instance, event);
                content.events.append({event.sequence, instance.epoch, event.at,
                                       workflow::nameOf(event.kind), event.toJson()});
            }
        };
        add(workflow::Open{{}, {{"route", "review"}, {"pending", QJsonArray{"photo"}}}, {}, {}},
            "open");
        add(workflow::HandOver{"centre"}, "hand-over");
        m_draft = m_kiosk.draft("residence-permit", content);
    }

    void aReceiptIsGenuineBeforeItsApplicationArrives() {
        const Answer answer = page(pathOf(m_draft.receipt));
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.contains("凭证是真的"), answer.body.constData());
        QVERIFY(answer.body.contains("材料还没传到"));
        QCOMPARE(m_kiosk.deliver(m_draft).status, 201);
        QTRY_COMPARE(state(pathOf(m_draft.receipt)).json().value("phase").toString(),
                     QString("received"));
        QTRY_VERIFY(m_kiosk.feed(0).body.contains("\"status\""));
    }

    void theCodeAloneSaysOneWord() {
        const Answer answer = page(pathOf(m_draft.receipt));
        QVERIFY(answer.body.contains("收下了"));
        for (const char* secret : {"居住证", "林", "440399-2026", "审核"})
            QVERIFY2(!answer.body.contains(secret), secret);
        QVERIFY(!state(pathOf(m_draft.receipt)).json().contains("details"));
    }

    void theCodeOrTheLastFourOpenTheDetails() {
        const QByteArrayList codes{m_draft.receipt.code.toLatin1(),
                                   m_draft.receipt.code.toLower().toLatin1(), QByteArray("1234")};
        for (int again = 0; again < 4; ++again)
            QCOMPARE(withCode(pathOf(m_draft.receipt), codes.first()).status,
                     200); // right ones are free
        for (const QByteArray& code : codes) {
            const Answer answer = withCode(pathOf(m_draft.receipt), code);
            QVERIFY(answer.body.contains("林**"));
            QVERIFY(answer.body.contains("审核"));
            QVERIFY(answer.body.contains("谁看过我的材料"));
            QVERIFY(!answer.body.contains("林小雨"));
            QVERIFY(!answer.body.contains("440399199001011234"));
        }
    }

    void guessingIsSlow() {
        DraftApplication other = m_kiosk.draft("residence-permit");
        const QByteArray path = pathOf(other.receipt);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(withCode(path, "000" + QByteArray::number(i)).status, 200);
        QCOMPARE(withCode(path, "0009").status, 429);
        QCOMPARE(page(path).status, 200);
    }

    void everyFlippedBitIsAltered() {
        const QByteArray path = pathOf(m_draft.receipt);
        int looked = 0;
        for (qsizetype i = 2; i < path.size(); i += 5) {
            QByteArray bent = path;
            bent[i] = bent[i] == 'A' ? 'B' : 'A';
            const Answer answer = page(bent);
            QCOMPARE(answer.status, 200);
            QVERIFY(!answer.body.contains("凭证是真的"));
            QVERIFY(answer.body.contains("这张凭证不能确认") ||
                    answer.body.contains("现在核对不了"));
            QVERIFY(!answer.body.contains("自助机 01"));
            ++looked;
        }
        QVERIFY(looked > 30);
        const QByteArrayList bentOnes{path.toLower(),  path + "A",       path.chopped(1),
                                      path + "======", QByteArray("/1"), QByteArray("/1<script>")};
        for (const QByteArray& bent : bentOnes)
            QVERIFY(!page(bent).body.contains("凭证是真的"));
    }

    void anUnknownMachineIsNeitherTrueNorFalse() {
        KioskDouble other = m_kiosk;
        other.number = 7777;
        const Answer answer = page(pathOf(other.draft("residence-permit").receipt));
        QVERIFY(answer.body.contains("现在核对不了"));
        QCOMPARE(state(pathOf(other.draft("residence-permit").receipt))
                     .json()
                     .value("verdict")
                     .toString(),
                 QString("unknown issuer"));
    }

    void headersAreStrict() {
        const QByteArrayList paths{pathOf(m_draft.receipt), QByteArray("/1AAAA"),
                                   pathOf(m_draft.receipt) + "/state.json"};
        for (const QByteArray& path : paths) {
            const Answer answer = page(path);
            QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
            QCOMPARE(answer.headers.value("referrer-policy"), QByteArray("no-referrer"));
            QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
            QCOMPARE(answer.headers.value("x-frame-options"), QByteArray("DENY"));
            const QByteArray policy = answer.headers.value("content-security-policy");
            QVERIFY(policy.startsWith("default-src 'none'"));
            QVERIFY(!policy.contains("unsafe"));
            QVERIFY(!policy.contains("script-src"));
            QVERIFY(!answer.body.contains("<script"));
            QVERIFY(!answer.body.contains(" style="));
        }
    }

    void chromiumShowsBoth() {
        if (QStandardPaths::findExecutable("chromium").isEmpty())
            QSKIP("chromium is not installed (package chromium)");
        const QString url = m_central.url() + pathOf(m_draft.receipt);
        QVERIFY(inChromium(url, "valid.png").contains("凭证是真的"));
        QString altered = url;
        altered[altered.size() - 20] = altered[altered.size() - 20] == 'A' ? 'B' : 'A';
        QVERIFY(inChromium(altered, "altered.png").contains("这张凭证不能确认"));
        // The detailed page, saved beside its style sheet's address, for the picture.
        QFile file(TONGBAN_BINARY_DIR "/phone/details.html");
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray html = withCode(pathOf(m_draft.receipt), m_draft.receipt.code.toLatin1()).body;
        html.replace("href=\"/phone", "href=\"" + m_central.url().toLatin1() + "/phone");
        file.write(html);
        file.close();
        QVERIFY(inChromium("file://" TONGBAN_BINARY_DIR "/phone/details.html", "details.png")
                    .contains("林**"));
    }

    void theSampleDepartmentAnswers() {
        const Answer site = page("/portal/water");
        QCOMPARE(site.status, 200);
        QVERIFY(site.body.contains("水费查询"));
        const Answer bill = askOnce(m_central.port(), "POST", "/portal/water/bill",
                                    "{\"number\":\"440399199001011234\"}");
        QCOMPARE(bill.json().value("months").toArray().size(), 6);
        QCOMPARE(askOnce(m_central.port(), "POST", "/portal/water/bill",
                         "{\"number\":\"440399199001011234\"}")
                     .body,
                 bill.body);
        QCOMPARE(askOnce(m_central.port(), "POST", "/portal/water/bill", "{}").status, 422);
    }
};

QTEST_GUILESS_MAIN(CentralCitizenTest)
#include "tst_central_citizen.moc"
