// Attacks on the packs and honest rotations: ours and, when it is here, a foreign TUF client must
// agree on each.
#include "services/crypto/digest.h"
#include "services/packs/pack_client.h"
#include "services/packs/pack_publisher.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::packs;
using namespace std::chrono_literals;

namespace {

const QString packName = QStringLiteral("items/residence-permit.pack");

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFolder(entry.filePath(), to + "/" + entry.fileName());
        else
            QFile::copy(entry.filePath(), to + "/" + entry.fileName());
    }
}

// A repository before (`good`) and after (`next`) something happened, and the keys of both.
struct World {
    QTemporaryDir dir;
    Instant now = SystemClock().now();
    crypto::Algorithm algorithm = crypto::Algorithm::Ed25519;
    RoleKeys keys = RoleKeys::loadOrGenerate(dir.filePath("keys"), algorithm).value();
    QString next = dir.filePath("next");
    QString good = dir.filePath("good");
    PackPublisher publisher{next};

    explicit World(crypto::Algorithm chosen = crypto::Algorithm::Ed25519)
        : algorithm(chosen) {
        if (!publisher.begin(keys, now).has_value())
            qFatal("begin");
        publish("version 1");
        publish("version 2");
        copyFolder(next, good);
    }
    void publish(const QByteArray& bytes, const RoleKeys& by, Instant at) {
        if (!publisher.publish(by, {{packName, bytes, {}, {}}}, {}, at).has_value())
            qFatal("publish");
    }
    void publish(const QByteArray& bytes) { publish(bytes, keys, now); }
    RoleKeys otherKeys(const char* name) {
        return RoleKeys::loadOrGenerate(dir.filePath(name), algorithm).value();
    }

    QString file(const QString& name) const { return next + "/" + name; }
    QJsonObject object(const QString& name) const {
        return QJsonDocument::fromJson(contentOf(file(name))).object();
    }
    // Puts one metadata file and makes snapshot and timestamp fit again, by the real online keys.
    void replaceTargets(const QByteArray& text, int version) {
        put(file(QStringLiteral("%1.targets.json").arg(version)), text);
        Snapshot snapshot{
            version, now + 24h, {{"targets.json", {version, text.size(), crypto::sha256(text)}}}};
        const QByteArray snapshotText = signMetadata(toJson(snapshot), {keys.snapshot}).value();
        put(file(QStringLiteral("%1.snapshot.json").arg(version)), snapshotText);
        replaceTimestamp(
            {version, now + 24h, {version, snapshotText.size(), crypto::sha256(snapshotText)}},
            keys.timestamp);
    }
    void replaceTimestamp(const Timestamp& timestamp, const crypto::PrivateKey& key) {
        put(file("timestamp.json"), signMetadata(toJson(timestamp), {key}).value());
    }
    Fetch from(const QString& folder) const {
        return [folder](const QString& path, qint64 limit,
                        std::function<void(Result<QByteArray>)> done) {
            QFile source(folder + "/" + path);
            if (!source.open(QIODevice::ReadOnly))
                return done(fail(FaultKind::NotFound, path));
            if (source.size() > limit)
                return done(fail(FaultKind::Invalid, QStringLiteral("too large")));
            done(source.readAll());
        };
    }
};

using Happening = void (*)(World&);

} // namespace

class TestPacks : public QObject {
    Q_OBJECT

    static std::unique_ptr<PackClient> client(World& world, const QString& source) {
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
        QTest::addColumn<void*>("happening");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char* name, bool accepted, Happening happening) {
            QTest::newRow(name) << reinterpret_cast<void*>(happening) << accepted;
        };
        row("a new version", true, [](World& w) { w.publish("version 3"); });
        row("replaced bytes", false, [](World& w) {
            w.publish("version 3");
            put(w.file("targets/items/" + QString::fromLatin1(crypto::sha256("version 3").toHex()) +
                       ".residence-permit.pack"),
                "version X");
        });
        row("one of two signatures", false, [](World& w) {
            w.replaceTargets(
                signMetadata(toJson(Targets{3, w.now + 24h, {}, {}}), {w.keys.targets[0]}).value(),
                3);
        });
        row("the same key twice", false, [](World& w) {
            const auto& key = w.keys.targets[0];
            w.replaceTargets(
                signMetadata(toJson(Targets{3, w.now + 24h, {}, {}}), {key, key}).value(), 3);
        });
        row("unknown timestamp key", false, [](World& w) {
            w.publish("version 3");
            const QByteArray snapshot = contentOf(w.file("3.snapshot.json"));
            w.replaceTimestamp({3, w.now + 24h, {3, snapshot.size(), crypto::sha256(snapshot)}},
                               crypto::PrivateKey::generate(crypto::Algorithm::Ed25519).value());
        });
        row("replayed timestamp", false, [](World& w) {
            const QByteArray old = contentOf(w.file("1.snapshot.json"));
            w.replaceTimestamp({1, w.now + 24h, {1, old.size(), crypto::sha256(old)}},
                               w.keys.timestamp);
        });
        row("newer timestamp, older snapshot", false, [](World& w) {
            const QByteArray old = contentOf(w.file("1.snapshot.json"));
            w.replaceTimestamp({9, w.now + 24h, {1, old.size(), crypto::sha256(old)}},
                               w.keys.timestamp);
        });
        row("expired timestamp", false,
            [](World& w) { w.publish("version 3", w.keys, w.now - 25h); });
        row("mixed snapshot", false, [](World& w) {
            w.publish("version 3");
            put(w.file("3.snapshot.json"), contentOf(w.file("2.snapshot.json")));
        });
        row("rolled back targets", false,
            [](World& w) { w.replaceTargets(contentOf(w.file("1.targets.json")), 3); });
        row("stolen root key", false, [](World& w) {
            Root root = readRoot(w.object("1.root.json")["signed"].toObject()).value();
            root.version = 2;
            put(w.file("2.root.json"), signMetadata(toJson(root), {w.keys.root[2]}).value());
        });
        row("root of strangers", false, [](World& w) {
            const RoleKeys thief = w.otherKeys("thief");
            if (!w.publisher.rotate(thief, thief, w.now).has_value())
                qFatal("rotate");
        });
        row("skipped root version", false, [](World& w) {
            Root root = readRoot(w.object("1.root.json")["signed"].toObject()).value();
            root.version = 3;
            put(w.file("2.root.json"), signMetadata(toJson(root), w.keys.root.first(2)).value());
        });
        row("two of three root rotation", true, [](World& w) {
            RoleKeys next = w.keys;
            next.root[0] = w.otherKeys("new").root[0];
            next.targets = w.otherKeys("new").targets;
            if (!w.publisher.rotate(w.keys, next, w.now).has_value())
                qFatal("rotate");
            w.publish("version 3", next, w.now);
        });
        row("pack removal", true, [](World& w) {
            if (!w.publisher.publish(w.keys, {}, {}, w.now).has_value())
                qFatal("publish");
        });
        row("recovery from fast-forward", true, [](World& w) {
            // The good state was already fast-forwarded by a thief of the online keys.
            const QByteArray snapshot =
                signMetadata(
                    toJson(Snapshot{1000,
                                    w.now + 24h,
                                    {{"targets.json",
                                      {2, contentOf(w.file("2.targets.json")).size(),
                                       crypto::sha256(contentOf(w.file("2.targets.json")))}}}}),
                    {w.keys.snapshot})
                    .value();
            put(w.good + "/1000.snapshot.json", snapshot);
            put(w.good + "/timestamp.json",
                signMetadata(toJson(Timestamp{1000,
                                              w.now + 24h,
                                              {1000, snapshot.size(), crypto::sha256(snapshot)}}),
                             {w.keys.timestamp})
                    .value());
            RoleKeys next = w.keys;
            next.snapshot = w.otherKeys("new").snapshot;
            next.timestamp = w.otherKeys("new").timestamp;
            if (!w.publisher.rotate(w.keys, next, w.now).has_value())
                qFatal("rotate");
            w.publish("version 3", next, w.now);
        });
    }
    void happenings() {
        QFETCH(void*, happening);
        QFETCH(bool, accepted);
        World world;
        reinterpret_cast<Happening>(happening)(world);

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
        QFETCH(void*, happening);
        QFETCH(bool, accepted);
        const QString modules = QStringLiteral(TONGBAN_BINARY_DIR "/oracle/node_modules");
        if (QStandardPaths::findExecutable("node").isEmpty() || !QFile::exists(modules + "/tuf-js"))
            QSKIP("no tuf-js here: npm install --prefix build/release/oracle tuf-js@3");
        World world;
        reinterpret_cast<Happening>(happening)(world);
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
        World world;
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
        World world;
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
        World world;
        const auto machine = client(world, world.next);
        QVERIFY(refresh(*machine).value());
        QVERIFY(!refresh(*machine).value()); // nothing new
        put(world.dir.filePath("machine/packs/") +
                QString::fromLatin1(crypto::sha256("version 2").toHex()),
            "rot");
        QCOMPARE(machine->pack(packName).error().kind, FaultKind::Crypto);
        QVERIFY(refresh(*machine).value());
        QCOMPARE(machine->pack(packName).value(), QByteArray("version 2"));
    }

    void sm2SignsAsWell() {
        World world(crypto::Algorithm::Sm2);
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
