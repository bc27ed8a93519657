// The core set of ESC/POS commands (devices.md §4.1).
#include "services/devices/escpos_encoder.h"

#include "services/devices/gb18030.h"

#include <QStringList>
#include <algorithm>

namespace tongban::devices {

EscPosEncoder::EscPosEncoder() {
    put({0x1B, '@', 0x1C, '&'});
}

EscPosEncoder& EscPosEncoder::put(std::initializer_list<int> bytes) {
    for (const int byte : bytes)
        m_bytes.append(static_cast<char>(byte));
    return *this;
}

EscPosEncoder& EscPosEncoder::put16(qsizetype value) {
    return put({static_cast<int>(value & 0xFF), static_cast<int>((value >> 8) & 0xFF)});
}

EscPosEncoder& EscPosEncoder::align(Align align) {
    return put({0x1B, 'a', static_cast<int>(align)});
}

EscPosEncoder& EscPosEncoder::bold(bool on) {
    return put({0x1B, 'E', on ? 1 : 0});
}

EscPosEncoder& EscPosEncoder::size(int width, int height) {
    return put({0x1D, '!', ((std::clamp(width, 1, 8) - 1) << 4) | (std::clamp(height, 1, 8) - 1)});
}

EscPosEncoder& EscPosEncoder::text(const QString& text) {
    // A control character in a text would be a command.
    QString plain;
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
                 [](QChar c) { return c.unicode() >= 0x20 && c.unicode() != 0x7F; });
    m_bytes += toGb18030(plain);
    return *this;
}

EscPosEncoder& EscPosEncoder::line(const QString& text) {
    this->text(text);
    return put({'\n'});
}

EscPosEncoder& EscPosEncoder::feed(int lines) {
    return put({0x1B, 'd', std::clamp(lines, 0, 255)});
}

EscPosEncoder& EscPosEncoder::qr(const QByteArray& content, int dotsPerModule) {
    put({0x1D, '(', 'k', 4, 0, 49, 65, 50, 0});                            // model 2
    put({0x1D, '(', 'k', 3, 0, 49, 67, std::clamp(dotsPerModule, 1, 16)}); // module size
    put({0x1D, '(', 'k', 3, 0, 49, 69, 49});                               // error correction M
    put({0x1D, '(', 'k'}).put16(content.size() + 3).put({49, 80, 48});     // store
    m_bytes += content;
    return put({0x1D, '(', 'k', 3, 0, 49, 81, 48}); // print
}

EscPosEncoder& EscPosEncoder::raster(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const int rowBytes = (grey.width() + 7) / 8;
    put({0x1D, 'v', '0', 0}).put16(rowBytes).put16(grey.height());
    for (int y = 0; y < grey.height(); ++y) {
        QByteArray row(rowBytes, 0);
        const uchar* pixels = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (pixels[x] < 128)
                row[x / 8] = static_cast<char>(row[x / 8] | (0x80 >> (x % 8)));
        }
        m_bytes += row;
    }
    return *this;
}

EscPosEncoder& EscPosEncoder::cut() {
    return put({0x1D, 'V', 66, 0});
}

int columnsOf(const QString& text) {
    int columns = 0;
    for (const uint character : text.toUcs4())
        columns += character < 0x80 ? 1 : 2;
    return columns;
}

QStringList wrapped(const QString& text, int columns) {
    QStringList lines;
    QString line;
    int used = 0;
    for (const uint character : text.toUcs4()) {
        const int width = character < 0x80 ? 1 : 2;
        if (used + width > columns) {
            const qsizetype space = line.lastIndexOf(u' ');
            const bool inWord = width == 1 && character != ' ' && space > 0 &&
                                line.mid(space + 1).size() == columnsOf(line.mid(space + 1));
            lines.append(inWord ? line.left(space) : line);
            line = inWord ? line.mid(space + 1) : QString();
            used = columnsOf(line);
        }
        if (line.isEmpty() && !lines.isEmpty() && character == ' ')
            continue;
        line += QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
        used += width;
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines.append(line);
    return lines;
}

} // namespace tongban::devices
