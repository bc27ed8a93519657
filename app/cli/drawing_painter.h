// Paints a workflow drawing on any QPainter; for PNG files and printed maps.
#pragma once

#include "services/workflow/drawing.h"

#include <QImage>

namespace tongban::cli {

// At most 8,000 pixels a side and 8 million in all; `scale` pixels for one unit of the diagram.
QImage paintDrawing(const workflow::Drawing& drawing, double scale = 1);

} // namespace tongban::cli
