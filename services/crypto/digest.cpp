// EVP digests; the algorithms exist in every OpenSSL 3 default provider, so a failure is a broken
// installation.
#include "services/crypto/digest.h"

#include "services/crypto/openssl_fault.h"

#include <QtEndian>
#include <openssl/crypto.h>
#include <openssl/hmac.h>

namespace tongban::crypto {

namespace {

constexpr qsizetype digestSize = 32;

const EVP_MD* evp(Hash hash) {
    return hash == Hash::Sm3 ? EVP_sm3() : EVP_sha256();
}

EVP_MD_CTX* contextOf(void* context) {
    return static_cast<EVP_MD_CTX*>(context);
}

} // namespace

QByteArray digest(Hash hash, QByteArrayView bytes) {
    Digester digester(hash);
    digester.add(bytes);
    return digester.finish();
}

Digester::Digester(Hash hash)
    : m_context(EVP_MD_CTX_new()) {
    if (EVP_DigestInit_ex(contextOf(m_context), evp(hash), nullptr) != 1)
        qFatal("OpenSSL has no such digest");
}

Digester::~Digester() {
    EVP_MD_CTX_free(contextOf(m_context));
}

void Digester::add(QByteArrayView bytes) {
    EVP_DigestUpdate(contextOf(m_context), bytes.data(), static_cast<size_t>(bytes.size()));
}

QByteArray Digester::finish() {
    QByteArray out(digestSize, Qt::Uninitialized);
    EVP_DigestFinal_ex(contextOf(m_context), octets(out), nullptr);
    return out;
}

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView bytes) {
    static constexpr char nothing = 0; // HMAC() takes a null key for "the key of before"
    QByteArray out(digestSize, Qt::Uninitialized);
    if (HMAC(evp(hash), key.isEmpty() ? &nothing : key.data(), static_cast<int>(key.size()),
             octets(bytes), static_cast<size_t>(bytes.size()), octets(out), nullptr) == nullptr)
        qFatal("OpenSSL has no such digest");
    return out;
}

SecretBytes hkdfExtract(Hash hash, QByteArrayView salt, QByteArrayView secret) {
    QByteArray key =
        hmac(hash, salt.isEmpty() ? QByteArray(digestSize, '\0') : salt.toByteArray(), secret);
    SecretBytes kept{QByteArrayView(key)};
    wipe(key);
    return kept;
}

SecretBytes hkdfExpand(Hash hash, QByteArrayView key, QByteArrayView purpose, qsizetype size) {
    Q_ASSERT(size <= 255 * digestSize);
    SecretBytes out(size);
    QByteArray block;
    char counter = 1;
    for (qsizetype done = 0; done < size; done += digestSize, ++counter) {
        QByteArray input = block + purpose.toByteArray() + counter;
        wipe(block);
        block = hmac(hash, key, input);
        wipe(input);
        std::copy_n(block.constData(), qMin(digestSize, size - done), out.data() + done);
    }
    wipe(block);
    return out;
}

SecretBytes sm2Kdf(QByteArrayView secret, qsizetype size) {
    SecretBytes out(size);
    quint32 counter = 1;
    for (qsizetype done = 0; done < size; done += digestSize, ++counter) {
        const quint32 wire = qToBigEndian(counter);
        Digester digester(Hash::Sm3);
        digester.add(secret);
        digester.add({reinterpret_cast<const char*>(&wire), 4});
        QByteArray block = digester.finish();
        std::copy_n(block.constData(), qMin(digestSize, size - done), out.data() + done);
        wipe(block);
    }
    return out;
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right) {
    return left.size() == right.size() &&
           CRYPTO_memcmp(left.data(), right.data(), static_cast<size_t>(left.size())) == 0;
}

} // namespace tongban::crypto
