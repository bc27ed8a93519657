// Labels and order exactly as in RFC 9180.
#include "services/crypto/hpke.h"

#include "services/crypto/digest.h"
#include "services/crypto/openssl_fault.h"

namespace tongban::crypto {

namespace {

QByteArray twoOctets(int value) {
    QByteArray out;
    out.append(static_cast<char>(value >> 8)).append(static_cast<char>(value & 0xff));
    return out;
}

QByteArray kemSuite() {
    return "KEM" + twoOctets(0x0010);
}

SecretBytes labeledExtract(const QByteArray& suite, QByteArrayView salt, const char* label,
                           QByteArrayView secret) {
    QByteArray input = "HPKE-v1" + suite + label;
    input.append(secret);
    SecretBytes out = hkdfExtract(Hash::Sha256, salt, input);
    wipe(input);
    return out;
}

SecretBytes labeledExpand(const QByteArray& suite, QByteArrayView key, const char* label,
                          QByteArrayView purpose, int size) {
    QByteArray labeled = twoOctets(size) + "HPKE-v1" + suite + label;
    labeled.append(purpose);
    return hkdfExpand(Hash::Sha256, key, labeled, size);
}

Result<SecretBytes> diffieHellman(EVP_PKEY* own, EVP_PKEY* other) {
    const PkeyContext context(EVP_PKEY_CTX_new(own, nullptr));
    SecretBytes out(32);
    size_t size = 32;
    if (EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer_ex(context.get(), other, 1) != 1 ||
        EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size) != 1 ||
        size != 32)
        return opensslFault("ECDH");
    return out;
}

SecretBytes sharedSecret(QByteArrayView dh, const QByteArray& enc, const PublicKey& recipient) {
    const SecretBytes prk = labeledExtract(kemSuite(), {}, "eae_prk", dh);
    return labeledExpand(kemSuite(), prk.view(), "shared_secret", enc + recipient.raw(), 32);
}

Result<void> needP256(Algorithm algorithm) {
    if (algorithm != Algorithm::P256)
        return fail(FaultKind::Invalid, QStringLiteral("HPKE: the key is not P-256"));
    return {};
}

} // namespace

Result<Encapsulation> hpkeEncapsulate(const PublicKey& recipient) {
    TRY(needP256(recipient.algorithm()));
    TRY_ASSIGN(const PrivateKey once, PrivateKey::generate(Algorithm::P256));
    TRY_ASSIGN(const SecretBytes dh, diffieHellman(once.handle(), recipient.handle()));
    const QByteArray enc = once.publicKey().raw();
    return Encapsulation{enc, sharedSecret(dh.view(), enc, recipient)};
}

Result<SecretBytes> hpkeDecapsulate(const PrivateKey& recipient, QByteArrayView enc) {
    TRY(needP256(recipient.algorithm()));
    if (enc.size() != 65)
        return fail(FaultKind::Crypto, QStringLiteral("HPKE: enc is not an uncompressed point"));
    TRY_ASSIGN(const PublicKey once, PublicKey::fromRaw(Algorithm::P256, enc));
    TRY_ASSIGN(const SecretBytes dh, diffieHellman(recipient.handle(), once.handle()));
    return sharedSecret(dh.view(), enc.toByteArray(), recipient.publicKey());
}

HpkeKeys hpkeKeySchedule(QByteArrayView secret, QByteArrayView purpose, HpkeAead aead) {
    const QByteArray suite =
        "HPKE" + twoOctets(0x0010) + twoOctets(0x0001) + twoOctets(static_cast<int>(aead));
    const SecretBytes pskIdHash = labeledExtract(suite, {}, "psk_id_hash", {});
    const SecretBytes infoHash = labeledExtract(suite, {}, "info_hash", purpose);
    QByteArray context(1, '\0'); // mode_base
    context.append(pskIdHash.view()).append(infoHash.view());
    const SecretBytes scheduled = labeledExtract(suite, secret, "secret", {});
    const int keySize = aead == HpkeAead::Aes128Gcm ? 16 : 32;
    return {labeledExpand(suite, scheduled.view(), "key", context, keySize),
            labeledExpand(suite, scheduled.view(), "base_nonce", context, 12)};
}

} // namespace tongban::crypto
