// Whether a row on this machine's disk still says what this machine signed.
#pragma once

#include "services/cases/damage.h"
#include "services/crypto/key_pair.h"

namespace tongban::sync {

// `origin`: of this machine's receipts, "HTTPS://HOST".
bool isGenuine(const cases::KeptCase& kept, const crypto::PublicKey& device, const QString& origin);

} // namespace tongban::sync
