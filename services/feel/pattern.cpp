// XPath regular expressions as PCRE2 ones: what XPath lacks is refused, what PCRE2 lacks is
// rewritten.
#include "services/feel/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

namespace tongban::feel {

namespace {

constexpr uint32_t matchLimit = 100'000;
constexpr uint32_t depthLimit = 10'000;
constexpr uint32_t heapKilobytes = 8'192;
constexpr qsizetype longestPattern = 4096;
constexpr qsizetype mostMatches = 100'000;

// XML names, for \i and \c (XML Schema 1.1 part 2 §G.4.2.5).
constexpr QStringView initialName =
    u":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}"
    u"\\x{37F}-\\x{1FFF}\\x{200C}\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}"
    u"\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}";
constexpr QStringView moreName = u"\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}\\x{2040}";

struct Translation {
    QStringView in;
    qsizetype at = 0;
    QString out;
    QString why;
    int groups = 0; // opened so far
    bool afterQuantifier = false;
    bool dotAll = false;

    bool refuse(const char16_t* reason) {
        why = QString::fromUtf16(reason);
        return false;
    }
    bool done() const { return at >= in.size(); }
    bool escape(bool inClass);
    bool charClass(int depth);
    bool group();
    bool run();
};

bool Translation::escape(bool inClass) {
    if (at + 1 >= in.size())
        return refuse(u"a backslash at the end");
    const QChar c = in[at + 1];
    at += 2;
    const QString open = inClass ? QString() : QStringLiteral("[");
    const QString shut = inClass ? QString() : QStringLiteral("]");
    if (c == u'i' || c == u'c') {
        (out += open) += initialName;
        if (c == u'c')
            out += moreName;
        out += shut;
    } else if (c == u'I' || c == u'C') {
        if (inClass)
            return refuse(u"\\I and \\C inside a class");
        ((out += QStringLiteral("[^")) += initialName) += (c == u'C' ? moreName : QStringView());
        out += u']';
    } else if (c == u'p' || c == u'P') {
        const qsizetype end = in.indexOf(u'}', at);
        if (at >= in.size() || in[at] != u'{' || end < 0)
            return refuse(u"\\p without a property in braces");
        const QStringView property = in.mid(at + 1, end - at - 1);
        if (property == u"IsBasicLatin")
            out += c == u'p' ? open + QStringLiteral("\\x00-\\x7f") + shut
                             : QStringLiteral("[^\\x00-\\x7f]");
        else
            out += QStringLiteral("\\%1{%2}").arg(c).arg(property);
        at = end + 1;
    } else if (c >= u'1' && c <= u'9') {
        if (inClass || c.digitValue() > groups)
            return refuse(u"a reference to a group that is not there");
        out += QStringLiteral("\\g{%1}").arg(c);
    } else if (QStringView(u"nrt\\|.?*+(){}[]^$-sSdDwW").contains(c)) {
        out += u'\\';
        out += c;
    } else {
        return refuse(u"an escape XPath does not know");
    }
    return true;
}

// [a-z-[aeiou]] becomes (?:(?![aeiou])[a-z]).
bool Translation::charClass(int depth) {
    if (depth > 8)
        return refuse(u"classes nested too deeply");
    const qsizetype mark = out.size();
    out += u'[';
    ++at;
    bool empty = true;
    if (!done() && in[at] == u'^') {
        out += u'^';
        ++at;
    }
    while (!done() && (in[at] != u']' || empty)) {
        if (in[at] == u']')
            return refuse(u"an empty class");
        empty = false;
        if (in[at] == u'\\') {
            if (!escape(true))
                return false;
        } else if (in[at] == u'-' && at + 1 < in.size() && in[at + 1] == u'[') {
            ++at;
            QString positive = out.mid(mark) + u']';
            out.truncate(mark);
            if (!charClass(depth + 1) || done() || in[at] != u']')
                return refuse(u"a class subtraction without its end");
            ++at;
            out =
                out.left(mark) + QStringLiteral("(?:(?!") + out.mid(mark) + u')' + positive + u')';
            return true;
        } else if (in[at] == u'[') {
            out += QStringLiteral("\\[");
            ++at;
        } else {
            out += in[at++];
        }
    }
    if (done())
        return refuse(u"a class without its end");
    ++at;
    out += u']';
    return true;
}

bool Translation::group() {
    if (in.mid(at).startsWith(u"(*"))
        return refuse(u"nothing to repeat");
    const bool capturing = !in.mid(at).startsWith(u"(?");
    if (!capturing && !in.mid(at).startsWith(u"(?:"))
        return refuse(u"a group XPath does not know");
    groups += capturing ? 1 : 0;
    const int length = capturing ? 1 : 3;
    out += in.mid(at, length);
    at += length;
    return true;
}

bool Translation::run() {
    while (!done()) {
        const QChar c = in[at];
        const bool wasQuantifier = std::exchange(afterQuantifier, false);
        bool fine = true;
        if (c == u'\\') {
            fine = escape(false);
        } else if (c == u'[') {
            fine = charClass(0);
        } else if (c == u'(') {
            fine = group();
        } else {
            afterQuantifier = QStringView(u"*+?}").contains(c) && !wasQuantifier;
            if (wasQuantifier && (c == u'+' || c == u'*' || c == u'{'))
                return refuse(u"a quantifier of a quantifier");
            // Without flag s the point is any character but the two of a line's end (F&O 3.1
            // §5.6.2).
            if (c == u'.' && !dotAll)
                out += QStringLiteral("[^\\n\\r]");
            else
                out += c;
            ++at;
        }
        if (!fine)
            return false;
    }
    return true;
}

// Flag x: white space outside classes is not there, not even after a backslash.
QString withoutSpace(QStringView expression) {
    QString out;
    int depth = 0;
    bool escaped = false;
    for (const QChar c : expression) {
        const bool space = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
        if (space && depth == 0)
            continue;
        out += c;
        if (!escaped)
            depth += c == u'[' ? 1 : c == u']' ? -1 : 0;
        escaped = c == u'\\' && !escaped;
    }
    return out;
}

struct FreeMatch {
    void operator()(pcre2_match_data_16* match) const { pcre2_match_data_free_16(match); }
};
struct FreeContext {
    void operator()(pcre2_match_context_16* context) const { pcre2_match_context_free_16(context); }
};
using MatchBlock = std::unique_ptr<pcre2_match_data_16, FreeMatch>;

const pcre2_match_context_16* bounds() {
    static const std::unique_ptr<pcre2_match_context_16, FreeContext> context = [] {
        std::unique_ptr<pcre2_match_context_16, FreeContext> made(
            pcre2_match_context_create_16(nullptr));
        pcre2_set_match_limit_16(made.get(), matchLimit);
        pcre2_set_depth_limit_16(made.get(), depthLimit);
        pcre2_set_heap_limit_16(made.get(), heapKilobytes);
        return made;
    }();
    return context.get();
}

int match(const pcre2_real_code_16* code, const QString& text, qsizetype from,
          pcre2_match_data_16* block) {
    return pcre2_match_16(code, reinterpret_cast<PCRE2_SPTR16>(text.utf16()),
                          static_cast<size_t>(text.size()), static_cast<size_t>(from), 0, block,
                          const_cast<pcre2_match_context_16*>(bounds()));
}

Pattern::Outcome outcomeOf(int code) {
    if (code >= 0)
        return Pattern::Outcome::Yes;
    return code == PCRE2_ERROR_NOMATCH ? Pattern::Outcome::No : Pattern::Outcome::Limit;
}

} // namespace

std::optional<Pattern> Pattern::compile(const QString& expression, const QString& flags,
                                        QString& why) {
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C |
                       PCRE2_MATCH_INVALID_UTF;
    Pattern pattern;
    bool freeSpacing = false;
    for (const QChar flag : flags) {
        if (flag == u's')
            options |= PCRE2_DOTALL;
        else if (flag == u'm')
            options |= PCRE2_MULTILINE;
        else if (flag == u'i')
            options |= PCRE2_CASELESS;
        else if (flag == u'x')
            freeSpacing = true;
        else if (flag == u'q')
            pattern.m_literal = true;
        else {
            why = QStringLiteral("unknown flag “%1”").arg(flag);
            return std::nullopt;
        }
    }
    if (expression.size() > longestPattern) {
        why = QStringLiteral("a pattern of more than %1 characters").arg(longestPattern);
        return std::nullopt;
    }
    const QString source =
        freeSpacing && !pattern.m_literal ? withoutSpace(expression) : expression;
    Translation translation{source};
    translation.dotAll = (options & PCRE2_DOTALL) != 0;
    if (pattern.m_literal) {
        options =
            (options & ~(PCRE2_MULTILINE | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY)) | PCRE2_LITERAL;
        options &= ~static_cast<uint32_t>(PCRE2_NEVER_BACKSLASH_C | PCRE2_UCP);
        translation.out = expression;
    } else if (!translation.run()) {
        why = translation.why;
        return std::nullopt;
    }
    int error = 0;
    size_t offset = 0;
    pcre2_real_code_16* code = pcre2_compile_16(
        reinterpret_cast<PCRE2_SPTR16>(translation.out.utf16()),
        static_cast<size_t>(translation.out.size()), options, &error, &offset, nullptr);
    if (code == nullptr) {
        why = QStringLiteral("not a regular expression, at character %1").arg(offset + 1);
        return std::nullopt;
    }
    pattern.m_code = {code, [](pcre2_real_code_16* c) { pcre2_code_free_16(c); }};
    return pattern;
}

Pattern::Outcome Pattern::matches(const QString& text) const {
    const MatchBlock block(pcre2_match_data_create_from_pattern_16(m_code.get(), nullptr));
    return outcomeOf(match(m_code.get(), text, 0, block.get()));
}

Pattern::Outcome Pattern::all(const QString& text, QList<QStringList>& groups,
                              QList<std::pair<qsizetype, qsizetype>>& spans) const {
    const MatchBlock block(pcre2_match_data_create_from_pattern_16(m_code.get(), nullptr));
    for (qsizetype from = 0; from <= text.size();) {
        const int found = match(m_code.get(), text, from, block.get());
        if (found == PCRE2_ERROR_NOMATCH)
            break;
        if (found < 0 || spans.size() >= mostMatches)
            return Outcome::Limit;
        const size_t* ends = pcre2_get_ovector_pointer_16(block.get());
        QStringList texts;
        for (size_t i = 0; i < pcre2_get_ovector_count_16(block.get()); ++i) {
            const bool absent = ends[2 * i] == PCRE2_UNSET;
            texts.append(absent ? QString()
                                : text.mid(static_cast<qsizetype>(ends[2 * i]),
                                           static_cast<qsizetype>(ends[2 * i + 1] - ends[2 * i])));
        }
        groups.append(texts);
        spans.append({static_cast<qsizetype>(ends[0]), static_cast<qsizetype>(ends[1])});
        from = static_cast<qsizetype>(ends[1]) + (ends[0] == ends[1] ? 1 : 0);
    }
    return spans.isEmpty() ? Outcome::No : Outcome::Yes;
}

} // namespace tongban::feel
