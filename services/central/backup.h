// Backup: a whole copy of an embedded centre's data directory at one moment, while it goes on
// working. With PostgreSQL its own tools do this (deploy/README.md).
#pragma once

#include "services/core/result.h"

#include <QString>

namespace tongban::central {

// The database as of one transaction, then blobs and keys: a blob is on the disk before any
// application names it, so none is missing. `target` must not exist; a copy that was not finished
// is taken away again. Readable by its owner only, because the keys are in it.
Result<void> backUp(const QString& dataFolder, const QString& target);

} // namespace tongban::central
