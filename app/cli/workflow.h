// The parts of the verb `tongban workflow`.
#pragma once

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
// The value after an option, which is removed; empty when it is absent.
QString takeOption(QStringList& arguments, const QString& option);

} // namespace tongban::cli
