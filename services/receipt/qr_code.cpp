// Encoding by libqrencode; runs of dark modules are drawn as one rectangle, so that no hairlines
// appear between them.
#include "services/receipt/qr_code.h"

#include <QPainter>
#include <cerrno>
#include <cstring>
#include <memory>
#include <qrencode.h>

namespace tongban::receipt {

namespace {

struct FreeQr {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

QRecLevel levelOf(ErrorCorrection level) {
    switch (level) {
    case ErrorCorrection::L:
        return QR_ECLEVEL_L;
    case ErrorCorrection::M:
        return QR_ECLEVEL_M;
    case ErrorCorrection::Q:
        return QR_ECLEVEL_Q;
    case ErrorCorrection::H:
        return QR_ECLEVEL_H;
    }
    return QR_ECLEVEL_Q;
}

// Calls run(x, y, length) for each horizontal run of dark modules.
template <typename Run>
void eachRun(const QrCode& code, Run run) {
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            const int start = x;
            while (x < code.size() && code.dark(x, y))
                ++x;
            if (x > start)
                run(start, y, x - start);
        }
    }
}

} // namespace

Result<QrCode> QrCode::encode(const QString& text, ErrorCorrection level) {
    return encodeBytes(text.toUtf8(), level);
}

Result<QrCode> QrCode::encodeBytes(const QByteArray& content, ErrorCorrection level) {
    if (content.isEmpty() || content.contains('\0'))
        return fail(FaultKind::Invalid, QStringLiteral("QR code: empty text"));
    const std::unique_ptr<QRcode, FreeQr> made(
        QRcode_encodeString(content.constData(), 0, levelOf(level), QR_MODE_8, 1));
    if (made == nullptr)
        return fail(FaultKind::Invalid, QStringLiteral("QR code of %1 octets: %2")
                                            .arg(content.size())
                                            .arg(QString::fromLocal8Bit(std::strerror(errno))));
    QrCode code;
    code.m_size = made->width;
    code.m_modules.resize(static_cast<qsizetype>(made->width) * made->width);
    for (qsizetype i = 0; i < code.m_modules.size(); ++i)
        code.m_modules.setBit(i, (made->data[i] & 1) != 0);
    return code;
}

void QrCode::paint(QPainter& painter, const QRectF& area, const QColor& ink) const {
    const qreal module = qMin(area.width(), area.height()) / (m_size + 2 * quietZone);
    painter.save();
    painter.translate(area.topLeft() + QPointF(quietZone, quietZone) * module);
    painter.setRenderHint(QPainter::Antialiasing, false);
    eachRun(*this, [&](int x, int y, int length) {
        painter.fillRect(QRectF(x * module, y * module, length * module, module), ink);
    });
    painter.restore();
}

QImage QrCode::toImage(int pixelsPerModule) const {
    const int side = (m_size + 2 * quietZone) * pixelsPerModule;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, image.rect());
    return image;
}

QByteArray QrCode::toSvg() const {
    const QByteArray side = QByteArray::number(m_size + 2 * quietZone);
    QByteArray path;
    eachRun(*this, [&](int x, int y, int length) {
        path += 'M' + QByteArray::number(x + quietZone) + ' ' + QByteArray::number(y + quietZone) +
                'h' + QByteArray::number(length) + "v1h-" + QByteArray::number(length) + 'z';
    });
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + 'v' + side +
           "H0z\"/><path d=\"" + path + "\"/></svg>\n";
}

} // namespace tongban::receipt
