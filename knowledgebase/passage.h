// Passages: where a long text is cut, so that each piece can be found and shown alone.
#pragma once

#include <QStringView>
#include <vector>

namespace tongban::knowledgebase {

struct Span {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const Span&) const = default;
};

// Sentences with their closing marks, in order; together they are the whole text.
std::vector<Span> sentences(QStringView text);

// Runs of whole sentences of at most `limit` units (a longer sentence is cut), at least one.
std::vector<Span> passages(QStringView text, qsizetype limit);

} // namespace tongban::knowledgebase
