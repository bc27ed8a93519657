// AES-256-GCM and the composed SM4 suite over EVP ciphers.
#include "services/crypto/aead.h"

#include "services/crypto/digest.h"
#include "services/crypto/openssl_fault.h"

#include <QtEndian>

namespace tongban::crypto {

namespace {

constexpr qsizetype sm4KeySize = 16;
constexpr int gcmTagSize = 16;

tl::unexpected<Fault> notAuthentic() {
    return fail(FaultKind::Crypto, QStringLiteral("sealed octets: not authentic"));
}

int toInt(qsizetype size) {
    return static_cast<int>(size);
}

Result<QByteArray> gcmSeal(QByteArrayView key, QByteArrayView nonce, QByteArrayView bound,
                           QByteArrayView plain) {
    const CipherContext context(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + gcmTagSize, Qt::Uninitialized);
    int size = 0;
    if (EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), octets(key), octets(nonce),
                            nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), nullptr, &size, octets(bound), toInt(bound.size())) != 1 ||
        EVP_EncryptUpdate(context.get(), octets(out), &size, octets(plain), toInt(plain.size())) !=
            1 ||
        EVP_EncryptFinal_ex(context.get(), octets(out) + size, &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, gcmTagSize,
                            out.data() + plain.size()) != 1)
        return opensslFault("AES-256-GCM");
    return out;
}

Result<SecretBytes> gcmOpen(QByteArrayView key, QByteArrayView nonce, QByteArrayView bound,
                            QByteArrayView sealed) {
    const CipherContext context(EVP_CIPHER_CTX_new());
    const qsizetype length = sealed.size() - gcmTagSize;
    QByteArray tag = sealed.last(gcmTagSize).toByteArray();
    SecretBytes out(length);
    auto* target = reinterpret_cast<unsigned char*>(out.data());
    unsigned char none = 0;
    int size = 0;
    if (EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), octets(key), octets(nonce),
                            nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), nullptr, &size, octets(bound), toInt(bound.size())) != 1 ||
        EVP_DecryptUpdate(context.get(), target != nullptr ? target : &none, &size, octets(sealed),
                          toInt(length)) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, gcmTagSize, tag.data()) != 1 ||
        EVP_DecryptFinal_ex(context.get(), target != nullptr ? target + size : &none, &size) != 1)
        return notAuthentic();
    return out;
}

bool sm4Ctr(QByteArrayView key, QByteArrayView nonce, QByteArrayView in, char* out) {
    const CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    return EVP_EncryptInit_ex2(context.get(), EVP_sm4_ctr(), octets(key), octets(nonce), nullptr) ==
               1 &&
           (in.isEmpty() || EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char*>(out),
                                              &size, octets(in), toInt(in.size())) == 1);
}

// The length of the bound text closes the input, so that no octet can move from one part to the
// next.
QByteArray sm4Tag(QByteArrayView key, QByteArrayView nonce, QByteArrayView bound,
                  QByteArrayView cipherText) {
    const quint64 length = qToBigEndian(static_cast<quint64>(bound.size()));
    QByteArray input;
    input.reserve(nonce.size() + bound.size() + cipherText.size() + 8);
    input.append(nonce).append(bound).append(cipherText);
    input.append(reinterpret_cast<const char*>(&length), 8);
    return hmac(Hash::Sm3, key.sliced(sm4KeySize), input);
}

Result<QByteArray> sm4Seal(QByteArrayView key, QByteArrayView nonce, QByteArrayView bound,
                           QByteArrayView plain) {
    QByteArray out(plain.size(), Qt::Uninitialized);
    if (!sm4Ctr(key.first(sm4KeySize), nonce, plain, out.data()))
        return opensslFault("SM4-CTR");
    out.append(sm4Tag(key, nonce, bound, out));
    return out;
}

Result<SecretBytes> sm4Open(QByteArrayView key, QByteArrayView nonce, QByteArrayView bound,
                            QByteArrayView sealed) {
    const QByteArrayView cipherText = sealed.chopped(tagSizeOf(Suite::Gm));
    if (!equalInConstantTime(sm4Tag(key, nonce, bound, cipherText),
                             sealed.sliced(cipherText.size())))
        return notAuthentic();
    SecretBytes out(cipherText.size());
    if (!sm4Ctr(key.first(sm4KeySize), nonce, cipherText, out.data()))
        return opensslFault("SM4-CTR");
    return out;
}

} // namespace

QString nameOf(Suite suite) {
    return suite == Suite::Gm ? QStringLiteral("gm") : QStringLiteral("intl");
}

Result<Suite> suiteOf(const QString& name) {
    for (const Suite known : {Suite::Intl, Suite::Gm}) {
        if (nameOf(known) == name)
            return known;
    }
    return fail(FaultKind::Invalid, QStringLiteral("unknown suite “%1”").arg(name.left(20)));
}

qsizetype keySizeOf(Suite suite) {
    return suite == Suite::Gm ? sm4KeySize + 32 : 32;
}

qsizetype nonceSizeOf(Suite suite) {
    return suite == Suite::Gm ? 16 : 12;
}

qsizetype tagSizeOf(Suite suite) {
    return suite == Suite::Gm ? 32 : gcmTagSize;
}

Result<QByteArray> aeadSeal(Suite suite, QByteArrayView key, QByteArrayView nonce,
                            QByteArrayView bound, QByteArrayView plain) {
    if (key.size() != keySizeOf(suite) || nonce.size() != nonceSizeOf(suite))
        return fail(FaultKind::Internal, QStringLiteral("AEAD: size of key or nonce"));
    return suite == Suite::Gm ? sm4Seal(key, nonce, bound, plain)
                              : gcmSeal(key, nonce, bound, plain);
}

Result<SecretBytes> aeadOpen(Suite suite, QByteArrayView key, QByteArrayView nonce,
                             QByteArrayView bound, QByteArrayView sealed) {
    if (key.size() != keySizeOf(suite) || nonce.size() != nonceSizeOf(suite))
        return fail(FaultKind::Internal, QStringLiteral("AEAD: size of key or nonce"));
    if (sealed.size() < tagSizeOf(suite))
        return notAuthentic();
    return suite == Suite::Gm ? sm4Open(key, nonce, bound, sealed)
                              : gcmOpen(key, nonce, bound, sealed);
}

} // namespace tongban::crypto
