// The work calendar: the published vectors and years without notice (tst_calendar_sweep counts).
#include "services/workflow/work_calendar.h"

#include <QtTest>

using namespace tongban::workflow;

class TestCalendar : public QObject {
    Q_OBJECT
    WorkCalendar calendar;

private Q_SLOTS:
    void initTestCase() {
        auto loaded = WorkCalendar::load(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/calendars"));
        QVERIFY(loaded.has_value());
        calendar = loaded.value();
    }

    void vectors_data() {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QDate>("due");
        QTest::newRow("spring festival") << QDate(2026, 2, 12) << 5 << QDate(2026, 2, 26);
        QTest::newRow("working saturday") << QDate(2026, 2, 13) << 5 << QDate(2026, 2, 27);
        QTest::newRow("national day") << QDate(2026, 9, 28) << 10 << QDate(2026, 10, 16);
        QTest::newRow("working sunday") << QDate(2026, 1, 1) << 1 << QDate(2026, 1, 4);
        QTest::newRow("labour day") << QDate(2026, 4, 30) << 3 << QDate(2026, 5, 8);
        QTest::newRow("plain weeks") << QDate(2026, 11, 23) << 20 << QDate(2026, 12, 21);
        QTest::newRow("nothing") << QDate(2026, 11, 23) << 0 << QDate(2026, 11, 23);
    }
    void vectors() {
        QFETCH(QDate, from);
        QFETCH(int, days);
        QFETCH(QDate, due);
        QCOMPARE(calendar.addWorkingDays(from, days), (DueDay{due, false}));
    }

    void aYearWithoutNoticeIsProvisional() {
        const DueDay due = calendar.addWorkingDays(QDate(2026, 12, 25), 20);
        QVERIFY(due.provisional);
        QCOMPARE(due.date, QDate(2027, 1, 22));
        QVERIFY(!calendar.addWorkingDays(QDate(2025, 12, 25), 20).provisional);
    }

    void saysWhyADayDoesNotCount() {
        const QList<SkippedDay> skipped =
            calendar.skippedDays(QDate(2026, 2, 12), QDate(2026, 2, 26));
        QCOMPARE(skipped.size(), 9);
        QCOMPARE(skipped.first(), (SkippedDay{QDate(2026, 2, 15), "春节"}));
    }

    void refusesABadFile() {
        QVERIFY(
            !WorkCalendar::read(
                 {R"({"year": 2026, "holidays": [{"name": "x", "from": "2026-02-30", "to": "2026-03-01"}]})"})
                 .has_value());
        QVERIFY(!WorkCalendar::read({R"({"year": 2026, "workingWeekends": ["2026-02-16"]})"})
                     .has_value());
        QVERIFY(!WorkCalendar::read({R"({"year": 2026})", R"({"year": 2026})"}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
