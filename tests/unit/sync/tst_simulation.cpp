// Many schedules of faults and crashes: nothing lost, nothing doubled; broken controls are found
// out.
#include "services/sync/simulation.h"

#include <QLoggingCategory>
#include <QTest>

using namespace tongban::sync;

class TestSimulation : public QObject {
    Q_OBJECT

    static QString told(const SimulationReport& r) {
        return QStringLiteral("submitted %1 lost %2 doubled %3 undrained %4 quarantined %5 poison "
                              "%6 feed %7 blobs %8 "
                              "overlaps %9")
            .arg(r.submitted)
            .arg(r.lost)
            .arg(r.doubled)
            .arg(r.undrained)
            .arg(r.wronglyQuarantined)
            .arg(r.poisonKept)
            .arg(r.feedWrong)
            .arg(r.badBlobs)
            .arg(r.overlaps);
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules("tongban.sync=false"); }

    void nothingIsLostOrDoubled() {
        const int seeds = qEnvironmentVariableIntValue("TONGBAN_SEEDS") > 0
                              ? qEnvironmentVariableIntValue("TONGBAN_SEEDS")
                              : 60;
        int submitted = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            SimulationSettings settings;
            settings.seed = static_cast<quint64>(seed);
            const SimulationReport report = simulate(settings);
            QVERIFY2(report.clean(),
                     qPrintable(QStringLiteral("seed %1: ").arg(seed) + told(report)));
            submitted += report.submitted;
        }
        QVERIFY(submitted > seeds * 20);
    }

    void aSeedIsARun() {
        SimulationSettings settings;
        settings.seed = 77;
        const quint64 trace = simulate(settings).trace;
        QCOMPARE(simulate(settings).trace, trace);
        settings.seed = 78;
        QVERIFY(simulate(settings).trace != trace);
    }

    void aCentralServiceThatLosesIsFoundOut() {
        int lost = 0;
        for (quint64 seed = 1; seed <= 10; ++seed) {
            SimulationSettings settings;
            settings.seed = seed;
            settings.central.forgetsKept = 0.05;
            lost += simulate(settings).lost;
        }
        QVERIFY(lost > 0);
    }

    void aCentralServiceThatKeepsTwiceIsFoundOut() {
        int doubled = 0;
        for (quint64 seed = 1; seed <= 10; ++seed) {
            SimulationSettings settings;
            settings.seed = seed;
            settings.central.idempotent = false;
            doubled += simulate(settings).doubled;
        }
        QVERIFY(doubled > 0);
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
