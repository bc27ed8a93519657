// The paper guard and the counter of reprints.
#include "services/devices/printer.h"

namespace tongban::devices {

ReceiptPrinter::ReceiptPrinter(DeviceId id)
    : Printer(std::move(id), DeviceClass::ReceiptPrinter) {}

DocumentPrinter::DocumentPrinter(DeviceId id)
    : Printer(std::move(id), DeviceClass::DocumentPrinter) {}

QString whyNotPrint(const DeviceStatus& status) {
    if (status.device == DeviceState::Online &&
        (status.paper == PaperState::Full || status.paper == PaperState::Low) &&
        status.toner != PaperState::Out)
        return {};
    if (status.device == DeviceState::Online && status.paper == PaperState::Out)
        return QStringLiteral("paper-out");
    if (status.device == DeviceState::Online && status.toner == PaperState::Out)
        return QStringLiteral("toner-out");
    if (!status.detail.isEmpty())
        return status.detail;
    return status.device == DeviceState::Online ? QStringLiteral("paper-") + nameOf(status.paper)
                                                : nameOf(status.device);
}

void PrintCounter::record(const QString& key, CompletionCode code) {
    // An unknown outcome may lie in somebody's hand: it counts.
    if (code == CompletionCode::Success || code == CompletionCode::Unknown)
        ++m_counts[key];
}

QString PrintCounter::reprintMark(const QString& key) const {
    const int count = printed(key);
    return count == 0 ? QString() : QStringLiteral("补打 第%1次").arg(count);
}

} // namespace tongban::devices
