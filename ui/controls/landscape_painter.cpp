// Hills as bell curves with a little wobble; contours are the same bell, smaller.
#include "ui/controls/landscape_painter.h"

#include <QRandomGenerator>

#include <cmath>

namespace tongban::controls {

namespace {

constexpr const char* LayerNames[] = {"far", "mid", "near", "front"};

// Points along a hill's back; `k` shrinks it towards its foot for the contours.
QPainterPath ridge(const Hill& hill, qreal k, qreal span, qreal unit) {
    constexpr int Steps = 48;
    const qreal narrow = k < 1 ? 0.46 + 0.5 * k : 1;
    const qreal power = hill.power + (1 - k) * 0.9;
    const qreal from = hill.centre - hill.left * span, to = hill.centre + hill.right * span;
    QPainterPath path;
    QPointF last;
    for (int i = 0; i <= Steps; ++i) {
        const qreal x = from + (to - from) * i / Steps;
        const qreal dx = x - hill.centre;
        const qreal width = (dx < 0 ? hill.left : hill.right) * narrow;
        const qreal wobble = 1 + 0.024 * std::sin(x / (21 * unit) + hill.centre) +
                             0.016 * std::sin(x / (8.3 * unit) + hill.height);
        const QPointF point(x, hill.foot - hill.height * k *
                                               std::exp(-std::pow(std::abs(dx) / width, power)) *
                                               wobble);
        if (i == 0)
            path.moveTo(point);
        else if (i == 1)
            last = point;
        else {
            path.quadTo(last, (last + point) / 2);
            last = point;
        }
    }
    path.lineTo(last);
    return path;
}

} // namespace

QColor toneColour(const QVariantMap& tone, const char* name) {
    return tone.value(QLatin1String(name)).value<QColor>();
}

QList<Hill> hillsOf(int layer, const QSizeF& size, qreal horizon, qreal rise, qreal unit,
                    int seed) {
    static constexpr qreal Spacing[] = {265, 300, 350, 640}, Share[] = {1.0, 0.98, 1.0, 0.62},
                           Foot[] = {0, 0.10, 0.22, 0.30};
    QRandomGenerator dice(quint32(seed * 31 + layer * 7 + 5));
    QList<Hill> hills;
    const qreal step = Spacing[layer] * unit * std::max(1.0, rise / (unit * 300));
    const int count = std::max(2, int(std::lround(size.width() / step)) + 1);
    for (int i = 0; i < count; ++i) {
        const qreal across = (i + 0.5 + (dice.generateDouble() - 0.5) * 0.5) / count * 1.16 - 0.08;
        const qreal side = std::pow(std::abs(across * 2 - 1), 1.3);
        const qreal tall = layer == 0 ? 0.62 + 0.38 * dice.generateDouble()
                                      : (0.34 + 0.66 * side) * (0.8 + 0.2 * dice.generateDouble());
        // The near hills leave the middle open for the gold line.
        if (layer >= 2 && side < 0.22)
            continue;
        Hill hill;
        hill.centre = across * size.width();
        hill.foot = horizon + Foot[layer] * rise;
        hill.height = rise * Share[layer] * tall;
        const qreal breadth = std::max(hill.height * 0.5, 74 * unit) * (layer == 3 ? 1.7 : 1);
        hill.left = breadth * (0.85 + 0.3 * dice.generateDouble());
        hill.right = breadth * (0.85 + 0.3 * dice.generateDouble());
        hill.power = 1.55 + 0.3 * dice.generateDouble();
        hills.append(hill);
    }
    return hills;
}

void paintHill(QPainter& painter, const Hill& hill, int layer, const QVariantMap& tone,
               qreal unit) {
    const QVariantList ramp = tone.value(QLatin1String(LayerNames[layer])).toList();
    QPainterPath body = ridge(hill, 1, 2.6, unit);
    QLinearGradient paint(0, body.boundingRect().top(), 0, hill.foot);
    QColor foot = ramp.value(2).value<QColor>();
    foot.setAlpha(0);
    paint.setColorAt(0, ramp.value(0).value<QColor>());
    paint.setColorAt(0.52, ramp.value(1).value<QColor>());
    paint.setColorAt(1, foot);
    body.lineTo(hill.centre + hill.right * 2.6, hill.foot);
    body.lineTo(hill.centre - hill.left * 2.6, hill.foot);
    body.closeSubpath();
    painter.fillPath(body, paint);
    if (layer == 0)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toneColour(tone, "contour"), 1.6 * unit));
    for (const qreal k : {0.84, 0.69, 0.55, 0.42, 0.30}) {
        Hill inner = hill;
        inner.centre += (1 - k) * hill.left * 0.08;
        painter.drawPath(ridge(inner, k, (0.46 + 0.5 * k) * 1.45, unit));
    }
    QColor gold = toneColour(tone, "gold");
    gold.setAlphaF(layer == 1 ? 0.5F : 0.85F);
    painter.setPen(QPen(gold, (layer == 1 ? 1.4 : 2.2) * unit));
    painter.drawPath(ridge(hill, 1, 1.75, unit));
}

void paintMist(QPainter& painter, const QRectF& cloud, const QColor& colour) {
    painter.save();
    painter.translate(cloud.center());
    painter.scale(cloud.width() / 2, cloud.height() / 2);
    QRadialGradient veil(QPointF(0, 0), 1);
    QColor thick = colour, thin = colour;
    thick.setAlphaF(colour.alphaF() * 0.82F);
    thin.setAlpha(0);
    veil.setColorAt(0, thick);
    veil.setColorAt(0.45, thick);
    veil.setColorAt(1, thin);
    painter.fillRect(QRectF(-1, -1, 2, 2), veil);
    painter.restore();
}

QPainterPath smoothWay(const QList<QPointF>& stations, qreal width) {
    QList<QPointF> points = stations;
    points.prepend(QPointF(-width * 0.03, stations.first().y() + width * 0.012));
    points.append(QPointF(width * 1.03, stations.last().y() - width * 0.05));
    QPainterPath path(points.first());
    // Catmull-Rom: the tangent at a point follows its neighbours.
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QPointF before = points.at(std::max<qsizetype>(0, i - 2)), from = points.at(i - 1),
                      to = points.at(i);
        const QPointF after = points.at(std::min(points.size() - 1, i + 1));
        path.cubicTo(from + (to - before) / 6, to - (after - from) / 6, to);
    }
    return path;
}

} // namespace tongban::controls
