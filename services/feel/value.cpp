// Values: construction, access and contexts.
#include "services/feel/value.h"

#include "services/feel/boxes.h"

namespace tongban::feel {

namespace {

constexpr size_t indexedFrom = 16; // entries; smaller contexts are searched linearly

template <typename T, typename Fill>
const T* boxed(Fill fill) {
    auto box = std::make_unique<T>();
    fill(*box);
    return box.release();
}

void put(ContextBox& box, const QString& name, Value value) {
    if (box.entries.size() >= indexedFrom && box.index.isEmpty()) {
        for (size_t i = 0; i < box.entries.size(); ++i)
            box.index.insert(box.entries[i].name, static_cast<int>(i));
    }
    box.hold(value.weight() + 32 + static_cast<quint32>(2 * name.size()), value.depth());
    for (size_t i = 0; box.index.isEmpty() && i < box.entries.size(); ++i) {
        if (box.entries[i].name == name) {
            box.entries[i].value = std::move(value);
            return;
        }
    }
    if (const auto at = box.index.constFind(name); at != box.index.cend()) {
        box.entries[static_cast<size_t>(*at)].value = std::move(value);
        return;
    }
    if (!box.index.isEmpty())
        box.index.insert(name, static_cast<int>(box.entries.size()));
    box.entries.push_back({name, std::move(value)});
}

} // namespace

void destroy(const Box* box) {
    delete box;
}

QString nameOf(Kind kind) {
    switch (kind) {
    case Kind::Null:
        return QStringLiteral("null");
    case Kind::Boolean:
        return QStringLiteral("boolean");
    case Kind::Number:
        return QStringLiteral("number");
    case Kind::String:
        return QStringLiteral("string");
    case Kind::Date:
        return QStringLiteral("date");
    case Kind::Time:
        return QStringLiteral("time");
    case Kind::DateTime:
        return QStringLiteral("date and time");
    case Kind::YearsMonths:
        return QStringLiteral("years and months duration");
    case Kind::DaysTime:
        return QStringLiteral("days and time duration");
    case Kind::List:
        return QStringLiteral("list");
    case Kind::Context:
        return QStringLiteral("context");
    case Kind::Range:
        return QStringLiteral("range");
    case Kind::Function:
        return QStringLiteral("function");
    }
    return {};
}

Value::Value(Kind kind, const Box* box)
    : m_kind(kind)
    , m_boxed(true)
    , m_box(box) {
    retain(box);
}

Value::Value(Kind kind, const Decimal& decimal)
    : m_kind(kind) {
    if (decimal.isSmall()) {
        m_scale = static_cast<qint8>(decimal.places());
        m_word = decimal.coefficient();
        return;
    }
    m_boxed = true;
    m_box = boxed<DecimalBox>([&](DecimalBox& box) { box.decimal = decimal; });
    retain(m_box);
}

Value::Value(const Decimal& number)
    : Value(Kind::Number, number) {}

Value::Value(const DaysTime& duration)
    : Value(Kind::DaysTime, duration.seconds) {}

Value::Value(const QString& text)
    : Value(Kind::String, boxed<StringBox>([&](StringBox& box) {
                box.text = text;
                box.weight += static_cast<quint32>(2 * text.size());
            })) {}

Value::Value(const Date& date)
    : m_kind(Kind::Date)
    , m_word((qint64(date.year) << 16) | (date.month << 8) | date.day) {}

Value::Value(const Time& time)
    : Value(Kind::Time, boxed<TimeBox>([&](TimeBox& box) { box.time = time; })) {}

Value::Value(const DateTime& at)
    : Value(Kind::DateTime, boxed<DateTimeBox>([&](DateTimeBox& box) { box.at = at; })) {}

Value::Value(YearsMonths duration)
    : m_kind(Kind::YearsMonths)
    , m_word(duration.months) {}

Value::Value(const Context& context)
    : Value(Kind::Context, context.m_box.get()) {}

Value::Value(Range range)
    : Value(Kind::Range, boxed<RangeBox>([&](RangeBox& box) {
                box.hold(range.low.weight(), range.low.depth());
                box.hold(range.high.weight(), range.high.depth());
                box.range = std::move(range);
            })) {}

Value::Value(const Function* function)
    : Value(Kind::Function, static_cast<const Box*>(function)) {}

Value Value::list(Values items) {
    return {Kind::List, boxed<ListBox>([&](ListBox& box) {
                for (const Value& item : items)
                    box.hold(item.weight(), item.depth());
                box.depth = std::max<quint16>(box.depth, 1);
                box.items = std::move(items);
            })};
}

Value Value::function(QString name, QStringList parameters, NativeFunction native) {
    return Value(boxed<Function>([&](Function& box) {
        box.name = std::move(name);
        box.parameterTypes.resize(static_cast<size_t>(parameters.size()));
        box.parameters = std::move(parameters);
        box.native = std::move(native);
    }));
}

Decimal Value::decimal() const {
    if (m_boxed)
        return static_cast<const DecimalBox*>(m_box)->decimal;
    return Decimal::scaled(m_word, m_scale);
}

Decimal Value::number() const {
    return decimal();
}

Decimal Value::seconds() const {
    return decimal();
}

const QString& Value::string() const {
    return static_cast<const StringBox*>(m_box)->text;
}

Date Value::date() const {
    return {static_cast<qint32>(m_word >> 16), static_cast<qint32>((m_word >> 8) & 0xff),
            static_cast<qint32>(m_word & 0xff)};
}

const Time& Value::time() const {
    return static_cast<const TimeBox*>(m_box)->time;
}

const DateTime& Value::dateTime() const {
    return static_cast<const DateTimeBox*>(m_box)->at;
}

const Values& Value::list() const {
    return static_cast<const ListBox*>(m_box)->items;
}

Context Value::context() const {
    return Context(static_cast<const ContextBox*>(m_box));
}

const Range& Value::range() const {
    return static_cast<const RangeBox*>(m_box)->range;
}

const Function& Value::function() const {
    return *static_cast<const Function*>(m_box);
}

Context::Context() {
    static const Ref<ContextBox> empty(new ContextBox);
    m_box = empty;
}

Context::Context(std::initializer_list<ContextEntry> entries)
    : Context() {
    for (const ContextEntry& entry : entries)
        insert(entry.name, entry.value);
}

Context::Context(const ContextBox* box)
    : m_box(box) {}

const std::vector<ContextEntry>& Context::entries() const {
    return m_box->entries;
}

const Value* Context::find(QStringView name) const {
    if (!m_box->index.isEmpty()) {
        const auto at = m_box->index.constFind(name.toString());
        return at == m_box->index.cend() ? nullptr
                                         : &m_box->entries[static_cast<size_t>(*at)].value;
    }
    for (const ContextEntry& entry : m_box->entries) {
        if (entry.name == name)
            return &entry.value;
    }
    return nullptr;
}

Value Context::value(QStringView name) const {
    const Value* found = find(name);
    return found == nullptr ? Value() : *found;
}

void Context::insert(const QString& name, Value value) {
    if (!m_box.unique())
        m_box = Ref<ContextBox>(new ContextBox(*m_box));
    // The only change to a box, made while nobody else can see it.
    put(const_cast<ContextBox&>(*m_box), name, std::move(value));
}

} // namespace tongban::feel
