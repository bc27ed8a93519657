// Translates flow nodes into transitions (after van der Aalst's workflow nets; inclusive joins as
// BPMN 2.0.2 §13.4.3).
#include "services/workflow/net.h"

#include <algorithm>
#include <numeric>

namespace tongban::workflow {

namespace {

constexpr int subsetsUpTo = 6; // outgoing flows of an inclusive split whose subsets are all tried

std::vector<int> joined(std::vector<int> a, const std::vector<int>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

Net::Net(const Definition& definition)
    : m_definition(definition)
    , m_parent(static_cast<size_t>(definition.flows().size()))
    , m_placeOfFlow(m_parent.size(), -1)
    , m_active(static_cast<size_t>(definition.elements().size()), -1)
    , m_head(m_active.size(), -1) {
    std::iota(m_parent.begin(), m_parent.end(), 0);
    for (int i = 0; i < definition.elements().size(); ++i) {
        if (definition.element(i).scope >= 0)
            m_members[definition.element(i).scope].append(i);
        if (isScope(definition.element(i).kind)) {
            m_active[static_cast<size_t>(i)] = place();
            m_working.push_back(m_active[static_cast<size_t>(i)]);
        }
    }
    readMessages();
    placeEnds();
    fuse();
    placeHeads();
    for (int i = 0; i < definition.elements().size(); ++i) {
        if (isScope(definition.element(i).kind))
            addScope(i);
    }
    begin();
}

// Processes that nobody calls and no message starts begin at once; where there is none, those that
// call or start each other.
void Net::begin() {
    beginThose(false);
    if (std::all_of(m_initial.begin(), m_initial.end(), [](quint8 n) { return n == 0; }))
        beginThose(true);
}

void Net::beginThose(bool calledOnes) {
    m_initial.assign(static_cast<size_t>(m_places), 0);
    QStringList called;
    for (const Element& element : m_definition.elements()) {
        if (element.kind == Kind::CallActivity)
            called.append(element.activity().called);
    }
    for (int i = 0; i < m_definition.elements().size(); ++i) {
        const Element& process = m_definition.element(i);
        if (process.kind != Kind::Process || (called.contains(process.id) && !calledOnes))
            continue;
        bool byMessage = false;
        for (const int node : m_members.value(i)) {
            const Element& element = m_definition.element(node);
            byMessage = byMessage || (m_received.contains(node) &&
                                      (element.kind == Kind::StartEvent || element.instantiates));
        }
        const auto begins = beginsOf(i);
        if ((byMessage && process.start < 0 && !calledOnes) || begins.empty())
            continue;
        m_initial[static_cast<size_t>(active(i))] = 1;
        for (const int one : begins.front())
            m_initial[static_cast<size_t>(one)] = 1;
    }
}

void Net::placeEnds() {
    for (int i = 0; i < m_definition.elements().size(); ++i) {
        const Element& element = m_definition.element(i);
        if (element.kind != Kind::EndEvent || element.scope < 0 ||
            m_definition.element(element.scope).kind != Kind::Process)
            continue;
        m_timesEnded.insert(i, place());
        m_endPlaces.emplace_back(m_timesEnded.value(i), i);
    }
}

void Net::placeHeads() {
    for (const Element& scope : m_definition.elements()) {
        if (!scope.starts.isEmpty())
            continue;
        for (const int head : scope.heads) {
            m_head[static_cast<size_t>(head)] = place();
            m_working.push_back(m_head[static_cast<size_t>(head)]);
        }
    }
}

int Net::root(int flow) const {
    while (m_parent[static_cast<size_t>(flow)] != flow)
        flow = m_parent[static_cast<size_t>(flow)];
    return flow;
}

int Net::placeOf(int flow) {
    const auto at = static_cast<size_t>(root(flow));
    if (m_placeOfFlow[at] < 0) {
        m_placeOfFlow[at] = place();
        m_working.push_back(m_placeOfFlow[at]);
        m_flowPlaces.emplace_back(m_placeOfFlow[at], flow);
    }
    return m_placeOfFlow[at];
}

// A node that only hands its token on, at any time it likes.
bool Net::isTransparent(int node) const {
    const Element& element = m_definition.element(node);
    if (element.in.size() != 1 || element.out.size() != 1 || !element.boundaries.isEmpty() ||
        m_sent.contains(node) || m_received.contains(node) || isScope(element.kind))
        return false;
    if (m_definition.flow(element.out.first()).conditional && isActivity(element.kind))
        return false;
    if (isActivity(element.kind))
        return true;
    if (element.kind == Kind::CatchEvent || element.kind == Kind::ThrowEvent)
        return element.trigger() != Trigger::Link && element.trigger() != Trigger::Error &&
               element.trigger() != Trigger::Escalation;
    return isGateway(element.kind) && element.kind != Kind::EventGateway;
}

void Net::fuse() {
    for (int i = 0; i < m_definition.elements().size(); ++i) {
        const Element& element = m_definition.element(i);
        if (!isTransparent(i))
            continue;
        // What follows an event-based gateway belongs to its choice.
        const int from = m_definition.flow(element.in.first()).from;
        if (m_definition.element(from).kind == Kind::EventGateway)
            continue;
        const int in = root(element.in.first());
        const int out = root(element.out.first());
        if (in != out)
            m_parent[static_cast<size_t>(out)] = in;
    }
}

// A message flow between two known nodes is a place; from or to a closed pool it is free.
void Net::readMessages() {
    for (int i = 0; i < m_definition.artifacts().size(); ++i) {
        const Artifact& artifact = m_definition.artifacts().at(i);
        if (artifact.kind != QLatin1String("messageFlow"))
            continue;
        const int from = m_definition.indexOf(artifact.from);
        const int to = m_definition.indexOf(artifact.to);
        if (from < 0 || to < 0)
            continue;
        // Only a receive task or message event waits for it; any other activity takes note when it
        // likes.
        const Element& target = m_definition.element(to);
        if (target.kind != Kind::ReceiveTask && target.trigger() != Trigger::Message)
            continue;
        const int carried = place();
        m_messagePlaces.emplace_back(carried, i);
        m_sent[from].push_back(carried);
        m_received[to].push_back(carried);
    }
}

std::vector<int> Net::outsOf(int node) {
    std::vector<int> places;
    for (const int flow : m_definition.element(node).out)
        places.push_back(placeOf(flow));
    return places;
}

std::vector<int> Net::insOf(int node) {
    std::vector<int> places;
    for (const int flow : m_definition.element(node).in)
        places.push_back(placeOf(flow));
    if (const int head = m_head[static_cast<size_t>(node)]; head >= 0)
        places.push_back(head);
    return places;
}

// Every set of flows a node may take: one, all, or any, as its kind and conditions say.
std::vector<std::vector<int>> Net::choicesOf(int node) {
    const Element& element = m_definition.element(node);
    std::vector<std::vector<int>> choices;
    if (element.linkTarget >= 0)
        return {outsOf(element.linkTarget)};
    if (element.out.isEmpty())
        return {{}};
    if (element.kind == Kind::ExclusiveGateway) {
        for (const int flow : element.out)
            choices.push_back({placeOf(flow)});
        return choices;
    }
    const bool any = element.kind == Kind::InclusiveGateway || element.kind == Kind::ComplexGateway;
    std::vector<int> always;
    std::vector<int> optional;
    std::vector<int> standard;
    for (const int flow : element.out) {
        if (flow == element.defaultFlow)
            standard.push_back(placeOf(flow));
        else if (any || (isActivity(element.kind) && m_definition.flow(flow).conditional))
            optional.push_back(placeOf(flow));
        else
            always.push_back(placeOf(flow));
    }
    const auto count = static_cast<int>(optional.size());
    if (count > subsetsUpTo) { // one or all stand for the rest
        for (const int one : optional)
            choices.push_back(joined(always, {one}));
        choices.push_back(joined(always, optional));
    } else {
        for (unsigned set = count > 0 ? 1U : 0U; set < (1U << count); ++set) {
            std::vector<int> chosen = always;
            for (int i = 0; i < count; ++i) {
                if ((set >> i) & 1U)
                    chosen.push_back(optional[static_cast<size_t>(i)]);
            }
            choices.push_back(chosen);
        }
    }
    if (!standard.empty())
        choices.push_back(joined(always, standard));
    else if (count > 0 && !always.empty())
        choices.push_back(always);
    return choices;
}

// How a scope may begin: by one of its starts, or by everything that has nothing before it.
std::vector<std::vector<int>> Net::beginsOf(int scope) {
    const Element& holder = m_definition.element(scope);
    if (holder.start >= 0)
        return {outsOf(holder.start)};
    std::vector<std::vector<int>> begins;
    for (const int start : holder.starts) {
        if (!m_received.contains(start))
            begins.push_back(outsOf(start));
    }
    std::vector<int> all;
    for (const int head : holder.heads) {
        if (m_head[static_cast<size_t>(head)] >= 0 && !m_definition.element(head).instantiates)
            all.push_back(m_head[static_cast<size_t>(head)]);
    }
    if (begins.empty() && !all.empty())
        begins.push_back(all);
    return begins;
}

std::vector<int> Net::placesInside(int scope) {
    std::vector<int> inside;
    QList<int> open = m_members.value(scope);
    while (!open.isEmpty()) {
        const int node = open.takeLast();
        for (const int one : outsOf(node))
            inside.push_back(one);
        for (const int one : {active(node), m_head[static_cast<size_t>(node)]}) {
            if (one >= 0)
                inside.push_back(one);
        }
        open += m_members.value(node);
    }
    std::sort(inside.begin(), inside.end());
    inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
    return inside;
}

} // namespace tongban::workflow
