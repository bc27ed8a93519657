// Confidence: from the parts of the best hits to the probability that the first one is right, by a
// logistic curve fitted on regression questions (tongban kb calibrate).
#pragma once

#include "knowledgebase/search_index.h"

namespace tongban::knowledgebase {

inline constexpr double answerFrom = 0.75;  // at or above: answer
inline constexpr double choicesFrom = 0.45; // at or above: up to three choices; below: 不知道

struct Evidence {
    double covered = 0; // how much of the question the best entry contains, by weight
    double sure = 0;    // how much of the question the pack knows at all
    double meaning = 0; // the better cosine of passage and alias
    double margin = 0;  // lead over the next entry
    double named = 0;   // how much of the title the question names
};

Evidence evidenceOf(const std::vector<Hit>& hits, const Query& query);
double confidenceOf(const Evidence& evidence);

} // namespace tongban::knowledgebase
