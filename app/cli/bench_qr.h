// The code reading benchmark of `tongban bench`.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Reads and times over a set of camera views, beside zbarimg where it is installed; exit 1 below
// the targets.
int benchQr(const QStringList& arguments);

} // namespace tongban::cli
