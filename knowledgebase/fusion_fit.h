// fitFusion: the weights under which the right documents of known questions stand highest.
#pragma once

#include "knowledgebase/search_index.h"

#include <array>

namespace tongban::knowledgebase {

struct Judged {
    QString text;
    std::vector<std::uint32_t> right;
    bool rare = false; // no other known question leads to the same document
};

struct Fitted {
    FusionParameters fusion;
    double reciprocal = 0;     // MRR@10 of all questions
    double rareReciprocal = 0; // of the rare ones
};

// Questions about rare documents count as much as all questions together, so that what is asked
// often does not push aside what is asked once.
Fitted fitFusion(const SearchIndex& index, const std::vector<Judged>& questions, bool aliases);

} // namespace tongban::knowledgebase
