// SearchIndex: opening, scoring all units, pooling them to documents, the best few.
#include "knowledgebase/search_index.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/ngram_encoder.h"
#include "knowledgebase/vectors.h"
#include "services/core/json_reader.h"

#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr std::uint32_t aliasUnit = 0x80000000U;
constexpr qsizetype typedShort = 6;

bool isOneLatinRun(QStringView text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isLatinOrDigit(c.unicode()); });
}

} // namespace

// Scratch of one search; kept by the thread so that a search allocates nothing large.
struct SearchIndex::Sums {
    std::vector<float> units;
    std::vector<float> cosines;
    std::vector<float> text;
    std::vector<float> alias;
    std::vector<float> meaning;
    std::vector<float> likeness;
    std::vector<float> total;
    float best = 0;
};

Result<std::shared_ptr<const SearchIndex>> SearchIndex::open(const QString& path) {
    TRY_ASSIGN(IndexFile file, IndexFile::map(path));
    return fromFile(std::move(file));
}

Result<std::shared_ptr<const SearchIndex>> SearchIndex::fromBytes(QByteArray bytes) {
    TRY_ASSIGN(IndexFile file, IndexFile::fromBytes(std::move(bytes)));
    return fromFile(std::move(file));
}

Result<std::shared_ptr<const SearchIndex>> SearchIndex::fromFile(IndexFile file) {
    auto index = std::make_shared<SearchIndex>();
    index->m_file = std::move(file);
    TRY(index->readSettings());
    TRY(index->readTexts());
    TRY_ASSIGN(index->m_units, index->m_file.values<std::uint32_t>(Section::Units));
    for (const std::uint32_t unit : index->m_units) {
        if ((unit & ~aliasUnit) >= index->m_documents)
            return IndexFile::wrong(Section::Units);
    }
    TRY_ASSIGN(index->m_lexical, LexicalIndex::read(index->m_file, index->unitCount()));
    TRY_ASSIGN(index->m_suggest, SuggestIndex::read(index->m_file, index->m_documents));
    TRY(index->readVectors());
    return std::shared_ptr<const SearchIndex>(std::move(index));
}

Result<void> SearchIndex::readSettings() {
    TRY_ASSIGN(const QJsonObject settings,
               parseJsonObject(m_file.bytes(Section::Settings).toByteArray()));
    JsonReader reader(settings);
    if (reader.requiredNumber(QStringLiteral("analyzer")) != analyzerVersion)
        reader.refuse(QStringLiteral("analyzer"), QStringLiteral("made by another analyzer"));
    const QJsonObject lexical = reader.object(QStringLiteral("lexical"));
    const QJsonObject fusion = reader.object(QStringLiteral("fusion"));
    const QJsonObject everyday = reader.object(QStringLiteral("everyday"));
    TRY(reader.check());
    TRY_ASSIGN(m_lexicalParameters, lexicalFromJson(lexical));
    TRY_ASSIGN(m_fusion, fusionFromJson(fusion));
    TRY_ASSIGN(m_everyday, Everyday::fromJson(everyday));
    return {};
}

Result<void> SearchIndex::readTexts() {
    TRY_ASSIGN(m_textEnds, m_file.values<std::uint32_t>(Section::TextEnds));
    TRY_ASSIGN(m_kinds, m_file.values<std::uint8_t>(Section::DocumentKinds));
    m_texts = m_file.bytes(Section::Texts);
    m_documents = static_cast<std::uint32_t>(m_kinds.size());
    if (m_textEnds.size() != m_kinds.size() * 2 ||
        !std::is_sorted(m_textEnds.begin(), m_textEnds.end()) ||
        (!m_textEnds.empty() && m_textEnds.back() > static_cast<size_t>(m_texts.size())))
        return IndexFile::wrong(Section::TextEnds);
    return {};
}

Result<void> SearchIndex::readVectors() {
    if (!m_file.has(Section::Vectors) || !m_file.has(Section::Encoder))
        return {}; // words alone
    TRY_ASSIGN(auto encoder, NgramEncoder::fromBytes(m_file.bytes(Section::Encoder)));
    TRY_ASSIGN(m_vectors, m_file.values<std::int8_t>(Section::Vectors));
    if (m_vectors.size() != m_units.size() * static_cast<size_t>(encoder->dimensions()))
        return IndexFile::wrong(Section::Vectors);
    m_encoder = std::move(encoder);
    return {};
}

QString SearchIndex::textAt(size_t number) const {
    const std::uint32_t start = number == 0 ? 0 : m_textEnds[number - 1];
    return QString::fromUtf8(m_texts.sliced(start, m_textEnds[number] - start));
}

QString SearchIndex::id(std::uint32_t document) const {
    return textAt(size_t{document} * 2);
}

QString SearchIndex::title(std::uint32_t document) const {
    return textAt(size_t{document} * 2 + 1);
}

std::optional<std::uint32_t> SearchIndex::find(const QString& wanted) const {
    for (std::uint32_t i = 0; i < m_documents; ++i) {
        if (id(i) == wanted)
            return i;
    }
    return std::nullopt;
}

Query SearchIndex::read(QStringView text) const {
    return QueryReader(m_lexical, m_lexicalParameters, m_everyday).read(text);
}

void SearchIndex::scoreUnits(const Query& query, Sums& sums) const {
    sums.units.assign(m_units.size(), 0);
    for (const QueryTerm& term : query.terms) {
        for (const std::uint32_t number : term.terms)
            m_lexical.add(number, term.weight, sums.units);
    }
}

void SearchIndex::scoreDocuments(const Query& query, const SearchOptions& options,
                                 Sums& sums) const {
    sums.text.assign(m_documents, 0);
    sums.alias.assign(m_documents, 0);
    for (size_t i = 0; i < m_units.size(); ++i) {
        const std::uint32_t document = m_units[i] & ~aliasUnit;
        float& place = (m_units[i] & aliasUnit) != 0 ? sums.alias[document] : sums.text[document];
        place = std::max(place, sums.units[i]);
    }
    sums.best = 0;
    for (std::uint32_t i = 0; i < m_documents; ++i)
        sums.best = std::max({sums.best, sums.text[i], sums.alias[i]});
    sums.meaning.assign(m_documents, 0);
    sums.likeness.assign(m_documents, 0);
    if (options.vectors && m_encoder != nullptr) {
        Analyzer analyzer;
        std::vector<Term> terms;
        analyzer.terms(query.heard, terms);
        std::vector<float> vector(static_cast<size_t>(m_encoder->dimensions()));
        m_encoder->encode(query.heard, terms, vector);
        std::vector<std::int8_t> row;
        appendQuantized(vector, row);
        sums.cosines.resize(m_units.size());
        cosines(m_vectors, row, sums.cosines);
        for (size_t i = 0; i < m_units.size(); ++i) {
            const std::uint32_t document = m_units[i] & ~aliasUnit;
            float& place =
                (m_units[i] & aliasUnit) != 0 ? sums.likeness[document] : sums.meaning[document];
            place = std::max(place, sums.cosines[i]);
        }
    }
    const FusionParameters& fusion = options.fusion ? *options.fusion : m_fusion;
    const float scale = sums.best > 0 ? 1 / sums.best : 0;
    const auto text = scale * static_cast<float>(fusion.text);
    const auto alias = scale * static_cast<float>(fusion.alias);
    const auto meaning = static_cast<float>(fusion.meaning);
    const auto likeness = static_cast<float>(fusion.likeness);
    sums.total.resize(m_documents);
    for (std::uint32_t i = 0; i < m_documents; ++i)
        sums.total[i] = text * sums.text[i] + alias * sums.alias[i] + meaning * sums.meaning[i] +
                        likeness * sums.likeness[i];
}

void SearchIndex::favourSuggested(QStringView text, Sums& sums) const {
    const QString typed = folded(text).trimmed();
    if (typed.isEmpty() || !(isOneLatinRun(typed) || typed.size() <= typedShort))
        return;
    float bonus = 0.5F;
    for (const Suggested& suggested : m_suggest.suggest(typed, 10)) {
        if (suggested.kind != MatchKind::Slip)
            sums.total[suggested.document] += bonus;
        else
            sums.total[suggested.document] += bonus / 4;
        bonus -= 0.04F;
    }
}

std::vector<Hit> SearchIndex::search(QStringView text, const SearchOptions& options) const {
    thread_local Sums sums;
    const Query query = read(text);
    scoreUnits(query, sums);
    scoreDocuments(query, options, sums);
    favourSuggested(text, sums);
    std::vector<std::pair<float, std::uint32_t>> best; // lowest first: a heap by “greater”
    const auto limit = static_cast<size_t>(std::max(1, options.limit));
    const auto better = [](const auto& a, const auto& b) {
        return a.first > b.first || (a.first == b.first && a.second < b.second);
    };
    for (std::uint32_t i = 0; i < m_documents; ++i) {
        const std::pair<float, std::uint32_t> now{sums.total[i], i};
        if (now.first <= 0 || (best.size() == limit && !better(now, best.front())))
            continue;
        if (options.admit && !options.admit(i))
            continue;
        if (best.size() == limit) {
            std::pop_heap(best.begin(), best.end(), better);
            best.pop_back();
        }
        best.push_back(now);
        std::push_heap(best.begin(), best.end(), better);
    }
    std::sort(best.begin(), best.end(), better);
    std::vector<Hit> hits;
    hits.reserve(best.size());
    for (const auto& [score, document] : best)
        hits.push_back(hit(document, query, sums));
    return hits;
}

Hit SearchIndex::hit(std::uint32_t document, const Query& query, const Sums& sums) const {
    Hit hit;
    hit.document = document;
    hit.id = id(document);
    hit.title = title(document);
    hit.titleMatches = matchedSpans(hit.title, query);
    hit.score = sums.total[document];
    const float scale = sums.best > 0 ? 1 / sums.best : 0;
    hit.text = scale * sums.text[document];
    hit.alias = scale * sums.alias[document];
    hit.meaning = sums.meaning[document];
    hit.likeness = sums.likeness[document];
    const float whole = query.known + query.unknown;
    hit.covered = whole > 0 ? std::max(sums.text[document], sums.alias[document]) / whole : 0;
    hit.item = isItem(document);
    return hit;
}

std::vector<Suggestion>
SearchIndex::suggest(QStringView typed, int limit,
                     const std::function<bool(std::uint32_t document)>& admit) const {
    std::vector<Suggestion> result;
    const Query query = read(typed);
    for (const Suggested& suggested : m_suggest.suggest(typed, admit ? limit * 3 : limit)) {
        if (admit && !admit(suggested.document))
            continue;
        Suggestion row;
        row.document = suggested.document;
        row.id = id(suggested.document);
        row.title = title(suggested.document);
        row.titleMatches = matchedSpans(row.title, query);
        row.kind = suggested.kind;
        row.item = isItem(suggested.document);
        result.push_back(std::move(row));
        if (result.size() == static_cast<size_t>(limit))
            break;
    }
    return result;
}

double SearchIndex::subjectCovered(const Query& query, std::uint32_t document) const {
    std::vector<std::uint32_t> units;
    for (std::uint32_t i = 0; i < m_units.size(); ++i) {
        if ((m_units[i] & ~aliasUnit) == document)
            units.push_back(i);
    }
    double whole = query.missing;
    double named = 0;
    double formal = 0;
    for (const QueryTerm& term : query.terms) {
        if (!term.subject)
            continue;
        const bool here =
            std::any_of(term.terms.begin(), term.terms.end(),
                        [&](std::uint32_t number) { return m_lexical.containsAny(number, units); });
        if (!term.formal)
            whole += term.weight;
        if (here)
            (term.formal ? formal : named) += term.weight;
    }
    // A formal word stands for what was typed, so both together are at most the whole.
    return whole > 0 ? std::min(1.0, (named + formal) / whole) : 0;
}

} // namespace tongban::knowledgebase
