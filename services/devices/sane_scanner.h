// SaneScanner: flat-bed and feeder scanners through SANE.
#pragma once

#include "services/devices/device.h"

#include <QImage>

namespace tongban::devices {

struct ScanRequest {
    int dpi = 200;
    bool colour = true;
    QString source; // "" as set; "Automatic Document Feeder", "Flatbed" …
};

// Command "Scanner.Scan" with a ScanRequest completes with a QImage. A jam or an empty feeder is
// UserError with the detail "paper-jam", "no-document", "cover-open"; pages scanned before stay
// good.
class SaneScanner final : public Device {
    Q_OBJECT

public:
    SaneScanner(DeviceId id, QString name); // SANE's name of the device, e.g. "test:0"
    ~SaneScanner() override;

    void open() override;
    void close() override;

    // For tests and special devices: an option of the device by name, given as text. From the
    // device's thread.
    bool setOption(const QByteArray& name, const QString& value);

private:
    void execute(const Command& command) override;
    void tryOpen();
    void scan(const Command& command);

    const QByteArray m_name;
    void* m_handle = nullptr;
    bool m_initialised = false;
    QTimer m_reopen;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::ScanRequest)
