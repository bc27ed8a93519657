// Fuzzes the strokes made of a pen pad's events: type, code, value and time from five octets each.
#include "services/devices/signature_pad.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    StrokeAssembler pen;
    StrokeAssembler::Time now{0};
    if (size > 4)
        pen.setRanges({data[0], data[1] * 8}, {data[2], data[3] * 8});
    for (size_t at = 4; at + 5 <= size; at += 5) {
        now += StrokeAssembler::Time{data[at + 4]};
        const bool touch = data[at] == 1; // BTN_TOUCH lies far from the other codes
        pen.event(data[at], static_cast<quint16>(data[at + 1] + (touch ? 0x14A : 0)),
                  static_cast<qint32>(data[at + 2] << 8 | data[at + 3]), now);
    }
    qsizetype points = 0;
    for (const PenStroke& stroke : pen.strokes())
        points += stroke.size();
    if (points > StrokeAssembler::mostPoints)
        __builtin_trap();
    return 0;
}
