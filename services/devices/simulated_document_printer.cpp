// The simulated page printer.
#include "services/devices/simulated_document_printer.h"

#include "services/devices/page_printer_status.h"

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds perJob{800};

} // namespace

SimulatedDocumentPrinter::SimulatedDocumentPrinter(DeviceId id)
    : DocumentPrinter(std::move(id))
    , m_timer(this) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedDocumentPrinter::finish);
}

void SimulatedDocumentPrinter::open() {
    setTrouble(m_trouble);
}

void SimulatedDocumentPrinter::setTrouble(const QString& reason) {
    QMetaObject::invokeMethod(this, [this, reason] {
        m_trouble = reason;
        const bool stops = !reason.isEmpty() && !reason.endsWith(QLatin1String("-low"));
        setStatus(pagePrinterStatus(stops ? 5 : 3,
                                    reason.isEmpty() ? QStringList() : QStringList(reason)));
        if (stops && m_running != 0)
            complete(std::exchange(m_running, 0), CompletionCode::Unknown, {}, status().detail);
    });
}

QList<QByteArray> SimulatedDocumentPrinter::printed() const {
    const QMutexLocker lock(&m_guard);
    return m_printed;
}

void SimulatedDocumentPrinter::execute(const Command& command) {
    if (command.name != u"Printer.Print")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (const QString why = whyNotPrint(status()); !why.isEmpty())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, why);
    if (m_running != 0)
        return complete(command.id, CompletionCode::SequenceError, {},
                        QStringLiteral("a job is running"));
    m_running = command.id;
    m_content = command.payload.value<PrintJob>().content;
    m_timer.start(perJob);
}

CompletionCode SimulatedDocumentPrinter::cutShort(CommandId command, CompletionCode code) const {
    return command == m_running ? CompletionCode::Unknown : code;
}

void SimulatedDocumentPrinter::abandon(CommandId command) {
    if (command == m_running)
        m_running = 0;
}

void SimulatedDocumentPrinter::finish() {
    if (m_running == 0)
        return;
    {
        const QMutexLocker lock(&m_guard);
        m_printed.append(m_content);
    }
    complete(std::exchange(m_running, 0), CompletionCode::Success);
}

} // namespace tongban::devices
