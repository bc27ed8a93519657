// What the flow graph alone proves: circles that never wait, splits into themselves, parts without
// a way out.
#include "services/workflow/checks.h"

#include <QSet>
#include <algorithm>

namespace tongban::workflow {

namespace {

class FlowCheck {
public:
    FlowCheck(const Definition& definition, Scrutiny scrutiny)
        : m_definition(definition)
        , m_scrutiny(scrutiny) {}

    Defects run() {
        findWaits();
        for (int i = 0; i < m_definition.elements().size(); ++i) {
            if (isScope(m_definition.element(i).kind))
                m_members.insert(i, {});
        }
        for (int i = 0; i < m_definition.elements().size(); ++i) {
            if (m_definition.element(i).scope >= 0)
                m_members[m_definition.element(i).scope].append(i);
        }
        for (auto scope = m_members.cbegin(); scope != m_members.cend(); ++scope) {
            for (const QList<int>& circle : circlesOf(scope.value(), true))
                judgeInstant(circle);
            for (const QList<int>& circle : circlesOf(scope.value(), false))
                judgeWayOut(circle);
            findUnreachable(scope.key(), scope.value());
        }
        judgeCalls();
        return m_defects;
    }

private:
    const Element& at(int node) const { return m_definition.element(node); }

    // A node waits if a person, the host, time or a message has to do something before it is left.
    bool waitsItself(int node) const {
        const Element& element = at(node);
        switch (element.kind) {
        case Kind::UserTask:
        case Kind::ServiceTask:
        case Kind::ReceiveTask:
        case Kind::EventGateway:
            return true;
        case Kind::CatchEvent:
            return element.trigger() != Trigger::Link && element.trigger() != Trigger::None;
        default:
            return !element.activity().effect.isEmpty() || element.activity().chosenByHand;
        }
    }

    // A part waits if anything inside does; a call is not looked into and counts as waiting unless
    // it calls itself.
    void findWaits() {
        m_waits.resize(static_cast<size_t>(m_definition.elements().size()));
        for (int i = static_cast<int>(m_definition.elements().size()) - 1; i >= 0; --i) {
            if (!waitsItself(i) && at(i).kind != Kind::CallActivity)
                continue;
            for (int up = i; up >= 0 && !m_waits[static_cast<size_t>(up)]; up = at(up).scope)
                m_waits[static_cast<size_t>(up)] = true;
        }
    }

    QList<int> nextOf(int node, bool instantOnly) const {
        QList<int> next;
        const auto add = [&](int target) {
            if (target >= 0 && !(instantOnly && m_waits[static_cast<size_t>(target)]))
                next.append(target);
        };
        for (const int flow : at(node).out)
            add(m_definition.flow(flow).to);
        add(at(node).linkTarget);
        if (!instantOnly) {
            for (const int boundary : at(node).boundaries)
                add(boundary);
        }
        return next;
    }

    // Strongly connected parts with a circle (Tarjan, without recursion).
    QList<QList<int>> circlesOf(const QList<int>& nodes, bool instantOnly) const {
        struct Frame {
            int node;
            QList<int> next;
            qsizetype at = 0;
        };
        QHash<int, int> number;
        QHash<int, int> low;
        QList<int> stack;
        QSet<int> onStack;
        QList<QList<int>> circles;
        int count = 0;
        for (const int root : nodes) {
            if (number.contains(root) || (instantOnly && m_waits[static_cast<size_t>(root)]))
                continue;
            std::vector<Frame> frames;
            const auto enter = [&](int node) {
                number.insert(node, count);
                low.insert(node, count++);
                stack.append(node);
                onStack.insert(node);
                frames.push_back({node, nextOf(node, instantOnly)});
            };
            enter(root);
            while (!frames.empty()) {
                Frame& frame = frames.back();
                if (frame.at < frame.next.size()) {
                    const int next = frame.next.at(frame.at++);
                    if (!number.contains(next))
                        enter(next);
                    else if (onStack.contains(next))
                        low[frame.node] = std::min(low.value(frame.node), number.value(next));
                    continue;
                }
                const int node = frame.node;
                const bool selfLoop = frame.next.contains(node);
                frames.pop_back();
                if (!frames.empty())
                    low[frames.back().node] =
                        std::min(low.value(frames.back().node), low.value(node));
                if (low.value(node) != number.value(node))
                    continue;
                QList<int> part;
                int member = -1;
                do {
                    member = stack.takeLast();
                    onStack.remove(member);
                    part.prepend(member);
                } while (member != node);
                if (part.size() > 1 || selfLoop)
                    circles.append(part);
            }
        }
        return circles;
    }

    QStringList namesOf(const QList<int>& nodes) const {
        QStringList names;
        for (const int node : nodes)
            names.append(at(node).id);
        return names;
    }

    bool executable(int node) const {
        int up = node;
        while (at(up).scope >= 0)
            up = at(up).scope;
        return m_scrutiny == Scrutiny::Runnable || at(up).executable;
    }

    void add(Level level, int node, const char* code, const QString& message,
             const QList<int>& path) {
        if (m_defects.size() < 100)
            m_defects.append(
                {level, at(node).id, QString::fromLatin1(code), message, namesOf(path.mid(0, 50))});
    }

    void judgeInstant(const QList<int>& circle) {
        const QSet<int> inside(circle.begin(), circle.end());
        bool mayLeave = false;
        bool changesData = false;
        int splitter = -1;
        for (const int node : circle) {
            const Element& element = at(node);
            int within = 0;
            int without = 0;
            for (const int flow : element.out)
                (inside.contains(m_definition.flow(flow).to) ? within : without) += 1;
            const bool all = element.kind == Kind::ParallelGateway ||
                             (isActivity(element.kind) && !anyCondition(element)) ||
                             isEvent(element.kind);
            if (all && within > 1)
                splitter = node;
            if (!all && without > 0)
                mayLeave = true;
            changesData = changesData || element.kind == Kind::ScriptTask ||
                          element.kind == Kind::BusinessRuleTask ||
                          element.kind == Kind::SendTask || element.kind == Kind::ThrowEvent ||
                          isScope(element.kind) || !element.activity().outputs.isEmpty();
        }
        const QString way = namesOf(circle.mid(0, 6)).join(QStringLiteral(" → "));
        if (splitter >= 0 && !mayLeave)
            return add(Level::Refused, splitter, "fork-into-itself",
                       QStringLiteral("splits into itself without waiting: %1").arg(way), circle);
        if (!mayLeave)
            return add(Level::Refused, circle.first(), "endless-circle",
                       QStringLiteral("runs in a circle without waiting and without a way out: %1")
                           .arg(way),
                       circle);
        if (!changesData)
            add(executable(circle.first()) ? Level::Refused : Level::Warned, circle.first(),
                "circle-without-change",
                QStringLiteral("a circle in which nothing waits and nothing changes never ends "
                               "once it begins: %1")
                    .arg(way),
                circle);
        else
            add(Level::Advised, circle.first(), "circle-without-wait",
                QStringLiteral("nothing waits in this circle; it is stopped after %1 rounds: %2")
                    .arg(m_definition.limits().entriesOfOneElement)
                    .arg(way),
                circle);
    }

    bool anyCondition(const Element& element) const {
        return std::any_of(element.out.begin(), element.out.end(),
                           [this](int flow) { return m_definition.flow(flow).conditional; });
    }

    // A circle with waits but no edge out of it: whoever gets in stays, unless the surrounding part
    // is interrupted.
    void judgeWayOut(const QList<int>& circle) {
        const QSet<int> inside(circle.begin(), circle.end());
        for (const int node : circle) {
            if (!m_waits[static_cast<size_t>(node)] && circle.size() == 1)
                return;
            for (const int next : nextOf(node, false)) {
                if (!inside.contains(next))
                    return;
            }
        }
        bool waits = false;
        for (const int node : circle)
            waits = waits || m_waits[static_cast<size_t>(node)];
        if (!waits)
            return; // named above
        bool interrupted = false;
        for (int scope = at(circle.first()).scope; scope >= 0; scope = at(scope).scope)
            interrupted = interrupted || !at(scope).eventSubProcesses.isEmpty() ||
                          !at(scope).boundaries.isEmpty();
        if (!interrupted)
            add(executable(circle.first()) ? Level::Refused : Level::Warned, circle.first(),
                "no-way-out",
                QStringLiteral("no flow leads out of this circle: %1")
                    .arg(namesOf(circle.mid(0, 6)).join(QStringLiteral(" → "))),
                circle);
    }

    using Calls = QHash<int, QSet<int>>;

    // Takes away what has no way on, again and again; what is left leads into a circle.
    static void peel(Calls& onward, Calls& backward) {
        QList<int> open;
        for (auto it = backward.cbegin(); it != backward.cend(); ++it) {
            if (!onward.contains(it.key()))
                open.append(it.key());
        }
        while (!open.isEmpty()) {
            const int gone = open.takeLast();
            const QSet<int> before = backward.take(gone);
            for (const int one : before) {
                QSet<int>& next = onward[one];
                next.remove(gone);
                if (next.isEmpty()) {
                    onward.remove(one);
                    open.append(one);
                }
            }
        }
    }

    // Processes of one file that call each other in a circle. Without a wait and without a choice
    // on the way the circle has no end; otherwise it ends at the allowed depth at the latest.
    void judgeCalls() {
        Calls calls;
        Calls callers;
        QSet<int> patient; // waits for something or may choose not to call
        for (int i = 0; i < m_definition.elements().size(); ++i) {
            int process = i;
            while (at(process).scope >= 0)
                process = at(process).scope;
            if (waitsItself(i) || (isGateway(at(i).kind) && at(i).kind != Kind::ParallelGateway))
                patient.insert(process);
            const int called = at(i).kind == Kind::CallActivity
                                   ? m_definition.indexOf(at(i).activity().called)
                                   : -1;
            if (called < 0 || at(called).kind != Kind::Process)
                continue;
            calls[process].insert(called);
            callers[called].insert(process);
        }
        peel(calls, callers);
        peel(callers, calls);
        const QList<int> circle = calls.keys();
        if (circle.isEmpty())
            return;
        const bool endless = std::none_of(circle.begin(), circle.end(),
                                          [&](int one) { return patient.contains(one); });
        add(endless ? Level::Refused : Level::Warned,
            *std::min_element(circle.begin(), circle.end()), "call-circle",
            QStringLiteral("comes back to itself through its call activities"), circle);
    }

    void findUnreachable(int scope, const QList<int>& members) {
        const Element& holder = at(scope);
        if (holder.starts.isEmpty() || holder.kind == Kind::AdHocSubProcess)
            return;
        QSet<int> reached;
        QList<int> open = holder.starts + holder.heads;
        for (const int member : members) {
            const Element& element = at(member);
            if (element.instantiates || element.kind == Kind::EventSubProcess ||
                element.activity().forCompensation)
                open.append(member);
        }
        while (!open.isEmpty()) {
            const int node = open.takeLast();
            if (reached.contains(node))
                continue;
            reached.insert(node);
            open += nextOf(node, false);
        }
        for (const int member : members) {
            if (!reached.contains(member) && at(member).kind != Kind::BoundaryEvent)
                add(at(member).kind == Kind::EndEvent && executable(member) ? Level::Refused
                                                                            : Level::Warned,
                    member, "unreachable", QStringLiteral("no way leads here from a start"),
                    {member});
        }
    }

    const Definition& m_definition;
    Scrutiny m_scrutiny;
    Defects m_defects;
    std::vector<bool> m_waits;
    QMap<int, QList<int>> m_members;
};

} // namespace

Defects checkFlow(const Definition& definition, Scrutiny scrutiny) {
    return FlowCheck(definition, scrutiny).run();
}

} // namespace tongban::workflow
