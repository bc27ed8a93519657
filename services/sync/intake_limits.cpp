// The first reason in the order in which staff can help.
#include "services/sync/intake_limits.h"

#include <QStorageInfo>

namespace tongban::sync {

std::optional<IntakeStop> intakeStop(const IntakeState& state, const IntakeLimits& limits) {
    if (state.diskFree < limits.leastDiskFree)
        return IntakeStop::DiskFull;
    if (state.waiting >= limits.mostWaiting)
        return IntakeStop::QueueFull;
    if (!state.trustedTimeAge)
        return IntakeStop::NeverEnrolled;
    if (*state.trustedTimeAge > limits.longestAlone)
        return IntakeStop::AloneTooLong;
    if (!state.packsUsable)
        return IntakeStop::PacksTooOld;
    return {};
}

qint64 diskFree(const QString& path) {
    return qMax<qint64>(0, QStorageInfo(path).bytesAvailable());
}

} // namespace tongban::sync
