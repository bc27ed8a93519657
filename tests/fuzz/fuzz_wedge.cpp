// Fuzzes the keyboard scanner: pairs of key and time; a code is never longer than a QR code holds.
#include "services/devices/wedge_assembler.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    WedgeAssembler wedge;
    WedgeAssembler::Time now{0};
    for (size_t i = 0; i + 1 < size; i += 2) {
        now += WedgeAssembler::Time{data[i + 1] & 0x7F};
        if (data[i] == 0xFF)
            wedge.lost();
        const auto text = wedge.key(data[i], (data[i + 1] & 0x80) == 0, now);
        if (text && (text->size() < WedgeAssembler::shortestCode ||
                     text->size() > WedgeAssembler::longestCode))
            __builtin_trap();
    }
    return 0;
}
