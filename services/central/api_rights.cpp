// Routes of people's rights over what is kept about them, served by the privacy officer; erasing
// needs a supervisor besides.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/case_view.h"
#include "services/central/feed.h"
#include "services/central/subject_rights.h"
#include "services/core/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Response;

namespace {

struct Asked {
    QString number;
    QString reason;
};

// The number stays out of address, log and audit: it comes in the body only.
Result<Asked> askedIn(const Request& request) {
    TRY_ASSIGN(const QJsonObject body, bodyObject(request, 4096));
    JsonReader reader(body);
    Asked asked{reader.requiredText(QStringLiteral("number")).trimmed().toUpper(),
                reader.requiredText(QStringLiteral("reason")).trimmed()};
    static const QRegularExpression shape(QStringLiteral("^[0-9A-Z]{6,20}$"));
    if (!shape.match(asked.number).hasMatch())
        reader.refuse(QStringLiteral("number"), QStringLiteral("not an ID number"));
    if (asked.reason.size() < 4 || asked.reason.size() > 200)
        reader.refuse(QStringLiteral("reason"), QStringLiteral("4 to 200 characters"));
    TRY(reader.check());
    return asked;
}

Result<void> allow(const Subject& subject, Operation operation, Instant now) {
    Matter matter;
    matter.region = subject.region;
    matter.dataClass = DataClass::Sensitive;
    if (const Ruling ruling = rule(subject, operation, matter, now); !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    return {};
}

Result<void> tellAudit(Sql& sql, const Centre& centre, const Request& request,
                       const Subject& subject, const char* action, const QString& object,
                       const QByteArray& person) {
    return note(sql, {centre.now(), subject.id, peerOf(centre, request), QLatin1String(action),
                      object, QStringLiteral("done"), person});
}

// The export itself is a look at each case, and the citizen sees it among the others.
Result<Response> exportPerson(Sql& sql, const Centre& centre, const Request& request,
                              const Subject& subject) {
    TRY(allow(subject, Operation::ServeSubject, centre.now()));
    TRY_ASSIGN(const Asked asked, askedIn(request));
    TRY_ASSIGN(const QJsonObject json, exportSubject(sql, centre, asked.number));
    const QJsonArray cases = json.value(QStringLiteral("cases")).toArray();
    for (const QJsonValue& one : cases) {
        TRY_ASSIGN(const CaseFile file,
                   CaseFile::load(sql, centre, one[QStringLiteral("id")].toString()));
        TRY(recordView(sql, file,
                       {subject, peerOf(centre, request), QStringLiteral("export"), asked.reason},
                       centre.now()));
    }
    TRY(tellAudit(sql, centre, request, subject, "subject.export",
                  QStringLiteral("%1 cases").arg(cases.size()),
                  personDigest(centre, asked.number)));
    Response response = Response::json(200, json);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Response> askToErase(Sql& sql, const Centre& centre, const Request& request,
                            const Subject& subject) {
    TRY(allow(subject, Operation::ServeSubject, centre.now()));
    TRY_ASSIGN(const Asked asked, askedIn(request));
    TRY_ASSIGN(const QString id, askErasure(sql, centre, asked.number, asked.reason, subject.id));
    TRY(tellAudit(sql, centre, request, subject, "subject.erase.ask", id,
                  personDigest(centre, asked.number)));
    return Response::json(202, {{QStringLiteral("request"), id}});
}

Result<Response> approve(Sql& sql, const Centre& centre, const Request& request,
                         const Subject& subject) {
    TRY(allow(subject, Operation::ApproveErasure, centre.now()));
    const QString id = request.parameters.value(QStringLiteral("id"));
    TRY_ASSIGN(const ErasureOutcome outcome, approveErasure(sql, centre, id, subject.id));
    TRY(tellAudit(sql, centre, request, subject, "subject.erase", id, {}));
    return Response::json(200, {{QStringLiteral("erased"), outcome.erased},
                                {QStringLiteral("restricted"), outcome.restricted},
                                {QStringLiteral("open"), outcome.open}});
}

// Who asked for what; the person himself is not named here.
Result<Response> listRequests(Sql& sql, const Centre&, const Request&, const Subject&) {
    QJsonArray list;
    TRY(sql.each(QStringLiteral("SELECT id, kind, reason, asked_by, asked_at, state, done_by, "
                                "outcome FROM subject_request ORDER BY asked_at DESC LIMIT 200"),
                 {}, [&list](const SqlRow& row) {
                     list.append(
                         QJsonObject{{QStringLiteral("id"), row.text(0)},
                                     {QStringLiteral("kind"), row.text(1)},
                                     {QStringLiteral("reason"), row.text(2)},
                                     {QStringLiteral("asked_by"), row.text(3)},
                                     {QStringLiteral("asked_at"), toIso(fromMs(row.integer(4)))},
                                     {QStringLiteral("state"), row.text(5)},
                                     {QStringLiteral("done_by"), row.text(6)},
                                     {QStringLiteral("outcome"),
                                      QJsonDocument::fromJson(row.text(7).toUtf8()).object()}});
                 }));
    return Response::json(200, {{QStringLiteral("requests"), list}});
}

} // namespace

void addRightsRoutes(http::Router& router, Centre& centre) {
    const auto with =
        [&centre](std::optional<Operation> door,
                  Result<Response> (*work)(Sql&, const Centre&, const Request&, const Subject&)) {
            return staffRoute(
                centre, door,
                [&centre, work](Sql& sql, const Request& request, const Subject& subject) {
                    return work(sql, centre, request, subject);
                });
        };
    const QString requests = QStringLiteral("/v1/subjects/requests");
    router.add(Method::Post, QStringLiteral("/v1/subjects/export"),
               with(Operation::ServeSubject, exportPerson), {4096});
    router.add(Method::Get, requests, with(Operation::ListSubjectRequests, listRequests));
    router.add(Method::Post, requests, with(Operation::ServeSubject, askToErase), {4096});
    router.add(Method::Post, requests + QStringLiteral("/{id}/approve"),
               with(Operation::ApproveErasure, approve), {4096});
}

} // namespace tongban::central
