// Shapes as strokes and words: events, gateways, activities, pools, data and notes.
#include "services/workflow/figure.h"

#include "services/workflow/figure_path.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

constexpr double bodySize = 12;
constexpr double labelSize = 11;
constexpr double thick = 3.5;
constexpr double strip = 30; // of a pool or lane, for its name

double outline(Mark mark) {
    return mark == Mark::Here ? thick : 1.5;
}

Stroke outlined(const DrawnShape& shape, const Path& path) {
    return {path.steps(), outline(shape.mark),
            shape.mark == Mark::Skipped ? Dash::Dashed : Dash::Solid, Fill::Mark};
}

// Where a sign is drawn solid its inner lines would vanish: an envelope then comes in two pieces.
void addSign(Figure& figure, const QString& what, const QPointF& centre, double radius, bool solid,
             double width = 1.2) {
    const bool letter = what == QLatin1String("message") || what == QLatin1String("sendTask");
    const QList<SignStep>& sign = signSteps(solid && letter ? QStringLiteral("sent") : what);
    if (!sign.isEmpty())
        figure.strokes.append(
            {placed(sign, centre, radius), width, Dash::Solid, solid ? Fill::Line : Fill::None});
}

double heightOf(const QStringList& lines, double size) {
    return static_cast<double>(lines.size()) * size * lineHeight;
}

void addEvent(Figure& figure, const DrawnShape& shape) {
    const QPointF centre = shape.box.center();
    const double radius = shape.box.width() / 2;
    const bool end = shape.kind == QLatin1String("endEvent");
    Stroke rim = outlined(shape, Path().circle(centre, radius));
    if (end)
        rim.width = thick;
    if (!shape.interrupting)
        rim.dash = Dash::Dashed;
    figure.strokes.append(rim);
    if (!end && shape.kind != QLatin1String("startEvent")) {
        rim.path = Path().circle(centre, radius - 3.5).steps();
        rim.width = 1.5;
        figure.strokes.append(rim);
    }
    if (!shape.trigger.isEmpty())
        addSign(figure, shape.trigger, centre, radius * 0.55, shape.throwing);
}

void addGateway(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const QPointF c = box.center();
    figure.strokes.append(
        outlined(shape, Path().line({QPointF(c.x(), box.top()), QPointF(box.right(), c.y()),
                                     QPointF(c.x(), box.bottom()), QPointF(box.left(), c.y())},
                                    true)));
    const bool fine = shape.kind == QLatin1String("eventBasedGateway");
    addSign(figure, shape.kind, c, box.width() * 0.22, false, fine ? 1.2 : 2.5);
}

bool isPart(const DrawnShape& shape) {
    return shape.kind.endsWith(QLatin1String("ubProcess")) ||
           shape.kind == QLatin1String("transaction") ||
           shape.kind == QLatin1String("callActivity");
}

// The markers stand side by side at the lower border; a part whose inside is not drawn has a [+].
void addMarkers(Figure& figure, const DrawnShape& shape) {
    double x = shape.box.center().x() - static_cast<double>(shape.markers.size() - 1) * 9;
    for (const QString& marker : shape.markers) {
        const QPointF at(x, shape.box.bottom() - 10);
        const bool closed = marker == QLatin1String("collapsed");
        if (closed)
            figure.strokes.append(
                {Path().rect(QRectF(at.x() - 7, at.y() - 7, 14, 14)).steps(), 1.2});
        addSign(figure, closed ? QStringLiteral("parallelGateway") : marker, at, closed ? 5 : 6,
                false);
        x += 18;
    }
}

// Centred, clear of the markers and, if there is room, of the sign; at the top of an open part.
// Smaller letters where the name would not fit.
Words nameInside(const DrawnShape& shape, bool open) {
    const QRectF& box = shape.box;
    const bool marked = !shape.markers.isEmpty() && !open;
    const double sign = signSteps(shape.kind).isEmpty() ? 3 : 22;
    const QRectF room = box.adjusted(5, 3, -5, marked ? -18 : -3);
    Words words{{}, box.center(), bodySize};
    for (const double size : {bodySize, 11.0, 10.0}) {
        const int most =
            open ? 1 : std::max(1, static_cast<int>(room.height() / (size * lineHeight)));
        words.size = size;
        words.lines = wrapLabel(shape.label, room.width(), size, most);
        if (open || heightOf(words.lines, size) <= room.bottom() - box.top() - sign)
            break;
    }
    const double half = heightOf(words.lines, words.size) / 2;
    const double middle =
        open ? room.top() + 3 + half : std::max(room.center().y(), box.top() + sign + half);
    words.at.setY(open ? middle : std::min(middle, room.bottom() - half));
    return words;
}

void addActivity(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const bool whole = isPart(shape) && shape.expanded;
    Stroke border = outlined(shape, Path().rect(box, 8));
    if (shape.kind == QLatin1String("callActivity"))
        border.width = thick;
    if (shape.kind == QLatin1String("eventSubProcess"))
        border.dash = Dash::Dotted;
    figure.strokes.append(border);
    if (shape.kind == QLatin1String("transaction"))
        figure.strokes.append({Path().rect(box.adjusted(3, 3, -3, -3), 6).steps()});
    addSign(figure, shape.kind, box.topLeft() + QPointF(14, 14), 8,
            shape.kind == QLatin1String("sendTask"));
    addMarkers(figure, shape);
    if (!shape.label.isEmpty())
        figure.words.append(nameInside(shape, whole));
    if (!shape.holder.isEmpty())
        figure.words.append(
            {{shape.holder}, QPointF(box.center().x(), box.bottom() + labelSize), labelSize});
}

void addPool(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const bool pool = shape.kind == QLatin1String("participant");
    figure.strokes.append({Path().rect(box).steps()});
    if (shape.label.isEmpty())
        return;
    Words name{{}, box.center(), bodySize};
    const bool inStrip = !pool || shape.expanded;
    if (inStrip && shape.horizontal)
        name.at.setX(box.left() + strip / 2);
    else if (inStrip)
        name.at.setY(box.top() + strip / 2);
    name.turned = inStrip && shape.horizontal;
    name.lines = wrapLabel(shape.label, (name.turned ? box.height() : box.width()) - 8, bodySize,
                           inStrip ? 2 : 4);
    figure.words.append(name);
    if (!pool || !inStrip)
        return;
    const QPointF from = shape.horizontal ? QPointF(box.left() + strip, box.top())
                                          : QPointF(box.left(), box.top() + strip);
    const QPointF to = shape.horizontal ? QPointF(box.left() + strip, box.bottom())
                                        : QPointF(box.right(), box.top() + strip);
    figure.strokes.append({Path().line({from, to}).steps()});
}

void addNote(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const QPointF in(10, 0);
    figure.strokes.append(
        {Path()
             .line({box.topLeft() + in, box.topLeft(), box.bottomLeft(), box.bottomLeft() + in})
             .steps()});
    const QStringList lines =
        wrapLabel(shape.label, std::max(60.0, box.width() - 8), labelSize, 14);
    figure.words.append({lines, QPointF(box.left() + 6, box.center().y()), labelSize, true});
}

void addStore(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const double lid = std::min(8.0, box.height() / 5);
    Stroke body = outlined(shape, Path().cylinder(box, lid));
    figure.strokes.append(body);
    body.fill = Fill::None;
    for (const double down : {0.0, lid * 0.7}) {
        body.path =
            Path().bow(QPointF(box.left(), box.top() + lid / 2 + down), box.width(), lid).steps();
        figure.strokes.append(body);
    }
}

void addSheet(Figure& figure, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const double fold = std::min(12.0, box.width() / 3);
    const QPointF before = box.topRight() - QPointF(fold, 0);
    const QPointF after = box.topRight() + QPointF(0, fold);
    figure.strokes.append(outlined(
        shape,
        Path().line({box.topLeft(), before, after, box.bottomRight(), box.bottomLeft()}, true)));
    figure.strokes.append({Path().line({before, QPointF(before.x(), after.y()), after}).steps()});
    if (shape.kind == QLatin1String("dataInput") || shape.kind == QLatin1String("dataOutput"))
        addSign(figure, QStringLiteral("link"), box.topLeft() + QPointF(11, 11), 7,
                shape.kind == QLatin1String("dataOutput"));
    if (shape.markers.contains(QLatin1String("collection")))
        addSign(figure, QStringLiteral("parallel"), QPointF(box.center().x(), box.bottom() - 9), 6,
                false);
}

void addOther(Figure& figure, const DrawnShape& shape) {
    if (shape.kind == QLatin1String("textAnnotation"))
        return addNote(figure, shape);
    if (shape.kind.startsWith(QLatin1String("dataStore")))
        return addStore(figure, shape);
    if (shape.kind == QLatin1String("message")) {
        Stroke envelope{placed(signSteps(shape.kind), shape.box.center(), shape.box.width() / 2)};
        envelope.fill = Fill::Mark;
        figure.strokes.append(envelope);
        return;
    }
    if (shape.kind != QLatin1String("group"))
        return addSheet(figure, shape);
    figure.strokes.append({Path().rect(shape.box, 8).steps(), 1.5, Dash::DashDot});
}

Figure figureOf(const DrawnShape& shape) {
    Figure figure{shape.element, shape.kind, shape.mark, {}, {}};
    if (shape.kind.endsWith(QLatin1String("Event")))
        addEvent(figure, shape);
    else if (shape.kind.endsWith(QLatin1String("Gateway")))
        addGateway(figure, shape);
    else if (shape.kind == QLatin1String("participant") || shape.kind == QLatin1String("lane"))
        addPool(figure, shape);
    else if (shape.kind.endsWith(QLatin1String("ask")) || isPart(shape))
        addActivity(figure, shape);
    else
        addOther(figure, shape);
    return figure;
}

// A name outside its shape, on white over the edges: where the editor put it, else below events and
// above gateways and groups. Text that needs more room than its box grows away from the shape.
Figure labelOf(const DrawnShape& shape) {
    QRectF box = shape.labelBox;
    const bool onTop =
        shape.kind.endsWith(QLatin1String("Gateway")) || shape.kind == QLatin1String("group");
    if (box.isEmpty())
        box = QRectF(shape.box.center().x() - 45,
                     onTop ? shape.box.top() - 18 : shape.box.bottom() + 4, 90, 14);
    const double room = box.height() > 2 * labelSize ? std::min(box.width(), 90.0) : box.width();
    const QStringList lines = wrapLabel(shape.label, std::max(room + 4, 80.0), labelSize, 5);
    const double height = heightOf(lines, labelSize);
    const bool above = box.center().y() <= shape.box.top();
    const double middle = above ? box.bottom() - height / 2 : box.top() + height / 2;
    return labelAt({lines, QPointF(box.center().x(), middle), labelSize}, shape.element);
}

bool isNamedOutside(const DrawnShape& shape) {
    return shape.kind.endsWith(QLatin1String("Event")) ||
           shape.kind.endsWith(QLatin1String("Gateway")) ||
           shape.kind.startsWith(QLatin1String("data")) || shape.kind == QLatin1String("message") ||
           shape.kind == QLatin1String("group");
}

} // namespace

QList<Figure> figuresOf(const Drawing& drawing) {
    QList<Figure> figures;
    QList<Figure> labels;
    for (const DrawnShape& shape : drawing.shapes) {
        figures.append(figureOf(shape));
        if (!shape.label.isEmpty() && isNamedOutside(shape))
            labels.append(labelOf(shape));
    }
    for (const DrawnEdge& edge : drawing.edges) {
        figures.append(figureOf(edge));
        if (!edge.label.isEmpty())
            labels.append(labelOf(edge));
    }
    return figures + labels;
}

Colours coloursOf(Mark mark) {
    switch (mark) {
    case Mark::Done:
        return {"#1d6f42", "#e8f4ec"};
    case Mark::Here:
        return {"#0b57c2", "#dbe9ff"};
    case Mark::Next:
        return {"#555555", "#ffffff"};
    case Mark::Skipped:
        return {"#a0a0a0", "#f6f6f6"};
    case Mark::Plain:
        break;
    }
    return {"#222222", "#ffffff"};
}

} // namespace tongban::workflow
