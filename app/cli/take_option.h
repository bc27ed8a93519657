// The value behind an option of a verb, wherever it stands.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Removes option and value; empty, and nothing removed, when the option is absent or comes last.
inline QString takeOption(QStringList& arguments, const QString& option) {
    const qsizetype at = arguments.indexOf(option);
    if (at < 0 || at + 1 >= arguments.size())
        return {};
    arguments.removeAt(at);
    return arguments.takeAt(at);
}

} // namespace tongban::cli
