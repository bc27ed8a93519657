// Decimals: 34 digits, half-even; the int64 path and the library's give the same.
#include "services/feel/decimal.h"

#include <QTest>

using namespace tongban::feel;

class TestNumbers : public QObject {
    Q_OBJECT

    static Decimal of(const QString& text) { return Decimal::parse(text).value(); }
    static QString textOf(const std::optional<Decimal>& number) {
        return number ? number->text() : QStringLiteral("none");
    }

private Q_SLOTS:
    void tenthsAddUp() {
        QCOMPARE(*add(of("0.1"), of("0.2")), of("0.3"));
        Decimal sum(0);
        for (int i = 0; i < 1000; ++i)
            sum = *add(sum, of("0.01"));
        QCOMPARE(sum, Decimal(10));
    }

    void readsAndWrites_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("whole") << "12"
                               << "12";
        QTest::newRow("trailing zeros") << "1.500"
                                        << "1.5";
        QTest::newRow("negative") << "-0.05"
                                  << "-0.05";
        QTest::newRow("point first") << ".5"
                                     << "0.5";
        QTest::newRow("exponent") << "1.2e3"
                                  << "1200";
        QTest::newRow("small exponent") << "12e-4"
                                        << "0.0012";
        QTest::newRow("negative zero") << "-0"
                                       << "0";
        QTest::newRow("34 digits") << "1234567890123456789012345678901234"
                                   << "1234567890123456789012345678901234";
        QTest::newRow("35 digits") << "12345678901234567890123456789012345"
                                   << "12345678901234567890123456789012340";
        QTest::newRow("huge") << "1e100"
                              << "1E100";
        QTest::newRow("int64 limit") << "9223372036854775807"
                                     << "9223372036854775807";
        QTest::newRow("beyond int64") << "9223372036854775808"
                                      << "9223372036854775808";
    }
    void readsAndWrites() {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(of(text).text(), written);
    }

    void refusesWhatIsNoNumber() {
        for (const char* text :
             {"", "-", "1.2.3", "0x1f", "NaN", "Infinity", "1e99999", "1 000", "e5"})
            QVERIFY2(!Decimal::parse(QString::fromUtf8(text)), text);
    }

    void calculates_data() {
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("expected");
        QTest::newRow("overflow leaves the fast path")
            << textOf(add(of("9223372036854775807"), Decimal(1))) << "9223372036854775808";
        QTest::newRow("and comes back")
            << textOf(subtract(of("9223372036854775808"), Decimal(1))) << "9223372036854775807";
        QTest::newRow("mixed scales")
            << textOf(subtract(of("1"), of("0.000000000000000001"))) << "0.999999999999999999";
        QTest::newRow("product") << textOf(multiply(of("0.1"), of("0.1"))) << "0.01";
        QTest::newRow("long product") << textOf(multiply(of("123456789012"), of("987654321098")))
                                      << "121932631136585886175176";
        QTest::newRow("third") << textOf(divide(Decimal(1), Decimal(3)))
                               << "0.3333333333333333333333333333333333";
        QTest::newRow("exact quotient") << textOf(divide(of("0.75"), of("0.25"))) << "3";
        QTest::newRow("division by zero") << textOf(divide(Decimal(1), Decimal(0))) << "none";
        QTest::newRow("power") << textOf(power(of("1.1"), Decimal(2))) << "1.21";
        QTest::newRow("root by power") << textOf(power(Decimal(4), of("0.5"))) << "2";
        QTest::newRow("no real power") << textOf(power(Decimal(-8), of("0.5"))) << "none";
        QTest::newRow("overflow") << textOf(power(Decimal(10), Decimal(7000))) << "none";
        QTest::newRow("modulo takes the divisor's sign")
            << textOf(modulo(Decimal(-12), Decimal(5))) << "3";
        QTest::newRow("modulo of decimals") << textOf(modulo(of("10.1"), of("-4.5"))) << "-3.4";
        QTest::newRow("large modulo") << textOf(modulo(of("1e33"), Decimal(7))) << "6";
        QTest::newRow("root") << textOf(squareRoot(Decimal(16))) << "4";
        QTest::newRow("no root") << textOf(squareRoot(Decimal(-1))) << "none";
        QTest::newRow("no logarithm") << textOf(naturalLogarithm(Decimal(0))) << "none";
    }
    void calculates() {
        QFETCH(QString, result);
        QFETCH(QString, expected);
        QCOMPARE(result, expected);
    }

    void rounds_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("places");
        QTest::addColumn<QStringList>(
            "results"); // half-even, half-up, half-down, up, down, floor, ceiling
        QTest::newRow("2.5") << "2.5" << 0 << QStringList{"2", "3", "2", "3", "2", "2", "3"};
        QTest::newRow("-2.5") << "-2.5" << 0
                              << QStringList{"-2", "-3", "-2", "-3", "-2", "-3", "-2"};
        QTest::newRow("3.5") << "3.5" << 0 << QStringList{"4", "4", "3", "4", "3", "3", "4"};
        QTest::newRow("1.005 to 2")
            << "1.005" << 2 << QStringList{"1", "1.01", "1", "1.01", "1", "1", "1.01"};
        QTest::newRow("to hundreds")
            << "1250" << -2 << QStringList{"1200", "1300", "1200", "1300", "1200", "1200", "1300"};
        QTest::newRow("nothing to do")
            << "1.5" << 3 << QStringList{"1.5", "1.5", "1.5", "1.5", "1.5", "1.5", "1.5"};
    }
    void rounds() {
        QFETCH(QString, number);
        QFETCH(int, places);
        QFETCH(QStringList, results);
        int i = 0;
        for (const Rounding how :
             {Rounding::HalfEven, Rounding::HalfUp, Rounding::HalfDown, Rounding::Up,
              Rounding::Down, Rounding::Floor, Rounding::Ceiling})
            QCOMPARE(textOf(of(number).rounded(places, how)), results[i++]);
    }

    void comparesAcrossForms() {
        QCOMPARE(of("1.0"), of("1.000"));
        QVERIFY(of("1e30") > of("9223372036854775807"));
        QVERIFY(of("-1e30") < of("0.1"));
        QCOMPARE(*Decimal::fromDouble(0.1), of("0.1"));
        QCOMPARE(of("12.00").toInt64().value(), 12);
        QVERIFY(!of("12.5").toInt64());
        QVERIFY(!of("1e30").toInt64());
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
