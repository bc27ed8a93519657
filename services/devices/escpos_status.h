// What the status bytes of an ESC/POS printer say; a printer that answers nothing stays Unknown,
// never "fine".
#pragma once

#include "services/devices/device.h"

#include <array>
#include <optional>

namespace tongban::devices {

// DLE ENQ 2 and DLE DC4 8: forget what the buffers hold, at once and also while the paper is out.
// Otherwise the rest of a broken ticket comes out with the new roll, for whoever stands there.
inline const QByteArray escPosForget =
    QByteArrayLiteral("\x10\x05\x02\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08");

// Collects the answers to DLE EOT 1–4 of one round.
class EscPosStatus {
public:
    // False when the byte is no answer to DLE EOT (bits 1 and 4 set, bits 0 and 7 clear).
    static bool plausible(quint8 byte) { return (byte & 0x93) == 0x12; }

    void answered(int n, quint8 byte); // n 1–4
    bool complete() const;
    void clear() { m_answers = {}; }
    // The status the answers so far give.
    DeviceStatus status() const;

private:
    std::array<std::optional<quint8>, 5> m_answers;
};

// The byte to GS r 1, sent when everything before it was printed: paper as the roll sensors see it.
bool plausiblePaperStatus(quint8 byte); // bits 4 and 7 clear
PaperState paperOf(quint8 gsr1);

} // namespace tongban::devices
