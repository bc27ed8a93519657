// A simulated page printer: keeps the PDFs it is given, and has troubles on demand.
#pragma once

#include "services/devices/printer.h"

namespace tongban::devices {

class SimulatedDocumentPrinter final : public DocumentPrinter {
    Q_OBJECT

public:
    explicit SimulatedDocumentPrinter(DeviceId id);

    void open() override;
    // From any thread. A trouble set while a job runs lets it fail half-way.
    void setTrouble(const QString& reason); // a CUPS keyword: "media-empty", "media-jam",
                                            // "door-open", …; empty: none
    QList<QByteArray> printed() const;

private:
    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    CompletionCode cutShort(CommandId command, CompletionCode code) const override;
    void finish();

    mutable QMutex m_guard;
    QList<QByteArray> m_printed;
    QString m_trouble;
    CommandId m_running = 0;
    QByteArray m_content;
    QTimer m_timer;
};

} // namespace tongban::devices
