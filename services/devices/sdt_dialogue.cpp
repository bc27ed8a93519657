// The reader's conversation as a state machine; the rules are those of devices.md §1.4.
#include "services/devices/sdt_dialogue.h"

#include <algorithm>

namespace tongban::devices {

QString nameOf(ReaderFault fault) {
    switch (fault) {
    case ReaderFault::NoAnswer:
        return QStringLiteral("noAnswer");
    case ReaderFault::Gone:
        return QStringLiteral("gone");
    case ReaderFault::OutOfService:
        return QStringLiteral("outOfService");
    case ReaderFault::Damaged:
        return QStringLiteral("damaged");
    case ReaderFault::CardLifted:
        return QStringLiteral("cardLifted");
    case ReaderFault::CardRejected:
        return QStringLiteral("cardRejected");
    case ReaderFault::UnsupportedCard:
        return QStringLiteral("unsupportedCard");
    }
    return {};
}

SdtDialogue::SdtDialogue(SdtTiming timing, bool withFingerprint)
    : m_timing(timing)
    , m_withFingerprint(withFingerprint) {}

std::optional<SdtDialogue::Time> SdtDialogue::nextWake() const {
    return m_wake;
}

QByteArray SdtDialogue::takeOutput() {
    return std::exchange(m_output, {});
}

QList<SdtEvent> SdtDialogue::takeEvents() {
    return std::exchange(m_events, {});
}

void SdtDialogue::start(Time now) {
    m_framer.clear();
    m_output.clear();
    m_card.reset();
    m_doubtful.reset();
    m_troubled = false;
    startOver(now, Time{0});
}

void SdtDialogue::lost() {
    const bool held = cardPresent();
    m_phase = Phase::Closed;
    m_waiting = false;
    m_wake.reset();
    m_card.reset();
    m_doubtful.reset();
    m_framer.clear();
    m_output.clear();
    if (held)
        m_events.append({SdtEvent::Kind::CardRemoved});
    fault(ReaderFault::Gone, 0, QStringLiteral("the line is gone"));
}

void SdtDialogue::startOver(Time now, Time pause) {
    m_tries = 0;
    rest(Phase::Starting, now + pause);
}

void SdtDialogue::listen(bool on, Time now) {
    if (m_listening == on)
        return;
    m_listening = on;
    if (m_phase == Phase::Idle && !m_waiting)
        rest(Phase::Idle, now);
}

void SdtDialogue::send(SdtCommand command, Time timeout, Time now) {
    m_framer.clear();
    m_framer.takeDamaged();
    m_command = command;
    m_waiting = true;
    m_deadline = now + timeout;
    m_wake = m_deadline;
    m_output += encode(command);
}

void SdtDialogue::rest(Phase phase, Time until) {
    m_phase = phase;
    m_waiting = false;
    m_wake = until;
}

void SdtDialogue::wake(Time now) {
    if (m_phase == Phase::Closed || !m_wake || now < *m_wake)
        return;
    if (!m_waiting)
        return continueIn(m_phase, now);
    received({}, now); // a partial frame that stalled is a damaged one
    if (m_waiting && now >= m_deadline)
        silent(now);
}

// The pause of a phase is over: say the next thing.
void SdtDialogue::continueIn(Phase phase, Time now) {
    switch (phase) {
    case Phase::OutOfService:
        m_tries = 0;
        [[fallthrough]];
    case Phase::Starting:
        m_phase = Phase::Starting;
        send(sdt::samId, m_timing.start, now);
        break;
    case Phase::Idle:
        if (m_listening)
            m_phase = Phase::Finding;
        send(m_listening ? sdt::findCard : sdt::samStatus, m_timing.quick, now);
        break;
    case Phase::Present:
        send(sdt::readNewAddress, m_timing.quick, now);
        break;
    default:
        break;
    }
}

void SdtDialogue::received(const QByteArray& bytes, Time now) {
    for (const QByteArray& body : m_framer.feed(bytes, now)) {
        // What nobody asked for, such as the late answer to a command given up, has no meaning.
        if (m_waiting)
            answered(answerOf(body), now);
    }
    if (m_waiting && m_framer.takeDamaged() > 0)
        damaged(now);
    else if (m_waiting)
        m_wake = m_framer.partial() && !bytes.isEmpty()
                     ? std::min(m_deadline, now + SdtFramer::longestSilence + Time{1})
                     : m_deadline;
}

void SdtDialogue::answered(const SdtAnswer& answer, Time now) {
    m_waiting = false;
    if (answer.sw3 == 0x60 || answer.sw3 == 0x66)
        return outOfService(answer.sw3, now);
    switch (m_phase) {
    case Phase::Starting:
        return startAnswered(answer, now);
    case Phase::Idle:
        return rest(Phase::Idle, now + m_timing.idle);
    case Phase::Finding:
    case Phase::Selecting:
        return findAnswered(answer, now);
    case Phase::Reading:
        return readAnswered(answer, now);
    case Phase::Addressing:
        return addressAnswered(answer, now);
    case Phase::Present:
        return probeAnswered(answer, now);
    case Phase::Closed:
    case Phase::OutOfService:
        return;
    }
}

void SdtDialogue::startAnswered(const SdtAnswer& answer, Time now) {
    const Result<QString> samId = answer.sw3 == 0x90
                                      ? samIdFromAnswer(answer.data)
                                      : fail(FaultKind::Device, meaningOf(answer.sw3));
    if (!samId) {
        if (++m_tries < m_timing.startTries)
            return rest(Phase::Starting, now + m_timing.startPause);
        return noAnswer(answer.sw3, samId.error().detail, now);
    }
    SdtEvent ready;
    ready.samId = *samId;
    m_events.append(ready);
    m_troubled = false;
    m_tries = 0;
    rest(Phase::Idle, now);
}

void SdtDialogue::findAnswered(const SdtAnswer& answer, Time now) {
    m_tries = 0;
    if (m_phase == Phase::Finding && answer.sw3 == 0x9F) {
        m_phase = Phase::Selecting;
        m_events.append({SdtEvent::Kind::CardFound});
        return send(sdt::selectCard, m_timing.quick, now);
    }
    if (m_phase == Phase::Selecting && answer.sw3 == 0x90) {
        m_phase = Phase::Reading;
        return readText(now);
    }
    if (m_phase == Phase::Selecting)
        fault(answer.sw3 == 0x81 ? ReaderFault::CardLifted : ReaderFault::CardRejected, answer.sw3,
              meaningOf(answer.sw3));
    rest(Phase::Idle, now + m_timing.poll);
}

void SdtDialogue::readText(Time now) {
    send(m_withFingerprint ? sdt::readTextAndFingerprint : sdt::readText,
         m_withFingerprint ? m_timing.readFinger : m_timing.read, now);
}

// The card is still selected: the same command again, never a new find, which would answer 80.
void SdtDialogue::repeatRead(Time now, const QString& why) {
    if (++m_tries <= m_timing.repeats)
        return readText(now);
    fault(ReaderFault::Damaged, 0, why);
    m_tries = 0;
    m_doubtful.reset();
    rest(Phase::Idle, now + m_timing.poll);
}

void SdtDialogue::readAnswered(const SdtAnswer& answer, Time now) {
    if (answer.sw3 == 0x10 || answer.sw3 == 0x11)
        return repeatRead(now, meaningOf(answer.sw3));
    if (answer.sw3 != 0x90) {
        const bool lifted = answer.sw3 == 0x41 || answer.sw3 == 0x80 || answer.sw3 == 0x81 ||
                            answer.sw3 == 0x34 || answer.sw3 == 0x47;
        fault(lifted ? ReaderFault::CardLifted : ReaderFault::CardRejected, answer.sw3,
              meaningOf(answer.sw3));
        m_tries = 0;
        return rest(Phase::Idle, now + m_timing.poll);
    }
    Result<IdCard> card = cardFromAnswer(answer.data);
    if (!card && card.error().kind == FaultKind::NotFound && m_tries > 0) {
        fault(ReaderFault::UnsupportedCard, 0, card.error().detail);
        return rest(Phase::Present, now + m_timing.probe);
    }
    if (!card)
        return repeatRead(now, card.error().detail);
    if (card->unusual() && m_doubtful != *card) {
        m_doubtful = *card; // odd text may be a damaged line: believe it when it comes twice
        return repeatRead(now, QStringLiteral("unusual text"));
    }
    m_doubtful.reset();
    m_card = std::move(*card);
    m_tries = 0;
    m_phase = Phase::Addressing;
    send(sdt::readNewAddress, m_timing.quick, now);
}

void SdtDialogue::addressAnswered(const SdtAnswer& answer, Time now) {
    const Result<QStringList> addresses = addressesFromAnswer(answer.data);
    if (answer.sw3 == 0x90 && addresses)
        m_card->newAddress = addresses->last();
    handOver(now);
}

void SdtDialogue::handOver(Time now) {
    SdtEvent event;
    event.kind = SdtEvent::Kind::CardRead;
    event.card = std::move(*m_card);
    m_card.reset();
    m_events.append(event);
    m_tries = 0;
    rest(Phase::Present, now + m_timing.probe);
}

// Only 90 and 91 mean that the card read is still there.
void SdtDialogue::probeAnswered(const SdtAnswer& answer, Time now) {
    m_tries = 0;
    if (answer.sw3 == 0x90 || answer.sw3 == 0x91)
        return rest(Phase::Present, now + m_timing.probe);
    m_events.append({SdtEvent::Kind::CardRemoved});
    rest(Phase::Idle, now + m_timing.poll);
}

void SdtDialogue::damaged(Time now) {
    m_waiting = false;
    if (m_phase == Phase::Reading)
        return repeatRead(now, QStringLiteral("damaged answer"));
    if (m_phase == Phase::Addressing)
        return ++m_tries <= m_timing.repeats ? send(sdt::readNewAddress, m_timing.quick, now)
                                             : handOver(now);
    if (m_phase == Phase::Selecting) {
        if (++m_tries <= m_timing.repeats)
            return send(sdt::selectCard, m_timing.quick, now);
        fault(ReaderFault::Damaged, 0, QStringLiteral("damaged answers to select"));
        m_tries = 0;
    } else if (++m_tries >= m_timing.startTries) {
        if (m_phase == Phase::Present)
            m_events.append({SdtEvent::Kind::CardRemoved});
        return noAnswer(0, QStringLiteral("nothing but damaged answers"), now);
    }
    rest(m_phase == Phase::Present || m_phase == Phase::Starting ? m_phase : Phase::Idle,
         now + m_timing.poll);
}

void SdtDialogue::silent(Time now) {
    m_waiting = false;
    const QString detail = QStringLiteral("no answer to %1")
                               .arg(m_command.cmd << 8 | m_command.para, 4, 16, QLatin1Char('0'));
    if (m_phase == Phase::Addressing)
        return handOver(now);
    if (m_phase == Phase::Reading) {
        fault(ReaderFault::Damaged, 0, detail);
        m_tries = 0;
        return rest(Phase::Idle, now);
    }
    if (m_phase == Phase::Selecting)
        fault(ReaderFault::CardLifted, 0, detail);
    if (++m_tries < m_timing.startTries)
        return rest(m_phase == Phase::Finding || m_phase == Phase::Selecting ? Phase::Idle
                                                                             : m_phase,
                    m_phase == Phase::Starting ? now + m_timing.startPause : now);
    if (m_phase == Phase::Present)
        m_events.append({SdtEvent::Kind::CardRemoved});
    noAnswer(0, detail, now);
}

// Said once, until the reader is ready again.
void SdtDialogue::noAnswer(quint8 sw3, const QString& detail, Time now) {
    if (!m_troubled)
        fault(ReaderFault::NoAnswer, sw3, detail);
    m_troubled = true;
    startOver(now, m_timing.startPause);
}

void SdtDialogue::fault(ReaderFault fault, quint8 sw3, const QString& detail) {
    SdtEvent event;
    event.kind = SdtEvent::Kind::Faulted;
    event.fault = fault;
    event.sw3 = sw3;
    event.detail = detail;
    m_events.append(event);
}

void SdtDialogue::outOfService(quint8 sw3, Time now) {
    if (cardPresent())
        m_events.append({SdtEvent::Kind::CardRemoved});
    m_card.reset();
    fault(ReaderFault::OutOfService, sw3, meaningOf(sw3));
    rest(Phase::OutOfService, now + m_timing.outOfService);
}

} // namespace tongban::devices
