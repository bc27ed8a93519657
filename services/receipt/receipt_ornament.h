// The drawn parts of a printed receipt: brand mark, hills with the gold line, seal, text in the
// product's fonts. One unit is a hundredth of a millimetre.
#pragma once

#include <QColor>
#include <QPainter>
#include <QString>

namespace tongban::receipt::ornament {

namespace colour {
inline const QColor azurite(0x0b, 0x4f, 0x70);
inline const QColor azuriteMist(0xb3, 0xd2, 0xe2);
inline const QColor azuritePale(0xed, 0xf5, 0xf9);
inline const QColor malachite(0x17, 0x74, 0x63);
inline const QColor malachiteMist(0xa9, 0xd8, 0xc8);
inline const QColor gold(0xf2, 0xb2, 0x3e);
inline const QColor goldPale(0xfc, 0xec, 0xcd);
inline const QColor cinnabar(0xb2, 0x30, 0x24);
inline const QColor ink(0x0b, 0x1c, 0x28);
inline const QColor inkMuted(0x3a, 0x52, 0x5d);
inline const QColor hair(0xd3, 0xde, 0xe0);
} // namespace colour

enum class Face { Sans, SansBold, Serif };

// `height` is the size of the type, not of the line.
QFont font(Face face, int height);
// For codes: letters a little apart, which also keeps digits behind letters in the text layer of a
// PDF.
QFont spacedFont(Face face, int height);
// Draws wrapped text from the top left corner and returns the height it took.
int text(QPainter& painter, const QRect& area, const QFont& font, const QColor& ink,
         const QString& words, int flags = Qt::AlignLeft);

void brandMark(QPainter& painter, const QRect& area, const QColor& ground, const QColor& line);
// Hills on the lower edge of `area` with the gold line over them, ending in a tick or an open dot.
void landscape(QPainter& painter, const QRect& area, bool arrived);
// The red square of the hall, a little askew as a hand would set it.
void seal(QPainter& painter, const QPoint& centre, int side, const QString& region);
// A card with a perforation at `tear` (distance from its left edge).
void ticket(QPainter& painter, const QRect& area, int tear);

} // namespace tongban::receipt::ornament
