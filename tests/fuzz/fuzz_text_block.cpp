// Fuzzes the card text: what is accepted can be written again and reads the same.
#include "services/devices/id_card.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::devices;
    const QByteArray block(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto card = cardFromText(block);
    if (!card)
        return 0;
    const auto again = writeTextBlock(card->kind, card->fields);
    if (!again || cardFromText(*again)->fields != card->fields)
        __builtin_trap();
    (void)card->nationName();
    (void)card->sexName();
    return 0;
}
