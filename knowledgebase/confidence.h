// Confidence: from the parts of the best hits to the probability that the pack knows about what is
// asked, by a logistic curve fitted on the regression questions (both halves against each other).
#pragma once

#include "knowledgebase/search_index.h"

namespace tongban::knowledgebase {

// Below the first: 不知道. At or above it up to three choices; one answer when also sure enough and
// clearly ahead of the next.
inline constexpr double choicesFrom = 0.825;
inline constexpr double answerFrom = 0.88;
inline constexpr double answerMargin = 0.15;

struct Evidence {
    double covered = 0; // how much of the question the best entry contains, by weight
    double sure = 0;    // how much of the question the pack knows at all
    double meaning = 0; // the better cosine of passage and alias
    double subject = 0; // how much of what the question is about the entry names
    double margin = 0;  // lead over the next entry
    double named = 0;   // how much of the title the question names
};

Evidence evidenceOf(const SearchIndex& index, const std::vector<Hit>& hits, const Query& query);
double confidenceOf(const Evidence& evidence);

} // namespace tongban::knowledgebase
