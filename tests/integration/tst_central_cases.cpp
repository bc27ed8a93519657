// From a kiosk's journal to a clerk's decision and back, against the real central process: the
// item's own process, decided at the "kiosk" by the same engine, goes on at the centre.
#include "services/catalog/item_package.h"
#include "services/workflow/engine.h"
#include "services/workflow/questions.h"
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::test;

namespace {

constexpr char item[] = "residence-permit";

// The product's item without its forms and decisions: this test is about the process.
bool prepareItem(const QString& folder) {
    const QString source = TONGBAN_SOURCE_DIR "/resources/items/residence-permit/";
    QFile process(source + "process.bpmn");
    QFile bare(folder + "/process.bpmn");
    if (!QDir().mkpath(folder) || !process.open(QIODevice::ReadOnly) ||
        !bare.open(QIODevice::WriteOnly))
        return false;
    QString text = QString::fromUtf8(process.readAll());
    text.remove(QRegularExpression("<zeebe:formDefinition[^>]*/>"));
    bare.write(text.toUtf8());
    return QFile::copy(source + "item.json", folder + "/item.json") &&
           QFile::copy(source + "materials.json", folder + "/materials.json");
}

} // namespace

class CentralCasesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_items;
    CentralProcess m_central{{"--items", m_items.path()}};
    KioskDouble m_kiosk;
    workflow::Definition m_definition;
    workflow::WorkCalendar m_calendar;
    QByteArray m_clerk;

    // What the kiosk's session does: opens the case by the process, and hands it over.
    protocol::SealedContent content(const QString& name, const QString& route = "review") {
        protocol::SealedContent content;
        content.applicant = {{"name", name}, {"number", "440399199001011234"}, {"way", "id-card"}};
        content.answers = {{"phone", "13800001234"}, {"address", "示例路1号"}};
        workflow::Instance instance;
        const Instant now = SystemClock().now();
        const auto add = [&](const workflow::Command& command, const QString& id) {
            const auto events = workflow::decide(m_definition, instance, command,
                                                 {now, m_kiosk.device, id, &m_calendar});
            if (!events.has_value())
                qFatal("%s", qPrintable(events.error().detail));
            for (const workflow::Event& event : *events) {
                workflow::evolve(instance, event);
                content.events.append({event.sequence, instance.epoch, event.at,
                                       workflow::nameOf(event.kind), event.toJson()});
            }
        };
        add(workflow::Open{{}, {{"route", route}, {"pending", QJsonArray{"photo"}}}, {}, {}},
            "open");
        add(workflow::HandOver{"centre"}, "hand-over");
        return content;
    }

    QJsonObject post(const QByteArray& path, const QJsonObject& body, int status = 200) {
        const Answer answer =
            askOnce(m_central.port(), "POST", path, QJsonDocument(body).toJson(), {m_clerk});
        if (answer.status != status)
            qWarning() << path << answer.status << answer.body;
        return answer.status == status ? answer.json() : QJsonObject{{"wrong", answer.status}};
    }
    QJsonArray tasks() {
        return askOnce(m_central.port(), "GET", "/v1/tasks?pool=police-review", {}, {m_clerk})
            .json()
            .value("tasks")
            .toArray();
    }
    QJsonObject showCase(const QString& id) {
        return askOnce(m_central.port(), "GET", "/v1/cases/" + id.toLatin1(), {}, {m_clerk}).json();
    }
    // Delivers an application and waits until its task is on the list; claims it.
    QJsonObject claimed(const DraftApplication& draft) {
        if (m_kiosk.deliver(draft).status != 201)
            return {};
        const bool there = QTest::qWaitFor([&] {
            for (const QJsonValue& task : tasks()) {
                if (task.toObject().value("case").toString() == draft.manifest.id)
                    return true;
            }
            return false;
        });
        return there ? claimFor(draft.manifest.id) : QJsonObject();
    }
    QJsonObject claimFor(const QString& id) {
        for (const QJsonValue& task : tasks()) {
            if (task.toObject().value("case").toString() == id)
                return post("/v1/tasks/claim", {{"task", task.toObject().value("id")}});
        }
        return {};
    }
    QString phaseInFeed(const QString& id) {
        QString phase;
        const auto page = protocol::readFeedPage(m_kiosk.feed(0).body);
        for (const protocol::FeedEvent& event : page->events) {
            if (event.application == id && event.body.contains("phase"))
                phase = event.body.value("phase").toString();
        }
        return phase;
    }
    QByteArray completePath(const QJsonObject& task) {
        return "/v1/tasks/" + task.value("id").toString().toLatin1() + "/complete";
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(prepareItem(m_items.filePath(item)));
        QVERIFY(m_central.start());
        QCOMPARE(
            m_kiosk
                .enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(m_kiosk.key))
                .status,
            200);
        const auto package = workflow::readPackage(m_items.filePath(item));
        QVERIFY(package.has_value());
        const auto definition = workflow::compile(*package);
        QVERIFY2(definition.has_value(),
                 qPrintable(definition.has_value() ? QString() : definition.error().detail));
        m_definition = *definition;
        m_calendar = *workflow::WorkCalendar::load(TONGBAN_SOURCE_DIR "/resources/calendars");
        m_clerk = m_central.signIn("approver");
        QVERIFY(m_clerk.size() > 40);
    }

    void approvedAndBack() {
        const DraftApplication draft = m_kiosk.draft(item, content("林小雨"));
        const QJsonObject task = claimed(draft);
        QVERIFY(!task.value("id").toString().isEmpty());
        QCOMPARE(task.value("applicant").toString(), QString("林**"));
        QVERIFY(!task.value("light").toString().isEmpty());
        const QJsonObject shown = showCase(draft.manifest.id);
        QCOMPARE(shown.value("applicant").toObject().value("name").toString(), QString("林小雨"));
        QCOMPARE(shown.value("materials").toArray().size(), 1);
        QVERIFY(shown.value("journal").toArray().size() > 3);
        QVERIFY(shown.value("milestones").toArray().size() >= 3);
        // Nobody approves what he has not seen.
        const QJsonObject approve{
            {"decision", "approve"}, {"lease_no", task.value("lease_no")}, {"opinion", "材料齐全"}};
        post(completePath(task), approve, 422);
        const Answer material =
            askOnce(m_central.port(), "GET",
                    "/v1/cases/" + draft.manifest.id.toLatin1() + "/materials/1", {}, {m_clerk});
        QCOMPARE(material.status, 200);
        QCOMPARE(material.body, "image of " + draft.manifest.id.toLatin1());
        const QJsonObject done = post(completePath(task), approve);
        QCOMPARE(done.value("phase").toString(), QString("approved"));
        QCOMPARE(post(completePath(task), approve), done); // the answer was lost: the same again
        QCOMPARE(phaseInFeed(draft.manifest.id), QString("approved"));
        const QJsonArray views = showCase(draft.manifest.id).value("views").toArray();
        QCOMPARE(views.size(), 2);
    }

    void supplementAskedAndAnswered() {
        const DraftApplication draft = m_kiosk.draft(item, content("周然"));
        const QJsonObject task = claimed(draft);
        post(completePath(task),
             {{"decision", "supplement"},
              {"lease_no", task.value("lease_no")},
              {"opinion", "照片不清"}},
             422);
        const QJsonObject asked = post(completePath(task), {{"decision", "supplement"},
                                                            {"lease_no", task.value("lease_no")},
                                                            {"opinion", "照片不清"},
                                                            {"basis", "《居住证暂行条例》第九条"},
                                                            {"items", QJsonArray{"重拍照片"}}});
        QCOMPARE(asked.value("phase").toString(), QString("supplement"));
        QCOMPARE(phaseInFeed(draft.manifest.id), QString("supplement"));

        protocol::Supplement supplement;
        const auto answer = [&](qint64 revision) {
            supplement.id = newUuid7(SystemClock().now());
            supplement.application = draft.manifest.id;
            supplement.revision = revision;
            supplement.device = m_kiosk.device;
            supplement.filledAt = draft.manifest.filledAt;
            protocol::SealedContent inside;
            inside.application = draft.manifest.id;
            inside.answers = {{"note", "新照片"}};
            inside.receiptLines = draft.lines;
            inside.receiptCode = draft.receipt.code;
            inside.events = content("周然").events;
            supplement.seal =
                *m_kiosk.sealKeys.seal(crypto::Suite::Gm, supplement.id.toUtf8(),
                                       protocol::writeContent(inside).view(), SystemClock().now());
            const auto bytes = protocol::signSupplement(supplement, m_kiosk.key);
            return askOnce(m_central.port(), "PUT",
                           "/v1/applications/" + draft.manifest.id.toLatin1() + "/supplements/" +
                               supplement.id.toLatin1(),
                           *bytes, {m_kiosk.authorization});
        };
        QCOMPARE(answer(2).status, 412);
        QCOMPARE(answer(1).status, 201);
        QTRY_COMPARE(showCase(draft.manifest.id).value("supplements").toInt(), 1);
        QTRY_VERIFY(!claimFor(draft.manifest.id).isEmpty());
        // A second notice needs a supervisor.
        const QJsonObject again = claimFor(draft.manifest.id);
        QJsonObject second{{"decision", "supplement"},
                           {"lease_no", again.value("lease_no")},
                           {"opinion", "还缺"},
                           {"basis", "第九条"},
                           {"items", QJsonArray{"x"}}};
        post(completePath(again), second, 422);
        const QJsonObject supervisor = m_central.account("supervisor");
        second["supervisor"] = supervisor.value("staff");
        second["supervisor_code"] =
            QJsonDocument::fromJson(m_central.loginBody(supervisor)).object().value("otp");
        QCOMPARE(post(completePath(again), second).value("phase").toString(),
                 QString("supplement"));
    }

    void refusedWithReasonAndClause() {
        const DraftApplication draft = m_kiosk.draft(item, content("何安"));
        const QJsonObject task = claimed(draft);
        post(completePath(task),
             {{"decision", "refuse"}, {"lease_no", task.value("lease_no")}, {"opinion", "不符合"}},
             422);
        const QJsonObject done = post(completePath(task), {{"decision", "refuse"},
                                                           {"lease_no", task.value("lease_no")},
                                                           {"opinion", "不符合"},
                                                           {"basis", "第九条"}});
        QCOMPARE(done.value("phase").toString(), QString("refused"));
        QCOMPARE(phaseInFeed(draft.manifest.id), QString("refused"));
    }

    void aStaleLeaseIsFenced() {
        const DraftApplication draft = m_kiosk.draft(item, content("温和"));
        const QJsonObject first = claimed(draft);
        const QJsonObject second = claimFor(draft.manifest.id);
        QCOMPARE(second.value("lease_no").toInt(), first.value("lease_no").toInt() + 1);
        post(completePath(first),
             {{"decision", "refuse"},
              {"lease_no", first.value("lease_no")},
              {"opinion", "x"},
              {"basis", "y"}},
             409);
    }

    void aForgedJournalIsHeldForAPerson() {
        protocol::SealedContent forged = content("毛糙");
        for (protocol::JournalEvent& event : forged.events) {
            if (event.kind == "Passed" || event.kind == "Entered")
                event.body["element"] = "issue";
        }
        const DraftApplication draft = m_kiosk.draft(item, forged);
        QCOMPARE(m_kiosk.deliver(draft).status, 201);
        QTRY_VERIFY(m_kiosk.feed(0).body.contains("\"held\""));
        QCOMPARE(askOnce(m_central.port(), "GET", "/v1/cases/" + draft.manifest.id.toLatin1(), {},
                         {m_clerk})
                     .status,
                 404);
    }

    void administratorsSeeNoCase() {
        const DraftApplication draft = m_kiosk.draft(item, content("安静"));
        QVERIFY(!claimed(draft).isEmpty());
        for (const char* role : {"system-admin", "security-admin", "audit-admin"}) {
            const QByteArray admin = m_central.signIn(role);
            QCOMPARE(askOnce(m_central.port(), "GET", "/v1/cases/" + draft.manifest.id.toLatin1(),
                             {}, {admin})
                         .status,
                     403);
        }
        const QByteArray supervisor = m_central.signIn("supervisor");
        const QJsonObject seen =
            askOnce(m_central.port(), "GET", "/v1/cases/" + draft.manifest.id.toLatin1(), {},
                    {supervisor})
                .json();
        QCOMPARE(seen.value("applicant").toObject().value("name").toString(), QString("安*"));
        QCOMPARE(seen.value("applicant").toObject().value("number").toString(),
                 QString("4403**********1234"));
    }

    void everythingIsThereAfterAKill() {
        const DraftApplication draft = m_kiosk.draft(item, content("长久"));
        QVERIFY(!claimed(draft).isEmpty());
        const QJsonArray journal = showCase(draft.manifest.id).value("journal").toArray();
        m_central.kill9();
        QVERIFY(m_central.start());
        QCOMPARE(showCase(draft.manifest.id).value("journal").toArray(), journal);
        const QByteArray admin = m_central.signIn("audit-admin");
        QTRY_VERIFY(askOnce(m_central.port(), "GET", "/v1/admin/audit", {}, {admin})
                        .json()
                        .value("rows")
                        .toArray()
                        .size() > 20);
    }
};

QTEST_GUILESS_MAIN(CentralCasesTest)
#include "tst_central_cases.moc"
