// Fuzzes the social security card dialogue: a hostile card ends it in a bounded number of APDUs.
#include "services/devices/social_card.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    SocialCardDialogue dialogue;
    size_t at = 0;
    int asked = 0;
    while (const auto apdu = dialogue.next()) {
        if (++asked > 200)
            __builtin_trap();
        const size_t length = at < size ? std::min<size_t>(data[at], size - at - 1) : 0;
        dialogue.answered(QByteArray(reinterpret_cast<const char*>(data + at + (at < size ? 1 : 0)),
                                     static_cast<qsizetype>(length)));
        at = std::min(size, at + length + 1);
    }
    (void)dialogue.result();
    return 0;
}
