// Entry files: Markdown under a head of simple YAML between lines of “---”. Scalars, [lists],
// lists of “- ” lines and one level of nesting; anything else is refused with file and line.
#pragma once

#include "knowledgebase/entry.h"

namespace tongban::knowledgebase {

struct EntryLimits {
    qsizetype bytes = 256 * 1024;
    int lines = 5000;
    int headKeys = 100;
    int listLength = 200;
    qsizetype valueLength = 2000;
};

// `name` is what faults call the file. Reads the form only; `defectsOf` (entry_check.h) reads the
// sense.
Result<Entry> readEntry(const QByteArray& file, const QString& name,
                        const EntryLimits& limits = {});

// The same entry as a file again: what the editor saves.
QByteArray entryFile(const Entry& entry);

} // namespace tongban::knowledgebase
