// From BPMN shapes to stations: tasks and ends are stations, gateways are where lines part.
#include "ui/kiosk/route_picture.h"

#include <QSet>
#include <functional>

namespace tongban::kiosk {

namespace {

bool isTask(const workflow::DrawnShape& shape) {
    return shape.kind.endsWith(QLatin1String("ask")) ||
           shape.kind == QLatin1String("callActivity") || shape.kind == QLatin1String("subProcess");
}

QString kindOf(const workflow::DrawnShape& shape) {
    if (shape.kind == QLatin1String("startEvent"))
        return QStringLiteral("start");
    if (shape.kind == QLatin1String("endEvent"))
        return QStringLiteral("end");
    if (shape.kind.endsWith(QLatin1String("Gateway")))
        return QStringLiteral("gateway");
    return QStringLiteral("task");
}

bool isDrawn(const workflow::DrawnShape& shape) {
    return isTask(shape) || kindOf(shape) != QLatin1String("task");
}

QVariantMap shapeMap(const workflow::DrawnShape& shape, const QString& state,
                     const QString& caption) {
    return {{QStringLiteral("id"), shape.element},
            {QStringLiteral("kind"), kindOf(shape)},
            {QStringLiteral("x"), shape.box.x()},
            {QStringLiteral("y"), shape.box.y()},
            {QStringLiteral("w"), shape.box.width()},
            {QStringLiteral("h"), shape.box.height()},
            {QStringLiteral("label"),
             kindOf(shape) == QLatin1String("gateway") ? QString() : shape.label},
            {QStringLiteral("caption"), caption},
            {QStringLiteral("state"), state}};
}

QVariantMap edgeMap(const workflow::DrawnEdge& edge, const QString& state) {
    QVariantList points;
    for (const QPointF& point : edge.points)
        points.append(
            QVariantMap{{QStringLiteral("x"), point.x()}, {QStringLiteral("y"), point.y()}});
    return {{QStringLiteral("points"), points}, {QStringLiteral("state"), state}};
}

// Elements that lie on some way from the start to an end through wanted stations only.
QSet<QString> onTheWay(const workflow::Definition& definition, const QSet<QString>& wanted,
                       const QSet<QString>& tasks) {
    const auto passable = [&](const QString& id) {
        return !tasks.contains(id) || wanted.contains(id);
    };
    QSet<QString> ahead;
    QSet<QString> behind;
    bool grew = true;
    for (const workflow::Element& element : definition.elements()) {
        if (element.kind == workflow::Kind::StartEvent)
            ahead.insert(element.id);
        if (element.kind == workflow::Kind::EndEvent)
            behind.insert(element.id);
    }
    while (grew) {
        grew = false;
        for (const workflow::Flow& flow : definition.flows()) {
            const QString from = definition.element(flow.from).id;
            const QString to = definition.element(flow.to).id;
            if (ahead.contains(from) && passable(to) && !ahead.contains(to)) {
                ahead.insert(to);
                grew = true;
            }
            if (behind.contains(to) && passable(from) && !behind.contains(from)) {
                behind.insert(from);
                grew = true;
            }
        }
    }
    return ahead & behind;
}

} // namespace

namespace {

// The flows from `from` to the nearest element that `is` the goal, through nothing that people stop
// at.
QList<int> lead(const workflow::Definition& definition, int from,
                const std::function<bool(int)>& isGoal, const std::function<bool(int)>& isStop) {
    QHash<int, int> cameBy; // element → flow
    QList<int> queue{from};
    for (qsizetype i = 0; i < queue.size(); ++i) {
        const QList<int> out = definition.element(queue.at(i)).out;
        for (const int flow : out) {
            const int to = definition.flow(flow).to;
            if (to == from || cameBy.contains(to))
                continue;
            cameBy.insert(to, flow);
            if (isGoal(to)) {
                QList<int> flows;
                for (int at = to; at != from; at = definition.flow(cameBy.value(at)).from)
                    flows.prepend(cameBy.value(at));
                return flows;
            }
            if (!isStop(to))
                queue.append(to);
        }
    }
    return {};
}

// The flows of the way through all steps of the assessment, one after the other; empty when it
// branches.
QSet<int> singleWay(const workflow::Definition& definition, const catalog::Assessment& assessment) {
    QSet<int> way;
    int at = -1;
    for (const workflow::Element& element : definition.elements()) {
        if (element.kind == workflow::Kind::StartEvent && element.attachedTo < 0 && at < 0)
            at = definition.indexOf(element.id);
    }
    const auto isStop = [&](int element) {
        return workflow::isActivity(definition.element(element).kind) ||
               definition.element(element).kind == workflow::Kind::EndEvent;
    };
    const auto follow = [&](const std::function<bool(int)>& isGoal) {
        const QList<int> flows = at < 0 ? QList<int>() : lead(definition, at, isGoal, isStop);
        for (const int flow : flows)
            way.insert(flow);
        at = flows.isEmpty() ? -1 : definition.flow(flows.last()).to;
    };
    for (const catalog::NeededStep& needed : assessment.steps) {
        const int goal = definition.indexOf(needed.step.id);
        follow([goal](int element) { return element == goal; });
    }
    follow(
        [&](int element) { return definition.element(element).kind == workflow::Kind::EndEvent; });
    return at < 0 ? QSet<int>() : way;
}

} // namespace

RoutePicture plannedRoute(const workflow::Definition& definition,
                          const catalog::Assessment& assessment) {
    QSet<QString> wanted;
    QHash<QString, QString> captions;
    for (const catalog::NeededStep& needed : assessment.steps) {
        wanted.insert(needed.step.id);
        captions.insert(needed.step.id, needed.step.department);
    }
    const workflow::Drawing drawing = workflow::draw(definition);
    QSet<QString> tasks;
    for (const workflow::DrawnShape& shape : drawing.shapes) {
        if (isTask(shape))
            tasks.insert(shape.element);
    }
    const QSet<int> single = singleWay(definition, assessment);
    const QSet<QString> way = onTheWay(definition, wanted, tasks);
    const auto isOn = [&](int flow) {
        if (!single.isEmpty())
            return single.contains(flow);
        return way.contains(definition.element(definition.flow(flow).from).id) &&
               way.contains(definition.element(definition.flow(flow).to).id);
    };
    // What this person will not meet is left out: the picture answers "what happens to me".
    QSet<QString> met;
    RoutePicture picture;
    for (const workflow::DrawnEdge& edge : drawing.edges) {
        const int flow = definition.flowIndexOf(edge.element);
        if (flow < 0 || !isOn(flow))
            continue;
        met.insert(definition.element(definition.flow(flow).from).id);
        met.insert(definition.element(definition.flow(flow).to).id);
        picture.edges.append(edgeMap(edge, QStringLiteral("todo")));
    }
    for (const workflow::DrawnShape& shape : drawing.shapes) {
        if (!isDrawn(shape) || !met.contains(shape.element))
            continue;
        const bool start = kindOf(shape) == QLatin1String("start");
        picture.shapes.append(shapeMap(shape,
                                       start ? QStringLiteral("here") : QStringLiteral("todo"),
                                       captions.value(shape.element)));
    }
    return picture;
}

RoutePicture heardRoute(const workflow::Definition& definition, const QStringList& milestones,
                        bool closed) {
    const QString now = closed ? QString() : milestones.value(milestones.size() - 1);
    const auto state = [&](const QString& element) {
        const int index = definition.indexOf(element);
        if (index < 0)
            return QStringLiteral("todo");
        const workflow::Element& known = definition.element(index);
        if (known.kind == workflow::Kind::StartEvent)
            return QStringLiteral("done");
        const QString milestone = known.activity().facts.milestone;
        if (!milestone.isEmpty() && milestone == now)
            return QStringLiteral("here");
        return milestones.contains(milestone) ? QStringLiteral("done") : QStringLiteral("todo");
    };
    const workflow::Drawing drawing = workflow::draw(definition);
    RoutePicture picture;
    for (const workflow::DrawnShape& shape : drawing.shapes) {
        if (isDrawn(shape))
            picture.shapes.append(shapeMap(shape, state(shape.element), {}));
    }
    for (const workflow::DrawnEdge& edge : drawing.edges) {
        const int flow = definition.flowIndexOf(edge.element);
        if (flow < 0)
            continue;
        const QString to = state(definition.element(definition.flow(flow).to).id);
        picture.edges.append(
            edgeMap(edge, to == QLatin1String("todo") ? to : QStringLiteral("done")));
    }
    return picture;
}

} // namespace tongban::kiosk
