// The choice of the database.
#include "services/central/store.h"

namespace tongban::central {

Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options) {
    return options.postgres.isEmpty() ? openSqliteStore(options) : openPostgresStore(options);
}

} // namespace tongban::central
