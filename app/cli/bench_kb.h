// tongban bench kb: building, searching and suggesting at 100,000 entries beside SQLite's FTS5.
#pragma once

#include <QStringList>

namespace tongban::cli {

int benchKb(const QStringList& arguments);

} // namespace tongban::cli
