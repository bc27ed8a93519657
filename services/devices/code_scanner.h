// CodeScanner: devices that read codes shown by citizens — in keyboard mode, on a serial line, or
// with a camera.
#pragma once

#include "services/devices/code_reader.h"
#include "services/devices/evdev_input.h"
#include "services/devices/frame_source.h"
#include "services/devices/wedge_assembler.h"

#include <QElapsedTimer>
#include <QSerialPort>

namespace tongban::devices {

// Command "BarcodeReader.Read" completes with the text of the next code. What a code says is a
// secret of its owner: it is never logged.
class CodeScanner : public Device {
    Q_OBJECT

public:
    explicit CodeScanner(DeviceId id);

Q_SIGNALS:
    void codeScanned(const QString& text);

protected:
    void tell(const QString& text);
    void execute(const Command& command) override;
    void abandon(CommandId command) override;

private:
    QList<CommandId> m_readers;
};

// A scanner in keyboard mode at /dev/input/by-id/…, grabbed so that it never types into a field.
class WedgeScanner final : public CodeScanner {
    Q_OBJECT

public:
    WedgeScanner(DeviceId id, const QString& path);
    void open() override;
    void close() override;

private:
    void happened(quint16 type, quint16 code, qint32 value, std::chrono::milliseconds at);

    EvdevInput m_input;
    WedgeAssembler m_assembler;
};

// A scanner on a serial line or USB-COM: a text and a line end.
class SerialScanner final : public CodeScanner {
    Q_OBJECT

public:
    SerialScanner(DeviceId id, QString port, int baud = 9600);
    void open() override;
    void close() override;

private:
    void tryOpen();
    void received(const QByteArray& bytes);

    const QString m_portName;
    const int m_baud;
    QSerialPort m_port;
    QTimer m_reopen;
    QByteArray m_line;
};

// A camera for codes; previews come from the frames of `camera`, which lives inside the scanner.
class CameraScanner final : public CodeScanner {
    Q_OBJECT

public:
    CameraScanner(DeviceId id, std::unique_ptr<FrameSource> camera, CodeFormats formats = {});
    void open() override;
    void close() override;
    FrameSource& camera() { return *m_camera; }

Q_SIGNALS:
    void frame(const QImage& picture);

private:
    FrameSource* m_camera; // a child: it follows to the scanner's thread
    CodeWatch m_watch;
    QElapsedTimer m_clock;
};

} // namespace tongban::devices
