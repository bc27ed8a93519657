// Certificate request (PKCS #10, RFC 2986): what a machine sends to become known; the private key
// stays here.
#pragma once

#include "services/crypto/key_pair.h"

namespace tongban::crypto {

// PEM, signed with the key; the subject is CN=commonName alone, the authority decides the rest.
Result<QByteArray> certificateRequest(const PrivateKey& key, const QString& commonName);

} // namespace tongban::crypto
