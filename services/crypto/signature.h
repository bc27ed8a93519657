// Signatures of 64 octets: P-256 with SHA-256 and SM2 with SM3 as r||s, Ed25519 as it is.
#pragma once

#include "services/crypto/digest.h"
#include "services/crypto/key_pair.h"

namespace tongban::crypto {

inline constexpr qsizetype signatureSize = 64;

// The user id of GB/T 32918.2 that signer and verifier agree on (GM/T 0009 §10).
inline constexpr char sm2UserId[] = "1234567812345678";

Result<QByteArray> sign(const PrivateKey& key, QByteArrayView message);

// False for anything that is not a good signature, also for a wrong length. `sm2Id` other than ours
// is for test vectors.
bool verify(const PublicKey& key, QByteArrayView message, QByteArrayView signature,
            QByteArrayView sm2Id = sm2UserId);

} // namespace tongban::crypto
