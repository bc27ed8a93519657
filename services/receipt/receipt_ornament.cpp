// Drawn anew in the product's style: flat hills of blue and green, one gold line, one red seal.
#include "services/receipt/receipt_ornament.h"

#include <QPainterPath>

namespace tongban::receipt::ornament {

namespace {

constexpr int unit = 100; // one millimetre

// The gold line of a box, in fractions of its width and height.
QPainterPath lineIn(const QRectF& box) {
    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    QPainterPath path(at(0.22, 0.50));
    path.cubicTo(at(0.34, 0.50), at(0.34, 0.76), at(0.46, 0.74));
    path.cubicTo(at(0.58, 0.72), at(0.60, 0.34), at(0.74, 0.30));
    return path;
}

void hill(QPainter& painter, const QRectF& area, double left, double top, double width,
          const QColor& upper, const QColor& lower) {
    const double x = area.x() + left * area.width();
    const double w = width * area.width();
    const double y = area.y() + top * area.height();
    const double foot = area.bottom();
    QPainterPath path(QPointF(x, foot));
    path.cubicTo(x + 0.26 * w, foot - 0.15 * (foot - y), x + 0.34 * w, y, x + 0.5 * w, y);
    path.cubicTo(x + 0.66 * w, y, x + 0.74 * w, foot - 0.15 * (foot - y), x + w, foot);
    path.closeSubpath();
    QLinearGradient fill(0, y, 0, foot);
    fill.setColorAt(0, upper);
    fill.setColorAt(1, lower);
    painter.fillPath(path, fill);
}

} // namespace

QFont font(Face face, int height) {
    QFont font(face == Face::Serif ? QStringLiteral("Noto Serif CJK SC")
                                   : QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(height);
    font.setBold(face != Face::Sans);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int text(QPainter& painter, const QRect& area, const QFont& font, const QColor& ink,
         const QString& words, int flags) {
    painter.setFont(font);
    painter.setPen(ink);
    QRect taken;
    painter.drawText(area, flags | Qt::AlignTop | Qt::TextWordWrap, words, &taken);
    return taken.height();
}

void brandMark(QPainter& painter, const QRect& area, const QColor& ground, const QColor& line) {
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(area, area.width() * 0.22, area.width() * 0.22);
    painter.setPen(QPen(line, area.width() * 0.085, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    const QPainterPath path = lineIn(area);
    painter.drawPath(path);
    painter.setBrush(ground);
    painter.drawEllipse(path.pointAtPercent(0), area.width() * 0.07, area.width() * 0.07);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawEllipse(path.pointAtPercent(1), area.width() * 0.11, area.width() * 0.11);
    painter.restore();
}

void landscape(QPainter& painter, const QRect& area, bool arrived) {
    painter.save();
    painter.setClipRect(area);
    QLinearGradient sky(0, area.top(), 0, area.bottom());
    sky.setColorAt(0, QColor(0xd7, 0xe8, 0xf1));
    sky.setColorAt(1, Qt::white);
    painter.fillRect(area, sky);
    const QRectF box = area;
    using namespace colour;
    hill(painter, box, 0.08, 0.70, 0.30, azuriteMist, Qt::white);
    hill(painter, box, 0.30, 0.60, 0.32, azuriteMist, Qt::white);
    hill(painter, box, 0.55, 0.42, 0.36, azuriteMist, Qt::white);
    hill(painter, box, -0.10, 0.62, 0.34, QColor(0x7f, 0xb3, 0xcd), malachiteMist);
    hill(painter, box, 0.40, 0.76, 0.26, QColor(0x7c, 0xc0, 0xab), Qt::white);
    hill(painter, box, 0.74, 0.54, 0.36, QColor(0x2b, 0x92, 0x79), malachiteMist);

    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    QPainterPath line(at(0, 0.80));
    line.cubicTo(at(0.20, 0.66), at(0.34, 0.98), at(0.56, 0.84));
    line.cubicTo(at(0.68, 0.76), at(0.70, 0.60), at(0.80, 0.58));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.5 * unit));
    painter.drawPath(line);
    painter.setPen(QPen(gold, 0.8 * unit));
    painter.drawPath(line);
    for (const double stop : {0.30, 0.62}) {
        painter.setBrush(Qt::white);
        painter.setPen(QPen(QColor(0xe2, 0x96, 0x1b), 0.6 * unit));
        painter.drawEllipse(line.pointAtPercent(stop), 1.1 * unit, 1.1 * unit);
    }
    const QPointF end = line.pointAtPercent(1);
    painter.setPen(QPen(Qt::white, 0.8 * unit));
    painter.setBrush(arrived ? malachite : inkMuted);
    painter.drawEllipse(end, 3.2 * unit, 3.2 * unit);
    if (arrived) {
        painter.setPen(QPen(Qt::white, 0.7 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{end + QPointF(-1.4, 0.1) * unit,
                                       end + QPointF(-0.4, 1.1) * unit,
                                       end + QPointF(1.5, -1.1) * unit});
    }
    painter.restore();
}

void seal(QPainter& painter, const QPoint& centre, int side, const QString& region) {
    painter.save();
    painter.translate(centre);
    painter.rotate(-6);
    const QRectF outer(-side / 2.0, -side / 2.0, side, side);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour::cinnabar, side * 0.035));
    painter.drawRoundedRect(outer, side * 0.1, side * 0.1);
    painter.setPen(QPen(colour::cinnabar, side * 0.012));
    const double inset = side * 0.055;
    painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), side * 0.06, side * 0.06);
    painter.setFont(font(Face::Serif, side * 16 / 100));
    painter.drawText(outer.adjusted(0, side * 0.10, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     QStringLiteral("通办签章"));
    painter.setFont(font(Face::Serif, side * 13 / 100));
    painter.drawText(outer.adjusted(0, 0, 0, -side * 0.09), Qt::AlignHCenter | Qt::AlignBottom,
                     region);
    const QPainterPath line = lineIn(QRectF(-side * 0.28, -side * 0.28, side * 0.56, side * 0.56));
    painter.setPen(QPen(colour::cinnabar, side * 0.04, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(line);
    painter.setBrush(colour::cinnabar);
    painter.drawEllipse(line.pointAtPercent(1), side * 0.04, side * 0.04);
    painter.restore();
}

void ticket(QPainter& painter, const QRect& area, int tear) {
    painter.save();
    const int notch = 3 * unit;
    QPainterPath card;
    card.addRoundedRect(area, 4 * unit, 4 * unit);
    QPainterPath holes;
    holes.addEllipse(QPointF(area.left() + tear, area.top()), notch, notch);
    holes.addEllipse(QPointF(area.left() + tear, area.bottom()), notch, notch);
    painter.setPen(QPen(colour::hair, 0.3 * unit));
    painter.setBrush(Qt::white);
    painter.drawPath(card.subtracted(holes));
    QPen dots(QColor(0x8f, 0xa3, 0xaa), 0.5 * unit, Qt::CustomDashLine, Qt::RoundCap);
    dots.setDashPattern({0.01, 3});
    painter.setPen(dots);
    painter.drawLine(area.left() + tear, area.top() + notch + unit, area.left() + tear,
                     area.bottom() - notch - unit);
    painter.restore();
}

} // namespace tongban::receipt::ornament
