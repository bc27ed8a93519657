// Key pairs for signatures and agreement: P-256, Ed25519, SM2. Values that are cheap to copy.
#pragma once

#include "services/core/result.h"
#include "services/crypto/secret_bytes.h"

#include <memory>

struct evp_pkey_st;

namespace tongban::crypto {

// The numbers are those of a TB1 receipt (low nibble of its first octet).
enum class Algorithm : quint8 { P256 = 1, Ed25519 = 2, Sm2 = 3 };

QString nameOf(Algorithm algorithm); // "p256", "ed25519", "sm2"
Result<Algorithm> algorithmOf(const QString& name);

class PublicKey {
public:
    PublicKey() = default;
    // P-256 and SM2: a point, 65 octets or 33 compressed; Ed25519: 32 octets.
    static Result<PublicKey> fromRaw(Algorithm algorithm, QByteArrayView raw);
    static Result<PublicKey> fromPem(QByteArrayView pem);

    bool isNull() const { return m_key == nullptr; }
    Algorithm algorithm() const { return m_algorithm; }
    QByteArray raw() const; // uncompressed point or 32 octets
    QByteArray compressed() const;
    QByteArray toPem() const;
    QString fingerprint() const; // SHA-256 of algorithm and raw form, hexadecimal
    bool operator==(const PublicKey& other) const;
    evp_pkey_st* handle() const { return m_key.get(); }

private:
    friend class PrivateKey;
    PublicKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key);
    Algorithm m_algorithm = Algorithm::P256;
    std::shared_ptr<evp_pkey_st> m_key;
};

class PrivateKey {
public:
    PrivateKey() = default;
    static Result<PrivateKey> generate(Algorithm algorithm);
    // Ed25519: the seed; P-256 and SM2: the scalar. 32 octets.
    static Result<PrivateKey> fromRaw(Algorithm algorithm, QByteArrayView raw);
    static Result<PrivateKey> fromPem(QByteArrayView pem);
    // PKCS #8 PEM files; saved with mode 0600, and refused when others may read them.
    static Result<PrivateKey> load(const QString& path);
    Result<void> save(const QString& path) const;
    // Loads the file, or makes a key and saves it when there is none.
    static Result<PrivateKey> loadOrGenerate(const QString& path, Algorithm algorithm);

    bool isNull() const { return m_key == nullptr; }
    Algorithm algorithm() const { return m_algorithm; }
    PublicKey publicKey() const;
    SecretBytes toPem() const;
    evp_pkey_st* handle() const { return m_key.get(); }

private:
    PrivateKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key);
    Algorithm m_algorithm = Algorithm::P256;
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace tongban::crypto
