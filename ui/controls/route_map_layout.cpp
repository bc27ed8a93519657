// RouteMapLayout: x and y are scaled apart, since a line map keeps order and not distance.
#include "ui/controls/route_map_layout.h"

#include <QFontMetricsF>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace tongban::controls {

namespace {

QString text(const QVariantMap& map, const char* key) {
    return map.value(QLatin1String(key)).toString();
}

qreal number(const QVariantMap& map, const char* key) {
    return map.value(QLatin1String(key)).toReal();
}

// The height of a line of Chinese text; QFontMetrics knows the first family of a font only.
qreal lineOf(const QFont& font) {
    return font.pixelSize() * 1.42;
}

// A branch as one soft S, standing where the polyline has its upright leg; empty when the way turns
// back.
QPainterPath softBranch(const QList<QPointF>& points, qreal reach) {
    const QPointF from = points.first(), to = points.last();
    const qreal dx = to.x() - from.x();
    if (dx <= 0 || std::abs(to.y() - from.y()) < 1)
        return {};
    qreal upright = (from.x() + to.x()) / 2;
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (points.at(i).x() < points.at(i - 1).x() - 1)
            return {};
        if (std::abs(points.at(i).x() - points.at(i - 1).x()) < 1)
            upright = points.at(i).x();
    }
    // A level piece is left for the words under the station.
    const qreal span = std::clamp(dx - reach * 0.55, reach * 0.4, reach);
    const qreal start = std::clamp(upright - span / 2, from.x(), std::max(from.x(), to.x() - span));
    QPainterPath path(from);
    path.lineTo(start, from.y());
    path.cubicTo(QPointF(start + span * 0.52, from.y()), QPointF(start + span * 0.42, to.y()),
                 QPointF(start + span, to.y()));
    path.lineTo(to);
    return path;
}

// A polyline with round corners.
QPainterPath rounded(const QList<QPointF>& points, qreal radius) {
    QPainterPath path(points.first());
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (i + 1 == points.size()) {
            path.lineTo(points.at(i));
            break;
        }
        const QPointF before = points.at(i - 1), corner = points.at(i), after = points.at(i + 1);
        const qreal arriving = std::hypot(corner.x() - before.x(), corner.y() - before.y());
        const qreal leaving = std::hypot(after.x() - corner.x(), after.y() - corner.y());
        const qreal cut = std::min({radius, arriving / 2, leaving / 2});
        if (cut < 0.5) {
            path.lineTo(corner);
            continue;
        }
        path.lineTo(corner + (before - corner) * (cut / arriving));
        path.quadTo(corner, corner + (after - corner) * (cut / leaving));
    }
    return path;
}

} // namespace

RouteMapLayout::RouteMapLayout(const QVariantList& shapes, const QVariantList& edges,
                               const QRectF& area, const RouteFonts& fonts)
    : m_fonts(fonts) {
    placeStations(shapes, edges, area);
    placeWords(fonts);
    placeLines(edges, fonts.unit);
}

// A line map keeps order, not distance: the columns of stations stand at equal paces.
qreal RouteMapLayout::columnOf(qreal x) const {
    if (m_columns.size() < 2)
        return 0.5;
    const auto next = std::upper_bound(m_columns.begin() + 1, m_columns.end() - 1, x);
    const qreal before = *(next - 1);
    const qreal part = (x - before) / (*next - before);
    return (qreal(next - m_columns.begin()) - 1 + part) / qreal(m_columns.size() - 1);
}

QPointF RouteMapLayout::mapped(QPointF point) const {
    const qreal x = columnOf(point.x());
    const qreal y = m_source.height() > 0 ? (point.y() - m_source.top()) / m_source.height() : 0.5;
    return {m_target.left() + x * m_target.width(), m_target.top() + y * m_target.height()};
}

void RouteMapLayout::placeStations(const QVariantList& shapes, const QVariantList& edges,
                                   const QRectF& area) {
    for (const QVariant& entry : shapes) {
        const QVariantMap shape = entry.toMap();
        const QRectF rect(number(shape, "x"), number(shape, "y"), number(shape, "w"),
                          number(shape, "h"));
        m_boxes.append({rect, rect.center()});
        Station station;
        station.id = text(shape, "id");
        station.kind = text(shape, "kind");
        station.label = text(shape, "label");
        station.caption = text(shape, "caption");
        station.state = text(shape, "state");
        station.above = shape.value(QStringLiteral("above")).toBool();
        m_stations.append(station);
    }
    if (m_boxes.isEmpty())
        return;
    m_source = QRectF(m_boxes.first().centre, QSizeF());
    const auto cover = [this](QPointF point) {
        m_source.setCoords(
            std::min(m_source.left(), point.x()), std::min(m_source.top(), point.y()),
            std::max(m_source.right(), point.x()), std::max(m_source.bottom(), point.y()));
    };
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        cover(m_boxes.at(i).centre);
        if (m_stations.at(i).kind != QLatin1String("gateway"))
            m_columns.append(m_boxes.at(i).centre.x());
    }
    for (const QVariant& edge : edges) {
        const QVariantList points = edge.toMap().value(QStringLiteral("points")).toList();
        for (const QVariant& point : points)
            cover({number(point.toMap(), "x"), number(point.toMap(), "y")});
    }
    std::sort(m_columns.begin(), m_columns.end());
    const auto sameColumn = [](qreal a, qreal b) { return std::abs(a - b) < 20; };
    m_columns.erase(std::unique(m_columns.begin(), m_columns.end(), sameColumn), m_columns.end());
    const qreal side = 64 * m_fonts.unit;
    const bool anyAbove = std::any_of(m_stations.cbegin(), m_stations.cend(),
                                      [](const Station& s) { return s.above; });
    const qreal words = lineOf(m_fonts.label) + lineOf(m_fonts.caption) + 28 * m_fonts.unit;
    const qreal above = 30 * m_fonts.unit + (anyAbove ? words - 20 * m_fonts.unit : 0);
    m_target = area.adjusted(side, above, -side, -words);
    if (m_source.height() <= 0)
        m_target.setBottom(m_target.top());
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        m_stations[i].at = mapped(m_boxes.at(i).centre);
}

// The width a label may take: up to the nearest neighbour on about the same height.
qreal RouteMapLayout::roomFor(const Station& station) const {
    qreal room = 260 * m_fonts.unit;
    for (const Station& other : m_stations) {
        if (&other == &station || other.kind == QLatin1String("gateway") || other.label.isEmpty())
            continue;
        if (std::abs(other.at.y() - station.at.y()) < 50 * m_fonts.unit)
            room = std::min(room, std::abs(other.at.x() - station.at.x()) - 8 * m_fonts.unit);
    }
    const qreal edge =
        std::min(station.at.x(), m_target.right() + 64 * m_fonts.unit - station.at.x());
    return std::max(std::min(room, edge * 2), 40 * m_fonts.unit);
}

void RouteMapLayout::placeWords(const RouteFonts& fonts) {
    const QFontMetricsF label(fonts.label), caption(fonts.caption);
    for (Station& station : m_stations) {
        if (station.kind == QLatin1String("gateway"))
            continue;
        const qreal width = roomFor(station);
        const auto flags = int(Qt::AlignHCenter) | int(Qt::TextWrapAnywhere);
        const qreal high =
            label.boundingRect(QRectF(0, 0, width, 1000), flags, station.label).height();
        const qreal low =
            station.caption.isEmpty()
                ? 0
                : caption.boundingRect(QRectF(0, 0, width, 1000), flags, station.caption).height();
        const qreal dot = 30 * fonts.unit;
        const qreal top = station.above ? station.at.y() - dot - high - low
                                        : station.at.y() + dot - 6 * fonts.unit;
        station.words = QRectF(station.at.x() - width / 2, top, width, high + low);
    }
}

void RouteMapLayout::placeLines(const QVariantList& edges, qreal unit) {
    for (const QVariant& entry : edges) {
        const QVariantMap edge = entry.toMap();
        QList<QPointF> points;
        const QVariantList list = edge.value(QStringLiteral("points")).toList();
        for (const QVariant& item : list) {
            const QVariantMap point = item.toMap();
            points.append({number(point, "x"), number(point, "y")});
        }
        if (points.size() < 2)
            continue;
        // The ends lie on the borders of boxes; the dots in their middle.
        for (const Box& box : m_boxes) {
            const QRectF near = box.rect.adjusted(-2, -2, 2, 2);
            if (near.contains(points.first()))
                points.first() = box.centre;
            if (near.contains(points.last()))
                points.last() = box.centre;
        }
        for (QPointF& point : points)
            point = mapped(point);
        RouteLine line;
        line.path = softBranch(points, 150 * unit);
        if (line.path.isEmpty())
            line.path = rounded(points, 56 * unit);
        line.state = text(edge, "state");
        line.label = text(edge, "label");
        line.lane = std::clamp(edge.value(QStringLiteral("lane")).toInt(), 0, 3);
        line.labelAt = line.path.pointAtPercent(0.5);
        m_lines.append(line);
    }
}

} // namespace tongban::controls
