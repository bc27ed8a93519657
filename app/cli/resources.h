// Where product data lies: TONGBAN_RESOURCES, else the source tree.
#pragma once

#include <QString>
#include <QtGlobal>

namespace tongban::cli {

inline QString resourcePath(const QString& name) {
    const QString root =
        qEnvironmentVariable("TONGBAN_RESOURCES", QStringLiteral(TONGBAN_SOURCE_DIR "/resources"));
    return root + QLatin1Char('/') + name;
}

} // namespace tongban::cli
