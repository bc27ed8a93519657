// buildIndex: documents → the bytes of an index file; the same documents give the same bytes.
#pragma once

#include "knowledgebase/encoder.h"
#include "knowledgebase/everyday.h"
#include "knowledgebase/ranking.h"

#include <QStringList>
#include <vector>

namespace tongban::knowledgebase {

struct Document {
    QString id;
    QString title;
    QString text;
    QStringList aliases; // known phrasings of questions this document answers
    bool item = false;   // a service item: suggested before anything else
    bool listed = true;  // offered as one types
};

struct IndexOptions {
    LexicalParameters lexical;
    FusionParameters bare; // used when no document has an alias
    FusionParameters aliased;
    Everyday everyday;
    const Encoder* encoder = nullptr; // none: words alone
};

// Invalid for a document without id, for two with the same id, and above 16 million documents.
Result<QByteArray> buildIndex(const std::vector<Document>& documents,
                              const IndexOptions& options = {});

} // namespace tongban::knowledgebase
