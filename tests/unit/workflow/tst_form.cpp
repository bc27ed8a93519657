// Forms: both formats, rows, faults, prefill, lists; refusals of bad files.
#include "services/workflow/form.h"

#include <QtTest>

using namespace tongban::workflow;

namespace {

// A form of tests/data/workflow.
QByteArray sample(const char* name) {
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/data/workflow/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray own = sample("apply.form.json");

Form read(const QByteArray& json) {
    auto form = Form::read(json);
    if (!form.has_value())
        qFatal("%s", qPrintable(form.error().detail));
    return std::move(form).value();
}

FormRow rowOf(const QList<FormRow>& rows, const QString& path) {
    for (const FormRow& row : rows) {
        if (row.path == path)
            return row;
    }
    return {};
}

} // namespace

class TestForm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsRowsInLayoutOrder() {
        const QList<FormRow> rows =
            read(own).rows({}, {{"card", QJsonObject{{"number", "440399199001010015"}}}}, {});
        QCOMPARE(rows.at(0).path, QString("name"));
        QCOMPARE(rows.at(1).value.toString(), QString("440399199001010015"));
        QVERIFY(rows.at(1).prefilled);
        QCOMPARE(rows.at(1).source, QString("居民身份证"));
        QVERIFY(!rowOf(rows, "oldNumber").visible);
        QCOMPARE(rowOf(rows, "area").section, QString("经营场所"));
        QCOMPARE(rowOf(rows, "kind").choices.size(), 2);
    }

    void faults_data() {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("message");
        QTest::newRow("fine") << QJsonObject{} << ""
                              << "";
        QTest::newRow("too short") << QJsonObject{{"name", "张"}} << "name"
                                   << "至少填写 2 个字";
        QTest::newRow("missing") << QJsonObject{{"name", ""}} << "name"
                                 << "请填写姓名";
        QTest::newRow("not offered") << QJsonObject{{"kind", "x"}} << "kind"
                                     << "请从列出的选项中选择";
        QTest::newRow("required when") << QJsonObject{{"kind", "renew"}} << "oldNumber"
                                       << "请填写原证号";
        QTest::newRow("pattern") << QJsonObject{{"kind", "renew"}, {"oldNumber", "12a"}}
                                 << "oldNumber"
                                 << "原证号是 6 位数字";
        QTest::newRow("hidden") << QJsonObject{{"oldNumber", "123456"}} << "oldNumber"
                                << "这一项不适用，请不要填写";
        QTest::newRow("check") << QJsonObject{{"area", 5}} << "area"
                               << "面积应大于 8 平方米";
        QTest::newRow("bound") << QJsonObject{{"area", 9000}} << "area"
                               << "不能大于 5000";
        QTest::newRow("type") << QJsonObject{{"area", "9"}} << "area"
                              << "请填写数字";
        QTest::newRow("item") << QJsonObject{{"members", QJsonArray{QJsonObject{{"age", 3}}}}}
                              << "members[0].who"
                              << "请填写姓名";
        QTest::newRow("item type")
            << QJsonObject{{"members", QJsonArray{QJsonObject{{"who", "李四"}, {"age", 3.5}}}}}
            << "members[0].age"
            << "请填写整数";
        QTest::newRow("too many") << QJsonObject{{"members", QJsonArray{1, 2, 3, 4}}} << "members"
                                  << "最多 3 项";
        QTest::newRow("unknown") << QJsonObject{{"other", 1}} << "other"
                                 << "表单中没有这一项";
    }
    void faults() {
        QFETCH(QJsonObject, change);
        QFETCH(QString, path);
        QFETCH(QString, message);
        QJsonObject answers{{"name", "张三"}, {"idNumber", "11010519491231002X"}, {"kind", "new"}};
        for (auto it = change.begin(); it != change.end(); ++it)
            answers.insert(it.key(), it.value());
        const QList<FormFault> faults = read(own).validate(answers, {}, {});
        if (path.isEmpty()) {
            QVERIFY2(faults.isEmpty(),
                     faults.isEmpty() ? ""
                                      : qPrintable(faults.first().path + faults.first().message));
            return;
        }
        QVERIFY(faults.contains(FormFault{path, message}));
    }

    void cleansHiddenAnswers() {
        const QJsonObject answers{
            {"name", "张三"}, {"kind", "new"}, {"oldNumber", "123456"}, {"area", QJsonValue::Null}};
        const QJsonObject kept = read(own).cleaned(answers, {}, {});
        QVERIFY(!kept.contains("oldNumber"));
        QVERIFY(!kept.contains("area"));
        QVERIFY(kept.contains("name"));
    }

    void readsFormJs() {
        const Form form = read(sample("formjs.form.json"));
        QCOMPARE(form.id(), QString("f1"));
        QVERIFY(!rowOf(form.rows({{"sort", "a"}}, {}, {}), "count").visible);
        QVERIFY(rowOf(form.rows({{"sort", "b"}}, {}, {}), "count").visible);
        QCOMPARE(form.validate({{"name", "abcdef"}}, {}, {}).first().message,
                 QString("最多填写 5 个字，现有 6 个"));
        QVERIFY(form.validate(
                        {{"name", "abc"}, {"list", QJsonArray{QJsonObject{{"day", "2026-02-15"}}}}},
                        {}, {})
                    .isEmpty());
    }

    void refusesBadFiles_data() {
        QTest::addColumn<QString>("json");
        // Single quotes stand for double ones.
        const auto row = [](const char* name, const char* json) {
            QTest::newRow(name) << QString::fromLatin1(json).replace('\'', '"');
        };
        row("no json", "x");
        row("no schema", "{}");
        row("unknown keyword",
            "{'schema':{'type':'object','properties':{'a':{'type':'string','if':{}}}}}");
        row("unknown type", "{'schema':{'type':'object','properties':{'a':{'type':'null'}}}}");
        row("bad pattern",
            "{'schema':{'type':'object','properties':{'a':{'type':'string','pattern':'['}}}}");
        row("bad feel", "{'schema':{'type':'object','properties':{'a':{'type':'string'}}},"
                        "'layout':[{'field':'a','visible':'= 1 +'}]}");
        row("no such field", "{'schema':{'type':'object','properties':{}},'layout':['a']}");
        row("twice", "{'schema':{'type':'object','properties':{'a':{'type':'string'}}},"
                     "'layout':['a','a']}");
        row("required nothing", "{'schema':{'type':'object','properties':{},'required':['a']}}");
        row("unknown component", "{'components':[{'type':'rocket','key':'a'}]}");
        row("no key", "{'components':[{'type':'textfield'}]}");
        const QString inner = "{'type':'object','properties':{'a':";
        row("deep", qPrintable("{'schema':" + inner.repeated(20) + "{'type':'string'}" +
                               QString("}}").repeated(20) + "}"));
    }
    void refusesBadFiles() {
        QFETCH(QString, json);
        QVERIFY(!Form::read(json.toUtf8()).has_value());
    }

    void aCatastrophicPatternIsBounded() {
        const Form form = read(sample("pattern.form.json"));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!form.validate({{"a", QString(60, 'a') + "!"}}, {}, {}).isEmpty());
        QVERIFY(clock.elapsed() < 500);
    }
};

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
