// Activities: what entering and finishing one means (BPMN 2.0.2 §13.3).
#include "services/workflow/run.h"

#include "services/workflow/rule_book.h"

#include <QJsonArray>

namespace tongban::workflow {

namespace {

const QLatin1String variablesKey("variables");

bool isPlain(const QJsonObject& data) {
    return !data.contains(QLatin1String("role"));
}

} // namespace

QString Run::compensableMark(int element, quint32 key) const {
    const Element& activity = at(element);
    for (const int boundary : activity.boundaries) {
        if (at(boundary).trigger() == Trigger::Compensation)
            return QStringLiteral("compensable");
    }
    for (const int inner : activity.eventSubProcesses) {
        for (const int start : at(inner).starts) {
            if (at(start).trigger() == Trigger::Compensation)
                return QStringLiteral("compensable");
        }
    }
    for (const Compensable& one : m_state.compensable) {
        if (key != 0 && one.scope == key)
            return QStringLiteral("compensable");
    }
    return {};
}

void Run::enterActivity(int element, int flow, quint32 scope) {
    if (at(element).activity().repetition.mode != Repetition::Mode::None)
        return enterRepeated(element, flow, scope);
    enterOnce(element, flow, scope, {});
}

// `data` says which role an instance has in a repetition or compensation and holds its first
// variables.
void Run::enterOnce(int element, int flow, quint32 scope, QJsonObject data) {
    const Element& activity = at(element);
    const ActivityDetail& detail = activity.activity();
    if (!detail.inputs.isEmpty()) {
        QJsonObject variables = data.value(variablesKey).toObject();
        for (const Mapping& input : detail.inputs) {
            const Formula::Outcome value = evaluate(input.source, scope, variables);
            if (value.value.isNull() && !value.whyNull.isEmpty())
                return stuck(element, flow, scope, 0, "input-null",
                             QStringLiteral("input %1 = “%2” gives null: %3")
                                 .arg(input.target, input.source.source(), value.whyNull));
            variables.insert(input.target, value.value);
        }
        data.insert(variablesKey, variables);
    }
    switch (activity.kind) {
    case Kind::UserTask:
    case Kind::ServiceTask:
        return enterWork(element, flow, scope, std::move(data));
    case Kind::SubProcess:
    case Kind::Transaction:
    case Kind::AdHocSubProcess:
    case Kind::CallActivity:
        return enterScope(element, flow, scope, std::move(data));
    case Kind::ReceiveTask: {
        Event entered = make(EventKind::Entered, element, scope, flow);
        entered.name = detail.facts.milestone;
        entered.data = std::move(data);
        const quint32 key = emit(std::move(entered));
        clocksOnEnter(activity);
        arm(element, detail.message, key);
        armHost(element, key);
        return;
    }
    default:
        break;
    }
    if (!detail.effect.isEmpty())
        return enterWork(element, flow, scope, std::move(data));
    if (activity.kind == Kind::SendTask && isPlain(data))
        return m_throws.push_back({Token::Arrive, element, flow, scope});
    passThrough(element, flow, scope, data);
}

// Tasks that need nobody: undefined, manual, script and rule tasks, and sent messages of a
// repetition.
void Run::passThrough(int element, int flow, quint32 scope, const QJsonObject& data) {
    const Element& node = at(element);
    QJsonObject result;
    QString why;
    const bool plain = isPlain(data);
    const QJsonObject overlay = data.value(variablesKey).toObject();
    if ((node.kind == Kind::ScriptTask || node.kind == Kind::BusinessRuleTask) &&
        !runScript(element, scope, overlay, result, why))
        return stuck(element, flow, scope, 0, "script-null", why);
    if (!plain) {
        Event entered = make(EventKind::Entered, element, scope, flow);
        entered.name = node.activity().facts.milestone;
        entered.data = data;
        const quint32 key = emit(std::move(entered));
        if (node.kind == Kind::SendTask)
            throwTrigger(node.activity().message, element, scope);
        if (m_state.has(key))
            finish(key, result);
        return;
    }
    Event passed = make(EventKind::Passed, element, scope, flow);
    if (node.detail) {
        passed.name = node.activity().facts.milestone;
        if (!node.boundaries.isEmpty())
            passed.reason = compensableMark(element, 0);
        QJsonObject merged = overlay;
        for (auto it = result.begin(); it != result.end(); ++it)
            merged.insert(it.key(), it.value());
        QJsonObject mapped;
        for (const Mapping& output : node.activity().outputs)
            mapped.insert(output.target, evaluate(output.source, scope, merged).value);
        emit(std::move(passed));
        clocksOnEnter(node);
        set(scope, node.activity().outputs.isEmpty() ? result : mapped);
        clocksOnLeave(node);
    } else {
        emit(std::move(passed));
    }
    if (isActivity(node.kind))
        leave(element, scope);
}

// A script is one FEEL expression; a rule task asks a decision of the package and keeps the rules
// that fired.
bool Run::runScript(int element, quint32 from, const QJsonObject& overlay, QJsonObject& result,
                    QString& why) {
    const ActivityDetail& detail = at(element).activity();
    if (at(element).kind == Kind::ScriptTask) {
        const Formula::Outcome outcome = evaluate(detail.script, from, overlay);
        why = QStringLiteral("“%1” gives null: %2").arg(detail.script.source(), outcome.whyNull);
        if (outcome.value.isNull() && !outcome.whyNull.isEmpty())
            return false;
        if (!detail.result.isEmpty())
            result.insert(detail.result, outcome.value);
        else if (outcome.value.isObject()) // a context without a result variable sets its entries
            result = outcome.value.toObject();
        return true;
    }
    const RuleBook* rules = m_definition.rules();
    if (rules == nullptr) {
        why = QStringLiteral("the package has no decisions");
        return false;
    }
    QJsonObject inputs;
    for (const QString& name : rules->inputsOf(detail.decision)) {
        const QJsonValue value = look(name, from, overlay);
        if (!value.isUndefined())
            inputs.insert(name, value);
    }
    const RuleBook::Outcome outcome = rules->decide(detail.decision, inputs, m_occasion.at);
    if (outcome.value.isNull() && !outcome.whyNull.isEmpty()) {
        why = QStringLiteral("decision %1 gives null: %2").arg(detail.decision, outcome.whyNull);
        return false;
    }
    Event decided = make(EventKind::Decided, element, from);
    decided.name = detail.decision;
    decided.data = {{QStringLiteral("output"), outcome.value},
                    {QStringLiteral("rules"), outcome.rules}};
    emit(std::move(decided));
    result.insert(detail.result.isEmpty() ? detail.decision : detail.result, outcome.value);
    return true;
}

// Work for a person (Offered) or for the host (Asked).
void Run::enterWork(int element, int flow, quint32 scope, QJsonObject data) {
    const Element& activity = at(element);
    const ActivityDetail& detail = activity.activity();
    const QJsonObject overlay = data.value(variablesKey).toObject();
    const bool human = activity.kind == Kind::UserTask;
    Event event = make(human ? EventKind::Offered : EventKind::Asked, element, scope, flow);
    if (human) {
        event.name = detail.facts.milestone;
        event.due = stepDue(activity, scope, m_occasion.at);
        if (!detail.assignee.isEmpty()) {
            const QString assignee = evaluate(detail.assignee, scope, overlay).value.toString();
            if (!assignee.isEmpty())
                data.insert(QStringLiteral("assignee"), assignee);
        }
        if (!detail.groupsFormula.isEmpty()) {
            const QJsonValue groups = evaluate(detail.groupsFormula, scope, overlay).value;
            data.insert(QStringLiteral("groups"),
                        groups.isArray() ? groups : QJsonValue(QJsonArray{groups}));
        }
    } else {
        event.name = detail.effectFormula.isEmpty()
                         ? detail.effect
                         : evaluate(detail.effectFormula, scope, overlay).value.toString();
        if (!detail.facts.milestone.isEmpty())
            data.insert(QStringLiteral("milestone"), detail.facts.milestone);
        QJsonObject headers;
        for (const auto& [key, value] : detail.headers)
            headers.insert(key, value);
        if (!headers.isEmpty())
            data.insert(QStringLiteral("headers"), headers);
    }
    event.data = std::move(data);
    const quint32 key = emit(std::move(event));
    clocksOnEnter(activity);
    if (!activity.boundaries.isEmpty())
        armHost(element, key);
}

void Run::enterScope(int element, int flow, quint32 scope, QJsonObject data) {
    const Element& activity = at(element);
    int inside = element;
    if (activity.kind == Kind::CallActivity) {
        inside = m_definition.process(activity.activity().called);
        int depth = 0;
        for (const Active* outer = find(scope); outer != nullptr; outer = find(outer->scope))
            depth += at(indexOf(*outer)).kind == Kind::CallActivity ? 1 : 0;
        if (inside < 0 || depth >= m_definition.limits().callDepth)
            return stuck(element, flow, scope, 0, "call-depth",
                         QStringLiteral("calls are nested deeper than %1")
                             .arg(m_definition.limits().callDepth));
    }
    Event entered = make(EventKind::Entered, element, scope, flow);
    entered.name = activity.activity().facts.milestone;
    entered.data = std::move(data);
    const quint32 key = emit(std::move(entered));
    clocksOnEnter(activity);
    if (!armHost(element, key) || !armScope(inside, key))
        return;
    if (activity.kind == Kind::AdHocSubProcess)
        return enterAdHoc(element, key);
    const Element& within = at(inside);
    if (within.start >= 0) {
        m_tokens.push_back({Token::Arrive, within.start, -1, key});
    } else {
        for (const int head : within.heads)
            m_tokens.push_back({Token::Arrive, head, -1, key});
    }
    ends(key); // an empty scope is over at once
}

void Run::enterAdHoc(int element, quint32 key) {
    const ActivityDetail& detail = at(element).activity();
    if (!detail.activeElements.isEmpty()) {
        const QJsonArray chosen = evaluate(detail.activeElements, key).value.toArray();
        for (const QJsonValue id : chosen) {
            const int inner = m_definition.indexOf(id.toString());
            if (inner >= 0 && at(inner).scope == element)
                m_tokens.push_back({Token::Arrive, inner, -1, key});
        }
    } else if (!detail.chosenByHand) {
        const QList<int>& heads = at(element).heads;
        for (qsizetype i = 0; i < heads.size() && (i == 0 || !detail.orderedAdHoc); ++i)
            m_tokens.push_back({Token::Arrive, heads.at(i), -1, key});
    }
    ends(key);
}

// The instance is done: outputs go outwards, then the token goes on. `result` is what it brought.
void Run::finish(quint32 key, const QJsonObject& result) {
    const Active gone = *find(key);
    const int element = indexOf(gone);
    const Element& activity = at(element);
    const ActivityDetail& detail = activity.activity();
    QJsonObject mapped = result;
    if (!detail.outputs.isEmpty() && gone.role != Active::Body) {
        mapped = {};
        for (const Mapping& output : detail.outputs) {
            const Formula::Outcome value = evaluate(output.source, key, result);
            if (value.value.isNull() && !value.whyNull.isEmpty())
                return stuck(element, -1, gone.scope, key, "output-null",
                             QStringLiteral("output %1 = “%2” gives null: %3")
                                 .arg(output.target, output.source.source(), value.whyNull));
            mapped.insert(output.target, value.value);
        }
    }
    QJsonObject inner;
    if (gone.role == Active::Inner && !detail.repetition.outputElement.isEmpty())
        inner.insert(QStringLiteral("value"),
                     evaluate(detail.repetition.outputElement, key, mapped).value);
    Event left = make(EventKind::Left, element, 0);
    left.key = key;
    left.reason = QStringLiteral("done");
    if (!compensableMark(element, key).isEmpty() && gone.role != Active::Inner)
        left.data.insert(QStringLiteral("compensable"), true);
    emit(std::move(left));
    set(gone.scope, mapped);
    clocksOnLeave(activity);
    if (gone.role == Active::Inner)
        return innerDone(gone.scope, gone.loop, inner);
    afterLeaving(element, gone);
}

void Run::afterLeaving(int element, const Active& gone) {
    if (gone.role == Active::Handler)
        return handlerDone(gone.cause);
    leave(element, gone.scope);
}

} // namespace tongban::workflow
