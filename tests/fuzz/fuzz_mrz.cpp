// Fuzzes the reader of machine-readable zones, whole and line by line as a swipe reader sends them.
#include "services/devices/passport_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto mrz = readMrz(text.split(u'\n')))
        (void)mrz->valid();
    MrzAssembler assembler;
    MrzAssembler::Time now{0};
    for (const QString& line : text.split(u'\n')) {
        now += MrzAssembler::Time{line.size() * 20};
        if (const auto zone = assembler.line(line, now); zone && *zone)
            (void)(*zone)->valid();
    }
    return 0;
}
