// EVP signing; DER signatures become fixed r||s so that a receipt has one length.
#include "services/crypto/signature.h"

#include "services/crypto/openssl_fault.h"

#include <openssl/bn.h>
#include <openssl/err.h>

namespace tongban::crypto {

namespace {

const EVP_MD* digestFor(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::P256:
        return EVP_sha256();
    case Algorithm::Sm2:
        return EVP_sm3();
    case Algorithm::Ed25519:
        return nullptr; // hashes by itself
    }
    return nullptr;
}

// SM2 hashes an identity before the message; OpenSSL takes it on the key context, set before the
// start.
bool prepare(EVP_MD_CTX* context, const PkeyContext& keyContext, Algorithm algorithm,
             QByteArrayView sm2Id) {
    if (algorithm != Algorithm::Sm2)
        return true;
    if (EVP_PKEY_CTX_set1_id(keyContext.get(), sm2Id.data(), static_cast<int>(sm2Id.size())) != 1)
        return false;
    EVP_MD_CTX_set_pkey_ctx(context, keyContext.get());
    return true;
}

Result<QByteArray> fixedFromDer(QByteArrayView der) {
    const unsigned char* cursor = octets(der);
    const EcdsaSignature parsed(d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
    if (parsed == nullptr)
        return opensslFault("signature");
    QByteArray out(signatureSize, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), octets(out), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), octets(out) + 32, 32);
    return out;
}

QByteArray derFromFixed(QByteArrayView fixed) {
    const EcdsaSignature parts(ECDSA_SIG_new());
    ECDSA_SIG_set0(parts.get(), BN_bin2bn(octets(fixed), 32, nullptr),
                   BN_bin2bn(octets(fixed) + 32, 32, nullptr));
    unsigned char* out = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &out);
    QByteArray der(reinterpret_cast<char*>(out), qMax(size, 0));
    OPENSSL_free(out);
    return der;
}

} // namespace

Result<QByteArray> sign(const PrivateKey& key, QByteArrayView message) {
    const PkeyContext keyContext(EVP_PKEY_CTX_new(key.handle(), nullptr));
    const DigestContext context(EVP_MD_CTX_new());
    size_t size = 0;
    if (!prepare(context.get(), keyContext, key.algorithm(), sm2UserId) ||
        EVP_DigestSignInit(context.get(), nullptr, digestFor(key.algorithm()), nullptr,
                           key.handle()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, octets(message),
                       static_cast<size_t>(message.size())) != 1)
        return opensslFault("sign");
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), octets(out), &size, octets(message),
                       static_cast<size_t>(message.size())) != 1)
        return opensslFault("sign");
    out.truncate(static_cast<qsizetype>(size));
    if (key.algorithm() == Algorithm::Ed25519)
        return out;
    return fixedFromDer(out);
}

bool verify(const PublicKey& key, QByteArrayView message, QByteArrayView signature,
            QByteArrayView sm2Id) {
    if (key.isNull() || signature.size() != signatureSize)
        return false;
    const QByteArray wire =
        key.algorithm() == Algorithm::Ed25519 ? signature.toByteArray() : derFromFixed(signature);
    const PkeyContext keyContext(EVP_PKEY_CTX_new(key.handle(), nullptr));
    const DigestContext context(EVP_MD_CTX_new());
    const bool good =
        prepare(context.get(), keyContext, key.algorithm(), sm2Id) &&
        EVP_DigestVerifyInit(context.get(), nullptr, digestFor(key.algorithm()), nullptr,
                             key.handle()) == 1 &&
        EVP_DigestVerify(context.get(), octets(wire), static_cast<size_t>(wire.size()),
                         octets(message), static_cast<size_t>(message.size())) == 1;
    ERR_clear_error();
    return good;
}

} // namespace tongban::crypto
