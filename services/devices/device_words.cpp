// The words of the device contract, spelt as XFS4IoT spells them.
#include "services/devices/device.h"

#include <array>

namespace tongban::devices {

namespace {

template <typename Enum, size_t n>
QString word(const std::array<const char*, n>& words, Enum value) {
    const auto index = static_cast<size_t>(value);
    return QLatin1String(index < n ? words[index] : "unknown");
}

} // namespace

QString nameOf(DeviceClass value) {
    static constexpr std::array words{
        "IdentityReader",  "ContactCard",    "PassportReader",  "CodeScanner",  "ReceiptPrinter",
        "DocumentPrinter", "DocumentCamera", "DocumentScanner", "SignaturePad", "StaffToken",
        "CardDispenser",   "Locker",         "Indicators",      "Ups"};
    return word(words, value);
}

std::optional<DeviceClass> deviceClassNamed(const QString& name) {
    for (int kind = 0; kind <= static_cast<int>(DeviceClass::Ups); ++kind) {
        const auto known = static_cast<DeviceClass>(kind);
        if (nameOf(known).compare(name, Qt::CaseInsensitive) == 0)
            return known;
    }
    return {};
}

QString nameOf(DeviceState value) {
    static constexpr std::array words{"unknown",      "online",         "offline",   "powerOff",
                                      "noDevice",     "hardwareError",  "userError", "deviceBusy",
                                      "fraudAttempt", "potentialFraud", "starting"};
    return word(words, value);
}

QString nameOf(MediaState value) {
    static constexpr std::array words{"unknown",  "present", "notPresent", "jammed",
                                      "entering", "latched", "retracted"};
    return word(words, value);
}

QString nameOf(PaperState value) {
    static constexpr std::array words{"unknown", "full", "low", "out", "jammed"};
    return word(words, value);
}

QString nameOf(CompletionCode value) {
    static constexpr std::array words{
        "success",       "commandErrorCode", "canceled",     "deviceNotReady",     "hardwareError",
        "internalError", "invalidCommand",   "timeOut",      "unsupportedCommand", "invalidData",
        "userError",     "unsupportedData",  "fraudAttempt", "sequenceError",      "unknown"};
    return word(words, value);
}

} // namespace tongban::devices
