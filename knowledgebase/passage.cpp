// Passages are cut after sentence marks and line ends.
#include "knowledgebase/passage.h"

namespace tongban::knowledgebase {

namespace {

bool ends(char16_t c) {
    return c == u'。' || c == u'！' || c == u'？' || c == u'；' || c == u'\n' || c == u'!' ||
           c == u'?' || c == u';';
}

bool closes(char16_t c) {
    return c == u'”' || c == u'）' || c == u')' || c == u'’' || c == u'》' || ends(c);
}

} // namespace

std::vector<Span> sentences(QStringView text) {
    std::vector<Span> result;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!ends(text[i].unicode()))
            continue;
        while (i + 1 < text.size() && closes(text[i + 1].unicode()))
            ++i;
        result.push_back({start, i + 1 - start});
        start = i + 1;
    }
    if (start < text.size())
        result.push_back({start, text.size() - start});
    return result;
}

std::vector<Span> passages(QStringView text, qsizetype limit) {
    if (text.size() <= limit)
        return {{0, text.size()}};
    std::vector<Span> result;
    const auto pieces = (text.size() + limit - 1) / limit;
    const qsizetype aim = (text.size() + pieces - 1) / pieces; // passages of like length
    Span now{0, 0};
    for (Span sentence : sentences(text)) {
        if (now.length > 0 && now.length + sentence.length / 2 > aim) {
            result.push_back(now);
            now = {sentence.start, 0};
        }
        now.length += sentence.length;
        while (now.length > limit) {
            result.push_back({now.start, limit});
            now.start += limit;
            now.length -= limit;
        }
    }
    if (now.length > 0)
        result.push_back(now);
    return result;
}

} // namespace tongban::knowledgebase
