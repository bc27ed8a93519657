// Damage: a machine's database is looked over at start. A damaged file is moved aside, never
// deleted, and what can be proven whole is carried over into a new one; the machine starts either
// way.
#pragma once

#include "services/core/clock.h"
#include "services/storage/migrations.h"

#include <QByteArray>
#include <functional>

namespace tongban::cases {

// A row that still has its sealed bytes, as it lies on the disk.
struct KeptCase {
    QString id;
    qint64 deviceSequence = 0;
    QString item;
    QByteArray manifest;
    QByteArray receiptId;
    QString receiptUrl;
};
// The same for what was added to a case afterwards.
struct KeptSupplement {
    QString id;
    QString application;
    int revision = 0;
    QByteArray manifest;
};
// Whether a row says what was signed. Plain octet errors pass SQLite's own check unseen.
struct Genuine {
    std::function<bool(const KeptCase&)> application;
    std::function<bool(const KeptSupplement&)> supplement;
};

struct StartCheck {
    QString movedTo;        // empty: the database was sound
    QString why;            // what was wrong, for the log
    qint64 carried = 0;     // cases that wait or were purged and are whole
    qint64 supplements = 0; // whole ones that were carried over
    qint64 missing = 0;     // cases of which the damaged file knows the number but no whole bytes
};

// Run before anybody opens the file. Fault only when not even a new file can be made.
Result<StartCheck> checkAtStart(const QString& path, const QList<storage::Migration>& migrations,
                                const Genuine& genuine, Instant now);

} // namespace tongban::cases
