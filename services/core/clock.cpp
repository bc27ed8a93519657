// The system clock and the ISO 8601 spelling of instants.
#include "services/core/clock.h"

#include <QDateTime>

namespace tongban {

QString toIso(Instant instant) {
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

Instant fromIso(const QString& text, bool* ok) {
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (ok != nullptr)
        *ok = parsed.isValid();
    return Instant(std::chrono::milliseconds(parsed.isValid() ? parsed.toMSecsSinceEpoch() : 0));
}

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

} // namespace tongban
