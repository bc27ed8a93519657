// What this machine can do now, and why not: derived from the status of its devices.
#pragma once

#include "services/devices/device.h"

#include <QList>

namespace tongban::devices {

enum class Capability {
    ReadIdCard,
    ReadSocialCard,
    ReadPassport,
    ScanCode,
    PrintReceipt,
    PrintDocument,
    CaptureDocument,
    SignByHand,
    HandOut, // locker or card dispenser
};

struct CapabilityState {
    Capability capability = Capability::ReadIdCard;
    bool available = false;
    QString reason; // why not: "absent", "gone", "paper-out", "cover-open", …; for the interface to
                    // put into words
    bool operator==(const CapabilityState&) const = default;
};

struct DeviceReport {
    DeviceId id;
    DeviceClass kind = DeviceClass::IdentityReader;
    DeviceStatus status;
};

QString nameOf(Capability capability); // read-id-card, print-receipt, …
// Every capability, available when one device can do it.
QList<CapabilityState> capabilitiesOf(const QList<DeviceReport>& devices);

} // namespace tongban::devices
