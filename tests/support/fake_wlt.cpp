// A portrait library as its makers deliver it, for tests of the helper process: writes a black
// picture of 102 × 126 beside the file; a portrait whose last octet is 5 finds no licence.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

extern "C" int GetBmp(char* file, int) {
    FILE* in = std::fopen(file, "rb");
    if (in == nullptr)
        return -1;
    std::vector<unsigned char> wlt(1025);
    const size_t got = std::fread(wlt.data(), 1, wlt.size(), in);
    std::fclose(in);
    if (got != 1024 || std::memcmp(wlt.data(), "WLf", 3) != 0)
        return -1;
    if (wlt[1023] == 5)
        return -5;
    constexpr uint32_t width = 102;
    constexpr uint32_t height = 126;
    constexpr uint32_t row = (width * 3 + 3) / 4 * 4;
    std::vector<unsigned char> bmp(54 + row * height, 0);
    const auto put = [&bmp](size_t at, uint32_t value) { std::memcpy(&bmp[at], &value, 4); };
    std::memcpy(bmp.data(), "BM", 2);
    put(2, static_cast<uint32_t>(bmp.size()));
    put(10, 54);
    put(14, 40);
    put(18, width);
    put(22, height);
    put(26, 1U | 24U << 16);
    std::string out(file);
    out.replace(out.size() - 3, 3, "bmp");
    FILE* written = std::fopen(out.c_str(), "wb");
    if (written == nullptr)
        return 0;
    const bool whole = std::fwrite(bmp.data(), 1, bmp.size(), written) == bmp.size();
    return std::fclose(written) == 0 && whole ? 1 : 0;
}
