// The acts of `tongban kb`: each takes the arguments after its name and returns the exit code.
#pragma once

#include "app/cli/verb.h"
#include "services/core/fault.h"

namespace tongban::cli {

int kbIndex(const QStringList& arguments);
int kbSearch(const QStringList& arguments);
int kbSuggest(const QStringList& arguments);
int kbTrain(const QStringList& arguments);
int kbCheck(const QStringList& arguments);
int kbBuild(const QStringList& arguments);
int kbPublish(const QStringList& arguments);
int kbAsk(const QStringList& arguments);
int kbEval(const QStringList& arguments);

// Complains about the fault; the exit code for it.
int refuse(const tongban::Fault& fault);

} // namespace tongban::cli
