// Value: what a FEEL expression yields (DMN 1.5 §10.3.2); sixteen bytes, immutable, shared between
// threads.
#pragma once

#include "services/core/result.h"
#include "services/feel/box.h"
#include "services/feel/decimal.h"
#include "services/feel/temporal.h"

#include <QHash>
#include <QJsonValue>
#include <QStringList>
#include <concepts>
#include <functional>
#include <span>
#include <vector>

namespace tongban::feel {

enum class Kind : quint8 {
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    YearsMonths, // years and months duration
    DaysTime,    // days and time duration
    List,
    Context,
    Range,
    Function,
};
QString nameOf(Kind kind); // as FEEL writes the type

struct YearsMonths {
    qint64 months = 0;
};
struct DaysTime {
    Decimal seconds;
};

class Value;
class Context;
struct Range;
struct Function;
using Values = std::vector<Value>;
// A function of ours behind a FEEL name. A fault becomes null with a diagnosis.
using NativeFunction = std::function<Result<Value>(std::span<const Value>)>;

class Value {
public:
    Value() = default; // null
    explicit Value(std::same_as<bool> auto truth)
        : m_kind(Kind::Boolean)
        , m_word(truth ? 1 : 0) {}
    explicit Value(int number)
        : Value(Decimal(number)) {}
    explicit Value(qint64 number)
        : Value(Decimal(number)) {}
    explicit Value(const Decimal& number);
    explicit Value(const QString& text);
    explicit Value(const Date& date);
    explicit Value(const Time& time);
    explicit Value(const DateTime& at);
    explicit Value(YearsMonths duration);
    explicit Value(const DaysTime& duration);
    explicit Value(const Context& context);
    explicit Value(Range range);
    static Value list(Values items);
    static Value function(QString name, QStringList parameters, NativeFunction native);
    explicit Value(const Function* function); // takes part in the counting

    Value(const Value& other)
        : m_kind(other.m_kind)
        , m_boxed(other.m_boxed)
        , m_scale(other.m_scale)
        , m_word(other.m_word) {
        if (m_boxed)
            retain(m_box);
    }
    Value(Value&& other) noexcept
        : m_kind(std::exchange(other.m_kind, Kind::Null))
        , m_boxed(std::exchange(other.m_boxed, false))
        , m_scale(other.m_scale)
        , m_word(other.m_word) {}
    Value& operator=(const Value& other) { return *this = Value(other); }
    Value& operator=(Value&& other) noexcept {
        std::swap(m_kind, other.m_kind);
        std::swap(m_boxed, other.m_boxed);
        std::swap(m_scale, other.m_scale);
        std::swap(m_word, other.m_word);
        return *this;
    }
    ~Value() {
        if (m_boxed)
            release(m_box);
    }

    Kind kind() const { return m_kind; }
    bool is(Kind kind) const { return m_kind == kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isTrue() const { return m_kind == Kind::Boolean && m_word != 0; }
    bool isFalse() const { return m_kind == Kind::Boolean && m_word == 0; }

    // Each needs the value to be of that kind.
    bool boolean() const { return m_word != 0; }
    Decimal number() const;
    const QString& string() const;
    Date date() const;
    const Time& time() const;
    const DateTime& dateTime() const;
    qint64 months() const { return m_word; }
    Decimal seconds() const; // of a days and time duration
    const Values& list() const;
    Context context() const;
    const Range& range() const;
    const Function& function() const;

    // About the bytes of everything inside, shared parts counted each time; and the nesting.
    quint32 weight() const { return m_boxed ? m_box->weight : 16; }
    int depth() const { return m_boxed ? m_box->depth : 0; }
    // As `string()` of FEEL gives it; null is "null", a string is itself.
    QString text() const;

private:
    Value(Kind kind, const Box* box);
    Value(Kind kind, const Decimal& decimal);
    Decimal decimal() const;

    Kind m_kind = Kind::Null;
    bool m_boxed = false;
    qint8 m_scale = 0; // decimal places of a small number
    union {
        qint64 m_word = 0;
        const Box* m_box;
    };
};
static_assert(sizeof(Value) == 16);

struct ContextEntry {
    QString name;
    Value value;
};
struct ContextBox final : Box {
    std::vector<ContextEntry> entries;
    QHash<QString, int> index; // only of large contexts
};

// Named values in the order they were set. Copies are cheap: they share until one of them changes.
class Context {
public:
    Context();
    Context(std::initializer_list<ContextEntry> entries);

    bool isEmpty() const { return entries().empty(); }
    qsizetype size() const { return static_cast<qsizetype>(entries().size()); }
    const Value* find(QStringView name) const; // nullptr when absent
    Value value(QStringView name) const;       // null when absent
    bool contains(QStringView name) const { return find(name) != nullptr; }
    void insert(const QString& name, Value value); // replaces in place
    const std::vector<ContextEntry>& entries() const;

private:
    friend class Value;
    explicit Context(const ContextBox* box);
    Ref<ContextBox> m_box;
};

// An interval; a null end is an open end of the axis, as in (< 5). Or a single value: (= 5) and (!=
// 5).
struct Range {
    enum class Form : quint8 { Interval, Equal, NotEqual };
    Value low;
    Value high;
    bool lowClosed = false;
    bool highClosed = false;
    Form form = Form::Interval; // Equal and NotEqual: low is the value
};

// Equality and order of FEEL (§10.3.2.13): nullopt where the two cannot be compared.
std::optional<bool> equal(const Value& a, const Value& b);
std::optional<std::weak_ordering> compare(const Value& a, const Value& b);
// Identity for C++ callers and tests: same kind and content; 1.0 and 1.00 are the same.
bool operator==(const Value& a, const Value& b);
// Whether a range contains a value; nullopt where they cannot be compared.
std::optional<bool> contains(const Range& range, const Value& value);

// JSON: dates, times and durations become strings; functions become null. `fromJson` gives strings
// for strings.
Value fromJson(const QJsonValue& json);
QJsonValue toJson(const Value& value);
Context contextFromJson(const QJsonObject& object);

// Durations as ISO 8601: P1Y2M, P1DT2H; nullopt for anything else.
std::optional<Value> parseDuration(QStringView text);
QString durationText(const Value& duration);

} // namespace tongban::feel
