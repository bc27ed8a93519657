// Fuzzes the JSON reader: any bytes end in a value or a fault.
#include "services/core/json_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto value = tongban::parseJson(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (value && value->isObject())
        tongban::JsonReader(value->toObject()).requiredText(QStringLiteral("a"));
    return 0;
}
