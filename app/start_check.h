// The look over a kiosk's database before anybody opens it, off the thread that draws.
#pragma once

#include "app/options.h"
#include "services/cases/damage.h"
#include "services/session/machine.h"

#include <QFuture>

namespace tongban::app {

QString databaseFile(const Options& options);

// What it found is in the log; see services/cases/damage.h.
QFuture<Result<cases::StartCheck>> checkDatabase(const Options& options,
                                                 const session::Machine& machine);

} // namespace tongban::app
