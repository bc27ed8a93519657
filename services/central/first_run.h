// FirstRun: what an empty centre needs before anybody can use it, written once to a file that only
// its owner can read.
#pragma once

#include "services/central/centre.h"

namespace tongban::central {

// Makes sample accounts when there is none, and one unused enrolment code each for a kiosk and a
// counter. Writes first-run.json (0600) into the data directory: nothing is hard-coded, nothing is
// printed to a log. Returns the path.
Result<QString> prepareFirstRun(Centre& centre, const QStringList& pools);

} // namespace tongban::central
