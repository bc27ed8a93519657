// Confidence: the fitted curve.
#include "knowledgebase/confidence.h"

#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

double lengthOf(const std::vector<Span>& spans) {
    qsizetype length = 0;
    for (const Span& span : spans)
        length += span.length;
    return static_cast<double>(length);
}

} // namespace

Evidence evidenceOf(const SearchIndex& index, const std::vector<Hit>& hits, const Query& query) {
    Evidence evidence;
    if (hits.empty())
        return evidence;
    const Hit& best = hits.front();
    evidence.covered = best.covered;
    evidence.subject = index.subjectCovered(query, best.document);
    const double whole = query.known + query.unknown;
    evidence.sure = whole > 0 ? query.known / whole : 0;
    evidence.meaning = std::max(best.meaning, best.likeness);
    evidence.margin =
        hits.size() < 2 || best.score <= 0 ? 1 : (best.score - hits[1].score) / best.score;
    evidence.named = best.title.isEmpty()
                         ? 0
                         : lengthOf(best.titleMatches) / static_cast<double>(best.title.size());
    return evidence;
}

double confidenceOf(const Evidence& e) {
    const double z = -4.31 + 3.08 * e.covered + 5.54 * e.sure + 1.36 * e.named + 2.32 * e.subject;
    return 1 / (1 + std::exp(-z));
}

} // namespace tongban::knowledgebase
