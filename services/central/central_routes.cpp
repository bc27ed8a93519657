// The whole route table in one place.
#include "services/central/api.h"

namespace tongban::central {

http::Router centralRoutes(Centre& centre, CaseWorker& worker) {
    http::Router router;
    addDeviceRoutes(router, centre, worker);
    addBlobRoutes(router, centre);
    addStaffRoutes(router, centre);
    addAdminRoutes(router, centre);
    return router;
}

} // namespace tongban::central
