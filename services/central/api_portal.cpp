// The sample department site 水费查询: a small site of another department, served here so that the
// locked frame of the kiosk has something real to open. It learns who is there only from the host,
// after consent.
#include "services/central/api.h"
#include "services/core/json_reader.h"
#include "services/crypto/digest.h"

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>

namespace tongban::central {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;

namespace {

constexpr int centsPerCubicMetre = 342; // invented

Response fileOf(const Centre& centre, const QString& name, const QByteArray& type) {
    QFile file(centre.options().resources + QStringLiteral("/portal-sample/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Response::problem(404, QStringLiteral("not-found"));
    Response response = Response::of(200, type, file.readAll());
    response.headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' qrc:; style-src 'self'; connect-src 'self'; "
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    response.headers.set("X-Content-Type-Options", "nosniff");
    return response;
}

// Six months of readings that depend on the account alone: the same account always shows the same
// bill.
QJsonObject billOf(const QString& account, QDate today) {
    const QByteArray digest = crypto::sha256("water/" + account.toUtf8());
    QJsonArray months;
    int unpaid = 0;
    for (int back = 5; back >= 0; --back) {
        const QDate month = today.addMonths(-back - 1);
        const int cubicMetres = 4 + static_cast<quint8>(digest[back]) % 18;
        const bool paid = back > 0;
        unpaid += paid ? 0 : cubicMetres * centsPerCubicMetre;
        months.append(
            QJsonObject{{QStringLiteral("month"), month.toString(QStringLiteral("yyyy-MM"))},
                        {QStringLiteral("cubic_metres"), cubicMetres},
                        {QStringLiteral("cents"), cubicMetres * centsPerCubicMetre},
                        {QStringLiteral("paid"), paid}});
    }
    return {{QStringLiteral("account"), account},
            {QStringLiteral("months"), months},
            {QStringLiteral("unpaid_cents"), unpaid}};
}

void bill(const Centre& centre, const Request& request, const Responder& responder) {
    const auto body = bodyObject(request, 1024);
    if (!body.has_value())
        return responder.answer(refusal(body.error(), request));
    // The last four of the ID number stand for the household here; a real department would ask its
    // own records.
    const QString number = body->value(QStringLiteral("number")).toString();
    if (number.size() < 4 || number.size() > 18)
        return responder.answer(Response::problem(422, QStringLiteral("number")));
    const QByteArray digest = crypto::sha256("household/" + number.toUtf8());
    const QString account =
        QStringLiteral("W%1").arg(QString::fromLatin1(digest.toHex().left(8)).toUpper());
    const auto ms = centre.now().time_since_epoch().count();
    const QDate today = QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, 8 * 3600).date();
    responder.answer(Response::json(200, billOf(account, today)));
}

} // namespace

void addPortalRoutes(http::Router& router, Centre& centre) {
    const auto fixed = [&](const char* path, const char* file, const char* type) {
        router.add(Method::Get, QLatin1String(path),
                   [&centre, file, type](const Request&, const Responder& responder) {
                       responder.answer(fileOf(centre, QLatin1String(file), type));
                   });
    };
    fixed("/portal/water", "index.html", "text/html; charset=utf-8");
    fixed("/portal/water/water.js", "water.js", "text/javascript; charset=utf-8");
    fixed("/portal/water/water.css", "water.css", "text/css; charset=utf-8");
    router.add(Method::Post, QStringLiteral("/portal/water/bill"),
               strangerRoute(centre,
                             [&centre](const Request& request, const Responder& responder) {
                                 bill(centre, request, responder);
                             }),
               {1024});
}

} // namespace tongban::central
