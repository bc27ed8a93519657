// Fuzzes the machine-readable zone reader.
#include "services/devices/mrz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto mrz = tongban::devices::readMrz(text.split(u'\n'));
    if (mrz)
        (void)mrz->valid();
    return 0;
}
