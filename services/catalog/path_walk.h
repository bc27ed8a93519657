// Every way through the questions of an item, each with its outcome: the proof that each ends in
// one exact list.
#pragma once

#include "services/catalog/guide.h"

#include <functional>

namespace tongban::catalog {

struct WalkLimits {
    int paths = 60'000;
    int subsetOptions = 6; // of a multiple choice: all subsets up to this many options, else
                           // singles, pairs of none and all
};

// One complete set of answers and what it comes to.
struct Path {
    Answers answers;
    Assessment outcome;
    int asked = 0; // questions put before the end or the exit
};

// Calls `visit` for each path; stops and answers false when there are more than the limit or
// `visit` says so.
Result<bool> walkPaths(const Guide& guide, QDate today,
                       const std::function<bool(const Path&)>& visit,
                       const WalkLimits& limits = {});

// The values a question can take: option ids, or sets of them.
QList<QStringList> possibleValues(const Question& question, const WalkLimits& limits = {});

} // namespace tongban::catalog
