// Decision tables: each hit policy and aggregation, matching, defaults, rules that fired, static
// checks.
#include "services/decision/decision_model.h"

#include <QTest>

using namespace tongban;
using namespace tongban::decision;

class TestTables : public QObject {
    Q_OBJECT

    struct Table {
        QString attributes;
        QString inputs = "<input><inputExpression><text>x</text></inputExpression></input>";
        QString outputs = "<output/>";
        QStringList rules; // "entry; entry | output; output"
    };

    static QString cells(const QString& text, const QString& name) {
        QString xml;
        for (const QString& cell : text.split(';'))
            xml +=
                "<" + name + "><text>" + cell.trimmed().toHtmlEscaped() + "</text></" + name + ">";
        return xml;
    }
    static QByteArray model(const Table& table) {
        QString xml =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
            "namespace=\"urn:m\">"
            "<inputData id=\"x\" name=\"x\"><variable name=\"x\"/></inputData><inputData id=\"y\" "
            "name=\"y\"><variable name=\"y\"/></inputData>"
            "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>"
            "<informationRequirement><requiredInput href=\"#x\"/></informationRequirement>"
            "<informationRequirement><requiredInput "
            "href=\"#y\"/></informationRequirement><decisionTable ";
        xml += table.attributes + ">" + table.inputs + table.outputs;
        int number = 0;
        for (const QString& rule : table.rules)
            xml += QString("<rule id=\"r%1\">").arg(++number) +
                   cells(rule.section('|', 0, 0), "inputEntry") +
                   cells(rule.section('|', 1), "outputEntry") + "</rule>";
        return (xml + "</decisionTable></decision></definitions>").toUtf8();
    }
    static Outcome outcome(const Table& table, const feel::Value& x, const feel::Value& y = {}) {
        const auto read = decision::read(model(table));
        if (!read.has_value())
            qFatal("%s", qPrintable(read.error().detail));
        return *evaluate(*read, "d", feel::Context{{"x", x}, {"y", y}}, {});
    }
    static QList<int> fired(const Outcome& outcome) {
        QList<int> rules;
        for (const FiredRule& rule : outcome.rules)
            rules.append(rule.index);
        return rules;
    }
    static QStringList defectsOf(const Table& table, const QString& code) {
        QStringList messages;
        for (const Defect& defect : decision::read(model(table))->defects()) {
            if (defect.code == code)
                messages.append(defect.message);
        }
        return messages;
    }
    static Table priced(const QString& attributes) {
        return {.attributes = attributes,
                .outputs = "<output><outputValues><text>3, 5, 1</text></outputValues></output>",
                .rules = {"< 10 | 1", "< 20 | 5", "< 30 | 3", "> 100 | 1", "> 100 | 1"}};
    }

private Q_SLOTS:
    void hitPolicies_data() {
        QTest::addColumn<QString>("attributes");
        QTest::addColumn<int>("x");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QList<int>>("rules");
        const auto row = [](const char* attributes, int x, const char* value,
                            const QList<int>& rules) {
            QTest::addRow("%s at %d", attributes, x)
                << QString(attributes) << x << QString(value) << rules;
        };
        row("hitPolicy=\"UNIQUE\"", 25, "3", {3});
        row("hitPolicy=\"UNIQUE\"", 5, "null", {1, 2, 3});
        row("", 25, "3", {3});
        row("hitPolicy=\"ANY\"", 200, "1", {4, 5});
        row("hitPolicy=\"ANY\"", 15, "null", {2, 3});
        row("hitPolicy=\"PRIORITY\"", 5, "3", {3});
        row("hitPolicy=\"FIRST\"", 5, "1", {1});
        row("hitPolicy=\"RULE ORDER\"", 5, "[1, 5, 3]", {1, 2, 3});
        row("hitPolicy=\"OUTPUT ORDER\"", 5, "[3, 5, 1]", {3, 2, 1});
        row("hitPolicy=\"COLLECT\"", 15, "[5, 3]", {2, 3});
        row("hitPolicy=\"COLLECT\"", 50, "[]", {});
        row("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", 5, "9", {1, 2, 3});
        row("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", 5, "1", {1, 2, 3});
        row("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", 5, "5", {1, 2, 3});
        row("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 15, "2", {2, 3});
        row("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 50, "0", {});
        row("hitPolicy=\"FIRST\"", 50, "null", {});
    }
    void hitPolicies() {
        QFETCH(QString, attributes);
        QFETCH(int, x);
        QFETCH(QString, value);
        QFETCH(QList<int>, rules);
        const Outcome result = outcome(priced(attributes), feel::Value(x));
        QCOMPARE(result.value.text(), value);
        QCOMPARE(fired(result), rules);
        if (result.value.isNull())
            QCOMPARE(result.diagnoses.first().kind, feel::DiagnosisKind::Rules);
    }

    void severalOutputsMakeAContext() {
        const Table table{
            .attributes = "hitPolicy=\"COLLECT\"",
            .outputs = "<output name=\"fee\"/><output name=\"who\"/>",
            .rules = {"> 0 | 1; \"a\"", "> 1 | x * 2; \"b\" + \"c\"", "> 5 | 3; \"d\""}};
        QCOMPARE(outcome(table, feel::Value(2)).value.text(),
                 "[{fee: 1, who: \"a\"}, {fee: 4, who: \"bc\"}]");
    }

    void defaultsAnswerWhenNoRuleDoes() {
        const Table table{.outputs = "<output><defaultOutputEntry><text>\"none \" + "
                                     "string(x)</text></defaultOutputEntry></output>",
                          .rules = {"1 | \"one\""}};
        QCOMPARE(outcome(table, feel::Value(1)).value.text(), "one");
        QCOMPARE(outcome(table, feel::Value(2)).value.text(), "none 2");
    }

    void matching_data() {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("x");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char* entry, const char* x, bool passes) {
            QTest::addRow("%s on %s", entry, x)
                << QString::fromUtf8(entry) << QString::fromUtf8(x) << passes;
        };
        row("-", "null", true);
        row("", "5", true);
        row("null", "null", true);
        row("null", "5", false);
        row("not(null)", "5", true);
        row("not(null)", "null", false);
        row("5", "5.0", true);
        row("5", "\"5\"", false);
        row("not(5)", "\"5\"", false);
        row("not(5, 6)", "7", true);
        row("[1..5), > 7", "5", false);
        row("[1..5), > 7", "8", true);
        row("< 3", "null", false);
        row("\"本地\", \"外地\"", "\"外地\"", true);
        row("[\"a\", \"b\"]", "\"b\"", true);
        row("> @\"2026-01-01\"", "@\"2026-11-24\"", true);
        row("> date(\"2026-01-01\")", "@\"2025-11-24\"", false);
        row("true", "true", true);
        row("false", "true", false);
        row("true", "null", false);
        row("true", "5", false);
        row("y > 3", "null", true); // true whatever the input is
        row("? > y", "5", true);    // y is 4
        row("y", "4", true);
        row("y + 1", "4", false);
        row("starts with(?, \"44\")", "\"440399\"", true);
        row("[y..10]", "7", true);
    }
    void matching() {
        QFETCH(QString, entry);
        QFETCH(QString, x);
        QFETCH(bool, passes);
        const feel::Value value = feel::evaluate(*feel::compile(x), {}, {}).value;
        // Beside other rules, so that the column's axis has more than this rule's boundaries.
        const Table table{.attributes = "hitPolicy=\"RULE ORDER\"",
                          .rules = {entry + "| 1", "< -100 | 2", "= -50 | 3"}};
        QCOMPARE(fired(outcome(table, value, feel::Value(4))),
                 passes ? QList<int>{1} : QList<int>{});
    }

    void manyRulesMatchAsFew() {
        Table table{.attributes = "hitPolicy=\"UNIQUE\""};
        for (int i = 0; i < 300; ++i)
            table.rules.append(QString("[%1..%2) | %3").arg(i * 10).arg(i * 10 + 10).arg(i));
        const auto read = decision::read(model(table));
        QVERIFY(read.has_value());
        for (int x = 0; x < 3000; x += 7)
            QCOMPARE(evaluate(*read, "d", feel::Context{{"x", feel::Value(x)}}, {})->value,
                     feel::Value(x / 10));
        QVERIFY(evaluate(*read, "d", feel::Context{{"x", feel::Value(3000)}}, {})->value.isNull());
    }

    void firedRulesSayWhatTheySaw() {
        const Table table{.inputs =
                              "<input><inputExpression><text>x + 1</text></inputExpression></input>"
                              "<input><inputExpression><text>y</text></inputExpression></input>",
                          .rules = {"5; - | 1"}};
        const Outcome result = outcome(table, feel::Value(4), feel::Value(QString("办")));
        QCOMPARE(result.rules.size(), 1);
        QCOMPARE(result.rules.first().decision, "d");
        QCOMPARE(result.rules.first().ruleId, "r1");
        QCOMPARE(result.rules.first().inputNames, (QStringList{"x + 1", "y"}));
        QCOMPARE(result.rules.first().inputs.front(), feel::Value(5));
        QCOMPARE(result.rules.first().inputs.back(), feel::Value(QString("办")));
    }

    void inputsOutsideAllowedValuesAreNamed() {
        const Table table{
            .inputs =
                "<input><inputExpression><text>x</text></inputExpression><inputValues><text>\"a\", "
                "\"b\"</text></inputValues></input>",
            .rules = {"- | 1"}};
        QCOMPARE(outcome(table, feel::Value(QString("a"))).value, feel::Value(1));
        const Outcome refused = outcome(table, feel::Value(QString("c")));
        QVERIFY(refused.value.isNull());
        QCOMPARE(refused.diagnoses.first().kind, feel::DiagnosisKind::NotConforming);
    }

    void gapsAreFound() {
        QCOMPARE(defectsOf({.rules = {"< 10 | 1", "> 10 | 2"}}, "gap"),
                 QStringList{"no rule for x: 10"});
        QCOMPARE(defectsOf({.rules = {"<= 10 | 1", "> 10 | 2"}}, "gap"), QStringList{});
        QCOMPARE(defectsOf({.rules = {"[0..5] | 1", "(7..9] | 2"}}, "gap"),
                 (QStringList{"no rule for x: < 0, (5..7), 7, > 9"}));
        QCOMPARE(defectsOf({.rules = {"true | 1", "false | 2"}}, "gap"), QStringList{});
        QCOMPARE(defectsOf({.rules = {"\"a\" | 1"}}, "gap"),
                 QStringList{"no rule for x: anything else"});
        QCOMPARE(defectsOf({.rules = {"- | 1"}}, "gap"), QStringList{});
        const QString two =
            "<input><inputExpression><text>x</text></inputExpression></"
            "input><input><inputExpression><text>y</text></inputExpression></input>";
        QCOMPARE(defectsOf({.inputs = two, .rules = {"< 5; true | 1", ">= 5; - | 2"}}, "gap"),
                 QStringList{"no rule for x: < 5; y: false"});
    }

    void overlapsAreFound() {
        QCOMPARE(defectsOf({.rules = {"<= 10 | 1", ">= 10 | 2"}}, "overlap"),
                 QStringList{"rules 1 and 2 both match x: 10"});
        QCOMPARE(defectsOf({.rules = {"< 10 | 1", ">= 10 | 2"}}, "overlap"), QStringList{});
        QCOMPARE(
            defectsOf({.attributes = "hitPolicy=\"FIRST\"", .rules = {"<= 10 | 1", ">= 10 | 2"}},
                      "overlap"),
            QStringList{});
        // What only evaluation can tell is not reported.
        QCOMPARE(defectsOf({.rules = {"? > y | 1", "? < y | 2"}}, "overlap"), QStringList{});
    }

    void unreachableRulesAreFound() {
        const QString first = "hitPolicy=\"FIRST\"";
        QCOMPARE(defectsOf({.attributes = first, .rules = {"> 0 | 1", "> 5 | 2", "- | 3"}},
                           "unreachable"),
                 QStringList{"rule 2 can never give a result"});
        QCOMPARE(defectsOf({.attributes = first, .rules = {"- | 1", "> 5 | 2"}}, "unreachable"),
                 QStringList{"rule 2 can never give a result"});
        QCOMPARE(defectsOf({.rules = {"not(-1) | 1"}}, "unreachable"), QStringList{});
    }

    void outputsOutsideAllowedValuesAreFound() {
        const Table table{
            .outputs = "<output><outputValues><text>\"a\", \"b\"</text></outputValues></output>",
            .rules = {"< 1 | \"a\"", ">= 1 | \"z\""}};
        QCOMPARE(defectsOf(table, "output"), QStringList{"\"z\" is not among the allowed values"});
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
