// Fuzzes stored events: any JSON ends in a fault or in an event that evolve() can apply.
#include "services/core/json_reader.h"
#include "services/workflow/engine.h"

#include <cstdint>

using namespace tongban::workflow;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    Instance instance;
    for (const QByteArray& line : bytes.split('\n')) {
        const auto object = tongban::parseJsonObject(line);
        const auto event =
            object.has_value()
                ? Event::fromJson(*object)
                : tongban::Result<Event>(tongban::fail(tongban::FaultKind::Invalid, {}));
        if (!event.has_value())
            continue;
        if (encode(*event) != tongban::canonicalJson(event->toJson()))
            __builtin_trap();
        evolve(instance, *event);
        (void)commandOf(*event);
    }
    return 0;
}
