// Both software providers, and the choice of a key by time and by kid.
#include "services/crypto/seal.h"

#include "services/crypto/digest.h"
#include "services/crypto/hpke.h"
#include "services/crypto/openssl_fault.h"
#include "services/crypto/random.h"

namespace tongban::crypto {

namespace {

// Names this use, so that the same key never means something else in another protocol.
QByteArray purposeOf(Suite suite, const QString& kid) {
    return "tongban seal 1 " + nameOf(suite).toLatin1() + ' ' + kid.toUtf8();
}

class IntlProvider final : public SealProvider {
public:
    Algorithm keyAlgorithm() const override { return Algorithm::P256; }

    Result<Sealed> seal(const PublicKey& key, const QString& kid, QByteArrayView bound,
                        QByteArrayView plain) const override {
        TRY_ASSIGN(const Encapsulation fresh, hpkeEncapsulate(key));
        const HpkeKeys keys =
            hpkeKeySchedule(fresh.secret.view(), purposeOf(Suite::Intl, kid), HpkeAead::Aes256Gcm);
        TRY_ASSIGN(QByteArray ct,
                   aeadSeal(Suite::Intl, keys.key.view(), keys.nonce.view(), bound, plain));
        return Sealed{Suite::Intl, kid, fresh.enc, std::move(ct)};
    }

    Result<SecretBytes> open(const PrivateKey& key, const Sealed& sealed,
                             QByteArrayView bound) const override {
        TRY_ASSIGN(const SecretBytes secret, hpkeDecapsulate(key, sealed.enc));
        const HpkeKeys keys =
            hpkeKeySchedule(secret.view(), purposeOf(Suite::Intl, sealed.kid), HpkeAead::Aes256Gcm);
        return aeadOpen(Suite::Intl, keys.key.view(), keys.nonce.view(), bound, sealed.ct);
    }
};

class GmProvider final : public SealProvider {
public:
    Algorithm keyAlgorithm() const override { return Algorithm::Sm2; }

    Result<Sealed> seal(const PublicKey& key, const QString& kid, QByteArrayView bound,
                        QByteArrayView plain) const override {
        const SecretBytes seed = randomSecret(32);
        TRY_ASSIGN(QByteArray enc, encrypt(key, seed));
        const SecretBytes keys = derive(seed, enc, kid);
        TRY_ASSIGN(QByteArray ct, aeadSeal(Suite::Gm, keys.view().first(48), keys.view().sliced(48),
                                           bound, plain));
        return Sealed{Suite::Gm, kid, std::move(enc), std::move(ct)};
    }

    Result<SecretBytes> open(const PrivateKey& key, const Sealed& sealed,
                             QByteArrayView bound) const override {
        TRY_ASSIGN(const SecretBytes seed, decrypt(key, sealed.enc));
        const SecretBytes keys = derive(seed, sealed.enc, sealed.kid);
        return aeadOpen(Suite::Gm, keys.view().first(48), keys.view().sliced(48), bound, sealed.ct);
    }

private:
    // 48 octets of keys and 16 of nonce, out of the seed, the encapsulation and the purpose.
    static SecretBytes derive(const SecretBytes& seed, const QByteArray& enc, const QString& kid) {
        QByteArray input = seed.view().toByteArray();
        input.append(digest(Hash::Sm3, enc)).append(purposeOf(Suite::Gm, kid));
        SecretBytes out = sm2Kdf(input, 64);
        wipe(input);
        return out;
    }

    static Result<QByteArray> encrypt(const PublicKey& key, const SecretBytes& seed) {
        const PkeyContext context(EVP_PKEY_CTX_new(key.handle(), nullptr));
        size_t size = 0;
        if (key.algorithm() != Algorithm::Sm2 || EVP_PKEY_encrypt_init(context.get()) != 1 ||
            EVP_PKEY_encrypt(context.get(), nullptr, &size, octets(seed.view()), 32) != 1)
            return opensslFault("SM2 encryption");
        QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
        if (EVP_PKEY_encrypt(context.get(), octets(out), &size, octets(seed.view()), 32) != 1)
            return opensslFault("SM2 encryption");
        out.truncate(static_cast<qsizetype>(size));
        return out;
    }

    static Result<SecretBytes> decrypt(const PrivateKey& key, const QByteArray& enc) {
        const PkeyContext context(EVP_PKEY_CTX_new(key.handle(), nullptr));
        SecretBytes out(enc.size() + 64);
        auto size = static_cast<size_t>(out.size());
        if (key.algorithm() != Algorithm::Sm2 || EVP_PKEY_decrypt_init(context.get()) != 1 ||
            EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size,
                             octets(enc), static_cast<size_t>(enc.size())) != 1 ||
            size != 32)
            return opensslFault("SM2 decryption");
        out.truncate(32);
        return out;
    }
};

} // namespace

const SealProvider& softwareSealProvider(Suite suite) {
    static const IntlProvider intl;
    static const GmProvider gm;
    if (suite == Suite::Gm)
        return gm;
    return intl;
}

Result<Sealed> SealKeySet::seal(Suite suite, QByteArrayView bound, QByteArrayView plain,
                                Instant now) const {
    const SealKey* chosen = nullptr;
    for (const SealKey& key : m_keys) {
        if (key.suite == suite && key.notBefore <= now && now < key.notAfter &&
            (chosen == nullptr || key.notBefore > chosen->notBefore))
            chosen = &key;
    }
    if (chosen == nullptr)
        return fail(FaultKind::NotFound,
                    QStringLiteral("no valid seal key of suite %1").arg(nameOf(suite)));
    return softwareSealProvider(suite).seal(chosen->key, chosen->kid, bound, plain);
}

Result<SecretBytes> SealKeyRing::open(const Sealed& sealed, QByteArrayView bound) const {
    const auto found = m_keys.constFind(sealed.kid);
    if (found == m_keys.constEnd())
        return fail(FaultKind::NotFound,
                    QStringLiteral("no seal key “%1”").arg(sealed.kid.left(64)));
    return softwareSealProvider(sealed.suite).open(*found, sealed, bound);
}

} // namespace tongban::crypto
