// Inserting and withdrawing simulated smart cards.
#include "services/devices/simulated_contact_reader.h"

#include "services/devices/simulated_smart_card.h"

namespace tongban::devices {

void SimulatedContactReader::open() {
    setStatus({DeviceState::Online, MediaState::NotPresent});
}

void SimulatedContactReader::replace(const std::function<void()>& insertNext) {
    QMetaObject::invokeMethod(this, [this, insertNext] {
        if (std::exchange(m_present, false))
            removed();
        m_waiting = insertNext;
        if (!m_plugged)
            return;
        setStatus({DeviceState::Online, insertNext ? MediaState::Present : MediaState::NotPresent});
        if (!insertNext)
            return;
        m_present = true;
        insertNext();
    });
}

void SimulatedContactReader::insert(const SocialCard& card) {
    replace([this, card] {
        SocialCardApplet applet(card);
        SocialCardDialogue dialogue;
        while (const auto apdu = dialogue.next())
            dialogue.answered(applet.transmit(*apdu));
        inserted(dialogue.result(), ContactCardKind::Unknown);
    });
}

void SimulatedContactReader::insertOther(ContactCardKind kind) {
    replace([this, kind] {
        inserted(fail(FaultKind::NotFound, QStringLiteral("another card")), kind);
    });
}

void SimulatedContactReader::withdraw() {
    replace({});
}

void SimulatedContactReader::setPlugged(bool plugged) {
    QMetaObject::invokeMethod(this, [this, plugged] {
        m_plugged = plugged;
        if (plugged)
            return replace(m_waiting);
        if (std::exchange(m_present, false))
            removed();
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
    });
}

} // namespace tongban::devices
