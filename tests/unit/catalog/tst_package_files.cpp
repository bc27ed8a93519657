// The files of a package: one digest, one archive, and the tricks that are refused.
#include "services/catalog/item_package.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestPackageFiles : public QObject {
    Q_OBJECT

    static void put(const QString& path, const QByteArray& content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void oddPathsAreRefused_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("good");
        QTest::newRow("file") << "item.json" << true;
        QTest::newRow("folder") << "forms/application.json" << true;
        QTest::newRow("locale") << "texts/zh_TW.json" << true;
        QTest::newRow("up") << "../item.json" << false;
        QTest::newRow("middle") << "forms/../../x" << false;
        QTest::newRow("absolute") << "/etc/passwd" << false;
        QTest::newRow("drive") << "c:\\x" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("hidden") << ".git" << false;
        QTest::newRow("null") << QString::fromUtf8("a\0b", 3) << false;
        QTest::newRow("line feed") << "item.json\n" << false;
        QTest::newRow("chinese") << QString::fromUtf8("材料.json") << false;
        QTest::newRow("deep") << "a/b/c/d/e" << false;
        QTest::newRow("long") << QString(200, 'a') << false;
    }
    void oddPathsAreRefused() {
        QFETCH(QString, path);
        QFETCH(bool, good);
        QCOMPARE(checkPackagePath(path).has_value(), good);
    }

    void anArchiveGivesBackTheSameFiles() {
        const PackageFiles files{{"item.json", "{}"}, {"forms/a.json", "[]"}};
        const QByteArray archive = packArchive(files);
        QCOMPARE(unpackArchive(archive).value(), files);
        QCOMPARE(packArchive(files), archive);
        QCOMPARE(digestOf(files).size(), 64);
    }

    void everyChangedByteOfAnArchiveIsNoticed() {
        const PackageFiles files{{"item.json", "{\"a\":1}"}, {"forms/a.json", "[]"}};
        const QByteArray archive = packArchive(files);
        for (int i = 0; i < archive.size(); ++i) {
            QByteArray changed = archive;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            const auto got = unpackArchive(changed);
            QVERIFY2(!got || *got != files, qPrintable(QString::number(i)));
            QVERIFY(!unpackArchive(archive.left(i)));
        }
        QVERIFY(!unpackArchive(archive + "x"));
    }

    void aFolderWithALinkOrTooMuchIsRefused() {
        QTemporaryDir dir;
        put(dir.filePath("item.json"), "{}");
        QVERIFY(readPackageFolder(dir.path()));
        QVERIFY(!readPackageFolder(dir.path(), {.bytes = 1}));
        QVERIFY(!readPackageFolder(dir.path(), {.fileBytes = 1}));
        QVERIFY(QFile::link("/etc/hostname", dir.filePath("hostname")));
        QVERIFY(!readPackageFolder(dir.path()));
        QVERIFY(!readPackageFolder("/no/such/folder"));
    }

    void aMissingOrBrokenFileIsNamed() {
        QVERIFY(ItemPackage::read({}).error().detail.startsWith("item.json"));
        const auto good = readPackageFolder(
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/residence-permit"));
        QVERIFY(good);
        PackageFiles files = *good;
        files["materials.json"] = "{\"materials\":[{\"id\":\"a\"}]}";
        QVERIFY(ItemPackage::read(files).error().detail.contains("materials.json"));
    }
};

QTEST_GUILESS_MAIN(TestPackageFiles)
#include "tst_package_files.moc"
