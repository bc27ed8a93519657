// Picture filters for code reading and document checks, on 8-bit grey images.
#pragma once

#include <QImage>

namespace tongban::devices {

// Any picture as a Grayscale8 one; shares the pixels when it is one already.
QImage greyOf(const QImage& picture);

QImage inverted(const QImage& grey);
// Box blur of (2·radius+1)², edges repeated.
QImage blurred(const QImage& grey, int radius);
// Half the width and height; each pixel the mean of four.
QImage halved(const QImage& grey);
// grey + amount · (grey − blurred(radius)).
QImage sharpened(const QImage& grey, int radius, double amount);
// Contrast-limited adaptive histogram equalisation over tiles × tiles fields (Zuiderveld 1994).
QImage equalised(const QImage& grey, int tiles = 8, double clipLimit = 3.0);

} // namespace tongban::devices
