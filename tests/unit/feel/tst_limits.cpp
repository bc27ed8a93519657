// Hostile sources: each ends quickly with a fault or with null and a diagnosis of kind Limit.
#include "services/feel/expression.h"
#include "tests/support/cpu_clock.h"

#include <QTest>

using namespace tongban;
using namespace tongban::feel;

class TestLimits : public QObject {
    Q_OBJECT

    static QString nested(const QString& open, const QString& inner, const QString& shut,
                          int times) {
        return open.repeated(times) + inner + shut.repeated(times);
    }

private Q_SLOTS:
    void refusedWhileCompiling_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("too long") << QString(20'000, '1');
        QTest::newRow("parentheses") << nested("(", "1", ")", 5000);
        QTest::newRow("lists") << nested("[", "1", "]", 3000);
        QTest::newRow("contexts") << nested("{a:", "1", "}", 3000);
        QTest::newRow("filters") << nested("a[", "1", "]", 3000);
        QTest::newRow("calls") << nested("f(", "1", ")", 3000);
        QTest::newRow("functions") << QString("function(x) ").repeated(1200) + "1";
        QTest::newRow("conditions") << QString("if a then ").repeated(1500) + "1";
        QTest::newRow("walks") << QString("for i in a return ").repeated(800) + "1";
        QTest::newRow("types") << "1 instance of " + nested("list<", "number", ">", 2000);
        QTest::newRow("open string") << "\"" + QString(1000, 'a');
        QTest::newRow("open comment") << "1 + /*" + QString(1000, '*');
        QTest::newRow("brackets only") << QString(16'000, '[');
    }
    void refusedWhileCompiling() {
        QFETCH(QString, source);
        const tongban::test::CpuClock timer;
        const auto expression = compile(source);
        QVERIFY(!expression.has_value());
        QCOMPARE(expression.error().kind, FaultKind::Invalid);
        QVERIFY(timer.elapsed() < 1000);
    }

    void longButFlatIsFine_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("sum") << "1" + QString("+1").repeated(8000);
        QTest::newRow("signs") << QString(8000, '-') + "1";
        QTest::newRow("logic") << "true" + QString(" and true").repeated(1500);
        QTest::newRow("list") << "[1" + QString(",1").repeated(7000) + "]";
        QTest::newRow("paths") << "{a: 1}" + QString(".a").repeated(7000);
        QTest::newRow("tests") << "1 in (2" + QString(",2").repeated(7000) + ")";
    }
    void longButFlatIsFine() {
        QFETCH(QString, source);
        const tongban::test::CpuClock timer;
        const auto expression = compile(source);
        QVERIFY2(expression.has_value(),
                 expression.has_value() ? "" : qPrintable(expression.error().detail));
        (void)evaluate(*expression, {}, {});
        QVERIFY(timer.elapsed() < 1000);
    }

    void stoppedWhileEvaluating_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("long walk") << "count(for i in 1..100000000 return i)";
        QTest::newRow("nested walks") << "for a in 1..1000, b in 1..1000, c in 1..1000 return 1";
        QTest::newRow("quantifier") << "every i in 1..100000000 satisfies i > 0";
        QTest::newRow("endless recursion") << "{f: function(n) f(n + 1), r: f(1)}.r";
        QTest::newRow("mutual recursion by argument")
            << "{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r";
        QTest::newRow("two calls each")
            << "{f: function(n) if n = 0 then 1 else f(n - 1) + f(n - 1), r: f(60)}.r";
        QTest::newRow("string doubling") << "{f: function(s, n) if n = 0 then s else f(s + s, n - "
                                            "1), r: f(\"aaaaaaaaaa\", 60)}.r";
        QTest::newRow("list doubling")
            << "{f: function(s, n) if n = 0 then s else f([s, s], n - 1), r: string(f(1, 60))}.r";
        QTest::newRow("deep value") << "for i in 1..5000 return [partial]";
        QTest::newRow("list of everything so far") << "for i in 1..50000 return partial";
        QTest::newRow("sort by a bad order")
            << "sort(for i in 1..20000 return i, function(x, y) true)";
        QTest::newRow("distinct") << "count(distinct values(for i in 1..20000 return i))";
        QTest::newRow("recursion inside sort")
            << "{f: function(x, y) count(sort([1, 2], f)) > 0, r: sort([1, 2], f)}.r";
        QTest::newRow("join") << "{s: string join(for i in 1..30000 return \"aaaaaaaaaaaaaaaa\"), "
                                 "r: for i in 1..1000 return s + s}.r";
    }
    void stoppedWhileEvaluating() {
        QFETCH(QString, source);
        const auto expression = compile(source);
        QVERIFY2(expression.has_value(),
                 expression.has_value() ? "" : qPrintable(expression.error().detail));
        const tongban::test::CpuClock timer;
        const Evaluation evaluation = evaluate(*expression, {}, {});
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(evaluation.value.isNull());
        QVERIFY(std::any_of(evaluation.diagnoses.begin(), evaluation.diagnoses.end(),
                            [](const Diagnosis& d) { return d.kind == DiagnosisKind::Limit; }));
    }

    void bombsOfPatterns_data() {
        QTest::addColumn<QString>("source");
        const QString as = "\"" + QString(60, 'a') + "!\"";
        QTest::newRow("nested quantifiers") << "matches(" + as + ", \"^(a+)+$\")";
        QTest::newRow("alternatives") << "matches(" + as + ", \"^(a|aa)+$\")";
        QTest::newRow("many stars") << "replace(" + as + ", \"(a+a+)+[0-9]\", \"x\")";
        QTest::newRow("back reference") << "split(" + as + ", \"(a|a)*[0-9]\")";
        QTest::newRow("many matches")
            << "count(for i in 1..100000 return matches(\"aaaa\", \"^(a+)+$\"))";
        QTest::newRow("bomb by bomb")
            << "count(for i in 1..100000 return matches(" + as + ", \"^(a+)+$\"))";
    }
    void bombsOfPatterns() {
        QFETCH(QString, source);
        const tongban::test::CpuClock timer;
        const auto expression = compile(source);
        QVERIFY(expression.has_value());
        const Evaluation evaluation = evaluate(*expression, {}, {});
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(evaluation.value.isNull());
        QCOMPARE(evaluation.diagnoses.last().kind, DiagnosisKind::Limit);
    }

    void limitsAreTheCallers() {
        const auto expression = compile(u"count(for i in 1..1000 return i)");
        QCOMPARE(evaluate(*expression, {}, {}).value.text(), "1000");
        QVERIFY(evaluate(*expression, {}, {}, {.steps = 100}).value.isNull());
        QVERIFY(!compile(u"((1))", {}, {.nesting = 2}).has_value());
        QVERIFY(!compile(u"1 + 1", {}, {.source = 3}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
