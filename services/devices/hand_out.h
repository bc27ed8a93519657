// CardDispenser and Locker: machines that hand something out, in the words of XFS4IoT.
#pragma once

#include "services/devices/device.h"

namespace tongban::devices {

// Commands: "CardDispenser.Dispense" brings a card to the exit and completes when it can be taken;
// "CardDispenser.Retain" takes back what nobody took. Media: present at the exit, retracted after
// Retain. The paper word tells of the box of cards: full, low, out. Completions:
//   UserError      the exit is not empty ("not-taken"), the box is ("box-empty")
//   HardwareError  "jam", "bin-full"
//   Unknown        it failed half-way: a card may lie there; it is never dispensed again by itself
class CardDispenser : public Device {
    Q_OBJECT

public:
    explicit CardDispenser(DeviceId id)
        : Device(std::move(id), DeviceClass::CardDispenser) {}

Q_SIGNALS:
    void mediaTaken();
};

// Command "Locker.Open" with the number of a compartment completes when its door is open;
// InvalidData for a number there is none of, HardwareError "stuck" when it does not move.
class Locker : public Device {
    Q_OBJECT

public:
    explicit Locker(DeviceId id)
        : Device(std::move(id), DeviceClass::Locker) {}

Q_SIGNALS:
    void doorOpened(int compartment);
    void doorClosed(int compartment);
};

} // namespace tongban::devices
