// Fuzzes the ID reader framer and what follows it: any stream cut anywhere gives frames, answers
// and cards, or faults.
#include "services/devices/id_card.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    if (size < 1)
        return 0;
    const QByteArray stream(reinterpret_cast<const char*>(data + 1),
                            static_cast<qsizetype>(size - 1));
    const qsizetype cut = stream.isEmpty() ? 0 : data[0] * stream.size() / 256;
    SdtFramer whole;
    SdtFramer halves;
    const auto expected = whole.feed(stream, {});
    auto frames = halves.feed(stream.left(cut), {});
    frames += halves.feed(stream.mid(cut), {});
    if (frames != expected)
        __builtin_trap(); // where the bytes are cut makes no difference
    for (const QByteArray& body : frames) {
        const SdtAnswer answer = answerOf(body);
        (void)cardFromAnswer(answer.data);
        (void)addressesFromAnswer(answer.data);
        (void)samIdFromAnswer(answer.data);
        if (SdtFramer().feed(encode(answer), {}) != QList<QByteArray>{body})
            __builtin_trap();
    }
    return 0;
}
