// The strokes of a landscape: ridges, contours, mist and the gold line, for LandscapeItem.
#pragma once

#include <QPainter>
#include <QPainterPath>
#include <QVariantMap>

namespace tongban::controls {

// One hill: a bell around `centre` standing on `foot`.
struct Hill {
    qreal centre = 0, foot = 0, height = 0, left = 0, right = 0, power = 1.7;
};

// The hills of one layer (0 far … 3 front), spread over `size` from a seed: high at the sides, low
// in the middle.
QList<Hill> hillsOf(int layer, const QSizeF& size, qreal horizon, qreal rise, qreal unit, int seed);

void paintHill(QPainter& painter, const Hill& hill, int layer, const QVariantMap& tone, qreal unit);
void paintMist(QPainter& painter, const QRectF& cloud, const QColor& colour);

// A smooth curve through the points, entering from the left edge and leaving to the right.
QPainterPath smoothWay(const QList<QPointF>& stations, qreal width);

QColor toneColour(const QVariantMap& tone, const char* name);

} // namespace tongban::controls
