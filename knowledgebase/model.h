// Model: what training leaves: an encoder and the ranking parameters that suit it; one file.
#pragma once

#include "knowledgebase/index_builder.h"
#include "knowledgebase/ngram_encoder.h"
#include "knowledgebase/ranking.h"

#include <memory>

namespace tongban::knowledgebase {

struct Model {
    std::unique_ptr<NgramEncoder> encoder;
    LexicalParameters lexical;
    FusionParameters bare;    // for documents without aliases
    FusionParameters aliased; // for packs with them

    static Result<Model> read(const QString& path);
    static Result<Model> fromBytes(const QByteArray& bytes);
    QByteArray bytes() const;
};

// The length normalisation that suits bare documents: gentle for titled articles, firm for
// untitled replies and questions.
LexicalParameters suitedTo(const std::vector<Document>& documents);

} // namespace tongban::knowledgebase
