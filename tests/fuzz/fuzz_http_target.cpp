// Fuzzes the parsing of request targets; what is accepted must be canonical.
#include "services/http/target.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, size_t size) {
    const auto target = tongban::http::parseTarget(
        QByteArrayView(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size)));
    if (!target.has_value())
        return 0;
    for (const QString& segment : target->segments) {
        if (segment.isEmpty() || segment == QLatin1String("..") ||
            segment.contains(QLatin1Char('/')))
            __builtin_trap();
    }
    return 0;
}
