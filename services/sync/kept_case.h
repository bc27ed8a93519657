// Whether a case, or what was added to it, that lies in this machine's database is still what this
// machine signed.
#pragma once

#include "services/cases/damage.h"
#include "services/crypto/key_pair.h"

namespace tongban::sync {

// `origin` is where receipts are looked up (HTTPS://HOST).
cases::Genuine genuineOf(const crypto::PublicKey& device, const QString& origin);

} // namespace tongban::sync
