// Attacks on the packs and honest rotations: ours and, when it is here, a foreign TUF client must
// agree on each.
#include "tests/support/pack_world.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace tongban;
using namespace tongban::packs;
using namespace tongban::test;

class TestPacks : public QObject {
    Q_OBJECT

    static std::unique_ptr<PackClient> client(PackWorld& world, const QString& source) {
        return PackClient::open(world.dir.filePath("machine"),
                                world.publisher.initialRoot().value(), world.from(source),
                                [&world] { return world.now; })
            .value();
    }
    static Result<bool> refresh(PackClient& client) {
        Result<bool> outcome = fail(FaultKind::Internal, QStringLiteral("no answer"));
        client.refresh([&outcome](Result<bool> result) { outcome = std::move(result); });
        return outcome;
    }

private Q_SLOTS:
    void happenings_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("accepted");
        const QList<Happening> all = packHappenings();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << i << all[i].accepted;
    }
    void happenings() {
        QFETCH(int, which);
        QFETCH(bool, accepted);
        PackWorld world;
        packHappenings()[which].happen(world);

        const auto first = refresh(*client(world, world.good));
        QVERIFY2(first.has_value() && *first,
                 first.has_value() ? "" : qPrintable(first.error().detail));
        const auto machine =
            client(world, world.next); // a restart in between: everything comes off the disk
        QCOMPARE(machine->pack(packName).value(), QByteArray("version 2"));
        const auto second = refresh(*machine);
        QVERIFY2(second.has_value() == accepted,
                 second.has_value() ? "accepted" : qPrintable(second.error().detail));
        // What was refused left nothing behind, now and after a restart.
        if (!accepted) {
            QCOMPARE(machine->pack(packName).value(), QByteArray("version 2"));
            QCOMPARE(client(world, world.next)->pack(packName).value(), QByteArray("version 2"));
        }
    }

    void aForeignClientAgrees_data() { happenings_data(); }
    void aForeignClientAgrees() {
        QFETCH(int, which);
        QFETCH(bool, accepted);
        const QString modules = QStringLiteral(TONGBAN_BINARY_DIR "/oracle/node_modules");
        if (QStandardPaths::findExecutable("node").isEmpty() || !QFile::exists(modules + "/tuf-js"))
            QSKIP("no tuf-js here: npm install --prefix build/release/oracle tuf-js@3");
        PackWorld world;
        packHappenings()[which].happen(world);
        QProcess node;
        node.start("node", {TONGBAN_SOURCE_DIR "/tests/data/packs/oracle.mjs", modules,
                            world.file("1.root.json"), packName, world.good, world.next});
        QVERIFY(node.waitForFinished());
        const QList<QByteArray> said = node.readAllStandardOutput().trimmed().split('\n');
        QVERIFY2(said.size() == 2 && said[0] == "accepted",
                 node.readAllStandardError() + said.join('\n'));
        QVERIFY2(said[1].startsWith("accepted") == accepted, said[1]);
    }

    void packsMayBeUsedWithoutUpdatesUntilTheirDay() {
        PackWorld world;
        const Instant start = world.now;
        if (!world.publisher
                 .publish(world.keys, {{"a", "x", start + 24h * 10, {}}, {"b", "y", {}, {}}}, {},
                          start)
                 .has_value())
            QFAIL("publish");
        const auto machine = client(world, world.next);
        QVERIFY(refresh(*machine).has_value());
        world.now = start + 24h * 9;
        QVERIFY(!refresh(*machine).has_value()); // the timestamp is a day old at most
        QCOMPARE(machine->stateOf("a"), PackState::Usable);
        world.now = start + 24h * 11;
        QCOMPARE(machine->stateOf("a"), PackState::TooOld);
        QCOMPARE(machine->pack("a").error().kind, FaultKind::Denied);
        QCOMPARE(machine->stateOf("b"), PackState::Usable);
        world.now = start + 24h * 32;
        QCOMPARE(machine->stateOf("b"), PackState::TooOld);
        QCOMPARE(machine->stateOf("c"), PackState::Unknown);
    }

    void revocationStopsAtOnceOrAfterTheCurrentCase() {
        PackWorld world;
        const QByteArray digest = crypto::sha256("y");
        const auto publish = [&](Severity severity) {
            return world.publisher
                .publish(world.keys, {{"b", "y", {}, {}}},
                         {{"b", digest, severity}, {"gone", {}, severity}}, world.now)
                .has_value();
        };
        const auto machine = client(world, world.next);
        QVERIFY(publish(Severity::FinishCurrent));
        QVERIFY(refresh(*machine).has_value());
        QCOMPARE(machine->stateOf("b"), PackState::FinishCurrent);
        QCOMPARE(machine->pack("b").value(), QByteArray("y"));
        QVERIFY(publish(Severity::StopNow));
        QVERIFY(refresh(*machine).has_value());
        QCOMPARE(machine->stateOf("b"), PackState::Stopped);
        QVERIFY(!machine->pack("b").has_value());
        QCOMPARE(machine->stateOf("gone"), PackState::Stopped);
    }

    void aDamagedPackIsNeitherUsedNorKept() {
        PackWorld world;
        const auto machine = client(world, world.next);
        QVERIFY(refresh(*machine).value());
        QVERIFY(!refresh(*machine).value()); // nothing new
        putFile(world.dir.filePath("machine/packs/") +
                    QString::fromLatin1(crypto::sha256("version 2").toHex()),
                "rot");
        QCOMPARE(machine->pack(packName).error().kind, FaultKind::Crypto);
        QVERIFY(refresh(*machine).value());
        QCOMPARE(machine->pack(packName).value(), QByteArray("version 2"));
    }

    void sm2SignsAsWell() {
        PackWorld world(crypto::Algorithm::Sm2);
        RoleKeys keys =
            RoleKeys::loadOrGenerate(world.dir.filePath("gm"), crypto::Algorithm::Sm2).value();
        PackPublisher publisher(world.dir.filePath("gm-repository"));
        QVERIFY(publisher.begin(keys, world.now).has_value());
        QVERIFY(publisher.begin(keys, world.now + 1h).has_value());
        QVERIFY(publisher.publish(keys, {{"a", "x", {}, {}}}, {}, world.now).has_value());
        QVERIFY(publisher.renewTimestamp(keys, world.now).has_value());
        const auto machine =
            PackClient::open(world.dir.filePath("gm-machine"), publisher.initialRoot().value(),
                             world.from(world.dir.filePath("gm-repository")),
                             [&world] { return world.now; })
                .value();
        QVERIFY(refresh(*machine).value());
        QCOMPARE(machine->pack("a").value(), QByteArray("x"));
    }

    void canonicalJsonIsOlpc() {
        const QJsonObject object{{"b", 1}, {"a", QJsonArray{true, QJsonValue(), "q\"\\\n通"}}};
        QCOMPARE(canonical(object).value(),
                 QByteArray("{\"a\":[true,null,\"q\\\"\\\\\n通\"],\"b\":1}"));
        QVERIFY(!canonical(QJsonObject{{"a", 1.5}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestPacks)
#include "tst_packs.moc"
