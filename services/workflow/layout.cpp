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
        std::vector<QList<int>> members(m_boxes.size());
        QList<int> order;
        for (int i = 0; i < count; ++i) {
            if (at(i).kind == Kind::Process)
                order += readingOrder(m_definition, i);
        }
        for (const int node : std::as_const(order))
            members[static_cast<size_t>(at(node).scope)].append(node);
        // Inner parts have higher numbers than what holds them: the inside is sized first.
        for (int i = count - 1; i >= 0; --i) {
            sizeOf(i);
            if (isScope(at(i).kind))
                arrange(i, members[static_cast<size_t>(i)]);
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
        } else if (to.x >= from.x + from.width) {
            const double middle = (from.x + from.width + to.x) / 2;
            edge.points = {{from.x + from.width, startY}};
            if (startY != endY) {
                edge.points.append({middle, startY});
                edge.points.append({middle, endY});
            }
            edge.points.append({to.x, endY});
        } else { // backwards: above both
            const double y = std::min(from.y, to.y) - 20;
            edge.points = {{from.x + from.width / 2, from.y},
                           {from.x + from.width / 2, y},
                           {to.x + to.width / 2, y},
                           {to.x + to.width / 2, to.y}};
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
        return layout;
    }

    const Definition& m_definition;
    std::vector<Box> m_boxes;
    std::vector<int> m_rank;
};

} // namespace

Layout layOut(const Definition& definition) {
    return Layouter(definition).run();
}

} // namespace tongban::workflow
