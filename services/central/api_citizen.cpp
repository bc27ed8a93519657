// Routes of the citizen: the receipt's own address, its state as JSON, and the page's style and
// picture.
#include "services/central/api.h"
#include "services/central/citizen_page.h"
#include "services/central/feed.h"
#include "services/central/page_template.h"
#include "services/crypto/digest.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

// Five wrong guesses, then one more every quarter of an hour.
constexpr Rate guessRate{1.0 / 900, 5};

void lockDown(Response& response) {
    response.headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("X-Frame-Options", "DENY");
    response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

QString clockText(Instant at) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::OffsetFromUTC, 8 * 3600);
    return QStringLiteral("%1月%2日 %3")
        .arg(time.date().month())
        .arg(time.date().day())
        .arg(time.toString(QStringLiteral("H:mm")));
}

// The record number people can quote; derived from the request's id, so the log can be found.
QString recordNumber(const Request& request) {
    return QStringLiteral("V-") +
           QString::fromLatin1(crypto::sha256(request.requestId.toLatin1()).toHex().left(6))
               .toUpper();
}

QString pageFor(const CitizenAnswer& answer) {
    switch (answer.verdict) {
    case receipt::Verdict::Valid:
        return QStringLiteral("valid.html");
    case receipt::Verdict::ExpiredKey:
        return QStringLiteral("withdrawn-key.html");
    case receipt::Verdict::UnknownIssuer:
        return QStringLiteral("unknown.html");
    case receipt::Verdict::Altered:
        break;
    }
    return QStringLiteral("altered.html");
}

QJsonObject pageValues(const CitizenAnswer& answer, const Centre& centre, const Request& request) {
    QJsonObject values{{QStringLiteral("hall"), QStringLiteral("示例区政务服务大厅")},
                       {QStringLiteral("checked"), clockText(centre.now())},
                       {QStringLiteral("record"), recordNumber(request)},
                       {QStringLiteral("big"),
                        request.target.queryText(QStringLiteral("big")) == QLatin1String("1")},
                       {QStringLiteral("word"), answer.word},
                       {QStringLiteral("issuer"), answer.issuer},
                       {QStringLiteral("key"), answer.keyName},
                       {QStringLiteral("issued"),
                        answer.issuedAt == Instant{} ? QString() : clockText(answer.issuedAt)},
                       {QStringLiteral("offline"), (answer.flags & receipt::Offline) != 0},
                       {QStringLiteral("arrived"), answer.known},
                       {QStringLiteral("wrong"), answer.wrongCode},
                       {QStringLiteral("details"),
                        answer.detailed ? QJsonValue(answer.details) : QJsonValue(false)}};
    return values;
}

Response htmlFor(const CitizenAnswer& answer, const Centre& centre, const Request& request) {
    QFile file(centre.options().resources + QStringLiteral("/phone/") + pageFor(answer));
    if (!file.open(QIODevice::ReadOnly))
        return Response::problem(500, QStringLiteral("page"));
    const auto page =
        renderPage(QString::fromUtf8(file.readAll()), pageValues(answer, centre, request));
    if (!page.has_value())
        return Response::problem(500, QStringLiteral("page"));
    Response response = Response::of(200, "text/html; charset=utf-8", *page);
    lockDown(response);
    return response;
}

Response jsonFor(const CitizenAnswer& answer) {
    QJsonObject json{{QStringLiteral("verdict"), receipt::nameOf(answer.verdict)}};
    if (answer.verdict == receipt::Verdict::Valid ||
        answer.verdict == receipt::Verdict::ExpiredKey) {
        json.insert(QStringLiteral("known"), answer.known);
        json.insert(QStringLiteral("phase"), answer.phase);
        json.insert(QStringLiteral("word"), answer.word);
        json.insert(QStringLiteral("issued_at"), toIso(answer.issuedAt));
        if (answer.detailed)
            json.insert(QStringLiteral("details"), answer.details);
        if (answer.wrongCode)
            json.insert(QStringLiteral("wrong_code"), true);
    }
    Response response = Response::json(200, json);
    lockDown(response);
    return response;
}

// application/x-www-form-urlencoded with one field; read with the strict rules of a query.
QString typedIn(const Request& request) {
    if (request.method == Method::Get)
        return QString::fromLatin1(request.headers.value("Receipt-Code").left(16));
    const auto form = http::parseTarget("/?" + request.body);
    return form.has_value() ? form->queryText(QStringLiteral("code")).left(16) : QString();
}

using Show = std::function<Response(const CitizenAnswer&)>;

void answerToken(Centre& centre, const Request& request, const Responder& responder,
                 const Show& show) {
    const auto token =
        receipt::parseTokenText(request.parameters.value(QStringLiteral("token")).toLatin1());
    const CitizenAnswer verdict =
        token.has_value() ? verdictOn(*token, centre.keys()) : CitizenAnswer();
    // Signature first: what is not proven never reaches the database.
    if (verdict.verdict == receipt::Verdict::Altered ||
        verdict.verdict == receipt::Verdict::UnknownIssuer)
        return responder.answer(show(verdict));
    const QString typed = typedIn(request);
    const QString guesses =
        QStringLiteral("code/") + QString::fromLatin1(token->receipt.id.toHex());
    int retryAfter = 0;
    if (!typed.isEmpty() && !centre.limits().allow(guesses, guessRate, &retryAfter))
        return responder.answer(tooMany(retryAfter));
    centre.store().run<CitizenAnswer>(
        [&centre, verdict, token = *token, typed](Sql& sql) {
            return answerFor(sql, centre, verdict, token, typed);
        },
        [&centre, request, responder, show, guesses](const Result<CitizenAnswer>& answer) {
            if (!answer.has_value())
                return responder.answer(refusal(answer.error(), request));
            if (answer->detailed)
                centre.limits().refund(guesses);
            responder.answer(show(*answer));
        });
}

http::Action page(Centre& centre) {
    return strangerRoute(centre, [&centre](const Request& request, const Responder& responder) {
        answerToken(centre, request, responder, [&centre, request](const CitizenAnswer& answer) {
            return htmlFor(answer, centre, request);
        });
    });
}

http::Action fixedFile(const Centre& centre, const QString& name, const QByteArray& type) {
    return [&centre, name, type](const Request&, const Responder& responder) {
        QFile file(centre.options().resources + QStringLiteral("/phone/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return responder.answer(Response::problem(404, QStringLiteral("not-found")));
        Response response = Response::of(200, type, file.readAll());
        lockDown(response);
        response.headers.set("Cache-Control", "public, max-age=3600");
        responder.answer(std::move(response));
    };
}

} // namespace

void addCitizenRoutes(http::Router& router, Centre& centre) {
    router.add(Method::Get, QStringLiteral("/1{token}"), page(centre));
    router.add(Method::Post, QStringLiteral("/1{token}"), page(centre), {256});
    router.add(Method::Get, QStringLiteral("/1{token}/state.json"),
               strangerRoute(centre, [&centre](const Request& request, const Responder& responder) {
                   answerToken(centre, request, responder, jsonFor);
               }));
    router.add(Method::Get, QStringLiteral("/phone/phone.css"),
               fixedFile(centre, QStringLiteral("phone.css"), "text/css; charset=utf-8"));
    router.add(Method::Get, QStringLiteral("/phone/hills.svg"),
               fixedFile(centre, QStringLiteral("hills.svg"), "image/svg+xml"));
}

} // namespace tongban::central
