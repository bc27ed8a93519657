// Search: the ranking belongs to the knowledge base, the facts of an item to the catalogue.
#include "ui/kiosk/search_model.h"

#include "ui/kiosk/wording.h"

#include "services/catalog/service_item.h"

namespace tongban::kiosk {

using knowledgebase::AnswerKind;
using knowledgebase::EntryType;

SearchModel::SearchModel(const catalog::Catalog& catalog, TypingModel& typing, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_typing(typing) {
    connect(&typing, &TypingModel::edited, this, [this] {
        if (m_typingNow)
            search(m_typing.valueSoFar());
    });
    connect(&typing, &TypingModel::hideWanted, this, [this] {
        if (m_typingNow)
            confirm();
    });
}

void SearchModel::setKnowledge(std::shared_ptr<const knowledgebase::KnowledgeBase> base,
                               std::function<QDate()> today) {
    m_base = std::move(base);
    m_today = std::move(today);
    if (!m_query.isEmpty())
        search(m_query);
}

void SearchModel::setTypingNow(bool on) {
    if (on == m_typingNow)
        return;
    m_typingNow = on;
    if (on)
        m_typing.setValue(m_query);
    Q_EMIT changed();
}

void SearchModel::search(const QString& text) {
    m_query = text;
    m_rows.clear();
    m_matched.clear();
    m_opened.clear();
    m_sure = false;
    if (!text.trimmed().isEmpty()) {
        if (m_base == nullptr)
            searchCatalogue(text);
        else if (m_typingNow)
            suggest(text);
        else
            ask(text);
    }
    Q_EMIT changed();
}

void SearchModel::confirm() {
    m_typingNow = false;
    search(m_typing.valueSoFar());
}

void SearchModel::searchCatalogue(const QString& text) {
    for (const catalog::CatalogHit& hit : m_catalog.find(text, shown)) {
        if (m_rows.isEmpty()) {
            m_sure = hit.score >= sureEnough;
            m_matched = hit.matched;
        }
        if (!has(hit.entry.id) && m_rows.size() < shown)
            m_rows.append({hit.entry.id, nullptr, {}});
    }
}

void SearchModel::suggest(const QString& text) {
    const knowledgebase::AskOptions options{m_today(), {}, shown, false};
    for (const knowledgebase::Suggestion& suggestion : m_base->suggest(text, options)) {
        const auto entry = m_base->entry(suggestion.id);
        const bool item = entry->type == EntryType::Item;
        if (!item || m_catalog.entry(entry->id) != nullptr)
            m_rows.append({entry->id, item ? nullptr : entry, {}});
    }
    for (const knowledgebase::Card& card : m_base->search(text, options))
        add(card);
}

void SearchModel::ask(const QString& text) {
    if (!m_asked.isEmpty())
        concluded(Outcome::Rephrased);
    const knowledgebase::Answer answer = m_base->answer(text, {m_today(), {}, shown, false});
    if (answer.kind == AnswerKind::Unknown) {
        // Guides of the district's catalogue are not in the knowledge base; a name is still found.
        searchCatalogue(text);
        if (!m_sure)
            m_rows.clear();
    } else {
        m_sure = answer.kind == AnswerKind::Answer;
        for (const knowledgebase::Card& card : answer.cards)
            add(card);
        m_rows = m_rows.mid(0, m_sure ? shown : 3);
        for (const auto& span : answer.cards.front().titleMatches)
            m_matched += answer.cards.front().entry->title.mid(span.start, span.length);
        for (const auto& span : answer.cards.front().passageMatches)
            m_matched += answer.cards.front().passage.mid(span.start, span.length);
    }
    if (!m_sure)
        m_asked = text;
}

void SearchModel::add(const knowledgebase::Card& card) {
    const bool item = card.entry->type == EntryType::Item;
    if (has(card.entry->id) || m_rows.size() >= shown ||
        (item && m_catalog.entry(card.entry->id) == nullptr))
        return;
    m_rows.append({card.entry->id, item ? nullptr : card.entry, card.passage});
}

bool SearchModel::has(const QString& id) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.id == id; });
}

bool SearchModel::open(const QString& id) {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.id == id; });
    if (found == m_rows.end() || found->article == nullptr) {
        concluded(Outcome::Done);
        return false;
    }
    m_asked.clear();
    m_opened = id;
    m_rows.move(found - m_rows.begin(), 0);
    m_sure = true;
    m_typingNow = false;
    Q_EMIT changed();
    return true;
}

void SearchModel::concluded(Outcome outcome) {
    if (m_asked.isEmpty())
        return;
    if (outcome != Outcome::Done)
        Q_EMIT unanswered(m_asked, outcome);
    m_asked.fill(u'\0');
    m_asked.clear();
}

void SearchModel::clear() {
    concluded(Outcome::Left);
    m_query.fill(u'\0');
    m_query.clear();
    m_matched.fill(u'\0');
    m_matched.clear();
    m_rows.clear();
    m_opened.clear();
    m_typingNow = false;
    Q_EMIT changed();
}

QVariantList SearchModel::queryParts() const {
    // The letters that occur in what was matched are underlined.
    QVariantList parts;
    for (const QChar c : m_query) {
        const bool hit = m_matched.contains(c);
        if (!parts.isEmpty() &&
            parts.last().toMap().value(QStringLiteral("matched")).toBool() == hit) {
            QVariantMap last = parts.last().toMap();
            last[QStringLiteral("text")] = last.value(QStringLiteral("text")).toString() + c;
            parts.last() = last;
        } else {
            parts.append(QVariantMap{{QStringLiteral("text"), QString(c)},
                                     {QStringLiteral("matched"), hit}});
        }
    }
    return parts;
}

bool SearchModel::lead() const {
    return m_sure && !m_rows.isEmpty();
}

void SearchModel::setLack(std::function<QString(const catalog::ServiceItem&)> lack) {
    m_lack = std::move(lack);
    Q_EMIT changed();
}

QString SearchModel::lackOf(const catalog::CatalogEntry& entry) const {
    const catalog::ItemPackage* package = m_lack ? m_catalog.package(entry.id) : nullptr;
    return package == nullptr ? QString() : m_lack(package->item());
}

QVariantMap SearchModel::row(const catalog::CatalogEntry& entry) const {
    const QString lack = lackOf(entry);
    const QString hint = entry.summary.isEmpty() ? entry.department : entry.summary;
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("title"), entry.name},
            {QStringLiteral("hint"), lack.isEmpty() ? hint : lack},
            {QStringLiteral("lack"), lack},
            {QStringLiteral("aside"), catalog::limitText(entry.promised)},
            {QStringLiteral("icon"),
             lack.isEmpty() ? QStringLiteral("file-text") : QStringLiteral("alert")}};
}

QVariantMap SearchModel::row(const Row& row) const {
    if (row.article == nullptr)
        return this->row(*m_catalog.entry(row.id));
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("title"), row.article->title},
            {QStringLiteral("hint"), row.article->department},
            {QStringLiteral("aside"), tr("Answer")},
            {QStringLiteral("icon"), QStringLiteral("message")}};
}

// Who answers nothing special pays what the guide says for nobody in particular.
QString SearchModel::feeText(const catalog::CatalogEntry& entry) const {
    if (entry.free)
        return tr("free");
    const catalog::ItemPackage* package = m_catalog.package(entry.id);
    const auto usual = package != nullptr ? package->guide.assess({}, {}, QDate::currentDate())
                                          : Result<catalog::Assessment>(catalog::Assessment());
    const bool usuallyFree =
        package != nullptr && usual && (usual->totalFee().isEmpty() || usual->totalFee() == u"0");
    return usuallyFree ? tr("free, but for some cases") : tr("with a fee");
}

QVariant SearchModel::best() const {
    if (!lead() || m_rows.first().article != nullptr)
        return nothing();
    const catalog::CatalogEntry& entry = *m_catalog.entry(m_rows.first().id);
    QVariantMap card = row(entry);
    card[QStringLiteral("tag")] = entry.department;
    card[QStringLiteral("summary")] = entry.summary;
    QVariantList facts;
    if (!entry.promised.isEmpty())
        facts.append(QVariantMap{{QStringLiteral("icon"), QStringLiteral("clock")},
                                 {QStringLiteral("text"), catalog::limitText(entry.promised)}});
    facts.append(QVariantMap{{QStringLiteral("icon"), QStringLiteral("wallet")},
                             {QStringLiteral("text"), feeText(entry)}});
    card[QStringLiteral("facts")] = facts;
    return card;
}

QVariant SearchModel::answer() const {
    if (!lead() || m_rows.first().article == nullptr)
        return nothing();
    const knowledgebase::Entry& entry = *m_rows.first().article;
    const catalog::CatalogEntry* item = m_catalog.entry(entry.itemRef);
    const QString whole = knowledgebase::plainText(entry).trimmed();
    const QString passage = m_rows.first().passage.trimmed();
    return QVariantMap{
        {QStringLiteral("id"), entry.id},
        {QStringLiteral("title"), entry.title},
        {QStringLiteral("tag"), entry.department},
        {QStringLiteral("text"), m_opened == entry.id || passage.isEmpty() ? whole : passage},
        {QStringLiteral("more"),
         m_opened != entry.id && !passage.isEmpty() && passage.size() + 4 < whole.size()},
        {QStringLiteral("source"), knowledgebase::sourceLine(entry)},
        {QStringLiteral("item"), item == nullptr ? QString() : item->id},
        {QStringLiteral("itemTitle"), item == nullptr ? QString() : item->name}};
}

QVariantList SearchModel::others() const {
    QVariantList list;
    for (qsizetype i = lead() && !m_typingNow ? 1 : 0; i < m_rows.size(); ++i)
        list.append(row(m_rows.at(i)));
    return list;
}

QVariantList SearchModel::nearest() const {
    return m_query.isEmpty() || !m_rows.isEmpty() ? QVariantList() : frequent().mid(0, 3);
}

QVariantList SearchModel::frequent() const {
    QVariantList list;
    for (const catalog::CatalogEntry& entry : m_catalog.entries()) {
        if (entry.kind == catalog::ItemKind::Guide || list.size() == 6)
            continue;
        QVariantMap tile = row(entry);
        const catalog::ItemPackage* package = m_catalog.package(entry.id);
        if (tile.value(QStringLiteral("lack")).toString().isEmpty())
            tile[QStringLiteral("hint")] =
                package != nullptr && package->item().minutes > 0
                    ? tr("about %n minute(s)", "", package->item().minutes)
                    : catalog::limitText(entry.promised);
        list.append(tile);
    }
    return list;
}

} // namespace tongban::kiosk
