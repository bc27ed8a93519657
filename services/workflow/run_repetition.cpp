// Standard loops and multi-instance activities: a body that holds one instance after another or all
// at once.
#include "services/workflow/run.h"

#include <QJsonArray>

namespace tongban::workflow {

namespace {

const QString instancesKey = QStringLiteral("numberOfInstances");
const QString itemsKey = QStringLiteral("loopItems");
const QString counterKey = QStringLiteral("loopCounter");

} // namespace

void Run::enterRepeated(int element, int flow, quint32 scope) {
    const Element& activity = at(element);
    const Repetition& repetition = activity.activity().repetition;
    QJsonObject variables;
    int count = 1;
    QString why;
    if (repetition.mode == Repetition::Mode::Loop) {
        if (repetition.testBefore && !repetition.condition.isEmpty()) {
            const std::optional<bool> more =
                truth(repetition.condition, scope, {{counterKey, 0}}, why);
            if (!more)
                return stuck(element, flow, scope, 0, "condition-null", why);
            count = *more ? 1 : 0;
        }
    } else if (!repetition.inputCollection.isEmpty()) {
        const Formula::Outcome items = evaluate(repetition.inputCollection, scope);
        if (!items.value.isArray())
            return stuck(element, flow, scope, 0, "no-list",
                         QStringLiteral("“%1” gives no list. %2")
                             .arg(repetition.inputCollection.source(), items.whyNull));
        count = static_cast<int>(items.value.toArray().size());
        variables.insert(itemsKey, items.value);
    } else {
        const Formula::Outcome cardinality = evaluate(repetition.cardinality, scope);
        count = cardinality.value.toInt(-1);
        if (count < 0)
            return stuck(element, flow, scope, 0, "no-cardinality",
                         QStringLiteral("“%1” gives no whole number. %2")
                             .arg(repetition.cardinality.source(), cardinality.whyNull));
    }
    if (count > m_definition.limits().instancesOfOneActivity)
        return stuck(element, flow, scope, 0, "too-many-instances",
                     QStringLiteral("%1 instances; %2 are allowed")
                         .arg(count)
                         .arg(m_definition.limits().instancesOfOneActivity));
    if (count == 0) {
        emit(make(EventKind::Passed, element, scope, flow));
        return leave(element, scope);
    }
    if (repetition.mode != Repetition::Mode::Loop)
        variables.insert(instancesKey, count);
    if (!repetition.outputCollection.isEmpty()) {
        QJsonArray empty;
        for (int i = 0; i < count; ++i)
            empty.append(QJsonValue::Null);
        variables.insert(repetition.outputCollection, empty);
    }
    Event entered = make(EventKind::Entered, element, scope, flow);
    entered.data = {{QStringLiteral("role"), QStringLiteral("body")}};
    if (!variables.isEmpty())
        entered.data.insert(QStringLiteral("variables"), variables);
    const quint32 body = emit(std::move(entered));
    if (!armHost(element, body))
        return;
    const int first = repetition.mode == Repetition::Mode::Parallel ? count : 1;
    for (int i = 0; i < first; ++i)
        m_tokens.push_back({Token::Next, element, -1, body});
}

void Run::startNext(quint32 body) {
    const Active* holder = find(body);
    if (holder == nullptr)
        return;
    const int element = indexOf(*holder);
    const Repetition& repetition = at(element).activity().repetition;
    const int number = holder->loop + 1;
    QJsonObject variables{{counterKey, number}};
    if (!repetition.inputElement.isEmpty())
        variables.insert(repetition.inputElement,
                         holder->variables.value(itemsKey).toArray().at(number - 1));
    enterOnce(element, -1, body,
              {{QStringLiteral("role"), QStringLiteral("inner")},
               {QStringLiteral("variables"), variables}});
}

// The standard's instance attributes (BPMN 2.0.2 table 10.30), for conditions.
QJsonObject Run::countsOf(const Active& body) const {
    int running = 0;
    for (const Active& one : m_state.active)
        running += one.scope == body.key ? 1 : 0;
    return {{QStringLiteral("numberOfActiveInstances"), running},
            {QStringLiteral("numberOfCompletedInstances"), body.loop - running},
            {QStringLiteral("numberOfTerminatedInstances"), 0},
            {counterKey, body.loop}};
}

void Run::innerDone(quint32 body, int loop, const QJsonObject& inner) {
    const Active* holder = find(body);
    if (holder == nullptr)
        return;
    const int element = indexOf(*holder);
    const Repetition& repetition = at(element).activity().repetition;
    if (!repetition.outputCollection.isEmpty() && inner.contains(QLatin1String("value"))) {
        QJsonArray values = holder->variables.value(repetition.outputCollection).toArray();
        while (values.size() < loop)
            values.append(QJsonValue::Null);
        values.replace(loop - 1, inner.value(QLatin1String("value")));
        setLocal(body, {{repetition.outputCollection, values}});
        holder = find(body);
    }
    const QJsonObject counts = countsOf(*holder);
    const int started = holder->loop;
    const int wanted = holder->variables.value(instancesKey).toInt();
    const int running = counts.value(QLatin1String("numberOfActiveInstances")).toInt();
    const quint32 outer = holder->scope;
    QString why;
    std::optional<bool> condition;
    if (!repetition.condition.isEmpty()) {
        condition = truth(repetition.condition, body, counts, why);
        if (!condition)
            return stuck(element, -1, outer, body, "condition-null", why);
    }
    if (repetition.mode == Repetition::Mode::Loop) {
        const bool bounded = repetition.maximum > 0 && started >= repetition.maximum;
        const bool more = !bounded && condition.value_or(repetition.maximum > 0);
        if (more && started >= m_definition.limits().instancesOfOneActivity)
            return stuck(element, -1, outer, body, "too-many-instances",
                         QStringLiteral("the loop does not end"));
        return more ? m_tokens.push_back({Token::Next, element, -1, body}) : finishBody(body);
    }
    m_implicit = element; // an implicitly thrown event never ends the activity it reports about
    if (repetition.behaviour == Repetition::Behaviour::Nothing ||
        (repetition.behaviour == Repetition::Behaviour::One && started - running == 1))
        throwTrigger(repetition.thrown, element, outer);
    if (repetition.behaviour == Repetition::Behaviour::Complex) {
        for (const auto& [when, rule] : repetition.complex) {
            if (truth(when, body, counts, why).value_or(false))
                throwTrigger(rule, element, outer);
        }
    }
    m_implicit = -1;
    // 会签: "any" is one signature, a number that many; everything else is everybody.
    const QString& rule = at(element).activity().facts.countersign;
    const int enough = rule == QLatin1String("any") ? 1 : rule.toInt();
    if (enough > 0 && started - running >= enough)
        condition = true;
    if (!m_state.has(body))
        return; // what was thrown has cancelled it
    if (condition.value_or(false) || (running == 0 && started >= wanted))
        return finishBody(body);
    if (repetition.mode == Repetition::Mode::Sequential && started < wanted)
        m_tokens.push_back({Token::Next, element, -1, body});
}

void Run::finishBody(quint32 body) {
    cancelInside(body, QStringLiteral("cancelled"));
    const Active* holder = find(body);
    if (holder == nullptr)
        return;
    const QString& collection = at(indexOf(*holder)).activity().repetition.outputCollection;
    QJsonObject result;
    if (!collection.isEmpty())
        result.insert(collection, holder->variables.value(collection));
    finish(body, result);
}

} // namespace tongban::workflow
