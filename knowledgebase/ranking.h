// Ranking parameters: what a model or a pack may set; the defaults hold for bare content.
#pragma once

#include "services/core/result.h"

#include <QJsonObject>

namespace tongban::knowledgebase {

// BM25F: each channel (character, pair, word) is scored alone and the three are added.
struct LexicalParameters {
    double channel[3] = {0.7, 1.0, 0.5};
    double k1 = 1.2;
    double b = 0.75; // 0.4 suits articles of law, 0.75 replies and questions
    double title = 2.0;
    double sound = 0.8; // weight of a pair found by sound alone
    int passage =
        1500; // longest passage, in characters; shorter ones lose more context than they win

    bool operator==(const LexicalParameters&) const = default;
};

// How the parts of a score are added; every part lies in 0…1.
struct FusionParameters {
    double text = 0.5;      // best passage, by words
    double alias = 0.35;    // best known phrasing, by words
    double meaning = 0.5;   // best passage, by vector
    double likeness = 0.25; // best known phrasing, by vector

    bool operator==(const FusionParameters&) const = default;
};

QJsonObject toJson(const LexicalParameters& parameters);
QJsonObject toJson(const FusionParameters& parameters);
Result<LexicalParameters> lexicalFromJson(const QJsonObject& object);
Result<FusionParameters> fusionFromJson(const QJsonObject& object);

} // namespace tongban::knowledgebase
