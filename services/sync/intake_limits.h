// Limits that stop new applications on a machine that has been alone for too long or is full
// (sync.md §1.2.5).
#pragma once

#include "services/sync/ports.h"

#include <optional>

namespace tongban::sync {

struct IntakeLimits {
    qint64 leastDiskFree = 2LL * 1024 * 1024 * 1024;
    qint64 mostWaiting = 2'000;
    milliseconds longestAlone{72LL * 3600 * 1000};
};

struct IntakeState {
    qint64 diskFree = 0;
    qint64 waiting = 0;
    std::optional<milliseconds> trustedTimeAge; // nothing: never heard of the central service
    bool packsUsable = true;                    // before their use_until
};

enum class IntakeStop { DiskFull, QueueFull, AloneTooLong, NeverEnrolled, PacksTooOld };

// Why this machine must not take a new application now; nothing when it may.
std::optional<IntakeStop> intakeStop(const IntakeState& state, const IntakeLimits& limits = {});

// Free octets where `path` lives; 0 when that cannot be known.
qint64 diskFree(const QString& path);

} // namespace tongban::sync
