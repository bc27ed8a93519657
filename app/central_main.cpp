// tongban-central: the central service of a district.
#include "services/central/api.h"
#include "services/central/backup.h"
#include "services/central/case_worker.h"
#include "services/central/first_run.h"
#include "services/core/logging.h"
#include "services/http/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace tongban;

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const auto wrote = ::write(signalPipe[1], &byte, 1);
}

// SIGTERM and SIGINT end the event loop; everything else happens in order afterwards.
void quitOnSignals(QCoreApplication& app) {
    if (::pipe(signalPipe) != 0)
        return;
    auto* notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

void raiseFileLimit() {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

int complain(const Fault& fault) {
    std::fprintf(stderr, "tongban-central: %s\n", qPrintable(fault.detail));
    return 1;
}

struct Wishes {
    central::CentreOptions centre;
    http::ServerOptions server;
    bool printPort = false;
};

QString resourcesFolder() {
    const QString fromEnvironment = qEnvironmentVariable("TONGBAN_RESOURCES");
    return fromEnvironment.isEmpty() ? QStringLiteral(TONGBAN_SOURCE_DIR "/resources")
                                     : fromEnvironment;
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("The central service: keeps applications, goes on with their processes, "
                       "answers kiosks, counters and citizens.\n"
                       "On first start it writes first-run.json (readable by its owner only) into "
                       "the data directory: sample accounts\n"
                       "with random passwords, and enrolment codes for a kiosk and a counter."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("listen"), QStringLiteral("Address and port; port 0 takes any free one."),
         QStringLiteral("host:port"), QStringLiteral("127.0.0.1:8440")},
        {QStringLiteral("data"), QStringLiteral("The data directory; made when absent."),
         QStringLiteral("dir")},
        {QStringLiteral("print-port"),
         QStringLiteral("Print the port on the first line of standard output when ready.")},
        {QStringLiteral("items"),
         QStringLiteral("Folder of item packages instead of the product's own."),
         QStringLiteral("dir")},
        {QStringLiteral("postgres"),
         QStringLiteral("libpq connection string; without it an embedded SQLite file is used."),
         QStringLiteral("string")},
        {QStringLiteral("behind-proxy"),
         QStringLiteral("HAProxy in front ends TLS; its X-Device-Cert-Sha256 and X-Forwarded-For "
                        "are believed.")},
        {QStringLiteral("tls"),
         QStringLiteral(
             "End TLS here with a certificate of the own authority; devices must present theirs.")},
        {QStringLiteral("host"),
         QStringLiteral("A name in that certificate, besides localhost; may be repeated."),
         QStringLiteral("name")},
        {QStringLiteral("device-rate"), QStringLiteral("Requests a second allowed to one device."),
         QStringLiteral("n"), QStringLiteral("200")},
        {QStringLiteral("stranger-rate"),
         QStringLiteral("Requests a second allowed to one address without identity."),
         QStringLiteral("n"), QStringLiteral("20")},
        {QStringLiteral("backup"),
         QStringLiteral("Copy the data directory there, as of one moment, and end; the service may "
                        "run meanwhile. Embedded database only."),
         QStringLiteral("dir")},
        {QStringLiteral("retention-days"),
         QStringLiteral("How long closed cases are kept whose item does not say."),
         QStringLiteral("n"), QStringLiteral("1825")},
    });
}

Result<Wishes> wishesIn(const QCommandLineParser& parser) {
    Wishes wishes;
    const QString listen = parser.value(QStringLiteral("listen"));
    const qsizetype colon = listen.lastIndexOf(QLatin1Char(':'));
    bool ok = false;
    wishes.server.address = listen.left(colon);
    wishes.server.port = listen.mid(colon + 1).toUShort(&ok);
    if (colon < 0 || !ok)
        return fail(FaultKind::Invalid, QStringLiteral("--listen wants host:port"));
    if (!parser.isSet(QStringLiteral("data")))
        return fail(FaultKind::Invalid, QStringLiteral("--data DIR is needed; --help explains"));
    wishes.centre.folder = parser.value(QStringLiteral("data"));
    wishes.centre.resources = resourcesFolder();
    wishes.centre.items = parser.value(QStringLiteral("items"));
    wishes.centre.postgres = parser.value(QStringLiteral("postgres"));
    wishes.centre.behindProxy = parser.isSet(QStringLiteral("behind-proxy"));
    wishes.centre.retentionDays = parser.value(QStringLiteral("retention-days")).toInt();
    const double deviceRate = parser.value(QStringLiteral("device-rate")).toDouble();
    wishes.centre.deviceRate = {deviceRate, 5 * deviceRate};
    const double strangerRate = parser.value(QStringLiteral("stranger-rate")).toDouble();
    wishes.centre.strangerRate = {strangerRate, 3 * strangerRate};
    // Device tokens are for one machine only; on a network devices prove themselves with
    // certificates.
    wishes.centre.tokensWelcome =
        QHostAddress(wishes.server.address).isLoopback() && !parser.isSet(QStringLiteral("tls"));
    wishes.printPort = parser.isSet(QStringLiteral("print-port"));
    return wishes;
}

int copyAway(const QCommandLineParser& parser) {
    if (!parser.isSet(QStringLiteral("data")) || parser.isSet(QStringLiteral("postgres")))
        return complain({FaultKind::Invalid, QStringLiteral("--backup wants --data DIR and no "
                                                            "--postgres")});
    const auto done = central::backUp(parser.value(QStringLiteral("data")),
                                      parser.value(QStringLiteral("backup")));
    return done.has_value() ? 0 : complain(done.error());
}

int serve(QCoreApplication& app, const QCommandLineParser& parser) {
    auto wishes = wishesIn(parser);
    if (!wishes.has_value())
        return complain(wishes.error());
    const SystemClock clock;
    auto centre = central::Centre::open(wishes->centre, clock);
    if (!centre.has_value())
        return complain(centre.error());
    const auto firstRun = central::prepareFirstRun(**centre, (*centre)->items().pools());
    if (!firstRun.has_value())
        return complain(firstRun.error());
    const auto tls = (*centre)->serverCertificate(parser.values(QStringLiteral("host")));
    if (!tls.has_value())
        return complain(tls.error());
    if (parser.isSet(QStringLiteral("tls")))
        wishes->server.tls = *tls;
    central::CaseWorker worker(**centre);
    auto server = http::Server::start(wishes->server, central::centralRoutes(**centre, worker));
    if (!server.has_value())
        return complain(server.error());
    if (wishes->printPort)
        std::printf("%d\n", (*server)->port());
    else
        std::printf(
            "tongban-central listens on %s:%d, data in %s\naccounts and enrolment codes: %s\n",
            qPrintable(wishes->server.address), (*server)->port(),
            qPrintable(wishes->centre.folder), qPrintable(*firstRun));
    std::fflush(stdout);
    app.exec();
    (*centre)->hub().release();
    (*server)->drain(std::chrono::seconds(10));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tongban-central"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    installLogging();
    raiseFileLimit();
    quitOnSignals(app);
    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    return parser.isSet(QStringLiteral("backup")) ? copyAway(parser) : serve(app, parser);
}
