// JSON messages: what is written is read; what is missing, wrong or too much is refused with its
// path.
#include "services/crypto/random.h"
#include "services/protocol/messages.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::protocol;
using namespace std::chrono_literals;

class TestMessages : public QObject {
    Q_OBJECT

    const Instant m_at{1'795'000'000'123ms};
    const QString m_id = newUuid7(m_at);

    // What is written, read and written again is the same text.
    template <typename Read, typename Message>
    static void roundTrip(Read read, const Message& message) {
        const QByteArray text = toJson(message);
        const auto back = read(text);
        QVERIFY2(back.has_value(), back.has_value() ? "" : qPrintable(back.error().detail));
        QCOMPARE(toJson(*back), text);
    }
    template <typename Read>
    static QString refusal(Read read, const QByteArray& text) {
        const auto result = read(text);
        return result.has_value() ? QStringLiteral("accepted") : result.error().detail;
    }

private Q_SLOTS:
    void deviceMessagesRoundTrip() {
        roundTrip(readApplicationAnswer, ApplicationAnswer{m_id, "stored", m_at, 9});
        roundTrip(readMissingBlobs,
                  MissingBlobs{{crypto::randomBytes(32), crypto::randomBytes(32)}});
        roundTrip(readProblem, Problem{422, "changed", "the bytes differ", "r-1"});
        roundTrip(readFeedPage, FeedPage{{{7, "stored", m_id, m_at, {}},
                                          {8, "command", "", m_at, {{"do", "wipe"}}}},
                                         8,
                                         true});
        roundTrip(readFeedSnapshot,
                  FeedSnapshot{{{3, "status", m_id, m_at, {{"state", "accepted"}}}}, 900});
        DeviceReport report;
        report.id = m_id;
        report.at = m_at;
        report.version = "0.1";
        report.clockOffset = -350;
        report.audit = {12, crypto::randomBytes(32)};
        report.parts = {{"printer", "paper low"}};
        report.alarms = {"tamper"};
        roundTrip(readDeviceReport, report);
        roundTrip(
            readReportAnswer,
            ReportAnswer{{12, crypto::randomBytes(32)}, "central-1", crypto::randomBytes(64)});
        roundTrip(readEnrolment,
                  Enrolment{"CODE", "-----BEGIN…", "hall 1", crypto::randomBytes(33), "sm2"});
        roundTrip(readEnrolmentAnswer,
                  EnrolmentAnswer{"440399-000007", 7, "PEM", {{"version", 1}}, {}, m_at});
    }

    void staffMessagesRoundTrip() {
        roundTrip(readStaffLogin, StaffLogin{"wang", "secret", "123456", "t1"});
        roundTrip(readStaffSession, StaffSession{"tok", "王", {"clerk"}, {"counter"}, m_at});
        TaskRow row{"t-1",
                    m_id,
                    "440399-000007-000001",
                    "residence-permit",
                    "居住证签注",
                    "counter",
                    "review",
                    "林**",
                    "ready",
                    "",
                    "green",
                    m_at,
                    m_at + 24h};
        roundTrip(readTaskList, TaskList{{row, row}, 17});
        row.due.reset();
        roundTrip(readTaskLease, TaskLease{row, 3, m_at});
        roundTrip(readTaskClaim, TaskClaim{"t-1", ""});
        roundTrip(readTaskClaim, TaskClaim{"", "counter"});
        roundTrip(readTaskCompletion,
                  TaskCompletion{3, "supplement", "请补照片", {}, {{{"material", "photo"}}}});
        CaseView view;
        view.application = m_id;
        view.item = "residence-permit";
        view.state = "waiting";
        view.receivedAt = m_at;
        view.fields = {{"name", "姓名", "林**", "card", 3, true}};
        view.materials = {{"", "photo", "照片", "image/jpeg", 10, "received", ""}};
        view.history = {{m_at, "Started", "", "您已提交"}};
        view.views = {{m_at, "view", "综合窗口", "审核"}};
        view.actions = {"approve", "supplement"};
        roundTrip(readCaseView, view);
    }

    void defectsNameTheirPath() {
        QVERIFY(refusal(readApplicationAnswer, "{}").contains("$.id: is missing"));
        QVERIFY(refusal(readApplicationAnswer, R"({"id":"x"})").contains("$.id: is not a UUIDv7"));
        QVERIFY(refusal(readMissingBlobs, R"({"missing":["00"]})")
                    .contains("$.missing[0]: is not a digest"));
        QVERIFY(refusal(readMissingBlobs, R"({"missing":[]})").contains("$.missing: is empty"));
        QVERIFY(refusal(readTaskClaim, "{}").contains("either a task or a pool"));
        QVERIFY(refusal(readTaskClaim, R"({"task":"a","pool":"b"})")
                    .contains("either a task or a pool"));
        QVERIFY(refusal(readStaffLogin, R"({"account":1,"password":"x"})")
                    .contains("$.account: expected a string"));
        QVERIFY(refusal(readStaffLogin,
                        "{\"account\":\"a\",\"password\":\"" + QByteArray(300, 'x') + "\"}")
                    .contains("$.password: is longer than 256"));
        QVERIFY(refusal(readTaskCompletion, R"({"lease_no":1.5,"outcome":"x"})")
                    .contains("$.lease_no"));
        QVERIFY(
            refusal(readTaskCompletion, R"({"lease_no":0,"outcome":"x"})").contains("$.lease_no"));
        QVERIFY(
            refusal(readDeviceReport, R"({"audit":{"n":1,"hash":"AB"}})").contains("$.audit.hash"));
        QVERIFY(refusal(readFeedPage, "[]").contains("expected an object"));
        QVERIFY(refusal(readFeedPage, QByteArray(2 << 20, ' ')).contains("over the limit"));
    }

    void aFeedPageWithAGapIsRefused() {
        FeedPage page{{{7, "stored", m_id, m_at, {}}, {9, "stored", m_id, m_at, {}}}, 9, false};
        QVERIFY(refusal(readFeedPage, toJson(page)).contains("$.events[1].seq: leaves a gap"));
        page.events = QList<FeedEvent>(1001, page.events.first());
        QVERIFY(refusal(readFeedPage, toJson(page)).contains("$.events: more than 1000"));
    }

    void unknownFieldsDoNotHurt() {
        QVERIFY(readStaffLogin(R"({"account":"a","password":"b","colour":"blue"})").has_value());
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
