// Fuzzes item packages: an archive is refused or unpacks to the same bytes; a package file is
// refused or read.
#include "services/catalog/item_package.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::catalog;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto files = unpackArchive(bytes)) {
        if (packArchive(*files) != bytes)
            __builtin_trap();
        if (const auto package = ItemPackage::read(*files))
            (void)package->guide.outline({}, {}, QDate(2026, 9, 9)).has_value();
    }
    return 0;
}
