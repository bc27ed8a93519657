// Every start day of twenty years with every limit up to 60 working days, against a count day by
// day that reads the notices itself.
#include "services/workflow/work_calendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace tongban::workflow;

namespace {

constexpr int firstYear = 2007;
constexpr int lastYear = 2026;
constexpr int firstOwnYear = 2024;

QJsonObject objectIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QDate dateOf(const QJsonValue& value) {
    return QDate::fromString(value.toString(), Qt::ISODate);
}

// What was decided for single days; every other day follows the week.
using Decided = QHash<QDate, bool>; // day → works

bool works(const Decided& decided, QDate day) {
    return decided.value(day, day.dayOfWeek() <= 5);
}

void decideByOwnNotice(int year, Decided& decided) {
    const QJsonObject notice =
        objectIn(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/calendars/%1.json").arg(year));
    for (const QJsonValue& holiday : notice["holidays"].toArray()) {
        for (QDate day = dateOf(holiday["from"]); day <= dateOf(holiday["to"]);
             day = day.addDays(1))
            decided.insert(day, false);
    }
    for (const QJsonValue& day : notice["workingWeekends"].toArray())
        decided.insert(dateOf(day), true);
}

// The list of single days, written as a notice of ours.
QByteArray noticeFrom(const QJsonObject& list, Decided& decided) {
    QJsonArray holidays;
    QJsonArray workingWeekends;
    for (const QJsonValue& day : list["days"].toArray()) {
        const QDate date = dateOf(day["date"]);
        const bool off = day["isOffDay"].toBool();
        decided.insert(date, !off);
        if (off)
            holidays.append(
                QJsonObject{{"name", day["name"]}, {"from", day["date"]}, {"to", day["date"]}});
        else if (date.dayOfWeek() > 5)
            workingWeekends.append(day["date"]);
    }
    return QJsonDocument(QJsonObject{{"year", list["year"]},
                                     {"holidays", holidays},
                                     {"workingWeekends", workingWeekends}})
        .toJson();
}

QString sharedNotices() {
    return qEnvironmentVariable("TONGBAN_SHARED", QStringLiteral(TONGBAN_SOURCE_DIR "/../shared")) +
           QStringLiteral("/data/holidays-2007-2026");
}

// The number of answers compared; the first difference in `wrong`.
int sweep(const WorkCalendar& calendar, const Decided& decided, int from, QString& wrong) {
    int compared = 0;
    for (QDate start(from, 1, 1); start.year() <= lastYear; start = start.addDays(1)) {
        QDate naive = start;
        for (int days = 1; days <= 60; ++days, ++compared) {
            do
                naive = naive.addDays(1);
            while (!works(decided, naive));
            const DueDay expected{naive, naive.year() > lastYear};
            if ((calendar.addWorkingDays(start, days) != expected ||
                 calendar.workingDaysBetween(start, naive) != days) &&
                wrong.isEmpty())
                wrong = QStringLiteral("%1 + %2").arg(start.toString(Qt::ISODate)).arg(days);
        }
    }
    return compared;
}

} // namespace

class TestCalendarSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownNotices() {
        const auto calendar =
            WorkCalendar::load(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/calendars"));
        QVERIFY(calendar.has_value());
        Decided decided;
        for (int year = firstOwnYear; year <= lastYear; ++year)
            decideByOwnNotice(year, decided);
        QString wrong;
        QCOMPARE(sweep(*calendar, decided, firstOwnYear, wrong), (366 + 365 + 365) * 60);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void twentyYears() {
        if (!QFile::exists(sharedNotices()))
            QSKIP("no notices before 2024 here: set TONGBAN_SHARED");
        Decided decided;
        QList<QByteArray> notices;
        for (int year = firstYear; year <= lastYear; ++year)
            notices << noticeFrom(
                objectIn(QStringLiteral("%1/%2.json").arg(sharedNotices()).arg(year)), decided);
        const auto calendar = WorkCalendar::read(notices);
        QVERIFY2(calendar.has_value(), calendar ? "" : qPrintable(calendar.error().detail));
        QString wrong;
        QCOMPARE(sweep(*calendar, decided, firstYear, wrong),
                 int(QDate(firstYear, 1, 1).daysTo(QDate(lastYear + 1, 1, 1))) * 60);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    // Our files were written from the notices, not from the list.
    void ownNoticesSayWhatTheListSays() {
        if (!QFile::exists(sharedNotices()))
            QSKIP("no list of days to compare with here: set TONGBAN_SHARED");
        Decided own;
        Decided listed;
        for (int year = firstOwnYear; year <= lastYear; ++year) {
            decideByOwnNotice(year, own);
            (void)noticeFrom(objectIn(QStringLiteral("%1/%2.json").arg(sharedNotices()).arg(year)),
                             listed);
        }
        for (QDate day(firstOwnYear, 1, 1); day.year() <= lastYear; day = day.addDays(1))
            QVERIFY2(works(own, day) == works(listed, day), qPrintable(day.toString(Qt::ISODate)));
    }
};

QTEST_GUILESS_MAIN(TestCalendarSweep)
#include "tst_calendar_sweep.moc"
