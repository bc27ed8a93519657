// Routes of the work list: which tasks wait, claim one, give it back, finish it with a decision.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/case_view.h"
#include "services/central/feed.h"
#include "services/central/tasks.h"
#include "services/core/json_reader.h"
#include "services/workflow/questions.h"

#include <QJsonArray>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Response;

namespace {

// Lights of the work list: like workflow::deadlines, for the step's own due day.
QString lightOf(Instant due, Instant now, const workflow::WorkCalendar& calendar, int& daysLeft) {
    const auto day = [](Instant at) {
        return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::OffsetFromUTC, 8 * 3600).date();
    };
    const QDate today = day(now);
    const QDate last = day(due);
    daysLeft = last >= today ? calendar.workingDaysBetween(today, last)
                             : -calendar.workingDaysBetween(last, today);
    return daysLeft <= 1   ? QStringLiteral("red")
           : daysLeft <= 2 ? QStringLiteral("amber")
                           : QStringLiteral("green");
}

QJsonObject taskJson(const TaskRow& task, const Centre& centre) {
    int daysLeft = 0;
    const QString light = lightOf(task.dueAt, centre.now(), centre.calendar(), daysLeft);
    const bool leased = task.state == QLatin1String("leased") && task.leaseUntil > centre.now();
    return {
        {QStringLiteral("id"), task.id},
        {QStringLiteral("case"), task.application},
        {QStringLiteral("number"), task.number},
        {QStringLiteral("title"), task.title},
        {QStringLiteral("step"), task.name},
        {QStringLiteral("element"), task.element},
        {QStringLiteral("pool"), task.pool},
        {QStringLiteral("applicant"), task.applicant},
        {QStringLiteral("phase"), task.phase},
        {QStringLiteral("received_at"), toIso(task.receivedAt)},
        {QStringLiteral("due"), toIso(task.dueAt)},
        {QStringLiteral("days_left"), daysLeft},
        {QStringLiteral("light"), light},
        {QStringLiteral("state"),
         leased || task.state != QLatin1String("leased") ? task.state : QStringLiteral("ready")},
        {QStringLiteral("owner"), leased ? task.owner : QString()},
        {QStringLiteral("lease_until"), leased ? QJsonValue(toIso(task.leaseUntil)) : QJsonValue()},
        {QStringLiteral("lease_no"), task.leaseNo}};
}

Matter matterOfTask(const TaskRow& task) {
    Matter matter;
    matter.region = task.region;
    matter.department = task.department;
    matter.pool = task.pool;
    matter.dataClass = task.dataClass;
    return matter;
}

Result<Response> listTasks(Sql& sql, const Centre& centre, const Request& request,
                           const Subject& subject) {
    const QString pool = request.target.queryText(QStringLiteral("pool"), subject.pools.value(0));
    TRY_ASSIGN(const qint64 limit,
               request.target.queryNumber(QStringLiteral("limit"), 100, 1, 500));
    if (!subject.pools.contains(pool) && subject.role != Role::Supervisor)
        return fail(FaultKind::Denied, QStringLiteral("pool"));
    TRY_ASSIGN(const auto tasks, openTasks(sql, subject, pool, centre.now(), limit));
    QJsonArray list;
    for (const TaskRow& task : tasks) {
        if (rule(subject, Operation::ListTasks, matterOfTask(task), centre.now()).allowed)
            list.append(taskJson(task, centre));
    }
    return Response::json(200, {{QStringLiteral("pool"), pool}, {QStringLiteral("tasks"), list}});
}

Result<Response> claim(Sql& sql, const Centre& centre, const Request& request,
                       const Subject& subject) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    JsonReader reader(body);
    ClaimWish wish{subject, reader.text(QStringLiteral("pool"), subject.pools.value(0)),
                   reader.text(QStringLiteral("task"))};
    TRY(reader.check());
    if (!wish.task.isEmpty()) {
        TRY_ASSIGN(const auto named, taskById(sql, wish.task));
        if (!named)
            return fail(FaultKind::NotFound, QStringLiteral("task: none"));
        wish.pool = named->pool;
    }
    if (!subject.pools.contains(wish.pool))
        return fail(FaultKind::Denied, QStringLiteral("pool"));
    TRY_ASSIGN(const auto task, claimTask(sql, wish, centre.now()));
    if (!task)
        return wish.task.isEmpty() ? Response::empty(204)
                                   : Response::problem(409, QStringLiteral("taken"));
    if (const Ruling ruling = rule(subject, Operation::Claim, matterOfTask(*task), centre.now());
        !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("task.claim"),
                   task->id,
                   QStringLiteral("done"),
                   {}}));
    return Response::json(200, taskJson(*task, centre));
}

Result<Response> release(Sql& sql, const Centre& centre, const Request& request,
                         const Subject& subject) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    JsonReader reader(body);
    const int leaseNo = reader.requiredNumber(QStringLiteral("lease_no"));
    TRY(reader.check());
    const QString id = request.parameters.value(QStringLiteral("id"));
    TRY_ASSIGN(const bool released, releaseTask(sql, id, subject.id, leaseNo));
    if (!released)
        return Response::problem(409, QStringLiteral("stale_lease"));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("task.release"),
                   id,
                   QStringLiteral("done"),
                   {}}));
    return Response::empty(204);
}

} // namespace

void addTaskRoutes(http::Router& router, Centre& centre) {
    router.add(Method::Get, QStringLiteral("/v1/tasks"),
               staffRoute(centre, Operation::ListTasks,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return listTasks(sql, centre, request, subject);
                          }));
    router.add(Method::Post, QStringLiteral("/v1/tasks/claim"),
               staffRoute(centre, Operation::Claim,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return claim(sql, centre, request, subject);
                          }),
               {4096});
    router.add(Method::Post, QStringLiteral("/v1/tasks/{id}/release"),
               staffRoute(centre, Operation::Claim,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return release(sql, centre, request, subject);
                          }),
               {4096});
}

} // namespace tongban::central
