// A QR code as a matrix of modules (libqrencode), and its ways onto paper and screen.
#pragma once

#include "services/core/result.h"

#include <QBitArray>
#include <QImage>
#include <QRectF>

class QPainter;

namespace tongban::receipt {

// How much may be scratched away: about 7, 15, 25, 30 %. Receipts use Q (sync.md §5.2, measured
// with scratches).
enum class ErrorCorrection { L, M, Q, H };

class QrCode {
public:
    static constexpr int quietZone = 4; // modules of white around, ISO/IEC 18004 §6.3.8

    // Invalid for an empty text, one with a NUL, and one that fits no version.
    static Result<QrCode> encode(const QString& text, ErrorCorrection level = ErrorCorrection::Q);
    // Bytes in whatever encoding, as a printer is sent them.
    static Result<QrCode> encodeBytes(const QByteArray& content, ErrorCorrection level);

    int size() const { return m_size; } // modules per side
    int version() const { return (m_size - 17) / 4; }
    bool dark(int x, int y) const { return m_modules.testBit(y * m_size + x); }

    // The quiet zone lies inside `area`.
    void paint(QPainter& painter, const QRectF& area, const QColor& ink = Qt::black) const;
    QImage toImage(int pixelsPerModule) const; // black on white
    QByteArray toSvg() const;                  // one path, one unit per module

private:
    int m_size = 0;
    QBitArray m_modules;
};

} // namespace tongban::receipt
