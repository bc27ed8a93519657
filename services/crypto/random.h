// Random octets from the operating system through OpenSSL; for keys, nonces, bearer values and
// codes.
#pragma once

#include "services/crypto/secret_bytes.h"

namespace tongban::crypto {

QByteArray randomBytes(qsizetype size);
SecretBytes randomSecret(qsizetype size);

// `length` characters out of an alphabet without 0/O and 1/I/L, each equally likely: codes that
// people read aloud.
QString randomCode(int length);

} // namespace tongban::crypto
