// Claiming with SKIP LOCKED on PostgreSQL and the single writer on SQLite: the same statement.
#include "services/central/tasks.h"

#include "services/central/feed.h"

namespace tongban::central {

namespace {

const QString columns =
    QStringLiteral("t.id, t.application, t.step, t.element, t.name, t.pool, t.region, "
                   "t.department, t.due_at, t.state, t.owner, t.lease_until, t.lease_no, "
                   "h.number, h.title, h.applicant, h.phase, a.received_at, h.data_class FROM task "
                   "t JOIN case_head h ON h.application = t.application "
                   "JOIN application a ON a.id = t.application");

TaskRow taskFrom(const SqlRow& row) {
    return {row.text(0),
            row.text(1),
            row.integer(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            fromMs(row.integer(8)),
            row.text(9),
            row.text(10),
            fromMs(row.integer(11)),
            row.integer(12),
            row.text(13),
            row.text(14),
            row.text(15),
            row.text(16),
            fromMs(row.integer(17)),
            static_cast<DataClass>(row.integer(18))};
}

// Region and department of the subject as conditions; the policy has the last word on each row.
QString scope(const Subject& subject, SqlValues& values) {
    values.append(subject.region + QLatin1Char('%'));
    if (subject.department.isEmpty())
        return QStringLiteral(" AND region LIKE ?");
    values.append(subject.department);
    return QStringLiteral(" AND region LIKE ? AND department = ?");
}

} // namespace

Result<QList<TaskRow>> openTasks(Sql& sql, const Subject& subject, const QString& pool, Instant now,
                                 qint64 limit) {
    SqlValues values{pool};
    QString within = scope(subject, values);
    within.replace(QStringLiteral(" region"), QStringLiteral(" t.region"))
        .replace(QStringLiteral(" department"), QStringLiteral(" t.department"));
    values.append(limit);
    Q_UNUSED(now)
    return sql.list(QStringLiteral("SELECT %1 WHERE t.pool = ? AND t.state IN ('ready', 'leased', "
                                   "'waiting')%2 ORDER BY t.prio, t.due_at, t.id LIMIT ?")
                        .arg(columns, within),
                    values, taskFrom);
}

Result<std::optional<TaskRow>> taskById(Sql& sql, const QString& id) {
    return sql.first(QStringLiteral("SELECT %1 WHERE t.id = ?").arg(columns), {id}, taskFrom);
}

Result<std::optional<TaskRow>> claimTask(Sql& sql, const ClaimWish& wish, Instant now) {
    SqlValues values{wish.pool};
    QString within = scope(wish.subject, values);
    if (!wish.task.isEmpty()) {
        within += QStringLiteral(" AND id = ?");
        values.append(wish.task);
    }
    values.append(toMs(now));
    values.append(wish.subject.id);
    TRY_ASSIGN(
        const auto id,
        sql.first(
            QStringLiteral("SELECT id FROM task WHERE pool = ?%1 AND (state = 'ready' OR (state = "
                           "'leased' AND "
                           "(lease_until <= ? OR owner = ?))) ORDER BY prio, due_at, id LIMIT 1%2")
                .arg(within, sql.skipLocked()),
            values, [](const SqlRow& row) { return row.text(0); }));
    if (!id)
        return std::optional<TaskRow>();
    TRY(sql.run(QStringLiteral("UPDATE task SET state = 'leased', owner = ?, lease_no = lease_no + "
                               "1, lease_until = ? WHERE id = ?"),
                {wish.subject.id, toMs(now + leaseTime), *id}));
    return taskById(sql, *id);
}

Result<bool> releaseTask(Sql& sql, const QString& id, const QString& owner, qint64 leaseNo) {
    TRY_ASSIGN(
        const qint64 changed,
        sql.run(QStringLiteral("UPDATE task SET state = 'ready', owner = '', lease_until = 0 "
                               "WHERE id = ? AND owner = ? AND lease_no = ? AND state = 'leased'"),
                {id, owner, leaseNo}));
    return changed == 1;
}

Result<void> checkLease(const TaskRow& task, const QString& owner, qint64 leaseNo) {
    if (task.state != QLatin1String("leased") || task.owner != owner || task.leaseNo != leaseNo)
        return fail(FaultKind::Conflict, QStringLiteral("lease %1 is not in force").arg(leaseNo));
    return {};
}

} // namespace tongban::central
