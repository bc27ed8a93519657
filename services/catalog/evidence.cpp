// Walks the ladder of one material.
#include "services/catalog/evidence.h"

#include "services/core/codes.h"

#include <QJsonArray>

namespace tongban::catalog {

namespace {

QString defectOf(const EvidenceAnswer& answer, QDate today) {
    if (answer.validTo.isValid() && answer.validTo < today)
        return QStringLiteral("expired");
    if (!answer.identifier.isEmpty() && !checkCode(CodeKind::Licence, answer.identifier).ok())
        return QStringLiteral("bad-identifier");
    return QStringLiteral("found");
}

QString outcomeOf(const Fault& fault) {
    return fault.kind == FaultKind::NotFound ? QStringLiteral("not-found")
           : fault.kind == FaultKind::Denied ? QStringLiteral("refused")
                                             : QStringLiteral("dead");
}

} // namespace

bool isAtHand(const QString& source) {
    return source == QLatin1String("id-card") || source == QLatin1String("form-service");
}

EvidenceResult obtain(const NeededMaterial& needed, const ServiceItem& item, const QString& holder,
                      const QString& consent, EvidenceSource& source, Instant now, QDate today) {
    EvidenceResult result;
    result.material = needed.material.id;
    for (const EvidenceWay& way : needed.material.ways) {
        if (way.way < needed.way)
            continue;
        result.way = way.way;
        result.reason = way.reason;
        if (!isExempt(way.way))
            return result;
        EvidenceAttempt attempt{way.way, way.source, QStringLiteral("no-consent"),
                                now,     item.name,  way.clause};
        if (isAtHand(way.source)) {
            attempt.outcome = QStringLiteral("found");
            result.answer = EvidenceAnswer{QStringLiteral("本次取得"), {}, {}};
            result.attempts.append(attempt);
            return result;
        }
        if (!consent.isEmpty()) {
            const auto answer = source.ask({way.source, needed.material.id, item.name, way.clause,
                                            consent, Sensitive<QString>(holder)});
            attempt.outcome = answer ? defectOf(*answer, today) : outcomeOf(answer.error());
            if (attempt.outcome == QLatin1String("found")) {
                result.answer = *answer;
                result.attempts.append(attempt);
                return result;
            }
        }
        result.attempts.append(attempt);
    }
    // A package that passed the checks always ends in upload or paper.
    result.way = isExempt(result.way) ? Way::Paper : result.way;
    return result;
}

void applyEvidence(Assessment& assessment, const QList<EvidenceResult>& evidence) {
    for (NeededMaterial& needed : assessment.materials) {
        for (const EvidenceResult& result : evidence) {
            if (result.material == needed.material.id && needed.exempt())
                needed.way = result.way;
        }
    }
}

QJsonObject caseVariables(const QuestionGraph& questions, const Assessment& assessment,
                          const Facts& facts, const QList<EvidenceResult>& evidence) {
    QJsonObject values = caseValues(questions, assessment.way, facts);
    QJsonArray pending;
    for (const EvidenceResult& result : evidence) {
        if (!result.obtained())
            pending.append(result.material);
    }
    values.insert(QStringLiteral("pending"), pending);
    values.insert(QStringLiteral("route"), assessment.time.route);
    return values;
}

} // namespace tongban::catalog
