// Digests and what is built on them: SHA-256, SM3 (GB/T 32905), HMAC (RFC 2104), HKDF (RFC 5869),
// the SM2 KDF.
#pragma once

#include "services/core/result.h"
#include "services/crypto/secret_bytes.h"

namespace tongban::crypto {

enum class Hash { Sha256, Sm3 }; // both give 32 octets

QByteArray digest(Hash hash, QByteArrayView bytes);
inline QByteArray sha256(QByteArrayView bytes) {
    return digest(Hash::Sha256, bytes);
}

// A digest of what arrives in pieces.
class Digester {
public:
    explicit Digester(Hash hash);
    Digester(Digester&& other) noexcept
        : m_context(std::exchange(other.m_context, nullptr)) {}
    Digester& operator=(Digester&&) = delete;
    ~Digester();
    void add(QByteArrayView bytes);
    QByteArray finish(); // once

private:
    void* m_context;
};

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView bytes);

SecretBytes hkdfExtract(Hash hash, QByteArrayView salt, QByteArrayView secret);
SecretBytes hkdfExpand(Hash hash, QByteArrayView key, QByteArrayView purpose, qsizetype size);

// GB/T 32918.4 §5.4.3: SM3(secret || counter), counter a big-endian 32-bit number from 1.
SecretBytes sm2Kdf(QByteArrayView secret, qsizetype size);

// In a time that depends on the lengths only.
bool equalInConstantTime(QByteArrayView left, QByteArrayView right);

} // namespace tongban::crypto
