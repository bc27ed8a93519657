// An application: one visit made into what is handed in — events, sealed content, signed manifest,
// receipt. Pure but for chance.
#pragma once

#include "services/cases/submission.h"
#include "services/catalog/item_package.h"
#include "services/session/machine.h"
#include "services/session/visit.h"
#include "services/workflow/definition.h"
#include "services/workflow/work_calendar.h"

namespace tongban::session {

struct Moment {
    Instant at{};
    quint64 deviceSequence = 0;
    bool offline = false;
    bool clockUncertain = false;
};

struct Application {
    cases::Submission submission;
    QStringList receiptLines; // what is printed, in order; the token commits to them
    QString receiptCode;      // six characters, printed but not in the QR
    QString receiptUrl;
    QString promised; // "5wd" from acceptance; empty without a promise, or when done at once
    QDate latest;     // the promised day, once its clock runs
};

// The lines of a receipt: heading, number, item, day and time, office.
QStringList receiptLines(const catalog::ServiceItem& item, const Machine& machine,
                         const Moment& moment);

// Crypto or Internal when it cannot be made; Invalid when the process refuses what was answered.
Result<Application> makeApplication(const catalog::ItemPackage& package,
                                    const workflow::Definition& definition, const Visit& visit,
                                    const catalog::Assessment& assessment, const Machine& machine,
                                    const workflow::WorkCalendar& calendar, const Moment& moment);

} // namespace tongban::session
