// A simulated receipt printer: takes ESC/POS at the pace of its mechanism, runs out of paper, jams,
// answers for itself.
#pragma once

#include "services/devices/escpos_parser.h"
#include "services/devices/simulated_line.h"

#include <QList>

namespace tongban::devices {

class SimulatedEscPos final : public LinePeer {
public:
    enum class Trouble { None, PaperLow, PaperOut, CoverOpen, CutterJam, Silent };

    explicit SimulatedEscPos(int dotsPerSecond = 1200); // 150 mm/s at 8 dots a millimetre

    void setTrouble(Trouble trouble) { m_trouble = trouble; }
    Trouble trouble() const { return m_trouble; }
    // The paper ends after so many dots more; −1: never.
    void setPaperLeft(int dots) { m_paperLeft = dots; }
    // The streams of the tickets cut so far, oldest first; each can be drawn with renderEscPos.
    QList<QByteArray> tickets() const { return m_tickets; }
    void tearOff() { m_tickets.clear(); }

    void received(const QByteArray& bytes, Time now) override;
    QByteArray due(Time now) override;
    std::optional<Time> nextWake() const override;
    void powerCycle() override;

private:
    bool stopped() const;
    quint8 realTimeStatus(int n) const;
    QByteArray withoutRealTime(const QByteArray& bytes);
    void work(Time now);
    int heightOf(const EscPosOperation& operation) const;

    const int m_dotsPerSecond;
    Trouble m_trouble = Trouble::None;
    int m_paperLeft = -1;
    EscPosParser m_parser;
    QByteArray m_stream; // of the ticket being printed
    QList<QByteArray> m_tickets;
    QByteArray m_answers;
    Time m_busyUntil{0};
    bool m_starved = false; // a command is cut off: more bytes must come
};

QString nameOf(SimulatedEscPos::Trouble trouble);
std::optional<SimulatedEscPos::Trouble> printerTroubleNamed(const QString& name);

} // namespace tongban::devices
