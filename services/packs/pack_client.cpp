// Files on disk: root.json, timestamp.json, snapshot.json, targets.json and packs/<sha256>.
#include "services/packs/pack_client.h"

#include "services/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSet>

namespace tongban::packs {

namespace {

constexpr int mostRoots = 256; // rotations in one refresh; an endless chain is an attack

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path);
    return file.readAll();
}

} // namespace

// The steps of one refresh; each calls the next when its file has come and holds.
struct PackClient::Refresh : std::enable_shared_from_this<PackClient::Refresh> {
    PackClient& client;
    std::function<void(Result<bool>)> done;
    TrustedSet set;
    QByteArray timestamp, snapshot, targets;
    int roots = 0;
    bool changed = false;

    Refresh(PackClient& owner, std::function<void(Result<bool>)> callback)
        : client(owner)
        , done(std::move(callback))
        , set(owner.m_trusted) {}

    void end(Result<bool> result) {
        const auto self = shared_from_this();
        client.m_refresh.reset();
        done(std::move(result));
    }

    template <typename Next>
    void fetch(const QString& path, qint64 limit, Next next) {
        client.m_fetch(path, limit, [weak = weak_from_this(), next](Result<QByteArray> bytes) {
            if (const auto self = weak.lock())
                next(*self, std::move(bytes));
        });
    }

    void nextRoot() {
        const QString path = QStringLiteral("%1.root.json").arg(set.root().version + 1);
        fetch(path, metadataLimit,
              [](Refresh& self, const Result<QByteArray>& bytes) { self.onRoot(bytes); });
    }

    void onRoot(const Result<QByteArray>& bytes) {
        if (!bytes.has_value() && bytes.error().kind == FaultKind::NotFound)
            return onLastRoot();
        if (!bytes.has_value())
            return end(fail(bytes.error()));
        if (++roots > mostRoots)
            return end(fail(FaultKind::Crypto, QStringLiteral("TUF: root without end")));
        // A verified root is kept at once, whatever comes after it (§5.3.8).
        if (const auto accepted = set.updateRoot(*bytes); !accepted.has_value())
            return end(fail(accepted.error()));
        if (const auto kept = client.keep(QStringLiteral("root.json"), *bytes); !kept.has_value())
            return end(fail(kept.error()));
        client.m_trusted = set;
        changed = true;
        nextRoot();
    }

    void onLastRoot() {
        if (const auto valid = set.checkRoot(client.m_now()); !valid.has_value())
            return end(fail(valid.error()));
        fetch(QStringLiteral("timestamp.json"), 16LL * 1024,
              [](Refresh& self, const Result<QByteArray>& bytes) { self.onTimestamp(bytes); });
    }

    void onTimestamp(const Result<QByteArray>& bytes) {
        if (!bytes.has_value())
            return end(fail(bytes.error()));
        const auto newer = set.updateTimestamp(*bytes, client.m_now());
        if (!newer.has_value())
            return end(fail(newer.error()));
        timestamp = *bytes;
        if (!*newer && set.snapshot() && set.targets())
            return nextPack();
        const FileMeta meta = set.timestamp()->snapshot;
        fetch(QStringLiteral("%1.snapshot.json").arg(meta.version),
              meta.length >= 0 ? meta.length : metadataLimit,
              [](Refresh& self, const Result<QByteArray>& got) { self.onSnapshot(got); });
    }

    void onSnapshot(const Result<QByteArray>& bytes) {
        if (!bytes.has_value())
            return end(fail(bytes.error()));
        if (const auto accepted = set.updateSnapshot(*bytes, client.m_now()); !accepted.has_value())
            return end(fail(accepted.error()));
        snapshot = *bytes;
        const FileMeta meta = set.snapshot()->files.value(QStringLiteral("targets.json"));
        fetch(QStringLiteral("%1.targets.json").arg(meta.version),
              meta.length >= 0 ? meta.length : metadataLimit,
              [](Refresh& self, const Result<QByteArray>& got) { self.onTargets(got); });
    }

    void onTargets(const Result<QByteArray>& bytes) {
        if (!bytes.has_value())
            return end(fail(bytes.error()));
        if (const auto accepted = set.updateTargets(*bytes, client.m_now()); !accepted.has_value())
            return end(fail(accepted.error()));
        targets = *bytes;
        changed = true;
        nextPack();
    }

    // Every pack of the new set is here before the set is believed: no old process meets a new
    // form.
    void nextPack() {
        for (auto it = set.targets()->packs.begin(); it != set.targets()->packs.end(); ++it) {
            const auto there = readFile(client.pathOf(*it));
            if (there.has_value() && fits(*there, it->length, it->sha256))
                continue;
            const QString& name = it.key();
            const QString path = QStringLiteral("targets/") + QFileInfo(name).path() + u'/' +
                                 QString::fromLatin1(it->sha256.toHex()) + u'.' +
                                 QFileInfo(name).fileName();
            return fetch(QDir::cleanPath(path), it->length,
                         [pack = *it](Refresh& self, const Result<QByteArray>& bytes) {
                             self.onPack(pack, bytes);
                         });
        }
        commit();
    }

    void onPack(const PackTarget& pack, const Result<QByteArray>& bytes) {
        if (!bytes.has_value())
            return end(fail(bytes.error()));
        if (!fits(*bytes, pack.length, pack.sha256))
            return end(
                fail(FaultKind::Crypto, QStringLiteral("TUF: a pack differs from its digest")));
        const QString file = QStringLiteral("packs/") + QString::fromLatin1(pack.sha256.toHex());
        if (const auto kept = client.keep(file, *bytes); !kept.has_value())
            return end(fail(kept.error()));
        changed = true;
        nextPack();
    }

    Result<void> judged() const {
        if (!client.m_judge || targets.isEmpty())
            return {};
        QMap<QString, QByteArray> packs;
        const auto& named = set.targets()->packs;
        for (auto it = named.begin(); it != named.end(); ++it) {
            TRY_ASSIGN(packs[it.key()], readFile(client.pathOf(*it)));
        }
        return client.m_judge(packs);
    }

    void commit() {
        if (const auto good = judged(); !good.has_value())
            return end(fail(good.error()));
        const auto written = [this]() -> Result<void> {
            if (!targets.isEmpty()) {
                TRY(client.keep(QStringLiteral("targets.json"), targets));
                TRY(client.keep(QStringLiteral("snapshot.json"), snapshot));
            }
            return client.keep(QStringLiteral("timestamp.json"), timestamp);
        }();
        if (!written.has_value())
            return end(fail(written.error()));
        client.m_trusted = set;
        client.removeUnused();
        end(changed);
    }
};

PackClient::PackClient(QString folder, TrustedSet trusted, Fetch fetch,
                       std::function<Instant()> now)
    : m_folder(std::move(folder))
    , m_trusted(std::move(trusted))
    , m_fetch(std::move(fetch))
    , m_now(std::move(now)) {}

Result<std::unique_ptr<PackClient>> PackClient::open(const QString& folder,
                                                     const QByteArray& initialRoot, Fetch fetch,
                                                     std::function<Instant()> now) {
    if (!QDir().mkpath(folder + QStringLiteral("/packs")))
        return fail(FaultKind::Storage, QStringLiteral("%1: cannot be made").arg(folder));
    const auto file = [&folder](const char* name) {
        return readFile(folder + u'/' + QLatin1String(name)).value_or(QByteArray());
    };
    auto kept = TrustedSet::startFrom(file("root.json"));
    if (!kept.has_value())
        kept = TrustedSet::startFrom(initialRoot);
    if (!kept.has_value())
        return fail(kept.error());
    // What does not hold any more is fetched again; until then there are no packs.
    (void)kept->restore(file("timestamp.json"), file("snapshot.json"), file("targets.json"));
    return std::unique_ptr<PackClient>(
        new PackClient(folder, std::move(*kept), std::move(fetch), std::move(now)));
}

void PackClient::refresh(std::function<void(Result<bool>)> done) {
    if (m_refresh)
        return done(fail(FaultKind::Conflict, QStringLiteral("packs: a refresh is under way")));
    m_refresh = std::make_shared<Refresh>(*this, std::move(done));
    m_refresh->nextRoot();
}

Result<QByteArray> PackClient::pack(const QString& name) const {
    const PackState state = stateOf(name);
    const PackTarget* target = m_trusted.find(name);
    if (target == nullptr || (state != PackState::Usable && state != PackState::FinishCurrent))
        return fail(target == nullptr ? FaultKind::NotFound : FaultKind::Denied,
                    QStringLiteral("pack “%1” may not be used").arg(name.left(100)));
    TRY_ASSIGN(QByteArray bytes, readFile(pathOf(*target)));
    if (!fits(bytes, target->length, target->sha256))
        return fail(FaultKind::Crypto, QStringLiteral("pack “%1” was damaged").arg(name.left(100)));
    return bytes;
}

Result<void> PackClient::keep(const QString& file, const QByteArray& bytes) const {
    QSaveFile target(m_folder + u'/' + file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
        !target.commit())
        return fail(FaultKind::Storage,
                    QStringLiteral("%1: %2").arg(target.fileName(), target.errorString()));
    return {};
}

QString PackClient::pathOf(const PackTarget& target) const {
    return m_folder + QStringLiteral("/packs/") + QString::fromLatin1(target.sha256.toHex());
}

void PackClient::removeUnused() const {
    QSet<QString> used;
    for (const PackTarget& target : m_trusted.targets()->packs)
        used.insert(QString::fromLatin1(target.sha256.toHex()));
    QDir packs(m_folder + QStringLiteral("/packs"));
    for (const QString& file : packs.entryList(QDir::Files)) {
        if (!used.contains(file))
            packs.remove(file);
    }
}

} // namespace tongban::packs
