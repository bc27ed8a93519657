// Names of levels and the question whether a list of defects refuses.
#include "services/workflow/defect.h"

#include <algorithm>

namespace tongban::workflow {

QString nameOf(Level level) {
    switch (level) {
    case Level::Advised:
        return QStringLiteral("advised");
    case Level::Warned:
        return QStringLiteral("warned");
    case Level::Refused:
        break;
    }
    return QStringLiteral("refused");
}

bool anyRefused(const Defects& defects) {
    return std::any_of(defects.begin(), defects.end(),
                       [](const Defect& defect) { return defect.level == Level::Refused; });
}

} // namespace tongban::workflow
