// Retention: what has served its time goes, with a certificate of deletion in the audit log (PIPL
// art. 19, 47).
#pragma once

#include "services/central/centre.h"

namespace tongban::central {

// Closed cases past their time, abandoned uploads after 14 days, old answers, feeds and sessions.
// True: something went.
Result<bool> purge(Centre& centre);

} // namespace tongban::central
