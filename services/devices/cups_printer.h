// CupsPrinter: a page printer behind CUPS; status every second from IPP, jobs that end known or are
// withdrawn.
#pragma once

#include "services/devices/printer.h"

#include <cups/cups.h>

namespace tongban::devices {

// "completed" in CUPS means sent to the printer: whether the sheets came out, only a sensor or the
// citizen knows.
class CupsPrinter final : public DocumentPrinter {
    Q_OBJECT

public:
    CupsPrinter(DeviceId id, QString queue);
    ~CupsPrinter() override;

    void open() override;
    void close() override;

private:
    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    CompletionCode cutShort(CommandId command, CompletionCode code) const override;
    void poll();
    void disconnect();
    bool connected();
    void readStatus();
    void readJob();
    int createJob(const QByteArray& document);
    void withdraw();

    const QByteArray m_queue;
    http_t* m_http = nullptr;
    QTimer m_poll;
    CommandId m_running = 0;
    int m_job = 0;
};

} // namespace tongban::devices
