// Paths, and edges as strokes: arrow heads, the marks of conditions and defaults, labels on white.
#include "services/workflow/figure_path.h"

#include <algorithm>
#include <cmath>

namespace tongban::workflow {

void Path::move(const QPointF& to) {
    m_steps.append({'M', 1, {to.x(), to.y()}});
}

void Path::straight(const QPointF& to) {
    m_steps.append({'L', 1, {to.x(), to.y()}});
}

void Path::curve(const QPointF& a, const QPointF& b, const QPointF& to) {
    m_steps.append({'C', 3, {a.x(), a.y(), b.x(), b.y(), to.x(), to.y()}});
}

void Path::close() {
    m_steps.append({'Z', 0, {}});
}

Path& Path::line(const QList<QPointF>& points, bool closed) {
    for (qsizetype i = 0; i < points.size(); ++i)
        i == 0 ? move(points.at(i)) : straight(points.at(i));
    if (closed)
        close();
    return *this;
}

Path& Path::rect(const QRectF& box, double radius) {
    const double r = std::min({radius, box.width() / 2, box.height() / 2});
    if (r <= 0)
        return line({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}, true);
    const QPointF right(r, 0);
    const QPointF down(0, r);
    move(box.topLeft() + right);
    straight(box.topRight() - right);
    curve(box.topRight() - right / 2, box.topRight() + down / 2, box.topRight() + down);
    straight(box.bottomRight() - down);
    curve(box.bottomRight() - down / 2, box.bottomRight() - right / 2, box.bottomRight() - right);
    straight(box.bottomLeft() + right);
    curve(box.bottomLeft() + right / 2, box.bottomLeft() - down / 2, box.bottomLeft() - down);
    straight(box.topLeft() + down);
    curve(box.topLeft() + down / 2, box.topLeft() + right / 2, box.topLeft() + right);
    close();
    return *this;
}

Path& Path::circle(const QPointF& centre, double radius) {
    m_steps.append({'O', 1, {centre.x(), centre.y(), radius}});
    return *this;
}

Path& Path::bow(const QPointF& from, double width, double lid) {
    const QPointF hang(0, lid * 2 / 3);
    const QPointF to = from + QPointF(width, 0);
    move(from);
    curve(from + hang, to + hang, to);
    return *this;
}

Path& Path::cylinder(const QRectF& box, double lid) {
    const QPointF half(0, lid / 2);
    const QPointF hang(0, lid * 2 / 3);
    move(box.topLeft() + half);
    curve(box.topLeft() + half - hang, box.topRight() + half - hang, box.topRight() + half);
    straight(box.bottomRight() - half);
    curve(box.bottomRight() - half + hang, box.bottomLeft() - half + hang, box.bottomLeft() - half);
    close();
    return *this;
}

QList<SignStep> placed(const QList<SignStep>& sign, const QPointF& centre, double radius) {
    QList<SignStep> steps = sign;
    for (SignStep& step : steps) {
        for (size_t i = 0; i < step.points * 2U; i += 2) {
            step.at[i] = centre.x() + step.at[i] * radius;
            step.at[i + 1] = centre.y() + step.at[i + 1] * radius;
        }
        if (step.op == 'O')
            step.at[2] *= radius;
    }
    return steps;
}

namespace {

constexpr double labelSize = 11;

QPointF direction(const QPointF& from, const QPointF& to) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    return length > 1e-6 ? (to - from) / length : QPointF(1, 0);
}

QPointF across(const QPointF& along) {
    return {-along.y(), along.x()};
}

// Sequence flows have solid heads, message flows hollow ones, data associations open ones (§7.3).
void addHead(Figure& figure, const DrawnEdge& edge) {
    const QPointF tip = edge.points.last();
    const QPointF along = direction(edge.points.at(edge.points.size() - 2), tip);
    const QPointF side = across(along) * 4.5;
    const bool open =
        edge.kind == QLatin1String("dataAssociation") || edge.kind == QLatin1String("association");
    Stroke head{Path().line({tip - along * 9 + side, tip, tip - along * 9 - side}, !open).steps(),
                1.2};
    if (!open)
        head.fill = edge.kind == QLatin1String("messageFlow") ? Fill::White : Fill::Line;
    figure.strokes.append(head);
}

void addTail(Figure& figure, const DrawnEdge& edge) {
    const QPointF start = edge.points.first();
    const QPointF along = direction(start, edge.points.at(1));
    if (edge.kind == QLatin1String("messageFlow"))
        figure.strokes.append({Path().circle(start, 4).steps(), 1.2, Dash::Solid, Fill::White});
    if (edge.conditional) {
        const QPointF middle = start + along * 8;
        const QPointF side = across(along) * 5;
        figure.strokes.append(
            {Path().line({start, middle + side, start + along * 16, middle - side}, true).steps(),
             1.2, Dash::Solid, Fill::White});
    }
    if (edge.standard) {
        const QPointF at = start + along * 11;
        const QPointF slant = across(along) * 5 + along * 3;
        figure.strokes.append({Path().line({at + slant, at - slant}).steps()});
    }
}

} // namespace

Figure figureOf(const DrawnEdge& edge) {
    Figure figure{edge.element, edge.kind, edge.mark, {}, {}};
    Stroke line{Path().line(edge.points).steps()};
    const bool sequence = edge.kind == QLatin1String("sequenceFlow");
    if (sequence ? edge.mark == Mark::Skipped : edge.kind == QLatin1String("messageFlow"))
        line.dash = Dash::Dashed;
    else if (!sequence)
        line.dash = Dash::Dotted;
    figure.strokes.append(line);
    if (edge.directed)
        addHead(figure, edge);
    addTail(figure, edge);
    return figure;
}

// Where the editor put it, else above the longest level stretch behind the first, which others may
// share.
Figure labelOf(const DrawnEdge& edge) {
    const bool placed = !edge.labelBox.isEmpty();
    QPointF from = edge.points.at(edge.points.size() - 2);
    QPointF to = edge.points.last();
    const auto level = [](const QPointF& a, const QPointF& b) {
        return std::abs(a.y() - b.y()) < 1 ? std::abs(a.x() - b.x()) : 0;
    };
    for (qsizetype i = 2; i < edge.points.size(); ++i) {
        if (level(edge.points.at(i - 1), edge.points.at(i)) > level(from, to)) {
            from = edge.points.at(i - 1);
            to = edge.points.at(i);
        }
    }
    const double room = placed ? edge.labelBox.width() + 4 : level(from, to) - 14;
    const QStringList lines = wrapLabel(edge.label, std::max(80.0, room), labelSize, 5);
    const double height = static_cast<double>(lines.size()) * labelSize * lineHeight;
    const QPointF middle =
        placed ? QPointF(edge.labelBox.center().x(), edge.labelBox.top() + height / 2)
               : (from + to) / 2 - QPointF(0, height / 2 + 3);
    return labelAt({lines, middle, labelSize}, edge.element);
}

Figure labelAt(const Words& words, const QString& element) {
    Figure figure{element, QStringLiteral("label"), Mark::Plain, {}, {words}};
    double widest = 0;
    for (const QString& line : words.lines)
        widest = std::max(widest, textWidth(line, words.size) * 0.95);
    const double height = static_cast<double>(words.lines.size()) * words.size * lineHeight;
    const double lead = words.size * (lineHeight - 1); // white no higher than the letters
    const QRectF ground(words.at.x() - widest / 2, words.at.y() - height / 2 + lead, widest,
                        height - 2 * lead);
    figure.strokes.append({Path().rect(ground).steps(), 0, Dash::Solid, Fill::White});
    return figure;
}

} // namespace tongban::workflow
