// A job goes out after a fresh status; GS r 1 behind it is answered only when everything before it
// is on paper.
#include "services/devices/escpos_printer.h"

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds pollEvery{1000};
constexpr std::chrono::milliseconds answerWithin{500};
constexpr std::chrono::milliseconds reopenEvery{500};
const QByteArray confirm = QByteArrayLiteral("\x1Dr\x01");
// Reset, a line, cut: what hangs there of a broken ticket does not stick to the next.
const QByteArray cutOff = QByteArrayLiteral("\x1B@\n\x1DVB\x00");

} // namespace

EscPosPrinter::EscPosPrinter(DeviceId id, PrinterLine line)
    : ReceiptPrinter(std::move(id))
    , m_line(std::move(line))
    , m_port(this)
    , m_poll(this)
    , m_answer(this) {
    m_answer.setSingleShot(true);
    connect(&m_answer, &QTimer::timeout, this, &EscPosPrinter::roundEnded);
    connect(&m_poll, &QTimer::timeout, this, [this] { m_port.isOpen() ? ask() : tryOpen(); });
    connect(&m_port, &QSerialPort::readyRead, this, [this] { received(m_port.readAll()); });
    connect(&m_port, &QSerialPort::errorOccurred, this, &EscPosPrinter::lineFailed);
}

void EscPosPrinter::open() {
    m_port.setPortName(m_line.port);
    m_port.setBaudRate(m_line.baud);
    tryOpen();
}

void EscPosPrinter::tryOpen() {
    if (!m_port.open(QIODevice::ReadWrite)) {
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
        return m_poll.start(reopenEvery);
    }
    m_silentRounds = 0;
    m_asked = 0;
    if (m_broken) // only the cable was away: the printer may still hold the ticket
        m_port.write(escPosForget);
    m_poll.start(pollEvery);
    ask();
}

void EscPosPrinter::lineFailed(QSerialPort::SerialPortError error) {
    if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError || !m_port.isOpen())
        return;
    m_port.close();
    m_answer.stop();
    m_asked = 0;
    setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
    if (m_job)
        endJob(m_job->sent ? CompletionCode::Unknown : CompletionCode::DeviceNotReady,
               QStringLiteral("gone"));
    m_poll.start(reopenEvery);
}

void EscPosPrinter::close() {
    m_poll.stop();
    m_answer.stop();
    if (m_job)
        endJob(m_job->sent ? CompletionCode::Unknown : CompletionCode::DeviceNotReady,
               QStringLiteral("closed"));
    m_port.close();
    ReceiptPrinter::close();
}

// One status byte at a time: they carry no number, so only the order tells them apart.
void EscPosPrinter::ask() {
    if (m_asked != 0)
        return;
    m_status.clear();
    m_asked = 1;
    m_port.write(QByteArrayLiteral("\x10\x04\x01"));
    m_answer.start(answerWithin);
}

void EscPosPrinter::received(const QByteArray& bytes) {
    for (const char byte : bytes) {
        const auto value = static_cast<quint8>(byte);
        if (m_asked != 0 && EscPosStatus::plausible(value)) {
            m_status.answered(m_asked, value);
            if (m_status.complete()) {
                roundEnded();
            } else {
                ++m_asked;
                m_port.write(QByteArrayLiteral("\x10\x04") + static_cast<char>(m_asked));
                m_answer.start(answerWithin);
            }
        } else if (m_job && m_job->sent && plausiblePaperStatus(value)) {
            endJob(m_job->failed ? CompletionCode::Unknown : CompletionCode::Success, m_job->why);
        }
    }
}

// Complete, or silent for too long.
void EscPosPrinter::roundEnded() {
    m_answer.stop();
    m_asked = 0;
    if (m_status.complete()) {
        m_silentRounds = 0;
        setStatus(m_status.status());
    } else if (++m_silentRounds >= 2) {
        setStatus({DeviceState::Unknown, MediaState::Unknown, {}, {}, QStringLiteral("no-answer")});
    }
    if (!m_job)
        return;
    // One silence is no verdict: the question may stand in line behind the ticket's own bytes.
    if (!m_status.complete() && m_silentRounds < (m_job->sent ? 4 : 2))
        return m_job->sent ? void() : ask();
    const QString why = m_status.complete() ? whyNotPrint(status()) : QStringLiteral("no-answer");
    if (!m_job->sent)
        return why.isEmpty() ? startJob() : endJob(CompletionCode::DeviceNotReady, why);
    if (!why.isEmpty()) {
        // A stopped printer never answers the confirmation: the paper may hold half a ticket.
        m_job->failed = true;
        endJob(CompletionCode::Unknown, why);
    }
}

void EscPosPrinter::execute(const Command& command) {
    if (command.name != u"Printer.Print")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    const PrintJob job = command.payload.value<PrintJob>();
    if (job.content.isEmpty())
        return complete(command.id, CompletionCode::InvalidData);
    if (m_job)
        return complete(command.id, CompletionCode::SequenceError, {},
                        QStringLiteral("a job is running"));
    if (!m_port.isOpen())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, QStringLiteral("gone"));
    m_job = Running{command.id, job.content};
    ask();
}

void EscPosPrinter::startJob() {
    m_job->sent = true;
    m_port.write((std::exchange(m_broken, false) ? cutOff : QByteArray()) + m_job->bytes + confirm);
}

void EscPosPrinter::forgetTicket() {
    m_broken = true;
    if (m_port.isOpen())
        m_port.write(escPosForget);
}

// Cancelled or out of time; what was sent cannot be called back.
void EscPosPrinter::abandon(CommandId command) {
    if (!m_job || m_job->command != command)
        return;
    if (m_job->sent)
        forgetTicket();
    m_job.reset();
}

CompletionCode EscPosPrinter::cutShort(CommandId command, CompletionCode code) const {
    return m_job && m_job->command == command && m_job->sent ? CompletionCode::Unknown : code;
}

void EscPosPrinter::endJob(CompletionCode code, const QString& why) {
    const CommandId command = m_job->command;
    m_job.reset();
    if (code == CompletionCode::Unknown)
        forgetTicket();
    complete(command, code, {}, why);
}

} // namespace tongban::devices
