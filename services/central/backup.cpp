// VACUUM INTO for the database, plain copies for the rest.
#include "services/central/backup.h"

#include "services/storage/database.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace tongban::central {

namespace {

const QString databaseName = QStringLiteral("central.db");

Result<void> copyFile(const QString& from, const QString& to) {
    QDir().mkpath(QFileInfo(to).path());
    QFile source(from);
    if (source.copy(to))
        return {};
    // A part that was thrown away meanwhile belongs to nobody.
    if (!QFile::exists(from))
        return {};
    return fail(FaultKind::Storage, QStringLiteral("backup: %1: %2").arg(to, source.errorString()));
}

Result<void> copyDatabase(const QString& from, const QString& to) {
    TRY_ASSIGN(storage::Database database, storage::Database::open(from));
    TRY_ASSIGN(storage::Statement copy, database.prepare(QStringLiteral("VACUUM INTO ?")));
    copy.bind(1, to);
    TRY(copy.run());
    TRY_ASSIGN(storage::Database copied, storage::Database::open(to));
    return copied.quickCheck();
}

Result<void> copyRest(const QString& dataFolder, const QString& target) {
    QDirIterator walk(dataFolder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString name = QDir(dataFolder).relativeFilePath(path);
        if (!name.startsWith(databaseName))
            TRY(copyFile(path, target + QLatin1Char('/') + name));
    }
    return {};
}

} // namespace

Result<void> backUp(const QString& dataFolder, const QString& target) {
    const QString database = QDir(dataFolder).filePath(databaseName);
    if (!QFile::exists(database))
        return fail(FaultKind::NotFound, QStringLiteral("backup: no %1").arg(database));
    if (QFileInfo::exists(target))
        return fail(FaultKind::Conflict, QStringLiteral("backup: %1 is there already").arg(target));
    if (!QDir().mkpath(target))
        return fail(FaultKind::Storage, QStringLiteral("backup: cannot make %1").arg(target));
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Result<void> done = copyDatabase(database, QDir(target).filePath(databaseName));
    if (done.has_value())
        done = copyRest(dataFolder, target);
    if (!done.has_value())
        QDir(target).removeRecursively();
    return done;
}

} // namespace tongban::central
