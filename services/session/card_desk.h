// CardDesk: the ID card step of a visit: what the reader is doing, and what to tell the person when
// it fails.
#pragma once

#include "services/devices/device_hub.h"
#include "services/session/session.h"

#include <QObject>

namespace tongban::session {

class CardDesk : public QObject {
    Q_OBJECT

public:
    enum class State { Off, Waiting, Reading, Done, Failed, Unsupported, NoReader };
    // Why it failed, in what the person can do about it.
    enum class Trouble {
        None,
        LayFlat,
        Lifted,
        NotAnIdCard,
        UnknownKind,
        Expired,
        SomebodyElse,
        ReaderGone
    };

    CardDesk(Session& session, devices::DeviceHub& hub, QObject* parent = nullptr);

    State state() const { return m_state; }
    Trouble trouble() const { return m_trouble; }
    int failures() const { return m_failures; } // since the step began

Q_SIGNALS:
    void changed();
    void identified();

private:
    void follow(); // listens only while the visit is at Identify
    void set(State state, Trouble trouble = Trouble::None);
    void read(const devices::IdCard& card);
    void failed(devices::ReaderFault fault);

    Session& m_session;
    devices::DeviceHub& m_hub;
    State m_state = State::Off;
    Trouble m_trouble = Trouble::None;
    int m_failures = 0;
};

} // namespace tongban::session
