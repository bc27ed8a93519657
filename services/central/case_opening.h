// Opening a received application: unseal, check, fold, decide again. Whatever does not fit is held
// for a person, never refused: the citizen has his receipt (sync.md §1.2 rule 4).
#pragma once

#include "services/central/centre.h"

namespace tongban::central {

// One received application, if there is one. True: it was opened or held.
Result<bool> openReceived(Sql& sql, const Centre& centre);
// One received supplement, if there is one.
Result<bool> applySupplement(Sql& sql, const Centre& centre);

} // namespace tongban::central
