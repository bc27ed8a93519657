// Vectors as bytes: rounding to int8 and the dot product that searches all of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tongban::knowledgebase {

// A vector of unit length (or all zeros) as one row of int8.
void appendQuantized(std::span<const float> vector, std::vector<std::int8_t>& rows);

// cosines[i] = rows[i] · query. Rows are `query.size()` bytes each; AVX2 where the machine has it,
// the same result without.
void cosines(std::span<const std::int8_t> rows, std::span<const std::int8_t> query,
             std::span<float> into);
// The portable form, for tests and other machines.
void cosinesPortable(std::span<const std::int8_t> rows, std::span<const std::int8_t> query,
                     std::span<float> into);

} // namespace tongban::knowledgebase
