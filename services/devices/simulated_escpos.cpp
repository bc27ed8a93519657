// The simulated receipt printer's mechanism and status bytes.
#include "services/devices/simulated_escpos.h"

#include "services/devices/escpos_status.h"

#include <algorithm>
#include <array>

namespace tongban::devices {

namespace {

constexpr std::array troubleNames{"none",       "paper-low",  "paper-out",
                                  "cover-open", "cutter-jam", "silent"};
constexpr int lineDots = 30;
constexpr int codeDots = 200;

} // namespace

QString nameOf(SimulatedEscPos::Trouble trouble) {
    return QLatin1String(troubleNames[static_cast<size_t>(trouble)]);
}

std::optional<SimulatedEscPos::Trouble> printerTroubleNamed(const QString& name) {
    for (size_t i = 0; i < troubleNames.size(); ++i) {
        if (name == QLatin1String(troubleNames[i]))
            return static_cast<SimulatedEscPos::Trouble>(i);
    }
    return {};
}

SimulatedEscPos::SimulatedEscPos(int dotsPerSecond)
    : m_dotsPerSecond(dotsPerSecond) {}

bool SimulatedEscPos::stopped() const {
    return m_trouble == Trouble::PaperOut || m_trouble == Trouble::CoverOpen ||
           m_trouble == Trouble::CutterJam || m_trouble == Trouble::Silent;
}

quint8 SimulatedEscPos::realTimeStatus(int n) const {
    quint8 byte = 0x12;
    if (n == 1 && stopped())
        byte |= 0x08;
    if (n == 2) {
        byte |= m_trouble == Trouble::CoverOpen ? 0x04 : 0;
        byte |= m_trouble == Trouble::PaperOut ? 0x20 : 0;
        byte |= m_trouble == Trouble::CutterJam ? 0x40 : 0;
    }
    if (n == 3 && m_trouble == Trouble::CutterJam)
        byte |= 0x08;
    if (n == 4) {
        byte |= m_trouble == Trouble::PaperLow || m_trouble == Trouble::PaperOut ? 0x0C : 0;
        byte |= m_trouble == Trouble::PaperOut ? 0x60 : 0;
    }
    return byte;
}

// Status is asked and answered past the buffer, even while the mechanism stands.
QByteArray SimulatedEscPos::withoutRealTime(const QByteArray& bytes) {
    QByteArray rest = bytes;
    while (rest.size() >= 3 && rest.startsWith(QByteArrayLiteral("\x10\x04")) && rest[2] >= 1 &&
           rest[2] <= 4) {
        m_answers.append(static_cast<char>(realTimeStatus(rest[2])));
        rest.remove(0, 3);
    }
    return rest;
}

void SimulatedEscPos::received(const QByteArray& bytes, Time now) {
    if (m_trouble == Trouble::Silent)
        return;
    // A stream in the middle of a command may hold these bytes as its content.
    QByteArray rest = m_parser.unread() == 0 || stopped() ? withoutRealTime(bytes) : bytes;
    if (const qsizetype at = rest.lastIndexOf(escPosForget); at >= 0) {
        rest.remove(0, at + escPosForget.size());
        m_parser.clear();
    }
    m_parser.feed(rest);
    m_starved = false;
    work(now);
}

int SimulatedEscPos::heightOf(const EscPosOperation& operation) const {
    using Kind = EscPosOperation::Kind;
    switch (operation.kind) {
    case Kind::LineFeed:
        return lineDots;
    case Kind::FeedLines:
        return operation.value * lineDots;
    case Kind::FeedDots:
        return operation.value;
    case Kind::Raster:
        return operation.height;
    case Kind::QrPrint:
        return codeDots;
    case Kind::Cut:
        return std::max(0, operation.value);
    default:
        return 0;
    }
}

void SimulatedEscPos::work(Time now) {
    while (!stopped() && now >= m_busyUntil) {
        const qsizetype before = m_parser.unread();
        const QByteArray pending = m_parser.pending();
        EscPosOperation operation;
        m_starved = !m_parser.next(operation);
        if (m_starved)
            return;
        m_stream += pending.left(before - m_parser.unread());
        const int dots = heightOf(operation);
        m_busyUntil = std::max(m_busyUntil, now) + Time{qint64(dots) * 1'000'000 / m_dotsPerSecond};
        if (m_paperLeft >= 0 && (m_paperLeft -= dots) <= 0) {
            m_paperLeft = -1;
            m_trouble = Trouble::PaperOut;
        }
        if (operation.kind == EscPosOperation::Kind::RealTimeStatus)
            m_answers.append(static_cast<char>(realTimeStatus(operation.value)));
        if (operation.kind == EscPosOperation::Kind::Status)
            m_answers.append(static_cast<char>(m_trouble == Trouble::PaperLow ? 0x03 : 0x00));
        if (operation.kind == EscPosOperation::Kind::Cut)
            m_tickets.append(std::exchange(m_stream, {}));
    }
}

QByteArray SimulatedEscPos::due(Time now) {
    work(now);
    return std::exchange(m_answers, {});
}

std::optional<SimulatedEscPos::Time> SimulatedEscPos::nextWake() const {
    if (!m_answers.isEmpty())
        return Time{0};
    if (stopped() || m_starved || m_parser.unread() == 0)
        return {};
    return m_busyUntil;
}

void SimulatedEscPos::powerCycle() {
    m_parser.clear();
    m_stream.clear();
    m_answers.clear();
}

} // namespace tongban::devices
