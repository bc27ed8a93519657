// The value below which `part` (0…1) of a measured series lies.
#pragma once

#include <algorithm>
#include <vector>

namespace tongban::cli {

inline double percentile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<size_t>(static_cast<double>(values.size()) * part))];
}

} // namespace tongban::cli
