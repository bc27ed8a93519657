// Subject rights: what the centre holds about one person, told to him as a whole, and erased or put
// out of use when he asks for it (PIPL art. 44-47, GB/T 35273 8.1-8.7). Held applications belong to
// nobody yet and are not found.
#pragma once

#include "services/central/case_file.h"

namespace tongban::central {

// The same for all cases of one person and for nobody else; not to be guessed without the vault.
QByteArray personDigest(const Centre& centre, const QString& idNumber);

// Cases from before there was an index; a few at a time. True: some were indexed.
Result<bool> indexPersons(Sql& sql, const Centre& centre);

// Every row about him: cases with applicant, answers, consent, journal, supplements, materials and
// who looked, with the purpose, the basis and how long it is kept.
Result<QJsonObject> exportSubject(Sql& sql, const Centre& centre, const QString& idNumber);

struct ErasureOutcome {
    qint64 erased = 0;     // closed and no longer to be kept by law
    qint64 restricted = 0; // closed, but the law still wants it kept: nobody works with it any more
    qint64 open = 0;       // still under way: to be withdrawn first
};

// Written down; done by `approveErasure`. Returns the request's id.
Result<QString> askErasure(Sql& sql, const Centre& centre, const QString& idNumber,
                           const QString& reason, const QString& staff);
// NotFound, Conflict when done already, Denied for the one who asked.
Result<ErasureOutcome> approveErasure(Sql& sql, const Centre& centre, const QString& request,
                                      const QString& staff);

} // namespace tongban::central
