// Expressions and their values: operators, logic, names, paths, filters, walks, functions, ranges.
#include "services/feel/expression.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban;
using namespace tongban::feel;

class TestExpressions : public QObject {
    Q_OBJECT

    static Context variables() {
        return contextFromJson(
            QJsonDocument::fromJson("{"
                                    "\"a\": 1, \"b\": 2, \"yes\": true, \"nothing\": null, "
                                    "\"text\": \"办事\", \"list\": [1, 2, 3],"
                                    "\"monthly income\": 5000, \"申请人\": {\"姓名\": \"张三\", "
                                    "\"出生 日期\": \"1960-05-01\", \"年龄\": 66},"
                                    "\"a-b\": 40, \"Mike\\u0027s age\": 7, \"staff\": [{\"name\": "
                                    "\"甲\", \"dept no\": 1}, {\"name\": \"乙\", \"dept no\": 2}],"
                                    "\"date\": \"a variable called date\"}")
                .object());
    }
    static QString valueOf(const QString& source) {
        const Context context = variables();
        const auto expression = compile(source, namesOf(context));
        if (!expression.has_value())
            return QStringLiteral("fault: ") + expression.error().detail;
        return evaluate(*expression, context, {}).value.text();
    }

private Q_SLOTS:
    void values_data() {
        QTest::addColumn<QString>("expected");
        const std::pair<const char*, const char*> rows[] = {
            {"0.1 + 0.2 = 0.3", "true"},
            {"1 + 2 * 3 ** 2", "19"},
            {"2 ** 3 ** 2", "64"},
            {"-3 ** 2", "9"},
            {"(1 + 2) * 3", "9"},
            {"10 - 2 - 3", "5"},
            {"\"a\" + \"b\"", "ab"},
            {"1 + \"a\"", "null"},
            {"1 / 0", "null"},
            {"-\"a\"", "null"},
            // three-valued logic (Table 49)
            {"true and nothing", "null"},
            {"false and nothing", "false"},
            {"nothing and false", "false"},
            {"true or nothing", "true"},
            {"nothing or true", "true"},
            {"false or nothing", "null"},
            {"true and 1", "null"},
            {"not(nothing)", "null"},
            {"not(yes)", "false"},
            // comparison
            {"1 = 1.00", "true"},
            {"1 = \"1\"", "null"},
            {"nothing = null", "true"},
            {"1 != null", "true"},
            {"1 < null", "null"},
            {"\"a\" < \"b\"", "true"},
            {"2 between 1 and 3", "true"},
            {"[1, 2] = [1, 2]", "true"},
            {"{x: 1, y: 2} = {y: 2, x: 1}", "true"},
            // names
            {"monthly income * 12", "60000"},
            {"monthly  income + a", "5001"},
            {"a-b", "40"},
            {"a - b", "40"},
            {"b-a", "1"},
            {"Mike's age + 1", "8"},
            {"申请人.年龄 >= 60", "true"},
            {"申请人.姓名 + text", "张三办事"},
            {"申请人.出生 日期", "1960-05-01"},
            {"date", "a variable called date"},
            {"missing name", "null"},
            // conditions
            {"if a < b then \"less\" else \"more\"", "less"},
            {"if nothing then 1 else 2", "2"},
            {"if a = 1 then if b = 1 then 11 else 12 else 13", "12"},
            // lists, paths, filters
            {"list[1]", "1"},
            {"list[-1]", "3"},
            {"list[4]", "null"},
            {"list[item > 1]", "[2, 3]"},
            {"[][item > 1]", "[]"},
            {"[][1]", "null"},
            {"5[1]", "5"},
            {"staff.name", "[\"甲\", \"乙\"]"},
            {"staff[dept no = 2].name", "[\"乙\"]"},
            {"staff[dept no = b][1].name", "乙"},
            {"staff[name = \"甲\"].dept no", "[1]"},
            {"[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]"},
            {"[[1, 2], [3]][count(item) = 1]", "[[3]]"},
            {"[1, 2, 3][item > a][1]", "2"},
            // contexts
            {"{x: 1, y: x + 1}.y", "2"},
            {"{\"two words\": 1}.two words", "1"},
            {"{a+b: 3}.a+b", "3"},
            {"{x: 1}.y", "null"},
            {"{x: 1, x: 2}", "fault: column 11: the key “x” is there twice"},
            // walks
            {"for i in 1..3 return i * i", "[1, 4, 9]"},
            {"for i in 3..1 return i", "[3, 2, 1]"},
            {"for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]"},
            {"for i in [[1, 2], [3]], j in i return j", "[1, 2, 3]"},
            {"for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"},
            {"for i in null return i", "null"},
            {"for i in [1..3] return i", "[1, 2, 3]"},
            {"for i in (1..4) return i", "[2, 3]"},
            {"for i in (1..2) return i", "[]"},
            {"for d in @\"2026-02-27\"..@\"2026-03-01\" return d.day", "[27, 28, 1]"},
            {"some x in list satisfies x > 2", "true"},
            {"every x in list satisfies x > 2", "false"},
            {"every x in [] satisfies x > 2", "true"},
            {"some x in [1, null] satisfies x > 2", "null"},
            {"some x in list, y in list satisfies x + y = 6", "true"},
            // ranges and in
            {"3 in [1..3]", "true"},
            {"3 in [1..3)", "false"},
            {"3 in ]1..3[", "false"},
            {"2 in (1..3)", "true"},
            {"2 in (>= 1, <= 0)", "true"},
            {"2 in (1, 2, 3)", "true"},
            {"2 in > 1", "true"},
            {"\"b\" in [\"a\"..\"c\"]", "true"},
            {"2 in [[1..3], [5..6]]", "true"},
            {"2 in (? > 1)", "true"},
            {"5 in [1..null]", "null"},
            {"null in [1..3]", "null"},
            {"[1..3] = [1..3]", "true"},
            {"[3..1]", "null"},
            {"[1..10[.end included", "false"},
            {"(< 5).end", "5"},
            // functions
            {"(function(x, y) x + y)(1, 2)", "3"},
            {"{f: function(x: number) x * 2, r: f(21)}.r", "42"},
            {"{f: function(x: number) x * 2, r: f(\"a\")}.r", "null"},
            {"{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(25)}.r",
             "15511210043330985984000000"},
            {"{k: 10, f: function(x) x + k, r: for i in 1..2 return f(i)}.r", "[11, 12]"},
            {"{f: function(x) function(y) x + y, r: f(1)(2)}.r", "3"},
            {"{f: function(left side, b) left side - b, r: f(b: 1, left side: 5)}.r", "4"},
            {"sort(list, function(x, y) x > y)", "[3, 2, 1]"},
            {"(function(x) external {java: {class: \"java.lang.Math\"}})(1)", "null"},
            // types
            {"1 instance of number", "true"},
            {"\"a\" instance of number", "false"},
            {"null instance of string", "false"},
            {"[1, 2] instance of list<number>", "true"},
            {"[1, \"a\"] instance of list<number>", "false"},
            {"{x: 1} instance of context<x: number>", "true"},
            {"{x: 1} instance of context<x: string>", "false"},
            {"duration(\"P1Y\") instance of years and months duration", "true"},
            {"(function(a: number) a) instance of function<number> -> Any", "true"},
            {"[1..2] instance of range<number>", "true"},
            // comments and white space
            {"1 /* one */ + // two\n 2", "3"},
            {"\"\\u529E\\n\\U01F40E\"", "办\n🐎"},
        };
        for (const auto& [source, expected] : rows)
            QTest::newRow(source) << QString::fromUtf8(expected);
    }
    void values() {
        QFETCH(QString, expected);
        QCOMPARE(valueOf(QString::fromUtf8(QTest::currentDataTag())), expected);
    }

    void unaryTests_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected");
        const std::tuple<const char*, const char*, const char*> rows[] = {
            {"-", "5", "true"},         {"5", "5", "true"},
            {"< 5", "5", "false"},      {"[1..5]", "5", "true"},
            {"1, 2, 5", "5", "true"},   {"not(1, 2)", "5", "true"},
            {"not(5)", "5", "false"},   {"\"a\", \"b\"", "\"b\"", "true"},
            {"? * 2 > 9", "5", "true"}, {"count(?) > 1", "[1, 2]", "true"},
            {"null", "null", "true"},   {"true", "false", "false"},
            {"> 3, < 1", "2", "false"}, {"< 3", "\"a\"", "null"},
            {"[1, 5]", "5", "true"},    {"= 5", "5", "true"},
            {"!= 5", "5", "false"},     {"@\"2026-01-01\"", "@\"2026-01-01\"", "true"},
        };
        for (const auto& [tests, input, expected] : rows)
            QTest::addRow("%s on %s", tests, input)
                << QString::fromUtf8(tests) + u'\t' + QString::fromUtf8(input)
                << QString::fromUtf8(expected);
    }
    void unaryTests() {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const auto tests = compileUnaryTests(input.section(u'\t', 0, 0));
        QVERIFY2(tests.has_value(), tests.has_value() ? "" : qPrintable(tests.error().detail));
        const Value value = evaluate(*compile(input.section(u'\t', 1)), {}, {}).value;
        QCOMPARE(evaluateTest(*tests, value, {}, {}).value.text(), expected);
    }

    void faultsNameThePlace() {
        QCOMPARE(compile(u"1 + ").error().detail, "column 5: expected a value");
        QCOMPARE(compile(u"(1 + 2").error().detail, "column 7: expected “)”");
        QCOMPARE(compile(u"if a then b").error().detail, "column 12: expected “else”");
        QCOMPARE(compile(u"1 instance of nonsense").error().kind, FaultKind::Invalid);
        QVERIFY(!compile(u"\"open").has_value());
        QVERIFY(!compile(u"1 2").has_value());
        QVERIFY(!compile(u"").has_value());
    }

    void everyNullHasACause_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("from");
        QTest::newRow("1 + unknown") << int(DiagnosisKind::MissingName) << 4;
        QTest::newRow("{x: 1}.y") << int(DiagnosisKind::MissingMember) << 0;
        QTest::newRow("1 + \"a\"") << int(DiagnosisKind::WrongType) << 0;
        QTest::newRow("1 < null") << int(DiagnosisKind::NullOperand) << 0;
        QTest::newRow("3 - 1 / 0") << int(DiagnosisKind::Arithmetic) << 4;
        QTest::newRow("date(\"2026-02-30\")") << int(DiagnosisKind::Arithmetic) << 0;
        QTest::newRow("[1][2]") << int(DiagnosisKind::OutOfRange) << 0;
        QTest::newRow("contains(\"a\")") << int(DiagnosisKind::FailedFunction) << 0;
        QTest::newRow("(function(x: number) x)(\"a\")") << int(DiagnosisKind::NotConforming) << 0;
        QTest::newRow("matches(\"a\", \"[\")") << int(DiagnosisKind::FailedFunction) << 0;
    }
    void everyNullHasACause() {
        QFETCH(int, kind);
        QFETCH(int, from);
        const auto expression = compile(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(expression.has_value());
        const Evaluation evaluation = evaluate(*expression, {}, {});
        QVERIFY(evaluation.value.isNull());
        QVERIFY(!evaluation.diagnoses.isEmpty());
        QCOMPARE(int(evaluation.diagnoses.first().kind), kind);
        QCOMPARE(evaluation.diagnoses.first().from, from);
    }

    void nullOnPurposeHasNone() {
        const auto expression = compile(u"if true then null else 1");
        QVERIFY(evaluate(*expression, {}, {}).diagnoses.isEmpty());
    }

    void functionsOfOurs() {
        const Value doubled =
            Value::function("twice", {"n"}, [](std::span<const Value> arguments) -> Result<Value> {
                if (!arguments[0].is(Kind::Number))
                    return fail(FaultKind::Invalid, "not a number");
                return Value(*add(arguments[0].number(), arguments[0].number()));
            });
        Occasion occasion;
        occasion.functions =
            Context{{"tb", Value(Context{{"add working days", doubled}})}, {"twice", doubled}};
        const auto value = [&](const char* source) {
            return evaluate(*compile(QString::fromUtf8(source)), {}, occasion);
        };
        QCOMPARE(value("tb.add working days(21)").value.text(), "42");
        QCOMPARE(value("twice(n: 4)").value.text(), "8");
        const Evaluation refused = value("twice(\"a\")");
        QVERIFY(refused.value.isNull());
        QCOMPARE(refused.diagnoses.first().kind, DiagnosisKind::FailedFunction);
    }

    void theOccasionOwnsTheTime() {
        bool ok = false;
        Occasion occasion;
        occasion.now = fromIso("2026-11-24T16:30:00.000Z", &ok);
        QVERIFY(ok);
        QCOMPARE(evaluate(*compile(u"today()"), {}, occasion).value.text(), "2026-11-25");
        QCOMPARE(evaluate(*compile(u"now()"), {}, occasion).value.text(),
                 "2026-11-25T00:30:00@Asia/Shanghai");
        QCOMPARE(compile(u"a.b + c d * e[f > 1]")->freeNames(),
                 (QStringList{"a", "c d", "e", "f"}));
    }
};

QTEST_GUILESS_MAIN(TestExpressions)
#include "tst_expressions.moc"
