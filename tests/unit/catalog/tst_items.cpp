// The installed packages: each is clean by our own judge, and their cases pass quickly.
#include "services/catalog/package_case.h"
#include "services/catalog/package_check.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestItems : public QObject {
    Q_OBJECT

    const QString m_items = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items");
    const QString m_schemas = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/schemas");

    QStringList folders() const {
        return QDir(m_items).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }

private Q_SLOTS:
    void everyPackageIsClean_data() {
        QTest::addColumn<QString>("folder");
        for (const QString& folder : folders())
            QTest::newRow(qPrintable(folder)) << m_items + '/' + folder;
    }
    void everyPackageIsClean() {
        QFETCH(QString, folder);
        const auto files = readPackageFolder(folder);
        QVERIFY2(files, files ? "" : qPrintable(files.error().detail));
        QStringList found;
        for (const PackageDefect& defect : checkPackage(*files, m_schemas)) {
            if (defect.gravity != Gravity::Advised)
                found << lineOf(defect);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    void eightyCasesPassInTwoSeconds() {
        QElapsedTimer clock;
        clock.start();
        qsizetype cases = 0;
        for (const QString& folder : folders()) {
            const auto package = loadPackage(m_items + '/' + folder);
            QVERIFY(package);
            const auto results = runCases(*package);
            QVERIFY(results);
            QVERIFY2(results->size() >= 6, qPrintable(folder));
            cases += results->size();
            for (const CaseResult& result : *results)
                QVERIFY2(result.passed(), qPrintable(folder + ": " + result.name + ": " +
                                                     result.differences.join("; ")));
        }
        QVERIFY(cases >= 80);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void everyQuestionHasAReasonAndASafeWayOn() {
        for (const QString& folder : folders()) {
            const auto package = loadPackage(m_items + '/' + folder);
            QVERIFY(package);
            QVERIFY2(package->guide.questions().questions().size() >= 4, qPrintable(folder));
            for (const Question& question : package->guide.questions().questions()) {
                QVERIFY(!question.why.isEmpty());
                QVERIFY(!question.assumeNote.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestItems)
#include "tst_items.moc"
