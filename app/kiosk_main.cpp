// tongban-kiosk: the citizens' kiosk.
#include "app/curtain.h"
#include "app/kiosk_composition.h"
#include "app/tour/kiosk_tour.h"
#include "app/tour/stopwatch.h"
#include "services/core/async.h"
#include "services/core/logging.h"

#include <QGuiApplication>
#include <QQmlEngineExtensionPlugin>
#include <QTimer>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Tongban_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Tongban_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Tongban_KioskPlugin)
Q_IMPORT_QML_PLUGIN(Tongban_DeskPlugin)

using namespace tongban;

namespace {

int complain(const Fault& fault) {
    std::fprintf(stderr, "tongban-kiosk: %s: %s\n", qPrintable(nameOf(fault.kind)),
                 qPrintable(fault.detail));
    return fault.kind == FaultKind::Invalid ? 2 : 1;
}

// Owns what a kiosk needs until it is enrolled, then the kiosk itself.
struct Kiosk {
    app::Options options;
    std::unique_ptr<app::Curtain> curtain;
    std::unique_ptr<sync::CentralClient> unknown; // calls before this machine has an identity
    std::unique_ptr<app::KioskComposition> composition;
    std::unique_ptr<tour::KioskTour> tour;
    std::unique_ptr<tour::Stopwatch> stopwatch;

    void begin(Result<app::Enrolled> enrolled) {
        if (!enrolled)
            return QGuiApplication::exit(complain(enrolled.error()));
        whenDone(app::checkDatabase(options, enrolled->machine), qApp,
                 [this, known = std::move(*enrolled)](const Result<cases::StartCheck>& check) {
                     if (!check)
                         return QGuiApplication::exit(complain(check.error()));
                     open(known, *check);
                 });
    }

    void open(const app::Enrolled& enrolled, const cases::StartCheck& check) {
        auto made = app::KioskComposition::make(options, enrolled, check);
        if (!made)
            return QGuiApplication::exit(complain(made.error()));
        composition = std::move(*made);
        if (const auto shown = composition->show(); !shown)
            return QGuiApplication::exit(complain(shown.error()));
        curtain->close(); // the kiosk's window stands already
        if (!options.measure.isEmpty())
            return measure();
        if (!options.tour.isEmpty()) {
            tour = std::make_unique<tour::KioskTour>(*composition, options.tour, options.tourPart);
            QTimer::singleShot(0, tour.get(),
                               [this] { QGuiApplication::exit(tour->play() ? 0 : 1); });
        }
    }

    void measure() {
        stopwatch = std::make_unique<tour::Stopwatch>(*composition);
        if (options.measure == QLatin1String("start"))
            return stopwatch->restingPage();
        QTimer::singleShot(0, stopwatch.get(), [this] {
            QGuiApplication::exit(stopwatch->touches(options.measure.toInt()) ? 0 : 1);
        });
    }
};

} // namespace

int main(int argc, char** argv) {
    // The hosted pages' engine is loaded much later; this must be said before the application
    // exists.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tongban-kiosk"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    installLogging();
    auto options = app::readOptions(QStringLiteral("kiosk"));
    if (!options)
        return complain(options.error());
    Kiosk kiosk{*options};
    kiosk.curtain = std::make_unique<app::Curtain>(options->size);
    QObject::connect(kiosk.curtain.get(), &app::Curtain::painted, &application, [&kiosk] {
        if (kiosk.options.measure == QLatin1String("start"))
            tour::Stopwatch::tell("first frame");
        if (auto known = app::loadEnrolment(kiosk.options)) {
            kiosk.begin(std::move(known));
        } else if (known.error().kind == FaultKind::NotFound) {
            kiosk.unknown = std::make_unique<sync::CentralClient>(
                sync::CentralAddress{kiosk.options.central, {}, {}});
            app::enrol(kiosk.options, *kiosk.unknown, [&kiosk](Result<app::Enrolled> enrolled) {
                kiosk.begin(std::move(enrolled));
            });
        } else {
            QGuiApplication::exit(complain(known.error()));
        }
    });
    if (options->fullScreen)
        kiosk.curtain->showFullScreen();
    else
        kiosk.curtain->show();
    return QGuiApplication::exec();
}
