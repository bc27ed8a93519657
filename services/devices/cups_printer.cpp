// IPP through libcups: Get-Printer-Attributes, Create-Job, Send-Document, Get-Job-Attributes,
// Cancel-Job.
#include "services/devices/cups_printer.h"

#include "services/devices/page_printer_status.h"

#include <array>
#include <memory>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds pollEvery{500};
constexpr int connectWithin = 500; // milliseconds; the server is on this machine

using Answer = std::unique_ptr<ipp_t, void (*)(ipp_t*)>;

QByteArray uriOf(const QByteArray& queue) {
    return "ipp://localhost/printers/" + queue;
}

Answer ask(http_t* http, ipp_op_t operation, const QByteArray& queue, int job,
           std::initializer_list<const char*> attributes) {
    ipp_t* request = ippNewRequest(operation);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 uriOf(queue).constData());
    if (job > 0)
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(attributes.size()), nullptr, attributes.begin());
    return {cupsDoRequest(http, request, "/"), ippDelete};
}

int number(ipp_t* answer, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

QStringList texts(ipp_t* answer, const char* name) {
    QStringList values;
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i)
        values.append(QString::fromUtf8(ippGetString(attribute, i, nullptr)));
    return values;
}

} // namespace

CupsPrinter::CupsPrinter(DeviceId id, QString queue)
    : DocumentPrinter(std::move(id))
    , m_queue(queue.toUtf8())
    , m_poll(this) {
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &CupsPrinter::poll);
}

CupsPrinter::~CupsPrinter() {
    disconnect();
}

void CupsPrinter::open() {
    m_poll.start();
    poll();
}

void CupsPrinter::disconnect() {
    if (m_http != nullptr)
        httpClose(m_http);
    m_http = nullptr;
}

void CupsPrinter::close() {
    m_poll.stop();
    DocumentPrinter::close();
    disconnect();
}

bool CupsPrinter::connected() {
    if (m_http == nullptr)
        m_http = httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC,
                              HTTP_ENCRYPTION_IF_REQUESTED, 1, connectWithin, nullptr);
    return m_http != nullptr;
}

void CupsPrinter::poll() {
    readStatus();
    if (m_running != 0)
        readJob();
}

void CupsPrinter::readStatus() {
    const DeviceStatus noService{
        DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("no-service")};
    if (!connected())
        return setStatus(noService);
    const Answer answer =
        ask(m_http, IPP_OP_GET_PRINTER_ATTRIBUTES, m_queue, 0,
            {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"});
    if (!answer || cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND) {
        setStatus(answer ? DeviceStatus{DeviceState::NoDevice,
                                        MediaState::Unknown,
                                        {},
                                        {},
                                        QStringLiteral("no-queue")}
                         : noService);
        return disconnect();
    }
    setStatus(pagePrinterStatus(number(answer.get(), "printer-state"),
                                texts(answer.get(), "printer-state-reasons")));
}

void CupsPrinter::execute(const Command& command) {
    if (command.name != u"Printer.Print")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    const PrintJob job = command.payload.value<PrintJob>();
    if (!job.content.startsWith("%PDF"))
        return complete(command.id, CompletionCode::InvalidData, {}, QStringLiteral("not a PDF"));
    if (m_running != 0)
        return complete(command.id, CompletionCode::SequenceError, {},
                        QStringLiteral("a job is running"));
    readStatus();
    if (const QString why = whyNotPrint(status()); !why.isEmpty())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, why);
    m_running = command.id;
    m_job = createJob(job.content);
    if (m_job == 0) {
        complete(std::exchange(m_running, 0), CompletionCode::CommandErrorCode, {},
                 QString::fromUtf8(cupsLastErrorString()));
        disconnect();
    }
}

// The title says nothing about anybody: it stays in the spooler's log.
int CupsPrinter::createJob(const QByteArray& document) {
    const char* name = m_queue.constData();
    const int job = cupsCreateJob(m_http, name, "tongban", 0, nullptr);
    if (job == 0)
        return 0;
    const bool sent =
        cupsStartDocument(m_http, name, job, "document", CUPS_FORMAT_PDF, 1) ==
            HTTP_STATUS_CONTINUE &&
        cupsWriteRequestData(m_http, document.constData(), static_cast<size_t>(document.size())) ==
            HTTP_STATUS_CONTINUE &&
        cupsFinishDocument(m_http, name) <= IPP_STATUS_OK_EVENTS_COMPLETE;
    if (sent)
        return job;
    cupsCancelJob2(m_http, name, job, 1);
    return 0;
}

void CupsPrinter::readJob() {
    if (!connected())
        return;
    const Answer answer =
        ask(m_http, IPP_OP_GET_JOB_ATTRIBUTES, m_queue, m_job, {"job-state", "job-state-reasons"});
    const int state = answer ? number(answer.get(), "job-state") : 0;
    if (state == IPP_JSTATE_COMPLETED) {
        complete(std::exchange(m_running, 0), CompletionCode::Success);
        return;
    }
    const bool ended = state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED;
    const QString why = whyNotPrint(status());
    const bool stuck = !why.isEmpty() && status().device != DeviceState::Unknown;
    if (!ended && !stuck)
        return;
    // A stopped printer may hold half a document; what is left must not come out for the next
    // citizen.
    withdraw();
    complete(std::exchange(m_running, 0), CompletionCode::Unknown, {}, why);
}

void CupsPrinter::withdraw() {
    if (m_job > 0 && connected())
        cupsCancelJob2(m_http, m_queue.constData(), m_job, 1); // and its spool file
    m_job = 0;
}

CompletionCode CupsPrinter::cutShort(CommandId command, CompletionCode code) const {
    return command == m_running ? CompletionCode::Unknown : code;
}

void CupsPrinter::abandon(CommandId command) {
    if (command != m_running)
        return;
    m_running = 0;
    withdraw();
}

} // namespace tongban::devices
