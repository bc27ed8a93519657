// Values as C++ sees them: JSON in and out, sharing, equality, names collected from inputs.
#include "services/feel/expression.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tongban::feel;

class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrips() {
        const QJsonObject object =
            QJsonDocument::fromJson(R"({"a": 0.1, "b": 9007199254740993, "c": [true, null, "文"],
                                                              "d": {"e": -1.5e-3}})")
                .object();
        const Context context = contextFromJson(object);
        QCOMPARE(context.value(u"a"), Value(*Decimal::parse(u"0.1")));
        QCOMPARE(context.value(u"b").number().text(), "9007199254740993");
        QCOMPARE(toJson(Value(context)).toObject(), object);
    }

    void temporalValuesBecomeText() {
        const auto json = [](const char* source) {
            return toJson(evaluate(*compile(QString::fromUtf8(source)), {}, {}).value);
        };
        QCOMPARE(json("@\"2026-11-24\""), QJsonValue("2026-11-24"));
        QCOMPARE(json("@\"P1DT2H\""), QJsonValue("P1DT2H"));
        QCOMPARE(json("function(x) x"), QJsonValue(QJsonValue::Null));
        QCOMPARE(json("[@\"10:00:00+08:00\"]").toArray().first(), QJsonValue("10:00:00+08:00"));
    }

    void contextsShareUntilTheyChange() {
        Context one{{"x", Value(1)}, {"y", Value(2)}};
        Context two = one;
        two.insert("x", Value(3));
        QCOMPARE(one.value(u"x"), Value(1));
        QCOMPARE(two.value(u"x"), Value(3));
        QCOMPARE(two.entries().front().name, "x"); // replaced in place
        QVERIFY(one.value(u"absent").isNull());
        QVERIFY(one.find(u"absent") == nullptr);
    }

    void largeContextsFindByIndex() {
        Context context;
        for (int i = 0; i < 500; ++i)
            context.insert("k" + QString::number(i), Value(i));
        context.insert("k77", Value(-1));
        QCOMPARE(context.size(), 500);
        QCOMPARE(context.value(u"k77"), Value(-1));
        QCOMPARE(context.value(u"k499"), Value(499));
        QVERIFY(!context.contains(u"k500"));
    }

    void equalityIsByContent() {
        QCOMPARE(Value::list({Value(1), Value(QString("a"))}),
                 Value::list({Value(1), Value(QString("a"))}));
        QVERIFY(!(Value(1) == Value(QString("1"))));
        QVERIFY(equal(Value(), Value()).value());
        QVERIFY(!equal(Value(1), Value(true)).has_value());
        QVERIFY(!compare(Value(1), Value()).has_value());
        const Range open{{}, Value(10), false, false};
        QVERIFY(contains(open, Value(9)).value());
        QVERIFY(!contains(open, Value(10)).value());
    }

    void valuesAreSmallAndShared() {
        QCOMPARE(sizeof(Value), size_t(16));
        const Value text(QString(1000, 'x'));
        const Value copy = text;
        QCOMPARE(static_cast<const void*>(&text.string()),
                 static_cast<const void*>(&copy.string()));
        QVERIFY(text.weight() > 2000);
        QCOMPARE(Value::list({Value::list({})}).depth(), 2);
    }

    void namesComeFromInputs() {
        const Context context = contextFromJson(
            QJsonDocument::fromJson(
                R"({"first name": 1, "people": [{"last name": 2, "home": {"post code": 3}}]})")
                .object());
        const Names names = namesOf(context);
        QCOMPARE(names.variables, (QStringList{"first name", "people"}));
        QCOMPARE(names.members, (QStringList{"home", "last name", "post code"}));
    }

    void typesConvert() {
        const TypeRef numbers = Type::listOf(Type::of(Kind::Number));
        QCOMPARE(converted(Value(1), numbers)->text(), "[1]");
        QCOMPARE(converted(Value::list({Value(1)}), Type::of(Kind::Number))->text(), "1");
        QVERIFY(!converted(Value(QString("a")), Type::of(Kind::Number)).has_value());
        QVERIFY(converted(Value(), numbers)->isNull());
        QCOMPARE(converted(Value(Date{2026, 1, 1}), Type::of(Kind::DateTime))->text(),
                 "2026-01-01T00:00:00Z");
        QCOMPARE(textOf(*parseType(u"list<context<a: number>>", {})), "list<context>");
        QVERIFY(!parseType(u"numbers", {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
