// What the sync engine wants of the world: time, chance, the central service. Replaceable, so that
// a simulator can own them. Everything happens on the engine's thread; every callback comes later,
// never inside the call that asked for it.
#pragma once

#include "services/core/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <functional>

namespace tongban::sync {

using std::chrono::milliseconds;

// Monotonic time and timers.
class Schedule {
public:
    virtual ~Schedule() = default;
    virtual milliseconds now() const = 0; // since some start; never goes back
    virtual void after(milliseconds delay, std::function<void()> call) = 0;
};

struct Call {
    QByteArray method;
    QByteArray path; // with query
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    milliseconds deadline{30'000};
};

struct Answer {
    int status = 0; // 0: none came; whether the call had an effect is unknown
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    milliseconds took{0};

    bool arrived() const { return status != 0; }
    bool good() const { return status >= 200 && status < 300; }
};

class CentralPort {
public:
    virtual ~CentralPort() = default;
    // Exactly one answer, at the deadline at the latest.
    virtual void send(const Call& call, std::function<void(Answer)> done) = 0;
};

// Uniform in [0, 1).
using Chance = std::function<double()>;

} // namespace tongban::sync
