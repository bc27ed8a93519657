// Reading order by depth-first search without recursion; reachability by breadth-first search.
#include "services/workflow/route.h"

#include <algorithm>
#include <deque>

namespace tongban::workflow {

namespace {

QList<int> beginningsOf(const Definition& definition, int scope) {
    const Element& holder = definition.element(scope);
    QList<int> begin = holder.starts;
    for (const int head : holder.heads) {
        if (!begin.contains(head))
            begin.append(head);
    }
    return begin;
}

QList<int> nextOf(const Definition& definition, const Element& element) {
    QList<int> next;
    for (const int flow : element.out) {
        if (definition.flow(flow).to >= 0)
            next.append(definition.flow(flow).to);
    }
    if (element.linkTarget >= 0)
        next.append(element.linkTarget);
    return next;
}

// Nodes of one scope, reverse post-order: a topological order once the edges that close circles are
// left out.
QList<int> orderOfScope(const Definition& definition, int scope, std::vector<bool>& seen) {
    QList<int> finished;
    struct Frame {
        int node;
        QList<int> next;
        qsizetype at = 0;
    };
    const auto walk = [&](int root) {
        std::vector<Frame> frames;
        const auto enter = [&](int node) {
            if (seen[static_cast<size_t>(node)])
                return;
            seen[static_cast<size_t>(node)] = true;
            const Element& element = definition.element(node);
            // The boundary paths first: they then come after the normal ones in the reversed order.
            QList<int> next = element.boundaries;
            QList<int> normal = nextOf(definition, element);
            std::reverse(normal.begin(), normal.end());
            next += normal;
            frames.push_back({node, next});
        };
        enter(root);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            if (frame.at < frame.next.size()) {
                enter(frame.next.at(frame.at++));
                continue;
            }
            finished.append(frame.node);
            frames.pop_back();
        }
    };
    QList<int> roots = beginningsOf(definition, scope);
    std::reverse(roots.begin(), roots.end());
    const Element& holder = definition.element(scope);
    for (const int sub : holder.eventSubProcesses)
        walk(sub);
    for (const int root : std::as_const(roots))
        walk(root);
    std::reverse(finished.begin(), finished.end());
    return finished;
}

} // namespace

QList<int> readingOrder(const Definition& definition, int process) {
    std::vector<bool> seen(static_cast<size_t>(definition.elements().size()), false);
    QList<int> order;
    if (process < 0)
        return order;
    QList<int> open = orderOfScope(definition, process, seen);
    std::vector<bool> expanded(seen.size(), false);
    while (!open.isEmpty()) {
        const int node = open.takeFirst();
        order.append(node);
        const Element& element = definition.element(node);
        int inside = isScope(element.kind) ? node : -1;
        if (element.kind == Kind::CallActivity)
            inside = definition.process(element.activity().called);
        if (inside < 0 || expanded[static_cast<size_t>(inside)] ||
            (element.kind == Kind::CallActivity && element.activity().called.isEmpty()))
            continue;
        expanded[static_cast<size_t>(inside)] = true;
        open = orderOfScope(definition, inside, seen) + open;
    }
    return order;
}

std::vector<bool> reachableFrom(const Definition& definition, const QList<int>& nodes) {
    std::vector<bool> reached(static_cast<size_t>(definition.elements().size()), false);
    std::deque<int> open;
    const auto visit = [&](int node) {
        if (node >= 0 && !reached[static_cast<size_t>(node)]) {
            reached[static_cast<size_t>(node)] = true;
            open.push_back(node);
        }
    };
    const auto follow = [&](int node) {
        for (int at = node; at >= 0; at = definition.element(at).scope) {
            for (const int next : nextOf(definition, definition.element(at)))
                visit(next);
            // What follows the enclosing part can be reached, too.
        }
    };
    for (const int node : nodes)
        follow(node);
    while (!open.empty()) {
        const int node = open.front();
        open.pop_front();
        const Element& element = definition.element(node);
        int inside = isScope(element.kind) ? node : -1;
        if (element.kind == Kind::CallActivity && !element.activity().called.isEmpty())
            inside = definition.process(element.activity().called);
        if (inside >= 0) {
            for (const int begin : beginningsOf(definition, inside))
                visit(begin);
        }
        for (const int next : nextOf(definition, element))
            visit(next);
    }
    return reached;
}

QList<int> presentNodes(const Definition& definition, const Instance& instance) {
    QList<int> present;
    for (const Active& one : instance.active) {
        if (const int node = definition.indexOf(one.element); node >= 0)
            present.append(node);
    }
    for (const Arrival& one : instance.arrivals) {
        if (const int node = definition.indexOf(one.element); node >= 0 && !one.flow.isEmpty())
            present.append(node);
    }
    return present;
}

} // namespace tongban::workflow
