// SDT frames of the ID card reader protocol (GA/T 467): made, checked, and found in a damaged byte
// stream.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <chrono>

namespace tongban::devices {

inline constexpr int sdtPreambleBytes = 5;
inline constexpr int sdtShortestLength = 4;    // SW1 SW2 SW3 CHK
inline constexpr int sdtLongestLength = 0x90A; // 30 10 with two fingerprints

struct SdtCommand {
    quint8 cmd = 0;
    quint8 para = 0;
    bool operator==(const SdtCommand&) const = default;
};

namespace sdt {
inline constexpr SdtCommand resetSam{0x10, 0xFF};
inline constexpr SdtCommand samStatus{0x11, 0xFF};
inline constexpr SdtCommand samId{0x12, 0xFF};
inline constexpr SdtCommand findCard{0x20, 0x01};
inline constexpr SdtCommand selectCard{0x20, 0x02};
inline constexpr SdtCommand readText{0x30, 0x01};
inline constexpr SdtCommand readAddedAddresses{0x30, 0x02};
inline constexpr SdtCommand readNewAddress{0x30, 0x03};
inline constexpr SdtCommand readManagementNumber{0x30, 0x05};
inline constexpr SdtCommand readTextAndFingerprint{0x30, 0x10};
} // namespace sdt

struct SdtAnswer {
    quint8 sw1 = 0;
    quint8 sw2 = 0;
    quint8 sw3 = 0;
    QByteArray data;
    bool operator==(const SdtAnswer&) const = default;
};

QByteArray encode(const SdtCommand& command, const QByteArray& data = {});
QByteArray encode(const SdtAnswer& answer);

// What a status byte means, for the log (devices.md §1.3).
QString meaningOf(quint8 sw3);

// Cuts a stream into frames. After an impossible length or a wrong sum it searches again from the
// byte after the first preamble byte; silence of more than 300 ms discards a partial frame. It has
// no clock: the caller tells the time.
class SdtFramer {
public:
    enum class Direction { Answers, Commands };
    explicit SdtFramer(Direction direction = Direction::Answers);

    static constexpr std::chrono::milliseconds longestSilence{300};

    // `now` counts from any fixed point. Returns the bodies (LEN … CHK removed) of the frames
    // completed.
    QList<QByteArray> feed(const QByteArray& bytes, std::chrono::milliseconds now);
    // Frames dropped for a wrong sum or length since the last call.
    int takeDamaged();
    bool partial() const { return !m_buffer.isEmpty(); }
    void clear();

private:
    bool takeFrame(QList<QByteArray>& frames);

    const int m_shortest;
    QByteArray m_buffer;
    std::chrono::milliseconds m_lastByte{0};
    int m_damaged = 0;
};

// The answer in a frame body; the body has at least three bytes.
SdtAnswer answerOf(const QByteArray& body);

// The one answer in a captured file; noise around it is allowed, a second answer is not.
Result<SdtAnswer> readAnswer(const QByteArray& capture);

} // namespace tongban::devices
