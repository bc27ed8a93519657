// Fuzzes the entry reader: any bytes end in an entry or a fault, and an entry can be written back.
#include "knowledgebase/entry_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::knowledgebase;
    const auto entry =
        readEntry(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)),
                  QStringLiteral("fuzz.md"));
    if (entry)
        (void)readEntry(entryFile(*entry), QStringLiteral("again.md"));
    return 0;
}
