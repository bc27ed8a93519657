// Indicators: the guide lights beside slots and plates (XFS4IoT Lights).
#pragma once

#include "services/devices/device.h"

namespace tongban::devices {

enum class LightMode { Off, On, Slow, Medium, Quick }; // flashing: 0.5, 1 and 2 times a second
QString nameOf(LightMode mode);
std::optional<LightMode> lightModeNamed(const QString& name);

struct Light {
    QString name; // as XFS4IoT: cardReader, receiptPrinter, documentPrinter, scanner …
    LightMode mode = LightMode::Off;
    bool operator==(const Light&) const = default;
};

// Command "Lights.SetLight" with a Light; InvalidData for a lamp this machine has not.
class Indicators : public Device {
    Q_OBJECT

public:
    explicit Indicators(DeviceId id);

protected:
    void execute(const Command& command) override;
    virtual CompletionCode set(const Light& light) = 0;
};

// Lamps of the kernel's LED class: FOLDER/NAME/{brightness,trigger,delay_on,delay_off}, which the
// boards for GPIO and USB relays provide.
class LedIndicators final : public Indicators {
    Q_OBJECT

public:
    explicit LedIndicators(DeviceId id, QString folder); // /sys/class/leds

    void open() override;

private:
    CompletionCode set(const Light& light) override;
    bool write(const QString& lamp, const char* file, const QByteArray& value) const;

    const QString m_folder;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::Light)
