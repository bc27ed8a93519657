// Settings to drivers.
#include "services/devices/hub_settings.h"

#include "services/core/json_reader.h"
#include "services/devices/code_scanner.h"
#include "services/devices/cups_printer.h"
#include "services/devices/escpos_printer.h"
#include "services/devices/image_file_camera.h"
#include "services/devices/indicators.h"
#include "services/devices/nut_ups.h"
#include "services/devices/passport_reader.h"
#include "services/devices/pcsc_card_reader.h"
#include "services/devices/sane_scanner.h"
#include "services/devices/serial_card_reader.h"
#include "services/devices/signature_pad.h"
#include "services/devices/staff_token.h"
#include "services/devices/usb_card_reader.h"

#include <QFile>

namespace tongban::devices {

namespace {

DeviceId id(const char* name) {
    return DeviceId(QLatin1String(name));
}

// "usb" is the reader common in the field; "usb:VVVV:PPPP" another one.
std::unique_ptr<Device> idReaderFor(const HubSettings& settings) {
    const QStringList parts = settings.idReader.split(u':');
    if (parts[0] != u"usb")
        return std::make_unique<SerialCardReader>(
            id("id-reader"),
            SerialLine{settings.idReader, settings.idReaderBaud, settings.fingerprint});
    const quint16 vendor = parts.size() == 3 ? parts[1].toUShort(nullptr, 16) : 0x0400;
    const quint16 product = parts.size() == 3 ? parts[2].toUShort(nullptr, 16) : 0xC35A;
    return std::make_unique<UsbCardReader>(id("id-reader"), libusbPipes(vendor, product),
                                           settings.fingerprint);
}

// A machine that sends lines of text: in keyboard mode, or on a serial line.
std::unique_ptr<CodeScanner> lineScannerFor(const DeviceId& id, const QString& place) {
    if (place.startsWith(QLatin1String("/dev/input/")))
        return std::make_unique<WedgeScanner>(id, place);
    return std::make_unique<SerialScanner>(id, place);
}

std::unique_ptr<Device> scannerFor(const QString& place) {
    const DeviceId scanner = id("code-scanner");
    if (place.startsWith(QLatin1String("/dev/")))
        return lineScannerFor(scanner, place);
    return std::make_unique<CameraScanner>(
        scanner, std::make_unique<ImageFileCamera>(id("code-camera"), place));
}

} // namespace

Result<HubSettings> readHubSettings(const QJsonObject& json) {
    JsonReader reader(json, QStringLiteral("$.devices"));
    HubSettings settings;
    settings.simulate = reader.flag(QStringLiteral("simulate"));
    settings.cards = reader.text(QStringLiteral("cards"));
    settings.without = reader.texts(QStringLiteral("without"));
    settings.idReader = reader.text(QStringLiteral("idReader"));
    settings.idReaderBaud = reader.number(QStringLiteral("idReaderBaud"), 115200);
    settings.fingerprint = reader.flag(QStringLiteral("fingerprint"));
    settings.socialCardReader = reader.text(QStringLiteral("socialCardReader"));
    settings.receiptPrinter = reader.text(QStringLiteral("receiptPrinter"));
    settings.documentPrinter = reader.text(QStringLiteral("documentPrinter"));
    settings.documentCamera = reader.text(QStringLiteral("documentCamera"));
    settings.documentScanner = reader.text(QStringLiteral("documentScanner"));
    settings.ups = reader.text(QStringLiteral("ups"));
    settings.codeScanner = reader.text(QStringLiteral("codeScanner"));
    settings.passportReader = reader.text(QStringLiteral("passportReader"));
    settings.signaturePad = reader.text(QStringLiteral("signaturePad"));
    settings.staffToken = reader.text(QStringLiteral("staffToken"));
    settings.indicators = reader.text(QStringLiteral("indicators"));
    for (const QString& name : settings.without) {
        if (!deviceClassNamed(name))
            reader.refuse(QStringLiteral("without"), QStringLiteral("no class ") + name);
    }
    static const QList<int> rates{115200, 57600, 38400, 19200, 9600};
    if (!rates.contains(settings.idReaderBaud))
        reader.refuse(QStringLiteral("idReaderBaud"),
                      QStringLiteral("not a rate of these readers"));
    TRY(reader.check());
    return settings;
}

Result<HubSettings> loadHubSettings(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("%1 cannot be opened").arg(path));
    TRY_ASSIGN(const QJsonObject root, parseJsonObject(file.readAll()));
    return readHubSettings(root.value(QLatin1String("devices")).toObject());
}

std::vector<std::unique_ptr<Device>> devicesFor(const HubSettings& settings) {
    std::vector<std::unique_ptr<Device>> devices;
    if (!settings.idReader.isEmpty())
        devices.push_back(idReaderFor(settings));
    if (const QString reader = settings.socialCardReader; !reader.isEmpty())
        devices.push_back(std::make_unique<PcscCardReader>(id("social-card-reader"),
                                                           reader == u"*" ? QString() : reader));
    if (!settings.codeScanner.isEmpty())
        devices.push_back(scannerFor(settings.codeScanner));
    if (!settings.receiptPrinter.isEmpty())
        devices.push_back(std::make_unique<EscPosPrinter>(id("receipt-printer"),
                                                          PrinterLine{settings.receiptPrinter}));
    if (!settings.documentPrinter.isEmpty())
        devices.push_back(
            std::make_unique<CupsPrinter>(id("document-printer"), settings.documentPrinter));
    if (!settings.documentCamera.isEmpty())
        devices.push_back(
            std::make_unique<ImageFileCamera>(id("document-camera"), settings.documentCamera));
    if (!settings.documentScanner.isEmpty())
        devices.push_back(
            std::make_unique<SaneScanner>(id("document-scanner"), settings.documentScanner));
    if (!settings.passportReader.isEmpty())
        devices.push_back(std::make_unique<PassportReader>(
            id("passport-reader"), lineScannerFor(id("passport-line"), settings.passportReader)));
    if (!settings.signaturePad.isEmpty())
        devices.push_back(std::make_unique<PenPad>(id("signature-pad"), settings.signaturePad));
    if (!settings.staffToken.isEmpty())
        devices.push_back(std::make_unique<SkfToken>(id("staff-token"), settings.staffToken));
    if (!settings.indicators.isEmpty())
        devices.push_back(std::make_unique<LedIndicators>(id("indicators"), settings.indicators));
    if (!settings.ups.isEmpty())
        devices.push_back(std::make_unique<NutUps>(id("ups"), settings.ups));
    return devices;
}

} // namespace tongban::devices
