// HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256): how suite INTL agrees on a key with the
// central service.
#pragma once

#include "services/crypto/key_pair.h"

namespace tongban::crypto {

struct Encapsulation {
    QByteArray enc; // the sender's one-time public key
    SecretBytes secret;
};

// §4.1 Encap and Decap.
Result<Encapsulation> hpkeEncapsulate(const PublicKey& recipient);
Result<SecretBytes> hpkeDecapsulate(const PrivateKey& recipient, QByteArrayView enc);

// The registry of §7.3; AES-128-GCM is here for the test vectors of appendix A.3.
enum class HpkeAead : quint16 { Aes128Gcm = 1, Aes256Gcm = 2 };

struct HpkeKeys {
    SecretBytes key;
    SecretBytes nonce; // of message 0; one message is sent per encapsulation
};

// §5.1 KeySchedule in base mode.
HpkeKeys hpkeKeySchedule(QByteArrayView secret, QByteArrayView purpose, HpkeAead aead);

} // namespace tongban::crypto
