// Entry files: what is read, what is refused with file and line, when an entry is in force.
#include "knowledgebase/entry_reader.h"
#include "knowledgebase/knowledge_base.h"

#include <QTest>

using namespace tongban::knowledgebase;

namespace {

const char good[] = R"(---
id: hall-hours
type: faq
title: 大厅几点开门
aliases: [几点上班, "周末开不开门"]
department: 政务服务中心
region: 440399
source:
  mark: D
  title: 示范区政务服务大厅服务规程
  issuer: 示范区政务服务中心
  published: 2026-01-05
effective_from: 2026-01-05
expires_on: 2026-12-31
status: published
version: 2
authors:
  - 甲
  - 乙
reviewer: 丙
---
大厅周一至周五开放。

## 周末 {#weekend}
周六上午值班。周日不开放。
)";

}

class TestEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEntryIsReadAndWrittenBack() {
        const auto entry = readEntry(good, "hours.md");
        QVERIFY2(entry.has_value(), entry ? "" : qPrintable(entry.error().detail));
        QCOMPARE(entry->id, QStringLiteral("hall-hours"));
        QCOMPARE(entry->aliases, (QStringList{"几点上班", "周末开不开门"}));
        QCOMPARE(entry->authors, (QStringList{"甲", "乙"}));
        QCOMPARE(entry->source.published, QDate(2026, 1, 5));
        QCOMPARE(entry->sections.size(), 2);
        QCOMPARE(entry->sections[1].anchor, QStringLiteral("weekend"));
        const auto again = readEntry(entryFile(*entry), "again.md");
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
        QCOMPARE(*again, *entry);
        QCOMPARE(*entryFromJson(toJson(*entry)), *entry);
    }

    void wrongFilesAreRefusedWithTheirName_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const QByteArray text(good);
        const auto with = [&](const char* from, const char* to) {
            return QByteArray(text).replace(from, to);
        };
        QTest::newRow("no head") << QByteArray("hello") << "x.md:";
        QTest::newRow("no end") << QByteArray("---\nid: a\n") << "no end";
        QTest::newRow("no id") << with("id: hall-hours\n", "") << "id";
        QTest::newRow("unknown field") << with("region:", "regoin:") << "regoin";
        QTest::newRow("twice") << with("region: 440399", "region: 440399\nregion: 1") << "x.md:8";
        QTest::newRow("no date") << with("2026-12-31", "2026-13-31") << "expires_on";
        QTest::newRow("no type") << with("type: faq", "type: fag") << "type";
        QTest::newRow("alias form") << with("type: faq", "type: *x") << "x.md:3";
        QTest::newRow("tab") << with("type: faq", "type:\tfaq") << "x.md:3";
        QTest::newRow("not text") << QByteArray("---\nid: \xff\xfe\n---\n") << "UTF-8";
        QTest::newRow("too large") << QByteArray(300 * 1024, 'a') << "larger";
        QTest::newRow("bad source") << with("mark: D", "mark: Z") << "mark";
    }
    void wrongFilesAreRefusedWithTheirName() {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const auto entry = readEntry(file, "x.md");
        QVERIFY(!entry);
        QVERIFY2(entry.error().detail.startsWith("x.md"), qPrintable(entry.error().detail));
        QVERIFY2(entry.error().detail.contains(says), qPrintable(entry.error().detail));
    }

    void anEntryEndsAtMidnightOfItsLastDay() {
        auto entry = *readEntry(good, "hours.md");
        QVERIFY(!isInForce(entry, QDate(2026, 1, 4)));
        QVERIFY(isInForce(entry, QDate(2026, 1, 5)));
        QVERIFY(isInForce(entry, QDate(2026, 12, 31)));
        QVERIFY(!isInForce(entry, QDate(2027, 1, 1)));
        entry.status = EntryStatus::Withdrawn;
        QVERIFY(!isInForce(entry, QDate(2026, 6, 1)));
    }

    void whatIsOverIsShownToStaffAloneWithItsSuccessor() {
        auto old = *readEntry(good, "hours.md");
        old.supersededBy = "hall-hours-2027";
        auto next = old;
        next.id = old.supersededBy;
        next.supersededBy.clear();
        next.effectiveFrom = QDate(2027, 1, 1);
        next.expiresOn = QDate(2027, 12, 31);
        const auto base = KnowledgeBase::fromEntries({old, next});
        QVERIFY(base.has_value());
        const auto ask = [&](QDate day, bool past) {
            return (*base)->search(QStringLiteral("大厅几点开门"), {day, {}, 5, past});
        };
        QCOMPARE(ask(QDate(2026, 12, 31), false).size(), size_t{1});
        QCOMPARE(ask(QDate(2026, 12, 31), false)[0].entry->id, old.id);
        QCOMPARE(ask(QDate(2027, 1, 1), false).size(), size_t{1});
        QCOMPARE(ask(QDate(2027, 1, 1), false)[0].entry->id, next.id);
        const auto staff = ask(QDate(2027, 1, 1), true);
        QCOMPARE(staff.size(), size_t{2});
        for (const Card& card : staff) {
            QCOMPARE(card.noLongerInForce, card.entry->id == old.id);
            if (card.noLongerInForce)
                QCOMPARE(card.successor->id, next.id);
        }
    }

    void theWindowIsCopiedFromTheEntry() {
        const auto base = KnowledgeBase::fromEntries({*readEntry(good, "hours.md")});
        const auto cards =
            (*base)->search(QStringLiteral("周日开放吗"), {QDate(2026, 6, 1), {}, 5, false});
        QCOMPARE(cards.size(), size_t{1});
        QCOMPARE(cards[0].passage, QStringLiteral("周六上午值班。周日不开放。"));
        QCOMPARE(cards[0].anchor, QStringLiteral("weekend"));
        QVERIFY(!cards[0].passageMatches.empty());
        QCOMPARE(cards[0].source,
                 QStringLiteral("示范区政务服务大厅服务规程 · 示范区政务服务中心 · 2026-01-05"));
    }
};

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"
