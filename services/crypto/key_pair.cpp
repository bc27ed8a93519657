// EVP keys. SM2 keys are made by name: a key made as "an EC key on the SM2 curve" cannot sign in
// OpenSSL 3.0.
#include "services/crypto/key_pair.h"

#include "services/crypto/digest.h"
#include "services/crypto/openssl_fault.h"
#include "services/crypto/private_file.h"

#include <QFile>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

namespace tongban::crypto {

namespace {

using Params = std::unique_ptr<OSSL_PARAM, Released<OSSL_PARAM_free>>;
using ParamsBuild = std::unique_ptr<OSSL_PARAM_BLD, Released<OSSL_PARAM_BLD_free>>;
using GroupOwner = std::unique_ptr<EC_GROUP, Released<EC_GROUP_free>>;
using PointOwner = std::unique_ptr<EC_POINT, Released<EC_POINT_free>>;
using NumberOwner = std::unique_ptr<BIGNUM, Released<BN_clear_free>>;

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY* key) {
    return {key, EVP_PKEY_free};
}

const char* typeName(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::P256:
        return "EC";
    case Algorithm::Ed25519:
        return "ED25519";
    case Algorithm::Sm2:
        return "SM2";
    }
    return "";
}

const char* groupName(Algorithm algorithm) {
    return algorithm == Algorithm::Sm2 ? "SM2" : "prime256v1";
}

GroupOwner groupOf(Algorithm algorithm) {
    return GroupOwner(
        EC_GROUP_new_by_curve_name(algorithm == Algorithm::Sm2 ? NID_sm2 : NID_X9_62_prime256v1));
}

// Which of our algorithms a key read from PEM is.
Result<Algorithm> recognize(const EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "ED25519"))
        return Algorithm::Ed25519;
    std::array<char, 32> group{};
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1) {
        const QByteArray name(group.data());
        if (name == "SM2")
            return Algorithm::Sm2;
        if (name == "prime256v1")
            return Algorithm::P256;
    }
    return fail(FaultKind::Invalid, QStringLiteral("key: neither P-256, Ed25519 nor SM2"));
}

Result<std::shared_ptr<EVP_PKEY>> ecKey(Algorithm algorithm, QByteArrayView point,
                                        const BIGNUM* scalar) {
    const ParamsBuild build(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, groupName(algorithm),
                                    0);
    OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     static_cast<size_t>(point.size()));
    if (scalar != nullptr)
        OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_PRIV_KEY, scalar);
    const Params params(OSSL_PARAM_BLD_to_param(build.get()));
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, typeName(algorithm), nullptr));
    EVP_PKEY* key = nullptr;
    if (params == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key,
                          scalar != nullptr ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                          params.get()) != 1)
        return opensslFault("key from octets");
    return shared(key);
}

// The point as octets in the wanted form; also proves that it lies on the curve.
Result<QByteArray> convertPoint(Algorithm algorithm, QByteArrayView point,
                                point_conversion_form_t form) {
    const GroupOwner group = groupOf(algorithm);
    const PointOwner parsed(EC_POINT_new(group.get()));
    if (EC_POINT_oct2point(group.get(), parsed.get(), octets(point),
                           static_cast<size_t>(point.size()), nullptr) != 1 ||
        EC_POINT_is_at_infinity(group.get(), parsed.get()) == 1)
        return opensslFault("public key");
    QByteArray out(form == POINT_CONVERSION_COMPRESSED ? 33 : 65, Qt::Uninitialized);
    EC_POINT_point2oct(group.get(), parsed.get(), form, octets(out),
                       static_cast<size_t>(out.size()), nullptr);
    return out;
}

Result<std::shared_ptr<EVP_PKEY>> ecFromScalar(Algorithm algorithm, QByteArrayView raw) {
    const GroupOwner group = groupOf(algorithm);
    const NumberOwner scalar(BN_bin2bn(octets(raw), static_cast<int>(raw.size()), nullptr));
    const PointOwner point(EC_POINT_new(group.get()));
    if (BN_is_zero(scalar.get()) || BN_cmp(scalar.get(), EC_GROUP_get0_order(group.get())) >= 0)
        return fail(FaultKind::Invalid, QStringLiteral("private key: out of range"));
    if (EC_POINT_mul(group.get(), point.get(), scalar.get(), nullptr, nullptr, nullptr) != 1)
        return opensslFault("private key");
    QByteArray octetsOfPoint(65, Qt::Uninitialized);
    EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                       octets(octetsOfPoint), 65, nullptr);
    return ecKey(algorithm, octetsOfPoint, scalar.get());
}

QByteArray contentOf(BIO* bio) {
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return QByteArray(start, size);
}

} // namespace

QString nameOf(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::P256:
        return QStringLiteral("p256");
    case Algorithm::Ed25519:
        return QStringLiteral("ed25519");
    case Algorithm::Sm2:
        return QStringLiteral("sm2");
    }
    return {};
}

Result<Algorithm> algorithmOf(const QString& name) {
    for (const Algorithm known : {Algorithm::P256, Algorithm::Ed25519, Algorithm::Sm2}) {
        if (nameOf(known) == name)
            return known;
    }
    return fail(FaultKind::Invalid, QStringLiteral("unknown algorithm “%1”").arg(name.left(20)));
}

PublicKey::PublicKey(Algorithm algorithm, std::shared_ptr<EVP_PKEY> key)
    : m_algorithm(algorithm)
    , m_key(std::move(key)) {}

Result<PublicKey> PublicKey::fromRaw(Algorithm algorithm, QByteArrayView raw) {
    if (algorithm == Algorithm::Ed25519) {
        EVP_PKEY* key = raw.size() != 32 ? nullptr
                                         : EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                                                       octets(raw), 32);
        if (key == nullptr)
            return opensslFault("Ed25519 public key");
        return PublicKey(algorithm, shared(key));
    }
    TRY_ASSIGN(const QByteArray point, convertPoint(algorithm, raw, POINT_CONVERSION_UNCOMPRESSED));
    TRY_ASSIGN(auto key, ecKey(algorithm, point, nullptr));
    return PublicKey(algorithm, std::move(key));
}

Result<PublicKey> PublicKey::fromPem(QByteArrayView pem) {
    const BioOwner bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    EVP_PKEY* key = PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr);
    if (key == nullptr)
        return opensslFault("public key PEM");
    auto owner = shared(key);
    TRY_ASSIGN(const Algorithm algorithm, recognize(key));
    return PublicKey(algorithm, std::move(owner));
}

QByteArray PublicKey::raw() const {
    size_t size = 65;
    QByteArray out(65, Qt::Uninitialized);
    if (m_algorithm == Algorithm::Ed25519)
        EVP_PKEY_get_raw_public_key(m_key.get(), octets(out), &size);
    else
        EVP_PKEY_get_octet_string_param(m_key.get(), OSSL_PKEY_PARAM_PUB_KEY, octets(out), 65,
                                        &size);
    out.truncate(static_cast<qsizetype>(size));
    if (m_algorithm != Algorithm::Ed25519 && out.size() != 65)
        return convertPoint(m_algorithm, out, POINT_CONVERSION_UNCOMPRESSED).value_or(QByteArray());
    return out;
}

QByteArray PublicKey::compressed() const {
    if (m_algorithm == Algorithm::Ed25519)
        return raw();
    return convertPoint(m_algorithm, raw(), POINT_CONVERSION_COMPRESSED).value_or(QByteArray());
}

QByteArray PublicKey::toPem() const {
    const BioOwner bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), m_key.get());
    return contentOf(bio.get());
}

QString PublicKey::fingerprint() const {
    return QString::fromLatin1(sha256(nameOf(m_algorithm).toLatin1() + ':' + raw()).toHex());
}

bool PublicKey::operator==(const PublicKey& other) const {
    if (isNull() || other.isNull())
        return isNull() == other.isNull();
    return m_algorithm == other.m_algorithm && raw() == other.raw();
}

PrivateKey::PrivateKey(Algorithm algorithm, std::shared_ptr<EVP_PKEY> key)
    : m_algorithm(algorithm)
    , m_key(std::move(key)) {}

Result<PrivateKey> PrivateKey::generate(Algorithm algorithm) {
    EVP_PKEY* key = algorithm == Algorithm::P256
                        ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "prime256v1")
                        : EVP_PKEY_Q_keygen(nullptr, nullptr, typeName(algorithm));
    if (key == nullptr)
        return opensslFault("generate key");
    return PrivateKey(algorithm, shared(key));
}

Result<PrivateKey> PrivateKey::fromRaw(Algorithm algorithm, QByteArrayView raw) {
    if (raw.size() != 32)
        return fail(FaultKind::Invalid, QStringLiteral("private key: not 32 octets"));
    if (algorithm == Algorithm::Ed25519) {
        EVP_PKEY* key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(raw), 32);
        if (key == nullptr)
            return opensslFault("Ed25519 private key");
        return PrivateKey(algorithm, shared(key));
    }
    TRY_ASSIGN(auto key, ecFromScalar(algorithm, raw));
    return PrivateKey(algorithm, std::move(key));
}

Result<PrivateKey> PrivateKey::fromPem(QByteArrayView pem) {
    const BioOwner bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // The callback answers "no pass phrase" so that OpenSSL never asks on the terminal.
    EVP_PKEY* key = PEM_read_bio_PrivateKey(
        bio.get(), nullptr, [](char*, int, int, void*) { return 0; }, nullptr);
    if (key == nullptr)
        return opensslFault("private key PEM");
    auto owner = shared(key);
    TRY_ASSIGN(const Algorithm algorithm, recognize(key));
    return PrivateKey(algorithm, std::move(owner));
}

Result<PrivateKey> PrivateKey::load(const QString& path) {
    TRY_ASSIGN(const SecretBytes pem, readPrivateFile(path));
    return fromPem(pem.view());
}

Result<void> PrivateKey::save(const QString& path) const {
    const SecretBytes pem = toPem();
    return writePrivateFile(path, pem.view());
}

Result<PrivateKey> PrivateKey::loadOrGenerate(const QString& path, Algorithm algorithm) {
    if (QFile::exists(path))
        return load(path);
    TRY_ASSIGN(PrivateKey key, generate(algorithm));
    TRY(key.save(path));
    return key;
}

PublicKey PrivateKey::publicKey() const {
    return PublicKey(m_algorithm, m_key);
}

SecretBytes PrivateKey::toPem() const {
    const BioOwner bio(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &start);
    return SecretBytes(QByteArrayView(start, size));
}

} // namespace tongban::crypto
