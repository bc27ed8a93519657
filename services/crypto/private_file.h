// Files for their owner only: written whole or not at all with mode 0600, refused when others could
// read them.
#pragma once

#include "services/core/result.h"
#include "services/crypto/secret_bytes.h"

#include <QString>

namespace tongban::crypto {

// Replaces the file in one step (write beside it, fsync, rename, fsync the folder).
Result<void> writePrivateFile(const QString& path, QByteArrayView bytes);

// NotFound when there is none; Denied when group or others have any right on it.
Result<SecretBytes> readPrivateFile(const QString& path, qsizetype limit = 1024LL * 1024);

} // namespace tongban::crypto
