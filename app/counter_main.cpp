// tongban-counter: the counter workstation.
#include "app/counter_composition.h"
#include "app/tour/counter_tour.h"
#include "services/core/logging.h"

#include <QGuiApplication>
#include <QQmlEngineExtensionPlugin>
#include <QTimer>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Tongban_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Tongban_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Tongban_CounterPlugin)

using namespace tongban;

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tongban-counter"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    installLogging();
    const auto options = app::readOptions(QStringLiteral("counter"));
    if (!options) {
        std::fprintf(stderr, "tongban-counter: %s\n", qPrintable(options.error().detail));
        return 2;
    }
    app::CounterComposition counter(*options);
    if (const auto shown = counter.show(); !shown) {
        std::fprintf(stderr, "tongban-counter: %s\n", qPrintable(shown.error().detail));
        return 1;
    }
    std::unique_ptr<tour::CounterTour> tour;
    if (!options->tour.isEmpty()) {
        tour = std::make_unique<tour::CounterTour>(counter, options->tour, options->firstRun,
                                                   options->tourPart);
        QTimer::singleShot(0, tour.get(), [&tour] { QGuiApplication::exit(tour->play() ? 0 : 1); });
    }
    return QGuiApplication::exec();
}
