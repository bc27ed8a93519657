// Functions on ranges and points (DMN 1.5 Table 78), and range().
#include "services/feel/builtins.h"
#include "services/feel/parser.h"

#include <QRegularExpression>

namespace tongban::feel {

namespace {

// A point is the closed range from itself to itself.
struct Span {
    Range range;
    bool point = false;

    bool lowIn() const { return range.lowClosed; }
    bool highIn() const { return range.highClosed; }
};

// Which end of the axis a null stands for.
enum class Side { Low, High };

int order(const Value& a, Side sideA, const Value& b, Side sideB) {
    if (a.isNull() || b.isNull()) {
        const int x = a.isNull() ? (sideA == Side::Low ? -1 : 1) : 0;
        const int y = b.isNull() ? (sideB == Side::Low ? -1 : 1) : 0;
        return x - y;
    }
    const auto result = *compare(a, b);
    return std::is_lt(result) ? -1 : std::is_gt(result) ? 1 : 0;
}

int lows(const Span& a, const Span& b) {
    return order(a.range.low, Side::Low, b.range.low, Side::Low);
}

int highs(const Span& a, const Span& b) {
    return order(a.range.high, Side::High, b.range.high, Side::High);
}

int highToLow(const Span& a, const Span& b) {
    return order(a.range.high, Side::High, b.range.low, Side::Low);
}

bool before(const Span& a, const Span& b) {
    const int gap = highToLow(a, b);
    return gap < 0 || (gap == 0 && (!a.highIn() || !b.lowIn()));
}

bool after(const Span& a, const Span& b) {
    return before(b, a);
}

bool meets(const Span& a, const Span& b) {
    return a.highIn() && b.lowIn() && highToLow(a, b) == 0;
}

bool metBy(const Span& a, const Span& b) {
    return meets(b, a);
}

bool overlaps(const Span& a, const Span& b) {
    return !before(a, b) && !after(a, b);
}

bool overlapsBefore(const Span& a, const Span& b) {
    const bool startsFirst = lows(a, b) < 0 || (lows(a, b) == 0 && a.lowIn() && !b.lowIn());
    const bool endsFirst = highs(a, b) < 0 || (highs(a, b) == 0 && (!a.highIn() || b.highIn()));
    return startsFirst && !before(a, b) && endsFirst;
}

bool overlapsAfter(const Span& a, const Span& b) {
    return overlapsBefore(b, a);
}

bool finishes(const Span& a, const Span& b) {
    if (a.point)
        return b.highIn() && highs(a, b) == 0;
    return a.highIn() == b.highIn() && highs(a, b) == 0 &&
           (lows(a, b) > 0 || (lows(a, b) == 0 && (!a.lowIn() || b.lowIn())));
}

bool finishedBy(const Span& a, const Span& b) {
    return finishes(b, a);
}

bool includes(const Span& a, const Span& b) {
    return (lows(a, b) < 0 || (lows(a, b) == 0 && (a.lowIn() || !b.lowIn()))) &&
           (highs(a, b) > 0 || (highs(a, b) == 0 && (a.highIn() || !b.highIn())));
}

bool during(const Span& a, const Span& b) {
    return includes(b, a);
}

bool starts(const Span& a, const Span& b) {
    if (a.point)
        return b.lowIn() && lows(a, b) == 0;
    return a.lowIn() == b.lowIn() && lows(a, b) == 0 &&
           (highs(a, b) < 0 || (highs(a, b) == 0 && (!a.highIn() || b.highIn())));
}

bool startedBy(const Span& a, const Span& b) {
    return starts(b, a);
}

bool coincides(const Span& a, const Span& b) {
    return lows(a, b) == 0 && highs(a, b) == 0 && a.lowIn() == b.lowIn() &&
           a.highIn() == b.highIn();
}

enum class Shape { Any, Range };

std::optional<Span> spanOf(Call& call, size_t i, Shape shape) {
    Value given = call.argument(i);
    if (given.is(Kind::List) && given.list().size() == 1)
        given = Value(given.list().front());
    if (given.is(Kind::Range))
        return Span{given.range(), false};
    if (shape == Shape::Range || !compare(given, given)) {
        call.wrongType(i, QStringLiteral("a range"));
        return std::nullopt;
    }
    return Span{Range{given, given, true, true}, true};
}

bool comparable(const Span& a, const Span& b) {
    const Value& x = a.range.low.isNull() ? a.range.high : a.range.low;
    const Value& y = b.range.low.isNull() ? b.range.high : b.range.low;
    return x.isNull() || y.isNull() || compare(x, y).has_value();
}

template <bool (*Relation)(const Span&, const Span&), Shape First, Shape Second>
Value relation(Call& call) {
    const auto a = spanOf(call, 0, First);
    const auto b = spanOf(call, 1, Second);
    if (!a || !b)
        return {};
    if (!comparable(*a, *b))
        return call.null(DiagnosisKind::WrongType, QStringLiteral("the two cannot be compared"));
    return Value(Relation(*a, *b));
}

Value coincide(Call& call) {
    const bool ranges = call.argument(0).is(Kind::Range) || call.argument(1).is(Kind::Range);
    return ranges ? relation<coincides, Shape::Range, Shape::Range>(call)
                  : relation<coincides, Shape::Any, Shape::Any>(call);
}

// An end of a range in text: a number, a string, or a date, time or duration from a literal;
// nothing else.
bool isLiteral(const QString& text) {
    static const QRegularExpression literal(
        QStringLiteral("^\\s*(-?(\\d+(\\.\\d+)?|\\.\\d+)|@?\"([^\"\\\\]|\\\\.)*\"|"
                       "(date|time|date and time|duration)\\s*\\(\\s*\"[^\"\\\\]*\"\\s*\\))\\s*$"));
    return literal.match(text).hasMatch();
}

// range("[1..10)"): the text of a range whose ends are literals.
Value rangeFrom(Call& call) {
    const auto text = call.text(0);
    if (!text)
        return {};
    const QString trimmed = text->trimmed();
    const qsizetype dots = trimmed.indexOf(QLatin1String(".."));
    const bool shaped = dots > 0 && QStringView(u"[](").contains(trimmed.front()) &&
                        QStringView(u"[])").contains(trimmed.back()) &&
                        isLiteral(trimmed.mid(1, dots - 1)) &&
                        isLiteral(trimmed.mid(dots + 2).chopped(1));
    const auto compiled = shaped ? compile(trimmed) : Result<Expression>(Expression());
    const auto value = compiled.has_value() ? compiled->constant() : std::nullopt;
    if (!value || !value->is(Kind::Range))
        return call.null(DiagnosisKind::FailedFunction,
                         QStringLiteral("the text is no range of literals"));
    return *value;
}

} // namespace

std::span<const BuiltinRow> rangeBuiltins() {
    using enum Shape;
    static constexpr BuiltinRow rows[] = {
        {"before", "point1, point2|point, range|range, point|range1, range2",
         relation<before, Any, Any>},
        {"after", "point1, point2|point, range|range, point|range1, range2",
         relation<after, Any, Any>},
        {"meets", "range1, range2", relation<meets, Range, Range>},
        {"met by", "range1, range2", relation<metBy, Range, Range>},
        {"overlaps", "range1, range2", relation<overlaps, Range, Range>},
        {"overlaps before", "range1, range2", relation<overlapsBefore, Range, Range>},
        {"overlaps after", "range1, range2", relation<overlapsAfter, Range, Range>},
        {"finishes", "point, range|range1, range2", relation<finishes, Any, Range>},
        {"finished by", "range, point|range1, range2", relation<finishedBy, Range, Any>},
        {"includes", "range, point|range1, range2", relation<includes, Range, Any>},
        {"during", "point, range|range1, range2", relation<during, Any, Range>},
        {"starts", "point, range|range1, range2", relation<starts, Any, Range>},
        {"started by", "range, point|range1, range2", relation<startedBy, Range, Any>},
        {"coincides", "point1, point2|range1, range2", coincide},
        {"range", "from", rangeFrom},
    };
    return rows;
}

} // namespace tongban::feel
