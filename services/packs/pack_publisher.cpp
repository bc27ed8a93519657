// Consistent snapshots: every file but timestamp.json has its version or digest in its name and
// never changes.
#include "services/packs/pack_publisher.h"

#include "services/core/json_reader.h"
#include "services/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tongban::packs {

namespace {

using namespace std::chrono_literals;

constexpr auto rootLife = 24h * 365;
constexpr auto targetsLife = 24h * 90;
constexpr auto snapshotLife = 24h * 7;
constexpr auto timestampLife = 24h;

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path);
    return file.readAll();
}

Role roleOf(const QList<crypto::PrivateKey>& keys, int threshold, Root& root) {
    Role role{{}, threshold};
    for (const crypto::PrivateKey& key : keys) {
        const QString id = keyIdOf(key.publicKey());
        root.keys.insert(id, key.publicKey());
        role.keyIds.append(id);
    }
    return role;
}

Root rootWith(const RoleKeys& keys, int version, Instant now) {
    Root root;
    root.version = version;
    root.expires = now + rootLife;
    root.roles.insert(rootRole, roleOf(keys.root, 2, root));
    root.roles.insert(targetsRole, roleOf(keys.targets, 2, root));
    root.roles.insert(snapshotRole, roleOf({keys.snapshot}, 1, root));
    root.roles.insert(timestampRole, roleOf({keys.timestamp}, 1, root));
    return root;
}

FileMeta metaOf(int version, const QByteArray& bytes) {
    return {version, bytes.size(), crypto::sha256(bytes)};
}

} // namespace

Result<RoleKeys> RoleKeys::loadOrGenerate(const QString& folder, crypto::Algorithm algorithm) {
    if (!QDir().mkpath(folder))
        return fail(FaultKind::Storage, QStringLiteral("%1: cannot be made").arg(folder));
    const auto key = [&](const QString& name) {
        return crypto::PrivateKey::loadOrGenerate(folder + u'/' + name + QStringLiteral(".pem"),
                                                  algorithm);
    };
    RoleKeys keys;
    for (const char* name : {"root-1", "root-2", "root-3"}) {
        TRY_ASSIGN(crypto::PrivateKey one, key(QString::fromLatin1(name)));
        keys.root.append(std::move(one));
    }
    for (const char* name : {"targets-1", "targets-2"}) {
        TRY_ASSIGN(crypto::PrivateKey one, key(QString::fromLatin1(name)));
        keys.targets.append(std::move(one));
    }
    TRY_ASSIGN(keys.snapshot, key(snapshotRole));
    TRY_ASSIGN(keys.timestamp, key(timestampRole));
    return keys;
}

int PackPublisher::newestVersion(const QString& role) const {
    int newest = 0;
    const QStringList files =
        QDir(m_repository).entryList({QStringLiteral("*.%1.json").arg(role)}, QDir::Files);
    for (const QString& file : files)
        newest = qMax(newest, file.section(u'.', 0, 0).toInt());
    return newest;
}

Result<Root> PackPublisher::newestRoot() const {
    TRY_ASSIGN(
        const QByteArray text,
        readFile(m_repository + QStringLiteral("/%1.root.json").arg(newestVersion(rootRole))));
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, rootRole));
    return readRoot(envelope.signedPart);
}

Result<QByteArray> PackPublisher::initialRoot() const {
    return readFile(m_repository + QStringLiteral("/1.root.json"));
}

Result<void> PackPublisher::write(const QString& file, const QByteArray& bytes) const {
    const QString path = m_repository + u'/' + file;
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
        !target.commit())
        return fail(FaultKind::Storage, QStringLiteral("%1: %2").arg(path, target.errorString()));
    return {};
}

Result<void> PackPublisher::begin(const RoleKeys& keys, Instant now) {
    if (newestVersion(rootRole) > 0) {
        TRY_ASSIGN(const Root root, newestRoot());
        if (toJson(root) != toJson([&] {
                Root same = rootWith(keys, root.version, now);
                same.expires = root.expires;
                return same;
            }()))
            return fail(FaultKind::Conflict,
                        QStringLiteral("%1 belongs to other keys").arg(m_repository));
        return {};
    }
    TRY_ASSIGN(const QByteArray text,
               signMetadata(toJson(rootWith(keys, 1, now)), keys.root.first(2)));
    return write(QStringLiteral("1.root.json"), text);
}

Result<void> PackPublisher::rotate(const RoleKeys& old, const RoleKeys& next, Instant now) {
    const int version = newestVersion(rootRole) + 1;
    QList<crypto::PrivateKey> signers = old.root.first(2);
    for (const crypto::PrivateKey& key : next.root.first(2)) {
        const bool already = std::any_of(signers.begin(), signers.end(), [&](const auto& one) {
            return one.publicKey() == key.publicKey();
        });
        if (!already)
            signers.append(key);
    }
    TRY_ASSIGN(const QByteArray text, signMetadata(toJson(rootWith(next, version, now)), signers));
    return write(QStringLiteral("%1.root.json").arg(version), text);
}

Result<void> PackPublisher::publish(const RoleKeys& keys, const QList<PublishedPack>& packs,
                                    const QList<Revocation>& revoked, Instant now) {
    Targets targets;
    targets.version = newestVersion(targetsRole) + 1;
    targets.expires = now + targetsLife;
    targets.revoked = revoked;
    for (const PublishedPack& pack : packs) {
        const QByteArray digest = crypto::sha256(pack.bytes);
        targets.packs.insert(pack.name,
                             {pack.bytes.size(), digest, pack.useUntil, pack.minClient, {}});
        const QFileInfo name(pack.name);
        TRY(write(QDir::cleanPath(
                      QStringLiteral("targets/%1/%2.%3")
                          .arg(name.path(), QString::fromLatin1(digest.toHex()), name.fileName())),
                  pack.bytes));
    }
    TRY_ASSIGN(const QByteArray targetsText, signMetadata(toJson(targets), keys.targets));
    TRY(write(QStringLiteral("%1.targets.json").arg(targets.version), targetsText));

    Snapshot snapshot;
    snapshot.version = newestVersion(snapshotRole) + 1;
    snapshot.expires = now + snapshotLife;
    snapshot.files.insert(QStringLiteral("targets.json"), metaOf(targets.version, targetsText));
    TRY_ASSIGN(const QByteArray snapshotText, signMetadata(toJson(snapshot), {keys.snapshot}));
    TRY(write(QStringLiteral("%1.snapshot.json").arg(snapshot.version), snapshotText));

    int version = 1;
    if (const auto before = readFile(m_repository + QStringLiteral("/timestamp.json"));
        before.has_value()) {
        TRY_ASSIGN(const Envelope envelope, readEnvelope(*before, timestampRole));
        TRY_ASSIGN(const Timestamp old, readTimestamp(envelope.signedPart));
        version = old.version + 1;
    }
    return writeTimestamp(keys, version, snapshotText, snapshot.version, now);
}

Result<void> PackPublisher::renewTimestamp(const RoleKeys& keys, Instant now) {
    TRY_ASSIGN(const QByteArray before, readFile(m_repository + QStringLiteral("/timestamp.json")));
    TRY_ASSIGN(const Envelope envelope, readEnvelope(before, timestampRole));
    TRY_ASSIGN(const Timestamp old, readTimestamp(envelope.signedPart));
    TRY_ASSIGN(
        const QByteArray snapshot,
        readFile(m_repository + QStringLiteral("/%1.snapshot.json").arg(old.snapshot.version)));
    return writeTimestamp(keys, old.version + 1, snapshot, old.snapshot.version, now);
}

Result<void> PackPublisher::writeTimestamp(const RoleKeys& keys, int version,
                                           const QByteArray& snapshot, int snapshotVersion,
                                           Instant now) const {
    const Timestamp timestamp{version, now + timestampLife, metaOf(snapshotVersion, snapshot)};
    TRY_ASSIGN(const QByteArray text, signMetadata(toJson(timestamp), {keys.timestamp}));
    return write(QStringLiteral("timestamp.json"), text);
}

} // namespace tongban::packs
