// The log of unanswered questions: masked, sealed, forgotten after 30 days, clustered.
#include "knowledgebase/masking.h"
#include "knowledgebase/unanswered_log.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::knowledgebase;

class TestUnanswered : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void personsAreMasked_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("id number") << "证号44039919900101123X能办吗"
                                   << "证号〔号码〕能办吗";
        QTest::newRow("phone") << "打138 0000 0000没人接"
                               << "打〔号码〕没人接";
        QTest::newRow("name") << "我叫张三想办证"
                              << "我叫〔姓名〕想办证";
        QTest::newRow("plate") << "粤B12345的车"
                               << "〔车牌〕的车";
        QTest::newRow("mail") << "发到 a.b@example.cn 行吗"
                              << "发到 〔邮箱〕 行吗";
        QTest::newRow("room") << "住在3栋1201"
                              << "住在〔地址〕";
        QTest::newRow("plain") << "居住证2026年到期"
                               << "居住证2026年到期";
    }
    void personsAreMasked() {
        QFETCH(QString, text);
        QTEST(masked(text), "kept");
    }

    void onlyWhatThreeSessionsAskLeaves() {
        QTemporaryDir folder;
        auto database = *storage::Database::open(folder.path() + "/log.db");
        const auto vault = *crypto::Vault::open(folder.path() + "/key", crypto::Suite::Intl, "m");
        auto log = *UnansweredLog::open(database, vault);
        const Instant start{std::chrono::milliseconds(1'790'000'000'000)};
        const auto ask = [&](const char* session, const char* text, Instant at) {
            QVERIFY(log.record(QString::fromUtf8(session), QString::fromUtf8(text),
                               AskOutcome::Left, at)
                        .has_value());
        };
        ask("a", "电动车上牌在哪办", start);
        ask("b", "电动车上牌在哪里办", start);
        ask("b", "电动车上牌哪办", start);
        ask("a", "我叫李四想问养狗证", start);
        QCOMPARE(log.clusters()->size(), 0);
        QCOMPARE(log.clusters(2)->size(), 1);
        ask("c", "电动车上牌在哪办", start + std::chrono::days(20));
        const auto clusters = *log.clusters();
        QCOMPARE(clusters.size(), 1);
        QCOMPARE(clusters[0].sessions, 3);
        QCOMPARE(clusters[0].variants.size(), 3);
        // Nothing readable lies on the disk.
        QVERIFY(database.execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).has_value());
        QFile file(folder.path() + "/log.db");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray disk = file.readAll();
        QVERIFY(disk.size() > 0);
        QVERIFY(!disk.contains(QByteArray("电动车")));
        QCOMPARE(*log.forget(start + std::chrono::days(31)), 4);
        QCOMPARE(log.clusters()->size(), 0);
        QCOMPARE(log.clusters(1)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestUnanswered)
#include "tst_unanswered.moc"
