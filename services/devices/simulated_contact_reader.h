// A simulated smart card reader without a PC/SC service: the simulated card's applet answers in
// process.
#pragma once

#include "services/devices/contact_card.h"

#include <functional>

namespace tongban::devices {

class SimulatedContactReader final : public ContactCard {
    Q_OBJECT

public:
    using ContactCard::ContactCard;

    void open() override;
    // From any thread.
    void insert(const SocialCard& card);
    void insertOther(ContactCardKind kind);
    void withdraw();
    void setPlugged(bool plugged); // without power a card in the slot is not seen

private:
    void replace(const std::function<void()>& insertNext);

    bool m_present = false;
    bool m_plugged = true;
    std::function<void()> m_waiting; // put into the slot while there was no power
};

} // namespace tongban::devices
