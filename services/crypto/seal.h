// Sealing: an application is encrypted to the central service's key before it touches the disk
// (sync.md D2, §4.4). The kiosk that sealed it cannot open it again.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/aead.h"
#include "services/crypto/key_pair.h"

#include <QHash>
#include <QList>

namespace tongban::crypto {

struct Sealed {
    Suite suite = Suite::Intl;
    QString kid;    // which key of the central service opens it
    QByteArray enc; // the encapsulated key
    QByteArray ct;  // ciphertext || tag
    bool operator==(const Sealed&) const = default;
};

// One suite in one place; a certified hardware module would be another provider of suite GM.
class SealProvider {
public:
    virtual ~SealProvider() = default;
    virtual Algorithm keyAlgorithm() const = 0;
    // `bound` is not secret but must be the same when opening (the application's id).
    virtual Result<Sealed> seal(const PublicKey& key, const QString& kid, QByteArrayView bound,
                                QByteArrayView plain) const = 0;
    virtual Result<SecretBytes> open(const PrivateKey& key, const Sealed& sealed,
                                     QByteArrayView bound) const = 0;
};

// INTL: HPKE with P-256, HKDF-SHA256, AES-256-GCM. GM: SM2 encryption (GB/T 32918.4) of a seed, its
// KDF, SM4-CTR + HMAC-SM3.
const SealProvider& softwareSealProvider(Suite suite);

// A public seal key with its life; keys overlap so that rotation needs no appointment.
struct SealKey {
    QString kid;
    Suite suite = Suite::Intl;
    PublicKey key;
    Instant notBefore;
    Instant notAfter;
};

// The keys a kiosk may seal to.
class SealKeySet {
public:
    void add(const SealKey& key) { m_keys.append(key); }
    const QList<SealKey>& keys() const { return m_keys; }
    // With the newest key of the suite that is valid now; NotFound when there is none.
    Result<Sealed> seal(Suite suite, QByteArrayView bound, QByteArrayView plain, Instant now) const;

private:
    QList<SealKey> m_keys;
};

// The private halves at the central service; old ones stay for opening only.
class SealKeyRing {
public:
    void add(const QString& kid, const PrivateKey& key) { m_keys.insert(kid, key); }
    bool knows(const QString& kid) const { return m_keys.contains(kid); }
    Result<SecretBytes> open(const Sealed& sealed, QByteArrayView bound) const;

private:
    QHash<QString, PrivateKey> m_keys;
};

} // namespace tongban::crypto
