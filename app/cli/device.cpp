// tongban device: lists, watches and tests the devices of this machine; touches the simulated ones.
#include "app/cli/resources.h"
#include "app/cli/take_option.h"
#include "app/cli/verbs.h"
#include "services/core/json_reader.h"
#include "services/devices/desk_console.h"
#include "services/devices/device_hub.h"
#include "services/devices/simulated_desk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

namespace tongban::cli {

namespace {

using namespace tongban::devices;
using namespace std::chrono_literals;

const char* const usage =
    "tongban device list    [WHICH]             one line a device: id, class, status, media, "
    "paper, why\n"
    "tongban device status  [WHICH]             the same and what the machine can do now, as JSON\n"
    "tongban device test    [WHICH]             waits for each device to answer; exit 1 when one "
    "does not\n"
    "tongban device watch   [WHICH] [--for S]   events as they come, without what cards and codes "
    "say;\n"
    "                       [--script FILE]     a script holds lines of `device sim` and `wait "
    "MILLISECONDS`\n"
    "tongban device sim LINE                    touches the simulated devices of a running "
    "program:\n"
    "%1\n"
    "WHICH: --simulate [--without CLASS,CLASS], or --settings FILE with {\"devices\": {…}}";

constexpr std::chrono::milliseconds settleWithin = 3s;

void wait(std::chrono::milliseconds span) {
    QEventLoop loop;
    QTimer::singleShot(span, &loop, &QEventLoop::quit);
    loop.exec();
}

Result<HubSettings> settingsFrom(QStringList& arguments) {
    HubSettings settings;
    if (const QString path = takeOption(arguments, QStringLiteral("--settings")); !path.isEmpty()) {
        TRY_ASSIGN(settings, loadHubSettings(path));
    }
    const QStringList without =
        takeOption(arguments, QStringLiteral("--without")).split(u',', Qt::SkipEmptyParts);
    for (const QString& name : without) {
        if (!deviceClassNamed(name))
            return fail(FaultKind::Invalid, QStringLiteral("no class of devices is named ") + name);
    }
    settings.without += without;
    settings.simulate = arguments.removeAll(QStringLiteral("--simulate")) > 0 || settings.simulate;
    if (settings.cards.isEmpty())
        settings.cards = resourcePath(QStringLiteral("simulator/cards.json"));
    return settings;
}

void settle(const DeviceHub& hub) {
    QElapsedTimer timer;
    timer.start();
    while (!hub.settled() && timer.elapsed() < settleWithin.count())
        wait(20ms);
}

QString lineOf(const DeviceReport& device) {
    return QStringLiteral("%1 %2 %3 %4 %5 %6")
        .arg(device.id.text(), -20)
        .arg(nameOf(device.kind), -16)
        .arg(nameOf(device.status.device), -14)
        .arg(nameOf(device.status.media), -11)
        .arg(nameOf(device.status.paper), -8)
        .arg(device.status.detail)
        .trimmed();
}

QJsonObject jsonOf(const DeviceHub& hub) {
    QJsonArray devices;
    for (const DeviceReport& device : hub.devices()) {
        devices.append(QJsonObject{{QStringLiteral("id"), device.id.text()},
                                   {QStringLiteral("class"), nameOf(device.kind)},
                                   {QStringLiteral("device"), nameOf(device.status.device)},
                                   {QStringLiteral("media"), nameOf(device.status.media)},
                                   {QStringLiteral("paper"), nameOf(device.status.paper)},
                                   {QStringLiteral("toner"), nameOf(device.status.toner)},
                                   {QStringLiteral("detail"), device.status.detail}});
    }
    QJsonObject capabilities;
    for (const CapabilityState& state : hub.capabilities())
        capabilities.insert(nameOf(state.capability),
                            state.available ? QStringLiteral("available") : state.reason);
    return {{QStringLiteral("devices"), devices}, {QStringLiteral("capabilities"), capabilities}};
}

int list(const DeviceHub& hub) {
    settle(hub);
    if (hub.devices().isEmpty())
        say(QStringLiteral("no devices; try --simulate"));
    for (const DeviceReport& device : hub.devices())
        say(lineOf(device));
    return 0;
}

int status(const DeviceHub& hub) {
    settle(hub);
    say(QString::fromUtf8(QJsonDocument(jsonOf(hub)).toJson(QJsonDocument::Indented)).trimmed());
    return 0;
}

int test(const DeviceHub& hub) {
    settle(hub);
    int exit = 0;
    for (const DeviceReport& device : hub.devices()) {
        const bool fine = device.status.device == DeviceState::Online ||
                          device.status.device == DeviceState::DeviceBusy;
        say((fine ? QStringLiteral("ok    ") : QStringLiteral("fault ")) + lineOf(device));
        exit = fine ? exit : 1;
    }
    return exit;
}

void tellEvents(DeviceHub& hub) {
    QObject::connect(&hub, &DeviceHub::statusChanged, &hub,
                     [](const DeviceId& id, const DeviceStatus& status) {
                         say(QStringLiteral("status %1 %2 media %3 paper %4 %5")
                                 .arg(id.text(), nameOf(status.device), nameOf(status.media),
                                      nameOf(status.paper), status.detail)
                                 .trimmed());
                     });
    QObject::connect(&hub, &DeviceHub::cardRead, &hub, [](const IdCard& card) {
        say(QStringLiteral("card read: ") + nameOf(card.kind));
    });
    QObject::connect(&hub, &DeviceHub::cardRemoved, &hub,
                     [] { say(QStringLiteral("card removed")); });
    QObject::connect(&hub, &DeviceHub::readerFaulted, &hub, [](ReaderFault fault) {
        say(QStringLiteral("reader fault: ") + nameOf(fault));
    });
    QObject::connect(&hub, &DeviceHub::socialCardRead, &hub,
                     [] { say(QStringLiteral("social security card read")); });
    QObject::connect(&hub, &DeviceHub::contactCardRemoved, &hub,
                     [] { say(QStringLiteral("smart card removed")); });
    QObject::connect(&hub, &DeviceHub::documentRead, &hub, [](const Mrz& zone) {
        say(QStringLiteral("travel document read: ") + nameOf(zone.format));
    });
    QObject::connect(&hub, &DeviceHub::codeScanned, &hub, [](const QString& text) {
        say(QStringLiteral("code scanned: %1 characters").arg(text.size()));
    });
    QObject::connect(&hub, &DeviceHub::capabilitiesChanged, &hub, [&hub] {
        QStringList words;
        for (const CapabilityState& state : hub.capabilities())
            words.append(nameOf(state.capability) + u'=' +
                         (state.available ? QStringLiteral("yes") : state.reason));
        say(QStringLiteral("can ") + words.join(u' '));
    });
}

int play(DeviceHub& hub, const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(path + QStringLiteral(": cannot be opened"));
        return 2;
    }
    QTextStream lines(&file);
    while (!lines.atEnd()) {
        const QString line = lines.readLine().trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(QLatin1String("wait "))) {
            wait(std::chrono::milliseconds(line.mid(5).toInt()));
            continue;
        }
        say(QStringLiteral("> ") + line);
        const auto answer = performOnDesk(hub, line);
        if (!answer) {
            complain(answer.error().detail);
            return 1;
        }
        if (*answer != u"ok")
            say(*answer);
    }
    return 0;
}

int watch(DeviceHub& hub, const QString& seconds, const QString& script) {
    tellEvents(hub);
    DeskSocket socket(hub, deskSocketPath());
    if (hub.desk()) {
        if (const auto listening = socket.listen(); !listening)
            complain(listening.error().detail);
    }
    if (!script.isEmpty())
        return play(hub, script);
    if (!seconds.isEmpty())
        wait(std::chrono::milliseconds(static_cast<int>(seconds.toDouble() * 1000)));
    else
        QCoreApplication::exec();
    return 0;
}

int touch(const QStringList& words) {
    const auto answer = tellDesk(deskSocketPath(), words.join(u' '));
    if (answer)
        say(*answer);
    else
        complain(answer.error().detail);
    return answer ? 0 : 1;
}

} // namespace

int runDevice(const QStringList& given) {
    QStringList arguments = given;
    const QString verb = arguments.isEmpty() ? QString() : arguments.takeFirst();
    const QStringList verbs{QStringLiteral("list"), QStringLiteral("status"),
                            QStringLiteral("test"), QStringLiteral("watch")};
    if (verb == u"sim" && !arguments.isEmpty() && arguments[0] != u"--help")
        return touch(arguments);
    if (!verbs.contains(verb) || arguments.contains(QLatin1String("--help"))) {
        const bool asked = given.contains(QLatin1String("--help"));
        const QString text = QString::fromUtf8(usage).arg(deskConsoleHelp());
        asked ? say(text) : complain(text);
        return asked ? 0 : 2;
    }
    const QString seconds = takeOption(arguments, QStringLiteral("--for"));
    const QString script = takeOption(arguments, QStringLiteral("--script"));
    const auto settings = settingsFrom(arguments);
    bool number = true;
    if (!seconds.isEmpty())
        (void)seconds.toDouble(&number);
    if (!settings || !arguments.isEmpty() || !number) {
        complain(!settings ? settings.error().detail
                           : QStringLiteral("not understood: ") +
                                 (number ? arguments.join(u' ') : seconds));
        return 2;
    }
    DeviceHub hub(*settings);
    if (const auto opened = hub.open(); !opened) {
        complain(opened.error().detail);
        return 1;
    }
    if (verb == u"list")
        return list(hub);
    if (verb == u"status")
        return status(hub);
    return verb == u"test" ? test(hub) : watch(hub, seconds, script);
}

} // namespace tongban::cli
