// Token buckets; those that are full again are forgotten, so that memory is bounded by the recent
// past.
#include "services/central/rate_limits.h"

#include <algorithm>
#include <cmath>

namespace tongban::central {

bool RateLimits::allow(const QString& key, const Rate& rate, int* retryAfter,
                       Clock::time_point now) {
    const std::lock_guard lock(m_guard);
    if (m_buckets.size() > 50'000)
        m_buckets.removeIf(
            [&](const auto& one) { return now - one.value().at > std::chrono::minutes(10); });
    const auto known = m_buckets.find(key);
    Bucket& bucket = known != m_buckets.end() ? *known : *m_buckets.insert(key, {rate.burst, now});
    const double passed = std::chrono::duration<double>(now - bucket.at).count();
    bucket.tokens = std::min(rate.burst, bucket.tokens + passed * rate.perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return true;
    }
    if (retryAfter != nullptr)
        *retryAfter = static_cast<int>(std::ceil((1 - bucket.tokens) / rate.perSecond));
    return false;
}

void RateLimits::refund(const QString& key) {
    const std::lock_guard lock(m_guard);
    if (const auto known = m_buckets.find(key); known != m_buckets.end())
        known->tokens += 1;
}

} // namespace tongban::central
