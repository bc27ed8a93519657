// Arithmetic on rows of floats, eight at a time, in the same order on every machine.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstring>

namespace tongban::knowledgebase {

using Lanes = float __attribute__((vector_size(32)));

// `width` is a multiple of eight.
inline float dot(const float* a, const float* b, size_t width) {
    Lanes sum{};
    for (size_t i = 0; i < width; i += 8) {
        Lanes x;
        Lanes y;
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, b + i, sizeof y);
        sum += x * y;
    }
    return ((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

// to += by × from
inline void addTimes(float* to, float by, const float* from, size_t width) {
    for (size_t i = 0; i < width; i += 8) {
        Lanes x;
        Lanes y;
        std::memcpy(&x, to + i, sizeof x);
        std::memcpy(&y, from + i, sizeof y);
        x += by * y;
        std::memcpy(to + i, &x, sizeof x);
    }
}

// Brings the row to length one and returns the length it had.
inline float normalize(float* row, size_t width) {
    const float length = std::sqrt(dot(row, row, width));
    if (length > 0) {
        for (size_t i = 0; i < width; ++i)
            row[i] /= length;
    }
    return length;
}

} // namespace tongban::knowledgebase
