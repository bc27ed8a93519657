// The benchmarks of `tongban bench`: one function each, in a file of its own.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Each prints its figures as a table; exit 1 below the targets of the design.
int benchDmn(const QStringList& arguments);
int benchFeel(const QStringList& arguments);

} // namespace tongban::cli
