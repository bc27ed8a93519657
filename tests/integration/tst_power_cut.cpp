// Power cuts on the real outbox: what was acknowledged is there; with weaker settings the same test
// finds losses.
#include "tests/support/power_loss_run.h"

#include <QTest>

using namespace tongban;
using namespace tongban::test;

class TestPowerCut : public QObject {
    Q_OBJECT

    static QList<storage::Migration> migrations() {
        return storage::readMigrations(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client"))
            .value();
    }

private Q_SLOTS:
    void nothingAcknowledgedIsLost() {
        PowerLossRun run(1, storage::Durability::Full, migrations());
        while (run.report().cuts < 1500)
            run.oneCut();
        const PowerLossReport& r = run.report();
        QVERIFY(r.acknowledged > 1000);
        QCOMPARE(r.lost, 0);
        QCOMPARE(r.doubled, 0);
        QCOMPARE(r.corrupt, 0);
        QCOMPARE(r.chainBreaks, 0);
    }

    void normalDurabilityLoses() {
        PowerLossRun run(2, storage::Durability::Normal, migrations());
        while (run.report().cuts < 300)
            run.oneCut();
        QVERIFY(run.report().lost > 0);
        QCOMPARE(run.report().corrupt, 0);
    }

    void aLyingDiskLoses() {
        PowerLossRun run(3, storage::Durability::Full, migrations());
        run.disk().setLying(true);
        while (run.report().cuts < 300)
            run.oneCut();
        QVERIFY(run.report().lost > 0);
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
