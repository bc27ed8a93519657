// tongban bench start: how fast the kiosk stands there and answers a finger.
#pragma once

#include <QStringList>

namespace tongban::cli {

int benchStart(const QStringList& arguments);

} // namespace tongban::cli
