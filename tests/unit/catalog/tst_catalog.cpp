// Installed items found by what people type.
#include "services/catalog/catalog.h"

#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestCatalog : public QObject {
    Q_OBJECT

    Catalog m_catalog;

private Q_SLOTS:
    void initTestCase() {
        QStringList faults;
        m_catalog = Catalog::open(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"),
                                  QDate(2026, 9, 9), &faults);
        QCOMPARE(faults, QStringList());
        QVERIFY(!m_catalog.entries().isEmpty());
        if (!Pinyin::load())
            QSKIP("rime-data-pinyin-simp is not installed");
    }

    void whatPeopleTypeFindsTheItem_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        for (const char* typed :
             {"居住证", "续居住证", "居住证过期了", "jzz", "juzhuzheng", "juzhuz", "jzzqz",
              "居主证", "我的居住证丢了", "暂住证", "juzuzheng", "JZZ", "居 住 证"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << "residence-permit";
    }
    void whatPeopleTypeFindsTheItem() {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        const QList<CatalogHit> hits = m_catalog.find(typed);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().entry.id, id);
    }

    void whatIsNotThereIsNotFound_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"", "   ", "qwertyuiop", "天气预报", "！？", "x"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void whatIsNotThereIsNotFound() {
        QFETCH(QString, typed);
        QVERIFY(m_catalog.find(typed).isEmpty());
    }

    void pinyinKnowsWordsWithSeveralReadings() {
        const Pinyin pinyin = Pinyin::load().value();
        QCOMPARE(pinyin.full(QStringLiteral("银行")), QStringLiteral("yinhang"));
        QCOMPARE(pinyin.full(QStringLiteral("重庆")), QStringLiteral("chongqing"));
        QCOMPARE(pinyin.initials(QStringLiteral("居住证A")), QStringLiteral("jzza"));
        QVERIFY(!Pinyin::load(QStringLiteral("/no/such/file")));
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
