// The whole route table in one place.
#include "services/central/api.h"

namespace tongban::central {

http::Router centralRoutes(Centre& centre, CaseWorker& worker) {
    http::Router router;
    addDeviceRoutes(router, centre, worker);
    addBlobRoutes(router, centre);
    addStaffRoutes(router, centre);
    addTaskRoutes(router, centre);
    addCaseRoutes(router, centre);
    addAdminRoutes(router, centre);
    addRightsRoutes(router, centre);
    addCitizenRoutes(router, centre);
    addPortalRoutes(router, centre);
    return router;
}

} // namespace tongban::central
