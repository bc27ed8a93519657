// QueryReader: slots, terms, and the likeliest characters by Viterbi over pair frequencies.
#include "knowledgebase/query_reader.h"

#include "knowledgebase/folding.h"

#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

constexpr qsizetype longestQuestion = 600; // units read; the rest of a longer text is ignored
constexpr size_t candidateLimit = 24;
constexpr float hollowFactor = 0.15F; // of what a word of the subject counts
constexpr float formalFactor = 0.7F;

constexpr qsizetype lettersBeforeDigits = 4; // of a number such as a3 or cet4

bool isLetter(QChar c) {
    return c.unicode() >= u'a' && c.unicode() <= u'z';
}

bool isDigit(QChar c) {
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

} // namespace

QueryReader::QueryReader(const LexicalIndex& index, const LexicalParameters& parameters,
                         const Everyday& everyday)
    : m_index(index)
    , m_parameters(parameters)
    , m_everyday(everyday)
    , m_pinyin(Pinyin::system()) {}

Query QueryReader::read(QStringView text) {
    Query query;
    query.typed = folded(text.left(longestQuestion));
    query.heard = query.typed;
    readSlots(query.typed);
    addTerms(query);
    if (query.bySound) {
        query.heard = likeliest(query.typed);
        addHeard(query);
    }
    addFormal(query);
    return query;
}

void QueryReader::readSlots(QStringView text) {
    m_slots.clear();
    std::vector<Placed> units;
    Analyzer::units(text, units);
    const std::vector<Syllable> readings = m_pinyin.readings(text);
    for (const Placed& placed : units) {
        if (placed.unit >= runUnit && placed.length >= 2 &&
            !m_index.find(characterKey(placed.unit))) {
            if (addRun(text, placed))
                continue;
        }
        m_slots.push_back({placed.unit, readings[static_cast<size_t>(placed.start)], placed.start,
                           placed.length, placed.joined, false, false});
    }
    if (!m_everyday.isEmpty()) {
        const std::vector<bool> hollow = m_everyday.hollow(text);
        for (Slot& slot : m_slots)
            slot.hollow = hollow[static_cast<size_t>(slot.start)];
    }
    // Letters separated by spaces are still one line of pinyin.
    for (size_t i = 1; i < m_slots.size(); ++i)
        m_slots[i].joined = m_slots[i].joined || (m_slots[i].letters && m_slots[i - 1].letters);
}

// Letters and digits without a space between them: numbers the index knows (a3), the rest
// syllables.
bool QueryReader::addRun(QStringView text, const Placed& run) {
    const std::vector<Slot> before = m_slots;
    const qsizetype end = run.start + run.length;
    for (qsizetype at = run.start; at < end;) {
        const qsizetype digits =
            std::find_if(text.begin() + at, text.begin() + end, isDigit) - text.begin();
        const qsizetype after =
            std::find_if_not(text.begin() + digits, text.begin() + end, isDigit) - text.begin();
        qsizetype number = digits; // where the number begins: as many letters as make a known one
        for (qsizetype from = std::max(at, digits - lettersBeforeDigits);
             after > digits && from < digits; ++from) {
            if (m_index.find(characterKey(unitOfRun(text.mid(from, after - from))))) {
                number = from;
                break;
            }
        }
        const QStringView letters = text.mid(at, number - at);
        const auto cut = m_pinyin.cut(letters.toLatin1());
        if (!letters.isEmpty() && (!std::all_of(letters.begin(), letters.end(), isLetter) || !cut ||
                                   cut->whole.empty())) {
            m_slots = before;
            return false;
        }
        const auto place = [&](qsizetype from, qsizetype to) {
            return Placed{unitOfRun(text.mid(from, to - from)), static_cast<std::int32_t>(from),
                          static_cast<std::int32_t>(to - from), from > run.start || run.joined};
        };
        if (!letters.isEmpty())
            addSyllables(place(at, number), *cut);
        if (after > number) {
            const Placed known = place(number, after);
            m_slots.push_back(
                {known.unit, 0, known.start, known.length, known.joined, false, false});
        }
        at = after;
    }
    return true;
}

void QueryReader::addSyllables(const Placed& run, const Syllables& cut) {
    std::int32_t start = run.start;
    for (size_t i = 0; i < cut.whole.size(); ++i) {
        const auto length = static_cast<std::int32_t>(m_pinyin.name(cut.whole[i]).size());
        m_slots.push_back({0, cut.whole[i], start, length, i > 0 || run.joined, true, true});
        start += length;
    }
}

void QueryReader::add(Query& query, TermKey key, float factor) {
    const auto same = std::find_if(query.terms.begin(), query.terms.end(),
                                   [key](const QueryTerm& t) { return t.key == key; });
    const auto channel = static_cast<size_t>(channelOf(key));
    const auto weightOf = [&](std::uint32_t frequency) {
        return factor * static_cast<float>(m_parameters.channel[channel]) *
               m_index.inverseFrequency(frequency);
    };
    const auto term = m_index.find(key);
    if (!term) {
        query.unknown += weightOf(0);
        if (channelOf(key) == Channel::Pair)
            query.missing += weightOf(0);
        return;
    }
    const float weight = weightOf(m_index.frequency(*term));
    query.known += weight;
    if (same != query.terms.end())
        same->weight += weight;
    else
        query.terms.push_back({key, {*term}, weight, channel == 1 && factor > hollowFactor, false});
}

void QueryReader::addTerms(Query& query) {
    for (size_t i = 1; i < m_slots.size(); ++i) {
        if (m_slots[i].joined)
            addPair(i, query);
    }
    for (const Slot& slot : m_slots) {
        if (slot.unit != 0)
            add(query, characterKey(slot.unit), slot.hollow ? hollowFactor : 1);
    }
    const std::vector<bool> hollow = m_everyday.hollow(query.typed);
    std::vector<Term> terms;
    m_analyzer.terms(query.typed, terms);
    for (const Term& term : terms) {
        if (channelOf(term.key) == Channel::Word && m_index.find(term.key))
            add(query, term.key, hollow[static_cast<size_t>(term.start)] ? hollowFactor : 1);
    }
}

void QueryReader::addPair(size_t second, Query& query) {
    Slot& a = m_slots[second - 1];
    Slot& b = m_slots[second];
    const bool typed = a.unit != 0 && b.unit != 0;
    const TermKey key = typed ? pairKey(a.unit, b.unit) : 0;
    if (typed && m_index.find(key)) {
        add(query, key, a.hollow || b.hollow ? hollowFactor : 1);
        return;
    }
    if (a.hollow || b.hollow)
        return; // a pair across a hollow word is nothing to miss
    const auto alike = a.syllable == 0 || b.syllable == 0
                           ? std::span<const std::uint32_t>()
                           : m_index.soundingLike(
                                 soundKey(m_pinyin.fuzzy(a.syllable), m_pinyin.fuzzy(b.syllable)));
    const auto channel = static_cast<float>(m_parameters.channel[1]);
    if (alike.empty()) {
        query.unknown += channel * m_index.inverseFrequency(0);
        query.missing += channel * m_index.inverseFrequency(0);
        return;
    }
    std::uint32_t frequency = 0;
    for (const std::uint32_t term : alike)
        frequency += m_index.frequency(term);
    const float weight =
        channel * static_cast<float>(m_parameters.sound) * m_index.inverseFrequency(frequency);
    query.terms.push_back({0, {alike.begin(), alike.end()}, weight, true, false});
    query.known += weight;
    query.bySound = true;
    a.doubtful = true;
    b.doubtful = true;
}

double QueryReader::togetherness(Unit first, Unit second) const {
    const auto term = m_index.find(pairKey(first, second));
    return term ? std::log(1.0 + m_index.frequency(*term)) : -1.0;
}

std::vector<QueryReader::Candidate> QueryReader::candidates(size_t number) const {
    const Slot& slot = m_slots[number];
    std::vector<Candidate> result;
    if (slot.unit != 0)
        result.push_back({slot.unit, 0.7, -1});
    if (!slot.doubtful || slot.syllable == 0)
        return result;
    QHash<Unit, double> seen;
    const auto look = [&](size_t left, bool takeSecond) {
        const Slot& a = m_slots[left];
        const Slot& b = m_slots[left + 1];
        if (a.syllable == 0 || b.syllable == 0)
            return;
        for (const std::uint32_t term : m_index.soundingLike(
                 soundKey(m_pinyin.fuzzy(a.syllable), m_pinyin.fuzzy(b.syllable)))) {
            const TermKey key = m_index.key(term);
            seen[takeSecond ? secondOf(key) : firstOf(key)] += m_index.frequency(term);
        }
    };
    if (number > 0)
        look(number - 1, true);
    if (number + 1 < m_slots.size())
        look(number, false);
    std::vector<std::pair<double, Unit>> ranked;
    for (auto it = seen.begin(); it != seen.end(); ++it)
        ranked.emplace_back(-it.value(), it.key());
    std::sort(ranked.begin(), ranked.end());
    for (const auto& [negative, unit] : ranked) {
        if (result.size() >= candidateLimit)
            break;
        if (unit == slot.unit)
            continue;
        const std::vector<Syllable> readings = m_pinyin.alternatives(unit);
        const bool exact =
            std::find(readings.begin(), readings.end(), slot.syllable) != readings.end();
        result.push_back({unit, exact ? 0.0 : -1.5, -1});
    }
    return result;
}

QString QueryReader::likeliest(QStringView typed) const {
    std::vector<std::vector<Candidate>> lattice;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        lattice.push_back(candidates(i));
        if (i == 0)
            continue;
        for (Candidate& now : lattice[i]) {
            double best = -1e9;
            for (size_t j = 0; j < lattice[i - 1].size(); ++j) {
                const Candidate& before = lattice[i - 1][j];
                const double link = m_slots[i].joined ? togetherness(before.unit, now.unit) : 0.0;
                if (before.score + link > best) {
                    best = before.score + link;
                    now.from = static_cast<int>(j);
                }
            }
            now.score += lattice[i - 1].empty() ? 0.0 : best;
        }
    }
    std::vector<Unit> chosen(m_slots.size(), 0);
    int at = -1;
    for (size_t i = m_slots.size(); i-- > 0;) {
        const auto& row = lattice[i];
        if (row.empty()) {
            at = -1;
            continue;
        }
        if (at < 0)
            at = static_cast<int>(std::max_element(row.begin(), row.end(),
                                                   [](const Candidate& a, const Candidate& b) {
                                                       return a.score < b.score;
                                                   }) -
                                  row.begin());
        chosen[i] = row[static_cast<size_t>(at)].unit;
        at = row[static_cast<size_t>(at)].from;
    }
    QString heard;
    qsizetype done = 0;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const Slot& slot = m_slots[i];
        const bool replaced = slot.doubtful && chosen[i] != 0 && chosen[i] != slot.unit;
        const qsizetype between = slot.start - done;
        // Spaces between two syllables of pinyin vanish with the letters.
        if (!(i > 0 && slot.letters && m_slots[i - 1].letters))
            heard += typed.mid(done, between);
        if (replaced)
            heard += QChar::fromUcs4(chosen[i]);
        else
            heard += typed.mid(slot.start, slot.length);
        done = slot.start + slot.length;
    }
    return heard.append(typed.mid(done));
}

void QueryReader::addFormal(Query& query) {
    if (m_everyday.isEmpty())
        return;
    const auto addWords = [&](const QString& words, bool subject) {
        std::vector<Term> terms;
        m_analyzer.terms(folded(words), terms);
        for (const Term& term : terms) {
            const bool known = std::any_of(query.terms.begin(), query.terms.end(),
                                           [&](const QueryTerm& t) { return t.key == term.key; });
            if (known || !m_index.find(term.key))
                continue;
            add(query, term.key, formalFactor);
            query.terms.back().formal = true;
            query.terms.back().subject = query.terms.back().subject && subject;
        }
    };
    addWords(m_everyday.formal(query.heard), true);
    addWords(m_everyday.quality(query.heard), false);
}

void QueryReader::addHeard(Query& query) {
    // Characters and words of the likeliest reading, but nothing that was typed already.
    std::vector<Term> typed;
    m_analyzer.terms(query.typed, typed);
    std::vector<Term> heard;
    m_analyzer.terms(query.heard, heard);
    for (const Term& term : heard) {
        const bool known = std::any_of(typed.begin(), typed.end(),
                                       [&](const Term& t) { return t.key == term.key; });
        if (!known && channelOf(term.key) != Channel::Pair && m_index.find(term.key))
            add(query, term.key, static_cast<float>(m_parameters.sound));
    }
}

} // namespace tongban::knowledgebase
