// The simulated ID card reader: the simulated module on a pseudo-terminal, with a plate to lay
// cards on.
#pragma once

#include "services/devices/simulated_sam.h"

namespace tongban::devices {

class SimulatedSdtReader {
public:
    explicit SimulatedSdtReader(SimulatedSam::Pace pace = {}, quint32 seed = 1, int haste = 1);

    QString portName() const { return m_line.portName(); }

    void layCard(const CardImage& card);
    void removeCard();
    bool hasCard();
    // `answers` counts the spoilt answers, −1: until changed. Unplug pulls the plug, any other
    // fault puts it back.
    void setFault(SdtFault fault, int answers = -1);
    SdtFault fault();

private:
    SimulatedSam m_sam;
    SimulatedLine m_line;
};

} // namespace tongban::devices
