// Identity, rate limits and the mapping of faults, the same for every route.
#include "services/central/api.h"

#include "services/central/staff_accounts.h"
#include "services/core/json_reader.h"
#include "services/core/logging.h"

namespace tongban::central {

using http::Request;
using http::Responder;
using http::Response;

namespace {

struct Mapped {
    FaultKind kind;
    int status;
    const char* code;
};

constexpr Mapped mappings[] = {
    {FaultKind::NotFound, 404, "not-found"},   {FaultKind::Conflict, 409, "conflict"},
    {FaultKind::Invalid, 422, "invalid"},      {FaultKind::Denied, 403, "denied"},
    {FaultKind::Crypto, 422, "not-authentic"}, {FaultKind::Timeout, 503, "outcome-unknown"},
    {FaultKind::Storage, 503, "store"},        {FaultKind::Offline, 503, "store"},
    {FaultKind::Cancelled, 503, "cancelled"},  {FaultKind::Device, 500, "internal"},
    {FaultKind::Internal, 500, "internal"},
};

// A fault made here carries the status it wants as its whole detail.
constexpr char unauthorised[] = "401";
constexpr char shutOut[] = "device ";

Response statusFor(const Fault& fault) {
    if (fault.kind == FaultKind::Denied && fault.detail == QLatin1String(unauthorised)) {
        Response response = Response::problem(401, QStringLiteral("who-are-you"));
        response.headers.set("WWW-Authenticate", "Bearer");
        return response;
    }
    for (const Mapped& mapped : mappings) {
        if (mapped.kind == fault.kind) {
            // What a program asked wrongly may be told; what failed inside stays inside.
            const bool telling = mapped.status < 500 && mapped.status != 403;
            return Response::problem(mapped.status, QLatin1String(mapped.code),
                                     telling ? fault.detail : QString());
        }
    }
    return Response::problem(500, QStringLiteral("internal"));
}

template <typename Who>
void runStep(Centre& centre, const Request& request, const Responder& responder,
             std::function<Result<Who>(Sql&, const Request&)> identify,
             std::function<Result<Response>(Sql&, const Request&, const Who&)> work) {
    const auto kept = std::make_shared<const Request>(request);
    centre.store().run<Response>(
        [kept, identify = std::move(identify),
         work = std::move(work)](Sql& sql) -> Result<Response> {
            TRY_ASSIGN(const Who who, identify(sql, *kept));
            return work(sql, *kept, who);
        },
        [kept, responder](Result<Response> outcome) {
            responder.answer(outcome.has_value() ? std::move(outcome).value()
                                                 : refusal(outcome.error(), *kept));
        });
}

// By what the device shows, proven or not: whoever shows it too often gets 429.
bool mayAskNow(Centre& centre, const Request& request, const Responder& responder) {
    QByteArray shown = request.client ? request.client->sha256.toHex() : bearerToken(request);
    if (centre.options().behindProxy && shown.isEmpty())
        shown = request.headers.value("X-Device-Cert-Sha256");
    int retryAfter = 0;
    const QString key = QStringLiteral("device/") + QString::fromLatin1(shown);
    const bool may = centre.limits().allow(key, centre.options().deviceRate, &retryAfter);
    if (!may)
        responder.answer(tooMany(retryAfter));
    return may;
}

bool deliveringRoute(const QString& route) {
    return route.startsWith(QLatin1String("/v1/blobs/")) ||
           route.startsWith(QLatin1String("/v1/applications/")) ||
           route == QLatin1String("/v1/device/feed");
}

} // namespace

QByteArray bearerToken(const Request& request) {
    const QByteArray value = request.headers.value("Authorization");
    return value.startsWith("Bearer ") && value.size() <= 128 ? value.mid(7) : QByteArray();
}

QString peerOf(const Centre& centre, const Request& request) {
    if (!centre.options().behindProxy)
        return request.peer;
    const QByteArray chain = request.headers.value("X-Forwarded-For");
    const QByteArray last = chain.mid(chain.lastIndexOf(',') + 1).trimmed().left(45);
    return last.isEmpty() ? request.peer : QString::fromLatin1(last);
}

Result<Device> askingDevice(Sql& sql, const Centre& centre, const Request& request) {
    std::optional<Device> device;
    const QByteArray fromProxy =
        centre.options().behindProxy ? request.headers.value("X-Device-Cert-Sha256") : QByteArray();
    const QByteArray token = bearerToken(request);
    if (request.client) {
        // An expired certificate may still deliver what waits, nothing else (sync.md §2.7.4).
        if (request.client->expired && !deliveringRoute(request.route))
            return fail(FaultKind::Denied, QStringLiteral("certificate expired"));
        TRY_ASSIGN(device, deviceByCertificate(sql, request.client->sha256));
    } else if (!fromProxy.isEmpty()) {
        TRY_ASSIGN(device, deviceByCertificate(sql, QByteArray::fromHex(fromProxy)));
    } else if (centre.options().tokensWelcome && !token.isEmpty()) {
        TRY_ASSIGN(device, deviceByToken(sql, token));
    }
    if (!device)
        return fail(FaultKind::Denied, QLatin1String(unauthorised));
    if (!device->active())
        return fail(FaultKind::Denied,
                    QLatin1String(shutOut) +
                        QStringLiteral("%1 is %2").arg(device->id, device->status));
    return *device;
}

Result<Subject> askingStaff(Sql& sql, const Centre& centre, const Request& request) {
    const QByteArray token = bearerToken(request);
    if (token.isEmpty())
        return fail(FaultKind::Denied, QLatin1String(unauthorised));
    TRY_ASSIGN(const auto subject, sessionSubject(sql, token, centre.now()));
    if (!subject)
        return fail(FaultKind::Denied, QLatin1String(unauthorised));
    return *subject;
}

Response refusal(const Fault& fault, const Request& request) {
    Response response = statusFor(fault);
    if (response.status >= 500) {
        qCWarning(logCentral).noquote() << "request" << request.requestId << request.route
                                        << nameOf(fault.kind) << fault.detail;
        response.headers.set("Retry-After", "1");
    }
    return response;
}

Response tooMany(int retryAfter) {
    Response response = Response::problem(429, QStringLiteral("too-many"));
    response.headers.set("Retry-After", QByteArray::number(retryAfter));
    return response;
}

Result<QJsonObject> bodyObject(const Request& request, qsizetype limit) {
    return parseJsonObject(request.body, {limit, 16});
}

namespace {

// A machine that was shut out and comes back is somebody's attempt.
Result<Device> watchedDevice(Sql& sql, Centre& centre, const Request& request) {
    auto device = askingDevice(sql, centre, request);
    if (!device.has_value() && device.error().detail.startsWith(QLatin1String(shutOut)))
        centre.bell().ring(QStringLiteral("shut-out-device"),
                           device.error().detail.section(u' ', 1, 1));
    return device;
}

} // namespace

http::Action deviceRoute(Centre& centre, DeviceWork work) {
    return [&centre, work = std::move(work)](const Request& request, const Responder& responder) {
        if (!mayAskNow(centre, request, responder))
            return;
        runStep<Device>(
            centre, request, responder,
            [&centre](Sql& sql, const Request& asked) { return watchedDevice(sql, centre, asked); },
            work);
    };
}

http::Action deviceRouteLater(Centre& centre, DeviceThen then) {
    return [&centre, then = std::move(then)](const Request& request, const Responder& responder) {
        if (!mayAskNow(centre, request, responder))
            return;
        const auto kept = std::make_shared<const Request>(request);
        centre.store().run<Device>(
            [&centre, kept](Sql& sql) { return watchedDevice(sql, centre, *kept); },
            [kept, responder, then](const Result<Device>& device) {
                if (device.has_value())
                    then(*kept, *device, responder);
                else
                    responder.answer(refusal(device.error(), *kept));
            });
    };
}

http::Action staffRoute(Centre& centre, std::optional<Operation> door, StaffWork work) {
    return [&centre, door, work = std::move(work)](const Request& request,
                                                   const Responder& responder) {
        runStep<Subject>(
            centre, request, responder,
            [&centre, door](Sql& sql, const Request& asked) -> Result<Subject> {
                TRY_ASSIGN(const Subject subject, askingStaff(sql, centre, asked));
                if (door && !mayEver(subject.role, *door))
                    return fail(FaultKind::Denied, QStringLiteral("role"));
                return subject;
            },
            work);
    };
}

http::Action strangerRoute(Centre& centre, http::Action action) {
    return
        [&centre, action = std::move(action)](const Request& request, const Responder& responder) {
            int retryAfter = 0;
            if (!centre.limits().allow(QStringLiteral("peer/") + peerOf(centre, request),
                                       centre.options().strangerRate, &retryAfter))
                return responder.answer(tooMany(retryAfter));
            action(request, responder);
        };
}

} // namespace tongban::central
