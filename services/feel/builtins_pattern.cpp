// matches, replace and split (DMN 1.5 Table 72; XPath F&O 3.1 §5.6).
#include "services/feel/builtins.h"
#include "services/feel/pattern.h"

namespace tongban::feel {

namespace {

// A match may do as much work as this many steps of the machine, and its bound keeps it there.
constexpr size_t patternSteps = 100;

std::optional<Pattern> patternOf(Call& call, size_t expression, size_t flags) {
    const auto text = call.text(expression);
    if (!text || (call.has(flags) && !call.text(flags)))
        return std::nullopt;
    if (!call.charge(patternSteps + static_cast<size_t>(text->size() / 4)))
        return std::nullopt;
    QString why;
    auto pattern = Pattern::compile(*text, call.has(flags) ? *call.text(flags) : QString(), why);
    if (!pattern)
        call.null(DiagnosisKind::FailedFunction, why);
    return pattern;
}

Value tooMuchWork(Call& call) {
    return call.null(DiagnosisKind::Limit,
                     QStringLiteral("the pattern needs more work than is allowed"));
}

Value matches(Call& call) {
    const auto text = call.text(0);
    const auto pattern = text ? patternOf(call, 1, 2) : std::nullopt;
    if (!pattern)
        return {};
    call.charge(static_cast<size_t>(text->size() / 8));
    const auto outcome = pattern->matches(*text);
    if (outcome == Pattern::Outcome::Limit)
        return tooMuchWork(call);
    return Value(outcome == Pattern::Outcome::Yes);
}

// $1 … $9 and $10 where there are as many groups, \$ and \\; nullopt for anything else after $ or a
// backslash.
std::optional<QString> substituted(const QString& replacement, const QStringList& groups) {
    QString out;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement[i];
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        if (c == u'\\') {
            if (next != u'\\' && next != u'$')
                return std::nullopt;
            out += next;
            ++i;
        } else if (c == u'$') {
            if (next < u'0' || next > u'9')
                return std::nullopt;
            qsizetype group = next.digitValue();
            ++i;
            while (i + 1 < replacement.size() && replacement[i + 1] >= u'0' &&
                   replacement[i + 1] <= u'9' &&
                   group * 10 + replacement[i + 1].digitValue() < groups.size())
                group = group * 10 + replacement[++i].digitValue();
            out += groups.value(group);
        } else {
            out += c;
        }
    }
    return out;
}

Value replace(Call& call) {
    const auto text = call.text(0);
    const auto pattern = text ? patternOf(call, 1, 3) : std::nullopt;
    const auto replacement = call.text(2);
    if (!pattern || !replacement)
        return {};
    if (pattern->matches(QString()) == Pattern::Outcome::Yes)
        return call.null(DiagnosisKind::FailedFunction,
                         QStringLiteral("the pattern matches nothing at all"));
    QList<QStringList> groups;
    QList<std::pair<qsizetype, qsizetype>> spans;
    if (pattern->all(*text, groups, spans) == Pattern::Outcome::Limit)
        return tooMuchWork(call);
    QString out;
    qsizetype at = 0;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const auto put = pattern->literal() ? replacement : substituted(*replacement, groups[i]);
        if (!put)
            return call.null(DiagnosisKind::FailedFunction, QStringLiteral("not a replacement"));
        out += QStringView(*text).mid(at, spans[i].first - at);
        out += *put;
        at = spans[i].second;
        if (!call.machine().chargeBytes(2 * put->size()))
            return {};
    }
    return call.made(out + text->mid(at));
}

Value split(Call& call) {
    const auto text = call.text(0);
    const auto pattern = text ? patternOf(call, 1, 2) : std::nullopt;
    if (!pattern)
        return {};
    QList<QStringList> groups;
    QList<std::pair<qsizetype, qsizetype>> spans;
    if (pattern->all(*text, groups, spans) == Pattern::Outcome::Limit)
        return tooMuchWork(call);
    Values parts;
    qsizetype at = 0;
    for (const auto& [from, to] : spans) {
        if (from == to)
            return call.null(DiagnosisKind::FailedFunction,
                             QStringLiteral("the delimiter matches nothing at all"));
        parts.emplace_back(text->mid(at, from - at));
        at = to;
    }
    parts.emplace_back(text->mid(at));
    return call.made(std::move(parts));
}

} // namespace

std::span<const BuiltinRow> patternBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"matches", "input, pattern, flags?", matches, false},
        {"replace", "input, pattern, replacement, flags?", replace, false},
        {"split", "string, delimiter", split, false},
    };
    return rows;
}

} // namespace tongban::feel
