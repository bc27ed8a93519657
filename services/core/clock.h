// The time, as a value and as a service, so that tests can own it.
#pragma once

#include <QString>
#include <chrono>

namespace tongban {

// Milliseconds since the Unix epoch, UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

QString toIso(Instant instant);                 // 2026-11-24T08:05:16.123Z
Instant fromIso(const QString& text, bool* ok); // the reverse; ok=false for anything else

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// A clock that stands still until it is moved.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start)
        : m_now(start) {}
    Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant instant) { m_now = instant; }

private:
    Instant m_now;
};

} // namespace tongban
