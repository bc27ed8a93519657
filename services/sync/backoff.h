// Full-jitter capped back-off: random(0, min(cap, first · 2^n)); Retry-After is a lower bound with
// jitter on top (sync.md §2.4).
#pragma once

#include "services/sync/ports.h"

#include <optional>

namespace tongban::sync {

struct BackoffSettings {
    milliseconds first{1'000};
    milliseconds cap{300'000};
};

// `failures` counts from 0. The longest value of the range, before chance.
milliseconds backoffRange(int failures, const BackoffSettings& settings = {});
milliseconds backoffDelay(int failures, const Chance& chance,
                          std::optional<milliseconds> retryAfter = {},
                          const BackoffSettings& settings = {});

// Seconds as a number (RFC 9110 §10.2.3); nothing for a date or anything else. Limited to an hour.
std::optional<milliseconds> readRetryAfter(const QByteArray& value);

} // namespace tongban::sync
