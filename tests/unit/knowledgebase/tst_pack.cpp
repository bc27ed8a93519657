// Packs from content to kiosk: bindings, defects, signature, order of versions, going back, the
// gate, midnight without a network.
#include "knowledgebase/content.h"
#include "knowledgebase/pack.h"
#include "knowledgebase/regression.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::knowledgebase;

class TestPack : public QObject {
    Q_OBJECT

private:
    static void put(const QString& path, const QByteArray& text) {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QByteArray article(const QByteArray& id, const QByteArray& extra = {},
                              const QByteArray& body = "制发要 {{elements.days}} 天。") {
        return "---\nid: " + id + "\ntype: faq\ntitle: 居住证几天能拿到" + id +
               "\ndepartment: 公安分局\nregion: 440399\nitem_ref: permit\nsource:\n  mark: D\n"
               "  title: 规程\n  issuer: 中心\nexpires_on: 2026-12-31\nstatus: published\n"
               "authors: [甲]\nreviewer: 乙\n" +
               extra + "---\n" + body + "\n办好以后短信通知。\n";
    }

    static void item(const QString& folder, const QByteArray& days) {
        put(folder + "/items/permit/item.json",
            "{\"name\":\"居住证签注\",\"aliases\":[\"续居住证\"],\"summary\":\"续期。\","
            "\"package\":"
            "{\"version\":1},\"elements\":{\"dept_name\":\"公安分局\",\"by_law\":\"条例\",\"days\":"
            "\"" +
                days + "\"},\"fees\":[{\"id\":\"a\",\"stand\":\"免费\"}]}");
    }

    static QStringList defectsIn(const QString& folder) {
        auto read = readContent(folder + "/articles", folder + "/items");
        QStringList lines;
        for (const Defect& defect : read->defects + defectsOf(read->content, QDate(2026, 6, 1)))
            lines.append(defect.place + ": " + defect.what);
        return lines;
    }

    static QList<Entry> entriesOf(const QString& folder) {
        return *boundEntries(readContent(folder + "/articles", folder + "/items")->content);
    }

    static QByteArray packOf(const QList<Entry>& entries, int version,
                             const crypto::PrivateKey& key) {
        PackManifest manifest;
        manifest.version = version;
        manifest.day = QDate(2026, 6, 1);
        return *makePack(entries, nullptr, {}, manifest, key);
    }

private Q_SLOTS:
    void aChangedItemChangesTheAnswer() {
        QTemporaryDir folder;
        put(folder.path() + "/articles/a.md", article("a"));
        item(folder.path(), "15");
        QCOMPARE(defectsIn(folder.path()), QStringList());
        QVERIFY(entriesOf(folder.path()).last().sections[0].text.startsWith("制发要 15 天"));
        item(folder.path(), "7");
        QVERIFY(entriesOf(folder.path()).last().sections[0].text.startsWith("制发要 7 天"));
    }

    void defectsNameFileAndField_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("broken binding")
            << article("a", {}, "收 {{fees.b.stand}}。") << "a.md:body: {{fees.b.stand}}";
        QTest::newRow("no such item")
            << article("a", {}, "收 {{other:fees.a.stand}}。") << "there is no item “other”";
        QTest::newRow("author reviews") << article("a").replace("reviewer: 乙", "reviewer: 甲")
                                        << "a.md:reviewer: the author may not review";
        QTest::newRow("no reviewer")
            << article("a").replace("reviewer: 乙\n", "") << "a.md:reviewer";
        QTest::newRow("no owner") << article("a").replace("department: 公安分局\n", "")
                                  << "a.md:department";
        QTest::newRow("no end") << article("a").replace("expires_on: 2026-12-31\n", "")
                                << "a.md:expires_on";
        QTest::newRow("policy without number")
            << article("a").replace("type: faq", "type: policy") << "a.md:source: a policy";
        QTest::newRow("law without clause")
            << article("a").replace("mark: D", "mark: L") << "a.md:source.clause";
        QTest::newRow("example unmarked")
            << article("a").replace("mark: D", "mark: M") << "does not say 示例";
        QTest::newRow("alias taken") << article("a", "aliases: [续居住证]\n", "每年签注一次。")
                                            .replace("item_ref: permit\n", "")
                                     << "already leads to";
        QTest::newRow("unreadable") << QByteArray("x") << "a.md: a.md: 1: the head";
    }
    void defectsNameFileAndField() {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        QTemporaryDir folder;
        item(folder.path(), "15");
        put(folder.path() + "/articles/a.md", file);
        const QString all = defectsIn(folder.path()).join("\n");
        QVERIFY2(all.contains(says), qPrintable(all));
    }

    void aPackIsTheSameEachTimeAndOpensForThoseWhoTrustItsKey() {
        QTemporaryDir folder;
        item(folder.path(), "15");
        put(folder.path() + "/articles/a.md", article("a"));
        put(folder.path() + "/articles/outside.txt", "# none of ours\n今天天气怎么样\n");
        const auto key = *crypto::PrivateKey::generate(crypto::Algorithm::Ed25519);
        const auto other = *crypto::PrivateKey::generate(crypto::Algorithm::Ed25519);
        const QList<Entry> entries = entriesOf(folder.path());
        const QByteArray bytes = packOf(entries, 3, key);
        QCOMPARE(packOf(entries, 3, key), bytes);
        const auto pack = openPack(bytes, {key.publicKey()});
        QVERIFY(pack.has_value());
        QCOMPARE(pack->manifest.version, 3);
        QCOMPARE(pack->base->entries().size(), 3);
        const AskOptions today{QDate(2026, 6, 1), {}, 5, false};
        QCOMPARE(pack->base->answer(u"今天天气怎么样呢", today).kind, AnswerKind::Unknown);
        for (const Card& card : pack->base->search(u"今天天气怎么样", today))
            QVERIFY(card.entry->type != EntryType::Outside);
        QCOMPARE(openPack(bytes, {other.publicKey()}).error().kind, FaultKind::Crypto);
        int accepted = 0; // padding between sections is the only place a change may not show
        for (qsizetype i = 0; i < bytes.size(); i += 97) {
            QByteArray bad = bytes;
            bad[i] = static_cast<char>(bad[i] ^ 1);
            if (const auto read = openPack(bad, {key.publicKey()})) {
                ++accepted;
                QCOMPARE(*read->base->entries().last(), *pack->base->entries().last());
            }
        }
        QVERIFY(accepted < bytes.size() / 97 / 2);
    }

    void aShelfRefusesOldPacksAndGoesBack() {
        QTemporaryDir folder;
        item(folder.path(), "15");
        put(folder.path() + "/articles/a.md", article("a"));
        const auto key = *crypto::PrivateKey::generate(crypto::Algorithm::Ed25519);
        const QList<Entry> entries = entriesOf(folder.path());
        PackShelf shelf(folder.path() + "/shelf", {key.publicKey()});
        QVERIFY(!shelf.current());
        QVERIFY(shelf.install(packOf(entries, 1, key)).has_value());
        QVERIFY(shelf.install(packOf(entries, 2, key)).has_value());
        QCOMPARE(shelf.install(packOf(entries, 2, key)).error().kind, FaultKind::Conflict);
        QCOMPARE(shelf.install(packOf(entries, 1, key)).error().kind, FaultKind::Conflict);
        QVERIFY(!shelf.install("nonsense"));
        QCOMPARE(shelf.current()->manifest.version, 2);
        QVERIFY(shelf.rollBack().has_value());
        QCOMPARE(shelf.current()->manifest.version, 1);
        // A damaged pack in use: the one before it is opened instead.
        QVERIFY(shelf.install(packOf(entries, 4, key)).has_value());
        put(folder.path() + "/shelf/current.tbkb", "damaged");
        QCOMPARE(shelf.current()->manifest.version, 1);
    }

    void theGateRefusesAFallOfMoreThanHalfAPoint() {
        RegressionReport report;
        report.topFive = 0.900;
        report.rare = report.typo = report.pinyin = 0.8;
        QCOMPARE(falls(report, toJson(report)), QStringList());
        RegressionReport before = report;
        before.topFive = 0.905;
        QCOMPARE(falls(report, toJson(before)), QStringList());
        before.topFive = 0.906;
        before.pinyin = 0.9;
        QCOMPARE(falls(report, toJson(before)).size(), 2);
    }

    void copiesOfQuestionsAreTheSameEachTime() {
        const QString text = QStringLiteral("居住证过期了怎么办理延续手续");
        QCOMPARE(withHomophones(text), withHomophones(text));
        QVERIFY(withHomophones(text) != text);
        QCOMPARE(inPinyin(QStringLiteral("居住证")), QStringLiteral("juzhuzheng"));
    }

    void theStarterContentIsWithoutDefectAndEveryAnswerHasASource() {
        const QString root = QStringLiteral(TONGBAN_SOURCE_DIR "/resources");
        const auto read = readContent(root + "/articles", root + "/items");
        QVERIFY(read.has_value());
        for (const Defect& defect : read->defects + defectsOf(read->content, QDate(2026, 11, 24)))
            QVERIFY2(!defect.blocks, qPrintable(defect.place + ": " + defect.what));
        QVERIFY(read->content.entries.size() >= 150);
        QVERIFY(read->content.questions.size() >= 300);
        const QList<Entry> entries = *boundEntries(read->content);
        for (const Entry& entry : entries)
            QVERIFY2(entry.type == EntryType::Outside || !sourceLine(entry).trimmed().isEmpty(),
                     qPrintable(entry.id));
        const auto base = KnowledgeBase::fromEntries(entries, nullptr, read->content.everyday);
        QVERIFY(base.has_value());
        for (const char* text : {"续居住证", "jzz", "居住证过期了", "juzhuzheng"}) {
            const auto cards =
                (*base)->search(QString::fromUtf8(text), {QDate(2026, 11, 24), {}, 5, false});
            QVERIFY2(!cards.empty() && cards.front().entry->id == "residence-permit", text);
        }
        const auto report = measure(**base, read->content.questions, QDate(2026, 11, 24));
        QVERIFY2(report.topThree >= 0.90, qPrintable(QString::number(report.topThree)));
        QVERIFY2(report.refused >= 0.88, qPrintable(QString::number(report.refused)));
    }
};

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
