// A simulated swipe reader on a serial line: sends the lines of a zone, each with a carriage
// return, at 9600 baud. No I/O, no clock.
#pragma once

#include "services/devices/simulated_line.h"

#include <QStringList>

namespace tongban::devices {

class SimulatedSwipe final : public LinePeer {
public:
    void swipe(const QStringList& lines) {
        m_bytes += lines.join(u'\r').toLatin1() + '\r';
        m_started = false;
    }

    void received(const QByteArray&, Time) override {} // it listens to nobody
    QByteArray due(Time now) override {
        if (m_bytes.isEmpty())
            return {};
        if (!m_started)
            m_next = now;
        m_started = true;
        const auto ripe = std::min<qsizetype>(m_bytes.size(), (now - m_next) / perByte);
        m_next += perByte * ripe;
        const QByteArray bytes = m_bytes.left(ripe);
        m_bytes.remove(0, ripe);
        return bytes;
    }
    std::optional<Time> nextWake() const override {
        if (m_bytes.isEmpty())
            return {};
        return m_started ? m_next + perByte * 8 : Time{0};
    }
    void powerCycle() override { m_bytes.clear(); }

private:
    static constexpr Time perByte{1042}; // ten bits at 9600 baud

    QByteArray m_bytes;
    Time m_next{0};
    bool m_started = false;
};

} // namespace tongban::devices
