// Instance: the state of one case, derived from its events alone. No counters: what is active, what
// waits, what is due.
#pragma once

#include "services/workflow/event.h"

#include <QDate>
#include <QStringList>
#include <span>

namespace tongban::workflow {

enum class Life : quint8 { Unborn, Open, Suspended, Closed };

// An element instance that is active: a task being done, an event being waited for, a scope with
// others inside.
struct Active {
    QString element;
    quint32 key = 0;
    quint32 scope = 0; // key of the enclosing instance; 0 for the case itself
    qint32 loop = 0;   // multi-instance or loop body: running number of the next or this one
    enum Role : quint8 {
        Plain,
        Body,
        Inner,
        Handler
    } role = Plain;       // Body: holds the instances of a repetition
    bool offered = false; // human work
    bool asked = false;   // effect
    quint8 failures = 0;
    quint32 cause = 0; // compensation handler: the throwing instance
    Instant due{};     // of human work with a limit of its own
    QString assignee;
    QStringList groups; // computed candidate groups
    QJsonObject variables;
    bool operator==(const Active&) const = default;
};

// Tokens that wait at a join. An empty flow marks a complex gateway that has fired and waits for
// its reset.
struct Arrival {
    QString element;
    quint32 scope = 0;
    QString flow;
    quint32 count = 0;
    bool operator==(const Arrival&) const = default;
};

struct Timer {
    QString element;
    quint32 key = 0;   // its own
    quint32 owner = 0; // the active instance it belongs to
    Instant armed{};   // or last fired
    Instant due{};
    qint64 every = 0; // milliseconds; 0: once
    qint32 left = 0;  // repetitions left after this one; -1: for ever
    bool operator==(const Timer&) const = default;
};

struct Wait {
    QString element;
    quint32 key = 0;
    quint32 owner = 0;
    QString as; // message, signal or condition
    QString name;
    QString correlation;
    bool held = false; // the condition is true and has fired
    bool operator==(const Wait&) const = default;
};

// A legal or promised time limit of the case.
struct CaseClock {
    QString name; // "legal" or "promised"
    QString rule; // "20wd"
    QString basis;
    QString calendar; // digest
    Instant started{};
    Instant due{}; // end of the last day
    Instant pausedAt{};
    Instant stoppedAt{};
    bool paused = false;
    bool stopped = false;
    bool provisional = false;
    bool extended = false;
    bool operator==(const CaseClock&) const = default;
};

struct Incident {
    quint32 key = 0;
    quint32 owner = 0; // the stuck instance, or 0
    QString element;
    QString flow;
    QString code;
    QString reason;
    quint32 scope = 0;
    bool operator==(const Incident&) const = default;
};

// A completed activity that can be compensated.
struct Compensable {
    QString element;
    quint32 key = 0;
    quint32 scope = 0;
    bool operator==(const Compensable&) const = default;
};

// One stay at a step that people or milestones are about; the route a citizen sees.
struct Visit {
    QString element;
    QString milestone;
    quint32 key = 0;
    quint32 scope = 0;
    Instant entered{};
    Instant left{};
    QString by;
    QString how; // empty while there; done, returned, cancelled …
    bool operator==(const Visit&) const = default;
};

class Instance {
public:
    Life life = Life::Unborn;
    QString process;
    QString package; // digest it is pinned to
    QString outcome; // of a closed case
    QString errorCode;
    QString owner; // who may write; empty: who opened it
    quint32 epoch = 1;
    quint32 sequence = 0; // of the last event
    Instant opened{};
    Instant closed{};
    QList<Active> active;
    QList<Arrival> arrivals;
    QList<Timer> timers;
    QList<Wait> waits;
    QList<CaseClock> clocks;
    QList<Incident> incidents;
    QList<Compensable> compensable;
    QList<Visit> visits;
    QStringList taken;    // flows and boundary or start events passed, sorted, each once
    QStringList missing;  // of a supplement notice still open
    QStringList commands; // ids of the latest commands, so that the same one twice changes nothing

    const Active* find(quint32 key) const;
    bool has(quint32 key) const { return find(key) != nullptr; }
    // The variable as seen from an instance: its own scope first, then outwards. Undefined when
    // unknown.
    QJsonValue variable(const QString& name, quint32 from = 1) const;
    // Every variable visible from an instance.
    QJsonObject variables(quint32 from = 1) const;
    bool wasTaken(const QString& id) const;
    bool operator==(const Instance&) const = default;
};

// Applies one event. Total: never fails, never decides; an event about something unknown changes
// only the sequence.
void evolve(Instance& instance, const Event& event);
Instance fold(std::span<const Event> history);

// Bytes held in memory by one instance, strings shared with its definition not counted.
qsizetype bytesOf(const Instance& instance);

} // namespace tongban::workflow
