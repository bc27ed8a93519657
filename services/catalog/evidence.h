// Getting a material without troubling the citizen: the ladder e-licence ▸ query ▸ promise ▸ upload
// ▸ paper at work.
#pragma once

#include "services/catalog/guide.h"
#include "services/core/clock.h"
#include "services/core/logging.h"

#include <QSet>

namespace tongban::catalog {

// One question to a data source. Nothing is asked without purpose, clause and consent.
struct EvidenceQuery {
    QString source;   // connector name
    QString material; // id
    QString purpose;  // name of the item
    QString clause;
    QString consent;           // id of the consent the holder gave
    Sensitive<QString> holder; // ID number
};

struct EvidenceAnswer {
    QString summary;    // what was found, for the check page
    QString identifier; // of an e-licence, GB/T 36904; may be empty
    QDate validTo;      // invalid: no end
};

// What the registers know of a person: for questions that answer themselves, and for the form.
struct PersonRecords {
    Facts facts;
    QJsonObject fields;
};

// A connector; it keeps its own timeout. Offline or Timeout: the source is dead; NotFound: it knows
// nothing; Denied: it refuses. Asked by one thread at a time.
class EvidenceSource {
public:
    virtual ~EvidenceSource() = default;
    virtual Result<EvidenceAnswer> ask(const EvidenceQuery& query) = 0;
    virtual Result<PersonRecords> recordsOf(const EvidenceQuery& query) = 0;
};

// The card in the reader and the form made in this visit: no register is asked, so neither consent
// nor a network is needed.
bool isAtHand(const QString& source);

// What was tried and why it did not do; shown to the citizen and kept with the case.
struct EvidenceAttempt {
    Way way = Way::Upload;
    QString source;
    QString outcome; // found, not-found, dead, refused, expired, bad-identifier, no-consent
    Instant at{};
    QString purpose;
    QString clause;
};

struct EvidenceResult {
    QString material;
    Way way = Way::Upload; // the way that remains; an exempt one only with an answer
    QString reason;        // for the screen
    std::optional<EvidenceAnswer> answer;
    QList<EvidenceAttempt> attempts;
    bool obtained() const { return answer.has_value(); }
};

// Tries the ways from the one the rules gave downwards. Refused consent or a dead source leads to
// the next way, never to a dead end.
EvidenceResult obtain(const NeededMaterial& needed, const ServiceItem& item, const QString& holder,
                      const QString& consent, EvidenceSource& source, Instant now, QDate today);

// What remains to be done after asking: a material that was not obtained is asked for by the way
// that remains.
void applyEvidence(Assessment& assessment, const QList<EvidenceResult>& evidence);

// The variables a case starts with: every answer, the route, and `pending`, the materials a person
// must look at.
QJsonObject caseVariables(const QuestionGraph& questions, const Assessment& assessment,
                          const Facts& facts, const QList<EvidenceResult>& evidence);

} // namespace tongban::catalog
