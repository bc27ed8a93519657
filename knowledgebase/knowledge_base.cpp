// KnowledgeBase: cards from hits.
#include "knowledgebase/knowledge_base.h"

#include "knowledgebase/best_window.h"

#include <QSet>
#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr double outsideLead = 1.0; // how much of the best entry's words the outside must reach

} // namespace

std::vector<Document> documentsOf(const QList<Entry>& entries) {
    std::vector<Document> documents;
    for (const Entry& entry : entries) {
        Document document;
        document.id = entry.id;
        document.title = entry.title;
        document.text = plainText(entry);
        if (!entry.keywords.isEmpty())
            document.text += entry.keywords.join(u' ') + u'\n';
        // A question often takes one word from a phrasing and another from the text: phrasings are
        // part of the text as well as units of their own.
        if (entry.type == EntryType::Outside)
            document.listed = false;
        else if (!entry.aliases.isEmpty())
            document.text += entry.aliases.join(u' ') + u'\n';
        document.aliases = entry.aliases;
        document.item = entry.type == EntryType::Item;
        documents.push_back(std::move(document));
    }
    return documents;
}

Result<QByteArray> indexOf(const QList<Entry>& entries, const Model* model,
                           const Everyday& everyday) {
    IndexOptions options;
    const std::vector<Document> documents = documentsOf(entries);
    options.everyday = everyday;
    if (model != nullptr) {
        options.lexical = model->lexical;
        options.bare = model->bare;
        options.aliased = model->aliased;
        options.encoder = model->encoder.get();
    } else {
        options.lexical = suitedTo(documents);
        // Without vectors the phrasings people used are all there is beside the text.
        options.aliased = {1, 1, 0, 0};
    }
    return buildIndex(documents, options);
}

Result<std::shared_ptr<const KnowledgeBase>>
KnowledgeBase::fromEntries(QList<Entry> entries, const Model* model, const Everyday& everyday) {
    TRY_ASSIGN(QByteArray bytes, indexOf(entries, model, everyday));
    TRY_ASSIGN(auto index, SearchIndex::fromBytes(std::move(bytes)));
    return fromParts(std::move(entries), std::move(index));
}

Result<std::shared_ptr<const KnowledgeBase>>
KnowledgeBase::fromParts(QList<Entry> entries, std::shared_ptr<const SearchIndex> index) {
    if (index->documentCount() != static_cast<std::uint32_t>(entries.size()))
        return fail(FaultKind::Invalid, QStringLiteral("the index is not of these entries"));
    auto base = std::make_shared<KnowledgeBase>();
    for (std::uint32_t i = 0; i < index->documentCount(); ++i) {
        auto entry = std::make_shared<const Entry>(std::move(entries[i]));
        if (index->id(i) != entry->id)
            return fail(FaultKind::Invalid, QStringLiteral("the index is not of these entries"));
        base->m_byId.insert(entry->id, entry);
        base->m_entries.append(std::move(entry));
    }
    base->m_index = std::move(index);
    return std::shared_ptr<const KnowledgeBase>(std::move(base));
}

std::shared_ptr<const Entry> KnowledgeBase::entry(const QString& id) const {
    return m_byId.value(id);
}

bool KnowledgeBase::admits(std::uint32_t document, const AskOptions& options) const {
    const Entry& entry = *m_entries[document];
    if (entry.type == EntryType::Outside)
        return false;
    const bool here =
        options.region.isEmpty() || entry.region.isEmpty() || options.region == entry.region;
    if (!here)
        return false;
    if (options.past)
        return entry.status == EntryStatus::Published;
    return isInForce(entry, options.day);
}

Card KnowledgeBase::card(const Hit& hit, const Query& query, const AskOptions& options) const {
    Card card;
    card.entry = m_entries[hit.document];
    card.score = hit.score;
    card.titleMatches = hit.titleMatches;
    const Window window = bestWindow(*card.entry, query);
    card.passage = window.text;
    card.passageMatches = matchedSpans(card.passage, query);
    card.anchor = window.anchor;
    card.heading = window.heading;
    card.source = sourceLine(*card.entry);
    card.noLongerInForce = !isInForce(*card.entry, options.day);
    if (card.noLongerInForce)
        card.successor = entry(card.entry->supersededBy);
    return card;
}

std::vector<Card> KnowledgeBase::search(QStringView text, const AskOptions& options) const {
    return answer(text, options).cards;
}

Answer KnowledgeBase::answer(QStringView text, const AskOptions& options) const {
    SearchOptions search;
    search.limit = options.limit * 3; // some collapse into one card
    search.admit = [&](std::uint32_t document) { return admits(document, options); };
    const std::vector<Hit> hits = m_index->search(text, search);
    const Query query = m_index->read(text);
    Answer answer;
    if (query.heard != query.typed)
        answer.heard = query.heard;
    QSet<QString> items;
    for (const Hit& hit : hits) {
        if (static_cast<int>(answer.cards.size()) >= options.limit)
            break;
        const Entry& entry = *m_entries[hit.document];
        const QString item = entry.type == EntryType::Item ? entry.id : QString();
        if (!item.isEmpty() && items.contains(item))
            continue;
        items.insert(item);
        answer.cards.push_back(card(hit, query, options));
    }
    answer.evidence = evidenceOf(*m_index, hits, query);
    answer.confidence = confidenceOf(answer.evidence);
    if (answer.cards.empty() || isOutside(text, hits.front()))
        return answer;
    answer.cards.front().confidence = answer.confidence;
    if (answer.confidence >= answerFrom && answer.evidence.margin >= answerMargin)
        answer.kind = AnswerKind::Answer;
    else if (answer.confidence >= choicesFrom)
        answer.kind = AnswerKind::Choices;
    return answer;
}

bool KnowledgeBase::isOutside(QStringView text, const Hit& best) const {
    const auto outside = std::find_if(m_entries.begin(), m_entries.end(), [](const auto& entry) {
        return entry->type == EntryType::Outside;
    });
    if (outside == m_entries.end())
        return false;
    SearchOptions search;
    search.limit = 1;
    search.admit = [number = outside - m_entries.begin()](std::uint32_t document) {
        return document == static_cast<std::uint32_t>(number);
    };
    const std::vector<Hit> hits = m_index->search(text, search);
    return !hits.empty() && hits.front().alias + hits.front().likeness >
                                outsideLead * std::max(best.text, best.alias) +
                                    std::max(best.meaning, best.likeness);
}

std::vector<Suggestion> KnowledgeBase::suggest(QStringView typed, const AskOptions& options) const {
    return m_index->suggest(typed, options.limit,
                            [&](std::uint32_t document) { return admits(document, options); });
}

} // namespace tongban::knowledgebase
