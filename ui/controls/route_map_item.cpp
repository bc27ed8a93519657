// RouteMapItem: lines first, dots over them, words last.
#include "ui/controls/route_map_item.h"

#include "ui/controls/route_map_layout.h"

#include <QPainter>

#include <algorithm>

namespace tongban::controls {

namespace {

struct Inks {
    const QVariantMap& map;

    QColor operator()(const char* name) const {
        return map.value(QLatin1String(name)).value<QColor>();
    }
    QColor lane(int index) const {
        return map.value(QStringLiteral("lanes")).toList().value(index).value<QColor>();
    }
    QColor laneInk(int index) const {
        return map.value(QStringLiteral("laneInk")).toList().value(index).value<QColor>();
    }
};

void paintLine(QPainter& painter, const RouteLine& line, const Inks& inks, qreal unit,
               bool dotted) {
    const qreal width = 8 * unit;
    QPen pen(inks.lane(line.lane), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (line.state == QLatin1String("skipped")) {
        pen = QPen(inks("faint"), width * 0.5, Qt::CustomDashLine, Qt::RoundCap, Qt::RoundJoin);
        pen.setDashPattern({2, 4});
    } else if (dotted && line.state == QLatin1String("todo")) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({0.1, 1.9});
    } else if (line.state == QLatin1String("here")) {
        painter.strokePath(line.path, QPen(inks("ink"), width + 5 * unit, Qt::SolidLine,
                                           Qt::RoundCap, Qt::RoundJoin));
        pen.setColor(inks("here"));
    }
    painter.strokePath(line.path, pen);
}

void paintTick(QPainter& painter, QPointF at, qreal r, const QColor& colour) {
    painter.setPen(QPen(colour, r * 0.26, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({at + QPointF(-0.42, 0.02) * r, at + QPointF(-0.12, 0.34) * r,
                                    at + QPointF(0.44, -0.32) * r}));
}

void paintDot(QPainter& painter, const Station& station, const QColor& colour, const Inks& inks,
              qreal unit) {
    const qreal r = 15 * unit;
    const auto ring = [&](qreal radius, const QBrush& fill, const QPen& pen) {
        painter.setBrush(fill);
        painter.setPen(pen);
        painter.drawEllipse(station.at, radius, radius);
    };
    QColor halo = inks("here");
    halo.setAlphaF(0.28F);
    if (station.state == QLatin1String("done")) {
        ring(r, colour, QPen(inks("surface"), 4 * unit));
        paintTick(painter, station.at, r, inks("lineInk"));
    } else if (station.state == QLatin1String("here")) {
        ring(r + 13 * unit, halo, Qt::NoPen);
        ring(r + 3 * unit, inks("here"), QPen(inks("ink"), r * 0.36));
    } else if (station.state == QLatin1String("new")) {
        ring(r + 9 * unit, halo, Qt::NoPen);
        ring(r, inks("surface"), QPen(inks("hereText"), r * 0.4));
    } else if (station.state == QLatin1String("late")) {
        ring(r, inks("surface"), QPen(inks("danger"), r * 0.4));
        painter.setPen(QPen(inks("danger"), r * 0.3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(station.at + QPointF(0, -0.4) * r, station.at + QPointF(0, 0.1) * r);
        painter.drawPoint(station.at + QPointF(0, 0.45) * r);
    } else if (station.state == QLatin1String("skipped")) {
        ring(r * 0.7, inks("surface"), QPen(inks("faint"), r * 0.3));
    } else {
        ring(r, inks("surface"), QPen(colour, r * 0.4));
    }
}

} // namespace

RouteMapItem::RouteMapItem(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &RouteMapItem::changed, this, [this] { update(); });
}

void RouteMapItem::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    RouteFonts fonts;
    fonts.unit = m_unit;
    fonts.label = fonts.caption = QFont(m_family);
    fonts.label.setPixelSize(std::max(1, int(m_labelSize)));
    fonts.label.setWeight(QFont::Bold);
    fonts.caption.setPixelSize(std::max(1, int(m_captionSize)));
    const RouteMapLayout layout(m_shapes, m_edges, QRectF(0, 0, width(), height()), fonts);
    const Inks inks{m_colours};
    for (const bool skipped : {true, false}) {
        for (const RouteLine& line : layout.lines()) {
            if ((line.state == QLatin1String("skipped")) == skipped)
                paintLine(*painter, line, inks, m_unit, m_dotted);
        }
    }
    const auto flags = int(Qt::AlignHCenter) | int(Qt::AlignTop) | int(Qt::TextWrapAnywhere);
    for (const Station& station : layout.stations()) {
        if (station.kind == QLatin1String("gateway"))
            continue;
        // A dot takes the colour of a line that ends in it.
        int lane = 0;
        for (const RouteLine& line : layout.lines()) {
            if (QLineF(line.path.currentPosition(), station.at).length() < 2)
                lane = line.lane;
        }
        paintDot(*painter, station, inks.lane(lane), inks, m_unit);
        const bool faint = station.state == QLatin1String("skipped");
        painter->setFont(fonts.label);
        painter->setPen(faint ? inks("muted") : inks("ink"));
        QRectF used;
        painter->drawText(station.words, flags, station.label, &used);
        painter->setFont(fonts.caption);
        painter->setPen(station.state == QLatin1String("new") ? inks("hereText") : inks("muted"));
        painter->drawText(station.words.adjusted(0, used.height(), 0, 0), flags, station.caption);
    }
    for (const RouteLine& line : layout.lines()) {
        if (line.label.isEmpty())
            continue;
        painter->setFont(fonts.caption);
        painter->setPen(inks.laneInk(line.lane));
        const qreal high = QFontMetricsF(fonts.caption).height();
        painter->drawText(QRectF(line.labelAt.x() - 200 * m_unit,
                                 line.labelAt.y() - high - 8 * m_unit, 400 * m_unit, high),
                          int(Qt::AlignCenter), line.label);
    }
}

} // namespace tongban::controls
