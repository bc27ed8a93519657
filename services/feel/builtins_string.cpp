// String functions (DMN 1.5 Table 72), counting in code points.
#include "services/feel/builtins.h"

#include <algorithm>

namespace tongban::feel {

namespace {

bool hasSurrogates(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSurrogate(); });
}

qint64 codePoints(const QString& text) {
    qint64 count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

// Where the code point number `index` (from 0) begins.
qsizetype unitOf(const QString& text, qint64 index) {
    if (!hasSurrogates(text))
        return index;
    qsizetype at = 0;
    for (; index > 0 && at < text.size(); --index)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return at;
}

Value substring(Call& call) {
    const auto text = call.text(0);
    const auto start = call.whole(1);
    const auto length = call.has(2) ? call.whole(2) : std::optional<qint64>(INT64_MAX);
    if (!text || !start || !length)
        return {};
    const qint64 size = codePoints(*text);
    if (*start == 0 || *start > size || *start < -size || *length < 1)
        return call.null(DiagnosisKind::OutOfRange, QStringLiteral("position outside the string"));
    const qint64 from = *start > 0 ? *start - 1 : size + *start;
    const qint64 count = std::min(*length, size - from);
    const qsizetype begin = unitOf(*text, from);
    return call.made(text->mid(begin, unitOf(*text, from + count) - begin));
}

Value stringLength(Call& call) {
    const auto text = call.text(0);
    return text ? Value(codePoints(*text)) : Value();
}

Value upperCase(Call& call) {
    const auto text = call.text(0);
    return text ? call.made(text->toUpper()) : Value();
}

Value lowerCase(Call& call) {
    const auto text = call.text(0);
    return text ? call.made(text->toLower()) : Value();
}

Value substringBefore(Call& call) {
    const auto text = call.text(0);
    const auto match = call.text(1);
    if (!text || !match)
        return {};
    const qsizetype at = text->indexOf(*match);
    return call.made(at < 0 ? QString() : text->left(at));
}

Value substringAfter(Call& call) {
    const auto text = call.text(0);
    const auto match = call.text(1);
    if (!text || !match)
        return {};
    const qsizetype at = text->indexOf(*match);
    return call.made(at < 0 ? QString() : text->mid(at + match->size()));
}

Value containsText(Call& call) {
    const auto text = call.text(0);
    const auto match = call.text(1);
    return text && match ? Value(text->contains(*match)) : Value();
}

Value startsWith(Call& call) {
    const auto text = call.text(0);
    const auto match = call.text(1);
    return text && match ? Value(text->startsWith(*match)) : Value();
}

Value endsWith(Call& call) {
    const auto text = call.text(0);
    const auto match = call.text(1);
    return text && match ? Value(text->endsWith(*match)) : Value();
}

Value stringJoin(Call& call) {
    const auto items = call.items(0);
    if (!items || (call.count() > 1 && call.has(1) && !call.text(1)))
        return {};
    const QString delimiter = call.has(1) ? call.text(1).value_or(QString()) : QString();
    QString joined;
    bool first = true;
    for (const Value& item : *items) {
        if (item.isNull())
            continue;
        if (!item.is(Kind::String))
            return call.wrongType(0, QStringLiteral("a list of strings"));
        if (!first)
            joined += delimiter;
        first = false;
        joined += item.string();
        if (!call.machine().chargeBytes(2 * (item.string().size() + delimiter.size())))
            return {};
    }
    return call.made(joined);
}

} // namespace

std::span<const BuiltinRow> stringBuiltins() {
    static constexpr BuiltinRow rows[] = {
        {"substring", "string, start position, length?", substring},
        {"string length", "string", stringLength},
        {"upper case", "string", upperCase},
        {"lower case", "string", lowerCase},
        {"substring before", "string, match", substringBefore},
        {"substring after", "string, match", substringAfter},
        {"contains", "string, match", containsText},
        {"starts with", "string, match", startsWith},
        {"ends with", "string, match", endsWith},
        {"string join", "list, delimiter?", stringJoin},
    };
    return rows;
}

} // namespace tongban::feel
