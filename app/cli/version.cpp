// tongban version
#include "app/cli/verbs.h"

namespace tongban::cli {

int runVersion(const QStringList&) {
    say(QStringLiteral("tongban 0.1.0, Qt %1").arg(QLatin1String(qVersion())));
    return 0;
}

} // namespace tongban::cli
