// WedgeAssembler: makes codes of the key strokes of a scanner that plays a keyboard. No I/O, no
// clock.
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace tongban::devices {

class WedgeAssembler {
public:
    using Time = std::chrono::milliseconds; // from any fixed point

    static constexpr Time longestGap{50}; // between two keys of one code; people are slower
    static constexpr qsizetype longestCode = 4296; // the most a QR code holds, ISO/IEC 18004
    static constexpr qsizetype shortestCode = 4;   // less is somebody leaning on a key

    // A key of the Linux input layer (KEY_…), US layout. Returns the code that Enter or Tab ends.
    std::optional<QString> key(int code, bool pressed, Time now);
    // Events were lost: what was collected is no code.
    void lost();

private:
    QString m_text;
    Time m_last{0};
    bool m_shift = false;
    bool m_spoilt = false; // too long, or with lost keys: dropped up to the next end
};

} // namespace tongban::devices
