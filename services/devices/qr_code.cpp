// libqrencode splits a text into digits, letters and bytes by itself: the string form gives the
// smallest code.
#include "services/devices/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace tongban::devices {

Result<QrMatrix> makeQr(const QByteArray& utf8, QrCorrection correction) {
    if (utf8.isEmpty() || utf8.contains('\0'))
        return fail(FaultKind::Invalid, QStringLiteral("no text for a code"));
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString(utf8.constData(), 0, static_cast<QRecLevel>(correction), QR_MODE_8, 1),
        QRcode_free);
    if (!code)
        return fail(FaultKind::Invalid, QStringLiteral("%1 bytes fit no code").arg(utf8.size()));
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

QByteArray svgOf(const QrMatrix& matrix, int quiet) {
    const QByteArray side = QByteArray::number(matrix.side + 2 * quiet);
    QByteArray path;
    for (int y = 0; y < matrix.side; ++y) {
        for (int x = 0; x < matrix.side; ++x) {
            int run = 0;
            while (x + run < matrix.side && matrix.dark(x + run, y))
                ++run;
            if (run == 0)
                continue;
            path += "M" + QByteArray::number(x + quiet) + " " + QByteArray::number(y + quiet) +
                    "h" + QByteArray::number(run) + "v1h-" + QByteArray::number(run) + "z";
            x += run;
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side +
           "H0z\"/>" + "<path d=\"" + path + "\"/></svg>\n";
}

} // namespace tongban::devices
