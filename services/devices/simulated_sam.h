// A simulated ID card reader, byte for byte: what it answers, when each byte leaves, and how it
// misbehaves. No I/O, no clock.
#pragma once

#include "services/devices/sdt_frame.h"
#include "services/devices/simulated_line.h"
#include "services/devices/text_block.h"

#include <optional>
#include <random>

namespace tongban::devices {

// What lies on a card, encoded.
struct CardImage {
    QString name; // of the sample, not of the person
    QByteArray text;
    QByteArray photo;
    QByteArray fingerprint;
    QByteArray newAddress; // 70 bytes, or empty
};

enum class SdtFault {
    None,
    Noise,         // stray bytes before each answer
    BadSum,        // the sum is wrong
    Flip,          // one bit of the answer is flipped
    Drip,          // the answer comes a few bytes at a time
    Truncate,      // the end of the answer is missing
    Stall,         // the answer stops half-way for a second, then goes on
    Silence,       // no answer
    Leave,         // the card leaves while it is read
    SelfTest,      // SW3 60
    NotAuthorised, // SW3 66
    Unplug,        // the line is gone; acted upon by the pseudo-terminal
};

QString nameOf(SdtFault fault);
std::optional<SdtFault> sdtFaultNamed(const QString& name);

class SimulatedSam final : public LinePeer {
public:
    struct Pace {
        int baud = 115200;
        Time card{550'000}; // find to the first byte of the text answer
        Time quick{8'000};  // any other command
    };

    explicit SimulatedSam(Pace pace, quint32 seed = 1);

    void layCard(CardImage card);
    void removeCard();
    bool hasCard() const { return m_card.has_value(); }
    // `answers` counts the answers it shall spoil; −1: until changed.
    void setFault(SdtFault fault, int answers = -1);
    SdtFault fault() const { return m_fault; }

    void received(const QByteArray& bytes, Time now) override;
    QByteArray due(Time now) override;
    std::optional<Time> nextWake() const override;
    void powerCycle() override;

private:
    struct Piece {
        Time at;
        QByteArray bytes;
    };
    struct Reply {
        SdtAnswer answer;
        Time delay;
    };

    Reply replyTo(const SdtCommand& command);
    Reply read(bool withFingerprint);
    void schedule(const SdtCommand& command, Reply reply, Time now);
    void spoil(QByteArray& frame);
    bool takeFault(const SdtCommand& command);

    const Pace m_pace;
    SdtFramer m_framer;
    std::mt19937 m_random;
    std::optional<CardImage> m_card;
    bool m_selected = false;
    bool m_found = false;
    bool m_read = false; // a card read is not found again until it leaves
    SdtFault m_fault = SdtFault::None;
    int m_faultAnswers = -1;
    QList<Piece> m_pieces;
};

} // namespace tongban::devices
