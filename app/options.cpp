// The command line of kiosk and counter.
#include "app/options.h"

#include "services/devices/device.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tongban::app {

QString resourcesFolder() {
    QString wanted = qEnvironmentVariable("TONGBAN_RESOURCES");
    if (!wanted.isEmpty())
        return wanted;
    const QString installed =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../share/tongban"));
    if (QFileInfo::exists(installed))
        return QDir::cleanPath(installed);
    return QStringLiteral(TONGBAN_SOURCE_DIR "/resources");
}

Result<Options> readOptions(const QString& program) {
    const bool kiosk = program == QLatin1String("kiosk");
    QCommandLineParser parser;
    parser.setApplicationDescription(kiosk ? QStringLiteral("The citizens' kiosk.")
                                           : QStringLiteral("The counter workstation."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&parser](const char* name, const char* text, const char* value = nullptr,
                                  const QString& otherwise = {}) {
        if (value == nullptr)
            parser.addOption({QLatin1String(name), QLatin1String(text)});
        else
            parser.addOption(
                {QLatin1String(name), QLatin1String(text), QLatin1String(value), otherwise});
    };
    const Options standard;
    option("data", "This machine's own folder.", "dir", QStringLiteral("build/data/") + program);
    option("central", "Address of the central service.", "url", standard.central.toString());
    option("enrol", "Single-use enrolment code from the administrator; needed once.", "code");
    option("first-run", "first-run.json of a central service on this machine (practice).", "file");
    option("language", "zh_CN or en.", "code", standard.language);
    option("size", "Window size.", "WxH",
           kiosk ? QStringLiteral("1080x1920") : QStringLiteral("1920x1080"));
    option("fullscreen", "Fill the screen.");
    option("tour", "Play the visit by itself and leave pictures here.", "dir");
    option("measure", "For the benchmark: start, or a number of rounds of touches.", "what");
    option("tour-part", "Which part of the tour to play.", "name");
    if (kiosk) {
        option("simulate", "Simulated devices: card reader, printer, cameras.");
        option("without",
               "With --simulate: classes of devices left out, such as ReceiptPrinter,Ups.",
               "classes");
        option("devices", "Which devices this machine has: {\"devices\": {…}}.", "file");
        option("desk", "With --simulate: a window with the simulated devices to touch.");
        option("cards", "People of the simulator.", "file");
        option("papers", "Pictures under the simulated document camera.", "file or dir");
        option("packs", "Repository of published packs (https, or http on this machine).", "url");
        option("packs-root", "The repository's first root.json; needed once.", "file");
        option("codes", "Pictures under the simulated code camera.", "file or dir");
    }
    parser.process(*QCoreApplication::instance());

    Options options;
    options.resources = resourcesFolder();
    options.data = parser.value(QStringLiteral("data"));
    options.central = QUrl(parser.value(QStringLiteral("central")));
    options.enrolCode = parser.value(QStringLiteral("enrol"));
    options.firstRun = parser.value(QStringLiteral("first-run"));
    options.language = parser.value(QStringLiteral("language"));
    options.fullScreen = parser.isSet(QStringLiteral("fullscreen"));
    options.tour = parser.value(QStringLiteral("tour"));
    options.measure = parser.value(QStringLiteral("measure"));
    options.tourPart = parser.value(QStringLiteral("tour-part"));
    if (kiosk) {
        options.simulate = parser.isSet(QStringLiteral("simulate"));
        options.without = parser.value(QStringLiteral("without")).split(u',', Qt::SkipEmptyParts);
        options.devices = parser.value(QStringLiteral("devices"));
        options.desk = parser.isSet(QStringLiteral("desk"));
        options.cards = parser.value(QStringLiteral("cards"));
        options.papers = parser.value(QStringLiteral("papers"));
        options.codes = parser.value(QStringLiteral("codes"));
        options.packs = QUrl(parser.value(QStringLiteral("packs")));
        options.packsRoot = parser.value(QStringLiteral("packs-root"));
    }
    if (options.cards.isEmpty())
        options.cards = options.resources + QStringLiteral("/simulator/cards.json");
    if (options.desk && !options.simulate)
        return fail(FaultKind::Invalid, QStringLiteral("--desk wants --simulate"));
    for (const QString& name : options.without) {
        if (!devices::deviceClassNamed(name))
            return fail(FaultKind::Invalid,
                        QStringLiteral("--without: no class of devices is named ") + name);
    }
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    options.size = QSize(size.value(0).toInt(), size.value(1).toInt());
    if (size.size() != 2 || options.size.width() < 320 || options.size.height() < 320 ||
        options.size.width() > 8000 || options.size.height() > 8000)
        return fail(FaultKind::Invalid,
                    QStringLiteral("--size wants WIDTHxHEIGHT, such as 1080x1920"));
    if (!options.central.isValid() || options.central.host().isEmpty())
        return fail(FaultKind::Invalid,
                    QStringLiteral("--central wants an address such as https://central.example"));
    if (options.language != QLatin1String("zh_CN") && options.language != QLatin1String("en"))
        return fail(FaultKind::Invalid, QStringLiteral("--language is zh_CN or en"));
    if (!QDir().mkpath(options.data))
        return fail(FaultKind::Storage, QStringLiteral("cannot make %1").arg(options.data));
    return options;
}

} // namespace tongban::app
