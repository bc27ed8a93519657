// Finds the one bright sheet on a darker ground in a camera picture.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <optional>

namespace tongban::devices {

struct FoundSheet {
    QPolygonF corners;   // upper left, upper right, lower right, lower left, in picture coordinates
    bool cutOff = false; // runs out of the picture
};

std::optional<FoundSheet> findSheet(const QImage& grey);

} // namespace tongban::devices
