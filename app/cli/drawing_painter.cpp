// The figures of a drawing on a QPainter.
#include "app/cli/drawing_painter.h"

#include "services/workflow/figure.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace tongban::cli {

using namespace tongban::workflow;

namespace {

QPainterPath pathOf(const QList<SignStep>& steps) {
    QPainterPath path;
    for (const SignStep& step : steps) {
        const auto at = [&step](size_t i) { return QPointF(step.at[i], step.at[i + 1]); };
        if (step.op == 'M')
            path.moveTo(at(0));
        else if (step.op == 'L')
            path.lineTo(at(0));
        else if (step.op == 'C')
            path.cubicTo(at(0), at(2), at(4));
        else if (step.op == 'Z')
            path.closeSubpath();
        else
            path.addEllipse(at(0), step.at[2], step.at[2]);
    }
    return path;
}

// Qt counts dashes in line widths.
QPen penOf(const Stroke& stroke, const Colours& colours) {
    if (stroke.width <= 0)
        return QPen(Qt::NoPen);
    QPen pen(QColor(QLatin1String(colours.line)), stroke.width, Qt::SolidLine, Qt::FlatCap,
             Qt::RoundJoin);
    const double unit = 1 / stroke.width;
    if (stroke.dash == Dash::Dashed)
        pen.setDashPattern({6 * unit, 4 * unit});
    else if (stroke.dash == Dash::Dotted)
        pen.setDashPattern({2 * unit, 3 * unit});
    else if (stroke.dash == Dash::DashDot)
        pen.setDashPattern({9 * unit, 4 * unit, 2 * unit, 4 * unit});
    return pen;
}

QBrush brushOf(Fill fill, const Colours& colours) {
    switch (fill) {
    case Fill::Mark:
        return QColor(QLatin1String(colours.fill));
    case Fill::Line:
        return QColor(QLatin1String(colours.line));
    case Fill::White:
        return Qt::white;
    case Fill::None:
        break;
    }
    return Qt::NoBrush;
}

void paint(QPainter& painter, const Words& words) {
    painter.save();
    painter.translate(words.at);
    if (words.turned)
        painter.rotate(-90);
    QFont font = painter.font();
    font.setPixelSize(static_cast<int>(words.size));
    painter.setFont(font);
    painter.setPen(QColor(QLatin1String(coloursOf(Mark::Plain).line)));
    constexpr double wide = 2000;
    const int side = static_cast<int>(Qt::AlignVCenter) |
                     static_cast<int>(words.left ? Qt::AlignLeft : Qt::AlignHCenter);
    double y = -static_cast<double>(words.lines.size()) * words.size * lineHeight / 2;
    for (const QString& line : words.lines) {
        const QRectF room(words.left ? 0 : -wide / 2, y, wide, words.size * lineHeight);
        painter.drawText(room, side, line);
        y += words.size * lineHeight;
    }
    painter.restore();
}

} // namespace

QImage paintDrawing(const Drawing& drawing, double scale) {
    constexpr double mostPixels = 8'000'000;
    constexpr double longestSide = 8000;
    const double longest = std::max({drawing.box.width(), drawing.box.height(), 1.0});
    const double area = std::max(1.0, drawing.box.width() * drawing.box.height());
    const double factor = std::min({scale, longestSide / longest, std::sqrt(mostPixels / area)});
    QImage image(std::max(1, static_cast<int>(drawing.box.width() * factor)),
                 std::max(1, static_cast<int>(drawing.box.height() * factor)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(factor, factor);
    painter.translate(-drawing.box.topLeft());
    for (const Figure& figure : figuresOf(drawing)) {
        const Colours colours = coloursOf(figure.mark);
        for (const Stroke& stroke : figure.strokes) {
            painter.setPen(penOf(stroke, colours));
            painter.setBrush(brushOf(stroke.fill, colours));
            painter.drawPath(pathOf(stroke.path));
        }
        for (const Words& words : figure.words)
            paint(painter, words);
    }
    return image;
}

} // namespace tongban::cli
