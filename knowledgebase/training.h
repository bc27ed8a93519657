// trainModel: the whole of `tongban kb train`: the table, and how much words and meaning count,
// fitted on pairs that a first table has not seen.
#pragma once

#include "knowledgebase/entry.h"
#include "knowledgebase/model.h"
#include "knowledgebase/ngram_trainer.h"

namespace tongban::knowledgebase {

// With fewer pairs than these the fusion keeps its defaults.
inline constexpr size_t fewestPairsToFit = 60;

Result<Model> trainModel(const std::vector<Document>& documents,
                         const std::vector<TrainingPair>& pairs, const TrainingOptions& options,
                         const std::function<void(const QString&)>& tell = {});

// On a pack's own entries: each known phrasing is a question its entry answers.
Result<Model> trainModel(const QList<Entry>& entries, const TrainingOptions& options,
                         const std::function<void(const QString&)>& tell = {});

} // namespace tongban::knowledgebase
