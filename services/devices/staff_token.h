// StaffToken: the key that a clerk plugs in to sign (UKey).
#pragma once

#include "services/devices/device.h"
#include "services/devices/vendor_process.h"

namespace tongban::devices {

struct TokenRequest {
    QString pin;       // never logged, never kept
    QByteArray digest; // 32 octets, SM3 with the user's part (GM/T 0009)
};

// Commands: "StaffToken.Sign" with a TokenRequest completes with 64 octets r‖s;
// "StaffToken.ReadCertificate" with the certificate as DER. Completions:
//   UserError       "wrong-pin 3": tries left; "locked"
//   DeviceNotReady  "no-token", "unavailable"
class StaffToken : public Device {
    Q_OBJECT

public:
    explicit StaffToken(DeviceId id);
};

// A token behind its maker's SKF library, in the helper process.
class SkfToken final : public StaffToken {
    Q_OBJECT

public:
    // `program`: the helper; empty for the one beside this program.
    SkfToken(DeviceId id, QString library, const QString& program = {});

    void open() override;
    void close() override;

private:
    void execute(const Command& command) override;
    void look();
    void answered(CommandId command, const char* key, const QJsonObject& answer);

    const QString m_library;
    VendorProcess m_helper;
    QTimer m_look;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::TokenRequest)
