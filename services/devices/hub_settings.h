// Which devices a machine has, from its settings file, and the drivers for them.
#pragma once

#include "services/core/result.h"
#include "services/devices/device.h"

#include <QStringList>
#include <memory>
#include <vector>

class QJsonObject;

namespace tongban::devices {

// An empty place is a device this machine does not have.
struct HubSettings {
    bool simulate = false; // the simulators stand in for everything
    QString cards;         // sample cards of the simulator: resources/simulator/cards.json
    QStringList without;   // classes left out of the simulation, by their names ("ReceiptPrinter")
    int haste = 1;         // how many times as fast the simulated card reader's clock runs

    QString idReader; // serial port, or "usb", or "usb:0400:c35a"
    int idReaderBaud = 115200;
    bool fingerprint = false; // read the fingerprint templates as well
    QString socialCardReader; // part of a PC/SC reader's name, or "*"
    QString receiptPrinter;   // serial port
    QString documentPrinter;  // CUPS queue
    QString documentCamera;   // folder or file of pictures
    QString documentScanner;  // SANE device
    QString ups;              // NUT name of the power supply
    QString codeScanner;      // /dev/input/… keyboard mode, /dev/tty… serial, else pictures
    QString passportReader;   // the same two, for swipe readers
    QString signaturePad;     // /dev/input/… of a pen pad
    QString staffToken;       // the maker's SKF library
    QString indicators;       // folder of lamps: /sys/class/leds
};

Result<HubSettings> readHubSettings(const QJsonObject& json);
// The member "devices" of a machine's settings file. NotFound, or Invalid with the place.
Result<HubSettings> loadHubSettings(const QString& file);

// Not opened yet, on the calling thread.
std::vector<std::unique_ptr<Device>> devicesFor(const HubSettings& settings);

} // namespace tongban::devices
