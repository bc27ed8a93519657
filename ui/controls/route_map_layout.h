// RouteMapLayout fits a display list into a rectangle: stations, lines between them, room for their
// words.
#pragma once

#include <QFont>
#include <QPainterPath>
#include <QVariantList>

namespace tongban::controls {

struct Station {
    QString id, kind, label, caption, state;
    QPointF at;   // the dot
    QRectF words; // label and caption
    bool above = false;
};

struct RouteLine {
    QPainterPath path;
    QString state, label;
    int lane = 0;
    QPointF labelAt;
};

struct RouteFonts {
    QFont label, caption;
    qreal unit = 1;
};

class RouteMapLayout {
public:
    RouteMapLayout(const QVariantList& shapes, const QVariantList& edges, const QRectF& area,
                   const RouteFonts& fonts);

    const QList<Station>& stations() const { return m_stations; }
    const QList<RouteLine>& lines() const { return m_lines; }

private:
    struct Box {
        QRectF rect;
        QPointF centre;
    };
    void placeStations(const QVariantList& shapes, const QVariantList& edges, const QRectF& area);
    void placeWords(const RouteFonts& fonts);
    void placeLines(const QVariantList& edges, qreal unit);
    qreal roomFor(const Station& station) const;
    qreal columnOf(qreal x) const;
    QPointF mapped(QPointF point) const;

    QList<Station> m_stations;
    QList<Box> m_boxes; // in diagram coordinates, one a shape
    QList<RouteLine> m_lines;
    QRectF m_source;        // bounds of dots and bends in the diagram
    QList<qreal> m_columns; // stations' x in the diagram, ascending
    QRectF m_target;        // the dots' bounds on the screen
    RouteFonts m_fonts;
};

} // namespace tongban::controls
