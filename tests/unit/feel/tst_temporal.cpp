// Dates, times, durations and zones: what they read, how they add up, what they say of themselves.
#include "services/feel/expression.h"

#include <QTest>

using namespace tongban::feel;

class TestTemporal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<QString>("expected");
        const std::pair<const char*, const char*> rows[] = {
            {"date(\"2026-02-28\") + duration(\"P1D\")", "2026-03-01"},
            {"date(2024, 1, 31) + duration(\"P1M\")", "2024-02-29"},
            {"date(2024, 2, 30)", "null"},
            {"date(\"2024-2-3\")", "null"},
            {"date(\"-0044-03-15\").year", "-44"},
            {"date(\"999999999-12-31\") + @\"P1D\"", "null"},
            {"date(\"2026-03-01\") - date(\"2026-02-01\")", "P28D"},
            {"date(date and time(\"2026-11-24T10:00:00+08:00\"))", "2026-11-24"},
            {"@\"2026-11-24\".weekday", "2"},
            {"day of week(@\"2026-11-24\")", "Tuesday"},
            {"month of year(@\"2026-11-24\")", "November"},
            {"day of year(@\"2024-12-31\")", "366"},
            {"week of year(@\"2021-01-03\")", "53"},
            {"week of year(@\"2020-12-29\")", "53"},
            {"time(\"23:59:00\") + duration(\"PT2M\")", "00:01:00"},
            {"time(\"00:00:30\") - duration(\"PT1M\")", "23:59:30"},
            {"time(10, 30, 0.5)", "10:30:00.5"},
            {"time(10, 60, 0)", "null"},
            {"time(\"10:30:00+08:00\").time offset", "PT8H"},
            {"time(\"10:00:00\") - time(\"08:30:00\")", "PT1H30M"},
            {"time(\"10:00:00Z\") = time(\"18:00:00+08:00\")", "true"},
            {"time(\"10:00:00Z\") = time(\"10:00:00\")", "false"},
            {"is(@\"10:00:00Z\", @\"18:00:00+08:00\")", "false"},
            {"date and time(\"2026-11-24T23:30:00\") + @\"PT1H\"", "2026-11-25T00:30:00"},
            {"date and time(\"2026-11-24T24:00:00\")", "2026-11-25T00:00:00"},
            {"date and time(\"2026-11-24T24:00:01\")", "null"},
            {"date and time(@\"2026-11-24\", @\"10:00:00\")", "2026-11-24T10:00:00"},
            {"date and time(2026, 11, 24, 10, 0, 0)", "2026-11-24T10:00:00"},
            {"@\"2026-11-24T10:00:00@Asia/Shanghai\" = @\"2026-11-24T02:00:00Z\"", "true"},
            {"@\"2026-11-24T10:00:00@Asia/Shanghai\".timezone", "Asia/Shanghai"},
            {"@\"2026-11-24T10:00:00@Asia/Shanghai\".time offset", "PT8H"},
            {"@\"2026-11-24T10:00:00@Mars/Base\"", "null"},
            {"@\"2024-03-10T01:30:00@America/New_York\" + @\"PT1H\"",
             "2024-03-10T03:30:00@America/New_York"},
            {"@\"2026-11-24T10:00:00Z\" - @\"2026-11-23T10:00:00.25Z\"", "PT23H59M59.75S"},
            {"@\"2026-11-24T10:00:00Z\" - @\"2026-11-23T10:00:00\"", "null"},
            {"duration(\"P1Y14M\")", "P2Y2M"},
            {"duration(\"P1Y1D\")", "null"},
            {"duration(\"-PT36H\")", "-P1DT12H"},
            {"duration(\"PT0S\")", "PT0S"},
            {"duration(\"P0M\")", "P0M"},
            {"duration(\"PT\")", "null"},
            {"duration(\"P5D\") * 2.5", "P12DT12H"},
            {"duration(\"P5D\") / duration(\"P2D\")", "2.5"},
            {"duration(\"P1Y\") / 5", "P2M"},
            {"duration(\"P1DT2H3M4.5S\").seconds", "4.5"},
            {"duration(\"-P1DT2H\").hours", "-2"},
            {"duration(\"P25M\").years", "2"},
            {"duration(\"P1Y\") > duration(\"P11M\")", "true"},
            {"duration(\"P1Y\") = duration(\"P365D\")", "null"},
            {"years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "P1Y8M"},
            {"years and months duration(@\"2013-08-24\", @\"2011-12-25\")", "-P1Y7M"},
            {"-duration(\"PT1H\")", "-PT1H"},
            {"@\"2026-01-01\" in [@\"2025-01-01\"..@\"2026-01-01\"]", "true"},
            {"@\"2026-01-01\" < @\"2026-01-02\"", "true"},
            {"@\"-2021-01-01T10:10:10@Asia/Shanghai\" + @\"PT1H\"",
             "-2021-01-01T11:10:10@Asia/Shanghai"},
        };
        for (const auto& [source, expected] : rows)
            QTest::newRow(source) << QString::fromUtf8(expected);
    }
    void rows() {
        QFETCH(QString, expected);
        const auto expression = compile(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(expression.has_value(),
                 expression.has_value() ? "" : qPrintable(expression.error().detail));
        QCOMPARE(evaluate(*expression, {}, {}).value.text(), expected);
    }

    void dayNumbersRoundTrip() {
        for (qint64 number = -800'000; number < 800'000; number += 37) {
            const Date date = Date::fromDayNumber(number);
            QVERIFY(date.isValid());
            QCOMPARE(date.dayNumber(), number);
        }
        QCOMPARE((Date{2026, 11, 24}.dayNumber()), 20781);
    }
};

QTEST_GUILESS_MAIN(TestTemporal)
#include "tst_temporal.moc"
