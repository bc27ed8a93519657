// Wire names are those of sync.md §2.1; `sig` signs a purpose and the deterministic encoding of
// everything else.
#include "services/protocol/manifest.h"

#include "services/protocol/cbor.h"

namespace tongban::protocol {

namespace {

constexpr qint64 wireVersion = 1;
constexpr qint64 mostNumber = 1LL << 53;
constexpr qsizetype shortText = 128;

QString key(const char* name) {
    return QString::fromLatin1(name);
}

QCborMap toMap(const PackageRef& package) {
    return {{key("name"), package.name},
            {key("version"), package.version},
            {key("sha256"), package.sha256}};
}

QCborMap toMap(const FilledAt& at) {
    return {{key("wall"), static_cast<qint64>(at.wall.time_since_epoch().count())},
            {key("mono"), at.mono},
            {key("boot_id"), at.bootId},
            {key("offset_est"), at.offset},
            {key("offset_age"), at.offsetAge}};
}

QCborMap toMap(const crypto::Sealed& seal) {
    return {{key("suite"), crypto::nameOf(seal.suite)},
            {key("kid"), seal.kid},
            {key("enc"), seal.enc},
            {key("ct"), seal.ct}};
}

QCborMap toMap(const JournalHead& head) {
    return {{key("seq"), head.sequence}, {key("epoch"), head.epoch}, {key("hash"), head.hash}};
}

QCborArray toArray(const QList<BlobRef>& blobs) {
    QCborArray list;
    for (const BlobRef& blob : blobs)
        list.append(QCborMap{{key("h"), blob.hash},
                             {key("size"), blob.size},
                             {key("kind"), blob.kind},
                             {key("mime"), blob.mime}});
    return list;
}

QCborMap toMap(const Consent& consent) {
    return {{key("notice"), consent.notice},
            {key("version"), consent.version},
            {key("sha256"), consent.sha256},
            {key("lang"), consent.language},
            {key("for"), consent.purposes.join(u' ')},
            {key("at"), static_cast<qint64>(consent.at.time_since_epoch().count())}};
}

Consent readConsent(CborReader& reader) {
    Consent consent{reader.text(key("notice"), shortText),
                    reader.text(key("version"), shortText),
                    reader.octets(key("sha256"), 32, 32),
                    reader.text(key("lang"), 16),
                    reader.text(key("for"), shortText).split(u' ', Qt::SkipEmptyParts),
                    reader.time(key("at"))};
    if (consent.purposes.size() > mostPurposes)
        reader.refuse(key("for"), QStringLiteral("has too many words"));
    return consent;
}

PackageRef readPackage(CborReader& reader) {
    return {reader.text(key("name"), shortText), reader.text(key("version"), shortText),
            reader.octets(key("sha256"), 32, 32)};
}

FilledAt readFilledAt(CborReader& reader) {
    return {reader.time(key("wall")), reader.number(key("mono"), 0, mostNumber),
            reader.text(key("boot_id"), shortText),
            reader.number(key("offset_est"), -mostNumber, mostNumber),
            reader.number(key("offset_age"), 0, mostNumber)};
}

JournalHead readHead(CborReader& reader) {
    return {reader.number(key("seq"), 0, mostNumber), reader.number(key("epoch"), 1, mostNumber),
            reader.octets(key("hash"), 32, 32)};
}

crypto::Sealed readSeal(CborReader& reader) {
    crypto::Sealed seal;
    const auto suite = crypto::suiteOf(reader.text(key("suite"), 16));
    if (suite.has_value())
        seal.suite = *suite;
    else
        reader.refuse(key("suite"), QStringLiteral("is unknown"));
    seal.kid = reader.text(key("kid"), shortText);
    seal.enc = reader.octets(key("enc"), 32, 512);
    seal.ct = reader.octets(key("ct"), 16, manifestLimit);
    return seal;
}

QList<BlobRef> readBlobs(CborReader& reader) {
    QList<BlobRef> blobs;
    reader.each(key("blobs"), mostBlobs, [&blobs](CborReader& element) {
        blobs.append({element.octets(key("h"), 32, 32), element.number(key("size"), 1, blobLimit),
                      element.text(key("kind"), shortText), element.text(key("mime"), shortText)});
    });
    return blobs;
}

QString readUuid(CborReader& reader, const char* name) {
    QString id = reader.text(key(name), 36);
    if (!id.isEmpty() && !isUuid7(id))
        reader.refuse(key(name), QStringLiteral("is not a UUIDv7"));
    return id;
}

// Everything but the signature; what a newer version added comes first and cannot replace a known
// field.
QCborMap unsignedMap(const Manifest& manifest) {
    QCborMap map = manifest.rest;
    map.insert(key("v"), wireVersion);
    map.insert(key("id"), manifest.id);
    map.insert(key("device"), manifest.device);
    map.insert(key("dseq"), manifest.deviceSequence);
    map.insert(key("item"), manifest.item);
    map.insert(key("pack"), toMap(manifest.package));
    map.insert(key("schema"), manifest.schema);
    map.insert(key("filled_at"), toMap(manifest.filledAt));
    map.insert(key("blobs"), toArray(manifest.blobs));
    map.insert(key("journal"), toMap(manifest.journal));
    map.insert(key("seal"), toMap(manifest.seal));
    map.insert(key("commit"), manifest.commitment);
    map.insert(key("receipt"), manifest.receipt);
    if (manifest.consent)
        map.insert(key("consent"), toMap(*manifest.consent));
    return map;
}

QCborMap unsignedMap(const Supplement& supplement) {
    QCborMap map = supplement.rest;
    map.insert(key("v"), wireVersion);
    map.insert(key("id"), supplement.id);
    map.insert(key("application"), supplement.application);
    map.insert(key("rev"), supplement.revision);
    map.insert(key("device"), supplement.device);
    map.insert(key("filled_at"), toMap(supplement.filledAt));
    map.insert(key("blobs"), toArray(supplement.blobs));
    map.insert(key("seal"), toMap(supplement.seal));
    return map;
}

QByteArray purpose(const Manifest&) {
    return QByteArrayLiteral("tongban manifest 1\n");
}

QByteArray purpose(const Supplement&) {
    return QByteArrayLiteral("tongban supplement 1\n");
}

template <typename Message>
Result<QByteArray> signMessage(Message& message, const crypto::PrivateKey& deviceKey) {
    QCborMap map = unsignedMap(message);
    TRY_ASSIGN(const QByteArray content, encodeCbor(map));
    TRY_ASSIGN(message.signature, crypto::sign(deviceKey, purpose(message) + content));
    map.insert(key("sig"), message.signature);
    return encodeCbor(map);
}

template <typename Message>
bool verifyMessage(const Message& message, const crypto::PublicKey& device) {
    const auto content = encodeCbor(unsignedMap(message));
    return content.has_value() &&
           crypto::verify(device, purpose(message) + *content, message.signature);
}

} // namespace

Result<Manifest> readManifest(const QByteArray& bytes) {
    TRY_ASSIGN(const QCborMap map, decodeCbor(bytes, manifestLimit));
    CborReader reader(map);
    Manifest manifest;
    (void)reader.number(key("v"), wireVersion, wireVersion);
    manifest.id = readUuid(reader, "id");
    manifest.device = reader.text(key("device"), shortText);
    manifest.deviceSequence = reader.number(key("dseq"), 1, mostNumber);
    manifest.item = reader.text(key("item"), shortText);
    reader.inside(key("pack"), [&](CborReader& r) { manifest.package = readPackage(r); });
    manifest.schema = reader.number(key("schema"), 1, 1000);
    reader.inside(key("filled_at"), [&](CborReader& r) { manifest.filledAt = readFilledAt(r); });
    manifest.blobs = readBlobs(reader);
    reader.inside(key("journal"), [&](CborReader& r) { manifest.journal = readHead(r); });
    reader.inside(key("seal"), [&](CborReader& r) { manifest.seal = readSeal(r); });
    manifest.commitment = reader.octets(key("commit"), 12, 12);
    manifest.receipt = reader.octets(key("receipt"), 101, 101);
    if (map.contains(key("consent")))
        reader.inside(key("consent"), [&](CborReader& r) { manifest.consent = readConsent(r); });
    manifest.signature = reader.octets(key("sig"), crypto::signatureSize, crypto::signatureSize);
    TRY(reader.check());
    manifest.rest = reader.rest();
    return manifest;
}

Result<Supplement> readSupplement(const QByteArray& bytes) {
    TRY_ASSIGN(const QCborMap map, decodeCbor(bytes, manifestLimit));
    CborReader reader(map);
    Supplement supplement;
    (void)reader.number(key("v"), wireVersion, wireVersion);
    supplement.id = readUuid(reader, "id");
    supplement.application = readUuid(reader, "application");
    supplement.revision = reader.number(key("rev"), 1, 1000);
    supplement.device = reader.text(key("device"), shortText);
    reader.inside(key("filled_at"), [&](CborReader& r) { supplement.filledAt = readFilledAt(r); });
    supplement.blobs = readBlobs(reader);
    reader.inside(key("seal"), [&](CborReader& r) { supplement.seal = readSeal(r); });
    supplement.signature = reader.octets(key("sig"), crypto::signatureSize, crypto::signatureSize);
    TRY(reader.check());
    supplement.rest = reader.rest();
    return supplement;
}

// What was written is read again, so that a limit passed here is found here and not at the central
// service.
Result<QByteArray> signManifest(Manifest& manifest, const crypto::PrivateKey& deviceKey) {
    TRY_ASSIGN(QByteArray bytes, signMessage(manifest, deviceKey));
    TRY(readManifest(bytes));
    return bytes;
}

Result<QByteArray> signSupplement(Supplement& supplement, const crypto::PrivateKey& deviceKey) {
    TRY_ASSIGN(QByteArray bytes, signMessage(supplement, deviceKey));
    TRY(readSupplement(bytes));
    return bytes;
}

bool verifyManifest(const Manifest& manifest, const crypto::PublicKey& device) {
    return verifyMessage(manifest, device);
}

bool verifySupplement(const Supplement& supplement, const crypto::PublicKey& device) {
    return verifyMessage(supplement, device);
}

} // namespace tongban::protocol
