// Event: one thing that happened to a case. The journal stores these; a case is their fold.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace tongban::workflow {

enum class EventKind : quint8 {
    Opened,    // element: process · name: package digest · data: first variables
    Passed,    // element entered and left at once, through `flow`
    Entered,   // element became active as `key` in `scope`
    Left,      // `key` is over; reason: done, cancelled, returned, error, withdrawn
    Waited,    // a token arrived at a join through `flow`
    Merged,    // the join fired; data.flows were used up
    Set,       // data: variables of `scope`
    Decided,   // name: decision · data: outputs, rules, digest
    Offered,   // human work: name: milestone · data: group, form …· due
    Claimed,   // by
    Assigned,  // data.to
    Completed, // data: answers · name: form digest
    Asked,     // effect wanted: name · data: headers, variables
    Performed, // effect done · data: outputs
    Failed,    // effect failed: name: error code · reason
    Sent,      // name: message or signal · data: payload, as
    Armed,    // timer `key` of `scope` for `element` · due · data: every, left; again: dated anew
    Fired,    // timer or condition `key`
    Disarmed, // timer or wait `key` is gone before its owner
    Awaited,  // message, signal or condition `name` for `element`
    Correlated,   // a message or signal came · name · data: payload
    DeadlineSet,  // name: legal or promised · due · data: rule, basis, calendar; or of the step
                  // `key`
    ClockPaused,  // name · reason
    ClockResumed, // name · due
    ClockStopped, // name
    Extended,     // name · due · by whom approved, reason, basis
    Noticed,      // one notice of everything missing (supplement) · data: items
    Urged,
    Returned,      // element: where to · data: cancelled · reason, basis
    Countersigned, // key · data: add, remove
    Suspended,
    Resumed,
    Stuck,      // incident `key` at `element` · name: code · reason
    Freed,      // incident solved
    HandedOver, // data: to, epoch
    Migrated,   // name: digest · data: elements, data, timers, limits
    Closed,     // reason: completed, withdrawn, error, terminated, cancelled · name: error code
};

QString nameOf(EventKind kind);

// One record for all kinds; fields a kind does not use stay empty and are not written.
struct Event {
    EventKind kind = EventKind::Set;
    quint32 sequence = 0; // 1, 2, 3 … within a case
    quint32 key = 0;      // the element instance; the sequence of the event that created it
    quint32 scope = 0;    // the element instance it lives in
    Instant at{};
    Instant due{};
    QString by;      // actor
    QString command; // id of the command it came from
    QString element;
    QString flow;
    QString name;
    QString reason;
    QJsonObject data;

    QJsonObject toJson() const;
    static Result<Event> fromJson(const QJsonObject& object);
    bool operator==(const Event&) const = default;
};

using Events = QList<Event>;

// Canonical bytes: the same as canonicalJson(event.toJson()), without the detour.
QByteArray encode(const Event& event);

} // namespace tongban::workflow
