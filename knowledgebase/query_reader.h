// QueryReader: what was typed → weighted terms of an index. A pair of characters that the index
// does not know is looked for by its sound (homophones, whole pinyin), and only such a pair.
#pragma once

#include "knowledgebase/analyzer.h"
#include "knowledgebase/everyday.h"
#include "knowledgebase/lexical_index.h"
#include "knowledgebase/pinyin.h"

#include <QString>
#include <vector>

namespace tongban::knowledgebase {

struct QueryTerm {
    TermKey key = 0;                  // as typed; 0 when found by sound
    std::vector<std::uint32_t> terms; // of the index; several when found by sound
    float weight = 0;
    bool subject = false; // a pair or word that names what the question is about
    bool formal = false;  // not typed: the formal word for what was
};

struct Query {
    QString typed; // folded
    QString heard; // the same with sounds replaced by the likeliest characters; equal to typed
                   // when nothing was replaced
    std::vector<QueryTerm> terms;
    float known = 0;   // sum of the weights of terms the index has
    float unknown = 0; // the same for those it has not, as if each were the rarest there is
    float missing = 0; // the part of `unknown` that pairs have
    bool bySound = false;
};

class QueryReader {
public:
    QueryReader(const LexicalIndex& index, const LexicalParameters& parameters,
                const Everyday& everyday);
    Query read(QStringView text);

private:
    // One place in the question: a unit, or a syllable that was typed as letters.
    struct Slot {
        Unit unit = 0;
        Syllable syllable = 0;
        std::int32_t start = 0;
        std::int32_t length = 0;
        bool joined = false;
        bool letters = false; // typed as pinyin
        bool doubtful = false;
        bool hollow = false; // part of a word that only forms the question
    };
    struct Candidate {
        Unit unit = 0;
        double score = 0;
        int from = -1;
    };

    void readSlots(QStringView folded);
    bool addRun(QStringView folded, const Placed& run);
    void addSyllables(const Placed& run, const Syllables& cut);
    void addTerms(Query& query);
    void addPair(size_t second, Query& query);
    void addHeard(Query& query);
    void addFormal(Query& query);
    void add(Query& query, TermKey key, float factor);
    std::vector<Candidate> candidates(size_t slot) const;
    double togetherness(Unit first, Unit second) const;
    QString likeliest(QStringView typed) const;

    const LexicalIndex& m_index;
    const LexicalParameters& m_parameters;
    const Everyday& m_everyday;
    const Pinyin& m_pinyin;
    Analyzer m_analyzer;
    std::vector<Slot> m_slots;
};

} // namespace tongban::knowledgebase
