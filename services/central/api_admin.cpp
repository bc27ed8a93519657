// Routes of the three administrators, who see no case: devices, accounts, the audit log.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/central/staff_accounts.h"
#include "services/core/json_reader.h"
#include "services/crypto/base32.h"
#include "services/crypto/password.h"
#include "services/crypto/random.h"
#include "services/crypto/totp.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

Result<void> allow(const Subject& subject, Operation operation, Instant now) {
    Matter matter;
    matter.region = subject.region;
    matter.dataClass = DataClass::Internal;
    if (const Ruling ruling = rule(subject, operation, matter, now); !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    return {};
}

Result<Response> listDevices(Sql& sql, const Centre& centre, const Request&,
                             const Subject& subject) {
    TRY(allow(subject, Operation::ManageDevices, centre.now()));
    TRY_ASSIGN(const QList<Device> all, devices(sql));
    QJsonArray list;
    for (const Device& device : all) {
        list.append(QJsonObject{{QStringLiteral("id"), device.id},
                                {QStringLiteral("name"), device.name},
                                {QStringLiteral("kind"), device.kind},
                                {QStringLiteral("district"), device.district},
                                {QStringLiteral("status"), device.status}});
    }
    return Response::json(200, {{QStringLiteral("devices"), list}});
}

Result<Response> addDevice(Sql& sql, const Centre& centre, const Request& request,
                           const Subject& subject) {
    TRY(allow(subject, Operation::ManageDevices, centre.now()));
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    JsonReader reader(body);
    DevicePlan plan;
    plan.name = reader.requiredText(QStringLiteral("name")).left(40);
    plan.kind = reader.text(QStringLiteral("kind"), QStringLiteral("kiosk"));
    plan.district = reader.text(QStringLiteral("district"), subject.region);
    if (plan.kind != QLatin1String("kiosk") && plan.kind != QLatin1String("counter"))
        reader.refuse(QStringLiteral("kind"), QStringLiteral("kiosk or counter"));
    if (!plan.district.startsWith(subject.region) || plan.district.size() != 6)
        reader.refuse(QStringLiteral("district"), QStringLiteral("outside your region"));
    TRY(reader.check());
    TRY_ASSIGN(const EnrolmentCode code, planDevice(sql, plan, centre.now()));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("device.plan"),
                   code.device,
                   QStringLiteral("done"),
                   {}}));
    return Response::json(
        201, {{QStringLiteral("device"), code.device}, {QStringLiteral("code"), code.code}});
}

Result<Response> revoke(Sql& sql, const Centre& centre, const Request& request,
                        const Subject& subject) {
    TRY(allow(subject, Operation::ManageDevices, centre.now()));
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    const bool stolen = body.value(QStringLiteral("stolen")).toBool();
    const QString device = request.parameters.value(QStringLiteral("id"));
    TRY(revokeDevice(sql, device, stolen ? QStringLiteral("stolen") : QStringLiteral("revoked"),
                     centre.now()));
    if (stolen)
        TRY(appendEvent(sql, device,
                        {0,
                         {},
                         QStringLiteral("command"),
                         {{QStringLiteral("command"), QStringLiteral("wipe")}},
                         centre.now()}));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("device.revoke"),
                   device,
                   QStringLiteral("done"),
                   {}}));
    return Response::empty(204);
}

Result<std::shared_ptr<StaffPlan>> staffPlanIn(const Request& request) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    JsonReader reader(body);
    auto plan = std::make_shared<StaffPlan>();
    plan->id = reader.requiredText(QStringLiteral("staff")).left(32);
    plan->person = reader.text(QStringLiteral("person"), plan->id).left(32);
    plan->name = reader.requiredText(QStringLiteral("name")).left(40);
    plan->region = reader.requiredText(QStringLiteral("region")).left(6);
    plan->department = reader.text(QStringLiteral("department")).left(80);
    plan->pools = reader.texts(QStringLiteral("pools"));
    if (!roleFrom(reader.requiredText(QStringLiteral("role")), plan->role))
        reader.refuse(QStringLiteral("role"), QStringLiteral("unknown"));
    TRY(reader.check());
    plan->password = newPassword();
    plan->totpSecret = crypto::randomBytes(20);
    return plan;
}

// On a worker, because the password's hash takes CPU; password and second factor are shown once.
void hireStaff(Centre& centre, const std::shared_ptr<const Request>& request, const QString& by,
               const Responder& responder) {
    const auto plan = staffPlanIn(*request);
    if (!plan.has_value())
        return responder.answer(refusal(plan.error(), *request));
    const auto hash = crypto::hashPassword((*plan)->password);
    if (!hash.has_value())
        return responder.answer(refusal(hash.error(), *request));
    centre.store().run<Response>(
        [&centre, plan = *plan, request, by, hash = *hash](Sql& sql) -> Result<Response> {
            TRY(createStaff(sql, *plan, hash, centre.vault()));
            TRY(note(sql, {centre.now(),
                           by,
                           peerOf(centre, *request),
                           QStringLiteral("staff.create"),
                           plan->id,
                           QStringLiteral("done"),
                           {}}));
            return Response::json(201, {{QStringLiteral("staff"), plan->id},
                                        {QStringLiteral("password"), plan->password},
                                        {QStringLiteral("totp_secret"),
                                         QString::fromLatin1(crypto::toBase32(plan->totpSecret))}});
        },
        [request, responder](Result<Response> outcome) {
            responder.answer(outcome.has_value() ? std::move(*outcome)
                                                 : refusal(outcome.error(), *request));
        });
}

void addStaff(Centre& centre, const Request& request, const Responder& responder) {
    const auto kept = std::make_shared<const Request>(request);
    centre.store().run<Subject>(
        [&centre, kept](Sql& sql) -> Result<Subject> {
            TRY_ASSIGN(const Subject subject, askingStaff(sql, centre, *kept));
            TRY(allow(subject, Operation::ManageStaff, centre.now()));
            return subject;
        },
        [&centre, kept, responder](const Result<Subject>& subject) {
            if (!subject.has_value())
                return responder.answer(refusal(subject.error(), *kept));
            centre.workers().start([&centre, kept, responder, by = subject->id] {
                hireStaff(centre, kept, by, responder);
            });
        });
}

Result<Response> readAudit(Sql& sql, const Centre& centre, const Request& request,
                           const Subject& subject) {
    TRY(allow(subject, Operation::ReadAudit, centre.now()));
    TRY_ASSIGN(const qint64 after,
               request.target.queryNumber(QStringLiteral("after"), 0, 0,
                                          std::numeric_limits<qint64>::max() / 1000));
    TRY_ASSIGN(const qint64 limit,
               request.target.queryNumber(QStringLiteral("limit"), 200, 1, 1000));
    QJsonArray rows;
    TRY(sql.each(
        QStringLiteral("SELECT n, entry, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?"),
        {after, limit}, [&](const SqlRow& row) {
            rows.append(QJsonObject{
                {QStringLiteral("n"), row.integer(0)},
                {QStringLiteral("entry"), QJsonDocument::fromJson(row.text(1).toUtf8()).object()},
                {QStringLiteral("hash"), QString::fromLatin1(row.bytes(2).toHex())}});
        }));
    TRY_ASSIGN(const AuditHead head, auditHead(sql));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("audit.read"),
                   QStringLiteral("audit"),
                   QStringLiteral("done"),
                   {}}));
    return Response::json(
        200, {{QStringLiteral("rows"), rows},
              {QStringLiteral("head"),
               QJsonObject{
                   {QStringLiteral("n"), head.n},
                   {QStringLiteral("hash"), QString::fromLatin1(head.hash.toHex())},
                   {QStringLiteral("signature"), QString::fromLatin1(head.signature.toHex())}}}});
}

Result<Response> listAlarms(Sql& sql, const Centre& centre, const Request& request,
                            const Subject& subject) {
    TRY(allow(subject, Operation::ReadAlarms, centre.now()));
    TRY_ASSIGN(const qint64 limit,
               request.target.queryNumber(QStringLiteral("limit"), 200, 1, 1000));
    TRY_ASSIGN(const QList<Alarm> newest, newestAlarms(sql, limit));
    QJsonArray list;
    for (const Alarm& alarm : newest)
        list.append(QJsonObject{{QStringLiteral("id"), alarm.id},
                                {QStringLiteral("at"), toIso(alarm.at)},
                                {QStringLiteral("kind"), alarm.kind},
                                {QStringLiteral("source"), alarm.source},
                                {QStringLiteral("seen_by"), alarm.seenBy}});
    return Response::json(200, {{QStringLiteral("alarms"), list}});
}

Result<Response> alarmSeen(Sql& sql, const Centre& centre, const Request& request,
                           const Subject& subject) {
    TRY(allow(subject, Operation::ReadAlarms, centre.now()));
    const QString id = request.parameters.value(QStringLiteral("id"));
    TRY(seeAlarm(sql, id, subject.id, centre.now()));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("alarm.seen"),
                   id,
                   QStringLiteral("done"),
                   {}}));
    return Response::empty(204);
}

} // namespace

void addAdminRoutes(http::Router& router, Centre& centre) {
    const auto with =
        [&centre](Operation door,
                  Result<Response> (*work)(Sql&, const Centre&, const Request&, const Subject&)) {
            return staffRoute(
                centre, door,
                [&centre, work](Sql& sql, const Request& request, const Subject& subject) {
                    return work(sql, centre, request, subject);
                });
        };
    const QString path = QStringLiteral("/v1/admin/devices");
    router.add(Method::Get, path, with(Operation::ManageDevices, listDevices));
    router.add(Method::Post, path, with(Operation::ManageDevices, addDevice), {4096});
    router.add(
        Method::Post, path + QStringLiteral("/{id}/revoke"),
        [&centre, action = with(Operation::ManageDevices, revoke)](const Request& request,
                                                                   const Responder& responder) {
            action(request,
                   Responder(std::make_shared<http::Owed>([&centre, responder](Response response) {
                       centre.refreshKeys([responder, response = std::move(response)] {
                           responder.answer(response);
                       });
                   })));
        },
        {4096});
    router.add(Method::Post, QStringLiteral("/v1/admin/staff"),
               [&centre](const Request& request, const Responder& responder) {
                   addStaff(centre, request, responder);
               },
               {4096});
    router.add(Method::Get, QStringLiteral("/v1/admin/alarms"),
               with(Operation::ReadAlarms, listAlarms));
    router.add(Method::Post, QStringLiteral("/v1/admin/alarms/{id}/seen"),
               with(Operation::ReadAlarms, alarmSeen), {4096});
    router.add(Method::Get, QStringLiteral("/v1/admin/audit"),
               with(Operation::ReadAudit, readAudit));
}

} // namespace tongban::central
