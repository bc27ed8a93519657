// The bit table of devices.md §4.1.
#include "services/devices/escpos_status.h"

namespace tongban::devices {

namespace {

constexpr quint8 offline = 0x08;        // n=1
constexpr quint8 coverOpen = 0x04;      // n=2
constexpr quint8 stoppedNoPaper = 0x20; // n=2
constexpr quint8 error = 0x40;          // n=2
constexpr quint8 cutter = 0x08;         // n=3
constexpr quint8 unrecoverable = 0x20;  // n=3
constexpr quint8 headHot = 0x40;        // n=3
constexpr quint8 nearEnd = 0x0C;        // n=4
constexpr quint8 paperEnd = 0x60;       // n=4

} // namespace

void EscPosStatus::answered(int n, quint8 byte) {
    if (n >= 1 && n <= 4 && plausible(byte))
        m_answers[static_cast<size_t>(n)] = byte;
}

bool EscPosStatus::complete() const {
    return m_answers[1] && m_answers[2] && m_answers[3] && m_answers[4];
}

DeviceStatus EscPosStatus::status() const {
    DeviceStatus status;
    if (m_answers[1])
        status.device = *m_answers[1] & offline ? DeviceState::UserError : DeviceState::Online;
    if (m_answers[4])
        status.paper = *m_answers[4] & paperEnd  ? PaperState::Out
                       : *m_answers[4] & nearEnd ? PaperState::Low
                                                 : PaperState::Full;
    const quint8 cause = m_answers[2].value_or(0);
    const quint8 fault = m_answers[3].value_or(0);
    if (cause & stoppedNoPaper)
        status.paper = PaperState::Out;
    if (fault & cutter) {
        status.device = DeviceState::HardwareError;
        status.paper = PaperState::Jammed;
        status.detail = QStringLiteral("cutter");
    } else if (fault & unrecoverable) {
        status.device = DeviceState::HardwareError;
        status.detail = QStringLiteral("unrecoverable");
    } else if (cause & coverOpen) {
        status.device = DeviceState::UserError;
        status.detail = QStringLiteral("cover-open");
    } else if (status.paper == PaperState::Out) {
        status.device = DeviceState::UserError;
        status.detail = QStringLiteral("paper-out");
    } else if (fault & headHot) {
        status.device = DeviceState::DeviceBusy;
        status.detail = QStringLiteral("head-hot");
    } else if (cause & error) {
        status.device = DeviceState::HardwareError;
        status.detail = QStringLiteral("error");
    } else if (status.paper == PaperState::Low) {
        status.detail = QStringLiteral("paper-low");
    }
    return status;
}

bool plausiblePaperStatus(quint8 byte) {
    return (byte & 0x90) == 0;
}

PaperState paperOf(quint8 gsr1) {
    if (gsr1 & 0x0C)
        return PaperState::Out;
    return gsr1 & 0x03 ? PaperState::Low : PaperState::Full;
}

} // namespace tongban::devices
