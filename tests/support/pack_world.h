// PackWorld: a pack repository before and after something happened to it: attacks and honest
// rotations, for the test of the client and for the bar.
#pragma once

#include "services/crypto/digest.h"
#include "services/packs/pack_client.h"
#include "services/packs/pack_publisher.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace tongban::test {

using namespace packs;
using namespace std::chrono_literals;

inline const QString packName = QStringLiteral("items/residence-permit.pack");

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void putFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline void copyFolder(const QString& from, const QString& to) {
    QDir().mkpath(to);
    for (const QFileInfo& entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFolder(entry.filePath(), to + u'/' + entry.fileName());
        else
            QFile::copy(entry.filePath(), to + u'/' + entry.fileName());
    }
}

// A repository before (`good`) and after (`next`) something happened, and the keys of both.
struct PackWorld {
    QTemporaryDir dir;
    Instant now = SystemClock().now();
    crypto::Algorithm algorithm = crypto::Algorithm::Ed25519;
    RoleKeys keys =
        RoleKeys::loadOrGenerate(dir.filePath(QStringLiteral("keys")), algorithm).value();
    QString next = dir.filePath(QStringLiteral("next"));
    QString good = dir.filePath(QStringLiteral("good"));
    PackPublisher publisher{next};

    explicit PackWorld(crypto::Algorithm chosen = crypto::Algorithm::Ed25519)
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
        return RoleKeys::loadOrGenerate(dir.filePath(QLatin1String(name)), algorithm).value();
    }

    QString file(const QString& name) const { return next + u'/' + name; }
    QJsonObject object(const QString& name) const {
        return QJsonDocument::fromJson(contentOf(file(name))).object();
    }
    // Puts one metadata file and makes snapshot and timestamp fit again, by the real online keys.
    void replaceTargets(const QByteArray& text, int version) {
        putFile(file(QStringLiteral("%1.targets.json").arg(version)), text);
        Snapshot snapshot{
            version,
            now + 24h,
            {{QStringLiteral("targets.json"), {version, text.size(), crypto::sha256(text)}}}};
        const QByteArray snapshotText = signMetadata(toJson(snapshot), {keys.snapshot}).value();
        putFile(file(QStringLiteral("%1.snapshot.json").arg(version)), snapshotText);
        replaceTimestamp(
            {version, now + 24h, {version, snapshotText.size(), crypto::sha256(snapshotText)}},
            keys.timestamp);
    }
    void replaceTimestamp(const Timestamp& timestamp, const crypto::PrivateKey& key) {
        putFile(file(QStringLiteral("timestamp.json")),
                signMetadata(toJson(timestamp), {key}).value());
    }
    Fetch from(const QString& folder) const {
        return [folder](const QString& path, qint64 limit,
                        std::function<void(Result<QByteArray>)> done) {
            QFile source(folder + u'/' + path);
            if (!source.open(QIODevice::ReadOnly))
                return done(fail(FaultKind::NotFound, path));
            if (source.size() > limit)
                return done(fail(FaultKind::Invalid, QStringLiteral("too large")));
            done(source.readAll());
        };
    }
};

struct Happening {
    const char* name;
    bool accepted;
    void (*happen)(PackWorld&);
};

// Twelve attacks and four honest changes (sync.md §2.8).
inline QList<Happening> packHappenings() {
    return {
        {"a new version", true, [](PackWorld& w) { w.publish("version 3"); }},
        {"replaced bytes", false,
         [](PackWorld& w) {
             w.publish("version 3");
             putFile(w.file(QStringLiteral("targets/items/") +
                            QString::fromLatin1(crypto::sha256("version 3").toHex()) +
                            QStringLiteral(".residence-permit.pack")),
                     "version X");
         }},
        {"one of two signatures", false,
         [](PackWorld& w) {
             w.replaceTargets(
                 signMetadata(toJson(Targets{3, w.now + 24h, {}, {}}), {w.keys.targets[0]}).value(),
                 3);
         }},
        {"the same key twice", false,
         [](PackWorld& w) {
             const auto& key = w.keys.targets[0];
             w.replaceTargets(
                 signMetadata(toJson(Targets{3, w.now + 24h, {}, {}}), {key, key}).value(), 3);
         }},
        {"unknown timestamp key", false,
         [](PackWorld& w) {
             w.publish("version 3");
             const QByteArray snapshot = contentOf(w.file(QStringLiteral("3.snapshot.json")));
             w.replaceTimestamp({3, w.now + 24h, {3, snapshot.size(), crypto::sha256(snapshot)}},
                                crypto::PrivateKey::generate(crypto::Algorithm::Ed25519).value());
         }},
        {"replayed timestamp", false,
         [](PackWorld& w) {
             const QByteArray old = contentOf(w.file(QStringLiteral("1.snapshot.json")));
             w.replaceTimestamp({1, w.now + 24h, {1, old.size(), crypto::sha256(old)}},
                                w.keys.timestamp);
         }},
        {"newer timestamp, older snapshot", false,
         [](PackWorld& w) {
             const QByteArray old = contentOf(w.file(QStringLiteral("1.snapshot.json")));
             w.replaceTimestamp({9, w.now + 24h, {1, old.size(), crypto::sha256(old)}},
                                w.keys.timestamp);
         }},
        {"expired timestamp", false,
         [](PackWorld& w) { w.publish("version 3", w.keys, w.now - 25h); }},
        {"mixed snapshot", false,
         [](PackWorld& w) {
             w.publish("version 3");
             putFile(w.file(QStringLiteral("3.snapshot.json")),
                     contentOf(w.file(QStringLiteral("2.snapshot.json"))));
         }},
        {"rolled back targets", false,
         [](PackWorld& w) {
             w.replaceTargets(contentOf(w.file(QStringLiteral("1.targets.json"))), 3);
         }},
        {"stolen root key", false,
         [](PackWorld& w) {
             Root root =
                 readRoot(
                     w.object(QStringLiteral("1.root.json"))[QStringLiteral("signed")].toObject())
                     .value();
             root.version = 2;
             putFile(w.file(QStringLiteral("2.root.json")),
                     signMetadata(toJson(root), {w.keys.root[2]}).value());
         }},
        {"root of strangers", false,
         [](PackWorld& w) {
             const RoleKeys thief = w.otherKeys("thief");
             if (!w.publisher.rotate(thief, thief, w.now).has_value())
                 qFatal("rotate");
         }},
        {"skipped root version", false,
         [](PackWorld& w) {
             Root root =
                 readRoot(
                     w.object(QStringLiteral("1.root.json"))[QStringLiteral("signed")].toObject())
                     .value();
             root.version = 3;
             putFile(w.file(QStringLiteral("2.root.json")),
                     signMetadata(toJson(root), w.keys.root.first(2)).value());
         }},
        {"two of three root rotation", true,
         [](PackWorld& w) {
             RoleKeys next = w.keys;
             next.root[0] = w.otherKeys("new").root[0];
             next.targets = w.otherKeys("new").targets;
             if (!w.publisher.rotate(w.keys, next, w.now).has_value())
                 qFatal("rotate");
             w.publish("version 3", next, w.now);
         }},
        {"pack removal", true,
         [](PackWorld& w) {
             if (!w.publisher.publish(w.keys, {}, {}, w.now).has_value())
                 qFatal("publish");
         }},
        {"recovery from fast-forward", true,
         [](PackWorld& w) {
             // The good state was already fast-forwarded by a thief of the online keys.
             const QByteArray snapshot =
                 signMetadata(toJson(Snapshot{
                                  1000,
                                  w.now + 24h,
                                  {{QStringLiteral("targets.json"),
                                    {2, contentOf(w.file(QStringLiteral("2.targets.json"))).size(),
                                     crypto::sha256(
                                         contentOf(w.file(QStringLiteral("2.targets.json"))))}}}}),
                              {w.keys.snapshot})
                     .value();
             putFile(w.good + QStringLiteral("/1000.snapshot.json"), snapshot);
             putFile(w.good + QStringLiteral("/timestamp.json"),
                     signMetadata(
                         toJson(Timestamp{
                             1000, w.now + 24h, {1000, snapshot.size(), crypto::sha256(snapshot)}}),
                         {w.keys.timestamp})
                         .value());
             RoleKeys next = w.keys;
             next.snapshot = w.otherKeys("new").snapshot;
             next.timestamp = w.otherKeys("new").timestamp;
             if (!w.publisher.rotate(w.keys, next, w.now).has_value())
                 qFatal("rotate");
             w.publish("version 3", next, w.now);
         }},
    };
}

} // namespace tongban::test
