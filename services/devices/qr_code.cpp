// libqrencode splits a text into digits, letters and bytes by itself: the string form gives the
// smallest code.
#include "services/devices/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace tongban::devices {

Result<QrMatrix> makeQr(const QByteArray& content, QrCorrection correction) {
    if (content.isEmpty() || content.contains('\0'))
        return fail(FaultKind::Invalid, QStringLiteral("no text for a code"));
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString(content.constData(), 0, static_cast<QRecLevel>(correction), QR_MODE_8,
                            1),
        QRcode_free);
    if (!code)
        return fail(FaultKind::Invalid, QStringLiteral("%1 bytes fit no code").arg(content.size()));
    QrMatrix matrix;
    matrix.side = code->width;
    matrix.modules.resize(matrix.side * matrix.side);
    for (qsizetype i = 0; i < matrix.modules.size(); ++i)
        matrix.modules[i] = static_cast<char>(code->data[i] & 1);
    return matrix;
}

QImage paintQr(const QrMatrix& matrix, int dotsPerModule, int quiet) {
    const int side = (matrix.side + 2 * quiet) * dotsPerModule;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(255);
    for (int y = 0; y < matrix.side * dotsPerModule; ++y) {
        uchar* row = image.scanLine(y + quiet * dotsPerModule) + quiet * dotsPerModule;
        for (int x = 0; x < matrix.side * dotsPerModule; ++x)
            row[x] = matrix.dark(x / dotsPerModule, y / dotsPerModule) ? 0 : 255;
    }
    return image;
}

} // namespace tongban::devices
