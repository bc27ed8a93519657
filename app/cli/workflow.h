// The parts of the verb `tongban workflow`.
#pragma once

#include "app/cli/take_option.h"
#include "app/cli/verb.h"
#include "services/workflow/event.h"

#include <QByteArray>
#include <optional>

namespace tongban::cli {

int workflowCheck(const QStringList& files);
int workflowSuite(const QStringList& arguments);
int workflowProve(const QStringList& arguments);
int workflowMigrate(const QStringList& arguments);
int workflowDraw(const QStringList& arguments);
int workflowSimulate(const QStringList& arguments);

// A journal as `simulate` prints it.
Result<workflow::Events> readJournal(const QByteArray& text);
// The bytes of a file within the size of a package; nothing, with a complaint, when it cannot be
// read.
std::optional<QByteArray> readWorkflowFile(const QString& path);

} // namespace tongban::cli
