// tongban sync run: a machine's outbox on its way to the central service, without a screen
#include "app/cli/resources.h"
#include "app/cli/verbs.h"
#include "services/storage/storage_thread.h"
#include "services/sync/case_outbox.h"
#include "services/sync/central_client.h"
#include "services/sync/qt_schedule.h"
#include "services/sync/sync_engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

namespace tongban::cli {

namespace {

constexpr char16_t help[] =
    uR"(tongban sync run --database FILE --central URL [--token T] [--drain] [--quick]

Delivers what waits in a machine's outbox and takes in its feed, as the kiosk does behind its pages: for a
machine that was found in a storeroom, and for tests.
  --drain   ends as soon as nothing waits (exit 0), or after --for seconds with something left (exit 1)
  --for N   seconds; without it, and without --drain, it runs until it is told to stop
  --quick   back-off of at most two seconds instead of five minutes

Exit: 0 done, 1 something is left, 2 wrong usage.)";

constexpr auto lookEvery = std::chrono::milliseconds(200); // others may hand in to the same file

sync::SyncSettings settingsOf(bool quick) {
    sync::SyncSettings settings;
    if (quick) {
        settings.backoff = {std::chrono::milliseconds(50), std::chrono::milliseconds(2'000)};
        settings.feed.waitSeconds = 5;
    }
    return settings;
}

int run(const QCommandLineParser& parser) {
    const auto migrations = storage::readMigrations(resourcePath(QStringLiteral("sql/client")));
    if (!migrations.has_value()) {
        complain(migrations.error().detail);
        return 1;
    }
    auto storage =
        storage::StorageThread::start(parser.value(QStringLiteral("database")), *migrations);
    if (!storage.has_value()) {
        complain(QStringLiteral("tongban sync: %1").arg(storage.error().detail));
        return 1;
    }
    const SystemClock wall;
    sync::QtSchedule schedule;
    sync::CentralClient client({QUrl(parser.value(QStringLiteral("central"))),
                                parser.value(QStringLiteral("token")).toLatin1(),
                                {}});
    sync::CaseOutbox outbox(**storage);
    sync::SyncEngine engine({wall, schedule, client, outbox, sync::systemChance(), {}, {}},
                            settingsOf(parser.isSet(QStringLiteral("quick"))));
    engine.start();

    const bool drain = parser.isSet(QStringLiteral("drain"));
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        engine.submitted();
        outbox.counts([drain](const Result<sync::OutboxCounts>& counts) {
            if (drain && counts.has_value() && counts->waiting == 0)
                QCoreApplication::exit(0);
        });
    });
    look.start(lookEvery);
    QTimer end;
    QObject::connect(&end, &QTimer::timeout, [drain] { QCoreApplication::exit(drain ? 1 : 0); });
    if (const int seconds = parser.value(QStringLiteral("for")).toInt(); seconds > 0)
        end.start(std::chrono::seconds(seconds));
    return QCoreApplication::exec();
}

} // namespace

int runSync(const QStringList& arguments) {
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        say(QString::fromUtf16(help));
        return arguments.isEmpty() ? 2 : 0;
    }
    QCommandLineParser parser;
    for (const char* option : {"database", "central", "token", "for"})
        parser.addOption({QString::fromLatin1(option), {}, QStringLiteral("value")});
    for (const char* option : {"drain", "quick"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(option)));
    const bool parsed = parser.parse(QStringList{QStringLiteral("tongban")} + arguments);
    if (!parsed || parser.positionalArguments() != QStringList{QStringLiteral("run")} ||
        !parser.isSet(QStringLiteral("database")) || !parser.isSet(QStringLiteral("central"))) {
        complain(QStringLiteral("tongban sync: expected run --database FILE --central URL; see "
                                "tongban sync --help"));
        return 2;
    }
    return run(parser);
}

} // namespace tongban::cli
