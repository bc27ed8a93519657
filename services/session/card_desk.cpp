// Follows the hub's reader while somebody is to be identified, and leaves it alone otherwise.
#include "services/session/card_desk.h"

namespace tongban::session {

using devices::Capability;
using devices::ReaderFault;

CardDesk::CardDesk(Session& session, devices::DeviceHub& hub, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_hub(hub) {
    connect(&session, &Session::stageChanged, this, &CardDesk::follow);
    connect(&hub, &devices::DeviceHub::capabilitiesChanged, this, &CardDesk::follow);
    connect(&hub, &devices::DeviceHub::cardFound, this, [this] {
        if (m_state == State::Waiting || m_state == State::Failed)
            set(State::Reading);
    });
    connect(&hub, &devices::DeviceHub::cardRead, this, &CardDesk::read);
    connect(&hub, &devices::DeviceHub::readerFaulted, this, &CardDesk::failed);
    follow();
}

void CardDesk::set(State state, Trouble trouble) {
    m_state = state;
    m_trouble = trouble;
    Q_EMIT changed();
}

void CardDesk::follow() {
    const bool wanted = m_session.stage() == Stage::Identify;
    const bool able = m_hub.capability(Capability::ReadIdCard).available;
    m_hub.setListening(wanted);
    if (!wanted) {
        m_failures = 0;
        if (m_state != State::Off)
            set(State::Off);
    } else if (m_session.visit().card) {
        set(State::Done);
    } else if (!able) {
        set(State::NoReader, Trouble::ReaderGone);
    } else if (m_state == State::Off || m_state == State::NoReader) {
        set(State::Waiting);
    }
}

void CardDesk::read(const devices::IdCard& card) {
    if (m_session.stage() != Stage::Identify)
        return;
    const Result<void> accepted = m_session.identify(card);
    if (!accepted) {
        ++m_failures;
        set(State::Failed,
            accepted.error().kind == FaultKind::Denied ? Trouble::SomebodyElse : Trouble::Expired);
        return;
    }
    set(State::Done);
    Q_EMIT identified();
}

void CardDesk::failed(ReaderFault fault) {
    if (m_session.stage() != Stage::Identify || m_state == State::Done)
        return;
    switch (fault) {
    case ReaderFault::CardLifted:
        ++m_failures;
        return set(State::Failed, Trouble::Lifted);
    case ReaderFault::Damaged:
        ++m_failures;
        return set(State::Failed, Trouble::LayFlat);
    case ReaderFault::CardRejected:
        ++m_failures;
        return set(State::Failed, Trouble::NotAnIdCard);
    case ReaderFault::UnsupportedCard:
        ++m_failures;
        return set(State::Unsupported, Trouble::UnknownKind);
    case ReaderFault::NoAnswer:
    case ReaderFault::Gone:
    case ReaderFault::OutOfService:
        return set(State::NoReader, Trouble::ReaderGone);
    }
}

} // namespace tongban::session
