// Feed: what a device must hear, numbered 1, 2, 3 … without gaps under its own row (sync.md D5).
#pragma once

#include "services/central/sql.h"
#include "services/core/clock.h"

#include <QJsonObject>

namespace tongban::central {

struct FeedEvent {
    qint64 sequence = 0;
    QString application;
    QString kind;     // stored, status, supplement, decided, held, command
    QJsonObject body; // no personal values
    Instant at{};
    QJsonObject toJson() const;
};

struct FeedPage {
    QList<FeedEvent> events;
    qint64 last = 0;          // newest number of the device
    bool mustRefetch = false; // what was asked for has been trimmed
    qint64 trimmed = 0;
};

// Locks the device's row, so numbers are given in order of COMMIT. NotFound for an unknown device.
Result<qint64> appendEvent(Sql& sql, const QString& device, const FeedEvent& event);
Result<FeedPage> readFeed(Sql& sql, const QString& device, qint64 after, qint64 limit);
// Forgets events that the device has had for long; it must then fetch anew.
Result<qint64> trimFeeds(Sql& sql, Instant before);

qint64 toMs(Instant at);
Instant fromMs(qint64 ms);

} // namespace tongban::central
