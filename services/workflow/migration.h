// Migration: moving running cases to another package by an explicit plan; tried on every case
// before it is applied.
#pragma once

#include "services/workflow/command.h"
#include "services/workflow/definition.h"
#include "services/workflow/instance.h"

namespace tongban::workflow {

struct MigrationPlan {
    QString from; // digests
    QString to;
    QMap<QString, QString> elements; // old element or flow id → new one; the rest keep their ids
    QMap<QString, QString> data;     // variable → FEEL over the variables before the move
    bool recomputeTimers = false;    // else timers keep their due time
    bool recomputeLimits = false;    // else legal and promised limits and those of steps do
};

// {"from": …, "to": …, "elements": {"old": "new"}, "data": {"fee": "= amount * 2"},
// "timers": "keep" | "recompute", "limits": "keep" | "recompute"}; empty digests stand for the
// definitions at hand.
Result<MigrationPlan> readPlan(const QJsonObject& object);

// What is wrong with the plan itself: unknown elements, other kinds, other scopes, data that does
// not parse. No case is looked at.
Defects checkPlan(const Definition& from, const Definition& to, const MigrationPlan& plan);

// Why this case cannot move: empty when it can. Every active element needs a counterpart of the
// same kind in the same scope with the same events around it, waiting for the same; a case with an
// incident stays.
QStringList refusals(const Definition& from, const Definition& to, const MigrationPlan& plan,
                     const Instance& instance);

// What moving one case comes to: the events to append, or why it stays.
struct Move {
    QString name;
    Events events;
    QStringList refused;
    int redated = 0; // timers and limits that get another date
};
// Decides for every case what applying the plan would do; a case whose move would leave an incident
// stays. Nothing is changed.
QList<Move> dryRun(const Definition& from, const Definition& to, const MigrationPlan& plan,
                   const QList<std::pair<QString, Instance>>& cases, const Occasion& occasion);

// The command that moves one case.
Migrate commandOf(const MigrationPlan& plan, const Definition& to);

} // namespace tongban::workflow
