// Draws an ESC/POS stream as a printer would, one picture a ticket.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QList>

namespace tongban::devices {

inline constexpr int dots58mm = 384;
inline constexpr int dots80mm = 576;

// Needs a QGuiApplication (fonts). Invalid when a ticket would be longer than five metres.
Result<QList<QImage>> renderEscPos(const QByteArray& stream, int dots = dots80mm);

} // namespace tongban::devices
