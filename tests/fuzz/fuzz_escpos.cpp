// Fuzzes the ESC/POS parser and status decoder: every byte is consumed once, operations stay within
// the stream.
#include "services/devices/escpos_parser.h"
#include "services/devices/escpos_status.h"
#include "services/devices/gb18030.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    const QByteArray stream(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    EscPosParser parser;
    parser.feed(stream);
    EscPosOperation operation;
    qsizetype before = parser.unread();
    while (parser.next(operation)) {
        if (parser.unread() >= before || operation.bytes.size() > stream.size())
            __builtin_trap();
        before = parser.unread();
        if (operation.kind == EscPosOperation::Kind::Text)
            (void)fromGb18030(operation.bytes);
    }
    EscPosStatus status;
    for (size_t i = 0; i < size; ++i)
        status.answered(static_cast<int>(i % 6), data[i]);
    (void)status.status();
    return 0;
}
