// Built-in functions, row by row; the examples of DMN 1.5 §10.3.4 and the edges around them.
#include "services/feel/expression.h"

#include <QTest>

using namespace tongban::feel;

class TestBuiltins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<QString>("expected");
        const std::pair<const char*, const char*> rows[] = {
            // conversion, Table 70
            {"number(\"1 000,0\", \" \", \",\")", "1000"},
            {"number(\"1,000.5\", \",\", \".\")", "1000.5"},
            {"number(\"1,000.5\", \",\", \",\")", "null"},
            {"number(from: \"12\", grouping separator: null, decimal separator: \".\")", "12"},
            {"number(\"twelve\")", "null"},
            {"string(1.1)", "1.1"},
            {"string(null)", "null"},
            {"string({a: \"x\", b: [1, \"y\"]})", "{a: \"x\", b: [1, \"y\"]}"},
            {"string(@\"P14M\")", "P1Y2M"},
            // strings, Table 72
            {"substring(\"foobar\", 3)", "obar"},
            {"substring(\"foobar\", 3, 3)", "oba"},
            {"substring(\"foobar\", -2, 1)", "a"},
            {"substring(\"\\U01F40Eab\", 2)", "ab"},
            {"substring(\"foo\", 0)", "null"},
            {"substring(string: \"abc\", start position: 2)", "bc"},
            {"string length(\"\\U01F40Eab\")", "3"},
            {"string length(\"政务服务\")", "4"},
            {"upper case(\"aBc4\")", "ABC4"},
            {"lower case(\"aBc4\")", "abc4"},
            {"substring before(\"foobar\", \"bar\")", "foo"},
            {"substring before(\"foobar\", \"xyz\")", ""},
            {"substring after(\"foobar\", \"ob\")", "ar"},
            {"substring after(\"\", \"a\")", ""},
            {"contains(\"foobar\", \"of\")", "false"},
            {"contains([\"foobar\"], \"ob\")", "true"},
            {"starts with(\"foobar\", \"fo\")", "true"},
            {"ends with(\"foobar\", \"r\")", "true"},
            {"matches(\"foobar\", \"^fo*b\")", "true"},
            {"matches(\"440399\", \"^44\\\\d{4}$\")", "true"},
            {"matches(\"ABC\", \"b\", \"i\")", "true"},
            {"matches(\"a b\", \"a b\", \"x\")", "false"},
            {"matches(\"a b\", \"a\\ sb\", \"x\")", "true"},
            {"matches(\"a\\u000Db\", \"a.b\")", "false"},
            {"matches(\"a\\nb\", \"a.b\", \"s\")", "true"},
            {"matches(\"x\", \"[a-z-[aeiou]]\")", "true"},
            {"matches(\"e\", \"[a-z-[aeiou]]\")", "false"},
            {"matches(\"aa\", \"(a)\\\\1\")", "true"},
            {"matches(\"a\", \"(?=a)\")", "null"},
            {"matches(\"a\", \"a\", \"z\")", "null"},
            {"replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "[1=ab][2=]cd"},
            {"replace(\"440399\", \"(\\\\d{2})\\\\d{4}\", \"$1****\")", "44****"},
            {"replace(\"abc\", \"x*\", \"-\")", "null"},
            {"replace(\"a.b\", \".\", \"$\", \"q\")", "a$b"},
            {"split(\"John Doe\", \"\\\\s\")", "[\"John\", \"Doe\"]"},
            {"split(\"a;b;c;;\", \";\")", "[\"a\", \"b\", \"c\", \"\", \"\"]"},
            {"string join([\"a\", \"b\", null, \"c\"], \"、\")", "a、b、c"},
            {"string join([])", ""},
            // lists, Table 75
            {"list contains([1, 2, null], null)", "true"},
            {"count([1, [2, 3]])", "2"},
            {"count([])", "0"},
            {"min(1, 2, 3)", "1"},
            {"max([@\"2026-01-01\", @\"2026-02-01\"])", "2026-02-01"},
            {"min([])", "null"},
            {"min()", "null"},
            {"min([1, \"a\"])", "null"},
            {"sum([1, 0.2, 3])", "4.2"},
            {"sum([])", "null"},
            {"mean(1, 2, 3)", "2"},
            {"product([2, 3, 4])", "24"},
            {"median(8, 2, 5, 3, 4)", "4"},
            {"median([6, 1, 2, 3])", "2.5"},
            {"mode(6, 3, 9, 6, 6)", "[6]"},
            {"mode([6, 1, 9, 6, 1])", "[1, 6]"},
            {"mode([])", "[]"},
            {"decimal(stddev(2, 4, 7, 5), 6)", "2.081666"},
            {"stddev(47)", "null"},
            {"all([true, null, false])", "false"},
            {"all([true, null])", "null"},
            {"all([])", "true"},
            {"any(false, null, true)", "true"},
            {"any([])", "false"},
            {"all()", "null"},
            {"sublist([4, 5, 6], 1, 2)", "[4, 5]"},
            {"sublist([4, 5, 6], -2)", "[5, 6]"},
            {"sublist([4, 5, 6], 4)", "null"},
            {"append([1], 2, 3)", "[1, 2, 3]"},
            {"concatenate([1, 2], [3])", "[1, 2, 3]"},
            {"insert before([1, 3], 1, 2)", "[2, 1, 3]"},
            {"remove([1, 2, 3], 2)", "[1, 3]"},
            {"reverse([1, 2, 3])", "[3, 2, 1]"},
            {"index of([1, 2, 3, 2], 2)", "[2, 4]"},
            {"union([1, 2], [2, 3])", "[1, 2, 3]"},
            {"distinct values([1, 2, 3, 2, 1, null, null])", "[1, 2, 3, null]"},
            {"flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"},
            {"sort(list: [3, 1, 4], precedes: function(x, y) x < y)", "[1, 3, 4]"},
            {"sort([3, 1], function(x, y) null)", "null"},
            {"list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"},
            {"list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)",
             "[5, 5, 7, 8]"},
            // numbers, Table 76
            {"decimal(1/3, 2)", "0.33"},
            {"decimal(2.5, 0)", "2"},
            {"floor(-1.5)", "-2"},
            {"floor(1.56, 1)", "1.5"},
            {"ceiling(-1.5)", "-1"},
            {"round up(5.5, 0)", "6"},
            {"round down(-5.5, 0)", "-5"},
            {"round half up(-1.5, 0)", "-2"},
            {"round half down(2.5, 0)", "2"},
            {"round half up(5.5)", "null"},
            {"abs(-10)", "10"},
            {"abs(@\"-PT5H\")", "PT5H"},
            {"modulo(-12, 5)", "3"},
            {"sqrt(16)", "4"},
            {"sqrt(-1)", "null"},
            {"decimal(log(10), 8)", "2.30258509"},
            {"decimal(exp(5), 8)", "148.4131591"},
            {"odd(5)", "true"},
            {"even(-2)", "true"},
            {"even(2.5)", "false"},
            // contexts, Table 81
            {"get value({key1: \"value1\"}, \"key1\")", "value1"},
            {"get value({key1: \"value1\"}, \"none\")", "null"},
            {"get entries({a: 1, b: 2}).value", "[1, 2]"},
            {"context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}"},
            {"context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"},
            {"context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"},
            {"context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}"},
            {"context put({x: 1}, [], 2)", "null"},
            {"context merge([{x: 1}, {y: 2}, {x: 3}])", "{x: 3, y: 2}"},
            // ranges, Table 78
            {"before(1, 10)", "true"},
            {"before([1..5), [5..10])", "true"},
            {"after([5..10], [1..5))", "true"},
            {"meets([1..5], [5..10])", "true"},
            {"meets([1..5), [5..10])", "false"},
            {"met by([5..10], [1..5])", "true"},
            {"overlaps([1..5], [3..8])", "true"},
            {"overlaps([1..5), [5..8])", "false"},
            {"overlaps before([1..5], [3..8])", "true"},
            {"overlaps before([1..5), [1..5])", "false"},
            {"overlaps after([3..8], [1..5])", "true"},
            {"finishes(10, [1..10])", "true"},
            {"finishes([5..10), [1..10])", "false"},
            {"finished by([1..10], 10)", "true"},
            {"includes([1..10], 5)", "true"},
            {"includes([1..10], [4..6])", "true"},
            {"during([4..6], [1..10])", "true"},
            {"starts(1, [1..10])", "true"},
            {"starts([1..5], [1..10])", "true"},
            {"started by([1..10], [1..5])", "true"},
            {"coincides([1..5], [1..5])", "true"},
            {"coincides(5, 4)", "false"},
            {"includes((< 10), 5)", "true"},
            {"range(\"[18..21)\")", "[18..21)"},
            {"range(\"[1+1..3]\")", "null"},
            {"1 in range(\"(0..2)\")", "true"},
            // arguments
            {"contains(\"a\", \"a\", \"a\")", "null"},
            {"contains(string: \"abc\", part: \"b\")", "null"},
            {"substring(null, 1)", "null"},
        };
        for (const auto& [source, expected] : rows)
            QTest::newRow(source) << QString::fromUtf8(expected);
    }
    void rows() {
        QFETCH(QString, expected);
        const auto expression = compile(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(expression.has_value(),
                 expression.has_value() ? "" : qPrintable(expression.error().detail));
        const Evaluation evaluation = evaluate(*expression, {}, {});
        QCOMPARE(evaluation.value.text(), expected);
        if (evaluation.value.isNull())
            QVERIFY(!evaluation.diagnoses.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBuiltins)
#include "tst_builtins.moc"
