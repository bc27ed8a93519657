// Tasks: steps that wait for staff; taken by lease, finished with the lease's number (fencing,
// sync.md §6.2).
#pragma once

#include "services/central/access_policy.h"
#include "services/central/sql.h"
#include "services/core/clock.h"

#include <QJsonObject>

namespace tongban::central {

inline constexpr std::chrono::minutes leaseTime{10};

struct TaskRow {
    QString id;
    QString application;
    qint64 step = 0;
    QString element;
    QString name;
    QString pool;
    QString region;
    QString department;
    Instant dueAt{};
    QString state; // ready, leased, waiting, done
    QString owner;
    Instant leaseUntil{};
    qint64 leaseNo = 0;
    // From the case's head, for lists.
    QString number;
    QString title;
    QString applicant; // masked
    QString phase;
    Instant receivedAt{};
    DataClass dataClass = DataClass::Personal;
};

// Open tasks of a pool within the subject's scope, most urgent first.
Result<QList<TaskRow>> openTasks(Sql& sql, const Subject& subject, const QString& pool, Instant now,
                                 qint64 limit);
Result<std::optional<TaskRow>> taskById(Sql& sql, const QString& id);

// The most urgent task of the pool, or the named one, leased to `owner`; an expired lease of
// somebody else is taken over with the next number. Nothing when there is none.
struct ClaimWish {
    Subject subject;
    QString pool;
    QString task; // empty: any
};
Result<std::optional<TaskRow>> claimTask(Sql& sql, const ClaimWish& wish, Instant now);
Result<bool> releaseTask(Sql& sql, const QString& id, const QString& owner, qint64 leaseNo);
// Conflict when the lease is not this one any more.
Result<void> checkLease(const TaskRow& task, const QString& owner, qint64 leaseNo);

} // namespace tongban::central
