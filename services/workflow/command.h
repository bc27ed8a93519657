// Command: what somebody wants to happen to a case. decide() answers with events or refuses.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"
#include "services/workflow/event.h"
#include "services/workflow/work_calendar.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <variant>

namespace tongban::workflow {

// ---- The life of a case
struct Open {
    QString process; // empty: the one executable process
    QJsonObject variables;
    QString message; // started by this message; empty: by its none start event
    QString signal;
};
struct Withdraw { // by the citizen, until the case is decided
    QString reason;
};
struct Suspend {
    QString reason;
};
struct Resume {};
struct Cancel { // closes the case by hand, whatever its state
    QString reason;
};

// ---- Steps of people. `key` names the element instance (WorkItem::key).
struct Claim {
    quint32 key = 0;
};
struct Complete {
    quint32 key = 0;
    QJsonObject answers;
};
struct Delegate { // 转办: hands a step to somebody
    quint32 key = 0;
    QString to;
};
struct Return { // 退回: back to an earlier step of the same scope
    QString to; // element id
    QString reason;
    QString basis;
};
struct Countersign { // 加签, 减签: changes who must sign a running parallel multi-instance
    quint32 key = 0; // the body or one of its instances
    QStringList add;
    QStringList remove;
};
struct Supplement { // 补正: one notice listing everything that is missing (行政许可法 art. 32)
    QStringList items;
    QString reason;
    QString basis;
};
struct Supplemented {}; // the missing things have come
struct Urge {           // 催办
    QString reason;
};
struct Extend {    // once for each clock, with the approver on record
    QString clock; // "legal" or "promised"
    QString by;    // "10wd"
    QString approver;
    QString reason;
    QString basis;
};
struct PauseClock { // hearing, inspection, appraisal … (art. 45)
    QString reason;
    QString basis;
};
struct ResumeClock {};
struct Activate { // starts activities of an ad-hoc sub-process
    quint32 key = 0;
    QStringList elements;
};
struct Finish { // ends an ad-hoc sub-process
    quint32 key = 0;
};

// ---- The outside world
struct Perform { // an effect was done
    quint32 key = 0;
    QJsonObject outputs;
};
struct Fail { // an effect failed; with an error code it is a business error that boundary events
              // may catch
    quint32 key = 0;
    QString error;
    QString reason;
};
struct Deliver { // a message for whoever waits for it
    QString message;
    QString correlation;
    QJsonObject payload;
};
struct Broadcast { // a signal for everybody who waits for it
    QString signal;
    QJsonObject payload;
};
struct FireTimers {}; // everything due at the occasion's instant
struct Free {         // an incident is looked after: try again, or leave the element as done
    quint32 key = 0;
    bool skip = false;
    QJsonObject variables;
};
struct HandOver {
    QString to;
};
struct Migrate { // moves a running case to another package; see migration.h
    QString to;  // digest
    QMap<QString, QString> elements;
    QMap<QString, QString> data; // variable → FEEL over the old variables
    bool timers = false;         // recompute armed timers by their new rule
    bool limits = false;         // date time limits anew where their rule has changed
};

using Command = std::variant<Open, Withdraw, Suspend, Resume, Cancel, Claim, Complete, Delegate,
                             Return, Countersign, Supplement, Supplemented, Urge, Extend,
                             PauseClock, ResumeClock, Activate, Finish, Perform, Fail, Deliver,
                             Broadcast, FireTimers, Free, HandOver, Migrate>;

QString nameOf(const Command& command);
QJsonObject toJson(const Command& command); // {"command": "complete", …}
Result<Command> commandFromJson(const QJsonObject& object);

// All that the outside world knows at the moment of a command.
struct Occasion {
    Instant at{};
    QString by;        // actor
    QString commandId; // the same id twice changes nothing; empty: not remembered
    const WorkCalendar* calendar = nullptr; // none: Monday to Friday, provisional
};

} // namespace tongban::workflow
