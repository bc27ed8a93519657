// Reads the migrations, looks, says what it found.
#include "app/start_check.h"

#include "services/core/logging.h"
#include "services/sync/kept_case.h"

#include <QDir>
#include <QtConcurrentRun>

namespace tongban::app {

namespace {

Result<cases::StartCheck> look(const QString& file, const QString& sql,
                               const cases::Genuine& genuine) {
    TRY_ASSIGN(const auto migrations, storage::readMigrations(sql));
    TRY_ASSIGN(cases::StartCheck check,
               cases::checkAtStart(file, migrations, genuine, SystemClock().now()));
    if (!check.movedTo.isEmpty())
        qCCritical(logApp).noquote()
            << "damaged database:" << check.why << "moved to" << check.movedTo << check.carried
            << "cases and" << check.supplements << "supplements carried over," << check.missing
            << "missing";
    return check;
}

} // namespace

QString databaseFile(const Options& options) {
    return QDir(options.data).filePath(QStringLiteral("kiosk.db"));
}

QFuture<Result<cases::StartCheck>> checkDatabase(const Options& options,
                                                 const session::Machine& machine) {
    return QtConcurrent::run(
        [file = databaseFile(options), sql = options.resources + QStringLiteral("/sql/client"),
         genuine = sync::genuineOf(machine.key.publicKey(), machine.receiptOrigin)] {
            return look(file, sql, genuine);
        });
}

} // namespace tongban::app
