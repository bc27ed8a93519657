// The signed parts of the four roles, readers and writers side by side. Unknown fields are ignored,
// as the specification says.
#include "services/core/json_reader.h"
#include "services/packs/tuf_metadata.h"

namespace tongban::packs {

namespace {

const QString specVersion = QStringLiteral("1.0.31");

QString name(const char* text) {
    return QString::fromLatin1(text);
}

int versionIn(JsonReader& reader) {
    const int version = reader.requiredNumber(name("version"));
    if (version < 1)
        reader.refuse(name("version"), name("is below 1"));
    return version;
}

// "2026-11-24T08:05:16Z": whole seconds, UTC.
Instant timeIn(JsonReader& reader, const char* key) {
    const QString text = reader.requiredText(name(key));
    bool ok = false;
    const Instant at = fromIso(
        text.endsWith(u'Z') && text.size() == 20 ? text.left(19) + name(".000Z") : text, &ok);
    if (!ok)
        reader.refuse(name(key), name("is not a time"));
    return at;
}

QString toSeconds(Instant at) {
    return toIso(std::chrono::floor<std::chrono::seconds>(at)).left(19) + u'Z';
}

QByteArray digestIn(JsonReader& reader) {
    const QString hex = reader.object(name("hashes")).value(name("sha256")).toString();
    QByteArray digest = QByteArray::fromHex(hex.toLatin1());
    if (!hex.isEmpty() && digest.size() != 32)
        reader.refuse(name("hashes"), name("sha256 has not 32 octets"));
    return digest;
}

qint64 lengthIn(JsonReader& reader) {
    const double length = reader.real(name("length"), -1);
    if (length < -1 || length > 1e12)
        reader.refuse(name("length"), name("is out of range"));
    return static_cast<qint64>(length);
}

FileMeta fileMeta(JsonReader& reader) {
    FileMeta meta;
    meta.version = versionIn(reader);
    meta.length = lengthIn(reader);
    meta.sha256 = digestIn(reader);
    return meta;
}

QJsonObject toObject(const FileMeta& meta) {
    QJsonObject object{{name("version"), meta.version}};
    if (meta.length >= 0)
        object.insert(name("length"), static_cast<double>(meta.length));
    if (!meta.sha256.isEmpty())
        object.insert(name("hashes"),
                      QJsonObject{{name("sha256"), QString::fromLatin1(meta.sha256.toHex())}});
    return object;
}

QJsonObject head(const QString& role, int version, Instant expires) {
    return {{name("_type"), role},
            {name("spec_version"), specVersion},
            {name("version"), version},
            {name("expires"), toSeconds(expires)}};
}

// Reads each member of an object that maps names to objects.
void members(JsonReader& reader, const char* key,
             const std::function<void(const QString&, JsonReader&)>& read) {
    const QJsonObject map = reader.object(name(key));
    for (auto it = map.begin(); it != map.end(); ++it) {
        JsonReader child(it.value().toObject(), reader.path() + u'.' + name(key) + u'.' + it.key());
        read(it.key(), child);
        if (!child.defects().isEmpty())
            reader.refuse(name(key), child.defects().join(u';'));
    }
}

void readKey(Root& root, const QString& id, JsonReader& reader) {
    const QString type = reader.requiredText(name("keytype"));
    const QByteArray octets = QByteArray::fromHex(
        reader.object(name("keyval")).value(name("public")).toString().toLatin1());
    if (type != QLatin1String("ed25519") && type != QLatin1String("sm2"))
        return; // a kind of key that this version does not know signs nothing for it
    const auto key = crypto::PublicKey::fromRaw(
        type == QLatin1String("sm2") ? crypto::Algorithm::Sm2 : crypto::Algorithm::Ed25519, octets);
    // The id is computed again: an id of one's own choice could count one key twice.
    if (!key.has_value() || keyIdOf(*key) != id)
        return reader.refuse(name("keyval"), name("is not the key of this id"));
    root.keys.insert(id, *key);
}

void readRole(Root& root, const QString& role, JsonReader& reader) {
    Role read{reader.texts(name("keyids")), reader.requiredNumber(name("threshold"))};
    if (read.threshold < 1)
        reader.refuse(name("threshold"), name("is below 1"));
    read.keyIds.removeDuplicates();
    root.roles.insert(role, read);
}

PackTarget readPack(JsonReader& reader) {
    PackTarget pack;
    pack.length = lengthIn(reader);
    pack.sha256 = digestIn(reader);
    if (pack.length < 0 || pack.sha256.isEmpty())
        reader.refuse(name("length"), name("and sha256 are needed"));
    pack.custom = reader.object(name("custom"));
    JsonReader custom(pack.custom, reader.path() + name(".custom"));
    if (custom.has(name("use_until")))
        pack.useUntil = timeIn(custom, "use_until");
    pack.minClient = custom.text(name("min_client"));
    if (!custom.defects().isEmpty())
        reader.refuse(name("custom"), custom.defects().join(u';'));
    return pack;
}

void readRevocations(Targets& targets, JsonReader& reader) {
    JsonReader custom(reader.object(name("custom")), reader.path() + name(".custom"));
    custom.each(name("revoked"), [&targets](JsonReader& element) {
        Revocation one;
        one.name = element.requiredText(name("name"));
        one.sha256 = QByteArray::fromHex(element.text(name("sha256")).toLatin1());
        one.severity = element.text(name("severity")) == QLatin1String("finish_current")
                           ? Severity::FinishCurrent
                           : Severity::StopNow;
        targets.revoked.append(one);
    });
    if (!custom.defects().isEmpty())
        reader.refuse(name("custom"), custom.defects().join(u';'));
}

} // namespace

Result<Root> readRoot(const QJsonObject& object) {
    JsonReader reader(object);
    Root root;
    root.version = versionIn(reader);
    root.expires = timeIn(reader, "expires");
    root.consistentSnapshot = reader.flag(name("consistent_snapshot"));
    members(reader, "keys",
            [&](const QString& id, JsonReader& child) { readKey(root, id, child); });
    members(reader, "roles",
            [&](const QString& role, JsonReader& child) { readRole(root, role, child); });
    for (const QString& role : {rootRole, targetsRole, snapshotRole, timestampRole}) {
        if (!root.roles.contains(role))
            reader.refuse(name("roles"), role + name(" is missing"));
    }
    TRY(reader.check());
    return root;
}

Result<Timestamp> readTimestamp(const QJsonObject& object) {
    JsonReader reader(object);
    Timestamp timestamp;
    timestamp.version = versionIn(reader);
    timestamp.expires = timeIn(reader, "expires");
    bool found = false;
    members(reader, "meta", [&](const QString& file, JsonReader& child) {
        if (file == QLatin1String("snapshot.json")) {
            timestamp.snapshot = fileMeta(child);
            found = true;
        }
    });
    if (!found)
        reader.refuse(name("meta"), name("snapshot.json is missing"));
    TRY(reader.check());
    return timestamp;
}

Result<Snapshot> readSnapshot(const QJsonObject& object) {
    JsonReader reader(object);
    Snapshot snapshot;
    snapshot.version = versionIn(reader);
    snapshot.expires = timeIn(reader, "expires");
    members(reader, "meta", [&](const QString& file, JsonReader& child) {
        snapshot.files.insert(file, fileMeta(child));
    });
    if (!snapshot.files.contains(name("targets.json")))
        reader.refuse(name("meta"), name("targets.json is missing"));
    TRY(reader.check());
    return snapshot;
}

Result<Targets> readTargets(const QJsonObject& object) {
    JsonReader reader(object);
    Targets targets;
    targets.version = versionIn(reader);
    targets.expires = timeIn(reader, "expires");
    members(reader, "targets", [&](const QString& pack, JsonReader& child) {
        if (pack.isEmpty() || pack.startsWith(u'/') || pack.contains(QLatin1String("..")) ||
            pack.contains(u'\\'))
            return child.refuse(name("name"), name("is no relative path"));
        targets.packs.insert(pack, readPack(child));
    });
    readRevocations(targets, reader);
    TRY(reader.check());
    return targets;
}

QJsonObject toJson(const Root& root) {
    QJsonObject object = head(rootRole, root.version, root.expires);
    QJsonObject keys;
    for (auto it = root.keys.begin(); it != root.keys.end(); ++it)
        keys.insert(it.key(), keyObject(it.value()));
    QJsonObject roles;
    for (auto it = root.roles.begin(); it != root.roles.end(); ++it)
        roles.insert(it.key(),
                     QJsonObject{{name("keyids"), QJsonArray::fromStringList(it.value().keyIds)},
                                 {name("threshold"), it.value().threshold}});
    object.insert(name("keys"), keys);
    object.insert(name("roles"), roles);
    object.insert(name("consistent_snapshot"), root.consistentSnapshot);
    return object;
}

QJsonObject toJson(const Timestamp& timestamp) {
    QJsonObject object = head(timestampRole, timestamp.version, timestamp.expires);
    object.insert(name("meta"), QJsonObject{{name("snapshot.json"), toObject(timestamp.snapshot)}});
    return object;
}

QJsonObject toJson(const Snapshot& snapshot) {
    QJsonObject object = head(snapshotRole, snapshot.version, snapshot.expires);
    QJsonObject meta;
    for (auto it = snapshot.files.begin(); it != snapshot.files.end(); ++it)
        meta.insert(it.key(), toObject(it.value()));
    object.insert(name("meta"), meta);
    return object;
}

QJsonObject toJson(const Targets& targets) {
    QJsonObject object = head(targetsRole, targets.version, targets.expires);
    QJsonObject packs;
    for (auto it = targets.packs.begin(); it != targets.packs.end(); ++it) {
        QJsonObject custom = it->custom;
        if (it->useUntil)
            custom.insert(name("use_until"), toSeconds(*it->useUntil));
        if (!it->minClient.isEmpty())
            custom.insert(name("min_client"), it->minClient);
        QJsonObject pack{{name("length"), static_cast<double>(it->length)},
                         {name("hashes"),
                          QJsonObject{{name("sha256"), QString::fromLatin1(it->sha256.toHex())}}}};
        if (!custom.isEmpty())
            pack.insert(name("custom"), custom);
        packs.insert(it.key(), pack);
    }
    object.insert(name("targets"), packs);
    QJsonArray revoked;
    for (const Revocation& one : targets.revoked)
        revoked.append(QJsonObject{{name("name"), one.name},
                                   {name("sha256"), QString::fromLatin1(one.sha256.toHex())},
                                   {name("severity"), one.severity == Severity::FinishCurrent
                                                          ? name("finish_current")
                                                          : name("stop_now")}});
    if (!revoked.isEmpty())
        object.insert(name("custom"), QJsonObject{{name("revoked"), revoked}});
    return object;
}

} // namespace tongban::packs
