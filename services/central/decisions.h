// Decisions: what staff say to a task — accept, ask for more, approve, refuse — and the conditions
// each must meet.
#pragma once

#include "services/central/case_file.h"
#include "services/central/tasks.h"

namespace tongban::central {

struct Verdict {
    QString decision; // accept, supplement, approve, refuse
    qint64 leaseNo = 0;
    QString opinion;
    QString basis;       // the clause; refuse and supplement need it
    QStringList items;   // supplement: everything that is missing, once (行政许可法 art. 32)
    QJsonObject answers; // of the step's form
    QString supervisor;  // second person for a second supplement notice
    QString supervisorCode;
};
Result<Verdict> readVerdict(const QJsonObject& body);

// Denied by policy; Conflict for a stale lease; Invalid when a reason, clause or look at a material
// is missing. The detail begins with a stable word.
Result<CaseFile> decideTask(Sql& sql, const Centre& centre, const Subject& subject,
                            const TaskRow& task, const Verdict& verdict);

} // namespace tongban::central
