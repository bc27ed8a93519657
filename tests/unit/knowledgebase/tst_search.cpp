// Finding: words, sounds, initials, slips, what is underlined, and files that are damaged.
#include "knowledgebase/knowledge_base.h"
#include "knowledgebase/vectors.h"

#include <QTest>
#include <random>

using namespace tongban::knowledgebase;

class TestSearch : public QObject {
    Q_OBJECT

private:
    static std::vector<Document> hall() {
        return {
            {"a",
             "居住证签注（延续）",
             "居住证每年签注一次，过期后功能中止，补办签注后恢复。",
             {},
             true},
            {"b", "居民身份证丢失补领", "身份证丢了，在大厅补领，可同时办临时身份证。", {}, true},
            {"c", "高龄老人津贴申请", "年满七十周岁的户籍老人按月领取津贴。", {}, true},
            {"d", "大厅开放时间", "周一至周五九点到十七点三十分，周六上午值班。", {"几点下班"}},
            {"e", "重庆银行网点合作", "与银行合作的社保卡网点。", {}},
            {"f", "不动产登记资料查询", "查本人名下有无房产。", {}, true},
        };
    }

    static std::shared_ptr<const SearchIndex> index() {
        auto bytes = buildIndex(hall());
        return bytes ? SearchIndex::fromBytes(*bytes).value_or(nullptr) : nullptr;
    }

    static QString firstFor(const QString& text) {
        const auto hits = index()->search(text);
        return hits.empty() ? QString() : hits.front().id;
    }

private Q_SLOTS:
    void theRightEntryComesFirst_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("renew") << "续居住证"
                               << "a";
        QTest::newRow("initials") << "jzz"
                                  << "a";
        QTest::newRow("expired") << "居住证过期了"
                                 << "a";
        QTest::newRow("pinyin") << "juzhuzheng"
                                << "a";
        QTest::newRow("pinyin with spaces") << "ju zhu zheng guo qi"
                                            << "a";
        QTest::newRow("homophones") << "居注证签住"
                                    << "a";
        QTest::newRow("fuzzy pinyin") << "juzuzen"
                                      << "a";
        QTest::newRow("full width") << "ＪＵＺＨＵＺＨＥＮＧ"
                                    << "a";
        QTest::newRow("traditional") << "身份證丟了"
                                     << "b";
        QTest::newRow("alias") << "你们几点下班"
                               << "d";
        QTest::newRow("polyphone") << "chongqingyinhang"
                                   << "e";
        QTest::newRow("one word inside") << "我名下有没有房产怎么查"
                                         << "f";
    }
    void theRightEntryComesFirst() {
        QFETCH(QString, text);
        QFETCH(QString, id);
        QCOMPARE(firstFor(text), id);
    }

    void nothingIsFoundForNothing() {
        for (const char* text :
             {"", " ", "？！", "\x01\x02", "🙂🙂", "....*\\[(", "'; DROP TABLE"})
            QVERIFY2(index()->search(QString::fromUtf8(text)).empty(), text);
    }

    void suggestionsComeByEveryKindOfTyping_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        QTest::newRow("characters") << "居住"
                                    << "a";
        QTest::newRow("inside") << "签注"
                                << "a";
        QTest::newRow("pinyin") << "gaoling"
                                << "c";
        QTest::newRow("half a syllable") << "juzhuzh"
                                         << "a";
        QTest::newRow("initials") << "gllr"
                                  << "c";
        QTest::newRow("fuzzy zh") << "jumingsenfenzeng"
                                  << "b";
        QTest::newRow("slip") << "buodongchan"
                              << "f";
        QTest::newRow("homophone") << "居助证"
                                   << "a";
        QTest::newRow("mixed") << "居住zheng"
                               << "a";
    }
    void suggestionsComeByEveryKindOfTyping() {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        const auto rows = index()->suggest(typed, 5);
        QCOMPARE(rows.empty() ? QString() : rows.front().id, id);
    }

    void itemsAreSuggestedBeforeArticles() {
        const auto rows = index()->suggest(QStringLiteral("d"), 8);
        QVERIFY(rows.size() >= 2);
        bool article = false;
        for (const Suggestion& row : rows) {
            QVERIFY2(!(article && row.item), "an item after an article");
            article = article || !row.item;
        }
    }

    void matchedCharactersAreMarked() {
        const auto hits = index()->search(QStringLiteral("续居住证"));
        QCOMPARE(hits.front().titleMatches, (std::vector<Span>{{0, 3}}));
        const auto heard = index()->search(QStringLiteral("juzhuzheng"));
        QCOMPARE(heard.front().titleMatches, (std::vector<Span>{{0, 3}}));
    }

    void theSameDocumentsGiveTheSameBytes() { QCOMPARE(*buildIndex(hall()), *buildIndex(hall())); }

    void twoDocumentsWithOneIdAreRefused() {
        auto documents = hall();
        documents.push_back(documents.front());
        QVERIFY(!buildIndex(documents));
    }

    void damagedFilesAreRefusedOrSearchedSafely() {
        const QByteArray good = *buildIndex(hall());
        QVERIFY(!SearchIndex::fromBytes(QByteArray()));
        QVERIFY(!SearchIndex::fromBytes(good.left(good.size() / 2)));
        std::mt19937 random(7); // fixed seed: the same damage in every run
        for (int i = 0; i < 400; ++i) {
            QByteArray bad = good;
            for (int j = 0; j < 3; ++j)
                bad[static_cast<qsizetype>(random() % static_cast<unsigned>(bad.size()))] =
                    static_cast<char>(random());
            const auto read = SearchIndex::fromBytes(bad);
            if (!read)
                continue;
            (void)(*read)->search(QStringLiteral("居住证过期了 juzhuzheng"));
            (void)(*read)->suggest(QStringLiteral("jzz"), 8);
        }
    }

    void vectorsAgreeOnEveryMachine() {
        std::mt19937 random(3);
        std::vector<std::int8_t> rows(96 * 50 + 7 * 50);
        for (auto& value : rows)
            value = static_cast<std::int8_t>(random());
        for (const size_t width : {96U, 103U, 7U}) {
            const std::span<const std::int8_t> query(rows.data() + 11, width);
            std::vector<float> one(20);
            std::vector<float> two(20);
            cosines(std::span(rows).first(width * 20), query, one);
            cosinesPortable(std::span(rows).first(width * 20), query, two);
            QCOMPARE(one, two);
        }
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
