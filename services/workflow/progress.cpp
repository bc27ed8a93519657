// The route as milestones: what is done, where the case stands, what comes, what was left out.
#include "services/workflow/questions.h"

#include "services/workflow/route.h"

namespace tongban::workflow {

namespace {

struct Stage {
    QString name;
    QList<int> nodes;
};

QString whoActs(const Element& element) {
    const ActivityDetail& detail = element.activity();
    if (!detail.users.isEmpty())
        return detail.users.first();
    return detail.groups.isEmpty() ? element.lane : detail.groups.first();
}

// Steps with a milestone name; where the official gave none, the human steps by their own names.
QList<Stage> stagesOf(const Definition& definition, const QList<int>& order) {
    QList<Stage> stages;
    for (const bool named : {true, false}) {
        for (const int node : order) {
            const Element& element = definition.element(node);
            const QString& milestone = element.activity().facts.milestone;
            if (named ? milestone.isEmpty() : element.kind != Kind::UserTask)
                continue;
            const QString name = named                    ? milestone
                                 : element.name.isEmpty() ? element.id
                                                          : element.name;
            const auto known = std::find_if(stages.begin(), stages.end(),
                                            [&](const Stage& stage) { return stage.name == name; });
            if (known != stages.end())
                known->nodes.append(node);
            else
                stages.append({name, {node}});
        }
        if (!stages.isEmpty())
            break;
    }
    return stages;
}

} // namespace

QList<Milestone> progress(const Definition& definition, const Instance& instance) {
    const int process = definition.process(instance.process);
    const QList<int> order = readingOrder(definition, process);
    const bool open = instance.life == Life::Open || instance.life == Life::Suspended;
    std::vector<bool> normal(static_cast<size_t>(definition.elements().size()), false);
    if (process >= 0) {
        QList<int> begin = definition.element(process).starts + definition.element(process).heads;
        normal = reachableFrom(definition, begin);
        for (const int node : begin)
            normal[static_cast<size_t>(node)] = true;
    }
    const std::vector<bool> ahead =
        open ? reachableFrom(definition, presentNodes(definition, instance)) : normal;
    QList<Milestone> milestones;
    for (const Stage& stage : stagesOf(definition, order)) {
        Milestone milestone;
        milestone.name = stage.name;
        milestone.actor = whoActs(definition.element(stage.nodes.first()));
        bool onRoute = false;
        bool comes = false;
        bool here = false;
        bool done = false;
        for (const int node : stage.nodes) {
            const Element& element = definition.element(node);
            milestone.elements.append(element.id);
            onRoute = onRoute || normal[static_cast<size_t>(node)];
            comes = comes || ahead[static_cast<size_t>(node)];
            for (const Visit& visit : instance.visits) {
                if (visit.element != element.id)
                    continue;
                onRoute = true;
                if (milestone.entered == Instant{})
                    milestone.entered = visit.entered;
                milestone.returned = milestone.returned || visit.how == QLatin1String("returned");
                if (visit.how.isEmpty()) {
                    here = true;
                    const Active* active = instance.find(visit.key);
                    milestone.actor = active != nullptr && !active->assignee.isEmpty()
                                          ? active->assignee
                                          : whoActs(element);
                } else if (visit.how == QLatin1String("done")) {
                    done = true;
                    milestone.left = visit.left;
                    if (!visit.by.isEmpty())
                        milestone.actor = visit.by;
                }
            }
        }
        if (!onRoute)
            continue; // an exception that has not happened
        if (here)
            milestone.left = {};
        milestone.state = here                                     ? MilestoneState::Here
                          : done                                   ? MilestoneState::Done
                          : comes && instance.life != Life::Closed ? MilestoneState::Next
                                                                   : MilestoneState::Skipped;
        milestones.append(milestone);
    }
    return milestones;
}

} // namespace tongban::workflow
