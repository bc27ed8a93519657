// What a counter workstation and the central service say to each other: sign-in, tasks, cases,
// decisions. JSON.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

namespace tongban::protocol {

struct StaffLogin {
    QString account;
    QString password;
    QString oneTimeCode;
    QString terminal;
};

struct StaffSession {
    QString token;
    QString name;
    QStringList roles;
    QStringList pools; // task pools this person may claim from
    Instant expiresAt;
};

// A task as it stands in a list: nothing personal but a masked name.
struct TaskRow {
    QString id;
    QString application;
    QString number; // of the receipt
    QString item;
    QString title;
    QString pool;
    QString step;
    QString applicant; // masked
    QString state;     // "ready", "leased", "waiting", "done"
    QString owner;
    QString light; // "green", "yellow", "red"; empty when the clock stands
    Instant receivedAt;
    std::optional<Instant> due;
};

struct TaskList {
    QList<TaskRow> tasks;
    qint64 total = 0;
};

// Either one task by id or the next one of a pool.
struct TaskClaim {
    QString task;
    QString pool;
};

struct TaskLease {
    TaskRow task;
    qint64 leaseNumber = 0; // shown again when completing; an older number is refused
    Instant until;
};

struct TaskCompletion {
    qint64 leaseNumber = 0;
    QString outcome;           // "accept", "supplement", "approve", "refuse", …
    QString reason;            // shown to the citizen
    QJsonObject output;        // what the process step produces
    QList<QJsonObject> wanted; // outcome "supplement": every missing thing at once
};

struct CaseField {
    QString key;
    QString label;
    QString value;  // masked as this reader's rights demand
    QString source; // "card", "citizen", "register"
    int dataClass = 3;
    bool masked = false;
};

struct CaseMaterial {
    QString hash; // hexadecimal; empty when exempt
    QString kind;
    QString name;
    QString mime;
    qint64 size = 0;
    QString state; // "received", "exempt", "wanted"
    QString why;
};

struct CaseHistory {
    Instant at;
    QString kind;
    QString actor;
    QString text;
};

struct CaseView {
    QString application;
    QString number;
    QString item;
    QString title;
    QString state;
    QString step; // element of the process
    QString light;
    Instant receivedAt;
    std::optional<Instant> due;
    QList<CaseField> fields;
    QList<CaseMaterial> materials;
    QList<CaseHistory> history;
    QList<CaseHistory> views; // who looked at it: 谁看过我的材料
    QStringList actions;      // outcomes allowed now to this reader
};

QByteArray toJson(const StaffLogin& message);
QByteArray toJson(const StaffSession& message);
QByteArray toJson(const TaskList& message);
QByteArray toJson(const TaskClaim& message);
QByteArray toJson(const TaskLease& message);
QByteArray toJson(const TaskCompletion& message);
QByteArray toJson(const CaseView& message);

Result<StaffLogin> readStaffLogin(const QByteArray& text);
Result<StaffSession> readStaffSession(const QByteArray& text);
Result<TaskList> readTaskList(const QByteArray& text);
Result<TaskClaim> readTaskClaim(const QByteArray& text);
Result<TaskLease> readTaskLease(const QByteArray& text);
Result<TaskCompletion> readTaskCompletion(const QByteArray& text);
Result<CaseView> readCaseView(const QByteArray& text);

} // namespace tongban::protocol
