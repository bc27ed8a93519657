// The simulated reader's behaviour (devices.md §1.3–1.4).
#include "services/devices/simulated_sam.h"

#include <algorithm>
#include <array>

namespace tongban::devices {

namespace {

constexpr std::array faultNames{"none",  "noise",     "bad-sum",        "flip",
                                "drip",  "truncate",  "stall",          "silence",
                                "leave", "self-test", "not-authorised", "unplug"};

QByteArray bigEndian(qsizetype value) {
    return QByteArray(1, static_cast<char>(value >> 8)).append(static_cast<char>(value & 0xFF));
}

SdtAnswer status(quint8 sw3, QByteArray more = {}) {
    return {0, 0, sw3, std::move(more)};
}

} // namespace

QString nameOf(SdtFault fault) {
    return QLatin1String(faultNames[static_cast<size_t>(fault)]);
}

std::optional<SdtFault> sdtFaultNamed(const QString& name) {
    for (size_t i = 0; i < faultNames.size(); ++i) {
        if (name == QLatin1String(faultNames[i]))
            return static_cast<SdtFault>(i);
    }
    return {};
}

SimulatedSam::SimulatedSam(Pace pace, quint32 seed)
    : m_pace(pace)
    , m_framer(SdtFramer::Direction::Commands)
    , m_random(seed) {}

void SimulatedSam::layCard(CardImage card) {
    removeCard();
    m_card = std::move(card);
}

void SimulatedSam::removeCard() {
    m_card.reset();
    m_found = m_selected = m_read = false;
}

void SimulatedSam::setFault(SdtFault fault, int answers) {
    m_fault = fault;
    m_faultAnswers = answers;
}

void SimulatedSam::powerCycle() {
    m_pieces.clear();
    m_framer.clear();
    m_found = m_selected = m_read = false;
}

void SimulatedSam::received(const QByteArray& bytes, Time now) {
    const auto frames =
        m_framer.feed(bytes, std::chrono::duration_cast<std::chrono::milliseconds>(now));
    for (const QByteArray& body : frames) {
        const SdtCommand command{static_cast<quint8>(body[0]), static_cast<quint8>(body[1])};
        schedule(command, replyTo(command), now);
    }
    if (m_framer.takeDamaged() > 0)
        schedule({}, {status(0x10), m_pace.quick}, now);
}

SimulatedSam::Reply SimulatedSam::replyTo(const SdtCommand& command) {
    if (m_fault == SdtFault::SelfTest)
        return {status(0x60), m_pace.quick};
    if (m_fault == SdtFault::NotAuthorised)
        return {status(0x66), m_pace.quick};
    if (command == sdt::resetSam || command == sdt::samStatus)
        return {status(0x90), m_pace.quick};
    if (command == sdt::samId) {
        // 05.01-20140101-0000000001-0440399001
        static const QByteArray id = QByteArray::fromHex("05000100455033010100000099f43f1a");
        return {status(0x90, id), m_pace.quick};
    }
    if (command == sdt::findCard) {
        m_found = m_card && !m_read;
        return {m_found ? status(0x9F, QByteArray(4, 0)) : status(0x80), m_pace.quick};
    }
    if (command == sdt::selectCard) {
        m_selected = m_card && m_found;
        return {m_selected ? status(0x90, QByteArray(8, 0)) : status(0x81), m_pace.quick};
    }
    if (command == sdt::readText || command == sdt::readTextAndFingerprint)
        return read(command == sdt::readTextAndFingerprint);
    if (command == sdt::readNewAddress || command == sdt::readAddedAddresses) {
        if (!m_card || !m_read)
            return {status(0x41), m_pace.quick};
        return {m_card->newAddress.isEmpty() ? status(0x91) : status(0x90, m_card->newAddress),
                m_pace.quick};
    }
    return {status(0x21), m_pace.quick};
}

SimulatedSam::Reply SimulatedSam::read(bool withFingerprint) {
    if (m_fault == SdtFault::Leave && m_card) {
        if (m_faultAnswers > 0 && --m_faultAnswers == 0)
            setFault(SdtFault::None);
        removeCard();
        return {{0x69, 0x85, 0x41, {}}, m_pace.card / 2};
    }
    if (!m_card || !m_selected)
        return {status(0x41), m_pace.quick};
    const bool again = m_read; // the module still holds the text
    m_read = true;
    QByteArray body = bigEndian(m_card->text.size()) + bigEndian(m_card->photo.size());
    if (withFingerprint)
        body += bigEndian(m_card->fingerprint.size());
    body += m_card->text + m_card->photo;
    if (withFingerprint)
        body += m_card->fingerprint;
    return {status(0x90, body), again ? m_pace.card / 4 : m_pace.card};
}

bool SimulatedSam::takeFault(const SdtCommand& command) {
    static constexpr std::array onTheLine{SdtFault::Noise,  SdtFault::BadSum,   SdtFault::Flip,
                                          SdtFault::Drip,   SdtFault::Truncate, SdtFault::Stall,
                                          SdtFault::Silence};
    if (std::find(onTheLine.begin(), onTheLine.end(), m_fault) == onTheLine.end() ||
        m_faultAnswers == 0)
        return false;
    // A counted fault spoils what matters: the answers that carry a card.
    const bool carriesCard = command.cmd == 0x30 && command.para != 0x03;
    if (m_faultAnswers > 0 && !carriesCard)
        return false;
    if (m_faultAnswers > 0)
        --m_faultAnswers;
    return true;
}

void SimulatedSam::spoil(QByteArray& frame) {
    const auto any = [this](qsizetype below) {
        return static_cast<qsizetype>(m_random() % static_cast<quint32>(below));
    };
    if (m_fault == SdtFault::BadSum)
        frame.back() = static_cast<char>(frame.back() ^ 0x01);
    else if (m_fault == SdtFault::Flip)
        frame[any(frame.size())] ^= static_cast<char>(1 << any(8));
    else if (m_fault == SdtFault::Truncate)
        frame.truncate(1 + any(frame.size() - 1));
    else if (m_fault == SdtFault::Noise)
        frame.prepend(QByteArray::fromHex("00ff55aaaaaa96"));
    else if (m_fault == SdtFault::Silence)
        frame.clear();
}

void SimulatedSam::schedule(const SdtCommand& command, Reply reply, Time now) {
    QByteArray frame = encode(reply.answer);
    const bool faulty = takeFault(command);
    if (faulty)
        spoil(frame);
    // Ten bits a byte; in pieces of about a millisecond, as a UART's FIFO hands them over.
    const bool drip = faulty && m_fault == SdtFault::Drip;
    const qsizetype piece = drip ? 4 : std::max(1, m_pace.baud / 10'000);
    const Time byteTime{10'000'000 / m_pace.baud};
    Time at = now + reply.delay;
    for (qsizetype sent = 0; sent < frame.size(); sent += piece) {
        const QByteArray bytes = frame.mid(sent, piece);
        at += byteTime * bytes.size() + (drip ? Time{2'000} : Time{0});
        if (faulty && m_fault == SdtFault::Stall && sent <= frame.size() / 2 &&
            sent + piece > frame.size() / 2)
            at += Time{1'000'000};
        m_pieces.append({at, bytes});
    }
}

QByteArray SimulatedSam::due(Time now) {
    QByteArray bytes;
    while (!m_pieces.isEmpty() && m_pieces.first().at <= now)
        bytes += m_pieces.takeFirst().bytes;
    return bytes;
}

std::optional<SimulatedSam::Time> SimulatedSam::nextWake() const {
    if (m_pieces.isEmpty())
        return {};
    return m_pieces.first().at;
}

} // namespace tongban::devices
