// Applies what is missing; the digest of each applied file is kept so that history cannot be
// rewritten quietly.
#include "services/storage/migrations.h"

#include "services/storage/database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace tongban::storage {

namespace {

QByteArray digestOf(const QString& sql) {
    return QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha256);
}

Result<Migration> readOne(const QString& folder, const QString& file, int expected) {
    bool ok = false;
    const int version = file.section(u'_', 0, 0).toInt(&ok);
    if (!ok || version != expected)
        return fail(FaultKind::Invalid,
                    QStringLiteral("%1/%2: expected number %3").arg(folder, file).arg(expected));
    QFile source(folder + u'/' + file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(FaultKind::Storage,
                    QStringLiteral("%1: %2").arg(source.fileName(), source.errorString()));
    return Migration{version, file.section(u'_', 1).section(u'.', 0, 0),
                     QString::fromUtf8(source.readAll())};
}

Result<void> apply(Database& database, const Migration& migration) {
    TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
    TRY(database.execute(migration.sql));
    TRY(database.run(QStringLiteral("INSERT INTO schema_migration(version, name, sha256) "
                                    "VALUES(?, ?, ?)"),
                     migration.version, migration.name, digestOf(migration.sql)));
    return transaction.commit();
}

} // namespace

Result<QList<Migration>> readMigrations(const QString& folder) {
    const QStringList files =
        QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return fail(FaultKind::NotFound, QStringLiteral("no migrations in %1").arg(folder));
    QList<Migration> migrations;
    for (const QString& file : files) {
        TRY_ASSIGN(Migration migration,
                   readOne(folder, file, static_cast<int>(migrations.size()) + 1));
        migrations.append(std::move(migration));
    }
    return migrations;
}

Result<int> schemaVersion(Database& database) {
    TRY(database.execute(
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migration(version INTEGER PRIMARY KEY,"
                       " name TEXT NOT NULL, sha256 BLOB NOT NULL,"
                       " applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ')))")));
    TRY_ASSIGN(
        const auto newest,
        database.first(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_migration"),
                       [](const Statement& row) { return row.integer(0); }));
    return static_cast<int>(newest.value_or(0));
}

Result<int> migrate(Database& database, const QList<Migration>& migrations) {
    TRY_ASSIGN(const int found, schemaVersion(database));
    const int known = static_cast<int>(migrations.size());
    if (found > known)
        return fail(FaultKind::Conflict,
                    QStringLiteral("the database has schema %1, this program knows up to %2")
                        .arg(found)
                        .arg(known));
    for (const Migration& migration : migrations) {
        if (migration.version > found) {
            TRY(apply(database, migration));
            continue;
        }
        TRY_ASSIGN(const auto recorded,
                   database.first(
                       QStringLiteral("SELECT sha256 FROM schema_migration WHERE version=?"),
                       [](const Statement& row) { return row.bytes(0); }, migration.version));
        if (recorded != digestOf(migration.sql))
            return fail(FaultKind::Conflict,
                        QStringLiteral("migration %1 (%2) was changed after it had been applied")
                            .arg(migration.version)
                            .arg(migration.name));
    }
    return known;
}

} // namespace tongban::storage
