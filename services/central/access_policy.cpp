// The whole rule as one table and a few conditions.
#include "services/central/access_policy.h"

#include <algorithm>
#include <array>

namespace tongban::central {

namespace {

struct Grant {
    Role role;
    Operation operation;
    DataClass upTo;
};

// What is not here is refused.
constexpr std::array grants{
    Grant{Role::Clerk, Operation::ListTasks, DataClass::Internal},
    Grant{Role::Clerk, Operation::ViewMasked, DataClass::Sensitive},
    Grant{Role::Clerk, Operation::View, DataClass::Personal},
    Grant{Role::Clerk, Operation::ViewMaterial, DataClass::Personal},
    Grant{Role::Clerk, Operation::Claim, DataClass::Sensitive},
    Grant{Role::Clerk, Operation::Accept, DataClass::Personal},
    Grant{Role::Clerk, Operation::BreakGlass, DataClass::Sensitive},
    Grant{Role::Approver, Operation::ListTasks, DataClass::Internal},
    Grant{Role::Approver, Operation::ViewMasked, DataClass::Sensitive},
    Grant{Role::Approver, Operation::View, DataClass::Sensitive},
    Grant{Role::Approver, Operation::ViewMaterial, DataClass::Sensitive},
    Grant{Role::Approver, Operation::Claim, DataClass::Sensitive},
    Grant{Role::Approver, Operation::Accept, DataClass::Sensitive},
    Grant{Role::Approver, Operation::Decide, DataClass::Sensitive},
    Grant{Role::Approver, Operation::BreakGlass, DataClass::Sensitive},
    Grant{Role::Supervisor, Operation::ListTasks, DataClass::Internal},
    Grant{Role::Supervisor, Operation::ViewMasked, DataClass::Sensitive},
    Grant{Role::Supervisor, Operation::ReadFigures, DataClass::Internal},
    Grant{Role::Supervisor, Operation::Export, DataClass::Internal},
    Grant{Role::Supervisor, Operation::BreakGlass, DataClass::Sensitive},
    Grant{Role::Reporter, Operation::ReadFigures, DataClass::Internal},
    Grant{Role::SystemAdmin, Operation::ManageDevices, DataClass::Internal},
    Grant{Role::Supervisor, Operation::ApproveErasure, DataClass::Sensitive},
    Grant{Role::Supervisor, Operation::ListSubjectRequests, DataClass::Sensitive},
    Grant{Role::SecurityAdmin, Operation::ManageStaff, DataClass::Internal},
    Grant{Role::SecurityAdmin, Operation::ReadAlarms, DataClass::Internal},
    Grant{Role::PrivacyOfficer, Operation::ServeSubject, DataClass::Sensitive},
    Grant{Role::PrivacyOfficer, Operation::ListSubjectRequests, DataClass::Sensitive},
    Grant{Role::AuditAdmin, Operation::ReadAudit, DataClass::Internal},
};

constexpr std::array<std::pair<Role, const char*>, 8> roleNames{
    {{Role::Clerk, "clerk"},
     {Role::Approver, "approver"},
     {Role::Supervisor, "supervisor"},
     {Role::Reporter, "reporter"},
     {Role::SystemAdmin, "system-admin"},
     {Role::SecurityAdmin, "security-admin"},
     {Role::AuditAdmin, "audit-admin"},
     {Role::PrivacyOfficer, "privacy-officer"}}};

bool isAdministrator(Role role) {
    return role == Role::SystemAdmin || role == Role::SecurityAdmin || role == Role::AuditAdmin;
}

bool opensRecord(Operation operation) {
    return operation == Operation::View || operation == Operation::ViewMaterial ||
           operation == Operation::ViewMasked;
}

bool needsPool(Operation operation) {
    return operation == Operation::Claim || operation == Operation::Accept ||
           operation == Operation::Decide;
}

Ruling refused(const char* why) {
    return {false, true, DataClass::Internal, QString::fromLatin1(why)};
}

} // namespace

DataClass dataClassOf(const QString& word) {
    return word == QLatin1String("internal")   ? DataClass::Internal
           : word == QLatin1String("personal") ? DataClass::Personal
                                               : DataClass::Sensitive;
}

QString nameOf(Role role) {
    for (const auto& [known, name] : roleNames) {
        if (known == role)
            return QString::fromLatin1(name);
    }
    return {};
}

bool roleFrom(const QString& name, Role& role) {
    for (const auto& [known, text] : roleNames) {
        if (name == QLatin1String(text)) {
            role = known;
            return true;
        }
    }
    return false;
}

QString nameOf(Operation operation) {
    static constexpr std::array names{"list-tasks",
                                      "view-masked",
                                      "view",
                                      "view-material",
                                      "claim",
                                      "accept",
                                      "decide",
                                      "export",
                                      "break-glass",
                                      "manage-devices",
                                      "manage-staff",
                                      "read-audit",
                                      "read-figures",
                                      "read-alarms",
                                      "serve-subject",
                                      "approve-erasure",
                                      "list-subject-requests"};
    return QString::fromLatin1(names.at(static_cast<size_t>(operation)));
}

Ruling rule(const Subject& subject, Operation operation, const Matter& matter, Instant now) {
    if (matter.restricted && operation != Operation::ServeSubject)
        return refused("restricted");
    const bool broken =
        matter.exceptionUntil > now && opensRecord(operation) && !isAdministrator(subject.role);
    if (broken)
        return {true, operation == Operation::ViewMasked, DataClass::Sensitive, {}};
    const auto grant = std::find_if(grants.begin(), grants.end(), [&](const Grant& one) {
        return one.role == subject.role && one.operation == operation;
    });
    if (grant == grants.end())
        return refused("role");
    if (subject.region.isEmpty() || !matter.region.startsWith(subject.region))
        return refused("region");
    if (!subject.department.isEmpty() && !matter.department.isEmpty() &&
        subject.department != matter.department)
        return refused("department");
    if (matter.dataClass > grant->upTo && operation != Operation::ListTasks)
        return refused("data-class");
    if (needsPool(operation) && !subject.pools.contains(matter.pool))
        return refused("pool");
    if (operation == Operation::Decide && !matter.acceptedBy.isEmpty() &&
        matter.acceptedBy == subject.id)
        return refused("separation");
    return {true,
            operation == Operation::ViewMasked || operation == Operation::ListTasks,
            grant->upTo,
            {}};
}

bool mayEver(Role role, Operation operation) {
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& one) {
        return one.role == role && one.operation == operation;
    });
}

bool mayHoldBoth(Role one, Role other) {
    const auto alone = [](Role role) {
        return isAdministrator(role) || role == Role::PrivacyOfficer;
    };
    return one == other || !(alone(one) || alone(other));
}

QString maskedName(const QString& name) {
    return name.isEmpty()
               ? name
               : name.left(1) + QString(qBound(qsizetype(1), name.size() - 1, qsizetype(2)), u'*');
}

QString maskedNumber(const QString& number) {
    const qsizetype head = number.size() >= 15 ? 4 : number.size() >= 7 ? 3 : 0;
    const qsizetype tail = number.size() >= 7 ? 4 : 0;
    return number.left(head) + QString(number.size() - head - tail, u'*') + number.right(tail);
}

} // namespace tongban::central
