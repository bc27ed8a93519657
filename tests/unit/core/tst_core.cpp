// Results, ids, JSON paths, XML limits and redaction.
#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/json_reader.h"
#include "services/core/logging.h"
#include "services/core/result.h"
#include "services/core/xml_tree.h"

#include <QTest>

using namespace tongban;

class TestCore : public QObject {
    Q_OBJECT

    static Result<int> half(int n) {
        if (n % 2 != 0)
            return fail(FaultKind::Invalid, QStringLiteral("odd"));
        return n / 2;
    }
    static Result<int> quarter(int n) {
        TRY_ASSIGN(const int once, half(n));
        TRY_ASSIGN(const int twice, half(once));
        return twice;
    }

private Q_SLOTS:
    void faultsTravelUp() {
        QCOMPARE(quarter(8).value(), 2);
        QCOMPARE(quarter(6).error().kind, FaultKind::Invalid);
    }

    void uuidsAreOrderedAndUnique() {
        const Instant at = SystemClock().now();
        QSet<QString> seen;
        QString last;
        for (int i = 0; i < 20'000; ++i) {
            const QString id = newUuid7(at);
            QVERIFY(isUuid7(id));
            QVERIFY(id > last);
            last = id;
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 20'000);
    }

    void instantsRoundTrip() {
        const Instant at{std::chrono::milliseconds(1'795'000'000'123)};
        bool ok = false;
        QCOMPARE(fromIso(toIso(at), &ok), at);
        QVERIFY(ok);
        fromIso(QStringLiteral("yesterday"), &ok);
        QVERIFY(!ok);
    }

    void jsonFaultsNameThePath() {
        JsonReader reader(parseJsonObject(R"({"list":[{"name":"a"},{"name":3}]})").value());
        reader.each(QStringLiteral("list"),
                    [](JsonReader& e) { e.requiredText(QStringLiteral("name")); });
        QCOMPARE(reader.check().error().detail,
                 QStringLiteral("$.list[1].name: expected a string"));
    }

    void jsonLimits() {
        QVERIFY(!parseJson(QByteArray(100, '[')).has_value());
        QVERIFY(parseJson(QByteArray(10, '[') + QByteArray(10, ']')).has_value());
        QVERIFY(!parseJson("1,2").has_value());
        QVERIFY(!parseJson("1],[2").has_value());
        QCOMPARE(parseJson("\"x\"").value().toString(), QStringLiteral("x"));
    }

    void xmlRefusesWhatItShould_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("dtd") << QByteArray("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
                             << "document type";
        QTest::newRow("entity") << QByteArray("<a>&b;</a>") << "line 1";
        QTest::newRow("open") << QByteArray("<a><b></a>") << "line 1";
        QTest::newRow("empty") << QByteArray() << "line 1";
        QTest::newRow("deep") << QByteArray("<a>").repeated(200) << "nested deeper";
        QByteArray crowded;
        for (int i = 0; i < 20'000; ++i)
            crowded += " a" + QByteArray::number(i) + "='>'";
        QTest::newRow("crowded") << "<a" + crowded + "/>"
                                 << "attributes";
        const QString wide = QString::fromUtf8("<a" + crowded + "/>");
        QTest::newRow("crowded in UTF-16")
            << QByteArray("\xff\xfe") +
                   QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2)
            << "attributes";
        QTest::newRow("many") << "<r>" + QByteArray("<a/>").repeated(30'000) + "</r>"
                              << "more than";
    }
    void xmlRefusesWhatItShould() {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto tree = readXml(text);
        QVERIFY(!tree.has_value());
        QVERIFY2(tree.error().detail.contains(why), qPrintable(tree.error().detail));
    }

    void xmlTextMayHoldEqualsSigns() {
        const QByteArray signs = QByteArray("a=\"b\" ").repeated(1000);
        QVERIFY(readXml("<a>" + signs + "<!--" + signs + "--><![CDATA[<" + signs + "]]></a>")
                    .has_value());
    }

    void xmlKeepsNamespacesAndText() {
        const auto tree = readXml("<a xmlns='u' xmlns:z='v'><b z:k='1'>x<![CDATA[ y]]></b></a>");
        QVERIFY(tree.has_value());
        const XmlElement* b = tree->root->child(u"b");
        QVERIFY(b->is(u"u", u"b"));
        QCOMPARE(b->attribute(u"k", u"v"), QStringLiteral("1"));
        QCOMPARE(b->text, QStringLiteral("x y"));
    }

    void logsForgetPeople() {
        QCOMPARE(redacted(QStringLiteral("id 440399195805030024 tel 13800138000")),
                 QStringLiteral("id *** tel ***"));
    }
};

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
