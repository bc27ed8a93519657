// Pinyin: reads the dictionary, keeps the phrases that matter, reads texts.
#include "knowledgebase/pinyin.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/pinyin_overrides.h"

#include <QFile>
#include <algorithm>
#include <cmath>

namespace tongban::knowledgebase {

namespace {

constexpr qint64 dictionaryLimit = 64 * 1024 * 1024;

struct RawLine {
    QString phrase;
    QList<QByteArray> syllables;
    double weight = 0;
};

std::optional<RawLine> parse(const QByteArray& line) {
    const QList<QByteArray> columns = line.split('\t');
    if (columns.size() < 2 || line.startsWith('#'))
        return std::nullopt;
    RawLine raw{QString::fromUtf8(columns[0]), columns[1].split(' '),
                columns.size() > 2 ? columns[2].toDouble() : 0};
    if (raw.phrase.toUcs4().size() != raw.syllables.size())
        return std::nullopt;
    return raw;
}

} // namespace

Result<Pinyin> Pinyin::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path + QStringLiteral(": ") + file.errorString());
    if (file.size() > dictionaryLimit)
        return fail(FaultKind::Invalid, path + QStringLiteral(": larger than 64 MiB"));
    std::vector<RawLine> lines;
    bool body = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (!body)
            body = line == "...";
        else if (auto raw = parse(line))
            lines.push_back(std::move(*raw));
    }
    if (lines.empty())
        return fail(FaultKind::Invalid, path + QStringLiteral(": no dictionary lines"));
    Pinyin pinyin;
    QHash<QByteArray, double> frequencies;
    for (const RawLine& line : lines) {
        if (line.syllables.size() == 1)
            frequencies[line.syllables.first()] += line.weight + 1;
    }
    pinyin.nameSyllables(frequencies);
    for (const RawLine& line : lines) {
        if (line.syllables.size() == 1)
            pinyin.m_characters[line.phrase.toUcs4().first()].push_back(
                {pinyin.find(line.syllables.first()), line.weight});
    }
    for (auto& [character, readings] : pinyin.m_characters)
        std::stable_sort(readings.begin(), readings.end(),
                         [](const Reading& a, const Reading& b) { return a.weight > b.weight; });
    for (const RawLine& line : lines) {
        if (line.syllables.size() > 1)
            pinyin.addPhrase(line.phrase, line.syllables, line.weight);
    }
    for (const PinyinOverride& ours : pinyinOverrides)
        pinyin.addPhrase(QString::fromUtf8(ours.phrase), QByteArray(ours.syllables).split(' '),
                         1e9);
    return pinyin;
}

const Pinyin& Pinyin::system() {
    static const Pinyin loaded = [] {
        const QByteArray named = qgetenv("TONGBAN_PINYIN_DICT");
        auto read = Pinyin::read(named.isEmpty()
                                     ? QStringLiteral("/usr/share/rime-data/pinyin_simp.dict.yaml")
                                     : QString::fromLocal8Bit(named));
        return read ? std::move(*read) : Pinyin();
    }();
    return loaded;
}

void Pinyin::nameSyllables(const QHash<QByteArray, double>& frequencies) {
    QList<QByteArray> names = frequencies.keys();
    std::sort(names.begin(), names.end());
    double total = 0;
    for (const double weight : frequencies)
        total += weight;
    QHash<QByteArray, Syllable> classes;
    for (const QByteArray& name : names) {
        m_numbers.insert(name, static_cast<Syllable>(m_names.size()));
        m_names.append(name);
        m_cost.push_back(-std::log(frequencies[name] / total));
        const QByteArray spelling = fuzzySpelling(name);
        auto found = classes.find(spelling);
        if (found == classes.end()) {
            found = classes.insert(spelling, static_cast<Syllable>(m_fuzzyNames.size()));
            m_fuzzyNames.append(spelling);
        }
        m_fuzzy.push_back(*found);
    }
    // What is no syllable but a confused one (“ton”, “zon”) is read as the one it stands for.
    for (qsizetype n = 1; n < m_names.size(); ++n) {
        const auto number = static_cast<Syllable>(n);
        const QByteArray& spelling = fuzzyName(number);
        if (m_numbers.contains(spelling))
            continue;
        m_numbers.insert(spelling, number);
    }
}

void Pinyin::addPhrase(const QString& phrase, const QList<QByteArray>& syllables, double weight) {
    std::vector<Syllable> numbers;
    bool usual = true;
    const QList<uint> characters = phrase.toUcs4();
    if (characters.size() != syllables.size() || characters.size() != phrase.size())
        return; // phrases with rare characters are read character by character
    for (qsizetype i = 0; i < syllables.size(); ++i) {
        const Syllable number = find(syllables[i]);
        const auto found = m_characters.find(characters[i]);
        if (number == 0 || found == m_characters.end())
            return;
        usual = usual && found->second.front().syllable == number;
        numbers.push_back(number);
    }
    // A usual phrase is kept as well when it shields its characters from a shorter unusual one.
    if (usual && weight < 200)
        return;
    m_longestPhrase = std::max(m_longestPhrase, phrase.size());
    m_phrases.insert(phrase, numbers);
}

std::vector<Syllable> Pinyin::readings(QStringView text) const {
    std::vector<Syllable> result(static_cast<size_t>(text.size()), 0);
    for (qsizetype i = 0; i < text.size();) {
        if (!isHan(text[i].unicode())) {
            ++i;
            continue;
        }
        qsizetype taken = 0;
        for (qsizetype length = std::min(m_longestPhrase, text.size() - i); length >= 2; --length) {
            const auto found = m_phrases.find(QString::fromRawData(text.data() + i, length));
            if (found == m_phrases.end())
                continue;
            std::copy(found->begin(), found->end(), result.begin() + i);
            taken = length;
            break;
        }
        if (taken == 0) {
            const auto found = m_characters.find(text[i].unicode());
            if (found != m_characters.end())
                result[static_cast<size_t>(i)] = found->second.front().syllable;
            taken = 1;
        }
        i += taken;
    }
    return result;
}

std::vector<Syllable> Pinyin::alternatives(char32_t character) const {
    std::vector<Syllable> result;
    const auto found = m_characters.find(character);
    if (found == m_characters.end())
        return result;
    const double floor = found->second.front().weight * 0.02;
    for (const Reading& reading : found->second) {
        if (result.size() < 3 && reading.weight >= floor)
            result.push_back(reading.syllable);
    }
    return result;
}

double Pinyin::frequency(char32_t character) const {
    const auto found = m_characters.find(character);
    return found == m_characters.end() ? 0 : found->second.front().weight;
}

Syllable Pinyin::find(QByteArrayView name) const {
    return m_numbers.value(QByteArray::fromRawData(name.data(), name.size()), 0);
}

std::optional<Syllables> Pinyin::cut(QByteArrayView letters) const {
    constexpr qsizetype longest = 6;
    constexpr double perSyllable = 2; // few long syllables rather than many short ones
    const auto size = static_cast<size_t>(letters.size());
    if (isEmpty() || size == 0 || size > 400)
        return std::nullopt;
    std::vector<double> cost(size + 1, 1e18);
    std::vector<qsizetype> from(size + 1, -1);
    cost[0] = 0;
    for (size_t end = 1; end <= size; ++end) {
        for (size_t length = 1; length <= std::min<size_t>(longest, end); ++length) {
            const size_t start = end - length;
            const Syllable number =
                find(letters.sliced(static_cast<qsizetype>(start), static_cast<qsizetype>(length)));
            if (number == 0 || cost[start] > 1e17)
                continue;
            const double sum = cost[start] + m_cost[number] + perSyllable;
            if (sum < cost[end]) {
                cost[end] = sum;
                from[end] = static_cast<qsizetype>(start);
            }
        }
    }
    // The last letters may be the beginning of a syllable still being typed.
    size_t whole = size;
    while (whole > 0 && cost[whole] > 1e17)
        --whole;
    Syllables result;
    result.rest = letters.sliced(static_cast<qsizetype>(whole)).toByteArray();
    if (!result.rest.isEmpty()) {
        const auto begins = std::any_of(m_names.begin() + 1, m_names.end(), [&](const auto& name) {
            return name.startsWith(result.rest);
        });
        if (!begins)
            return std::nullopt;
    }
    for (size_t end = whole; end > 0; end = static_cast<size_t>(from[end]))
        result.whole.push_back(
            find(letters.sliced(from[end], static_cast<qsizetype>(end) - from[end])));
    std::reverse(result.whole.begin(), result.whole.end());
    return result;
}

QByteArray fuzzyBeginning(QByteArray beginning) {
    if (beginning.startsWith("zh") || beginning.startsWith("ch") || beginning.startsWith("sh"))
        beginning.remove(1, 1);
    if (beginning.startsWith('n') || beginning.startsWith('r'))
        beginning[0] = 'l';
    if (beginning == "hu")
        beginning = "f";
    return beginning;
}

QByteArray fuzzySpelling(QByteArray syllable) {
    if (syllable.startsWith("zh") || syllable.startsWith("ch") || syllable.startsWith("sh"))
        syllable.remove(1, 1);
    if (syllable.size() > 1 && (syllable.startsWith('n') || syllable.startsWith('r')))
        syllable[0] = 'l';
    if (syllable == "hui")
        syllable = "fei";
    else if (syllable == "hun")
        syllable = "fen";
    else if (syllable == "hu")
        syllable = "fu";
    else if (syllable.startsWith("hu"))
        syllable.replace(0, 2, "f");
    if (syllable.endsWith("ng") && syllable.size() > 2)
        syllable.chop(1);
    return syllable;
}

} // namespace tongban::knowledgebase
