// PostingWriter: collects which unit contains which term how strongly, and writes the sections of
// the lexical index.
#pragma once

#include "knowledgebase/analyzer.h"
#include "knowledgebase/index_file.h"

#include <string>
#include <vector>

namespace tongban::knowledgebase {

struct Weighted {
    TermKey key = 0;
    float weight = 0; // term frequency over all fields, already normalised by their length
};

class PostingWriter {
public:
    PostingWriter();
    // Units come in rising order; `terms` may name a key more than once and is sorted here.
    void add(std::uint32_t unit, std::vector<Weighted>& terms, double k1);
    void write(IndexWriter& into);

private:
    struct List {
        TermKey key = 0;
        std::uint32_t last = 0;
        std::uint32_t frequency = 0;
        std::string bytes;
    };
    List& listOf(TermKey key);
    void grow();
    void writeSounds(IndexWriter& into, const std::vector<TermKey>& keys) const;

    std::vector<List> m_lists;
    std::vector<std::uint32_t> m_slots; // open addressing; 0 is free, else number of the list + 1
};

} // namespace tongban::knowledgebase
