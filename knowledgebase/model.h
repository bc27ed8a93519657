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
    FusionParameters fusion;

    static Result<Model> read(const QString& path);
    static Result<Model> fromBytes(const QByteArray& bytes);
    QByteArray bytes() const;
};

// The length normalisation that suits bare documents: gentle for titled articles, firm for
// untitled replies and questions.
LexicalParameters suitedTo(const std::vector<Document>& documents);

} // namespace tongban::knowledgebase
