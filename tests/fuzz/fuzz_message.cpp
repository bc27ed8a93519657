// Fuzzes the message readers: a manifest that is accepted encodes to the same octets; JSON ends in
// a value or a fault.
#include "services/protocol/cbor.h"
#include "services/protocol/messages.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::protocol;
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1),
                           static_cast<qsizetype>(size - 1));
    switch (data[0] % 8) {
    case 0:
        if (const auto map = decodeCbor(bytes, manifestLimit); map.has_value()) {
            const auto again = encodeCbor(*map);
            if (!again.has_value() || *again != bytes)
                __builtin_trap();
        }
        break;
    case 1:
        (void)readManifest(bytes);
        break;
    case 2:
        (void)readSupplement(bytes);
        break;
    case 3:
        (void)readFeedPage(bytes);
        break;
    case 4:
        (void)readDeviceReport(bytes);
        break;
    case 5:
        (void)readCaseView(bytes);
        break;
    case 6:
        (void)readContent(bytes);
        break;
    default:
        (void)readTaskCompletion(bytes);
        break;
    }
    return 0;
}
