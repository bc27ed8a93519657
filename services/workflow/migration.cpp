// The preconditions of migration, checked on paper and on cases.
#include "services/workflow/migration.h"

#include "services/core/json_reader.h"

namespace tongban::workflow {

namespace {

QString mapped(const MigrationPlan& plan, const QString& id) {
    return plan.elements.value(id, id);
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
    // A new boundary event would stay silent, a lost one would leave its timer behind.
    QStringList around;
    for (const int boundary : old.boundaries)
        around.append(mapped(plan, from.element(boundary).id));
    QStringList wanted;
    for (const int boundary : fresh.boundaries)
        wanted.append(to.element(boundary).id);
    around.sort();
    wanted.sort();
    if (around != wanted)
        return QStringLiteral("%1 has other boundary events").arg(old.id);
    return {};
}

} // namespace

Result<MigrationPlan> readPlan(const QJsonObject& object) {
    JsonReader reader(object);
    MigrationPlan plan;
    plan.from = reader.text(QStringLiteral("from"));
    plan.to = reader.text(QStringLiteral("to"));
    const QJsonObject elements = reader.object(QStringLiteral("elements"));
    for (auto it = elements.begin(); it != elements.end(); ++it) {
        if (!it->isString())
            reader.refuse(QStringLiteral("elements"),
                          QStringLiteral("“%1” leads to no id").arg(it.key()));
        plan.elements.insert(it.key(), it->toString());
    }
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
    for (const Wait& one : instance.waits)
        examine(one.element);
    for (const Arrival& one : instance.arrivals) {
        examine(one.element);
        if (!one.flow.isEmpty() && to.flowIndexOf(mapped(plan, one.flow)) < 0)
            why.append(QStringLiteral("a token waits on %1, which is gone").arg(one.flow));
    }
    return why;
}

MigrationReport dryRun(const Definition& from, const Definition& to, const MigrationPlan& plan,
                       const QList<std::pair<QString, Instance>>& cases) {
    MigrationReport report;
    for (const auto& [name, instance] : cases) {
        const QStringList why = refusals(from, to, plan, instance);
        if (why.isEmpty())
            ++report.moves;
        else
            report.refused.append({name, why.join(QStringLiteral("; "))});
    }
    return report;
}

Migrate commandOf(const MigrationPlan& plan, const Definition& to) {
    return {to.digest(), plan.elements};
}

} // namespace tongban::workflow
