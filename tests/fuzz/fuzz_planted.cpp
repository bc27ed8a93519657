// A parser with a planted overrun: the control of the fuzz bars, which must find it.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 3 || std::memcmp(data, "TB", 2) != 0)
        return 0;
    const auto copy = std::make_unique<uint8_t[]>(size);
    std::memcpy(copy.get(), data, size);
    const volatile uint8_t* octets = copy.get();
    return octets[data[2]] == 0xff ? 1 : 0; // believes the length it was told
}
