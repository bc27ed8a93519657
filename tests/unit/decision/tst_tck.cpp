// The development part of the DMN TCK, where it is at hand, and the format of its test cases.
#include "services/decision/tck.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::decision;

class TestTck : public QObject {
    Q_OBJECT

    static QByteArray bytes(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    struct Total {
        int passed = 0;
        int all = 0;
        double share() const { return all == 0 ? 0 : 100.0 * passed / all; }
    };
    static void runFolder(const QDir& folder, Total& all, Total& values) {
        QList<QByteArray> models;
        for (const QString& name : folder.entryList({"*.dmn"}, QDir::Files))
            models.append(bytes(folder.filePath(name)));
        for (const QString& name : folder.entryList({"*.xml"}, QDir::Files)) {
            const auto cases = readTestCases(bytes(folder.filePath(name)));
            QVERIFY2(cases.has_value(), qPrintable(name));
            const QByteArray xml = bytes(folder.filePath(cases->modelName));
            QList<QByteArray> others = models;
            others.removeOne(xml);
            const auto model = read(xml, others);
            for (const TestCase& testCase : cases->cases) {
                const bool pass = model.has_value() && decision::run(*model, testCase).isEmpty();
                all.all += 1;
                all.passed += pass ? 1 : 0;
                values.all += testCase.expectsValue() ? 1 : 0;
                values.passed += testCase.expectsValue() && pass ? 1 : 0;
            }
        }
    }

private Q_SLOTS:
    void casesAreReadAndCompared() {
        const auto file = readTestCases(
            "<tc:testCases xmlns:tc=\"urn:t\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            "<tc:modelName>m.dmn</tc:modelName><tc:testCase id=\"1\"><tc:inputNode "
            "name=\"a\"><tc:value xsi:type=\"xsd:decimal\">1.5</tc:value></tc:inputNode>"
            "<tc:resultNode name=\"r\"><tc:expected><tc:list><tc:item><tc:component "
            "name=\"x\"><tc:value "
            "xsi:type=\"xsd:date\">2026-01-01</tc:value></tc:component></tc:item>"
            "<tc:item><tc:value "
            "xsi:nil=\"true\"/></tc:item></tc:list></tc:expected></tc:resultNode></tc:testCase></"
            "tc:testCases>");
        QVERIFY(file.has_value());
        QCOMPARE(file->modelName, "m.dmn");
        QCOMPARE(file->cases.first().inputs.value(u"a").text(), "1.5");
        QCOMPARE(file->cases.first().results.first().value.text(), "[{x: 2026-01-01}, null]");
        QVERIFY(file->cases.first().expectsValue());
        const auto number = [](const char* text) {
            return feel::Value(*feel::Decimal::parse(QString::fromUtf8(text)));
        };
        QVERIFY(matches(number("0.333333333"), number("0.3333333331")));
        QVERIFY(!matches(number("0.3333"), number("0.3334")));
        QVERIFY(!matches(feel::Value(), feel::Value(false)));
    }

    void theDevelopmentPartPasses() {
        const QString shared =
            qEnvironmentVariable("TONGBAN_SHARED", QStringLiteral(TONGBAN_SOURCE_DIR "/../shared"));
        const QDir suite(shared + "/suites/dmn-tck");
        if (!suite.exists())
            QSKIP("the DMN TCK is not beside this project (set TONGBAN_SHARED)");
        Total level2, level2Values, level3, level3Values;
        for (const QFileInfo& folder : QDir(suite.filePath("compliance-level-2"))
                                           .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            runFolder(QDir(folder.filePath()), level2, level2Values);
        for (const QFileInfo& folder : QDir(suite.filePath("compliance-level-3"))
                                           .entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            runFolder(QDir(folder.filePath()), level3, level3Values);
        QVERIFY(level2.all > 0 && level3.all > 0);
        QCOMPARE(level2.passed, level2.all);
        QVERIFY2(level3.share() >= 97, qPrintable(QString::number(level3.share())));
        QVERIFY2(level3Values.share() >= 97, qPrintable(QString::number(level3Values.share())));
    }
};

QTEST_GUILESS_MAIN(TestTck)
#include "tst_tck.moc"
