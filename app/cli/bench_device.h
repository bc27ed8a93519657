// The device benchmark of `tongban bench`.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Card laid to fields, card taken to seen, unplugged to said, plugged to ready, and a ticket from
// order to cut, over the simulated machines at their real pace; exit 1 below the targets.
int benchDevice(const QStringList& arguments);

} // namespace tongban::cli
