// From device status to capabilities.
#include "services/devices/capabilities.h"

#include "services/devices/printer.h"

#include <array>

namespace tongban::devices {

namespace {

struct Row {
    Capability capability;
    const char* name;
    std::array<DeviceClass, 2> by;
};

constexpr std::array rows{
    Row{Capability::ReadIdCard,
        "read-id-card",
        {DeviceClass::IdentityReader, DeviceClass::IdentityReader}},
    Row{Capability::ReadSocialCard,
        "read-social-card",
        {DeviceClass::ContactCard, DeviceClass::ContactCard}},
    Row{Capability::ReadPassport,
        "read-passport",
        {DeviceClass::PassportReader, DeviceClass::PassportReader}},
    Row{Capability::ScanCode, "scan-code", {DeviceClass::CodeScanner, DeviceClass::CodeScanner}},
    Row{Capability::PrintReceipt,
        "print-receipt",
        {DeviceClass::ReceiptPrinter, DeviceClass::ReceiptPrinter}},
    Row{Capability::PrintDocument,
        "print-document",
        {DeviceClass::DocumentPrinter, DeviceClass::DocumentPrinter}},
    Row{Capability::CaptureDocument,
        "capture-document",
        {DeviceClass::DocumentCamera, DeviceClass::DocumentScanner}},
    Row{Capability::SignByHand,
        "sign-by-hand",
        {DeviceClass::SignaturePad, DeviceClass::SignaturePad}},
    Row{Capability::HandOut, "hand-out", {DeviceClass::Locker, DeviceClass::CardDispenser}},
};

QString whyNot(const DeviceReport& device) {
    if (device.kind == DeviceClass::ReceiptPrinter || device.kind == DeviceClass::DocumentPrinter)
        return whyNotPrint(device.status);
    if (device.status.device == DeviceState::Online ||
        device.status.device == DeviceState::DeviceBusy)
        return {};
    return device.status.detail.isEmpty() ? nameOf(device.status.device) : device.status.detail;
}

} // namespace

QString nameOf(Capability capability) {
    return QLatin1String(rows[static_cast<size_t>(capability)].name);
}

QList<CapabilityState> capabilitiesOf(const QList<DeviceReport>& devices) {
    QList<CapabilityState> states;
    for (const Row& row : rows) {
        CapabilityState state{row.capability, false, QStringLiteral("absent")};
        for (const DeviceReport& device : devices) {
            if (device.kind != row.by[0] && device.kind != row.by[1])
                continue;
            const QString reason = whyNot(device);
            if (!state.available && (reason.isEmpty() || state.reason == u"absent"))
                state = {row.capability, reason.isEmpty(), reason};
        }
        states.append(state);
    }
    return states;
}

} // namespace tongban::devices
