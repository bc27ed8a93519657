// EscPosPrinter: a receipt printer on a serial line; asks for its status every second and before
// every job.
#pragma once

#include "services/devices/escpos_status.h"
#include "services/devices/printer.h"

#include <QSerialPort>
#include <optional>

namespace tongban::devices {

struct PrinterLine {
    QString port;
    int baud = 115200;
};

class EscPosPrinter final : public ReceiptPrinter {
    Q_OBJECT

public:
    EscPosPrinter(DeviceId id, PrinterLine line);

    void open() override;
    void close() override;

private:
    struct Running {
        CommandId command = 0;
        QByteArray bytes;
        bool sent = false;
        bool failed = false; // a fault was seen after the first byte
        QString why;
    };

    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    CompletionCode cutShort(CommandId command, CompletionCode code) const override;
    void tryOpen();
    void lineFailed(QSerialPort::SerialPortError error);
    void ask();
    void received(const QByteArray& bytes);
    void roundEnded();
    void startJob();
    void endJob(CompletionCode code, const QString& why);
    void forgetTicket();

    const PrinterLine m_line;
    QSerialPort m_port;
    QTimer m_poll;
    QTimer m_answer; // a round of status answers is due
    EscPosStatus m_status;
    int m_asked = 0; // DLE EOT n that waits for its byte; 0: none
    int m_silentRounds = 0;
    std::optional<Running> m_job;
    bool m_broken = false; // a ticket stopped half-way: its rest must not come out
};

} // namespace tongban::devices
