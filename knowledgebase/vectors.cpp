// Vectors: 127 stands for a length of one; integer sums, so every machine agrees.
#include "knowledgebase/vectors.h"

#include <algorithm>
#include <cmath>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tongban::knowledgebase {

namespace {

constexpr float scale = 1.0F / (127.0F * 127.0F);

int dotPortable(const std::int8_t* a, const std::int8_t* b, size_t size) {
    int sum = 0;
    for (size_t i = 0; i < size; ++i)
        sum += int{a[i]} * int{b[i]};
    return sum;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void cosinesAvx2(const std::int8_t* rows, const std::int8_t* query,
                                                 size_t size, std::span<float> into) {
    const size_t whole = size / 16 * 16;
    for (size_t row = 0; row < into.size(); ++row) {
        const std::int8_t* at = rows + row * size;
        __m256i sums = _mm256_setzero_si256();
        for (size_t i = 0; i < whole; i += 16) {
            const __m256i x =
                _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i)));
            const __m256i y =
                _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(query + i)));
            sums = _mm256_add_epi32(sums, _mm256_madd_epi16(x, y));
        }
        __m128i half =
            _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4e));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xb1));
        const int sum =
            _mm_cvtsi128_si32(half) + dotPortable(at + whole, query + whole, size - whole);
        into[row] = scale * static_cast<float>(sum);
    }
}
#endif

} // namespace

void appendQuantized(std::span<const float> vector, std::vector<std::int8_t>& rows) {
    for (const float value : vector)
        rows.push_back(
            static_cast<std::int8_t>(std::clamp(std::lround(value * 127.0F), -127L, 127L)));
}

void cosinesPortable(std::span<const std::int8_t> rows, std::span<const std::int8_t> query,
                     std::span<float> into) {
    for (size_t row = 0; row < into.size(); ++row)
        into[row] = scale * static_cast<float>(dotPortable(rows.data() + row * query.size(),
                                                           query.data(), query.size()));
}

void cosines(std::span<const std::int8_t> rows, std::span<const std::int8_t> query,
             std::span<float> into) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        cosinesAvx2(rows.data(), query.data(), query.size(), into);
        return;
    }
#endif
    cosinesPortable(rows, query, into);
}

} // namespace tongban::knowledgebase
