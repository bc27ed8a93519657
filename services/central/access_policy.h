// AccessPolicy: who may do what to what. One function for API, pages and reports; deny by default
// (sync.md §4.5).
#pragma once

#include "services/core/clock.h"

#include <QString>
#include <QStringList>

namespace tongban::central {

enum class Role {
    Clerk,          // 窗口
    Approver,       // 审批
    Supervisor,     // 督办, second person
    Reporter,       // figures without persons
    SystemAdmin,    // devices and settings; sees no case
    SecurityAdmin,  // accounts; sees no case
    AuditAdmin,     // the audit log; sees no case
    PrivacyOfficer, // what people ask about their own data (PIPL art. 52); works on no case
};

enum class Operation {
    ListTasks,
    ViewMasked,
    View,
    ViewMaterial,
    Claim,
    Accept, // 受理, ask for a supplement
    Decide, // approve or refuse
    Export,
    BreakGlass,
    ManageDevices,
    ManageStaff,
    ReadAudit,
    ReadFigures,
    ReadAlarms,
    ServeSubject,        // tell a person what is kept about him; ask for its erasure
    ApproveErasure,      // the second person of an erasure
    ListSubjectRequests, // what was asked for
};

enum class DataClass { Public = 1, Internal, Personal, Sensitive };

DataClass dataClassOf(const QString& word); // internal, personal, else sensitive
QString nameOf(Role role);                  // "clerk" …
QString nameOf(Operation operation);
bool roleFrom(const QString& name, Role& role);

// Who asks.
struct Subject {
    QString id;
    QString name;
    Role role = Role::Clerk;
    QString region;     // administrative code prefix; his scope is everything below
    QString department; // empty: all of the region
    QStringList pools;  // steps he works on
};

// What is asked about.
struct Matter {
    QString region;
    QString department;
    QString pool; // of the step in question; empty when none
    DataClass dataClass = DataClass::Personal;
    QString acceptedBy;       // who accepted this case: he may not also decide it
    Instant exceptionUntil{}; // break-glass on this very record
    bool restricted = false;  // kept because the law wants it, but nobody works with it any more
};

struct Ruling {
    bool allowed = false;
    bool masked = true;                   // personal values leave the API masked
    DataClass upTo = DataClass::Internal; // fields above this class stay masked all the same
    QString why;                          // a stable word when refused
};

Ruling rule(const Subject& subject, Operation operation, const Matter& matter, Instant now);

// Whether the role may ever do this, whatever it is about: the check at the door.
bool mayEver(Role role, Operation operation);

// Two of the three administrators in one hand would leave nobody to notice (GB/T 22239 8.1.5).
bool mayHoldBoth(Role one, Role other);

// 林小雨 → 林**; 440399199001011234 → 4403**********1234; 13800001234 → 138****1234.
QString maskedName(const QString& name);
QString maskedNumber(const QString& number);

} // namespace tongban::central
