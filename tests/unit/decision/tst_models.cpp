// Whole models: requirements, boxed expressions, knowledge models, services, imports, types,
// defects, limits.
#include "services/decision/decision_model.h"
#include "tests/support/cpu_clock.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban;
using namespace tongban::decision;

class TestModels : public QObject {
    Q_OBJECT

    static QByteArray file(const QString& name) {
        QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/data/decision/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static feel::Context inputs(const char* json) {
        return feel::contextFromJson(QJsonDocument::fromJson(json).object());
    }
    static QByteArray definitions(const QString& body) {
        return ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
                "namespace=\"urn:m\">" +
                body + "</definitions>")
            .toUtf8();
    }
    static QString decisionXml(const QString& name, const QString& logic,
                               const QString& requires_ = {}, const QString& type = {}) {
        const QString typed = type.isEmpty() ? QString() : " typeRef=\"" + type + "\"";
        return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
               "\"" + typed + "/>" + requires_ + logic + "</decision>";
    }
    static QString literal(const QString& text) {
        return "<literalExpression><text>" + text.toHtmlEscaped() + "</text></literalExpression>";
    }
    static QString needs(const QString& id) {
        return "<informationRequirement><requiredDecision href=\"#" + id +
               "\"/></informationRequirement>";
    }
    static Outcome outcome(const QByteArray& xml, const QString& name,
                           const feel::Context& given = {}) {
        const auto model = read(xml);
        if (!model.has_value())
            qFatal("%s", qPrintable(model.error().detail));
        return *evaluate(*model, name, given, {});
    }

private Q_SLOTS:
    void aServiceItemEndToEnd() {
        const auto model = read(file("elder-card.dmn"));
        QVERIFY2(model.has_value(), model.has_value() ? "" : qPrintable(model.error().detail));
        QCOMPARE(model->defects().size(), 0);
        QCOMPARE(model->decisions(), (QStringList{"年龄", "材料清单", "工本费", "告知"}));
        QCOMPARE(model->services(), QStringList{"指引"});
        const auto needed = model->inputsOf("工本费");
        QCOMPARE(needed.size(), 2);
        QCOMPARE(needed[0].name, "申请人");
        QCOMPARE(needed[1].typeName, "date");
        const feel::Context given = inputs(
            R"({"申请人": {"姓名": "李四", "出生日期": "1944-03-02", "户籍": "外地"}, "受理日期": "2026-11-24"})");
        const auto told = evaluate(*model, "告知", given, {});
        QCOMPARE(told->value.text(), "李四：4份，免费");
        QCOMPARE(told->results.value(u"年龄"), feel::Value(82));
        QStringList why;
        for (const FiredRule& rule : told->rules)
            why.append(rule.decision + ' ' + rule.ruleId + ' ' + rule.annotations.join(','));
        QCOMPARE(why, (QStringList{"材料清单 r_id 办法第五条", "材料清单 r_residence 办法第六条",
                                   "材料清单 r_health 办法第九条", "工本费 f3 "}));
        QCOMPARE(
            evaluate(
                *model, "工本费",
                inputs(
                    R"({"申请人": {"姓名": "王五", "出生日期": "1964-11-24", "户籍": "本地"}, "受理日期": "2026-11-24"})"),
                {})
                ->value.text(),
            "10");
    }

    void servicesTakeInputDecisionsAsGiven() {
        const auto model = read(file("elder-card.dmn"));
        const auto guide = evaluate(
            *model, "指引",
            inputs(
                R"({"年龄": 62, "申请人": {"姓名": "甲", "出生日期": "2000-01-01", "户籍": "本地"}})"),
            {});
        QCOMPARE(guide->value.text(), R"({材料清单: [{材料: "居民身份证", 份数: 1}], 工本费: 10})");
        QCOMPARE(guide->rules.size(), 2);
    }

    // A knowledge model is not called with what does not conform; a service gets null instead (TCK
    // 0082, 0085).
    void argumentsThatDoNotConform() {
        const QString parameter =
            "<inputData id=\"n\" name=\"n\"><variable name=\"n\" typeRef=\"number\"/></inputData>";
        const QString knows =
            "<knowledgeRequirement><requiredKnowledge href=\"#%1\"/></knowledgeRequirement>";
        const QByteArray xml = definitions(
            parameter +
            decisionXml(
                "isNull", literal("n = null"),
                "<informationRequirement><requiredInput href=\"#n\"/></informationRequirement>") +
            "<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#isNull\"/><inputData "
            "href=\"#n\"/></decisionService>"
            "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic><formalParameter "
            "name=\"n\" typeRef=\"number\"/>" +
            literal("n = null") + "</encapsulatedLogic></businessKnowledgeModel>" +
            decisionXml("byService", literal("s(\"a\")"), knows.arg("s")) +
            decisionXml("byModel", literal("f(\"a\")"), knows.arg("f")));
        QCOMPARE(outcome(xml, "byService").value.text(), "true");
        QVERIFY(outcome(xml, "byModel").value.isNull());
    }

    void knowledgeModelsCanBeCalledFromOutside() {
        const auto model = read(file("elder-card.dmn"));
        QCOMPARE(
            evaluate(*model, "周岁", inputs(R"({"birth": "1960-12-01", "day": "2026-11-24"})"), {})
                ->value,
            feel::Value(65));
    }

    void inputsAreCheckedAgainstTheirTypes() {
        const auto model = read(file("elder-card.dmn"));
        const auto refused = evaluate(
            *model, "年龄",
            inputs(
                R"({"申请人": {"姓名": "甲", "出生日期": "1960-12-01", "户籍": "火星"}, "受理日期": "2026-11-24"})"),
            {});
        QVERIFY(refused->value.isNull());
        QCOMPARE(refused->diagnoses.first().kind, feel::DiagnosisKind::NotConforming);
        const auto missing = evaluate(*model, "年龄", {}, {});
        QVERIFY(missing->value.isNull());
        QCOMPARE(missing->diagnoses.first().kind, feel::DiagnosisKind::MissingName);
        QCOMPARE(evaluate(*model, "nothing", {}, {}).error().kind, FaultKind::NotFound);
    }

    void importsAreSeenByTheirName() {
        const auto model = read(file("importing.dmn"), {file("imported-rates.dmn")});
        QVERIFY(model.has_value());
        QCOMPARE(model->defects().size(), 0);
        QCOMPARE(evaluate(*model, "due", inputs(R"({"amount": 100})"), {})->value.text(), "25.25");
        // What merely lies beside them does no harm.
        const auto among = read(file("importing.dmn"),
                                {"", "<html/>", file("importing.dmn"), file("imported-rates.dmn")});
        QVERIFY(among.has_value());
        QCOMPARE(among->defects().size(), 0);
        const auto alone = read(file("importing.dmn"));
        QVERIFY(std::any_of(alone->defects().begin(), alone->defects().end(),
                            [](const Defect& d) { return d.code == "import"; }));
        QVERIFY(evaluate(*alone, "due", inputs(R"({"amount": 100})"), {})->value.isNull());
    }

    void boxedExpressions_data() {
        QTest::addColumn<QString>("logic");
        QTest::addColumn<QString>("expected");
        QTest::newRow("list") << "<list>" + literal("1") + literal("\"a\"") + "<list>" +
                                     literal("2") + "</list></list>"
                              << "[1, \"a\", [2]]";
        QTest::newRow("relation") << "<relation><column name=\"a b\"/><column name=\"c\"/><row>" +
                                         literal("1") + literal("2") + "</row><row>" +
                                         literal("3") + literal("4") + "</row></relation>"
                                  << "[{a b: 1, c: 2}, {a b: 3, c: 4}]";
        QTest::newRow("context") << "<context><contextEntry><variable name=\"x\"/>" + literal("1") +
                                        "</contextEntry><contextEntry><variable name=\"y\"/>" +
                                        literal("x + 1") + "</contextEntry></context>"
                                 << "{x: 1, y: 2}";
        QTest::newRow("context with result")
            << "<context><contextEntry><variable name=\"x\"/>" + literal("20") +
                   "</contextEntry><contextEntry>" + literal("x + 1") + "</contextEntry></context>"
            << "21";
        QTest::newRow("function")
            << "<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter "
               "name=\"n\" typeRef=\"number\"/>" +
                   literal("if n = 0 then 1 else n * f(n - 1)") +
                   "</functionDefinition></contextEntry><contextEntry>" + literal("f(5)") +
                   "</contextEntry></context>"
            << "120";
        QTest::newRow("java")
            << "<context><contextEntry><variable name=\"f\"/><functionDefinition "
               "kind=\"Java\"><formalParameter "
               "name=\"n\"/><context/></functionDefinition></contextEntry><contextEntry>" +
                   literal("f(5)") + "</contextEntry></context>"
            << "null";
        QTest::newRow("conditional")
            << "<conditional><if>" + literal("1 > 2") + "</if><then>" + literal("1") +
                   "</then><else>" + literal("2") + "</else></conditional>"
            << "2";
        QTest::newRow("conditional of no truth")
            << "<conditional><if>" + literal("\"a\"") + "</if><then>" + literal("1") +
                   "</then><else>" + literal("2") + "</else></conditional>"
            << "null";
        QTest::newRow("filter") << "<filter><in>" + literal("[{n: 1}, {n: 2}]") + "</in><match>" +
                                       literal("n > 1") + "</match></filter>"
                                << "[{n: 2}]";
        QTest::newRow("for") << "<for iteratorVariable=\"i\"><in>" + literal("[1, 2]") +
                                    "</in><return>" + literal("i * 10 + count(partial)") +
                                    "</return></for>"
                             << "[10, 21]";
        QTest::newRow("some") << "<some iteratorVariable=\"i\"><in>" + literal("[1, 2]") +
                                     "</in><satisfies>" + literal("i > 1") + "</satisfies></some>"
                              << "true";
        QTest::newRow("every") << "<every iteratorVariable=\"i\"><in>" + literal("[1, 2]") +
                                      "</in><satisfies>" + literal("i > 1") + "</satisfies></every>"
                               << "false";
        QTest::newRow("nothing") << ""
                                 << "null";
        QTest::newRow("does not parse") << literal("1 +") << "null";
        QTest::newRow("converted")
            << "<literalExpression typeRef=\"string\"><text>[\"a\"]</text></literalExpression>"
            << "a";
        QTest::newRow("another language")
            << "<literalExpression "
               "expressionLanguage=\"http://www.java.com\"><text>1</text></literalExpression>"
            << "null";
    }
    void boxedExpressions() {
        QFETCH(QString, logic);
        QFETCH(QString, expected);
        const Outcome result = outcome(definitions(decisionXml("d", logic)), "d");
        QCOMPARE(result.value.text(), expected);
        if (expected == "null" && !logic.isEmpty())
            QVERIFY(!result.diagnoses.isEmpty());
    }

    void decisionsSeeWhatTheyRequireAndNothingElse() {
        const QByteArray xml = definitions(decisionXml("a", literal("1")) +
                                           decisionXml("b", literal("a + 1"), needs("a")) +
                                           decisionXml("c", literal("a + 1")));
        QCOMPARE(outcome(xml, "b").value.text(), "2");
        QVERIFY(outcome(xml, "c").value.isNull());
        QCOMPARE(outcome(xml, "c").diagnoses.first().kind, feel::DiagnosisKind::MissingName);
    }

    void circlesAndDanglingReferencesAreDefects() {
        const auto circle = read(definitions(decisionXml("a", literal("b"), needs("b")) +
                                             decisionXml("b", literal("a"), needs("a"))));
        QCOMPARE(circle->defects().size(), 2);
        QCOMPARE(circle->defects().first().code, "cycle");
        QVERIFY(evaluate(*circle, "a", {}, {})->value.isNull());
        const auto dangling = read(definitions(decisionXml("a", literal("1"), needs("z"))));
        QCOMPARE(dangling->defects().first().code, "reference");
        QCOMPARE(dangling->defects().first().level, Level::Refused);
    }

    void defectsNameRuleAndColumn() {
        const auto model = read(definitions(decisionXml(
            "d", "<decisionTable><input><inputExpression><text>1</text></inputExpression></"
                 "input><output/>"
                 "<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>2</text></"
                 "outputEntry></rule>"
                 "<rule><inputEntry><text>&lt;</text></inputEntry><outputEntry><text>2</text></"
                 "outputEntry></rule></decisionTable>")));
        QCOMPARE(model->defects().first().place, "rule 2, input 1");
        QCOMPARE(model->defects().first().code, "expression");
        QCOMPARE(evaluate(*model, "d", {}, {})->value.text(), "2"); // the other rule still works
    }

    void hostileFilesEndQuickly_data() {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no DMN") << QByteArray("<definitions xmlns=\"urn:other\"/>");
        QTest::newRow("entity bomb")
            << QByteArray("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>");
        QTest::newRow("deep") << definitions(QString("<decision>").repeated(5000));
        QTest::newRow("deep boxes")
            << definitions("<decision id=\"d\" name=\"d\">" + QString("<list>").repeated(500) +
                           QString("</list>").repeated(500) + "</decision>");
        QString many;
        for (int i = 0; i < 3000; ++i)
            many += decisionXml("d" + QString::number(i), literal("1"));
        QTest::newRow("too many decisions") << definitions(many);
        QTest::newRow("too many elements") << definitions(QString("<x/>").repeated(100'000));
    }
    void hostileFilesEndQuickly() {
        QFETCH(QByteArray, xml);
        const tongban::test::CpuClock timer;
        const auto model = read(xml);
        QVERIFY(!model.has_value());
        QCOMPARE(model.error().kind, FaultKind::Invalid);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void hostileModelsEndQuickly_data() {
        QTest::addColumn<QByteArray>("xml");
        QString chain;
        for (int i = 0; i < 1500; ++i)
            chain += decisionXml("d" + QString::number(i),
                                 literal(i == 0 ? "1" : "d" + QString::number(i - 1) + " + 1"),
                                 i == 0 ? "" : needs("d" + QString::number(i - 1)));
        QTest::newRow("long chain")
            << definitions(chain + decisionXml("end", literal("d1499"), needs("d1499")));
        QTest::newRow("types in a circle") << definitions(
            "<itemDefinition name=\"a\"><typeRef>b</typeRef></itemDefinition><itemDefinition "
            "name=\"b\"><itemComponent "
            "name=\"x\"><typeRef>a</typeRef></itemComponent></itemDefinition>" +
            decisionXml("end", literal("{x: 1}"), {}, "b"));
        QTest::newRow("endless function") << definitions(
            "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic><formalParameter "
            "name=\"n\"/>" +
            literal("f(n + 1)") + "</encapsulatedLogic></businessKnowledgeModel>" +
            decisionXml(
                "end", literal("f(1)"),
                "<knowledgeRequirement><requiredKnowledge href=\"#f\"/></knowledgeRequirement>"));
        QString wide = "<decisionTable>" +
                       QString("<input><inputExpression><text>1</text></inputExpression></input>")
                           .repeated(40) +
                       "<output/>";
        for (int i = 0; i < 60; ++i) {
            wide += "<rule>";
            for (int j = 0; j < 40; ++j)
                wide += QString("<inputEntry><text>[%1..%2]</text></inputEntry>")
                            .arg(i * (j + 1) % 97)
                            .arg(i * (j + 1) % 97 + 13 + j);
            wide += "<outputEntry><text>1</text></outputEntry></rule>";
        }
        QTest::newRow("wide table") << definitions(decisionXml("end", wide + "</decisionTable>"));
        QString tall = "<decisionTable "
                       "hitPolicy=\"FIRST\"><input><inputExpression><text>1</text></"
                       "inputExpression></input><output/>";
        for (int i = 0; i < 8000; ++i)
            tall +=
                QString("<rule><inputEntry><text>&gt; "
                        "%1</text></inputEntry><outputEntry><text>%1</text></outputEntry></rule>")
                    .arg(i + 2);
        QTest::newRow("tall table") << definitions(decisionXml("end", tall + "</decisionTable>"));
    }
    void hostileModelsEndQuickly() {
        QFETCH(QByteArray, xml);
        const tongban::test::CpuClock timer;
        const auto model = read(xml);
        QVERIFY2(model.has_value(), model.has_value() ? "" : qPrintable(model.error().detail));
        (void)evaluate(*model, "end", {}, {}).has_value();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
