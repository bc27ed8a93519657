// The simulated ID card reader.
#include "services/devices/simulated_sdt_reader.h"

namespace tongban::devices {

SimulatedSdtReader::SimulatedSdtReader(SimulatedSam::Pace pace, quint32 seed, int haste)
    : m_sam(pace, seed)
    , m_line(m_sam, haste) {}

void SimulatedSdtReader::layCard(const CardImage& card) {
    m_line.withPeer([&] { m_sam.layCard(card); });
}

void SimulatedSdtReader::removeCard() {
    m_line.withPeer([&] { m_sam.removeCard(); });
}

bool SimulatedSdtReader::hasCard() {
    bool has = false;
    m_line.withPeer([&] { has = m_sam.hasCard(); });
    return has;
}

void SimulatedSdtReader::setFault(SdtFault fault, int answers) {
    if (fault == SdtFault::Unplug)
        return m_line.unplug();
    m_line.withPeer([&] { m_sam.setFault(fault, answers); });
    m_line.plug();
}

SdtFault SimulatedSdtReader::fault() {
    SdtFault fault = SdtFault::Unplug;
    if (m_line.plugged())
        m_line.withPeer([&] { fault = m_sam.fault(); });
    return fault;
}

} // namespace tongban::devices
