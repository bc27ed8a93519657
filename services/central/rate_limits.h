// RateLimits: token buckets by key, in memory; a full one costs its owner 429 and nobody else
// anything.
#pragma once

#include <QHash>
#include <QString>
#include <chrono>
#include <mutex>

namespace tongban::central {

struct Rate {
    double perSecond = 10;
    double burst = 20;
};

class RateLimits {
public:
    using Clock = std::chrono::steady_clock;
    // True: go on. False: too many; `retryAfter` seconds until the next is welcome.
    bool allow(const QString& key, const Rate& rate, int* retryAfter = nullptr,
               Clock::time_point now = Clock::now());
    // The last one was well spent after all: a right guess costs nothing.
    void refund(const QString& key);

private:
    struct Bucket {
        double tokens = 0;
        Clock::time_point at;
    };
    std::mutex m_guard;
    QHash<QString, Bucket> m_buckets;
};

} // namespace tongban::central
