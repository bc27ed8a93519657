// StaffClient: what a counter workstation asks the central service: sign in, list, claim, look,
// decide. Asynchronous.
#pragma once

#include "services/core/result.h"
#include "services/sync/ports.h"

#include <QJsonArray>
#include <QJsonObject>
#include <functional>

namespace tongban::sync {

// A decision on a task. Refuse and supplement need a reason; refuse needs a clause as well.
struct StaffDecision {
    QString task;
    qint64 leaseNo = 0;
    QString decision; // accept, supplement, approve, refuse
    QString opinion;
    QString basis;
    QStringList items; // supplement: everything missing, each with its remedy
};

class StaffClient {
public:
    using Done = std::function<void(Result<QJsonObject>)>;

    explicit StaffClient(CentralPort& central);

    bool signedIn() const { return !m_token.isEmpty(); }
    // Denied: some part was wrong; the detail is the number of tries left. Conflict: locked for a
    // while.
    void signIn(const QString& account, const QString& password, const QString& code,
                const QString& terminal, Done done);
    void signOut();
    void tasks(const QString& pool, Done done);  // {tasks: […]}
    void claim(const QString& task, Done done);  // the task with its lease_no
    void viewCase(const QString& id, Done done); // recorded as a look at the case
    void decide(const StaffDecision& decision, Done done);
    // A paper of the case, opened by the centre for this person; recorded as a look.
    void material(const QString& id, int n, std::function<void(Result<QByteArray>)> done);

private:
    void ask(const QByteArray& method, const QByteArray& path, const QJsonObject& body, Done done);
    Call callFor(const QByteArray& method, const QByteArray& path) const;

    CentralPort& m_central;
    QByteArray m_token;
};

} // namespace tongban::sync
