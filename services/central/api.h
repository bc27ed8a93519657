// The ways into the centre: who asks is settled here, once, before any route's own code runs.
#pragma once

#include "services/central/access_policy.h"
#include "services/central/centre.h"
#include "services/http/router.h"

namespace tongban::central {

// Each runs inside one transaction together with the check of who asks.
using DeviceWork = std::function<Result<http::Response>(Sql&, const http::Request&, const Device&)>;
using StaffWork = std::function<Result<http::Response>(Sql&, const http::Request&, const Subject&)>;

http::Action deviceRoute(Centre& centre, DeviceWork work);
// `door` is refused to roles that may never do it; the work itself asks `rule` about the matter in
// hand.
http::Action staffRoute(Centre& centre, std::optional<Operation> door, StaffWork work);
// Same checks, but the answer may come later; `then` runs on a store thread.
using DeviceThen = std::function<void(const http::Request&, const Device&, http::Responder)>;
http::Action deviceRouteLater(Centre& centre, DeviceThen then);
// For strangers: rate limited by address.
http::Action strangerRoute(Centre& centre, http::Action action);

// 401 without or with a wrong identity, 403 for a revoked device.
Result<Subject> askingStaff(Sql& sql, const Centre& centre, const http::Request& request);
Result<Device> askingDevice(Sql& sql, const Centre& centre, const http::Request& request);
QString peerOf(const Centre& centre, const http::Request& request);
QByteArray bearerToken(const http::Request& request);

// The status and stable code of a fault; its detail goes to the log only.
http::Response refusal(const Fault& fault, const http::Request& request);
http::Response tooMany(int retryAfter);

// A body that is a JSON object, within `limit`.
Result<QJsonObject> bodyObject(const http::Request& request, qsizetype limit = 64 * 1024);

class CaseWorker;
void addDeviceRoutes(http::Router& router, Centre& centre, CaseWorker& worker);
void addBlobRoutes(http::Router& router, Centre& centre);
void addStaffRoutes(http::Router& router, Centre& centre);
void addTaskRoutes(http::Router& router, Centre& centre);
void addCaseRoutes(http::Router& router, Centre& centre);
void addAdminRoutes(http::Router& router, Centre& centre);
void addRightsRoutes(http::Router& router, Centre& centre);
void addCitizenRoutes(http::Router& router, Centre& centre);
void addPortalRoutes(http::Router& router, Centre& centre);
// All of them; resources/central-api.yaml says what they are.
http::Router centralRoutes(Centre& centre, CaseWorker& worker);

} // namespace tongban::central
