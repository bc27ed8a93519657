// National tables both ways, code dialects both ways, the real catalogue, versions compared, the
// take-away list.
#include "services/catalog/catalog.h"
#include "services/catalog/catalogue_import.h"
#include "services/catalog/checklist.h"
#include "services/catalog/code_mapping.h"
#include "services/catalog/national_table.h"
#include "services/catalog/package_diff.h"
#include "services/core/json_reader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestTables : public QObject {
    Q_OBJECT

    const QString m_items = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items");

private Q_SLOTS:
    void everyItemGoesOutAndComesBackByteForByte() {
        for (const QString& folder : QDir(m_items).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const auto package = loadPackage(m_items + '/' + folder);
            QVERIFY(package);
            const QByteArray out = canonicalJson(exportItem(*package).value());
            const auto back = importItem(out);
            QVERIFY(back);
            QStringList faults;
            for (const FieldFault& fault : back->faults)
                faults << folder + ' ' + fault.field + ": " + fault.message;
            QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
            QCOMPARE(exportAgain(*back), out);
            QCOMPARE(back->elements, package->item().elements);
            QVERIFY(!back->conditions.isEmpty());
        }
    }

    void aBrokenRowIsReportedByField() {
        const auto package = loadPackage(m_items + "/residence-permit");
        QJsonObject tables = exportItem(*package).value();
        QJsonArray materials = tables["up_task_general_material"].toArray();
        QJsonObject row = materials[0].toObject();
        row["material_type"] = "9";
        row["colour"] = "red";
        row.remove("accept_stand");
        materials[0] = row;
        tables["up_task_general_material"] = materials;
        QStringList fields;
        const ImportedItem broken = importItem(canonicalJson(tables)).value();
        for (const FieldFault& fault : broken.faults)
            fields << fault.field;
        QVERIFY(fields.contains("up_task_general_material[0].material_type"));
        QVERIFY(fields.contains("up_task_general_material[0].colour"));
        QVERIFY(fields.contains("up_task_general_material[0].accept_stand"));
        QCOMPARE(fields.size(), 3);
    }

    void codesGoToAnyDialectAndBack() {
        for (const QString& table : mappedTables()) {
            for (const Dialect from :
                 {Dialect::National, Dialect::Guangdong, Dialect::Zhejiang, Dialect::Sichuan}) {
                for (const Dialect to :
                     {Dialect::National, Dialect::Guangdong, Dialect::Zhejiang, Dialect::Sichuan}) {
                    for (const QString& code : codesOf(table, from)) {
                        if (const auto there = mapCode(table, code, from, to))
                            QCOMPARE(mapCode(table, *there, to, from).value(), code);
                    }
                }
            }
        }
        QCOMPARE(mapCode("satisfaction", "1", Dialect::National, Dialect::Zhejiang).value(),
                 QStringLiteral("5"));
        QCOMPARE(mapCode("project_type", "1", Dialect::National, Dialect::Zhejiang).value(),
                 QStringLiteral("2"));
        QCOMPARE(mapCode("task_type", "20", Dialect::Guangdong, Dialect::National).value(),
                 QStringLiteral("10"));
        QCOMPARE(mapCode("task_type", "10", Dialect::National, Dialect::Guangdong).value(),
                 QStringLiteral("20"));
        QVERIFY(!mapCode("task_type", "99", Dialect::National, Dialect::Guangdong));
        QVERIFY(!mapCode("applicant_type", "3", Dialect::National, Dialect::Guangdong));
    }

    void theRealCatalogueIsReadAndSearched() {
        const QString shared =
            qEnvironmentVariable("TONGBAN_SHARED", QStringLiteral(TONGBAN_SOURCE_DIR "/../shared"));
        QFile file(shared + "/data/catalogue/items.json");
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("no shared data: set TONGBAN_SHARED");
        QElapsedTimer clock;
        clock.start();
        const auto import = importCatalogue(file.readAll());
        QVERIFY(import);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(import->items.size(), 1135);
        auto pinyin = Pinyin::load();
        Catalog catalog(pinyin ? std::optional(std::move(pinyin).value()) : std::nullopt);
        for (const ServiceItem& item : import->items)
            catalog.add(item);
        QCOMPARE(catalog.departments().size(), 34);
        // Every name finds its item (or one of the same name) first.
        int right = 0;
        for (const CatalogEntry& entry : catalog.entries()) {
            const auto hits = catalog.find(entry.name, 1);
            right += !hits.isEmpty() && hits.first().entry.name == entry.name ? 1 : 0;
        }
        QVERIFY2(right >= 1120, qPrintable(QString::number(right)));
    }

    void oddCataloguesAreRefusedOrDoubted() {
        QVERIFY(!importCatalogue("{}"));
        QVERIFY(!importCatalogue("["));
        const auto doubted =
            importCatalogue("[{\"dept\":\"a\",\"name\":\"b\",\"itemCode\":\"?\"},{\"name\":\"c\"},{"
                            "\"dept\":\"a\",\"name\":\"d\",\"itemCode\":\"?\"}]");
        QVERIFY(doubted);
        QCOMPARE(doubted->items.size(), 2);
        QCOMPARE(doubted->defects.size(), 4);
        QVERIFY(doubted->items[0].id != doubted->items[1].id);
    }

    void aNewVersionSaysWhatChangesForWhom() {
        const auto before = loadPackage(m_items + "/residence-permit");
        QCOMPARE(diffPackages(*before, *before)->touched, 0);
        PackageFiles files = before->files;
        files["decisions.dmn"].replace("<outputEntry><text>20</text>",
                                       "<outputEntry><text>25</text>");
        const auto after = ItemPackage::read(files);
        QVERIFY(after);
        const PackageDiff diff = diffPackages(*before, *after).value();
        QVERIFY(diff.touched > 0 && diff.touched < diff.situations);
        QCOMPARE(diff.changes.size(), 1);
        QCOMPARE(diff.changes.first().what, QStringLiteral("费用 20 元 → 25 元"));
        QVERIFY(!diff.changes.first().example.isEmpty());
    }

    void theTakeAwayListHasNothingPersonal() {
        const auto package = loadPackage(m_items + "/residence-permit");
        const Answers answers{{"kind", {"renew"}},
                              {"basis", {"work"}},
                              {"work", {"contract"}},
                              {"address", {"same"}},
                              {"who", {"self"}}};
        const Assessment list = package->guide.outline(answers, {}, QDate(2026, 9, 9)).value();
        const QString text = checklist(package->item(), list).join('\n');
        QVERIFY(text.contains(QStringLiteral("□ 劳动合同")));
        QVERIFY(text.contains(QStringLiteral("✓ 居民身份证")));
        QVERIFY(text.contains(QStringLiteral("不收费")));
        QCOMPARE(
            checklistLink(package->item(), answers),
            QStringLiteral(
                "/g/residence-permit?address=same&basis=work&kind=renew&who=self&work=contract"));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
