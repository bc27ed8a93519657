// A simulated smart card reader without a PC/SC service: the simulated card's applet answers in
// process.
#pragma once

#include "services/devices/contact_card.h"

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

private:
    void replace(const std::function<void()>& insertNext);
    bool m_present = false;
};

} // namespace tongban::devices
