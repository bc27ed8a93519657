// The conversation with an ID card reader: find, select, read, repeat, watch the card leave. No I/O
// and no clock.
#pragma once

#include "services/devices/id_card.h"
#include "services/devices/sdt_frame.h"

#include <chrono>
#include <optional>

namespace tongban::devices {

// What a citizen or the staff must know; the interface has words for each.
enum class ReaderFault {
    NoAnswer,        // the reader is silent
    Gone,            // unplugged
    OutOfService,    // SW3 60 or 66: the security module refuses to work
    Damaged,         // the answer stayed damaged after repeats: lay the card again
    CardLifted,      // the card left before it was read: lay it again
    CardRejected,    // not an ID card, or one that fails the reader's checks
    UnsupportedCard, // an ID card of a kind we do not know
};

QString nameOf(ReaderFault fault);

struct SdtTiming {
    std::chrono::milliseconds poll{300};  // between two finds; never faster (devices.md §1.4)
    std::chrono::milliseconds probe{500}; // is the card still there
    std::chrono::milliseconds idle{1000}; // status while nobody asks for a card
    std::chrono::milliseconds quick{400}; // find, select, status
    std::chrono::milliseconds start{300}; // module id
    std::chrono::milliseconds startPause{
        500}; // between start tries: a module needs 0.5–1.5 s after power-up
    std::chrono::milliseconds read{2000};       // text and photo
    std::chrono::milliseconds readFinger{3000}; // with fingerprint
    std::chrono::milliseconds outOfService{60'000};
    int startTries = 3;
    int repeats = 2; // of a damaged answer
};

struct SdtEvent {
    enum class Kind { Ready, CardFound, CardRead, CardRemoved, Faulted };
    Kind kind = Kind::Ready;
    QString samId; // Ready
    IdCard card;   // CardRead
    ReaderFault fault = ReaderFault::NoAnswer;
    quint8 sw3 = 0; // Faulted, where the reader named a cause
    QString detail; // for the log
};

class SdtDialogue {
public:
    using Time = std::chrono::milliseconds; // from any fixed point

    explicit SdtDialogue(SdtTiming timing = {}, bool withFingerprint = false);

    void start(Time now); // the line is open
    void lost();          // the line is gone
    void received(const QByteArray& bytes, Time now);
    void wake(Time now);            // at or after nextWake()
    void listen(bool on, Time now); // look for cards, or only watch over the reader

    std::optional<Time> nextWake() const;
    QByteArray takeOutput(); // bytes to send now
    QList<SdtEvent> takeEvents();
    bool cardPresent() const { return m_phase == Phase::Present; }

private:
    enum class Phase {
        Closed,
        Starting,
        Idle,
        Finding,
        Selecting,
        Reading,
        Addressing,
        Present,
        OutOfService
    };

    void send(SdtCommand command, Time timeout, Time now);
    void rest(Phase phase, Time until);
    void startOver(Time now, Time pause);
    void answered(const SdtAnswer& answer, Time now);
    void damaged(Time now);
    void silent(Time now);
    void noAnswer(quint8 sw3, const QString& detail, Time now);
    void continueIn(Phase phase, Time now);

    void startAnswered(const SdtAnswer& answer, Time now);
    void findAnswered(const SdtAnswer& answer, Time now);
    void readAnswered(const SdtAnswer& answer, Time now);
    void addressAnswered(const SdtAnswer& answer, Time now);
    void probeAnswered(const SdtAnswer& answer, Time now);

    void readText(Time now);
    void repeatRead(Time now, const QString& why);
    void handOver(Time now);
    void fault(ReaderFault fault, quint8 sw3, const QString& detail);
    void outOfService(quint8 sw3, Time now);

    const SdtTiming m_timing;
    const bool m_withFingerprint;
    SdtFramer m_framer;
    Phase m_phase = Phase::Closed;
    bool m_listening = true;
    bool m_waiting = false; // an answer is due
    SdtCommand m_command;
    std::optional<Time> m_wake;
    Time m_deadline{0};               // of the answer that is due
    int m_tries = 0;                  // starts, repeats or silences in this phase
    bool m_troubled = false;          // NoAnswer was said and the reader is not back yet
    std::optional<IdCard> m_card;     // read, to be handed over after the address
    std::optional<IdCard> m_doubtful; // read once with warnings; believed when read again the same
    QByteArray m_output;
    QList<SdtEvent> m_events;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::ReaderFault)
