// Seeded defects: the good package with one planted defect each, and the name the judge gives it.
#include "services/catalog/package_check.h"
#include "services/core/json_reader.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestLint : public QObject {
    Q_OBJECT

    const QString m_schemas = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/schemas");
    PackageFiles m_good;

    // Replaces the first match of a pattern; dots match line feeds.
    static void row(const char* code, const char* file, const char* pattern, const char* with) {
        const QString name =
            QStringLiteral("%1 %2 %3").arg(code, file).arg(QString::fromUtf8(pattern).left(50));
        QTest::newRow(qPrintable(name)) << QString(code) << QString(file)
                                        << QString::fromUtf8(pattern) << QString::fromUtf8(with);
    }
    QStringList codesOf(const PackageFiles& files) const {
        QStringList codes;
        for (const PackageDefect& defect : checkPackage(files, m_schemas))
            codes << defect.code;
        return codes;
    }

    static void itemRows() {
        const char* file = "item.json";
        row("element-value", file, "\"task_type\": \"07\"", "\"task_type\": \"33\"");
        row("code-check", file, "\"dept_code\": \"11440399MB2T00019M\"",
            "\"dept_code\": \"11440399MB2T00019N\"");
        row("code-mismatch", file, "\"catalog_code\": \"440709101001\"",
            "\"catalog_code\": \"440709101002\"");
        row("code-mismatch", file, "\"task_handle_item\": \"11440399MB2T00019M",
            "\"task_handle_item\": \"11440399MB2T00027G");
        row("element-missing", file, "\"link_way\": \"0000-12345\",", "");
        row("element-missing", file, "\"remedy_way\": \"[^\"]*\",", "");
        row("element-value", file, "\"plan_effective_date\": \"2026-01-01\"",
            "\"plan_effective_date\": \"2026-13-01\"");
        row("date-order", file, "\"plan_effective_date\": \"2026-01-01\"",
            "\"plan_effective_date\": \"2026-01-01\", \"plan_cancel_date\": \"2025-01-01\"");
        row("promise-over-legal", file, "\"promise_day\": \"5\"", "\"promise_day\": \"50\"");
        row("fee-mismatch", file, "\"is_fee\": \"1\"", "\"is_fee\": \"0\"");
        row("vague-word", file, "在本市居住半年以上", "在本市居住半年以上，提供有关材料");
        row("vague-word", file, "\"whoDetail\": \"", "\"whoDetail\": \"符合其他条件的");
        row("banned-word", file, "\"summary\": \"", "\"summary\": \"请知悉：");
        row("clause-missing", file, "\"clause\": \"《居住证暂行条例》第九条\"", "\"clause\": \"\"");
        row("clause-missing", file, "\"by_law\": \"《居住证暂行条例》第二十一条\"",
            "\"by_law\": \"\"");
        row("example-as-law", file, "20 元/证（示例）", "20 元/证");
        row("example-as-law", file, "\"promise_explain\": \"示例：", "\"promise_explain\": \"");
        row("knowledge-field", file, "\"field\": \"promise_day\"", "\"field\": \"no_such_field\"");
        row("schema", file, "\"version\": 1", "\"version\": \"one\"");
        row("schema", file, "\"kind\": \"item\"", "\"kind\": \"thing\"");
        row("schema", file, "\"from\": \"09:00\"", "\"from\": \"9 点\"");
        row("schema", file, "\"who\": \"住满半年\",", "");
        row("field-unknown", file, "\"task_state\": \"1\"",
            "\"task_state\": \"1\", \"colour\": \"red\"");
        row("field-unknown", file, "\"minutes\": 6", "\"minutes\": 6, \"mood\": \"good\"");
        row("step-not-drawn", file, "\"id\": \"visit\"", "\"id\": \"visits\"");
        row("limit-mismatch", file, "\"limit\": \"2wd\"", "\"limit\": \"3wd\"");
        row("alias-duplicate", file, "\"续居住证\",", "\"续居住证\", \"续居住证\",");
        row("date-order", file, "\"validFrom\": \"2026-01-01\"",
            "\"validFrom\": \"2026-01-01\", \"validTo\": \"2025-01-01\"");
        row("schema", file, "\"retentionDays\": 1825,", "");
        row("field-undeclared", file, "\"phone\": \"personal\",", "");
        row("field-unneeded", file, "\"phone\": \"personal\",",
            "\"phone\": \"personal\", \"bloodType\": \"sensitive\",");
        row("title-long", file, "\"name\": \"居住证签注\"",
            "\"name\": \"居住证签注延续首次申领补领换领变更\"");
    }

    static void questionRows() {
        const char* file = "questions.json";
        row("question-no-reason", file, "\"why\": \"[^\"]*\"", "\"why\": \" \"");
        row("assume-unknown", file, "\"assume\": \\[\\s*\"renew\"", "\"assume\": [\"renewal\"");
        row("condition-unknown", file, "\"when\": \\{\\s*\"basis\"", "\"when\": {\"ground\"");
        row("condition-unknown", file, "\"option\": \"insured\"", "\"option\": \"assured\"");
        row("id-duplicate", file, "\"id\": \"dorm\"", "\"id\": \"own\"");
        row("id-duplicate", file, "\"id\": \"stayed\"", "\"id\": \"kind\"");
        row("clause-missing", file, "\"clause\": \"《居住证暂行条例》第二条\"", "\"clause\": \"\"");
        row("exit-no-alternative", file, "\"alternatives\": \\[[^\\]]*\\]", "\"alternatives\": []");
        row("form-source-missing", file, "\"source\": \"社保参保记录\",", "");
        row("title-long", file, "\"text\": \"给谁办？\"",
            "\"text\": \"请问您今天是要给哪一位家人或者自己办理呢？\"");
        row("banned-word", file, "\"label\": \"租的\"", "\"label\": \"租的！\"");
        row("translation-missing", file, "\"label\": \"租的\"", "\"label\": \"租来的\"");
        row("question-unreachable", file, "\"when\": \\{\\s*\"home\": \\[\\s*\"rent\"\\s*\\]",
            "\"when\": {\"home\": [\"rent\"], \"kind\": [\"lost\"]");
        row("question-useless", file, "\"questions\": \\[",
            "\"questions\": [{\"id\": \"mood\", \"text\": \"心情好吗？\", \"why\": \"想知道。\", "
            "\"assume\": [\"good\"],"
            "\"options\": [{\"id\": \"good\", \"label\": \"好\"}, {\"id\": \"bad\", \"label\": "
            "\"不好\"}]},");
        row("exit-unused", file, "\"exits\": \\[",
            "\"exits\": [{\"id\": \"never\", \"title\": \"不能办\", \"reason\": \"没有理由。\", "
            "\"clause\": \"第一条\", "
            "\"alternatives\": [\"以后再来。\"]},");
    }

    static void materialRows() {
        const char* file = "materials.json";
        row("material-incomplete", file, "\"supplier\": \"房东或中介\"", "\"supplier\": \"\"");
        row("material-incomplete", file, "\"standard\": \"[^\"]*\"", "\"standard\": \"\"");
        row("vague-word", file, "\"name\": \"劳动合同\"", "\"name\": \"劳动合同等材料\"");
        row("vague-word", file, "\"standard\": \"双方签字盖章",
            "\"standard\": \"按有关规定签字盖章");
        row("material-ladder", file, "\"way\": \"licence\"", "\"way\": \"paper\"");
        row("source-missing", file, "\"source\": \"lease-register\"", "\"source\": \"\"");
        row("promise-text-missing", file, "\"text\": \"我承诺：我现在住在[^\"]*\"",
            "\"text\": \"\"");
        row("clause-missing", file, "\"clause\": \"《居住证暂行条例》第九条\"", "\"clause\": \"\"");
        row("explanation-missing", file, "\"reason\": \"[^\"]*\"", "\"reason\": \"\"");
        row("material-unknown", file, "\"id\": \"old-permit\"", "\"id\": \"older-permit\"");
        row("material-unused", file, "\"materials\": \\[",
            "\"materials\": [{\"id\": \"photo-album\", \"name\": \"相册\", \"supplier\": "
            "\"您自己\", \"type\": \"3\", "
            "\"standard\": \"完整\", \"clause\": \"第一条\", \"sample\": \"一本\", \"originals\": "
            "1, \"copies\": 0, \"pages\": 1, "
            "\"ways\": [{\"way\": \"upload\", \"reason\": \"拍一下。\"}]},");
    }

    static void ruleRows() {
        const char* file = "decisions.dmn";
        row("explanation-missing", file, "办居住证先要认清是谁。", "");
        row("clause-missing", file, "<annotationEntry><text>《居住证暂行条例》第九条</text>",
            "<annotationEntry><text></text>");
        row("vague-word", file, "办居住证先要认清是谁。", "办居住证要有关材料。");
        row("material-unknown", file, "\"lease\"</text></outputEntry>",
            "\"leese\"</text></outputEntry>");
        row("rule-option", file, "<inputEntry><text>\"rent\"</text>",
            "<inputEntry><text>\"rented\"</text>");
        row("promise-over-legal", file,
            "\"5wd\"</text></outputEntry>(\\s*)<outputEntry><text>\"15d\"",
            "\"5wd\"</text></outputEntry><outputEntry><text>\"3d\"");
        row("rule-input", file, "<inputExpression typeRef=\"string\"><text>kind</text>",
            "<inputExpression typeRef=\"string\"><text>sort</text>");
        row("rule-output", file, "\"upload\"</text></outputEntry>", "\"fax\"</text></outputEntry>");
        row("rule-output", file, "\"kiosk\"</text></outputEntry>",
            "\"radio\"</text></outputEntry>");
        row("rule-output", file, "\"visit\"</text></outputEntry>(\\s*)<outputEntry><text>\"3wd\"",
            "\"visit\"</text></outputEntry><outputEntry><text>\"three\"");
        row("grace-missing", file, "\"main\"</text></outputEntry>",
            "\"secondary\"</text></outputEntry>");
        row("fee-unknown", file, "\"permit\"</text></outputEntry>(\\s*)<outputEntry><text>20<",
            "\"tip\"</text></outputEntry><outputEntry><text>20<");
        row("exit-unknown", file, "\"not-half-year\"</text>", "\"nowhere\"</text>");
        row("rule-duplicate", file, "(<rule id=\"fee-1\">.*?</rule>)", "\\1\\1");
        row("rules-contradict", file, "(<rule id=\"fee-1\">.*?)<text>0</text>(.*?</rule>)",
            "\\1<text>0</text>\\2\\1<text>9</text>\\2");
        row("rules-contradict", file, "(<rule id=\"materials-1\">.*?)\"licence\"(.*?</rule>)",
            "\\1\"licence\"\\2\\1\"paper\"\\2");
        row("rule-unreachable", file,
            "(<rule id=\"eligibility-1\">\\s*<inputEntry><text>)\"first\"", "\\1\"renew\"");
        row("situation-no-limit", file, "<rule id=\"limit-9\">.*?</rule>", "");
        row("situation-no-channel", file, "<rule id=\"channel-2\">.*?</rule>", "");
        row("material-shareable", file, "\"photo\"</text></outputEntry>(.*?)\"query\"",
            "\"photo\"</text></outputEntry>\\1\"upload\"");
        row("step-dead", file, "<rule id=\"steps-3\">.*?</rule>", "");
        row("material-unused", file, "<rule id=\"materials-14\">.*?</rule>", "");
        row("decision", file, "<decision id=\"channel\".*?</decision>", "");
        row("file-unreadable", file, "</definitions>", "");
    }

    static void otherRows() {
        row("step-not-drawn", "process.bpmn", "userTask id=\"review\"", "userTask id=\"reviewed\"");
        row("step-unlisted", "process.bpmn", "userTask id=\"review\"", "userTask id=\"reviewed\"");
        row("file-unreadable", "process.bpmn", "</bpmn:process>", "");
        row("translation-missing", "process.bpmn", "value=\"审核\"", "value=\"细细审核\"");
        row("limit-mismatch", "process.bpmn", "name=\"tongban:limit\" value=\"3wd\"",
            "name=\"tongban:limit\" value=\"5wd\"");
        row("form-source-missing", "forms/application.json", ",\\s*\"source\": \"居民身份证\"", "");
        row("form-asks-known", "forms/application.json",
            "\"prefill\": \"=card.name\",\\s*\"source\": \"居民身份证\"", "\"placeholder\": \"\"");
        row("form-unused", "forms/visit.json", "\"id\": \"visit\"", "\"id\": \"other\"");
        row("explanation-missing", "forms/supplement.json", ",\\s*\"message\": \"[^\"]*\"", "");
        row("schema", "forms/review.json", "\"layout\"", "\"lay-out\"");
        row("case-failed", "tests.json", "\"fee\": \"0\"", "\"fee\": \"7\"");
        row("case-failed", "tests.json", "\"lease\": \"upload\"", "\"lease\": \"query\"");
        row("field-unknown", "tests.json", "\"route\": \"instant\"", "\"road\": \"instant\"");
        row("translation-missing", "texts/en.json", "\"房屋租赁合同\": \"Lease\",", "");
        row("translation-unused", "texts/en.json", "\\{", "{\"没人说的话\": \"unsaid\",");
        row("file-unreadable", "questions.json", "\\]", "");
    }

private Q_SLOTS:
    void initTestCase() {
        const auto files = readPackageFolder(
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/residence-permit"));
        QVERIFY(files);
        m_good = *files;
        for (const PackageDefect& defect : checkPackage(m_good, m_schemas))
            QVERIFY2(defect.gravity == Gravity::Advised, qPrintable(lineOf(defect)));
    }

    void plantedDefectsAreNamed_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("with");
        itemRows();
        questionRows();
        materialRows();
        ruleRows();
        otherRows();
    }
    void plantedDefectsAreNamed() {
        QFETCH(QString, code);
        QFETCH(QString, file);
        QFETCH(QString, pattern);
        QFETCH(QString, with);
        const QRegularExpression expression(pattern,
                                            QRegularExpression::DotMatchesEverythingOption);
        QString text = QString::fromUtf8(m_good.value(file));
        const auto match = expression.match(text);
        QVERIFY2(match.hasMatch(), "the defect could not be planted");
        QString put = with;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            put.replace(QStringLiteral("\\%1").arg(i), match.captured(i));
        text.replace(match.capturedStart(), match.capturedLength(), put);
        PackageFiles files = m_good;
        files[file] = text.toUtf8();
        const QStringList codes = codesOf(files);
        QVERIFY2(codes.contains(code) || (code == "field-unknown" && codes.contains("schema")),
                 qPrintable(codes.join(' ')));
    }

    void missingAndExtraFilesAreNamed() {
        for (const QString& path : m_good.keys()) {
            PackageFiles files = m_good;
            files.remove(path);
            // Only the review, visit and supplement forms are bound by steps; everything else is
            // always needed.
            if (!path.startsWith("forms/") || path == "forms/application.json")
                QVERIFY2(codesOf(files).contains("file-missing"), qPrintable(path));
        }
        PackageFiles files = m_good;
        files["notes.txt"] = "x";
        QVERIFY(codesOf(files).contains("file-unknown"));
    }

    void fewCasesAreNotEnough() {
        PackageFiles files = m_good;
        QJsonObject tests = parseJsonObject(files["tests.json"]).value();
        QJsonArray cases = tests["cases"].toArray();
        while (cases.size() > 5)
            cases.removeLast();
        tests["cases"] = cases;
        files["tests.json"] = canonicalJson(tests);
        QVERIFY(codesOf(files).contains("case-missing"));
        while (cases.size() > 3)
            cases.removeLast();
        tests["cases"] = cases;
        files["tests.json"] = canonicalJson(tests);
        QVERIFY(codesOf(files).contains("case-uncovered"));
    }

    // The judge names files, paths and remedies, and there are enough kinds of defect.
    void everyFindingSaysWhatToDo() {
        QVERIFY(defectKinds().size() >= 25);
        PackageFiles files = m_good;
        files["materials.json"].replace("\"supplier\"", "\"x\"");
        files["item.json"].replace("\"promise_day\": \"5\"", "\"promise_day\": \"50\"");
        const auto defects = checkPackage(files, m_schemas);
        QVERIFY(!defects.isEmpty());
        for (const PackageDefect& defect : defects)
            QVERIFY(!defect.file.isEmpty() && !defect.path.isEmpty() && !defect.message.isEmpty() &&
                    !defect.remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
