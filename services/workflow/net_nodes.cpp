// Flow nodes as transitions.
#include "services/workflow/net.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

std::vector<int> joined(std::vector<int> a, const std::vector<int>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

void Net::keep(Transition transition) {
    m_size += transition.consume.size() + transition.produce.size() + transition.clear.size() +
              transition.empty.size() + 4;
    if (complete())
        m_transitions.push_back(std::move(transition));
}

void Net::add(int node, std::vector<int> consume, std::vector<int> produce,
              std::vector<int> clear) {
    Transition transition;
    transition.node = node;
    transition.consume = std::move(consume);
    transition.produce = std::move(produce);
    transition.clear = std::move(clear);
    keep(std::move(transition));
}

void Net::addSteps(int node, const std::vector<int>& alsoConsume,
                   const std::vector<int>& alsoProduce) {
    for (const int in : insOf(node)) {
        for (const auto& choice : choicesOf(node))
            add(node, joined({in}, alsoConsume), joined(choice, alsoProduce));
    }
}

void Net::addScope(int scope) {
    const Element& holder = m_definition.element(scope);
    for (const int node : m_members.value(scope)) {
        if (complete())
            addNode(node);
    }
    if (holder.kind != Kind::Process)
        return;
    Transition over; // when nothing is left inside
    over.node = scope;
    over.consume = {active(scope)};
    over.empty = placesInside(scope);
    keep(over);
    for (const int node : m_members.value(scope)) {
        const Element& element = m_definition.element(node);
        if (element.kind != Kind::StartEvent && !element.instantiates)
            continue;
        for (const int carried : m_received.value(node)) {
            Transition begun;
            begun.node = node;
            begun.consume = {carried};
            begun.produce = joined(outsOf(node), {active(scope)});
            begun.empty = {active(scope)};
            keep(begun);
        }
    }
}

void Net::addNode(int node) {
    const Element& element = m_definition.element(node);
    if (isActivity(element.kind) && element.kind != Kind::EventSubProcess &&
        !element.activity().forCompensation) {
        for (const int in : insOf(node))
            m_activityPlaces.emplace_back(in, node);
        if (insOf(node).empty())
            m_activityPlaces.emplace_back(-1, node);
    }
    if (isTransparent(node) &&
        m_definition.element(m_definition.flow(element.in.first()).from).kind != Kind::EventGateway)
        return;
    switch (element.kind) {
    case Kind::StartEvent:
    case Kind::BoundaryEvent:
        return; // belong to their scope or activity
    case Kind::EventSubProcess:
        return addEventSubProcess(node);
    case Kind::SubProcess:
    case Kind::Transaction:
    case Kind::AdHocSubProcess:
        return addPart(node);
    case Kind::EndEvent:
        return addEnd(node);
    case Kind::EventGateway:
        return addEventGateway(node);
    case Kind::ParallelGateway:
        return add(node, insOf(node), outsOf(node));
    case Kind::InclusiveGateway:
    case Kind::ComplexGateway:
        if (element.in.size() > 1)
            return addJoin(node);
        return addSteps(node, {}, {});
    case Kind::ThrowEvent:
        if (element.trigger() == Trigger::Escalation)
            addError(node, element.triggers.first().name, Trigger::Escalation);
        return addSteps(node, {}, m_sent.value(node));
    default:
        break;
    }
    if (isActivity(element.kind))
        return addActivity(node);
    addSteps(node, m_received.value(node), m_sent.value(node));
}

// An activity is one step; a boundary event replaces or accompanies its outgoing flows.
void Net::addActivity(int node) {
    const Element& element = m_definition.element(node);
    const bool fromEventGateway =
        element.in.size() == 1 &&
        m_definition.element(m_definition.flow(element.in.first()).from).kind == Kind::EventGateway;
    if (fromEventGateway)
        return; // the gateway's choice
    addSteps(node, m_received.value(node), m_sent.value(node));
    for (const int boundary : element.boundaries) {
        const Element& event = m_definition.element(boundary);
        if (event.trigger() == Trigger::Compensation)
            continue;
        for (const int in : insOf(node)) {
            const std::vector<int> message = m_received.value(boundary);
            if (event.interrupting) {
                add(boundary, joined({in}, message), outsOf(boundary));
                continue;
            }
            for (const auto& choice : choicesOf(node))
                add(boundary, joined(joined({in}, message), m_received.value(node)),
                    joined(joined(choice, outsOf(boundary)), m_sent.value(node)));
        }
    }
}

void Net::addPart(int node) {
    for (const int in : insOf(node)) {
        for (const auto& inner : beginsOf(node)) {
            Transition enter;
            enter.node = node;
            enter.consume = {in};
            enter.produce = joined(inner, {active(node)});
            enter.empty = {active(node)};
            keep(enter);
        }
        // Nothing inside. One that has only starts that wait for a message cannot begin
        // (BPMN 2.0.2 §10.3.5).
        if (beginsOf(node).empty() && m_definition.element(node).starts.isEmpty())
            addSteps(node, {}, {});
    }
    for (const auto& choice : choicesOf(node)) {
        Transition over;
        over.node = node;
        over.consume = {active(node)};
        over.produce = choice;
        over.empty = placesInside(node);
        keep(over);
    }
    addBoundaries(node);
}

// Timers, messages, signals and conditions may come at any time while the part runs. Errors,
// escalations and cancellations come from inside (addError). A non-interrupting one comes at most
// once each time.
void Net::addBoundaries(int node) {
    for (const int boundary : m_definition.element(node).boundaries) {
        const Element& event = m_definition.element(boundary);
        const Trigger trigger = event.trigger();
        if (trigger == Trigger::Error || trigger == Trigger::Escalation ||
            trigger == Trigger::Cancel || trigger == Trigger::Compensation)
            continue;
        const std::vector<int> message = m_received.value(boundary);
        if (event.interrupting) {
            add(boundary, joined({active(node)}, message), outsOf(boundary), placesInside(node));
            continue;
        }
        Transition fires;
        fires.node = boundary;
        fires.consume = joined({active(node)}, message);
        fires.produce = joined(outsOf(boundary), {active(node)});
        if (message.empty())
            fires.empty = outsOf(boundary);
        keep(fires);
    }
}

void Net::addEventSubProcess(int sub) {
    const Element& element = m_definition.element(sub);
    const int scope = element.scope;
    Transition over;
    over.node = sub;
    over.consume = {active(sub)};
    over.empty = placesInside(sub);
    keep(over);
    for (const int start : element.starts) {
        const Element& event = m_definition.element(start);
        const Trigger trigger = event.trigger();
        if (trigger == Trigger::Error || trigger == Trigger::Escalation ||
            trigger == Trigger::Compensation)
            continue;
        Transition begun;
        begun.node = start;
        begun.consume = joined({active(scope)}, m_received.value(start));
        begun.produce = joined(outsOf(start), {active(scope), active(sub)});
        begun.empty = {active(sub)};
        if (event.interrupting)
            begun.clear = placesInside(scope);
        keep(begun);
    }
}

// Where an error or escalation thrown at a node ends up: the event sub-process or boundary event
// that catches it.
void Net::addError(int node, const QString& code, Trigger trigger) {
    const auto catches = [&](int event) {
        for (const TriggerRule& rule : m_definition.element(event).triggers) {
            if (rule.trigger == trigger && (rule.name.isEmpty() || rule.name == code))
                return true;
        }
        return false;
    };
    for (int scope = m_definition.element(node).scope; scope >= 0;
         scope = m_definition.element(scope).scope) {
        const Element& holder = m_definition.element(scope);
        for (const int sub : holder.eventSubProcesses) {
            for (const int start : m_definition.element(sub).starts) {
                if (!catches(start))
                    continue;
                for (const int in : insOf(node))
                    add(node, {in, active(scope)},
                        joined(outsOf(start), {active(scope), active(sub)}),
                        m_definition.element(start).interrupting ? placesInside(scope)
                                                                 : std::vector<int>());
                return;
            }
        }
        for (const int boundary : holder.boundaries) {
            if (!catches(boundary))
                continue;
            const bool interrupts = m_definition.element(boundary).interrupting;
            for (const int in : insOf(node)) {
                std::vector<int> produce = outsOf(boundary);
                if (!interrupts)
                    produce = joined(joined(produce, {active(scope)}), outsOf(node));
                add(node, {in, active(scope)}, produce,
                    interrupts ? placesInside(scope) : std::vector<int>());
            }
            return;
        }
    }
    if (trigger != Trigger::Error)
        return;
    int process = node; // nobody catches it: the process is over
    while (m_definition.element(process).scope >= 0)
        process = m_definition.element(process).scope;
    for (const int in : insOf(node))
        add(node, {in, active(process)}, {}, placesInside(process));
}

void Net::addEnd(int node) {
    const Element& element = m_definition.element(node);
    const Element& scope = m_definition.element(element.scope);
    switch (element.trigger()) {
    case Trigger::Error:
        return addError(node, element.triggers.first().name, Trigger::Error);
    case Trigger::Cancel:
        for (const int boundary : scope.boundaries) {
            if (m_definition.element(boundary).trigger() != Trigger::Cancel)
                continue;
            for (const int in : insOf(node))
                add(node, {in, active(element.scope)}, outsOf(boundary),
                    placesInside(element.scope));
            return;
        }
        break;
    case Trigger::Escalation:
        addError(node, element.triggers.first().name, Trigger::Escalation);
        break;
    default:
        break;
    }
    std::vector<int> counted = m_sent.value(node);
    if (m_timesEnded.contains(node))
        counted.push_back(m_timesEnded.value(node));
    std::vector<int> cleared;
    if (element.trigger() == Trigger::Terminate) { // forgets the other ends as well
        cleared = placesInside(element.scope);
        for (const int other : m_members.value(element.scope)) {
            if (m_timesEnded.contains(other))
                cleared.push_back(m_timesEnded.value(other));
        }
    }
    for (const int in : insOf(node))
        add(node, {in}, counted, cleared);
}

void Net::addEventGateway(int node) {
    for (const int in : insOf(node)) {
        for (const int flow : m_definition.element(node).out) {
            const int target = m_definition.flow(flow).to;
            for (const auto& choice : choicesOf(target))
                add(target, joined({in}, m_received.value(target)), choice);
        }
    }
    for (const int flow : m_definition.element(node).out) {
        if (isActivity(m_definition.element(m_definition.flow(flow).to).kind)) {
            for (const int in : insOf(node))
                m_activityPlaces.emplace_back(in, m_definition.flow(flow).to);
        }
    }
}

// Where the tokens of these elements wait or are at work.
std::vector<int> Net::feedsOf(const std::vector<bool>& reaching) {
    std::vector<int> feeds;
    for (int other = 0; other < m_definition.elements().size(); ++other) {
        if (!reaching[static_cast<size_t>(other)])
            continue;
        for (const int in : insOf(other))
            feeds.push_back(in);
        if (active(other) >= 0)
            feeds.push_back(active(other));
    }
    std::sort(feeds.begin(), feeds.end());
    return feeds;
}

void Net::addJoin(int node) {
    const Element& element = m_definition.element(node);
    Join join;
    for (qsizetype i = 0; i < element.in.size(); ++i) {
        join.in.push_back(placeOf(element.in.at(i)));
        const auto number = static_cast<size_t>(i);
        const bool known = !element.reaching.empty();
        join.feeds.push_back(known ? feedsOf(element.reaching[number]) : std::vector<int>());
        join.ownFeeds.push_back(known ? feedsOf(element.reachingItself[number])
                                      : std::vector<int>());
        m_size += join.feeds.back().size();
        if (!complete())
            return;
    }
    const int number = static_cast<int>(m_joins.size());
    m_joins.push_back(std::move(join));
    for (const auto& choice : choicesOf(node)) {
        Transition transition;
        transition.node = node;
        transition.produce = choice;
        transition.join = number;
        keep(transition);
    }
}

} // namespace tongban::workflow
