// Walks in the machine: for, some, every and filters.
#include "services/feel/machine.h"
#include "services/feel/operators.h"

namespace tongban::feel {

void Machine::stepWalks(const Instruction& in) {
    switch (in.op) {
    case Op::NewList:
        m_collections.emplace_back();
        return;
    case Op::Append:
        m_collections.back().items.push_back(pop());
        chargeBytes(16);
        return;
    case Op::EndList: {
        Collection done = std::move(m_collections.back());
        m_collections.pop_back();
        return push(done.failed ? Value() : checked(Value::list(std::move(done.items))));
    }
    case Op::Partial:
        charge(static_cast<qint64>(m_collections.back().items.size() / 8));
        slot(in.a) = checked(Value::list(m_collections.back().items));
        return;
    case Op::IterBegin:
        return beginWalk(pop(), in.a);
    case Op::IterRange: {
        const Value high = pop();
        return beginRange(pop(), high, in.a);
    }
    case Op::IterNext: {
        Value item;
        if (nextItem(m_walks.back(), item)) {
            slot(in.b) = std::move(item);
        } else {
            m_walks.pop_back();
            m_frames.back().at = in.a;
        }
        return;
    }
    case Op::Verdict:
        return joinVerdict(in);
    default:
        return stepFilter(in);
    }
}

// some and every: what is neither true, false nor null spoils the whole.
void Machine::joinVerdict(const Instruction& in) {
    const Value next = pop();
    const bool some = (in.flag & 1) != 0;
    Value& verdict = slot(in.b);
    const bool spoilt = !next.is(Kind::Boolean) && !next.isNull();
    if (spoilt)
        verdict =
            null(DiagnosisKind::WrongType,
                 QStringLiteral("a condition is %1, not true or false").arg(nameOf(next.kind())));
    else
        verdict = some ? orValues(*this, verdict, next) : andValues(*this, verdict, next);
    if (spoilt || (some ? verdict.isTrue() : verdict.isFalse())) {
        m_walks.resize(m_walks.size() - static_cast<size_t>(in.flag >> 1));
        m_frames.back().at = in.a;
    }
}

// A walk over nothing; what it was for is null: the verdict of some and every, or the list of for.
void Machine::noWalk(int verdict) {
    if (verdict > 0)
        slot(verdict - 1) = Value();
    else
        m_collections.back().failed = true;
}

void Machine::beginWalk(const Value& source, int verdict) {
    Walk walk;
    if (source.is(Kind::Range))
        return walkRange(source.range(), verdict);
    if (source.is(Kind::List))
        walk.source = source;
    else if (!source.isNull())
        walk.source = Value::list({source});
    else {
        null(DiagnosisKind::NullOperand, QStringLiteral("there is no list to walk"));
        walk.done = true;
        noWalk(verdict);
    }
    m_walks.push_back(std::move(walk));
}

// A range value is walked from its first to its last whole step inside.
void Machine::walkRange(const Range& range, int verdict) {
    const auto inside = [&](const Value& end, bool closed, int step) {
        if (closed || (!end.is(Kind::Number) && !end.is(Kind::Date)))
            return end;
        return end.is(Kind::Date) ? Value(Date::fromDayNumber(end.date().dayNumber() + step))
                                  : addValues(*this, end, Value(step));
    };
    const Value low = inside(range.low, range.lowClosed, 1);
    const Value high = inside(range.high, range.highClosed, -1);
    if (const auto order = compare(low, high); order && std::is_gt(*order))
        return beginWalk(Value::list({}), verdict);
    beginRange(low, high, verdict);
}

void Machine::beginRange(const Value& low, const Value& high, int verdict) {
    Walk walk;
    const auto end = [](const Value& x) -> std::optional<Decimal> {
        if (x.is(Kind::Number))
            return x.number();
        if (x.is(Kind::Date))
            return Decimal(x.date().dayNumber());
        return std::nullopt;
    };
    const auto first = end(low);
    const auto last = end(high);
    walk.dates = low.is(Kind::Date);
    if (!first || !last || low.kind() != high.kind()) {
        null(DiagnosisKind::WrongType, QStringLiteral("cannot walk from %1 to %2")
                                           .arg(nameOf(low.kind()), nameOf(high.kind())));
        walk.done = true;
        noWalk(verdict);
    } else {
        walk.next = *first;
        walk.end = *last;
        walk.step = *first <= *last ? 1 : -1;
    }
    m_walks.push_back(std::move(walk));
}

bool Machine::nextItem(Walk& walk, Value& item) {
    if (walk.done)
        return false;
    if (walk.source.is(Kind::List)) {
        if (walk.index >= walk.source.list().size())
            return false;
        item = walk.source.list()[walk.index++];
        return true;
    }
    if (walk.step > 0 ? walk.next > walk.end : walk.next < walk.end)
        return false;
    item =
        walk.dates ? Value(Date::fromDayNumber(walk.next.toInt64().value_or(0))) : Value(walk.next);
    const auto next = add(walk.next, Decimal(walk.step));
    if (!next || *next == walk.next)
        walk.done = true;
    else
        walk.next = *next;
    return true;
}

void Machine::stepFilter(const Instruction& in) {
    switch (in.op) {
    case Op::FilterBegin: {
        const Value source = pop();
        Walk walk;
        walk.source = source.is(Kind::List) ? source
                      : source.isNull()     ? Value::list({})
                                            : Value::list({source});
        walk.probing = walk.source.list().empty();
        walk.diagnosesBefore = m_diagnoses.size();
        if (source.isNull())
            null(DiagnosisKind::NullOperand, QStringLiteral("there is no list to filter"));
        walk.hasFound = source.isNull(); // the filter of null is null
        walk.done = source.isNull();
        m_walks.push_back(std::move(walk));
        m_collections.emplace_back();
        return;
    }
    case Op::FilterNext: {
        Walk& walk = m_walks.back();
        Value item;
        if (!walk.done && (nextItem(walk, item) || walk.probing))
            slot(in.b) = std::move(item);
        else
            m_frames.back().at = in.a;
        return;
    }
    case Op::FilterTest:
        return filterTest(in);
    case Op::FilterEnd: {
        Values kept = std::move(m_collections.back().items);
        m_collections.pop_back();
        const Walk walk = std::move(m_walks.back());
        m_walks.pop_back();
        return push(walk.hasFound ? walk.found : checked(Value::list(std::move(kept))));
    }
    default:
        return;
    }
}

void Machine::filterTest(const Instruction& in) {
    Walk& walk = m_walks.back();
    const Value predicate = pop();
    m_frames.back().at = in.a;
    if (walk.probing)
        m_diagnoses.resize(std::min(walk.diagnosesBefore, m_diagnoses.size()));
    if (predicate.is(Kind::Number)) {
        const Values& items = walk.source.list();
        const auto position = predicate.number().toInt64();
        const auto size = static_cast<qint64>(items.size());
        walk.done = true;
        walk.hasFound = true;
        if (position && *position >= 1 && *position <= size)
            walk.found = items[static_cast<size_t>(*position - 1)];
        else if (position && *position <= -1 && *position >= -size)
            walk.found = items[static_cast<size_t>(size + *position)];
        else
            null(DiagnosisKind::OutOfRange, QStringLiteral("the list of %1 has no position %2")
                                                .arg(size)
                                                .arg(predicate.text()));
        return;
    }
    if (walk.probing) {
        walk.done = true;
    } else if (!predicate.is(Kind::Boolean) && !predicate.isNull()) {
        walk.done = true;
        walk.hasFound = true;
        walk.found = null(
            DiagnosisKind::WrongType,
            QStringLiteral("the filter is %1, not true or false").arg(nameOf(predicate.kind())));
    } else if (predicate.isTrue()) {
        m_collections.back().items.push_back(walk.source.list()[walk.index - 1]);
        chargeBytes(16);
    }
}

} // namespace tongban::feel
