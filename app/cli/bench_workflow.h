// The process engine benchmark of `tongban bench`.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Cases, compilation, folding, deadlines and durable steps as a table.
int benchWorkflow(const QStringList& arguments);

} // namespace tongban::cli
