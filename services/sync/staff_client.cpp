// JSON over the central port, with the session's bearer token.
#include "services/sync/staff_client.h"

#include "services/core/json_reader.h"

namespace tongban::sync {

namespace {

Fault faultOf(const Answer& answer) {
    const QJsonObject problem = parseJsonObject(answer.body).value_or(QJsonObject());
    const QString code = problem.value(QStringLiteral("code")).toString();
    const QString detail =
        code.isEmpty()
            ? QString::number(answer.status)
            : QStringLiteral("%1 %2").arg(code, problem.value(QStringLiteral("detail")).toString());
    switch (answer.status) {
    case 0:
        return {FaultKind::Offline, QStringLiteral("no answer")};
    case 401:
        return {FaultKind::Denied,
                problem.contains(QStringLiteral("tries_left"))
                    ? QString::number(problem.value(QStringLiteral("tries_left")).toInt())
                    : detail};
    case 403:
        return {FaultKind::Denied, detail};
    case 404:
        return {FaultKind::NotFound, detail};
    case 409:
    case 423:
        return {FaultKind::Conflict, detail};
    default:
        return {answer.status >= 500 ? FaultKind::Offline : FaultKind::Invalid, detail};
    }
}

} // namespace

StaffClient::StaffClient(CentralPort& central)
    : m_central(central) {}

Call StaffClient::callFor(const QByteArray& method, const QByteArray& path) const {
    Call call;
    call.method = method;
    call.path = path;
    if (!m_token.isEmpty())
        call.headers.emplaceBack("Authorization", "Bearer " + m_token);
    return call;
}

void StaffClient::ask(const QByteArray& method, const QByteArray& path, const QJsonObject& body,
                      Done done) {
    Call call = callFor(method, path);
    if (method != "GET") {
        call.headers.emplaceBack("Content-Type", "application/json");
        call.body = canonicalJson(body);
    }
    m_central.send(call, [done = std::move(done)](const Answer& answer) {
        if (!answer.good())
            return done(fail(faultOf(answer)));
        if (answer.body.isEmpty())
            return done(QJsonObject());
        done(parseJsonObject(answer.body, {8 * 1024 * 1024, 64}));
    });
}

void StaffClient::signIn(const QString& account, const QString& password, const QString& code,
                         const QString& terminal, Done done) {
    ask("POST", "/v1/staff/login",
        {{QStringLiteral("staff"), account},
         {QStringLiteral("password"), password},
         {QStringLiteral("otp"), code},
         {QStringLiteral("terminal"), terminal}},
        [this, done = std::move(done)](const Result<QJsonObject>& answer) {
            if (answer)
                m_token = answer->value(QStringLiteral("token")).toString().toLatin1();
            done(answer);
        });
}

void StaffClient::signOut() {
    if (signedIn())
        ask("POST", "/v1/staff/logout", {}, [](const Result<QJsonObject>&) {});
    m_token.clear();
}

void StaffClient::tasks(const QString& pool, Done done) {
    ask("GET", "/v1/tasks?pool=" + pool.toUtf8().toPercentEncoding(), {}, std::move(done));
}

void StaffClient::claim(const QString& task, Done done) {
    ask("POST", "/v1/tasks/claim", {{QStringLiteral("task"), task}}, std::move(done));
}

void StaffClient::viewCase(const QString& id, Done done) {
    ask("GET", "/v1/cases/" + id.toLatin1(), {}, std::move(done));
}

void StaffClient::decide(const StaffDecision& decision, Done done) {
    ask("POST", "/v1/tasks/" + decision.task.toLatin1() + "/complete",
        {{QStringLiteral("decision"), decision.decision},
         {QStringLiteral("lease_no"), decision.leaseNo},
         {QStringLiteral("opinion"), decision.opinion},
         {QStringLiteral("basis"), decision.basis},
         {QStringLiteral("items"), QJsonArray::fromStringList(decision.items)}},
        std::move(done));
}

void StaffClient::material(const QString& id, int n, std::function<void(Result<QByteArray>)> done) {
    m_central.send(
        callFor("GET", "/v1/cases/" + id.toLatin1() + "/materials/" + QByteArray::number(n)),
        [done = std::move(done)](const Answer& answer) {
            if (!answer.good())
                return done(fail(faultOf(answer)));
            done(answer.body);
        });
}

} // namespace tongban::sync
