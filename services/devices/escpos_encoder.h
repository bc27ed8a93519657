// EscPosEncoder: ESC/POS bytes of a ticket; Chinese goes out as GB18030, codes as the printer's own
// QR command.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace tongban::devices {

class EscPosEncoder {
public:
    enum class Align { Left, Centre, Right };

    EscPosEncoder(); // starts with ESC @ and Kanji mode

    EscPosEncoder& align(Align align);
    EscPosEncoder& bold(bool on);
    EscPosEncoder& size(int width, int height); // 1–8 times
    EscPosEncoder& text(const QString& text);   // no line feed of its own
    EscPosEncoder& line(const QString& text = {});
    EscPosEncoder& feed(int lines);
    EscPosEncoder& qr(const QByteArray& content, int dotsPerModule = 6);
    EscPosEncoder&
    raster(const QImage& picture); // dark is black; width is rounded up to eight dots
    EscPosEncoder& cut();

    const QByteArray& bytes() const { return m_bytes; }

private:
    EscPosEncoder& put(std::initializer_list<int> bytes);
    EscPosEncoder& put16(qsizetype value);

    QByteArray m_bytes;
};

// Columns a text takes: one for ASCII, two for anything else.
int columnsOf(const QString& text);
// Cut into pieces that fit; breaks anywhere between Chinese characters, at spaces in Latin text
// where possible.
QStringList wrapped(const QString& text, int columns);

} // namespace tongban::devices
