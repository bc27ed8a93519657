// writeSuggestions: titles and aliases as four sorted suffix arrays (characters, pinyin, fuzzy
// pinyin, initials), from every character on.
#pragma once

#include "knowledgebase/index_builder.h"
#include "knowledgebase/index_file.h"

namespace tongban::knowledgebase {

void writeSuggestions(const std::vector<Document>& documents, IndexWriter& into);

} // namespace tongban::knowledgebase
