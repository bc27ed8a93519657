// Alarms: what a person must look at today: a cabinet opened, a chain rewritten, forged signatures
// (GB/T 22239 8.1.5.4). They ring from any thread, are written within a second, and every counter
// of the district hears them in its feed.
#pragma once

#include "services/central/sql.h"
#include "services/core/clock.h"

#include <QHash>
#include <QStringList>
#include <mutex>

namespace tongban::central {

// What a machine may report about itself; other words are not taken.
inline const QStringList machineAlarms{QStringLiteral("tamper"), QStringLiteral("usb"),
                                       QStringLiteral("database-damaged"),
                                       QStringLiteral("wipe-failed")};

struct Ringing {
    QString kind;
    QString source;
};

// Rung where the transaction is about to be rolled back, so that the refusal is not forgotten with
// it.
class AlarmBell {
public:
    void ring(const QString& kind, const QString& source);
    // A signature that does not hold; ten of one source within a minute ring "signatures".
    void forgery(const QString& source, Instant now);
    QList<Ringing> take();

private:
    std::mutex m_guard;
    QList<Ringing> m_ringing;
    QHash<QString, QList<Instant>> m_forgeries;
};

// The same alarm that nobody has seen yet is one alarm.
Result<void> raiseAlarm(Sql& sql, const Ringing& ringing, Instant now);

struct Alarm {
    QString id;
    Instant at{};
    QString kind;
    QString source;
    QString seenBy;
};
Result<QList<Alarm>> newestAlarms(Sql& sql, qint64 limit);
// NotFound for an unknown one; who saw it first stays.
Result<void> seeAlarm(Sql& sql, const QString& id, const QString& staff, Instant now);

} // namespace tongban::central
