// bestWindow: counts which pairs of the question a run of sentences contains; each counts once.
#include "knowledgebase/best_window.h"

#include "knowledgebase/folding.h"

#include <QHash>
#include <QSet>

namespace tongban::knowledgebase {

namespace {

using Weights = QHash<TermKey, double>;

Weights weightsOf(const Query& query) {
    Weights weights;
    for (const QueryTerm& term : query.terms) {
        if (term.key != 0)
            weights[term.key] += term.weight;
    }
    if (query.heard != query.typed) {
        std::vector<Term> heard;
        Analyzer().terms(query.heard, heard);
        for (const Term& term : heard)
            weights[term.key] += 1;
    }
    return weights;
}

double worth(const Weights& weights, const QSet<TermKey>& keys) {
    double sum = 0;
    for (const TermKey key : keys)
        sum += weights.value(key);
    return sum;
}

} // namespace

Window bestWindow(const Entry& entry, const Query& query, qsizetype length) {
    const Weights weights = weightsOf(query);
    Analyzer analyzer;
    Window best;
    double bestWorth = -1;
    for (const EntrySection& section : entry.sections) {
        const std::vector<Span> parts = sentences(section.text);
        QSet<TermKey> heading;
        std::vector<Term> terms;
        analyzer.terms(folded(section.heading), terms);
        for (const Term& term : terms)
            heading.insert(term.key);
        for (size_t first = 0; first < parts.size(); ++first) {
            QSet<TermKey> keys = heading;
            qsizetype taken = 0;
            size_t next = first;
            for (; next < parts.size() && (taken == 0 || taken + parts[next].length <= length);
                 ++next) {
                terms.clear();
                analyzer.terms(
                    folded(QStringView(section.text).mid(parts[next].start, parts[next].length)),
                    terms);
                for (const Term& term : terms)
                    keys.insert(term.key);
                taken += parts[next].length;
            }
            const double now = worth(weights, keys);
            if (now > bestWorth + 1e-9) {
                bestWorth = now;
                const qsizetype start = parts[first].start;
                best = {section.text.mid(start, taken).trimmed(), section.anchor, section.heading};
            }
            if (next == parts.size())
                break; // later starts only drop sentences
        }
    }
    return best;
}

} // namespace tongban::knowledgebase
