// Turns diagram, definition and case into a display list.
#include "services/workflow/drawing.h"

#include "services/workflow/layout.h"
#include "services/workflow/route.h"

#include <QSet>
#include <algorithm>
#include <array>

namespace tongban::workflow {

namespace {

// What each node and flow is to the case.
class Marks {
public:
    Marks(const Definition& definition, const Instance* instance)
        : m_definition(definition)
        , m_instance(instance) {
        if (instance == nullptr)
            return;
        m_present = presentNodes(definition, *instance);
        const bool open = instance->life == Life::Open || instance->life == Life::Suspended;
        m_ahead = open
                      ? reachableFrom(definition, m_present)
                      : std::vector<bool>(static_cast<size_t>(definition.elements().size()), false);
        QList<int> begin;
        if (const int process = definition.process(instance->process); process >= 0)
            begin = definition.element(process).starts + definition.element(process).heads;
        m_normal = reachableFrom(definition, begin);
        for (const int node : std::as_const(begin))
            m_normal[static_cast<size_t>(node)] = true;
        m_open = open;
    }

    Mark ofNode(int node) const {
        if (m_instance == nullptr)
            return Mark::Plain;
        if (m_present.contains(node))
            return Mark::Here;
        if (visited(node))
            return Mark::Done;
        const auto at = static_cast<size_t>(node);
        if (m_ahead[at])
            return Mark::Next;
        return m_open && !m_normal[at] ? Mark::Plain : Mark::Skipped;
    }

    Mark ofFlow(int flow) const {
        if (m_instance == nullptr)
            return Mark::Plain;
        if (m_instance->wasTaken(m_definition.flow(flow).id))
            return Mark::Done;
        const Mark from = ofNode(m_definition.flow(flow).from);
        return from == Mark::Here || from == Mark::Next ? Mark::Next
               : from == Mark::Plain                    ? Mark::Plain
                                                        : Mark::Skipped;
    }

private:
    bool visited(int node) const {
        const Element& element = m_definition.element(node);
        if (m_instance->wasTaken(element.id))
            return true;
        const auto taken = [this](int flow) {
            return m_instance->wasTaken(m_definition.flow(flow).id);
        };
        if (std::any_of(element.in.begin(), element.in.end(), taken))
            return true;
        const auto stayed = [&element](const Visit& visit) { return visit.element == element.id; };
        return std::any_of(m_instance->visits.begin(), m_instance->visits.end(), stayed);
    }

    const Definition& m_definition;
    const Instance* m_instance;
    QList<int> m_present;
    std::vector<bool> m_ahead;
    std::vector<bool> m_normal;
    bool m_open = false;
};

QStringList markersOf(const Element& element) {
    QStringList markers;
    const ActivityDetail& detail = element.activity();
    if (detail.repetition.mode == Repetition::Mode::Loop)
        markers.append(QStringLiteral("loop"));
    else if (detail.repetition.mode == Repetition::Mode::Parallel)
        markers.append(QStringLiteral("parallel"));
    else if (detail.repetition.mode == Repetition::Mode::Sequential)
        markers.append(QStringLiteral("sequential"));
    if (detail.forCompensation)
        markers.append(QStringLiteral("compensation"));
    if (element.kind == Kind::AdHocSubProcess)
        markers.append(QStringLiteral("adHoc"));
    return markers;
}

// Parts whose inside is drawn: of a sub-process its own nodes, of a call those of another process.
QSet<int> drawnOpen(const Definition& definition, const Layout& layout) {
    QSet<int> open;
    QList<QRectF> calls;
    QList<int> callers;
    for (const Shape& shape : layout.shapes) {
        const int node = definition.indexOf(shape.element);
        if (node < 0)
            continue;
        open.insert(definition.element(node).scope);
        if (definition.element(node).kind == Kind::CallActivity && shape.height > 100) {
            calls.append(QRectF(shape.x, shape.y, shape.width, shape.height));
            callers.append(node);
        }
    }
    for (const Shape& shape : layout.shapes) {
        const QRectF box(shape.x, shape.y, shape.width, shape.height);
        for (qsizetype i = 0; i < calls.size(); ++i) {
            if (calls.at(i) != box && calls.at(i).contains(box))
                open.insert(callers.at(i));
        }
    }
    return open;
}

void describe(DrawnShape& drawn, const Element& element, int node, const Marks& marks,
              const Instance* instance, const QSet<int>& open) {
    drawn.kind = nameOf(element.kind);
    drawn.label = element.name;
    drawn.mark = marks.ofNode(node);
    drawn.throwing = element.kind == Kind::ThrowEvent || element.kind == Kind::EndEvent;
    drawn.interrupting = element.interrupting;
    drawn.markers = markersOf(element);
    const bool called = element.kind == Kind::CallActivity;
    if (called ? !drawn.expanded : isScope(element.kind) && !open.contains(node))
        drawn.markers.append(QStringLiteral("collapsed"));
    drawn.expanded = drawn.expanded && open.contains(node);
    if (element.triggers.size() > 1)
        drawn.trigger = element.parallelMultiple ? QStringLiteral("parallelMultiple")
                                                 : QStringLiteral("multiple");
    else if (element.trigger() != Trigger::None)
        drawn.trigger = nameOf(element.trigger());
    if (instance == nullptr)
        return;
    for (const Active& one : instance->active) {
        if (one.element == element.id && !one.assignee.isEmpty())
            drawn.holder = one.assignee;
    }
    for (const Visit& visit : instance->visits) {
        if (visit.element == element.id && visit.how.isEmpty())
            drawn.since = visit.entered;
    }
    for (const Incident& incident : instance->incidents)
        drawn.incidents += incident.element == element.id ? 1 : 0;
}

bool isPart(const QString& kind) {
    return kind.endsWith(QLatin1String("ubProcess")) || kind == QLatin1String("transaction") ||
           kind == QLatin1String("callActivity");
}

// Pools below lanes below parts below everything else; of two parts the larger one below.
double depthOf(const DrawnShape& shape) {
    static const QStringList order = {QStringLiteral("participant"), QStringLiteral("lane"),
                                      QStringLiteral("group")};
    if (const qsizetype at = order.indexOf(shape.kind); at >= 0)
        return static_cast<double>(at);
    if (isPart(shape.kind))
        return 4 - 1 / (1 + 1 / std::max(1.0, shape.box.width() * shape.box.height()));
    return shape.kind == QLatin1String("boundaryEvent") ? 6 : 5;
}

QRectF around(const Drawing& drawing) {
    QRectF box;
    for (const DrawnShape& shape : drawing.shapes) {
        box = box.united(shape.box).united(shape.labelBox.isEmpty() ? shape.box : shape.labelBox);
        if (shape.labelBox.isEmpty() && shape.kind.endsWith(QLatin1String("Event")))
            box = box.united(QRectF(shape.box.center() - QPointF(45, 0), QSizeF(90, 45)));
    }
    for (const DrawnEdge& edge : drawing.edges) {
        for (const QPointF& point : edge.points)
            box = box.united(QRectF(point, QSizeF(1, 1)));
    }
    constexpr double margin = 20;
    return box.adjusted(-margin, -margin, margin, margin);
}

} // namespace

QString nameOf(Mark mark) {
    static constexpr std::array names = {"plain", "done", "here", "next", "skipped"};
    return QString::fromLatin1(names[static_cast<size_t>(mark)]);
}

Drawing draw(const Definition& definition, const Instance* instance) {
    const Marks marks(definition, instance);
    QHash<QString, const Artifact*> artifacts;
    for (const Artifact& artifact : definition.artifacts())
        artifacts.insert(artifact.id, &artifact);
    Drawing drawing;
    drawing.laidOut = definition.shapes().isEmpty();
    const Layout layout =
        drawing.laidOut ? layOut(definition) : Layout{definition.shapes(), definition.edges()};
    const QSet<int> holders = drawnOpen(definition, layout);
    for (const Shape& shape : layout.shapes) {
        DrawnShape drawn;
        drawn.element = shape.element;
        drawn.box = QRectF(shape.x, shape.y, shape.width, shape.height);
        drawn.labelBox = QRectF(shape.labelX, shape.labelY, shape.labelWidth, shape.labelHeight);
        drawn.expanded = shape.expanded;
        drawn.horizontal = shape.horizontal;
        const int node = definition.indexOf(shape.element);
        if (node >= 0)
            describe(drawn, definition.element(node), node, marks, instance, holders);
        else if (const Artifact* artifact = artifacts.value(shape.element)) {
            drawn.kind = artifact->kind;
            drawn.label = artifact->text;
            // A pool whose process is not in the file is a black box.
            drawn.expanded = artifact->kind != QLatin1String("participant") ||
                             definition.indexOf(artifact->from) >= 0;
            if (artifact->collection)
                drawn.markers.append(QStringLiteral("collection"));
        } else
            continue; // a shape of something this file does not hold
        drawing.shapes.append(drawn);
    }
    std::stable_sort(
        drawing.shapes.begin(), drawing.shapes.end(),
        [](const DrawnShape& a, const DrawnShape& b) { return depthOf(a) < depthOf(b); });
    for (const EdgeShape& edge : layout.edges) {
        DrawnEdge drawn;
        drawn.element = edge.element;
        for (const auto& [x, y] : edge.points)
            drawn.points.append(QPointF(x, y));
        drawn.labelBox = QRectF(edge.labelX, edge.labelY, edge.labelWidth, edge.labelHeight);
        if (const int index = definition.flowIndexOf(edge.element); index >= 0) {
            const Flow& flow = definition.flow(index);
            drawn.kind = QStringLiteral("sequenceFlow");
            drawn.label = flow.name;
            drawn.mark = flow.from >= 0 ? marks.ofFlow(index) : Mark::Plain;
            drawn.conditional = flow.conditional && flow.from >= 0 &&
                                isActivity(definition.element(flow.from).kind);
            drawn.standard = flow.from >= 0 && definition.element(flow.from).defaultFlow == index;
        } else if (const Artifact* artifact = artifacts.value(edge.element)) {
            const bool data = artifact->kind.startsWith(QLatin1String("data"));
            drawn.kind = data ? QStringLiteral("dataAssociation") : artifact->kind;
            drawn.label = artifact->text;
            drawn.directed = artifact->directed;
        } else {
            continue;
        }
        if (drawn.points.size() > 1)
            drawing.edges.append(drawn);
    }
    drawing.box = around(drawing);
    return drawing;
}

} // namespace tongban::workflow
