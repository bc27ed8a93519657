// Encryption that notices a change, in two suites: INTL = AES-256-GCM, GM = SM4-CTR then HMAC-SM3
// (OpenSSL 3.0 has no SM4-GCM).
#pragma once

#include "services/core/result.h"
#include "services/crypto/secret_bytes.h"

namespace tongban::crypto {

enum class Suite : quint8 { Intl = 1, Gm = 2 };

QString nameOf(Suite suite); // "intl", "gm"
Result<Suite> suiteOf(const QString& name);

qsizetype keySizeOf(Suite suite);   // 32; 48 (cipher and MAC key)
qsizetype nonceSizeOf(Suite suite); // 12; 16
qsizetype tagSizeOf(Suite suite);   // 16; 32

// Ciphertext || tag. A pair of key and nonce is used once.
Result<QByteArray> aeadSeal(Suite suite, QByteArrayView key, QByteArrayView nonce,
                            QByteArrayView bound, QByteArrayView plain);
// Crypto when nonce, bound text, ciphertext, tag or key differ by a bit. The key of GM is cipher
// key || MAC key; the MAC proves the second half, and both halves always come out of one
// derivation.
Result<SecretBytes> aeadOpen(Suite suite, QByteArrayView key, QByteArrayView nonce,
                             QByteArrayView bound, QByteArrayView sealed);

} // namespace tongban::crypto
