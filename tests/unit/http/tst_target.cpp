// Strict parsing of request targets, and the choice of a route.
#include "services/http/router.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::http;

class TargetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goodTargets_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("query");
        QTest::newRow("root") << QByteArray("/") << "/"
                              << "";
        QTest::newRow("plain") << QByteArray("/v1/tasks") << "/v1/tasks"
                               << "";
        QTest::newRow("query") << QByteArray("/a?x=1&y=%E5%B1%85+%E4%BD%8F") << "/a"
                               << "x=1;y=居 住;";
        QTest::newRow("escaped") << QByteArray("/%E6%B0%B4") << "/水"
                                 << "";
        QTest::newRow("flag") << QByteArray("/a?x") << "/a"
                              << "x=;";
    }
    void goodTargets() {
        QFETCH(QByteArray, text);
        const auto target = parseTarget(text);
        QVERIFY(target.has_value());
        QTEST(target->path(), "path");
        QString query;
        for (const auto& [name, value] : target->query)
            query += name + "=" + value + ";";
        QTEST(query, "query");
    }

    void badTargets_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArrayList bad{"",           "a",           "http://x/",  "/a//b",  "/a/",
                                 "/a/../b",    "/./a",        "/%2e%2e/a",  "/a%2fb", "/a%5cb",
                                 "/a%00",      "/a%0d%0aX:1", "/a%",        "/a%1",   "/a%zz",
                                 "/a%ff",      "/a#b",        "/a?x=1&x=2", "/a?=1",  "/a?x=%0a",
                                 "/%C0%AFetc", "//",          "/a?x=%",     "/\x7f"};
        for (const QByteArray& text : bad)
            QTest::newRow(text.toPercentEncoding().constData()) << text;
        QTest::newRow("long") << QByteArray("/" + QByteArray(2048, 'a'));
        QByteArray many = "/a?";
        for (int i = 0; i < 40; ++i)
            many += "p" + QByteArray::number(i) + "=1&";
        QTest::newRow("many parameters") << many;
    }
    void badTargets() {
        QFETCH(QByteArray, text);
        QVERIFY(!parseTarget(text).has_value());
    }

    void numbersInAQueryAreDigitsWithinBounds() {
        const auto target = parseTarget("/a?n=12&m=-1&big=99999999999999999999&w=1e3");
        QCOMPARE(target->queryNumber("n", 5, 0, 20).value(), 12);
        QCOMPARE(target->queryNumber("absent", 5, 0, 20).value(), 5);
        QVERIFY(!target->queryNumber("n", 5, 0, 11).has_value());
        for (const char* name : {"m", "big", "w"})
            QVERIFY(!target->queryNumber(name, 5, 0, 1000).has_value());
    }

    void theMostFixedRouteWins() {
        Router router;
        const Action nothing = [](const Request&, const Responder&) {};
        router.add(Method::Get, "/v1/cases/{id}", nothing)
            .add(Method::Get, "/v1/cases/open", nothing)
            .add(Method::Put, "/v1/cases/{id}", nothing)
            .add(Method::Get, "/1{token}", nothing)
            .add(Method::Get, "/1{token}/state.json", nothing);
        QCOMPARE(router.match(Method::Get, {"v1", "cases", "open"}).route->pattern,
                 QString("/v1/cases/open"));
        const auto match = router.match(Method::Get, {"v1", "cases", "77"});
        QCOMPARE(match.parameters.value("id"), QString("77"));
        QCOMPARE(router.match(Method::Get, {"1ABC"}).parameters.value("token"), QString("ABC"));
        QCOMPARE(router.match(Method::Get, {"1ABC", "state.json"}).parameters.value("token"),
                 QString("ABC"));
        QVERIFY(router.match(Method::Get, {"1"}).route == nullptr);
        QVERIFY(router.match(Method::Get, {"2ABC"}).allowed.isEmpty());
        const auto wrongMethod = router.match(Method::Delete, {"v1", "cases", "77"});
        QVERIFY(wrongMethod.route == nullptr);
        QCOMPARE(wrongMethod.allowed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TargetTest)
#include "tst_target.moc"
