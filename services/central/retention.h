// Retention: what has served its time goes, with a certificate of deletion in the audit log (PIPL
// art. 19, 47).
#pragma once

#include "services/central/centre.h"

namespace tongban::central {

// Closed cases past their time, abandoned uploads after 14 days, old answers, feeds and sessions.
// True: something went.
Result<bool> purge(Centre& centre);

// How long a closed case of this item is kept: what its package declares, else what the district
// set.
int retentionDays(const Centre& centre, const QString& item);

// One case's rows, with a certificate of deletion in the audit log; its blobs go with the next
// `purge`. A tombstone stays: the id must never be taken for a new one.
Result<void> purgeCase(Sql& sql, const QString& application, Instant now);

} // namespace tongban::central
