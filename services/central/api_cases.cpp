// Routes of one case: look (which is recorded), open a material, decide, break the glass.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/case_view.h"
#include "services/central/decisions.h"
#include "services/central/feed.h"
#include "services/core/ids.h"
#include "services/core/json_reader.h"
#include "services/workflow/drawing.h"

#include <QJsonArray>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

constexpr std::chrono::minutes glassTime{30};

QString caseIn(const Request& request) {
    return request.parameters.value(QStringLiteral("id"));
}

// Full when the policy allows, else masked when it allows that, else a fault.
Result<Ruling> viewRuling(const Subject& subject, const Matter& matter, Instant now) {
    const Ruling full = rule(subject, Operation::View, matter, now);
    if (full.allowed)
        return full;
    const Ruling masked = rule(subject, Operation::ViewMasked, matter, now);
    if (!masked.allowed)
        return fail(FaultKind::Denied, masked.why);
    return masked;
}

QJsonArray materialsJson(const QList<MaterialRow>& materials) {
    QJsonArray list;
    for (const MaterialRow& one : materials) {
        list.append(QJsonObject{{QStringLiteral("n"), one.n},
                                {QStringLiteral("kind"), one.kind},
                                {QStringLiteral("name"), one.name},
                                {QStringLiteral("mime"), one.mime},
                                {QStringLiteral("size"), one.size}});
    }
    return list;
}

QJsonArray viewsJson(const QList<ViewRecord>& views) {
    QJsonArray list;
    for (const ViewRecord& one : views) {
        list.append(QJsonObject{{QStringLiteral("at"), toIso(one.at)},
                                {QStringLiteral("unit"), one.unit},
                                {QStringLiteral("role"), one.role},
                                {QStringLiteral("staff"), one.staff},
                                {QStringLiteral("what"), one.what},
                                {QStringLiteral("purpose"), one.purpose}});
    }
    return list;
}

Result<Response> showCase(Sql& sql, const Centre& centre, const Request& request,
                          const Subject& subject) {
    TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, caseIn(request)));
    TRY_ASSIGN(const Matter matter, matterOf(sql, file, subject));
    TRY_ASSIGN(const Ruling ruling, viewRuling(subject, matter, centre.now()));
    const QString purpose =
        request.target.queryText(QStringLiteral("purpose"), QStringLiteral("审查")).left(60);
    TRY(recordView(sql, file, {subject, peerOf(centre, request), QStringLiteral("case"), purpose},
                   centre.now()));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("case.view"),
                   file.head().application,
                   ruling.masked ? QStringLiteral("masked") : QStringLiteral("done"),
                   {}}));
    TRY_ASSIGN(const auto materials, materialsOf(sql, centre, file.head().application));
    TRY_ASSIGN(const auto views, viewsOf(sql, file.head().application));
    QJsonObject json = caseJson(file, centre, ruling);
    json.insert(QStringLiteral("materials"), materialsJson(materials));
    json.insert(QStringLiteral("views"), viewsJson(views));
    const auto drawing = workflow::draw(file.item().definition, &file.instance());
    json.insert(QStringLiteral("drawing"), QString::fromUtf8(workflow::toSvg(drawing)));
    return Response::json(200, json);
}

// ---- Materials: the policy on the store's thread, the bytes on a worker's.

Result<MaterialRow> materialFor(Sql& sql, const Centre& centre, const Request& request) {
    TRY_ASSIGN(const Subject subject, askingStaff(sql, centre, request));
    if (!mayEver(subject.role, Operation::ViewMaterial))
        return fail(FaultKind::Denied, QStringLiteral("role"));
    TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, caseIn(request)));
    TRY_ASSIGN(const Matter matter, matterOf(sql, file, subject));
    if (const Ruling ruling = rule(subject, Operation::ViewMaterial, matter, centre.now());
        !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    TRY_ASSIGN(const auto materials, materialsOf(sql, centre, file.head().application));
    const QString n = request.parameters.value(QStringLiteral("n"));
    for (const MaterialRow& material : materials) {
        if (QString::number(material.n) != n)
            continue;
        const QString what = QStringLiteral("material %1").arg(material.n);
        TRY(recordView(sql, file, {subject, peerOf(centre, request), what, QStringLiteral("审查")},
                       centre.now()));
        TRY(note(sql, {centre.now(),
                       subject.id,
                       peerOf(centre, request),
                       QStringLiteral("material.view"),
                       file.head().application + QLatin1Char('/') + n,
                       QStringLiteral("done"),
                       {}}));
        return material;
    }
    return fail(FaultKind::NotFound, QStringLiteral("material: none"));
}

void answerMaterial(const Centre& centre, const MaterialRow& material, const Request& request,
                    const Responder& responder) {
    const auto opened = openMaterial(centre, material);
    if (!opened.has_value())
        return responder.answer(refusal(opened.error(), request));
    // Only kinds that a viewer draws and never runs.
    static const QStringList harmless{QStringLiteral("image/jpeg"), QStringLiteral("image/png"),
                                      QStringLiteral("application/pdf")};
    const QByteArray mime = harmless.contains(material.mime)
                                ? material.mime.toLatin1()
                                : QByteArray("application/octet-stream");
    Response response = Response::of(200, mime, opened->view().toByteArray());
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    response.headers.set("Content-Disposition", "inline");
    responder.answer(std::move(response));
}

void showMaterial(Centre& centre, const Request& request, const Responder& responder) {
    const auto kept = std::make_shared<const Request>(request);
    centre.store().run<MaterialRow>(
        [&centre, kept](Sql& sql) { return materialFor(sql, centre, *kept); },
        [&centre, kept, responder](const Result<MaterialRow>& material) {
            if (!material.has_value())
                return responder.answer(refusal(material.error(), *kept));
            centre.workers().start([&centre, kept, responder, material = *material] {
                answerMaterial(centre, material, *kept, responder);
            });
        });
}

// ---- Decisions

Result<Response> complete(Sql& sql, const Centre& centre, const Request& request,
                          const Subject& subject) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    TRY_ASSIGN(const Verdict verdict, readVerdict(body));
    TRY_ASSIGN(const auto task, taskById(sql, caseIn(request)));
    if (!task)
        return fail(FaultKind::NotFound, QStringLiteral("task: none"));
    const auto answer = [](const CaseHead& head) {
        return Response::json(200, {{QStringLiteral("case"), head.application},
                                    {QStringLiteral("phase"), head.phase},
                                    {QStringLiteral("milestone"), head.milestone},
                                    {QStringLiteral("decision"), head.decision}});
    };
    // The same decision again, because its answer was lost.
    if (task->state == QLatin1String("done") && task->owner == subject.id &&
        task->leaseNo == verdict.leaseNo) {
        TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, task->application));
        return answer(file.head());
    }
    TRY_ASSIGN(const CaseFile file, decideTask(sql, centre, subject, *task, verdict));
    TRY(note(sql, {centre.now(),
                   subject.id,
                   peerOf(centre, request),
                   QStringLiteral("task.") + verdict.decision,
                   task->application,
                   QStringLiteral("done"),
                   {}}));
    return answer(file.head());
}

Result<Response> breakGlass(Sql& sql, Centre& centre, const Request& request,
                            const Subject& subject) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request));
    JsonReader reader(body);
    const QString reason = reader.requiredText(QStringLiteral("reason")).trimmed();
    if (reason.size() < 6 || reason.size() > 300)
        reader.refuse(QStringLiteral("reason"), QStringLiteral("6 to 300 characters"));
    TRY(reader.check());
    TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, caseIn(request)));
    Matter matter; // one's own region does not matter here, the role does
    matter.region = subject.region;
    if (const Ruling ruling = rule(subject, Operation::BreakGlass, matter, centre.now());
        !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    const Instant until = centre.now() + glassTime;
    TRY(sql.run(QStringLiteral("INSERT INTO exception_grant (id, staff, application, reason, "
                               "granted_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"),
                {newUuid7(centre.now()), subject.id, file.head().application, reason,
                 toMs(centre.now()), toMs(until)}));
    TRY(raiseAlarm(sql, {QStringLiteral("break-glass"), subject.id}, centre.now()));
    // The word "alarm" brings it before the audit administrator.
    TRY(note(sql, {centre.now(), subject.id, peerOf(centre, request), QStringLiteral("break-glass"),
                   file.head().application, QStringLiteral("alarm"),
                   centre.vault().keyedDigest(reason.toUtf8(), "break-glass")}));
    return Response::json(201, {{QStringLiteral("expires"), toIso(until)}});
}

} // namespace

void addCaseRoutes(http::Router& router, Centre& centre) {
    const QString path = QStringLiteral("/v1/cases/{id}");
    router.add(Method::Get, path,
               staffRoute(centre, Operation::ViewMasked,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return showCase(sql, centre, request, subject);
                          }));
    router.add(Method::Get, path + QStringLiteral("/materials/{n}"),
               [&centre](const Request& request, const Responder& responder) {
                   showMaterial(centre, request, responder);
               });
    router.add(Method::Post, path + QStringLiteral("/break-glass"),
               staffRoute(centre, Operation::BreakGlass,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return breakGlass(sql, centre, request, subject);
                          }),
               {4096});
    router.add(Method::Post, QStringLiteral("/v1/tasks/{id}/complete"),
               staffRoute(centre, Operation::Claim,
                          [&centre](Sql& sql, const Request& request, const Subject& subject) {
                              return complete(sql, centre, request, subject);
                          }),
               {64 * 1024});
}

} // namespace tongban::central
