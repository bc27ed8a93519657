// Net: a definition as places and transitions, conditions free, simple chains fused. Internal to
// this library.
#pragma once

#include "services/workflow/definition.h"

#include <vector>

namespace tongban::workflow {

// One step of the net. A place never holds more than `Net::most` tokens: more than one is unsafe
// already.
struct Transition {
    int node = -1;            // the element that acts
    std::vector<int> consume; // one token of each
    std::vector<int> produce;
    std::vector<int> clear; // emptied: an interrupted or terminated part
    std::vector<int> empty; // must hold nothing
    int join = -1; // inclusive join: takes from every filled flow, if no other token can still come
};

class Net {
public:
    explicit Net(const Definition& definition);

    static constexpr quint8 most = 3;

    // False when the net would be too large to walk; then it must not be used.
    bool complete() const { return m_size <= mostSize; }
    int places() const { return m_places; }
    const std::vector<Transition>& transitions() const { return m_transitions; }
    const std::vector<quint8>& initial() const { return m_initial; }
    // Places that mean something is still going on.
    const std::vector<int>& working() const { return m_working; }
    // Places of flows, for safety; with a flow each, for naming it.
    const std::vector<std::pair<int, int>>& flowPlaces() const { return m_flowPlaces; }
    // Counts how often each end event of a process was reached.
    const std::vector<std::pair<int, int>>& endPlaces() const { return m_endPlaces; }
    // What has been sent and not yet been received; with the message flow's number among the
    // artifacts.
    const std::vector<std::pair<int, int>>& messagePlaces() const { return m_messagePlaces; }
    // Where an activity's token waits before it; dead if none of these is ever filled.
    const std::vector<std::pair<int, int>>& activityPlaces() const { return m_activityPlaces; }
    // For an inclusive join: its incoming places, and for each the places from which it can be
    // reached. Its own feeds do not count what only a non-interrupting boundary event branches off.
    struct Join {
        std::vector<int> in;
        std::vector<std::vector<int>> feeds;
        std::vector<std::vector<int>> ownFeeds;
    };
    const std::vector<Join>& joins() const { return m_joins; }

private:
    // net.cpp: places
    int place() { return m_places++; }
    int placeOf(int flow);
    int root(int flow) const;
    int active(int scope) const { return m_active[static_cast<size_t>(scope)]; }
    bool isTransparent(int node) const;
    void readMessages();
    void placeEnds();
    void fuse();
    void placeHeads();
    void begin();
    void beginThose(bool calledOnes);
    std::vector<int> outsOf(int node);
    std::vector<int> insOf(int node);
    std::vector<std::vector<int>> choicesOf(int node);
    std::vector<std::vector<int>> beginsOf(int scope);
    std::vector<int> placesInside(int scope);

    // net_nodes.cpp: transitions
    void addScope(int scope);
    void addNode(int node);
    void addActivity(int node);
    void addPart(int node);
    void addEnd(int node);
    void addEventGateway(int node);
    void addJoin(int node);
    std::vector<int> feedsOf(const std::vector<bool>& reaching);
    void addBoundaries(int node);
    void addEventSubProcess(int sub);
    void addError(int node, const QString& code, Trigger trigger);
    void keep(Transition transition);
    void add(int node, std::vector<int> consume, std::vector<int> produce,
             std::vector<int> clear = {});
    // Adds the step once for each incoming flow and each choice of outgoing flows.
    void addSteps(int node, const std::vector<int>& alsoConsume,
                  const std::vector<int>& alsoProduce);

    const Definition& m_definition;
    static constexpr size_t mostSize = 500'000;
    size_t m_size = 0; // numbers in all transitions and joins
    int m_places = 0;
    std::vector<int> m_parent; // union of flows
    std::vector<int> m_placeOfFlow;
    std::vector<int> m_active; // place of a running part, by element; -1 for none
    std::vector<int> m_head;   // place before a node that begins without a start event; -1 for none
    std::vector<Transition> m_transitions;
    std::vector<quint8> m_initial;
    std::vector<int> m_working;
    std::vector<std::pair<int, int>> m_flowPlaces;
    std::vector<std::pair<int, int>> m_endPlaces;
    std::vector<std::pair<int, int>> m_activityPlaces;
    std::vector<Join> m_joins;
    std::vector<std::pair<int, int>> m_messagePlaces;
    QHash<int, int> m_timesEnded;            // end event of a process → its counter
    QHash<int, std::vector<int>> m_received; // node → message places
    QHash<int, std::vector<int>> m_sent;
    QHash<int, QList<int>> m_members;
};

} // namespace tongban::workflow
