// Values as text and JSON, and durations from text (ISO 8601, XML Schema 1.1 part 2 §3.3.6).
#include "services/feel/boxes.h"
#include "services/feel/value.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tongban::feel {

namespace {

// A string inside a list or a context is quoted, as a FEEL literal.
QString inner(const Value& value) {
    if (!value.is(Kind::String))
        return value.text();
    QString escaped = value.string();
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

bool isPlainName(const QString& name) {
    for (const QChar c : name) {
        if (!c.isLetterOrNumber() && c != u'_' && c != u' ')
            return false;
    }
    return !name.isEmpty() && !name.front().isDigit();
}

QString contextText(const Context& context) {
    QStringList parts;
    for (const ContextEntry& entry : context.entries()) {
        const QString key = isPlainName(entry.name) ? entry.name : inner(Value(entry.name));
        parts.append(key + QStringLiteral(": ") + inner(entry.value));
    }
    return u'{' + parts.join(QStringLiteral(", ")) + u'}';
}

QString rangeText(const Range& range) {
    if (range.form != Range::Form::Interval)
        return QStringLiteral("(%1 %2)").arg(range.form == Range::Form::Equal ? u"=" : u"!=",
                                             inner(range.low));
    if (range.low.isNull() && !range.high.isNull())
        return QStringLiteral("(%1 %2)").arg(range.highClosed ? u"<=" : u"<", inner(range.high));
    if (range.high.isNull() && !range.low.isNull())
        return QStringLiteral("(%1 %2)").arg(range.lowClosed ? u">=" : u">", inner(range.low));
    return (range.lowClosed ? u'[' : u'(') + inner(range.low) + QStringLiteral("..") +
           inner(range.high) + (range.highClosed ? u']' : u')');
}

// Reads "12" or, for seconds, "12.5" up to a designator.
std::optional<Decimal> takeNumber(QStringView& text, QChar& designator) {
    qsizetype end = 0;
    while (end < text.size() && ((text[end] >= u'0' && text[end] <= u'9') || text[end] == u'.'))
        ++end;
    if (end == 0 || end >= text.size())
        return std::nullopt;
    designator = text[end];
    const QStringView digits = text.left(end);
    text = text.mid(end + 1);
    // Only seconds may have a point, before or after digits (XML Schema 1.1 part 2, duSecondFrag).
    if (digits.contains(u'.') && designator != u'S')
        return std::nullopt;
    return Decimal::parse(digits);
}

struct Parts {
    std::optional<Decimal> years, months, days, hours, minutes, seconds;
};

std::optional<Parts> splitDuration(QStringView text) {
    Parts parts;
    bool timePart = false;
    int last = -1;
    static constexpr QStringView dateOrder = u"YMD";
    static constexpr QStringView timeOrder = u"HMS";
    while (!text.isEmpty()) {
        if (text.front() == u'T') {
            if (timePart || text.size() == 1)
                return std::nullopt;
            timePart = true;
            last = -1;
            text = text.mid(1);
            continue;
        }
        QChar designator;
        const auto number = takeNumber(text, designator);
        const auto place = static_cast<int>((timePart ? timeOrder : dateOrder).indexOf(designator));
        if (!number || place <= last)
            return std::nullopt;
        last = place;
        std::optional<Decimal>* const date[] = {&parts.years, &parts.months, &parts.days};
        std::optional<Decimal>* const time[] = {&parts.hours, &parts.minutes, &parts.seconds};
        *(timePart ? time : date)[place] = number;
    }
    return parts;
}

std::optional<Value> joined(const Parts& parts, bool negative) {
    const bool calendar = parts.years || parts.months;
    const bool clock = parts.days || parts.hours || parts.minutes || parts.seconds;
    if (calendar == clock) // neither, or a mixture FEEL has no type for
        return std::nullopt;
    const auto times = [](const std::optional<Decimal>& n, qint64 factor) {
        return multiply(n.value_or(Decimal(0)), Decimal(factor));
    };
    if (calendar) {
        const auto years = times(parts.years, 12);
        const auto sum = years ? add(*years, parts.months.value_or(Decimal(0))) : std::nullopt;
        const auto months = sum ? sum->toInt64() : std::nullopt;
        return months ? std::optional(Value(YearsMonths{negative ? -*months : *months}))
                      : std::nullopt;
    }
    std::optional<Decimal> sum = Decimal(0);
    for (const auto& part : {times(parts.days, secondsPerDay), times(parts.hours, 3600),
                             times(parts.minutes, 60), times(parts.seconds, 1)}) {
        sum = sum && part ? add(*sum, *part) : std::nullopt;
    }
    if (!sum)
        return std::nullopt;
    return Value(DaysTime{negative ? sum->negated() : *sum});
}

} // namespace

std::optional<Value> parseDuration(QStringView text) {
    const bool negative = text.startsWith(u'-');
    if (negative)
        text = text.mid(1);
    if (!text.startsWith(u'P') || text.size() < 3 || text.size() > 200)
        return std::nullopt;
    const auto parts = splitDuration(text.mid(1));
    return parts ? joined(*parts, negative) : std::nullopt;
}

QString durationText(const Value& duration) {
    QString text;
    if (duration.is(Kind::YearsMonths)) {
        const qint64 months = std::abs(duration.months());
        text = duration.months() < 0 ? QStringLiteral("-P") : QStringLiteral("P");
        if (months >= 12)
            text += QStringLiteral("%1Y").arg(months / 12);
        if (months % 12 != 0 || months == 0)
            text += QStringLiteral("%1M").arg(months % 12);
        return text;
    }
    const Decimal seconds = duration.seconds().abs();
    const Decimal whole = seconds.floor();
    const qint64 total = whole.toInt64().value_or(0);
    const Decimal fraction = subtract(seconds, whole).value_or(Decimal(0));
    const Decimal rest = add(Decimal(total % 60), fraction).value_or(Decimal(0));
    text = duration.seconds().isNegative() ? QStringLiteral("-P") : QStringLiteral("P");
    if (total >= secondsPerDay)
        text += QStringLiteral("%1D").arg(total / secondsPerDay);
    QString clock;
    if (total / 3600 % 24 != 0)
        clock += QStringLiteral("%1H").arg(total / 3600 % 24);
    if (total / 60 % 60 != 0)
        clock += QStringLiteral("%1M").arg(total / 60 % 60);
    if (!rest.isZero() || (clock.isEmpty() && total < secondsPerDay))
        clock += rest.text() + u'S';
    return clock.isEmpty() ? text : text + u'T' + clock;
}

QString Value::text() const {
    switch (m_kind) {
    case Kind::Null:
        return QStringLiteral("null");
    case Kind::Boolean:
        return boolean() ? QStringLiteral("true") : QStringLiteral("false");
    case Kind::Number:
        return number().text();
    case Kind::String:
        return string();
    case Kind::Date:
        return textOf(date());
    case Kind::Time:
        return textOf(time());
    case Kind::DateTime:
        return textOf(dateTime());
    case Kind::YearsMonths:
    case Kind::DaysTime:
        return durationText(*this);
    case Kind::List: {
        QStringList parts;
        for (const Value& item : list())
            parts.append(inner(item));
        return u'[' + parts.join(QStringLiteral(", ")) + u']';
    }
    case Kind::Context:
        return contextText(context());
    case Kind::Range:
        return rangeText(range());
    case Kind::Function:
        return QStringLiteral("function(%1)").arg(function().parameters.join(QStringLiteral(", ")));
    }
    return {};
}

Value fromJson(const QJsonValue& json) {
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value(json.toBool());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        // Whole numbers keep all their digits; the rest by the shortest text that names the double.
        if (const qint64 whole = json.toInteger(INT64_MIN);
            whole != INT64_MIN && double(whole) == number)
            return Value(whole);
        const auto decimal = Decimal::fromDouble(number);
        return decimal ? Value(*decimal) : Value();
    }
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Array: {
        Values items;
        const QJsonArray array = json.toArray();
        items.reserve(static_cast<size_t>(array.size()));
        for (const auto& item : array)
            items.push_back(fromJson(item));
        return Value::list(std::move(items));
    }
    case QJsonValue::Object:
        return Value(contextFromJson(json.toObject()));
    default:
        return {};
    }
}

Context contextFromJson(const QJsonObject& object) {
    Context context;
    for (auto it = object.begin(); it != object.end(); ++it)
        context.insert(it.key(), fromJson(it.value()));
    return context;
}

QJsonValue toJson(const Value& value) {
    switch (value.kind()) {
    case Kind::Null:
    case Kind::Function:
        return QJsonValue::Null;
    case Kind::Boolean:
        return value.boolean();
    case Kind::Number: {
        const Decimal number = value.number();
        if (const auto whole = number.toInt64())
            return *whole;
        return number.toDouble();
    }
    case Kind::List: {
        QJsonArray array;
        for (const Value& item : value.list())
            array.append(toJson(item));
        return array;
    }
    case Kind::Context: {
        QJsonObject object;
        for (const ContextEntry& entry : value.context().entries())
            object.insert(entry.name, toJson(entry.value));
        return object;
    }
    default:
        return value.text();
    }
}

} // namespace tongban::feel
