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

// The stations of the way through all steps, one after the other, with its start and its end; empty
// when it branches.
QList<int> singleWay(const workflow::Definition& definition, const QStringList& steps) {
    int at = -1;
    for (const workflow::Element& element : definition.elements()) {
        if (element.kind == workflow::Kind::StartEvent && element.attachedTo < 0 && at < 0)
            at = definition.indexOf(element.id);
    }
    QList<int> way{at};
    const auto isEnd = [&](int element) {
        return definition.element(element).kind == workflow::Kind::EndEvent;
    };
    const auto isStop = [&](int element) {
        return workflow::isActivity(definition.element(element).kind) || isEnd(element);
    };
    const auto follow = [&](const std::function<bool(int)>& isGoal) {
        const QList<int> flows = at < 0 ? QList<int>() : lead(definition, at, isGoal, isStop);
        at = flows.isEmpty() ? -1 : definition.flow(flows.last()).to;
        way.append(at);
    };
    for (const QString& step : steps) {
        const int goal = definition.indexOf(step);
        follow([goal](int element) { return element == goal; });
    }
    follow(isEnd);
    return at < 0 ? QList<int>() : way;
}

using StateOf = std::function<QString(const QString& element)>;

// A way without branches is drawn as what it is, a line, wherever its boxes lie in the diagram.
RoutePicture line(const workflow::Definition& definition, const QList<int>& way,
                  const QHash<QString, QString>& captions, const StateOf& stateOf) {
    constexpr qreal pace = 100;
    RoutePicture picture;
    for (qsizetype i = 0; i < way.size(); ++i) {
        const workflow::Element& element = definition.element(way.at(i));
        workflow::DrawnShape shape;
        shape.element = element.id;
        shape.label = element.name;
        shape.kind = i == 0                ? QStringLiteral("startEvent")
                     : i + 1 == way.size() ? QStringLiteral("endEvent")
                                           : QStringLiteral("task");
        shape.box = QRectF(pace * qreal(i), 0, 0, 0);
        const QString state = stateOf(element.id);
        picture.shapes.append(shapeMap(shape, state, captions.value(element.id)));
        if (i == 0)
            continue;
        workflow::DrawnEdge edge;
        edge.points = {QPointF(pace * qreal(i - 1), 0), shape.box.topLeft()};
        picture.edges.append(
            edgeMap(edge, state == QLatin1String("here") ? QStringLiteral("done") : state));
    }
    return picture;
}

// The ways through the wanted stations; what this person will not meet is left out: the picture
// answers "what happens to me".
RoutePicture route(const workflow::Definition& definition, const QStringList& steps,
                   const QHash<QString, QString>& captions, const StateOf& stateOf) {
    if (const QList<int> single = singleWay(definition, steps); !single.isEmpty())
        return line(definition, single, captions, stateOf);
    const workflow::Drawing drawing = workflow::draw(definition);
    QSet<QString> tasks;
    for (const workflow::DrawnShape& shape : drawing.shapes) {
        if (isTask(shape))
            tasks.insert(shape.element);
    }
    const QSet<QString> way =
        onTheWay(definition, QSet<QString>(steps.begin(), steps.end()), tasks);
    QSet<QString> met;
    RoutePicture picture;
    for (const workflow::DrawnEdge& edge : drawing.edges) {
        const int flow = definition.flowIndexOf(edge.element);
        if (flow < 0)
            continue;
        const QString from = definition.element(definition.flow(flow).from).id;
        const QString to = definition.element(definition.flow(flow).to).id;
        if (!way.contains(from) || !way.contains(to))
            continue;
        met.insert(from);
        met.insert(to);
        const QString state = stateOf(to);
        picture.edges.append(
            edgeMap(edge, state == QLatin1String("here") ? QStringLiteral("done") : state));
    }
    for (const workflow::DrawnShape& shape : drawing.shapes) {
        if (isDrawn(shape) && met.contains(shape.element))
            picture.shapes.append(
                shapeMap(shape, stateOf(shape.element), captions.value(shape.element)));
    }
    return picture;
}

} // namespace

RoutePicture plannedRoute(const workflow::Definition& definition,
                          const catalog::Assessment& assessment) {
    QStringList steps;
    QHash<QString, QString> captions;
    for (const catalog::NeededStep& needed : assessment.steps) {
        steps.append(needed.step.id);
        captions.insert(needed.step.id, needed.step.department);
    }
    return route(definition, steps, captions, [&](const QString& element) {
        const int index = definition.indexOf(element);
        const bool start =
            index >= 0 && definition.element(index).kind == workflow::Kind::StartEvent;
        return start ? QStringLiteral("here") : QStringLiteral("todo");
    });
}

RoutePicture heardRoute(const workflow::Definition& definition,
                        const catalog::Assessment& assessment, const QStringList& milestones,
                        bool closed) {
    QStringList steps;
    QSet<QString> told; // milestones that a step of the usual way stands for
    const auto milestoneOf = [&](const QString& step) {
        const int index = definition.indexOf(step);
        return index < 0 ? QString() : definition.element(index).activity().facts.milestone;
    };
    for (const catalog::NeededStep& needed : assessment.steps) {
        steps.append(needed.step.id);
        told.insert(milestoneOf(needed.step.id));
    }
    for (const workflow::Element& element : definition.elements()) {
        const bool heard = workflow::isActivity(element.kind) &&
                           milestones.contains(element.activity().facts.milestone);
        if (heard && !told.contains(element.activity().facts.milestone))
            steps.append(element.id);
    }
    const QString now = closed ? QString() : milestones.value(milestones.size() - 1);
    return route(definition, steps, {}, [&](const QString& element) {
        const int index = definition.indexOf(element);
        if (index < 0)
            return QStringLiteral("todo");
        const workflow::Element& known = definition.element(index);
        if (known.kind == workflow::Kind::StartEvent ||
            (closed && known.kind == workflow::Kind::EndEvent))
            return QStringLiteral("done");
        const QString milestone = known.activity().facts.milestone;
        if (!milestone.isEmpty() && milestone == now)
            return QStringLiteral("here");
        return milestones.contains(milestone) ? QStringLiteral("done") : QStringLiteral("todo");
    });
}

} // namespace tongban::kiosk
