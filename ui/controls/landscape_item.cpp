// LandscapeItem: sky, sun, birds, four layers of hills with mist between them, the gold line, the
// fade.
#include "ui/controls/landscape_item.h"

#include "ui/controls/landscape_painter.h"

namespace tongban::controls {

namespace {

void paintSky(QPainter& painter, const QRectF& area, const QVariantMap& tone) {
    const QVariantList ramp = tone.value(QLatin1String("sky")).toList();
    QLinearGradient sky(area.topLeft(), area.bottomLeft());
    sky.setColorAt(0, ramp.value(0).value<QColor>());
    sky.setColorAt(0.55, ramp.value(1).value<QColor>());
    sky.setColorAt(1, ramp.value(2).value<QColor>());
    painter.fillRect(area, sky);
}

void paintSun(QPainter& painter, QPointF centre, qreal radius, QColor colour) {
    QRadialGradient glow(centre, radius * 2.6);
    glow.setColorAt(0, colour);
    colour.setAlpha(0);
    glow.setColorAt(1, colour);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawEllipse(centre, radius * 2.6, radius * 2.6);
    colour.setAlphaF(0.95F);
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius, radius);
}

void paintBirds(QPainter& painter, QPointF at, qreal unit, QColor colour) {
    colour.setAlphaF(colour.alphaF() * 0.55F);
    painter.setPen(QPen(colour, 2.4 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    const QPointF flock[] = {{0, 0}, {40, -18}, {-24, -26}};
    qreal size = unit;
    for (const QPointF& bird : flock) {
        const QPointF p = at + bird * unit;
        QPainterPath wings(p - QPointF(10 * size, 0));
        wings.quadTo(p + QPointF(-5 * size, -7 * size), p);
        wings.quadTo(p + QPointF(5 * size, -7 * size), p + QPointF(10 * size, 0));
        painter.drawPath(wings);
        size *= 0.84;
    }
}

void paintTick(QPainter& painter, QPointF at, qreal unit, const QVariantMap& tone) {
    QColor halo = toneColour(tone, "way");
    halo.setAlphaF(0.35F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(at, 40 * unit, 40 * unit);
    painter.setBrush(tone.value(QLatin1String("near")).toList().value(1).value<QColor>());
    painter.setPen(QPen(toneColour(tone, "stationFill"), 6 * unit));
    painter.drawEllipse(at, 27 * unit, 27 * unit);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toneColour(tone, "stationFill"), 6 * unit, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPolyline(QPolygonF(
        {at + QPointF(-12, 1) * unit, at + QPointF(-3, 10) * unit, at + QPointF(13, -9) * unit}));
}

void paintWay(QPainter& painter, const QList<QPointF>& bends, const QList<QPointF>& stations,
              qreal width, qreal unit, const QVariantMap& tone, bool arrived) {
    const QPainterPath line = smoothWay(bends, width);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toneColour(tone, "wayHalo"), 11 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(line);
    painter.setPen(QPen(toneColour(tone, "way"), 5 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(line);
    for (qsizetype i = 0; i < stations.size(); ++i) {
        const bool goal = i + 1 == stations.size();
        if (goal && arrived) {
            paintTick(painter, stations.at(i), unit, tone);
            continue;
        }
        painter.setBrush(toneColour(tone, "stationFill"));
        painter.setPen(QPen(toneColour(tone, goal ? "goal" : "station"), (goal ? 6 : 5) * unit));
        painter.drawEllipse(stations.at(i), (goal ? 13 : 11) * unit, (goal ? 13 : 11) * unit);
    }
}

} // namespace

LandscapeItem::LandscapeItem(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &LandscapeItem::changed, this, [this] { update(); });
}

void LandscapeItem::paint(QPainter* painter) {
    const QRectF area(0, 0, width(), height());
    if (area.isEmpty() || m_tone.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_radius > 0) {
        QPainterPath frame;
        frame.addRoundedRect(area, m_radius, m_radius);
        painter->setClipPath(frame);
    }
    if (m_sky)
        paintSky(*painter, area, m_tone);
    if (m_sun.x() >= 0)
        paintSun(*painter, {m_sun.x() * width(), m_sun.y() * height()}, m_rise * 0.15,
                 toneColour(m_tone, "sun"));
    if (m_birds.x() >= 0)
        paintBirds(*painter, {m_birds.x() * width(), m_birds.y() * height()}, m_unit,
                   toneColour(m_tone, "bird"));
    const qreal horizon = m_horizon * height();
    for (int layer = 0; layer < m_layers; ++layer) {
        const auto hills = hillsOf(layer, area.size(), horizon, m_rise, m_unit, m_seed);
        for (const Hill& hill : hills)
            paintHill(*painter, hill, layer, m_tone, m_unit);
        const qreal foot = horizon + m_rise * 0.09 * layer;
        paintMist(*painter,
                  QRectF(width() * (layer % 2 ? 0.05 : -0.2), foot - m_rise * 0.16, width() * 1.1,
                         m_rise * 0.3),
                  toneColour(m_tone, "mist"));
    }
    QList<QPointF> bends, stations;
    for (const QVariant& entry : m_way) {
        const QVariantList at = entry.toList();
        bends.append(QPointF(at.value(0).toReal() * width(), at.value(1).toReal() * height()));
        if (at.size() == 2)
            stations.append(bends.last());
    }
    if (!bends.isEmpty())
        paintWay(*painter, bends, stations, width(), m_unit, m_tone, m_arrived);
    if (m_fade > 0) {
        QLinearGradient fade(0, height() - m_fade, 0, height());
        QColor clear = m_fadeTo;
        clear.setAlpha(0);
        fade.setColorAt(0, clear);
        fade.setColorAt(1, m_fadeTo);
        painter->fillRect(QRectF(0, height() - m_fade, width(), m_fade), fade);
    }
}

} // namespace tongban::controls
