// SDT frames: preamble AA AA AA 96 69, big-endian length, exclusive-or sum.
#include "services/devices/sdt_frame.h"

#include <algorithm>

namespace tongban::devices {

namespace {

const QByteArray preamble = QByteArrayLiteral("\xAA\xAA\xAA\x96\x69");

char sumOf(QByteArrayView bytes) {
    char sum = 0;
    for (const char byte : bytes)
        sum = static_cast<char>(sum ^ byte);
    return sum;
}

QByteArray frame(const QByteArray& body) {
    const qsizetype length = body.size() + 1;
    QByteArray checked;
    checked.append(static_cast<char>(length >> 8))
        .append(static_cast<char>(length & 0xFF))
        .append(body);
    return preamble + checked + sumOf(checked);
}

int lengthAt(const QByteArray& bytes, qsizetype offset) {
    return (static_cast<quint8>(bytes[offset]) << 8) | static_cast<quint8>(bytes[offset + 1]);
}

} // namespace

QByteArray encode(const SdtCommand& command, const QByteArray& data) {
    QByteArray body;
    body.append(static_cast<char>(command.cmd))
        .append(static_cast<char>(command.para))
        .append(data);
    return frame(body);
}

QByteArray encode(const SdtAnswer& answer) {
    QByteArray body;
    body.append(static_cast<char>(answer.sw1))
        .append(static_cast<char>(answer.sw2))
        .append(static_cast<char>(answer.sw3))
        .append(answer.data);
    return frame(body);
}

QString meaningOf(quint8 sw3) {
    switch (sw3) {
    case 0x90:
        return QStringLiteral("success");
    case 0x91:
        return QStringLiteral("no such content on the card");
    case 0x9F:
        return QStringLiteral("card found");
    case 0x10:
        return QStringLiteral("the module received a wrong checksum");
    case 0x11:
        return QStringLiteral("the module received a wrong length or timed out");
    case 0x21:
        return QStringLiteral("wrong command or parameter");
    case 0x23:
        return QStringLiteral("operation not authorised");
    case 0x24:
        return QStringLiteral("unrecognised error");
    case 0x31:
        return QStringLiteral("the card rejects the reader");
    case 0x32:
        return QStringLiteral("the reader rejects the card");
    case 0x33:
        return QStringLiteral("information check failed");
    case 0x34:
        return QStringLiteral("no card found yet");
    case 0x40:
        return QStringLiteral("wrong or unknown card type");
    case 0x41:
        return QStringLiteral("read failed");
    case 0x47:
        return QStringLiteral("GET CHALLENGE failed");
    case 0x50:
        return QStringLiteral("write failed");
    case 0x60:
        return QStringLiteral("self-test of the module failed");
    case 0x61:
        return QStringLiteral("login failed");
    case 0x66:
        return QStringLiteral("the module is not authorised");
    case 0x80:
        return QStringLiteral("find failed");
    case 0x81:
        return QStringLiteral("select failed");
    default:
        return QStringLiteral("unknown status");
    }
}

SdtFramer::SdtFramer(Direction direction)
    : m_shortest(direction == Direction::Answers ? sdtShortestLength : sdtShortestLength - 1) {}

void SdtFramer::clear() {
    m_buffer.clear();
}

int SdtFramer::takeDamaged() {
    return std::exchange(m_damaged, 0);
}

QList<QByteArray> SdtFramer::feed(const QByteArray& bytes, std::chrono::milliseconds now) {
    if (partial() && now - m_lastByte > longestSilence) {
        if (m_buffer.startsWith(preamble))
            ++m_damaged;
        m_buffer.clear();
    }
    QList<QByteArray> frames;
    if (bytes.isEmpty())
        return frames;
    m_lastByte = now;
    m_buffer.append(bytes);
    while (takeFrame(frames)) {
    }
    return frames;
}

// Consumes one frame or one false start; false when more bytes are needed.
bool SdtFramer::takeFrame(QList<QByteArray>& frames) {
    const qsizetype start = m_buffer.indexOf(preamble);
    if (start < 0) {
        // Keep only what may be the beginning of a preamble.
        qsizetype keep = std::min<qsizetype>(m_buffer.size(), sdtPreambleBytes - 1);
        while (keep > 0 && !preamble.startsWith(m_buffer.last(keep)))
            --keep;
        m_buffer = m_buffer.last(keep);
        return false;
    }
    m_buffer.remove(0, start);
    if (m_buffer.size() < sdtPreambleBytes + 2)
        return false;
    const int length = lengthAt(m_buffer, sdtPreambleBytes);
    const bool possible = length >= m_shortest && length <= sdtLongestLength;
    const qsizetype whole = sdtPreambleBytes + 2 + length;
    if (possible && m_buffer.size() < whole)
        return false;
    if (!possible || sumOf(QByteArrayView(m_buffer).sliced(sdtPreambleBytes, length + 2)) != 0) {
        ++m_damaged;
        m_buffer.remove(0, 1);
        return true;
    }
    frames.append(m_buffer.mid(sdtPreambleBytes + 2, length - 1));
    m_buffer.remove(0, whole);
    return true;
}

SdtAnswer answerOf(const QByteArray& body) {
    return {static_cast<quint8>(body[0]), static_cast<quint8>(body[1]),
            static_cast<quint8>(body[2]), body.mid(3)};
}

Result<SdtAnswer> readAnswer(const QByteArray& capture) {
    SdtFramer framer;
    const QList<QByteArray> bodies = framer.feed(capture, {});
    if (bodies.size() == 1)
        return answerOf(bodies.first());
    if (bodies.size() > 1)
        return fail(FaultKind::Invalid,
                    QStringLiteral("%1 frames in one capture").arg(bodies.size()));
    if (framer.takeDamaged() > 0)
        return fail(FaultKind::Invalid, QStringLiteral("wrong checksum or length"));
    const qsizetype start = capture.indexOf(preamble);
    if (start < 0)
        return fail(FaultKind::Invalid, QStringLiteral("no preamble AA AA AA 96 69"));
    return fail(FaultKind::Invalid,
                QStringLiteral("cut short after %1 bytes").arg(capture.size() - start));
}

} // namespace tongban::devices
