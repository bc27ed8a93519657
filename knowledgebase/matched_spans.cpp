// matchedSpans: runs of at least two characters that text and question share, and whole Latin runs.
#include "knowledgebase/folding.h"
#include "knowledgebase/search_index.h"

#include <QSet>

namespace tongban::knowledgebase {

std::vector<Span> matchedSpans(QStringView text, const Query& query) {
    std::vector<Placed> asked;
    Analyzer::units(query.heard, asked);
    QSet<TermKey> keys;
    for (size_t i = 0; i < asked.size(); ++i) {
        if (asked[i].unit >= runUnit || asked.size() == 1)
            keys.insert(characterKey(asked[i].unit));
        if (i > 0 && asked[i].joined)
            keys.insert(pairKey(asked[i - 1].unit, asked[i].unit));
    }
    const QString plain = folded(text);
    std::vector<Placed> units;
    Analyzer::units(plain, units);
    std::vector<Span> spans;
    const auto mark = [&spans](qsizetype start, qsizetype length) {
        if (!spans.empty() && spans.back().start + spans.back().length >= start)
            spans.back().length =
                std::max(spans.back().length, start + length - spans.back().start);
        else
            spans.push_back({start, length});
    };
    for (size_t i = 0; i < units.size(); ++i) {
        if (i > 0 && units[i].joined && keys.contains(pairKey(units[i - 1].unit, units[i].unit)))
            mark(units[i - 1].start, units[i].start + units[i].length - units[i - 1].start);
        if (keys.contains(characterKey(units[i].unit)))
            mark(units[i].start, units[i].length);
    }
    return spans;
}

} // namespace tongban::knowledgebase
