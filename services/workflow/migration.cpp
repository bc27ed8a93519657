// The preconditions of migration, checked on paper and on cases.
#include "services/workflow/migration.h"

#include "services/core/json_reader.h"
#include "services/workflow/engine.h"

#include <algorithm>

namespace tongban::workflow {

namespace {

QString mapped(const MigrationPlan& plan, const QString& id) {
    return plan.elements.value(id, id);
}

QStringList mappedIds(const Definition& definition, const QList<int>& nodes,
                      const MigrationPlan& plan) {
    QStringList ids;
    for (const int node : nodes)
        ids.append(mapped(plan, definition.element(node).id));
    ids.sort();
    return ids;
}

// Why a node cannot become another; empty when it can.
QString differs(const Definition& from, const Definition& to, const MigrationPlan& plan,
                int oldNode) {
    const Element& old = from.element(oldNode);
    const int newNode = to.indexOf(mapped(plan, old.id));
    if (newNode < 0)
        return QStringLiteral("%1 has no counterpart").arg(old.id);
    const Element& fresh = to.element(newNode);
    if (fresh.kind != old.kind)
        return QStringLiteral("%1 is a %2, %3 is a %4")
            .arg(old.id, nameOf(old.kind), fresh.id, nameOf(fresh.kind));
    const QString oldScope = old.scope < 0 ? QString() : mapped(plan, from.element(old.scope).id);
    const QString newScope = fresh.scope < 0 ? QString() : to.element(fresh.scope).id;
    if (oldScope != newScope)
        return QStringLiteral("%1 would move into another part").arg(old.id);
    if (old.activity().repetition.mode != fresh.activity().repetition.mode)
        return QStringLiteral("%1 is repeated in another way").arg(old.id);
    // A new event around it would stay silent, a lost one would leave its timer behind.
    if (mappedIds(from, old.boundaries, plan) != mappedIds(to, fresh.boundaries, {}))
        return QStringLiteral("%1 has other boundary events").arg(old.id);
    if (mappedIds(from, old.eventSubProcesses, plan) != mappedIds(to, fresh.eventSubProcesses, {}))
        return QStringLiteral("%1 has other event sub-processes").arg(old.id);
    return {};
}

// What is waited for by name stays armed as it is, so it must be called the same.
QString waitsOtherwise(const Definition& to, const MigrationPlan& plan, const Wait& wait) {
    const int node = to.indexOf(mapped(plan, wait.element));
    if (node < 0 || wait.as == QLatin1String("condition"))
        return {};
    const Element& fresh = to.element(node);
    const auto same = [&wait](const TriggerRule& rule) {
        return nameOf(rule.trigger) == wait.as && rule.name == wait.name;
    };
    if (std::any_of(fresh.triggers.begin(), fresh.triggers.end(), same) ||
        same(fresh.activity().message))
        return {};
    return QStringLiteral("%1 no longer waits for “%2”").arg(fresh.id, wait.name);
}

Result<bool> readChoice(JsonReader& reader, const QString& key) {
    const QString text = reader.text(key, QStringLiteral("keep"));
    if (text != QLatin1String("keep") && text != QLatin1String("recompute"))
        return fail(FaultKind::Invalid,
                    QStringLiteral("$.%1: expected keep or recompute, not “%2”").arg(key, text));
    return text == QLatin1String("recompute");
}

QMap<QString, QString> readTexts(JsonReader& reader, const QString& key) {
    QMap<QString, QString> texts;
    const QJsonObject object = reader.object(key);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isString())
            reader.refuse(key, QStringLiteral("“%1” has no text").arg(it.key()));
        texts.insert(it.key(), it->toString());
    }
    return texts;
}

} // namespace

Result<MigrationPlan> readPlan(const QJsonObject& object) {
    JsonReader reader(object);
    MigrationPlan plan;
    plan.from = reader.text(QStringLiteral("from"));
    plan.to = reader.text(QStringLiteral("to"));
    plan.elements = readTexts(reader, QStringLiteral("elements"));
    plan.data = readTexts(reader, QStringLiteral("data"));
    for (QString& source : plan.data) {
        if (source.startsWith(QLatin1Char('=')))
            source.remove(0, 1);
    }
    TRY_ASSIGN(plan.recomputeTimers, readChoice(reader, QStringLiteral("timers")));
    TRY_ASSIGN(plan.recomputeLimits, readChoice(reader, QStringLiteral("limits")));
    TRY(reader.check());
    return plan;
}

Defects checkPlan(const Definition& from, const Definition& to, const MigrationPlan& plan) {
    Defects defects;
    const auto add = [&defects](const QString& element, const char* code, const QString& message) {
        defects.append({Level::Refused, element, QString::fromLatin1(code), message, {}});
    };
    if (!plan.from.isEmpty() && plan.from != from.digest())
        add({}, "plan-from",
            QStringLiteral("the plan is for package %1, not %2").arg(plan.from, from.digest()));
    if (!plan.to.isEmpty() && plan.to != to.digest())
        add({}, "plan-to",
            QStringLiteral("the plan leads to package %1, not %2").arg(plan.to, to.digest()));
    QStringList targets;
    for (auto it = plan.elements.begin(); it != plan.elements.end(); ++it) {
        const int node = from.indexOf(it.key());
        if (node < 0 && from.flowIndexOf(it.key()) < 0)
            add(it.key(), "plan-unknown", QStringLiteral("is not in the old process"));
        else if (node >= 0) {
            if (const QString why = differs(from, to, plan, node); !why.isEmpty())
                add(it.key(), "plan-element", why);
        } else if (to.flowIndexOf(it.value()) < 0)
            add(it.key(), "plan-element",
                QStringLiteral("flow “%1” is not in the new process").arg(it.value()));
        if (targets.contains(it.value()))
            add(it.key(), "plan-twice", QStringLiteral("two elements become “%1”").arg(it.value()));
        targets.append(it.value());
    }
    for (auto it = plan.data.begin(); it != plan.data.end(); ++it) {
        if (const auto formula = Formula::compile(it.value()); !formula.has_value())
            add({}, "plan-data", QStringLiteral("%1: %2").arg(it.key(), formula.error().detail));
    }
    return defects;
}

QStringList refusals(const Definition& from, const Definition& to, const MigrationPlan& plan,
                     const Instance& instance) {
    QStringList why;
    if (instance.life != Life::Open && instance.life != Life::Suspended)
        return {QStringLiteral("the case is closed")};
    if (instance.package != from.digest())
        return {QStringLiteral("the case belongs to another package")};
    if (!instance.incidents.isEmpty())
        why.append(
            QStringLiteral("an incident is open at %1").arg(instance.incidents.first().element));
    const auto examine = [&](const QString& id) {
        const int node = from.indexOf(id);
        const QString reason =
            node < 0 ? QStringLiteral("%1 is unknown").arg(id) : differs(from, to, plan, node);
        if (!reason.isEmpty() && !why.contains(reason))
            why.append(reason);
    };
    for (const Active& one : instance.active)
        examine(one.element);
    for (const Timer& one : instance.timers)
        examine(one.element);
    for (const Wait& one : instance.waits) {
        examine(one.element);
        if (const QString reason = waitsOtherwise(to, plan, one); !reason.isEmpty())
            why.append(reason);
    }
    for (const Arrival& one : instance.arrivals) {
        examine(one.element);
        if (!one.flow.isEmpty() && to.flowIndexOf(mapped(plan, one.flow)) < 0)
            why.append(QStringLiteral("a token waits on %1, which is gone").arg(one.flow));
    }
    return why;
}

QList<Move> dryRun(const Definition& from, const Definition& to, const MigrationPlan& plan,
                   const QList<std::pair<QString, Instance>>& cases, const Occasion& occasion) {
    QList<Move> moves;
    const Migrate command = commandOf(plan, to);
    for (const auto& [name, instance] : cases) {
        Move move{name, {}, refusals(from, to, plan, instance), 0};
        if (move.refused.isEmpty()) {
            const auto events = decide(to, instance, command, occasion);
            if (!events.has_value())
                move.refused.append(events.error().detail);
            else
                move.events = *events;
        }
        for (const Event& event : std::as_const(move.events)) {
            if (event.kind == EventKind::Stuck)
                move.refused.append(
                    QStringLiteral("%1 would be stuck: %2").arg(event.element, event.reason));
            move.redated +=
                event.kind == EventKind::Armed || event.kind == EventKind::DeadlineSet ? 1 : 0;
        }
        if (!move.refused.isEmpty())
            move.events.clear();
        moves.append(std::move(move));
    }
    return moves;
}

Migrate commandOf(const MigrationPlan& plan, const Definition& to) {
    return {to.digest(), plan.elements, plan.data, plan.recomputeTimers, plan.recomputeLimits};
}

} // namespace tongban::workflow
