// The table of verbs; a new verb group adds its declaration and its row here.
#pragma once

#include "app/cli/verb.h"

namespace tongban::cli {

int runVersion(const QStringList& arguments);

inline constexpr Verb verbs[] = {
    {"version", "the version of this program and of what it was built with", runVersion},
};

} // namespace tongban::cli
