// A thousand hostile packages: broken, huge, deep, misleading. Each is refused or judged; none
// takes long.
#include "services/catalog/item_package.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestHostile : public QObject {
    Q_OBJECT

    PackageFiles m_good;
    QRandomGenerator m_random{20260909};

    QByteArray damaged(QByteArray content) {
        const int kinds = 8;
        switch (m_random.bounded(kinds)) {
        case 0: // cut
            return content.left(m_random.bounded(static_cast<int>(content.size()) + 1));
        case 1: // flipped bytes
            for (int i = 0; i < 20 && !content.isEmpty(); ++i)
                content[m_random.bounded(static_cast<int>(content.size()))] =
                    static_cast<char>(m_random.bounded(256));
            return content;
        case 2: // deep
            return QByteArray(m_random.bounded(100'000), '[');
        case 3: // deep and closed
            return "{\"questions\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";
        case 4: // deep XML with a DTD
            return "<!DOCTYPE a [<!ENTITY b \"" + QByteArray(1000, 'x') + "\">]><a>" +
                   QByteArray("<a>").repeated(2000);
        case 5: // long
            return content + QByteArray(m_random.bounded(300'000), ' ');
        case 6: // wrong types
            return content.replace("[", "{\"x\":[").replace("]", "]}");
        default: // a pattern that explodes
            return content.replace("\"type\": \"string\"",
                                   "\"type\": \"string\", \"pattern\": \"^(a+)+$\"");
        }
    }

private Q_SLOTS:
    void initTestCase() {
        m_good =
            readPackageFolder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/elder-allowance"))
                .value();
    }

    void aThousandBrokenPackagesEndQuickly() {
        const QStringList paths = m_good.keys();
        int refused = 0;
        qint64 slowest = 0;
        for (int i = 0; i < 1000; ++i) {
            PackageFiles files = m_good;
            const int hits = 1 + m_random.bounded(3);
            for (int n = 0; n < hits; ++n) {
                const QString path = paths[m_random.bounded(static_cast<int>(paths.size()))];
                files[path] = damaged(files[path]);
            }
            QElapsedTimer clock;
            clock.start();
            const auto package = ItemPackage::read(files);
            if (!package)
                ++refused;
            else
                (void)package->guide.outline({{"who", {"self"}}}, {}, QDate(2026, 9, 9));
            slowest = qMax(slowest, clock.elapsed());
        }
        QVERIFY(refused > 300);
        QVERIFY2(slowest < 500, qPrintable(QString::number(slowest)));
    }

    void brokenArchivesAreRefused() {
        const QByteArray archive = packArchive(m_good);
        for (int i = 0; i < 1000; ++i) {
            QByteArray changed = archive;
            const int hits = 1 + m_random.bounded(5);
            for (int n = 0; n < hits; ++n)
                changed[m_random.bounded(static_cast<int>(changed.size()))] =
                    static_cast<char>(m_random.bounded(256));
            const auto files = unpackArchive(changed);
            // Either refused, or exactly what these bytes say: nothing is guessed.
            QVERIFY(!files || packArchive(*files) == changed);
        }
    }

    void namesThatLeaveTheFolderAreRefused() {
        const PackageFiles files{{"../../etc/passwd", "x"}};
        QVERIFY(!unpackArchive(packArchive(files)));
        PackageFiles many;
        for (int i = 0; i < 100; ++i)
            many.insert(QStringLiteral("f%1.json").arg(i), "{}");
        QVERIFY(!unpackArchive(packArchive(many)));
        QVERIFY(!unpackArchive(
            "TONGBAN-PACKAGE 1\n{\"files\":[{\"path\":\"a\",\"size\":1e18,\"sha256\":\"\"}]}\n"));
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
