// Parts of evolve() about the case as a whole. Internal to this library.
#pragma once

#include "services/workflow/instance.h"

namespace tongban::workflow {

void applyClock(Instance& instance, const Event& event);
void applyMigrated(Instance& instance, const Event& event);
void applyClosed(Instance& instance, const Event& event);

} // namespace tongban::workflow
