// SerialCardReader: an ID card reader on a serial line (115200 8N1), plugged and unplugged at any
// time.
#pragma once

#include "services/devices/identity_reader.h"

#include <QSerialPort>

namespace tongban::devices {

struct SerialLine {
    QString port; // /dev/ttyS0, /dev/serial/by-id/…
    int baud = 115200;
    bool withFingerprint = false;
    int haste = 1; // of a simulated line
};

class SerialCardReader final : public IdentityReader {
    Q_OBJECT

public:
    SerialCardReader(DeviceId id, SerialLine line, SdtTiming timing = {});

    void open() override;
    void close() override;

private:
    void tryOpen();
    void failed(QSerialPort::SerialPortError error);
    void transmit(const QByteArray& bytes) override;

    const SerialLine m_line;
    QSerialPort m_port;
    QTimer m_reopen;
    bool m_said = false; // that the line is gone, until it is back
};

} // namespace tongban::devices
