// A drawing as SVG: black on white without a case, done, here, next and skipped told apart by more
// than colour.
#include "services/workflow/drawing.h"
#include "services/workflow/sign.h"

#include <cmath>

namespace tongban::workflow {

namespace {

constexpr double fontSize = 12;

double widthOf(QChar c) {
    return c.unicode() < 0x2e80 ? fontSize * 0.56 : fontSize;
}

QByteArray number(double value) {
    return QByteArray::number(std::round(value * 10) / 10, 'g', 8);
}

QByteArray escaped(const QString& text) {
    return text.toHtmlEscaped().toUtf8();
}

class Svg {
public:
    void open(const char* tag, const DrawnShape& shape) {
        m_out += "<g class=\"" + QByteArray(tag) + ' ' + nameOf(shape.mark).toLatin1() +
                 "\" data-element=\"" + escaped(shape.element) + "\">";
    }
    void close() { m_out += "</g>\n"; }
    void rect(const QRectF& box, double radius, const char* type = "") {
        m_out += "<rect" + QByteArray(type) + " x=\"" + number(box.x()) + "\" y=\"" +
                 number(box.y()) + "\" width=\"" + number(box.width()) + "\" height=\"" +
                 number(box.height()) + "\" rx=\"" + number(radius) + "\"/>";
    }
    void circle(const QPointF& at, double radius, const char* more = "") {
        m_out += "<circle cx=\"" + number(at.x()) + "\" cy=\"" + number(at.y()) + "\" r=\"" +
                 number(radius) + "\"" + more + "/>";
    }
    void path(const QByteArray& d, const char* more = "") {
        m_out += "<path d=\"" + d + "\"" + more + "/>";
    }
    void text(const QStringList& lines, const QPointF& centre, const char* anchor = "middle") {
        double y =
            centre.y() - (static_cast<double>(lines.size()) - 1) * fontSize * 0.6 + fontSize * 0.35;
        for (const QString& line : lines) {
            m_out += "<text x=\"" + number(centre.x()) + "\" y=\"" + number(y) +
                     "\" text-anchor=\"" + QByteArray(anchor) + "\">" + escaped(line) + "</text>";
            y += fontSize * 1.2;
        }
    }
    void raw(const QByteArray& bytes) { m_out += bytes; }
    QByteArray take() { return std::move(m_out); }

private:
    QByteArray m_out;
};

// A sign in unit coordinates, scaled to its place; circles become two arcs.
QByteArray signOf(const QString& what, const QPointF& centre, double r) {
    QByteArray d;
    for (const SignStep& step : signSteps(what)) {
        const auto put = [&](size_t i) {
            d += number(centre.x() + step.at[i] * r) + ' ' +
                 number(centre.y() + step.at[i + 1] * r) + ' ';
        };
        if (step.op == 'O') {
            const QByteArray radius = number(step.at[2] * r);
            const QByteArray across = number(2 * step.at[2] * r);
            d += "M " + number(centre.x() + (step.at[0] - step.at[2]) * r) + ' ' +
                 number(centre.y() + step.at[1] * r) + " a " + radius + ' ' + radius + " 0 1 0 " +
                 across + " 0 a " + radius + ' ' + radius + " 0 1 0 -" + across + " 0 ";
            continue;
        }
        d += step.op;
        d += ' ';
        for (size_t i = 0; i < step.points * 2U; i += 2)
            put(i);
    }
    return d;
}

void addLabel(Svg& svg, const DrawnShape& shape, const QRectF& inside) {
    if (shape.label.isEmpty())
        return;
    if (!inside.isEmpty())
        return svg.text(
            wrapLabel(shape.label, inside.width(), fontSize,
                      std::max(1, static_cast<int>(inside.height() / (fontSize * 1.2)))),
            inside.center());
    QRectF box = shape.labelBox;
    if (box.isEmpty())
        box = QRectF(shape.box.center().x() - 50, shape.box.bottom() + 2, 100, fontSize * 2.6);
    const QStringList lines = wrapLabel(shape.label, std::max(box.width(), 90.0), fontSize, 4);
    svg.text(lines, QPointF(box.center().x(),
                            box.top() + static_cast<double>(lines.size()) * fontSize * 0.6));
}

void addEvent(Svg& svg, const DrawnShape& shape) {
    const QPointF centre = shape.box.center();
    const double radius = shape.box.width() / 2;
    const bool end = shape.kind == QLatin1String("endEvent");
    const bool start = shape.kind == QLatin1String("startEvent");
    const char* dashes = shape.interrupting ? "" : " stroke-dasharray=\"4 3\"";
    svg.circle(centre, radius, end ? " stroke-width=\"3.5\"" : dashes);
    if (!end && !start)
        svg.circle(centre, radius - 3.5, dashes);
    if (shape.trigger == QLatin1String("terminate"))
        svg.circle(centre, radius * 0.6, " class=\"solid\"");
    else if (!shape.trigger.isEmpty())
        svg.path(signOf(shape.trigger, centre, radius * 0.55),
                 shape.throwing ? " class=\"solid\"" : " class=\"sign\"");
    addLabel(svg, shape, {});
}

void addGateway(Svg& svg, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const QPointF c = box.center();
    svg.path("M " + number(c.x()) + ' ' + number(box.top()) + " L " + number(box.right()) + ' ' +
             number(c.y()) + " L " + number(c.x()) + ' ' + number(box.bottom()) + " L " +
             number(box.left()) + ' ' + number(c.y()) + " Z");
    const double r = box.width() * 0.22;
    if (shape.kind == QLatin1String("inclusiveGateway")) {
        svg.circle(c, r, " class=\"sign thick\"");
    } else if (shape.kind == QLatin1String("eventBasedGateway")) {
        svg.circle(c, r * 1.2, " class=\"sign\"");
        svg.path(signOf(QStringLiteral("multiple"), c, r * .8), " class=\"sign\"");
    } else {
        svg.path(signOf(shape.kind, c, r), " class=\"sign thick\"");
    }
    addLabel(svg, shape, {});
}

void addActivity(Svg& svg, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    const bool part = shape.kind != QLatin1String("callActivity")
                          ? (shape.kind.endsWith(QLatin1String("ubProcess")) ||
                             shape.kind == QLatin1String("transaction"))
                          : shape.box.height() > 120;
    const bool eventSub = shape.kind == QLatin1String("eventSubProcess");
    svg.raw(shape.markers.contains(QLatin1String("call")) ? "<g stroke-width=\"3.5\">"
            : eventSub                                    ? "<g stroke-dasharray=\"2 3\">"
                                                          : "<g>");
    svg.rect(box, 8);
    if (shape.kind == QLatin1String("transaction"))
        svg.rect(box.adjusted(3, 3, -3, -3), 6);
    svg.raw("</g>");
    if (const QByteArray sign = signOf(shape.kind, box.topLeft() + QPointF(14, 14), 7);
        !sign.isEmpty())
        svg.path(sign, " class=\"sign\"");
    double x = box.center().x() - static_cast<double>(shape.markers.size() - 1) * 9;
    for (const QString& marker : shape.markers) {
        svg.path(signOf(marker, QPointF(x, box.bottom() - 9), 6), " class=\"sign\"");
        x += 18;
    }
    if (part && !shape.expanded) {
        const QPointF c(box.center().x(), box.bottom() - 9);
        svg.rect(QRectF(c.x() - 6, c.y() - 6, 12, 12), 0);
        svg.path(signOf(QStringLiteral("parallelGateway"), c, 4), " class=\"sign\"");
    }
    const QRectF inside = part && shape.expanded ? QRectF(box.left() + 20, box.top() + 4,
                                                          box.width() - 40, fontSize * 1.3)
                                                 : box.adjusted(6, 4, -6, -4);
    addLabel(svg, shape, inside);
    if (!shape.holder.isEmpty())
        svg.text({shape.holder}, QPointF(box.center().x(), box.bottom() + fontSize));
}

void addPool(Svg& svg, const DrawnShape& shape) {
    svg.rect(shape.box, 0);
    if (shape.label.isEmpty())
        return;
    constexpr double strip = 15;
    const QPointF centre = shape.horizontal
                               ? QPointF(shape.box.left() + strip, shape.box.center().y())
                               : QPointF(shape.box.center().x(), shape.box.top() + strip);
    if (shape.horizontal)
        svg.raw("<g transform=\"rotate(-90 " + number(centre.x()) + ' ' + number(centre.y()) +
                ")\">");
    svg.text(wrapLabel(shape.label, (shape.horizontal ? shape.box.height() : shape.box.width()) - 8,
                       fontSize, 2),
             centre);
    if (shape.horizontal)
        svg.raw("</g>");
}

void addOther(Svg& svg, const DrawnShape& shape) {
    const QRectF& box = shape.box;
    if (shape.kind == QLatin1String("textAnnotation")) {
        svg.path("M " + number(box.left() + 10) + ' ' + number(box.top()) + " H " +
                 number(box.left()) + " V " + number(box.bottom()) + " h 10");
        return svg.text(wrapLabel(shape.label, box.width() - 8, fontSize, 12), box.center());
    }
    if (shape.kind == QLatin1String("group")) {
        svg.raw("<g stroke-dasharray=\"8 4\" fill=\"none\">");
        svg.rect(box, 8);
        svg.raw("</g>");
        return addLabel(svg, shape, {});
    }
    if (shape.kind.startsWith(QLatin1String("dataStore"))) {
        const QByteArray rx = number(box.width() / 2);
        svg.path("M " + number(box.left()) + ' ' + number(box.top() + 6) + " A " + rx +
                 " 6 0 0 1 " + number(box.right()) + ' ' + number(box.top() + 6) + " V " +
                 number(box.bottom() - 6) + " A " + rx + " 6 0 0 1 " + number(box.left()) + ' ' +
                 number(box.bottom() - 6) + " Z");
    } else {
        svg.path("M " + number(box.left()) + ' ' + number(box.top()) + " H " +
                 number(box.right() - 10) + " L " + number(box.right()) + ' ' +
                 number(box.top() + 10) + " V " + number(box.bottom()) + " H " +
                 number(box.left()) + " Z");
    }
    addLabel(svg, shape, {});
}

void addEdge(Svg& svg, const DrawnEdge& edge) {
    QByteArray d;
    for (const QPointF& point : edge.points)
        d += (d.isEmpty() ? "M " : " L ") + number(point.x()) + ' ' + number(point.y());
    const bool flow = edge.kind == QLatin1String("sequenceFlow");
    svg.raw("<g class=\"edge " + edge.kind.toLatin1() + ' ' + nameOf(edge.mark).toLatin1() +
            "\" data-element=\"" + escaped(edge.element) + "\">");
    svg.path(d, !edge.directed ? " fill=\"none\""
                : flow         ? " fill=\"none\" marker-end=\"url(#arrow)\""
                               : " fill=\"none\" marker-end=\"url(#open)\"");
    const QPointF first = edge.points.at(0);
    const QPointF second = edge.points.at(1);
    const double length = std::max(1.0, std::hypot(second.x() - first.x(), second.y() - first.y()));
    const QPointF along = (second - first) / length;
    if (edge.standard) {
        const QPointF at = first + along * 10;
        const QPointF across(-along.y() * 5, along.x() * 5);
        const QPointF slant = along * 3;
        const QPointF a = at + across + slant;
        const QPointF b = at - across - slant;
        svg.path("M " + number(a.x()) + ' ' + number(a.y()) + " L " + number(b.x()) + ' ' +
                 number(b.y()));
    }
    if (!edge.label.isEmpty()) {
        const QPointF middle = edge.labelBox.isEmpty()
                                   ? (edge.points.at((edge.points.size() - 1) / 2) +
                                      edge.points.at((edge.points.size() - 1) / 2 + 1)) /
                                             2 -
                                         QPointF(0, 10)
                                   : edge.labelBox.center();
        svg.text(wrapLabel(edge.label, std::max(90.0, edge.labelBox.width()), fontSize, 4), middle);
    }
    svg.close();
}

const char style[] =
    "<style>g{stroke:#222;fill:#fff;stroke-width:1.5}text{fill:#222;stroke:none;font:12px "
    "sans-serif}"
    ".sign{fill:none;stroke-width:1.2}.thick{stroke-width:3}.solid{fill:#222}.edge path{fill:none}"
    ".messageFlow path,.association path,.dataAssociation path{stroke-dasharray:4 "
    "4}.textAnnotation path{fill:none}"
    ".done{stroke:#1d6f42;fill:#e8f4ec}.here{stroke:#0b57c2;fill:#dbe9ff;stroke-width:3.5}.next{"
    "stroke:#555;fill:#fff}"
    ".skipped{stroke:#a0a0a0;fill:#f6f6f6;stroke-dasharray:3 "
    "3}.participant,.lane{fill:none}</style>\n"
    "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"8\" "
    "markerHeight=\"8\" orient=\"auto\">"
    "<path d=\"M0 0 L10 5 L0 10 Z\" fill=\"context-stroke\" stroke=\"none\"/></marker>"
    "<marker id=\"open\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" "
    "markerHeight=\"8\" orient=\"auto\">"
    "<path d=\"M1 1 L9 5 L1 9\" fill=\"none\" stroke=\"#222\"/></marker></defs>\n";

} // namespace

QStringList wrapLabel(const QString& label, double width, double size, int mostLines) {
    QStringList lines;
    QString line;
    double used = 0;
    qsizetype lastSpace = -1;
    for (qsizetype i = 0; i < label.size(); ++i) {
        const QChar c = label.at(i);
        const double w = widthOf(c) * size / fontSize;
        if (c == u'\n' || (used + w > width && !line.isEmpty())) {
            QString rest;
            if (c != u'\n' && lastSpace > 0 && c.unicode() < 0x2e80) {
                rest = line.mid(lastSpace).trimmed();
                line.truncate(lastSpace);
            }
            lines.append(line.trimmed());
            line = rest;
            used = 0;
            for (const QChar kept : std::as_const(line))
                used += widthOf(kept) * size / fontSize;
            lastSpace = -1;
            if (lines.size() == mostLines) {
                lines.last() += QStringLiteral("…");
                return lines;
            }
            if (c == u'\n')
                continue;
        }
        if (c == u' ')
            lastSpace = line.size();
        line += c;
        if (c == u'-' || c == u'/')
            lastSpace = line.size();
        used += w;
    }
    if (!line.trimmed().isEmpty())
        lines.append(line.trimmed());
    return lines;
}

QByteArray toSvg(const Drawing& drawing) {
    Svg svg;
    const QRectF& box = drawing.box;
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + number(box.x()) + ' ' +
            number(box.y()) + ' ' + number(box.width()) + ' ' + number(box.height()) +
            "\" width=\"" + number(box.width()) + "\" height=\"" + number(box.height()) + "\">\n");
    svg.raw(style);
    for (const DrawnShape& shape : drawing.shapes) {
        svg.open(shape.kind.toLatin1().constData(), shape);
        if (shape.kind.endsWith(QLatin1String("Event")))
            addEvent(svg, shape);
        else if (shape.kind.endsWith(QLatin1String("Gateway")))
            addGateway(svg, shape);
        else if (shape.kind == QLatin1String("participant") || shape.kind == QLatin1String("lane"))
            addPool(svg, shape);
        else if (shape.kind.endsWith(QLatin1String("ask")) ||
                 shape.kind.endsWith(QLatin1String("ubProcess")) ||
                 shape.kind == QLatin1String("transaction") ||
                 shape.kind == QLatin1String("callActivity"))
            addActivity(svg, shape);
        else
            addOther(svg, shape);
        svg.close();
    }
    for (const DrawnEdge& edge : drawing.edges)
        addEdge(svg, edge);
    svg.raw("</svg>\n");
    return svg.take();
}

} // namespace tongban::workflow
