// The QR code a receipt printer makes of the bytes it is sent (libqrencode). Not the receipt's own
// code: that is receipt/qr_code.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QImage>

namespace tongban::devices {

enum class QrCorrection { L, M, Q, H };

// A square of modules, dark = 1, without the quiet zone.
struct QrMatrix {
    int side = 0;
    QByteArray modules;
    bool dark(int x, int y) const { return modules[y * side + x] != 0; }
};

// Invalid for an empty text, one with a NUL, and one that fits no version.
Result<QrMatrix> makeQr(const QByteArray& content, QrCorrection correction = QrCorrection::M);

// Black on white with the quiet zone of four modules.
QImage paintQr(const QrMatrix& matrix, int dotsPerModule, int quiet = 4);

} // namespace tongban::devices
