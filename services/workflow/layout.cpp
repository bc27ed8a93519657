// Layers by longest path, rows by the order of what leads in, nested parts from the inside out.
#include "services/workflow/layout.h"

#include "services/workflow/route.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

constexpr double taskWidth = 100;
constexpr double taskHeight = 80;
constexpr double eventSize = 36;
constexpr double gatewaySize = 50;
constexpr double gapX = 60;
constexpr double gapY = 40;
constexpr double padding = 40;

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

class Layouter {
public:
    explicit Layouter(const Definition& definition)
        : m_definition(definition)
        , m_boxes(static_cast<size_t>(definition.elements().size()))
        , m_rank(m_boxes.size(), 0) {}

    Layout run() {
        const int count = static_cast<int>(m_definition.elements().size());
        m_members.resize(m_boxes.size());
        QList<int> order;
        for (int i = 0; i < count; ++i) {
            if (at(i).kind == Kind::Process)
                order += readingOrder(m_definition, i);
        }
        std::vector<bool> ordered(m_boxes.size(), false);
        for (const int node : std::as_const(order)) {
            if (at(node).kind == Kind::EventSubProcess)
                continue;
            m_members[static_cast<size_t>(at(node).scope)].append(node);
            ordered[static_cast<size_t>(node)] = true;
        }
        for (int i = 0; i < count; ++i) {
            if (!ordered[static_cast<size_t>(i)] && at(i).scope >= 0 &&
                at(i).kind != Kind::BoundaryEvent)
                m_aside[at(i).scope].append(i);
        }
        // Inner parts have higher numbers than what holds them: the inside is sized first.
        for (int i = count - 1; i >= 0; --i) {
            sizeOf(i);
            if (isScope(at(i).kind))
                arrange(i, m_members[static_cast<size_t>(i)]);
        }
        double top = padding;
        for (int i = 0; i < count; ++i) {
            Box& own = box(i);
            if (at(i).kind == Kind::Process) {
                own.x = padding;
                own.y = top;
                top += own.height + padding;
            } else {
                own.x += box(at(i).scope).x;
                own.y += box(at(i).scope).y;
            }
        }
        placeBoundaries();
        return result();
    }

private:
    const Element& at(int node) const { return m_definition.element(node); }
    Box& box(int node) { return m_boxes[static_cast<size_t>(node)]; }

    void sizeOf(int node) {
        Box& own = box(node);
        const Kind kind = at(node).kind;
        own.width = isEvent(kind) ? eventSize : isGateway(kind) ? gatewaySize : taskWidth;
        own.height = isEvent(kind) ? eventSize : isGateway(kind) ? gatewaySize : taskHeight;
    }

    void arrange(int scope, const QList<int>& members) {
        QList<QList<int>> layers;
        QHash<int, qsizetype> position;
        for (qsizetype i = 0; i < members.size(); ++i)
            position.insert(members.at(i), i);
        for (const int node :
             members) { // in reading order: what leads in forwards is ranked already
            if (at(node).kind == Kind::BoundaryEvent)
                continue;
            int rank = 0;
            for (const int flow : at(node).in) {
                int from = m_definition.flow(flow).from;
                if (at(from).attachedTo >= 0)
                    from = at(from).attachedTo;
                if (position.value(from, members.size()) < position.value(node))
                    rank = std::max(rank, m_rank[static_cast<size_t>(from)] + 1);
            }
            m_rank[static_cast<size_t>(node)] = rank;
            while (layers.size() <= rank)
                layers.append(QList<int>());
            layers[rank].append(node);
        }
        double x = padding;
        double tallest = 0;
        QList<double> heights;
        for (const QList<int>& layer : std::as_const(layers)) {
            double height = 0;
            for (const int node : layer)
                height += box(node).height + gapY;
            heights.append(height - gapY);
            tallest = std::max(tallest, height - gapY);
        }
        for (qsizetype i = 0; i < layers.size(); ++i) {
            double widest = 0;
            for (const int node : layers.at(i))
                widest = std::max(widest, box(node).width);
            double y = padding + (tallest - heights.at(i)) / 2;
            for (const int node : layers.at(i)) {
                box(node).x = x + (widest - box(node).width) / 2;
                box(node).y = y;
                y += box(node).height + gapY;
            }
            x += widest + gapX;
        }
        Box& own = box(scope);
        own.width = std::max(taskWidth, layers.isEmpty() ? 0 : x - gapX + padding);
        own.height = std::max(taskHeight, tallest + 2 * padding);
        arrangeAside(scope);
    }

    // What no flow leads to stands in a row below: event sub-processes, compensation handlers.
    void arrangeAside(int scope) {
        const QList<int> nodes = m_aside.value(scope);
        if (nodes.isEmpty())
            return;
        Box& own = box(scope);
        double x = padding;
        double tallest = 0;
        for (const int node : nodes) {
            box(node).x = x;
            box(node).y = own.height;
            x += box(node).width + gapX;
            tallest = std::max(tallest, box(node).height);
        }
        own.width = std::max(own.width, x - gapX + padding);
        own.height += tallest + padding;
    }

    // Boundary events sit on the lower border, side by side.
    void placeBoundaries() {
        for (const Element& element : m_definition.elements()) {
            for (qsizetype i = 0; i < element.boundaries.size(); ++i) {
                const Box& host = box(m_definition.indexOf(element.id));
                Box& own = box(element.boundaries.at(i));
                own.x = host.x + host.width - (static_cast<double>(i) + 1) * (eventSize + 8);
                own.y = host.y + host.height - eventSize / 2;
            }
        }
    }

    // Whether a line, level or upright, meets no node of a scope but the two it joins.
    bool isClear(const Flow& flow, double x1, double y1, double x2, double y2) {
        for (const int node : std::as_const(m_members[static_cast<size_t>(at(flow.from).scope)])) {
            const Box& other = box(node);
            if (node != flow.from && node != flow.to && other.x < std::max(x1, x2) &&
                other.x + other.width > std::min(x1, x2) && other.y < std::max(y1, y2) &&
                other.y + other.height > std::min(y1, y2))
                return false;
        }
        return true;
    }

    // Where a flow that leads on turns up or down: just before its target, or just behind its
    // source; 0 when neither way is clear.
    double turnOf(const Flow& flow) {
        const Box& from = box(flow.from);
        const Box& to = box(flow.to);
        const double right = from.x + from.width;
        const double late = to.x - gapX / 2;
        const double early = right + gapX / 2;
        if (to.x < right || at(flow.from).scope < 0)
            return 0;
        const double startY = from.y + from.height / 2;
        const double endY = to.y + to.height / 2;
        if (isClear(flow, right, startY, late, startY))
            return late;
        return isClear(flow, early, endY, to.x, endY) ? early : 0;
    }

    // Backwards, or past something that is in the way: above everything between. Where a node
    // stands above the source or the target, the line keeps to the gap beside it.
    QList<std::pair<double, double>> detour(const Flow& flow) {
        const Box& from = box(flow.from);
        const Box& to = box(flow.to);
        const double y = topBetween(flow) - 20;
        const double out = from.x + from.width / 2;
        const double in = to.x + to.width / 2;
        QList<std::pair<double, double>> points;
        if (isClear(flow, out, from.y, out, y)) {
            points = {{out, from.y}, {out, y}};
        } else {
            const double beside = from.x + from.width + gapX / 3;
            const double middle = from.y + from.height / 2;
            points = {{from.x + from.width, middle}, {beside, middle}, {beside, y}};
        }
        if (isClear(flow, in, to.y, in, y)) {
            points.append({{in, y}, {in, to.y}});
        } else {
            const double beside = to.x - gapX / 3;
            const double middle = to.y + to.height / 2;
            points.append({{beside, y}, {beside, middle}, {to.x, middle}});
        }
        return points;
    }

    double topBetween(const Flow& flow) {
        const double left = std::min(box(flow.from).x, box(flow.to).x);
        const double right = std::max(box(flow.from).x, box(flow.to).x);
        double top = std::min(box(flow.from).y, box(flow.to).y);
        for (const int node : std::as_const(m_members[static_cast<size_t>(at(flow.from).scope)])) {
            if (box(node).x + box(node).width > left && box(node).x < right + box(flow.to).width)
                top = std::min(top, box(node).y);
        }
        return top;
    }

    EdgeShape route(const Flow& flow) {
        EdgeShape edge;
        edge.element = flow.id;
        const Box& from = box(flow.from);
        const Box& to = box(flow.to);
        const double startY = from.y + from.height / 2;
        const double endY = to.y + to.height / 2;
        if (at(flow.from).kind == Kind::BoundaryEvent) {
            const double x = from.x + from.width / 2;
            edge.points = {{x, from.y + from.height},
                           {x, from.y + from.height + 20},
                           {to.x - 20, from.y + from.height + 20},
                           {to.x - 20, endY},
                           {to.x, endY}};
        } else if (const double turn = turnOf(flow); turn > 0) {
            edge.points = {{from.x + from.width, startY}};
            if (startY != endY) {
                edge.points.append({turn, startY});
                edge.points.append({turn, endY});
            }
            edge.points.append({to.x, endY});
        } else {
            edge.points = detour(flow);
        }
        return edge;
    }

    static EdgeShape join(const QString& id, const Box& from, const Box& to) {
        EdgeShape edge;
        edge.element = id;
        const double x = from.x + from.width / 2;
        const bool below = to.y > from.y;
        edge.points = {{x, below ? from.y + from.height : from.y}};
        const double side = x < to.x ? to.x : to.x + to.width;
        if (x > to.x && x < to.x + to.width) {
            edge.points.append({x, below ? to.y : to.y + to.height});
        } else {
            edge.points.append({x, to.y + to.height / 2});
            edge.points.append({side, to.y + to.height / 2});
        }
        return edge;
    }

    Layout result() {
        Layout layout;
        for (int i = 0; i < m_definition.elements().size(); ++i) {
            if (at(i).kind == Kind::Process)
                continue;
            Shape shape;
            shape.element = at(i).id;
            shape.x = box(i).x;
            shape.y = box(i).y;
            shape.width = box(i).width;
            shape.height = box(i).height;
            layout.shapes.append(shape);
        }
        for (const Flow& flow : m_definition.flows()) {
            if (flow.from >= 0 && flow.to >= 0)
                layout.edges.append(route(flow));
        }
        for (const Artifact& artifact : m_definition.artifacts()) {
            const int from = m_definition.indexOf(artifact.from);
            const int to = m_definition.indexOf(artifact.to);
            if (artifact.kind == QLatin1String("association") && from >= 0 && to >= 0)
                layout.edges.append(join(artifact.id, box(from), box(to)));
        }
        return layout;
    }

    const Definition& m_definition;
    std::vector<Box> m_boxes;
    std::vector<int> m_rank;
    std::vector<QList<int>> m_members; // by scope, in reading order
    QHash<int, QList<int>> m_aside;    // by scope
};

} // namespace

Layout layOut(const Definition& definition) {
    return Layouter(definition).run();
}

} // namespace tongban::workflow
