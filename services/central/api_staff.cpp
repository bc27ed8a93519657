// Routes of staff: login with two factors, logout, who am I.
#include "services/central/api.h"
#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/central/staff_accounts.h"
#include "services/core/json_reader.h"
#include "services/crypto/password.h"
#include "services/crypto/totp.h"

#include <QJsonArray>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

QJsonObject subjectJson(const Subject& subject) {
    return {{QStringLiteral("staff"), subject.id},
            {QStringLiteral("name"), subject.name},
            {QStringLiteral("role"), nameOf(subject.role)},
            {QStringLiteral("region"), subject.region},
            {QStringLiteral("department"), subject.department},
            {QStringLiteral("pools"), QJsonArray::fromStringList(subject.pools)}};
}

// One attempt to sign in, on its way through store, worker and store.
class Login : public std::enable_shared_from_this<Login> {
public:
    Login(Centre& centre, const Request& request, Responder responder)
        : m_centre(centre)
        , m_request(request)
        , m_responder(std::move(responder))
        , m_terminal(peerOf(centre, request)) {}

    Result<void> read() {
        TRY_ASSIGN(const QJsonObject body, bodyObject(m_request, 4096));
        JsonReader reader(body);
        m_account = reader.requiredText(QStringLiteral("staff")).left(64);
        m_password = reader.requiredText(QStringLiteral("password")).left(256);
        m_otp = reader.requiredText(QStringLiteral("otp")).left(16);
        // Two windows behind one address are two terminals; a liar only locks himself.
        if (const QString terminal = reader.text(QStringLiteral("terminal")).left(32);
            !terminal.isEmpty())
            m_terminal += QLatin1Char('/') + terminal;
        return reader.check();
    }

    void start() {
        m_centre.store().run<LoginFacts>(
            [self = shared_from_this()](Sql& sql) {
                return loginFacts(sql, self->m_account, self->m_terminal, self->m_centre.now(),
                                  self->m_centre.vault());
            },
            [self = shared_from_this()](Result<LoginFacts> facts) {
                if (!facts.has_value())
                    return self->m_responder.answer(refusal(facts.error(), self->m_request));
                self->m_facts = std::move(*facts);
                if (self->m_facts.lockedUntil != Instant{})
                    return self->locked(self->m_facts.lockedUntil);
                self->m_centre.workers().start([self] { self->check(); });
            });
    }

private:
    void locked(Instant until) {
        Response response = Response::problem(423, QStringLiteral("locked"));
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(until - m_centre.now()).count();
        response.headers.set("Retry-After", QByteArray::number(qint64(seconds)));
        m_responder.answer(std::move(response));
    }

    // Costs the same for an unknown account, a wrong password and a wrong code.
    void check() {
        static const QString dummy =
            crypto::hashPassword(QStringLiteral("nobody's password")).value_or(QString());
        const bool known = !m_facts.passwordRecord.isEmpty() && m_facts.active;
        const bool password =
            crypto::checkPassword(m_password, known ? m_facts.passwordRecord : dummy);
        const auto step =
            crypto::checkTotp(m_facts.totpSecret, m_otp, m_centre.now(), m_facts.totpUsed);
        if (!known || !password || !step)
            return failed();
        m_centre.store().run<QString>(
            [self = shared_from_this(), step = *step](Sql& sql) -> Result<QString> {
                TRY_ASSIGN(const QString token,
                           openSession(sql, self->m_facts.subject, self->m_terminal, step,
                                       self->m_centre.now()));
                TRY(note(sql, {self->m_centre.now(),
                               self->m_account,
                               self->m_terminal,
                               QStringLiteral("login"),
                               self->m_account,
                               QStringLiteral("done"),
                               {}}));
                return token;
            },
            [self = shared_from_this()](const Result<QString>& token) {
                if (!token.has_value())
                    return token.error().kind == FaultKind::Denied
                               ? self->failed()
                               : self->m_responder.answer(refusal(token.error(), self->m_request));
                QJsonObject answer = subjectJson(self->m_facts.subject);
                answer.insert(QStringLiteral("token"), *token);
                answer.insert(QStringLiteral("expires"), toIso(self->m_centre.now() + sessionTime));
                self->m_responder.answer(Response::json(200, answer));
            });
    }

    void failed() {
        m_centre.store().run<LoginOutcome>(
            [self = shared_from_this()](Sql& sql) -> Result<LoginOutcome> {
                TRY_ASSIGN(
                    const LoginOutcome outcome,
                    recordFailure(sql, self->m_account, self->m_terminal, self->m_centre.now()));
                TRY(note(sql, {self->m_centre.now(),
                               self->m_account,
                               self->m_terminal,
                               QStringLiteral("login"),
                               self->m_account,
                               outcome.locked ? QStringLiteral("locked") : QStringLiteral("denied"),
                               {}}));
                return outcome;
            },
            [self = shared_from_this()](const Result<LoginOutcome>& outcome) {
                if (!outcome.has_value())
                    return self->m_responder.answer(refusal(outcome.error(), self->m_request));
                if (outcome->locked) {
                    self->m_centre.bell().ring(QStringLiteral("login-locked"), self->m_terminal);
                    return self->locked(outcome->lockedUntil);
                }
                // Never which part was wrong.
                Response response =
                    Response::json(401, {{QStringLiteral("status"), 401},
                                         {QStringLiteral("code"), QStringLiteral("login")},
                                         {QStringLiteral("tries_left"), outcome->triesLeft}});
                response.headers.set("Content-Type", "application/problem+json");
                self->m_responder.answer(std::move(response));
            });
    }

    Centre& m_centre;
    Request m_request;
    Responder m_responder;
    QString m_terminal;
    QString m_account;
    QString m_password;
    QString m_otp;
    LoginFacts m_facts;
};

} // namespace

void addStaffRoutes(http::Router& router, Centre& centre) {
    router.add(Method::Post, QStringLiteral("/v1/staff/login"),
               strangerRoute(centre,
                             [&centre](const Request& request, const Responder& responder) {
                                 const auto login =
                                     std::make_shared<Login>(centre, request, responder);
                                 if (const auto read = login->read(); !read.has_value())
                                     return responder.answer(refusal(read.error(), request));
                                 login->start();
                             }),
               {4096});
    router.add(Method::Post, QStringLiteral("/v1/staff/logout"),
               staffRoute(centre, std::nullopt,
                          [&centre](Sql& sql, const Request& request,
                                    const Subject& subject) -> Result<Response> {
                              TRY(closeSession(sql, bearerToken(request)));
                              TRY(note(sql, {centre.now(),
                                             subject.id,
                                             peerOf(centre, request),
                                             QStringLiteral("logout"),
                                             subject.id,
                                             QStringLiteral("done"),
                                             {}}));
                              return Response::empty(204);
                          }),
               {4096});
    router.add(Method::Get, QStringLiteral("/v1/staff/me"),
               staffRoute(centre, std::nullopt,
                          [](Sql&, const Request&, const Subject& subject) -> Result<Response> {
                              return Response::json(200, subjectJson(subject));
                          }));
}

} // namespace tongban::central
