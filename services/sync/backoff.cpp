// The exponent is bounded before the shift: an uncapped one waits days at the twentieth failure.
#include "services/sync/backoff.h"

#include <algorithm>

namespace tongban::sync {

milliseconds backoffRange(int failures, const BackoffSettings& settings) {
    const int exponent = std::clamp(failures, 0, 30);
    return std::min<milliseconds>(settings.cap, settings.first * (1LL << exponent));
}

milliseconds backoffDelay(int failures, const Chance& chance,
                          std::optional<milliseconds> retryAfter, const BackoffSettings& settings) {
    const auto range = static_cast<double>(backoffRange(failures, settings).count());
    const milliseconds jitter(static_cast<qint64>(chance() * range));
    return retryAfter.value_or(milliseconds(0)) + jitter;
}

std::optional<milliseconds> readRetryAfter(const QByteArray& value) {
    bool ok = false;
    const int seconds = value.trimmed().toInt(&ok);
    if (!ok || seconds < 0)
        return {};
    return milliseconds(1000LL * std::min(seconds, 3600));
}

} // namespace tongban::sync
