// Supplement: papers the centre asked for (补正), read in, sealed and added to a case this machine
// knows.
#pragma once

#include "services/cases/case_store.h"
#include "services/cases/supplements.h"
#include "services/session/application.h"

namespace tongban::session {

// What the centre asked for.
struct SupplementAsk {
    cases::CaseRow known;
    int revision = 1;
    QStringList wanted; // names of papers
};

// The list a visitor works through: every wanted paper is photographed. A name of the item's own
// list keeps its id.
catalog::Assessment listOf(const SupplementAsk& ask, const catalog::ItemPackage& package);

// Crypto or Internal when it cannot be made.
Result<cases::SealedSupplement> makeSupplement(const SupplementAsk& ask, const Visit& visit,
                                               const catalog::Assessment& assessment,
                                               const Machine& machine, Instant at);

// The receipt the citizen has already; it stays valid.
Application receiptOf(const SupplementAsk& ask, const catalog::ItemPackage& package,
                      const Machine& machine);

} // namespace tongban::session
