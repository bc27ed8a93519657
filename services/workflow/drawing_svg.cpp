// A drawing as SVG. Presentation attributes only: it is shown under policies that forbid style
// sheets.
#include "services/workflow/figure.h"

#include <cmath>

namespace tongban::workflow {

namespace {

QByteArray number(double value) {
    return QByteArray::number(std::round(value * 10) / 10, 'g', 8);
}

QByteArray escaped(const QString& text) {
    return text.toHtmlEscaped().toUtf8();
}

// Circles become two arcs.
QByteArray pathOf(const QList<SignStep>& steps) {
    QByteArray d;
    for (const SignStep& step : steps) {
        if (step.op == 'O') {
            const QByteArray radius = number(step.at[2]);
            const QByteArray across = number(2 * step.at[2]);
            d += 'M' + number(step.at[0] - step.at[2]) + ' ' + number(step.at[1]) + 'a' + radius +
                 ' ' + radius + " 0 1 0 " + across + " 0a" + radius + ' ' + radius + " 0 1 0 -" +
                 across + " 0";
            continue;
        }
        d += step.op;
        for (size_t i = 0; i < step.points * 2U; ++i)
            d += (i == 0 ? "" : " ") + number(step.at[i]);
    }
    return d;
}

QByteArray dashesOf(Dash dash) {
    switch (dash) {
    case Dash::Dashed:
        return " stroke-dasharray=\"6 4\"";
    case Dash::Dotted:
        return " stroke-dasharray=\"2 3\"";
    case Dash::DashDot:
        return " stroke-dasharray=\"9 4 2 4\"";
    case Dash::Solid:
        break;
    }
    return {};
}

QByteArray fillOf(Fill fill, const Colours& colours) {
    const char* const colour = fill == Fill::Mark    ? colours.fill
                               : fill == Fill::Line  ? colours.line
                               : fill == Fill::White ? "#ffffff"
                                                     : "none";
    return QByteArray(" fill=\"") + colour + '"';
}

QByteArray strokeOf(const Stroke& stroke, const Colours& colours) {
    const QByteArray pen = stroke.width > 0
                               ? QByteArray(" stroke=\"") + colours.line + "\" stroke-width=\"" +
                                     number(stroke.width) + '"' + dashesOf(stroke.dash)
                               : QByteArray();
    return "<path d=\"" + pathOf(stroke.path) + '"' + fillOf(stroke.fill, colours) + pen + "/>";
}

QByteArray textOf(const Words& words) {
    QByteArray text;
    if (words.turned)
        text = "<g transform=\"rotate(-90 " + number(words.at.x()) + ' ' + number(words.at.y()) +
               ")\">";
    double y = words.at.y() -
               (static_cast<double>(words.lines.size()) - 1) * words.size * lineHeight / 2 +
               words.size * 0.35;
    for (const QString& line : words.lines) {
        text += "<text x=\"" + number(words.at.x()) + "\" y=\"" + number(y) + "\" font-size=\"" +
                number(words.size) + "\" text-anchor=\"" + (words.left ? "start" : "middle") +
                "\">" + escaped(line) + "</text>";
        y += words.size * lineHeight;
    }
    return words.turned ? text + "</g>" : text;
}

} // namespace

QByteArray toSvg(const Drawing& drawing) {
    const QRectF& box = drawing.box;
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + number(box.x()) +
                     ' ' + number(box.y()) + ' ' + number(box.width()) + ' ' +
                     number(box.height()) + "\" width=\"" + number(box.width()) + "\" height=\"" +
                     number(box.height()) +
                     "\" font-family=\"sans-serif\" stroke-linejoin=\"round\">\n"
                     "<rect x=\"" +
                     number(box.x()) + "\" y=\"" + number(box.y()) +
                     "\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    for (const Figure& figure : figuresOf(drawing)) {
        const Colours colours = coloursOf(figure.mark);
        svg += "<g class=\"" + figure.kind.toLatin1() + ' ' + nameOf(figure.mark).toLatin1() +
               "\" data-element=\"" + escaped(figure.element) + "\">";
        for (const Stroke& stroke : figure.strokes)
            svg += strokeOf(stroke, colours);
        for (const Words& words : figure.words)
            svg += textOf(words);
        svg += "</g>\n";
    }
    return svg + "</svg>\n";
}

} // namespace tongban::workflow
