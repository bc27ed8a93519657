// Migrations: numbered SQL files, each applied once, in order, in a transaction of its own, and
// recorded.
#pragma once

#include "services/core/result.h"

#include <QList>
#include <QString>

namespace tongban::storage {

class Database;

struct Migration {
    int version = 0;
    QString name;
    QString sql;
};

// Reads `0001_first.sql`, `0002_…` of a folder (a file system path or ":/sql/client"); numbers must
// be 1, 2, 3, …
Result<QList<Migration>> readMigrations(const QString& folder);

// Brings the database to the newest version and returns it. Refuses a database that is newer than
// the list (an old program on new data) and one whose recorded migrations differ from the list.
Result<int> migrate(Database& database, const QList<Migration>& migrations);

// The version recorded in the database; 0 for a new one.
Result<int> schemaVersion(Database& database);

} // namespace tongban::storage
