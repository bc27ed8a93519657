// Each print is counted in the database first, so that a second one is marked 补打 even after a
// restart.
#include "app/receipt_printing.h"

#include "services/cases/case_store.h"
#include "services/core/async.h"
#include "services/core/logging.h"
#include "services/devices/ticket.h"
#include "services/receipt/receipt_document.h"

#include <QDateTime>
#include <QFile>
#include <QtConcurrentRun>

namespace tongban::app {

namespace {

using devices::TicketLine;

QString localText(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count())
        .toString(QStringLiteral("yyyy年M月d日 HH:mm"));
}

// The promise is counted from 受理 (《行政许可法》 Art. 42), so there is a day only once its clock
// runs.
QString promiseText(const session::Application& made) {
    if (made.latest.isValid())
        return made.latest.toString(QStringLiteral("yyyy年M月d日"));
    return made.promised.isEmpty()
               ? QString()
               : QStringLiteral("受理后 %1内").arg(catalog::limitText(made.promised));
}

devices::Ticket ticketFor(const session::Application& made, const session::Machine& machine,
                          int which) {
    devices::Ticket ticket;
    if (which > 1)
        ticket.reprintMark = QStringLiteral("补打 第%1次").arg(which - 1);
    const auto add = [&ticket](TicketLine::Kind kind, const QString& text,
                               const QString& value = {}) {
        ticket.lines.append({kind, text, value});
    };
    add(TicketLine::Kind::Title, made.receiptLines.value(0));
    add(TicketLine::Kind::Remark, machine.hall);
    add(TicketLine::Kind::Rule, {});
    add(TicketLine::Kind::Pair, QStringLiteral("凭证编号"), made.submission.receiptNumber);
    add(TicketLine::Kind::Pair, QStringLiteral("事项"), made.receiptLines.value(2));
    add(TicketLine::Kind::Pair, QStringLiteral("提交时间"), localText(made.submission.at));
    if (const QString latest = promiseText(made); !latest.isEmpty())
        add(TicketLine::Kind::Pair, QStringLiteral("最晚办完"), latest);
    if (!made.receiptCode.isEmpty())
        add(TicketLine::Kind::Pair, QStringLiteral("查询码"), made.receiptCode);
    add(TicketLine::Kind::Rule, {});
    add(TicketLine::Kind::Code, {}, made.receiptUrl);
    add(TicketLine::Kind::Remark, QStringLiteral("扫一扫，查真伪、看进度"));
    add(TicketLine::Kind::Remark, QStringLiteral("码里没有您的姓名和证件号"));
    return ticket;
}

receipt::ReceiptDocument documentFor(const session::Application& made,
                                     const session::Machine& machine, const QString& applicant,
                                     int which) {
    receipt::ReceiptDocument document;
    document.hall = machine.hall;
    document.region = machine.hall.left(3);
    document.authority = machine.hall;
    document.item = made.receiptLines.value(2);
    document.number = made.submission.receiptNumber;
    document.applicant = applicant;
    document.submitted = localText(made.submission.at);
    document.deadline = promiseText(made);
    document.url = made.receiptUrl;
    document.code = made.receiptCode;
    document.key = receipt::nameOf(machine.number);
    document.print = which;
    return document;
}

QString stateAfter(devices::CompletionCode code) {
    if (code == devices::CompletionCode::Success)
        return QStringLiteral("printed");
    return code == devices::CompletionCode::Unknown ? QStringLiteral("unknown")
                                                    : QStringLiteral("paperOut");
}

} // namespace

ReceiptPrinting::ReceiptPrinting(session::Session& session, const session::Machine& machine,
                                 devices::DeviceHub& hub, storage::StorageThread& storage,
                                 const session::PrivateSpace& space, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_machine(machine)
    , m_hub(hub)
    , m_storage(storage)
    , m_space(space) {}

void ReceiptPrinting::print() {
    if (!m_session.handedIn())
        return;
    if (!m_hub.capability(devices::Capability::PrintReceipt).available) {
        Q_EMIT stateChanged(QStringLiteral("paperOut"), 0);
        return;
    }
    Q_EMIT stateChanged(QStringLiteral("printing"), 0);
    const CaseId id = m_session.handedIn()->submission.id;
    whenDone(m_storage.run(
                 [id](storage::Database& database) { return cases::countPrint(database, id); }),
             this, [this](const Result<int>& which) {
                 if (which && m_session.handedIn())
                     printNow(*which);
                 else if (!which) // uncounted paper is never given out
                     Q_EMIT stateChanged(QStringLiteral("paperOut"), 0);
             });
}

void ReceiptPrinting::printNow(int which) {
    const session::Application made = *m_session.handedIn();
    const QString applicant =
        m_session.visit().card ? session::courtesyName(*m_session.visit().card) : QString();
    const QString file = m_space.path() + QStringLiteral("/receipt.pdf");
    const receipt::ReceiptDocument document = documentFor(made, m_machine, applicant, which);
    whenDone(
        QtConcurrent::run([document] { return receipt::receiptPdf(document, receipt::Paper::A4); }),
        this, [this, file](const Result<QByteArray>& pdf) {
            QFile out(file);
            // The visit may have ended; what is not written now need not be erased.
            if (pdf && m_session.handedIn() && out.open(QIODevice::WriteOnly))
                out.write(*pdf);
        });
    const devices::PrintJob job{made.submission.receiptNumber,
                                devices::ticketBytes(ticketFor(made, m_machine, which))};
    const auto started =
        m_hub.print(devices::DeviceClass::ReceiptPrinter, job, std::chrono::seconds(20));
    whenDone(started.done, this,
             [this, which, id = made.submission.id](const devices::Completion& completion) {
                 if (completion.code != devices::CompletionCode::Success)
                     qCWarning(logDevices) << "receipt print ended with"
                                           << devices::nameOf(completion.code) << completion.detail;
                 // The visit may have ended; the next citizen is not told of it.
                 if (m_session.handedIn() && m_session.handedIn()->submission.id == id)
                     Q_EMIT stateChanged(stateAfter(completion.code), which - 1);
             });
}

} // namespace tongban::app
