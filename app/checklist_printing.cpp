// The first line is the item's name, the last the code with the list itself.
#include "app/checklist_printing.h"

#include "services/catalog/checklist.h"
#include "services/core/async.h"
#include "services/devices/ticket.h"

namespace tongban::app {

namespace {

devices::Ticket ticketFor(const QStringList& lines) {
    using Kind = devices::TicketLine::Kind;
    devices::Ticket ticket;
    ticket.lines.append({Kind::Title, lines.first(), {}});
    ticket.lines.append({Kind::Remark, QStringLiteral("带走的清单，不是受理凭证"), {}});
    ticket.lines.append({Kind::Rule, {}, {}});
    for (const QString& line : lines.mid(1))
        ticket.lines.append({Kind::Text, line, {}});
    ticket.lines.append({Kind::Rule, {}, {}});
    ticket.lines.append({Kind::Code, {}, catalog::checklistForCode(lines)});
    ticket.lines.append({Kind::Remark, QStringLiteral("扫一扫，清单存手机；里面没有个人信息"), {}});
    return ticket;
}

} // namespace

ChecklistPrinting::ChecklistPrinting(kiosk::ChecklistModel& list, devices::DeviceHub& hub,
                                     QObject* parent)
    : QObject(parent)
    , m_list(list)
    , m_hub(hub) {
    connect(&list, &kiosk::ChecklistModel::printWanted, this, &ChecklistPrinting::print);
}

void ChecklistPrinting::print() {
    const QStringList lines = m_list.lines();
    if (lines.isEmpty())
        return;
    if (!m_hub.capability(devices::Capability::PrintReceipt).available)
        return m_list.setPrintState(QStringLiteral("paperOut"));
    m_list.setPrintState(QStringLiteral("printing"));
    const devices::PrintJob job{QStringLiteral("checklist ") + lines.first(),
                                devices::ticketBytes(ticketFor(lines))};
    const auto started =
        m_hub.print(devices::DeviceClass::ReceiptPrinter, job, std::chrono::seconds(20));
    whenDone(started.done, this, [this](const devices::Completion& completion) {
        m_list.setPrintState(completion.code == devices::CompletionCode::Success
                                 ? QStringLiteral("printed")
                                 : QStringLiteral("paperOut"));
    });
}

} // namespace tongban::app
