// Routes of machines: enrolment, renewal, applications, feed, report.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/case_worker.h"
#include "services/central/feed.h"
#include "services/central/intake.h"
#include "services/core/json_reader.h"
#include "services/protocol/device_messages.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

QJsonObject sealKeysJson(const crypto::SealKeySet& set) {
    QJsonArray keys;
    for (const crypto::SealKey& key : set.keys()) {
        keys.append(QJsonObject{{QStringLiteral("kid"), key.kid},
                                {QStringLiteral("suite"), crypto::nameOf(key.suite)},
                                {QStringLiteral("algorithm"), crypto::nameOf(key.key.algorithm())},
                                {QStringLiteral("key"), QString::fromLatin1(key.key.raw().toHex())},
                                {QStringLiteral("not_before"), toIso(key.notBefore)},
                                {QStringLiteral("not_after"), toIso(key.notAfter)}});
    }
    return {{QStringLiteral("keys"), keys}};
}

// ---- Enrolment

Result<EnrolmentRequest> enrolmentIn(const protocol::Enrolment& message) {
    TRY_ASSIGN(const crypto::Algorithm algorithm, crypto::algorithmOf(message.receiptAlgorithm));
    TRY_ASSIGN(const crypto::PublicKey key,
               crypto::PublicKey::fromRaw(algorithm, message.receiptKey));
    return EnrolmentRequest{message.code, key};
}

Result<Response> enrolDevice(Sql& sql, const Centre& centre, const protocol::Enrolment& message,
                             const QString& peer) {
    const Instant now = centre.now();
    TRY_ASSIGN(const EnrolmentRequest request, enrolmentIn(message));
    TRY_ASSIGN(const Enrolment enrolment, enrol(sql, request, now));
    protocol::EnrolmentAnswer answer;
    answer.device = enrolment.device.id;
    answer.deviceNumber = enrolment.device.number;
    answer.sealKeys = sealKeysJson(centre.sealKeys());
    answer.now = now;
    if (!message.request.isEmpty()) {
        TRY_ASSIGN(const DeviceCertificate certificate,
                   centre.authority().sign(message.request.toLatin1(), enrolment.device.id, now));
        TRY(bindCertificate(sql, enrolment.device.id, certificate.sha256, certificate.until));
        answer.certificate =
            QString::fromLatin1(certificate.pem + centre.authority().certificate());
    }
    TRY(note(sql, {now,
                   enrolment.device.id,
                   peer,
                   QStringLiteral("device.enrol"),
                   enrolment.device.id,
                   QStringLiteral("done"),
                   {}}));
    QJsonObject json = QJsonDocument::fromJson(protocol::toJson(answer)).object();
    if (centre.options().tokensWelcome)
        json.insert(QStringLiteral("token"), enrolment.token);
    return Response::json(200, json);
}

void addEnrolment(http::Router& router, Centre& centre) {
    router.add(
        Method::Post, QStringLiteral("/v1/enroll"),
        strangerRoute(centre,
                      [&centre](const Request& request, const Responder& responder) {
                          const auto message = protocol::readEnrolment(request.body);
                          if (!message.has_value())
                              return responder.answer(refusal(message.error(), request));
                          const QString peer = peerOf(centre, request);
                          centre.store().run<Response>(
                              [&centre, message = *message, peer](Sql& sql) {
                                  return enrolDevice(sql, centre, message, peer);
                              },
                              [&centre, responder, request](Result<Response> outcome) {
                                  if (!outcome.has_value())
                                      return responder.answer(refusal(outcome.error(), request));
                                  // In force before the device can use what it was given.
                                  centre.refreshKeys([responder, response = std::move(*outcome)] {
                                      responder.answer(response);
                                  });
                              });
                      }),
        {16 * 1024});
    router.add(
        Method::Post, QStringLiteral("/v1/device/renew"),
        deviceRoute(
            centre,
            [&centre](Sql& sql, const Request& request, const Device& device) -> Result<Response> {
                TRY_ASSIGN(const DeviceCertificate certificate,
                           centre.authority().sign(request.body, device.id, centre.now()));
                TRY(bindCertificate(sql, device.id, certificate.sha256, certificate.until));
                TRY(note(sql, {centre.now(),
                               device.id,
                               device.id,
                               QStringLiteral("device.renew"),
                               device.id,
                               QStringLiteral("done"),
                               {}}));
                return Response::of(200, "application/pem-certificate-chain",
                                    certificate.pem + centre.authority().certificate());
            }),
        {16 * 1024});
}

// ---- Applications

// Reads and checks on the server thread, keeps on the store's, opens on a worker's.
template <typename Incoming>
http::Action keeping(Centre& centre, CaseWorker& worker,
                     std::function<Result<Incoming>(const Request&)> read,
                     Result<Response> (*keep)(Sql&, const Incoming&, const QString&, Instant)) {
    return [&centre, &worker, read = std::move(read), keep](const Request& request,
                                                            const Responder& responder) {
        auto incoming = std::make_shared<Result<Incoming>>(read(request));
        const http::Action action =
            deviceRoute(centre,
                        [&centre, incoming, keep](Sql& sql, const Request&,
                                                  const Device& sender) -> Result<Response> {
                            if (!incoming->has_value()) {
                                if (incoming->error().kind == FaultKind::Crypto)
                                    centre.bell().forgery(sender.id, centre.now());
                                return fail(incoming->error());
                            }
                            return keep(sql, **incoming, sender.id, centre.now());
                        });
        // The worker looks for what has been received; asking it once too often costs one query.
        action(request,
               Responder(std::make_shared<http::Owed>([&worker, responder](Response response) {
                   if (response.status == 201)
                       worker.look();
                   responder.answer(std::move(response));
               })));
    };
}

void addApplications(http::Router& router, Centre& centre, CaseWorker& worker) {
    const QString path = QStringLiteral("/v1/applications/{id}");
    router.add(Method::Put, path,
               keeping<IncomingApplication>(
                   centre, worker,
                   [&centre](const Request& request) {
                       return readApplication(request.body,
                                              request.parameters.value(QStringLiteral("id")),
                                              centre.keys());
                   },
                   keepApplication),
               {protocol::manifestLimit});
    router.add(Method::Put, path + QStringLiteral("/supplements/{sid}"),
               keeping<IncomingSupplement>(
                   centre, worker,
                   [&centre](const Request& request) {
                       return readSupplement(
                           request.body, request.parameters.value(QStringLiteral("id")),
                           request.parameters.value(QStringLiteral("sid")), centre.keys());
                   },
                   keepSupplement),
               {protocol::manifestLimit});
}

// ---- Feed

struct FeedQuestion {
    qint64 after = 0;
    qint64 wait = 0; // seconds
    qint64 limit = 100;
    QByteArray known; // If-None-Match
};

Result<FeedQuestion> feedQuestionIn(const Request& request) {
    FeedQuestion question;
    TRY_ASSIGN(question.after,
               request.target.queryNumber(QStringLiteral("after"), 0, 0,
                                          std::numeric_limits<qint64>::max() / 1000));
    TRY_ASSIGN(question.wait, request.target.queryNumber(QStringLiteral("wait"), 0, 0, 55));
    TRY_ASSIGN(question.limit, request.target.queryNumber(QStringLiteral("limit"), 100, 1, 500));
    question.known = request.headers.value("If-None-Match");
    return question;
}

Result<Response> mustRefetch(Sql& sql, const Device& device, qint64 last) {
    TRY_ASSIGN(
        const auto states,
        sql.list(QStringLiteral(
                     "SELECT h.application, h.phase, h.milestone, h.seq FROM case_head h JOIN "
                     "application a ON a.id = h.application "
                     "WHERE a.device = ? AND a.state <> 'closed' ORDER BY h.opened_at LIMIT 5000"),
                 {device.id}, [last](const SqlRow& row) {
                     protocol::FeedEvent event;
                     event.sequence = last;
                     event.kind = QStringLiteral("status");
                     event.application = row.text(0);
                     event.body = {{QStringLiteral("phase"), row.text(1)},
                                   {QStringLiteral("milestone"), row.text(2)}};
                     return event;
                 }));
    Response response = Response::of(410, "application/json",
                                     protocol::toJson(protocol::FeedSnapshot{states, last}));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response feedPage(const FeedPage& page, const FeedQuestion& question) {
    protocol::FeedPage message;
    for (const FeedEvent& event : page.events)
        message.events.append(
            {event.sequence, event.kind, event.application, event.at, event.body});
    message.last = page.last;
    message.more = !page.events.isEmpty() && page.events.last().sequence < page.last;
    const QByteArray tag =
        "\"f" + QByteArray::number(question.after) + '-' + QByteArray::number(page.last) + '"';
    Response response = question.known == tag
                            ? Response::empty(304)
                            : Response::of(200, "application/json", protocol::toJson(message));
    response.headers.set("ETag", tag);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// Reads; when there is nothing and the device wants to wait, holds the answer until its feed grows
// or time is up.
void answerFeed(Centre& centre, const Device& device, const FeedQuestion& question,
                const Request& request, const Responder& responder) {
    const quint64 ticket = centre.hub().ticket(device.id);
    const auto mayWait = std::make_shared<bool>(false);
    centre.store().run<Response>(
        [device, question, mayWait](Sql& sql) -> Result<Response> {
            TRY_ASSIGN(const FeedPage page,
                       readFeed(sql, device.id, question.after, question.limit));
            if (page.mustRefetch)
                return mustRefetch(sql, device, page.last);
            *mayWait = page.events.isEmpty() && question.wait > 0;
            return feedPage(page, question);
        },
        [&centre, device, question, request, responder, mayWait, ticket](Result<Response> outcome) {
            if (!outcome.has_value())
                return responder.answer(refusal(outcome.error(), request));
            if (!*mayWait)
                return responder.answer(std::move(*outcome));
            FeedQuestion again = question;
            again.wait = 0;
            centre.hub().wait(device.id, ticket, std::chrono::seconds(question.wait),
                              [&centre, device, again, request, responder] {
                                  if (!responder.abandoned())
                                      answerFeed(centre, device, again, request, responder);
                              });
        });
}

void addFeed(http::Router& router, Centre& centre) {
    router.add(Method::Get, QStringLiteral("/v1/device/feed"),
               deviceRouteLater(centre, [&centre](const Request& request, const Device& device,
                                                  const Responder& responder) {
                   const auto question = feedQuestionIn(request);
                   if (!question.has_value())
                       return responder.answer(refusal(question.error(), request));
                   answerFeed(centre, device, *question, request, responder);
               }));
}

// ---- Report

Result<Response> takeReport(Sql& sql, Centre& centre, const Request& request,
                            const Device& device) {
    TRY_ASSIGN(const protocol::DeviceReport report, protocol::readDeviceReport(request.body));
    for (const QString& alarm : report.alarms) {
        if (machineAlarms.contains(alarm))
            TRY(raiseAlarm(sql, {alarm, device.id}, centre.now()));
    }
    TRY_ASSIGN(const auto known,
               sql.first(QStringLiteral("SELECT audit_n, audit_head FROM device WHERE id = ?"),
                         {device.id}, [](const SqlRow& row) {
                             return protocol::AuditHead{row.integer(0), row.bytes(1)};
                         }));
    // A chain only grows; a shorter one, or another hash at the same place, means that somebody
    // rewrote it.
    const bool broken = known && known->n > 0 &&
                        (report.audit.n < known->n ||
                         (report.audit.n == known->n && report.audit.hash != known->hash));
    TRY(sql.run(QStringLiteral("UPDATE device SET reported_at = ?, report = ? WHERE id = ?"),
                {toMs(centre.now()), QString::fromUtf8(request.body), device.id}));
    if (broken) {
        TRY(raiseAlarm(sql, {QStringLiteral("device-chain"), device.id}, centre.now()));
        TRY(note(sql, {centre.now(), device.id, device.id, QStringLiteral("device.audit"),
                       device.id, QStringLiteral("alarm: chain rewritten"), report.audit.hash}));
        return Response::problem(409, QStringLiteral("audit_chain"));
    }
    TRY(sql.run(QStringLiteral("UPDATE device SET audit_n = ?, audit_head = ? WHERE id = ?"),
                {report.audit.n, report.audit.hash, device.id}));
    protocol::ReportAnswer answer;
    answer.audit = report.audit;
    answer.kid = QStringLiteral("audit-1");
    TRY_ASSIGN(answer.countersignature,
               centre.signHead(device.id.toUtf8() + '\n' +
                               headStatement(report.audit.n, report.audit.hash)));
    return Response::of(200, "application/json", protocol::toJson(answer));
}

} // namespace

void addDeviceRoutes(http::Router& router, Centre& centre, CaseWorker& worker) {
    addEnrolment(router, centre);
    addApplications(router, centre, worker);
    addFeed(router, centre);
    router.add(Method::Post, QStringLiteral("/v1/device/report"),
               deviceRoute(centre,
                           [&centre](Sql& sql, const Request& request, const Device& device) {
                               return takeReport(sql, centre, request, device);
                           }),
               {64 * 1024});
}

} // namespace tongban::central
