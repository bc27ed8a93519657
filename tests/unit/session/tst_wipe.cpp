// What was erased is looked for again; what stays is reported.
#include "services/session/private_space.h"
#include "services/session/wipe.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::session;

class TestWipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsWhatStays() {
        QString name = "林晓岚";
        Wipe wipe;
        wipe.add(
            "identity", [&] { name.clear(); }, [&] { return name.isEmpty(); },
            [&] { return !name.isEmpty(); });
        wipe.add(
            "spool", [] {}, [] { return false; }, [] { return true; });
        const WipeReport report = wipe.run(Instant{});
        QVERIFY(report.checks[0].gone && report.checks[0].used);
        QVERIFY(!report.checks[1].gone);
        QVERIFY(!report.complete());
        QCOMPARE(report.digest.size(), 32);
    }

    void theSpaceIsEmptyAfterwards() {
        QTemporaryDir parent;
        {
            const auto space = PrivateSpace::open(parent.path());
            QVERIFY(space.has_value());
            QDir(space->path()).mkpath("deep/er");
            for (const char* name : {"a.pdf", ".hidden", "deep/er/b.png"}) {
                QFile file(space->path() + "/" + name);
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(QByteArray(200'000, 'x'));
            }
            QVERIFY(!space->isEmpty());
        }
        // Left behind by a crash: the next visit starts clean.
        const auto next = PrivateSpace::open(parent.path());
        QVERIFY(next->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWipe)
#include "tst_wipe.moc"
