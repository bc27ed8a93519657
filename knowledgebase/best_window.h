// bestWindow: the few sentences of an entry that answer a question best, copied as they stand.
#pragma once

#include "knowledgebase/entry.h"
#include "knowledgebase/search_index.h"

namespace tongban::knowledgebase {

struct Window {
    QString text;
    QString anchor;
    QString heading;
};

// Whole sentences of one section, about `length` characters or a little more.
Window bestWindow(const Entry& entry, const Query& query, qsizetype length = 110);

} // namespace tongban::knowledgebase
