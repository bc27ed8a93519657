// Pack: manifest, entries, index and signature as sections of one file.
#include "knowledgebase/pack.h"

#include "services/core/json_reader.h"
#include "services/crypto/digest.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace tongban::knowledgebase {

namespace {

constexpr int schema = 1;
constexpr qint64 packLimit = 512LL * 1024 * 1024;

QByteArray manifestBytes(const PackManifest& manifest) {
    return canonicalJson(
        {{QStringLiteral("schema"), schema},
         {QStringLiteral("version"), manifest.version},
         {QStringLiteral("day"), manifest.day.toString(Qt::ISODate)},
         {QStringLiteral("previous"), manifest.previous},
         {QStringLiteral("evaluation"), manifest.evaluation},
         {QStringLiteral("entries"), QString::fromLatin1(manifest.entriesDigest.toHex())},
         {QStringLiteral("index"), QString::fromLatin1(manifest.indexDigest.toHex())}});
}

Result<PackManifest> readManifest(const QByteArray& bytes) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(bytes));
    JsonReader reader(object);
    PackManifest manifest;
    if (reader.requiredNumber(QStringLiteral("schema")) != schema)
        reader.refuse(QStringLiteral("schema"), QStringLiteral("not known here"));
    manifest.version = reader.requiredNumber(QStringLiteral("version"));
    manifest.day = QDate::fromString(reader.text(QStringLiteral("day")), Qt::ISODate);
    manifest.previous = reader.text(QStringLiteral("previous"));
    manifest.evaluation = reader.object(QStringLiteral("evaluation"));
    manifest.entriesDigest =
        QByteArray::fromHex(reader.requiredText(QStringLiteral("entries")).toLatin1());
    manifest.indexDigest =
        QByteArray::fromHex(reader.requiredText(QStringLiteral("index")).toLatin1());
    manifest.digest = QString::fromLatin1(crypto::sha256(bytes).toHex());
    TRY(reader.check());
    return manifest;
}

Result<QList<Entry>> readEntries(const QByteArray& bytes) {
    TRY_ASSIGN(const QJsonValue value, parseJson(bytes, {packLimit, 16}));
    QList<Entry> entries;
    for (const QJsonValue& element : value.toArray()) {
        TRY_ASSIGN(Entry entry, entryFromJson(element.toObject()));
        entries.append(std::move(entry));
    }
    return entries;
}

tl::unexpected<Fault> forged(const char* what) {
    return fail(FaultKind::Crypto, QStringLiteral("pack: ") + QLatin1String(what));
}

} // namespace

Result<QByteArray> makePack(const QList<Entry>& entries, const Model* model,
                            const Everyday& everyday, const PackManifest& wanted,
                            const crypto::PrivateKey& key) {
    QJsonArray list;
    for (const Entry& entry : entries)
        list.append(toJson(entry));
    const QByteArray entryBytes = QJsonDocument(list).toJson(QJsonDocument::Compact);
    TRY_ASSIGN(const QByteArray index, indexOf(entries, model, everyday));
    PackManifest manifest = wanted;
    manifest.entriesDigest = crypto::sha256(entryBytes);
    manifest.indexDigest = crypto::sha256(index);
    const QByteArray head = manifestBytes(manifest);
    TRY_ASSIGN(const QByteArray signature, crypto::sign(key, head));
    IndexWriter writer;
    writer.add(Section::PackManifest, head);
    writer.add(Section::PackSignature, signature);
    writer.add(Section::PackEntries, entryBytes);
    writer.add(Section::PackIndex, index);
    return writer.file();
}

namespace {

Result<Pack> checkedPack(const IndexFile& file, const QList<crypto::PublicKey>& trusted) {
    const QByteArray head = file.bytes(Section::PackManifest).toByteArray();
    const QByteArray signature = file.bytes(Section::PackSignature).toByteArray();
    bool known = false;
    for (const crypto::PublicKey& key : trusted)
        known = known || crypto::verify(key, head, signature);
    if (!known)
        return forged("signed by nobody we trust");
    Pack pack;
    TRY_ASSIGN(pack.manifest, readManifest(head));
    const QByteArray entryBytes = file.bytes(Section::PackEntries).toByteArray();
    const QByteArrayView index = file.bytes(Section::PackIndex);
    if (crypto::sha256(entryBytes) != pack.manifest.entriesDigest)
        return forged("the entries were changed");
    if (crypto::sha256(index) != pack.manifest.indexDigest)
        return forged("the index was changed");
    TRY_ASSIGN(QList<Entry> entries, readEntries(entryBytes));
    TRY_ASSIGN(IndexFile inner, file.within(Section::PackIndex));
    TRY_ASSIGN(auto search, SearchIndex::fromFile(std::move(inner)));
    TRY_ASSIGN(pack.base, KnowledgeBase::fromParts(std::move(entries), std::move(search)));
    return pack;
}

} // namespace

Result<Pack> openPack(const QByteArray& bytes, const QList<crypto::PublicKey>& trusted) {
    TRY_ASSIGN(const IndexFile file, IndexFile::fromBytes(bytes));
    return checkedPack(file, trusted);
}

Result<Pack> mapPack(const QString& path, const QList<crypto::PublicKey>& trusted) {
    if (QFileInfo(path).size() > packLimit)
        return fail(FaultKind::Invalid, path + QStringLiteral(": too large"));
    TRY_ASSIGN(const IndexFile file, IndexFile::map(path));
    return checkedPack(file, trusted);
}

PackShelf::PackShelf(QString folder, QList<crypto::PublicKey> trusted)
    : m_folder(std::move(folder))
    , m_trusted(std::move(trusted)) {}

QString PackShelf::path(const char* name) const {
    return m_folder + u'/' + QLatin1String(name);
}

Result<Pack> PackShelf::open(const char* name) const {
    return mapPack(path(name), m_trusted);
}

Result<Pack> PackShelf::current() const {
    auto pack = open("current.tbkb");
    if (pack || pack.error().kind == FaultKind::NotFound)
        return pack;
    auto before = open("previous.tbkb");
    return before ? std::move(before) : std::move(pack);
}

Result<Pack> PackShelf::install(const QByteArray& bytes) {
    TRY_ASSIGN(Pack pack, openPack(bytes, m_trusted));
    const auto now = open("current.tbkb");
    if (now && now->manifest.version >= pack.manifest.version)
        return fail(FaultKind::Conflict,
                    QStringLiteral("pack: version %1 is in use, %2 is not newer")
                        .arg(now->manifest.version)
                        .arg(pack.manifest.version));
    if (!QDir().mkpath(m_folder))
        return fail(FaultKind::Storage, m_folder + QStringLiteral(": cannot be made"));
    QSaveFile next(path("next.tbkb"));
    if (!next.open(QIODevice::WriteOnly) || next.write(bytes) != bytes.size() || !next.commit())
        return fail(FaultKind::Storage, path("next.tbkb") + QStringLiteral(": cannot be written"));
    if (now) { // a damaged pack is not kept for going back
        QFile::remove(path("previous.tbkb"));
        QFile::rename(path("current.tbkb"), path("previous.tbkb"));
    }
    QFile::remove(path("current.tbkb"));
    if (!QFile::rename(path("next.tbkb"), path("current.tbkb")))
        return fail(FaultKind::Storage,
                    path("current.tbkb") + QStringLiteral(": cannot be replaced"));
    return pack;
}

Result<Pack> PackShelf::rollBack() {
    TRY_ASSIGN(Pack pack, open("previous.tbkb"));
    QFile::remove(path("withdrawn.tbkb"));
    QFile::rename(path("current.tbkb"), path("withdrawn.tbkb"));
    if (!QFile::rename(path("previous.tbkb"), path("current.tbkb")))
        return fail(FaultKind::Storage,
                    path("current.tbkb") + QStringLiteral(": cannot be replaced"));
    return pack;
}

} // namespace tongban::knowledgebase
