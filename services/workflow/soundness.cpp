// Breadth-first search over the markings of the net, then backwards from the completed ones.
#include "services/workflow/soundness.h"

#include "services/workflow/net.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace tongban::workflow {

namespace {

constexpr size_t memoryForStates = 8'000'000;
constexpr size_t memoryForEdges = 1'000'000;

// Markings in one block of memory, found again by content.
class Markings {
public:
    explicit Markings(int places)
        : m_width(static_cast<size_t>(std::max(places, 1)))
        , m_known(16, Hash{this}, Same{this}) {}
    size_t count() const { return m_bytes.size() / m_width; }
    size_t bytes() const { return m_bytes.size(); }
    const quint8* at(size_t state) const { return m_bytes.data() + state * m_width; }
    // Its number, and whether it is new.
    std::pair<size_t, bool> add(const std::vector<quint8>& marking) {
        const size_t number = count();
        m_bytes.insert(m_bytes.end(), marking.begin(), marking.end());
        const auto [found, fresh] = m_known.insert(number);
        if (!fresh)
            m_bytes.resize(number * m_width);
        return {*found, fresh};
    }

private:
    struct Hash {
        const Markings* all;
        size_t operator()(size_t state) const { return qHashBits(all->at(state), all->m_width); }
    };
    struct Same {
        const Markings* all;
        bool operator()(size_t a, size_t b) const {
            return std::memcmp(all->at(a), all->at(b), all->m_width) == 0;
        }
    };
    size_t m_width;
    std::vector<quint8> m_bytes;
    std::unordered_set<size_t, Hash, Same> m_known;
};

class Search {
public:
    Search(const Definition& definition, int milliseconds)
        : m_definition(definition)
        , m_net(definition)
        , m_markings(m_net.places())
        , m_milliseconds(milliseconds) {
        for (size_t t = 0; t < m_net.transitions().size(); ++t) {
            const Transition& transition = m_net.transitions()[t];
            if (transition.join < 0 && transition.consume.empty())
                continue; // nothing leads here
            m_usable.push_back(t);
        }
    }

    Soundness run() {
        if (std::all_of(m_net.initial().begin(), m_net.initial().end(),
                        [](quint8 n) { return n == 0; })) {
            findDead(); // no process can begin at all
            m_result.optionToComplete = m_result.deadActivities.isEmpty();
            return m_result;
        }
        m_timer.start();
        if (!m_net.complete()) {
            m_result.exhaustive = false;
            return m_result;
        }
        explore();
        m_result.states = static_cast<int>(m_markings.count());
        judgeCompletion();
        findDead();
        return m_result;
    }

private:
    struct Step {
        size_t from;
        int node;
    };

    bool enabled(const Transition& transition, const std::vector<quint8>& marking) const {
        for (const int one : transition.empty) {
            if (marking[static_cast<size_t>(one)] != 0)
                return false;
        }
        if (transition.join >= 0)
            return mayJoin(m_net.joins()[static_cast<size_t>(transition.join)], marking);
        for (size_t i = 0; i < transition.consume.size(); ++i) {
            const auto wanted =
                std::count(transition.consume.begin(),
                           transition.consume.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                           transition.consume[i]);
            if (marking[static_cast<size_t>(transition.consume[i])] < wanted)
                return false;
        }
        return true;
    }

    static bool mayJoin(const Net::Join& join, const std::vector<quint8>& marking) {
        bool any = false;
        for (const int in : join.in)
            any = any || marking[static_cast<size_t>(in)] != 0;
        if (!any)
            return false;
        for (size_t i = 0; i < join.in.size(); ++i) {
            if (marking[static_cast<size_t>(join.in[i])] != 0)
                continue;
            for (const int feed : join.feeds[i]) {
                if (marking[static_cast<size_t>(feed)] == 0 ||
                    std::find(join.in.begin(), join.in.end(), feed) != join.in.end())
                    continue;
                bool alsoFilled = false;
                for (size_t j = 0; j < join.in.size() && !alsoFilled; ++j)
                    alsoFilled =
                        marking[static_cast<size_t>(join.in[j])] != 0 &&
                        std::binary_search(join.ownFeeds[j].begin(), join.ownFeeds[j].end(), feed);
                if (!alsoFilled)
                    return false;
            }
        }
        return true;
    }

    void fire(const Transition& transition, std::vector<quint8>& marking) const {
        if (transition.join >= 0) {
            for (const int in : m_net.joins()[static_cast<size_t>(transition.join)].in) {
                if (marking[static_cast<size_t>(in)] > 0)
                    --marking[static_cast<size_t>(in)];
            }
        }
        for (const int one : transition.consume)
            --marking[static_cast<size_t>(one)];
        for (const int one : transition.clear)
            marking[static_cast<size_t>(one)] = 0;
        for (const int one : transition.produce) {
            if (marking[static_cast<size_t>(one)] < Net::most)
                ++marking[static_cast<size_t>(one)];
        }
    }

    void explore() {
        m_markings.add(m_net.initial());
        m_steps.push_back({0, -1});
        judge(0);
        std::vector<quint8> marking;
        const auto mostStates = static_cast<size_t>(m_definition.limits().provenStates);
        for (size_t state = 0; state < m_markings.count(); ++state) {
            if (m_markings.count() > mostStates || m_markings.bytes() > memoryForStates ||
                m_edges.size() > memoryForEdges ||
                ((state & 63U) == 0 && m_timer.elapsed() > m_milliseconds)) {
                m_result.exhaustive = false;
                return;
            }
            const std::vector<quint8> here(m_markings.at(state),
                                           m_markings.at(state) + m_net.places());
            for (const size_t t : m_usable) {
                const Transition& transition = m_net.transitions()[t];
                if (!enabled(transition, here))
                    continue;
                marking = here;
                fire(transition, marking);
                const auto [next, fresh] = m_markings.add(marking);
                m_edges.emplace_back(static_cast<quint32>(next), static_cast<quint32>(state));
                if (fresh) {
                    m_steps.push_back({state, transition.node});
                    judge(next);
                }
            }
        }
    }

    // What can be wrong with one marking.
    void judge(size_t state) {
        const quint8* marking = m_markings.at(state);
        for (const auto& [place, flow] : m_net.flowPlaces()) {
            if (marking[place] > 1 && m_result.safe) {
                m_result.safe = false;
                wrong("safe", state);
            }
        }
        if (!m_result.properCompletion || !completed(state))
            return;
        for (const auto& [place, node] : m_net.endPlaces()) {
            if (marking[place] > 1 && m_result.properCompletion) {
                m_result.properCompletion = false;
                m_result.endsOnce = false;
                wrong("properCompletion", state);
            }
        }
    }

    // The course to a marking, then the elements its tokens wait at.
    void wrong(const char* what, size_t state) {
        if (!m_result.wrong.isEmpty())
            return;
        m_result.wrong = QString::fromLatin1(what);
        for (size_t at = state; at != 0; at = m_steps[at].from)
            m_result.trace.prepend(m_definition.element(m_steps[at].node).id);
        const quint8* marking = m_markings.at(state);
        for (const auto& [place, flow] : m_net.flowPlaces()) {
            if (marking[place] == 0)
                continue;
            for (const Transition& transition : m_net.transitions()) {
                const std::vector<int>& from =
                    transition.join < 0 ? transition.consume
                                        : m_net.joins()[static_cast<size_t>(transition.join)].in;
                const QString& id = m_definition.element(transition.node).id;
                if (std::find(from.begin(), from.end(), place) != from.end()) {
                    if (!m_result.trace.contains(id))
                        m_result.trace.append(id);
                    break;
                }
            }
        }
    }

    bool completed(size_t state) const {
        const quint8* marking = m_markings.at(state);
        return std::all_of(m_net.working().begin(), m_net.working().end(),
                           [marking](int place) { return marking[place] == 0; });
    }

    bool everythingRead(size_t state) const {
        const quint8* marking = m_markings.at(state);
        return std::all_of(m_net.messagePlaces().begin(), m_net.messagePlaces().end(),
                           [marking](const auto& message) { return marking[message.first] == 0; });
    }

    // The states from which one of the wanted ones can be reached.
    std::vector<bool> leadingTo(std::vector<bool> wanted) const {
        std::vector<quint32> open;
        for (size_t state = 0; state < wanted.size(); ++state) {
            if (wanted[state])
                open.push_back(static_cast<quint32>(state));
        }
        while (!open.empty()) {
            const quint32 state = open.back();
            open.pop_back();
            for (auto edge = std::lower_bound(m_edges.begin(), m_edges.end(),
                                              std::make_pair(state, quint32(0)));
                 edge != m_edges.end() && edge->first == state; ++edge) {
                if (!wanted[edge->second]) {
                    wanted[edge->second] = true;
                    open.push_back(edge->second);
                }
            }
        }
        return wanted;
    }

    void judgeCompletion() {
        const size_t count = m_markings.count();
        std::vector<bool> over(count, false);
        std::vector<bool> allRead(count, false);
        for (size_t state = 0; state < count; ++state) {
            over[state] = completed(state);
            allRead[state] = over[state] && everythingRead(state);
        }
        m_result.completes =
            !m_result.exhaustive || std::find(over.begin(), over.end(), true) != over.end();
        if (!m_result.exhaustive)
            return; // an unexplored course might complete
        std::sort(m_edges.begin(), m_edges.end());
        const std::vector<bool> canComplete = leadingTo(std::move(over));
        const std::vector<bool> canRead = leadingTo(std::move(allRead));
        for (size_t state = 0; state < count; ++state) {
            if (!canComplete[state] && m_result.optionToComplete) {
                m_result.optionToComplete = false;
                wrong("optionToComplete", state);
            }
        }
        for (size_t state = 0; state < count; ++state) {
            if (canComplete[state] && !canRead[state] && completed(state))
                leftOver(state);
        }
    }

    // Messages that are in nobody's way but never received (soundness of collaborations after
    // Corradini et al.: all queues are empty at the end).
    void leftOver(size_t state) {
        const quint8* marking = m_markings.at(state);
        m_result.messagesRead = false;
        m_result.properCompletion = false;
        wrong("properCompletion", state);
        for (const auto& [place, artifact] : m_net.messagePlaces()) {
            const QString& id = m_definition.artifacts().at(artifact).id;
            if (marking[place] != 0 && !m_result.unread.contains(id))
                m_result.unread.append(id);
        }
    }

    void findDead() {
        if (!m_result.exhaustive)
            return;
        std::vector<bool> filled(static_cast<size_t>(m_net.places()), false);
        for (size_t state = 0; state < m_markings.count(); ++state) {
            const quint8* marking = m_markings.at(state);
            for (size_t place = 0; place < filled.size(); ++place)
                filled[place] = filled[place] || marking[place] != 0;
        }
        QStringList alive;
        QStringList all;
        for (const auto& [place, node] : m_net.activityPlaces()) {
            const QString& id = m_definition.element(node).id;
            if (!all.contains(id))
                all.append(id);
            if (place >= 0 && filled[static_cast<size_t>(place)])
                alive.append(id);
        }
        for (const QString& id : std::as_const(all)) {
            if (!alive.contains(id))
                m_result.deadActivities.append(id);
        }
    }

    const Definition& m_definition;
    Net m_net;
    Markings m_markings;
    int m_milliseconds;
    QElapsedTimer m_timer;
    std::vector<size_t> m_usable;
    std::vector<Step> m_steps;
    std::vector<std::pair<quint32, quint32>> m_edges; // to, from
    Soundness m_result;
};

} // namespace

Soundness soundnessOf(const Definition& definition, int milliseconds) {
    return Search(definition, milliseconds).run();
}

Defects prove(const Definition& definition, int milliseconds) {
    const Soundness soundness = soundnessOf(definition, milliseconds);
    Defects defects;
    const QString at =
        soundness.trace.isEmpty() ? QStringLiteral("process") : soundness.trace.last();
    QStringList names;
    for (const QString& id : soundness.trace) {
        const int node = definition.indexOf(id);
        const QString name = node >= 0 ? definition.element(node).name : QString();
        names.append(name.isEmpty() ? id : name);
    }
    const QString way = names.join(QStringLiteral(" → "));
    const auto add = [&](Level level, const char* code, const QString& message) {
        defects.append({level, at, QString::fromLatin1(code), message, soundness.trace});
    };
    if (!soundness.completes)
        add(Level::Refused, "never-completes",
            QStringLiteral("无论怎样走都到不了终点；走到：%1").arg(way));
    else if (!soundness.optionToComplete)
        add(Level::Warned, "may-get-stuck",
            QStringLiteral("按这条路走会卡住，到不了终点：%1").arg(way));
    for (const QString& id : soundness.unread)
        defects.append({Level::Advised, id, QStringLiteral("message-unread"),
                        QStringLiteral("这条消息可能发出后再也没人接收：%1").arg(way),
                        soundness.trace});
    if (!soundness.endsOnce)
        add(Level::Warned, "ends-twice", QStringLiteral("同一个结束会到达两次：%1").arg(way));
    if (!soundness.safe)
        add(Level::Advised, "not-safe", QStringLiteral("同一条线上会同时有两个在走：%1").arg(way));
    for (const QString& id : soundness.deadActivities)
        defects.append({Level::Warned,
                        id,
                        QStringLiteral("dead-activity"),
                        QStringLiteral("没有任何一种走法会到这一步"),
                        {}});
    if (!soundness.exhaustive)
        add(Level::Advised, "not-exhaustive",
            QStringLiteral("可能的走法太多，只检查了其中 %1 种状态").arg(soundness.states));
    return defects;
}

} // namespace tongban::workflow
