// Access policy, masking, passwords, rate limits and page templates.
#include "services/central/access_policy.h"
#include "services/central/alarms.h"
#include "services/central/page_template.h"
#include "services/central/rate_limits.h"
#include "services/central/staff_accounts.h"

#include <QJsonArray>
#include <QtTest>

using namespace tongban;
using namespace tongban::central;

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void denyByDefault() {
        const Instant now = SystemClock().now();
        const Matter matter{"440399", "公安分局", "police-review", DataClass::Personal, {}, {}};
        int allowed = 0;
        for (int role = 0; role <= int(Role::PrivacyOfficer); ++role) {
            for (int operation = 0; operation <= int(Operation::ListSubjectRequests); ++operation) {
                Subject subject{"1", "x", Role(role), "440399", "公安分局", {"police-review"}};
                const Ruling ruling = rule(subject, Operation(operation), matter, now);
                allowed += ruling.allowed ? 1 : 0;
                subject.region = "440398";
                QVERIFY(!rule(subject, Operation(operation), matter, now).allowed);
                subject.region.clear();
                QVERIFY(!rule(subject, Operation(operation), matter, now).allowed);
                subject.region = "44";
                QCOMPARE(rule(subject, Operation(operation), matter, now).allowed, ruling.allowed);
            }
        }
        // Of 136 pairs these and no more; a new grant must be counted here.
        QCOMPARE(allowed, 22);
    }

    void theConditions() {
        const Instant now = SystemClock().now();
        Matter matter{"440399", "公安分局", "police-review", DataClass::Personal, {}, {}};
        Subject approver{"7", "x", Role::Approver, "440399", {}, {"police-review"}};
        QVERIFY(rule(approver, Operation::Decide, matter, now).allowed);
        matter.acceptedBy = "7";
        QCOMPARE(rule(approver, Operation::Decide, matter, now).why, QString("separation"));
        matter.acceptedBy = "8";
        matter.pool = "community";
        QCOMPARE(rule(approver, Operation::Decide, matter, now).why, QString("pool"));
        approver.department = "人社局";
        QCOMPARE(rule(approver, Operation::View, matter, now).why, QString("department"));
        const Subject clerk{"9", "x", Role::Clerk, "440399", {}, {}};
        matter.dataClass = DataClass::Sensitive;
        QCOMPARE(rule(clerk, Operation::View, matter, now).why, QString("data-class"));
        matter.exceptionUntil = now + std::chrono::minutes(1);
        QVERIFY(rule(clerk, Operation::View, matter, now).allowed);
        QVERIFY(!rule({"1", "x", Role::SystemAdmin, "440399", {}, {}}, Operation::View, matter, now)
                     .allowed);
        QVERIFY(!mayHoldBoth(Role::SystemAdmin, Role::AuditAdmin));
        QVERIFY(!mayHoldBoth(Role::Clerk, Role::SecurityAdmin));
        QVERIFY(mayHoldBoth(Role::Clerk, Role::Approver));
        QVERIFY(!mayHoldBoth(Role::PrivacyOfficer, Role::Supervisor)); // who asks and who approves
        // Kept for the law only: nobody works with it, not even with broken glass.
        matter.restricted = true;
        QCOMPARE(rule(clerk, Operation::View, matter, now).why, QString("restricted"));
        const Subject officer{"4", "x", Role::PrivacyOfficer, "440399", {}, {}};
        QVERIFY(rule(officer, Operation::ServeSubject, matter, now).allowed);
    }

    void tenForgeriesInAMinuteRing() {
        AlarmBell bell;
        const Instant now = SystemClock().now();
        for (int i = 0; i < 9; ++i)
            bell.forgery("440399-000001", now + std::chrono::seconds(i));
        bell.forgery("440399-000002", now);
        QVERIFY(bell.take().isEmpty());
        // The first ones are more than a minute old by then.
        bell.forgery("440399-000001", now + std::chrono::seconds(62));
        QVERIFY(bell.take().isEmpty());
        for (int i = 0; i < 3; ++i)
            bell.forgery("440399-000001", now + std::chrono::seconds(62));
        QCOMPARE(bell.take().size(), 1);
        QVERIFY(bell.take().isEmpty());
        bell.ring("tamper", "440399-000001");
        QCOMPARE(bell.take().first().kind, QString("tamper"));
    }

    void masking() {
        QCOMPARE(maskedName("林小雨"), QString("林**"));
        QCOMPARE(maskedName("林雨"), QString("林*"));
        QCOMPARE(maskedName("欧阳小小雨"), QString("欧**"));
        QCOMPARE(maskedName(""), QString());
        QCOMPARE(maskedNumber("440399199001011234"), QString("4403**********1234"));
        QCOMPARE(maskedNumber("13800001234"), QString("138****1234"));
        QCOMPARE(maskedNumber("1234"), QString("****"));
    }

    void weakPasswordsAreRefused() {
        for (const char* weak :
             {"short1A!", "alllowercaseletters", "Password12345!", "0108-Abcdefgh1", "Aa1!Aa1!Aa1!",
              "Qwerty-Zuiop-9", "123456Abcdef!"})
            QVERIFY2(!checkPasswordStrength(weak, "0108").has_value(), weak);
        for (int i = 0; i < 200; ++i)
            QVERIFY(checkPasswordStrength(newPassword(), "0108").has_value());
    }

    void aBucketRefillsAndKnowsWhen() {
        RateLimits limits;
        const auto start = RateLimits::Clock::now();
        int retry = 0;
        for (int i = 0; i < 3; ++i)
            QVERIFY(limits.allow("a", {1, 3}, &retry, start));
        QVERIFY(!limits.allow("a", {1, 3}, &retry, start));
        QCOMPARE(retry, 1);
        QVERIFY(limits.allow("b", {1, 3}, &retry, start));
        QVERIFY(limits.allow("a", {1, 3}, &retry, start + std::chrono::milliseconds(1100)));
    }

    void pagesEscapeEverything() {
        const QString page = "<b>{{name}}</b>{{#rows}}<i>{{.}}{{x}}</i>{{/rows}}{{^rows}}none{{/"
                             "rows}}{{#yes}}Y{{/yes}}";
        QCOMPARE(*renderPage(page, {{"name", "<script>'\"&"}, {"yes", true}}),
                 QByteArray("<b>&lt;script&gt;&#39;&quot;&amp;</b>noneY"));
        QCOMPARE(*renderPage(page, {{"rows", QJsonArray{"a", QJsonObject{{"x", "<"}}}}}),
                 QByteArray("<b></b><i>a</i><i>&lt;</i>"));
        QVERIFY(!renderPage("{{#rows}}", {{"rows", true}}).has_value());
        QVERIFY(!renderPage("{{rows", {}).has_value());
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
