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
    QMap<QString, QString>
        elements; // old element or flow id → new one; what is not named keeps its id
};

// {"from": …, "to": …, "elements": {"old": "new"}}; empty digests stand for the definitions at
// hand.
Result<MigrationPlan> readPlan(const QJsonObject& object);

// What is wrong with the plan itself: unknown elements, other kinds, other scopes. No case is
// looked at.
Defects checkPlan(const Definition& from, const Definition& to, const MigrationPlan& plan);

// Why this case cannot move: empty when it can. Every active element needs a counterpart of the
// same kind in the same scope with the same events around it; a case with an incident stays; timers
// keep their due time.
QStringList refusals(const Definition& from, const Definition& to, const MigrationPlan& plan,
                     const Instance& instance);

struct MigrationReport {
    int moves = 0;
    QList<std::pair<QString, QString>> refused; // case, reason
};
MigrationReport dryRun(const Definition& from, const Definition& to, const MigrationPlan& plan,
                       const QList<std::pair<QString, Instance>>& cases);

// The command that moves one case.
Migrate commandOf(const MigrationPlan& plan, const Definition& to);

} // namespace tongban::workflow
