// A simulated social security card: its APDUs, and its place in a virtual reader (vpcd) of a real
// PC/SC service.
#pragma once

#include "services/devices/social_card.h"

#include <QHash>
#include <atomic>
#include <thread>

namespace tongban::devices {

// The card's applet; no I/O.
class SocialCardApplet {
public:
    explicit SocialCardApplet(const SocialCard& card, bool t0 = false);
    QByteArray transmit(const QByteArray& apdu);

private:
    QByteArray readRecord(quint8 id, int le) const;

    QHash<quint8, QByteArray> m_cardFile;
    QHash<quint8, QByteArray> m_personFile;
    const bool m_t0;
    bool m_selected = false;
    quint8 m_file = 0;
    QByteArray m_pending; // for GET RESPONSE
};

// Inserted while it exists: connects to vpcd on 127.0.0.1 and answers until it is destroyed.
class SimulatedSmartCard {
public:
    SimulatedSmartCard(const SocialCard& card, quint16 port);
    ~SimulatedSmartCard();

    bool connected() const { return m_connected; }

private:
    void run();
    bool receive(QByteArray& message);
    void send(const QByteArray& message) const;

    SocialCardApplet m_applet;
    const quint16 m_port;
    std::atomic<bool> m_connected{false};
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_socket{-1};
    std::thread m_thread;
};

} // namespace tongban::devices
