// The display list on a QPainter.
#include "app/cli/drawing_painter.h"

#include "services/workflow/sign.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace tongban::cli {

using namespace tongban::workflow;

namespace {

constexpr double fontSize = 12;

struct Look {
    QColor line{0x22, 0x22, 0x22};
    QColor fill{Qt::white};
    double width = 1.5;
    Qt::PenStyle style = Qt::SolidLine;
};

Look lookOf(Mark mark) {
    switch (mark) {
    case Mark::Done:
        return {QColor(0x1d, 0x6f, 0x42), QColor(0xe8, 0xf4, 0xec)};
    case Mark::Here:
        return {QColor(0x0b, 0x57, 0xc2), QColor(0xdb, 0xe9, 0xff), 3.5};
    case Mark::Next:
        return {QColor(0x55, 0x55, 0x55)};
    case Mark::Skipped:
        return {QColor(0xa0, 0xa0, 0xa0), QColor(0xf6, 0xf6, 0xf6), 1.5, Qt::DashLine};
    case Mark::Plain:
        break;
    }
    return {};
}

class Painting {
public:
    explicit Painting(QPainter& painter)
        : m_painter(painter) {
        QFont font = painter.font();
        font.setPixelSize(static_cast<int>(fontSize));
        painter.setFont(font);
    }

    void shape(const DrawnShape& shape) {
        const Look look = lookOf(shape.mark);
        m_painter.setPen(QPen(look.line, look.width, look.style));
        m_painter.setBrush(look.fill);
        if (shape.kind.endsWith(QLatin1String("Event")))
            event(shape, look);
        else if (shape.kind.endsWith(QLatin1String("Gateway")))
            gateway(shape, look);
        else if (shape.kind == QLatin1String("participant") || shape.kind == QLatin1String("lane"))
            pool(shape);
        else if (shape.kind.endsWith(QLatin1String("ask")) ||
                 shape.kind.endsWith(QLatin1String("ubProcess")) ||
                 shape.kind == QLatin1String("transaction") ||
                 shape.kind == QLatin1String("callActivity"))
            activity(shape, look);
        else
            other(shape);
    }

    void edge(const DrawnEdge& edge) {
        Look look = lookOf(edge.mark);
        const bool flow = edge.kind == QLatin1String("sequenceFlow");
        m_painter.setPen(
            QPen(look.line, flow ? look.width : 1.2, flow ? look.style : Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF(edge.points));
        if (edge.directed)
            arrow(edge.points.at(edge.points.size() - 2), edge.points.last(), look.line, flow);
        if (edge.label.isEmpty())
            return;
        const qsizetype middle = (edge.points.size() - 1) / 2;
        const QPointF at =
            edge.labelBox.isEmpty()
                ? (edge.points.at(middle) + edge.points.at(middle + 1)) / 2 - QPointF(0, 10)
                : edge.labelBox.center();
        text(wrapLabel(edge.label, std::max(90.0, edge.labelBox.width()), fontSize, 4), at);
    }

private:
    void text(const QStringList& lines, const QPointF& centre) {
        m_painter.setPen(QColor(0x22, 0x22, 0x22));
        double y = centre.y() - static_cast<double>(lines.size()) * fontSize * 0.6;
        for (const QString& line : lines) {
            m_painter.drawText(QRectF(centre.x() - 300, y, 600, fontSize * 1.2), Qt::AlignCenter,
                               line);
            y += fontSize * 1.2;
        }
    }

    void sign(const QString& what, const QPointF& centre, double r, const Look& look, bool solid,
              double width = 1.2) {
        QPainterPath path;
        for (const SignStep& step : signSteps(what)) {
            const auto at = [&](size_t i) {
                return QPointF(centre.x() + step.at[i] * r, centre.y() + step.at[i + 1] * r);
            };
            if (step.op == 'M')
                path.moveTo(at(0));
            else if (step.op == 'L')
                path.lineTo(at(0));
            else if (step.op == 'C')
                path.cubicTo(at(0), at(2), at(4));
            else if (step.op == 'Z')
                path.closeSubpath();
            else
                path.addEllipse(at(0), step.at[2] * r, step.at[2] * r);
        }
        m_painter.save();
        m_painter.setPen(QPen(look.line, width));
        m_painter.setBrush(solid ? QBrush(look.line) : QBrush(Qt::NoBrush));
        m_painter.drawPath(path);
        m_painter.restore();
    }

    void label(const DrawnShape& shape) {
        if (shape.label.isEmpty())
            return;
        const QRectF box =
            shape.labelBox.isEmpty()
                ? QRectF(shape.box.center().x() - 50, shape.box.bottom() + 2, 100, fontSize * 2.6)
                : shape.labelBox;
        const QStringList lines = wrapLabel(shape.label, std::max(box.width(), 90.0), fontSize, 4);
        text(lines, QPointF(box.center().x(),
                            box.top() + static_cast<double>(lines.size()) * fontSize * 0.6));
    }

    void event(const DrawnShape& shape, Look look) {
        const QPointF centre = shape.box.center();
        const double radius = shape.box.width() / 2;
        const bool end = shape.kind == QLatin1String("endEvent");
        m_painter.setPen(QPen(look.line, end ? 3.5 : look.width,
                              shape.interrupting ? look.style : Qt::DashLine));
        m_painter.drawEllipse(centre, radius, radius);
        if (!end && shape.kind != QLatin1String("startEvent"))
            m_painter.drawEllipse(centre, radius - 3.5, radius - 3.5);
        if (!shape.trigger.isEmpty())
            sign(shape.trigger, centre, radius * 0.55, look, shape.throwing);
        label(shape);
    }

    void gateway(const DrawnShape& shape, const Look& look) {
        const QRectF& box = shape.box;
        m_painter.drawPolygon(QPolygonF(
            {QPointF(box.center().x(), box.top()), QPointF(box.right(), box.center().y()),
             QPointF(box.center().x(), box.bottom()), QPointF(box.left(), box.center().y())}));
        sign(shape.kind, box.center(), box.width() * 0.22, look, false, 2.5);
        label(shape);
    }

    void activity(const DrawnShape& shape, const Look& look) {
        const QRectF& box = shape.box;
        const bool part = shape.kind != QLatin1String("callActivity")
                              ? (shape.kind.endsWith(QLatin1String("ubProcess")) ||
                                 shape.kind == QLatin1String("transaction"))
                              : shape.box.height() > 120;
        if (shape.markers.contains(QLatin1String("call")))
            m_painter.setPen(QPen(look.line, 3.5));
        if (shape.kind == QLatin1String("eventSubProcess"))
            m_painter.setPen(QPen(look.line, look.width, Qt::DotLine));
        m_painter.drawRoundedRect(box, 8, 8);
        if (shape.kind == QLatin1String("transaction"))
            m_painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 6, 6);
        sign(shape.kind, box.topLeft() + QPointF(14, 14), 7, look, false);
        double x = box.center().x() - static_cast<double>(shape.markers.size() - 1) * 9;
        for (const QString& marker : shape.markers) {
            sign(marker, QPointF(x, box.bottom() - 9), 6, look, false);
            x += 18;
        }
        if (part && !shape.expanded)
            sign(QStringLiteral("parallelGateway"), QPointF(box.center().x(), box.bottom() - 9), 5,
                 look, false);
        if (shape.label.isEmpty())
            return;
        const QRectF inside = part && shape.expanded ? QRectF(box.left() + 20, box.top() + 4,
                                                              box.width() - 40, fontSize * 1.3)
                                                     : box.adjusted(6, 4, -6, -4);
        const int lines = std::max(1, static_cast<int>(inside.height() / (fontSize * 1.2)));
        text(wrapLabel(shape.label, inside.width(), fontSize, lines), inside.center());
    }

    void pool(const DrawnShape& shape) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(shape.box);
        m_painter.save();
        constexpr double strip = 15;
        if (shape.horizontal) {
            m_painter.translate(shape.box.left() + strip, shape.box.center().y());
            m_painter.rotate(-90);
        } else {
            m_painter.translate(shape.box.center().x(), shape.box.top() + strip);
        }
        text(wrapLabel(shape.label, (shape.horizontal ? shape.box.height() : shape.box.width()) - 8,
                       fontSize, 2),
             QPointF(0, 0));
        m_painter.restore();
    }

    void other(const DrawnShape& shape) {
        const QRectF& box = shape.box;
        if (shape.kind == QLatin1String("textAnnotation")) {
            m_painter.drawPolyline(
                QPolygonF({box.topLeft() + QPointF(10, 0), box.topLeft(), box.bottomLeft(),
                           box.bottomLeft() + QPointF(10, 0)}));
            return text(wrapLabel(shape.label, box.width() - 8, fontSize, 12), box.center());
        }
        if (shape.kind == QLatin1String("group")) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(Qt::darkGray, 1.5, Qt::DashDotLine));
            m_painter.drawRoundedRect(box, 8, 8);
        } else {
            m_painter.drawPolygon(
                QPolygonF({box.topLeft(), box.topRight() - QPointF(10, 0),
                           box.topRight() + QPointF(0, 10), box.bottomRight(), box.bottomLeft()}));
        }
        label(shape);
    }

    void arrow(const QPointF& from, const QPointF& to, const QColor& colour, bool solid) {
        const double length = std::max(1e-6, std::hypot(to.x() - from.x(), to.y() - from.y()));
        const QPointF along = (to - from) / length;
        const QPointF across(-along.y(), along.x());
        const QPolygonF head({to, to - along * 9 + across * 4.5, to - along * 9 - across * 4.5});
        m_painter.setPen(QPen(colour, 1.2));
        m_painter.setBrush(solid ? QBrush(colour) : QBrush(Qt::white));
        m_painter.drawPolygon(head);
    }

    QPainter& m_painter;
};

} // namespace

QImage paintDrawing(const Drawing& drawing, double scale) {
    constexpr double mostPixels = 8000;
    const double longest = std::max(drawing.box.width(), drawing.box.height());
    const double factor = std::min(scale, mostPixels / std::max(longest, 1.0));
    QImage image(std::max(1, static_cast<int>(drawing.box.width() * factor)),
                 std::max(1, static_cast<int>(drawing.box.height() * factor)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(factor, factor);
    painter.translate(-drawing.box.topLeft());
    Painting painting(painter);
    for (const DrawnShape& shape : drawing.shapes)
        painting.shape(shape);
    for (const DrawnEdge& edge : drawing.edges)
        painting.edge(edge);
    return image;
}

} // namespace tongban::cli
