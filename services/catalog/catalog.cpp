// Installed items and the simple search over them; the knowledge base ranks better and takes over
// when it is there.
#include "services/catalog/catalog.h"

#include "services/catalog/item_shelf.h"

#include <QRegularExpression>
#include <algorithm>

namespace tongban::catalog {

// One searchable wording of an entry.
struct Wording {
    QString text; // without blanks and marks, small letters
    QString pinyin;
    QString initials;
    bool alias = false;
};

struct Catalog::Terms {
    QList<Wording> wordings;
};

namespace {

QString bare(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

bool isLatin(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
}

// Edits between two short texts, given up beyond `limit`.
int editDistance(const QString& a, const QString& b, int limit) {
    if (qAbs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<int> row(b.size() + 1);
    for (int j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        int best = row[0];
        for (int j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] =
                std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
            best = std::min(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return row.last();
}

// The share of the query's neighbouring character pairs (and single characters, at half weight)
// found in the text.
double overlap(const QString& query, const QString& text) {
    if (query.size() < 2)
        return text.contains(query) ? 0.5 : 0;
    double found = 0;
    for (int i = 0; i < query.size(); ++i) {
        if (i + 1 < query.size() && text.contains(QStringView(query).mid(i, 2)))
            found += 1;
        if (text.contains(query[i]))
            found += 0.5;
    }
    const double covered = found / (1.5 * static_cast<double>(query.size()) - 1);
    const double shortness =
        2.0 / (2.0 + static_cast<double>(text.size()) / static_cast<double>(query.size()));
    return covered * (0.75 + 0.25 * shortness);
}

struct Match {
    double score = 0;
    QString how;
};

Match latinMatch(const QString& query, const Wording& wording) {
    if (wording.initials == query)
        return {0.93, QStringLiteral("initials")};
    if (wording.pinyin == query)
        return {0.95, QStringLiteral("pinyin")};
    if (query.size() >= 2 && wording.initials.startsWith(query))
        return {0.85, QStringLiteral("initials")};
    if (query.size() >= 4 && wording.pinyin.startsWith(query))
        return {0.88, QStringLiteral("pinyin")};
    if (query.size() >= 3 && wording.initials.contains(query))
        return {0.72, QStringLiteral("initials")};
    if (query.size() >= 5 && wording.pinyin.contains(query))
        return {0.75, QStringLiteral("pinyin")};
    const int slips = query.size() >= 8 ? 2 : 1;
    if (query.size() >= 5 && editDistance(query, wording.pinyin.left(query.size()), slips) <= slips)
        return {0.65, QStringLiteral("similar")};
    return {};
}

Match chineseMatch(const QString& query, const QString& pinyin, const Wording& wording) {
    const QString how = wording.alias ? QStringLiteral("alias") : QStringLiteral("name");
    if (wording.text == query)
        return {wording.alias ? 0.99 : 1.0, how};
    const double part = static_cast<double>(qMin(query.size(), wording.text.size())) /
                        static_cast<double>(qMax(query.size(), wording.text.size()));
    if (query.size() >= 2 && wording.text.contains(query))
        return {0.80 + 0.15 * part, how};
    if (wording.text.size() >= 3 && query.contains(wording.text))
        return {0.78 + 0.15 * part, how};
    // A wrong character that sounds right.
    if (query.size() >= 2 && !pinyin.isEmpty() && wording.pinyin == pinyin)
        return {0.90, QStringLiteral("similar")};
    if (query.size() >= 3 && !pinyin.isEmpty() && wording.pinyin.contains(pinyin))
        return {0.74, QStringLiteral("similar")};
    return {0.72 * overlap(query, wording.text), how};
}

} // namespace

Catalog::Catalog(std::optional<Pinyin> pinyin)
    : m_pinyin(std::move(pinyin)) {}

Catalog Catalog::open(const QString& folder, QDate today, QStringList* faults) {
    return ItemShelf::open(folder, faults).on(today);
}

void Catalog::add(const ItemPackage& package) {
    const ServiceItem& item = package.item();
    CatalogEntry entry{item.id,
                       item.name,
                       item.element("task_name"),
                       item.department(),
                       item.code(),
                       item.summary,
                       item.kind,
                       item.aliases,
                       item.topics,
                       {},
                       item.element("is_fee") != QLatin1String("1")};
    entry.promised = item.promisedLimit();
    m_packages.insert(item.id, std::make_shared<const ItemPackage>(package));
    index(entry);
}

void Catalog::add(const ServiceItem& item) {
    index({item.id,
           item.name,
           item.element("task_name"),
           item.department(),
           item.code(),
           item.summary,
           ItemKind::Guide,
           item.aliases,
           item.topics,
           {},
           true});
}

void Catalog::index(const CatalogEntry& entry) {
    auto terms = std::make_shared<Terms>();
    const auto addWording = [&](const QString& text, bool alias) {
        if (text.isEmpty())
            return;
        terms->wordings.append({bare(text), m_pinyin ? bare(m_pinyin->full(text)) : QString(),
                                m_pinyin ? bare(m_pinyin->initials(text)) : QString(), alias});
    };
    addWording(entry.name, false);
    if (entry.officialName != entry.name)
        addWording(entry.officialName, false);
    for (const QString& alias : entry.aliases)
        addWording(alias, true);
    m_entries.append(entry);
    m_terms.append(std::move(terms));
}

const ItemPackage* Catalog::package(const QString& id) const {
    return m_packages.value(id).get();
}

const CatalogEntry* Catalog::entry(const QString& id) const {
    for (const CatalogEntry& entry : m_entries) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

QList<CatalogEntry> Catalog::ofDepartment(const QString& department) const {
    QList<CatalogEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
                 [&](const CatalogEntry& entry) { return entry.department == department; });
    return found;
}

QStringList Catalog::departments() const {
    QStringList names;
    for (const CatalogEntry& entry : m_entries) {
        if (!names.contains(entry.department))
            names << entry.department;
    }
    return names;
}

QList<CatalogHit> Catalog::find(const QString& text, int limit) const {
    constexpr double nearEnough = 0.42;
    constexpr qsizetype longestQuery = 60;
    const QString query = bare(text.left(longestQuery));
    if (query.isEmpty())
        return {};
    const bool latin = isLatin(query);
    const QString pinyin = !latin && m_pinyin ? bare(m_pinyin->full(query)) : QString();
    QList<CatalogHit> hits;
    for (int i = 0; i < m_entries.size(); ++i) {
        CatalogHit best{m_entries[i], 0, {}, {}};
        for (const Wording& wording : m_terms[i]->wordings) {
            const Match match =
                latin ? latinMatch(query, wording) : chineseMatch(query, pinyin, wording);
            // What can be done here goes before what can only be read.
            const double score = match.score - (m_entries[i].kind == ItemKind::Guide ? 0.02 : 0);
            if (score > best.score)
                best = {m_entries[i], score, wording.text, match.how};
        }
        if (best.score >= nearEnough)
            hits.append(best);
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const CatalogHit& a, const CatalogHit& b) { return a.score > b.score; });
    return hits.mid(0, limit);
}

} // namespace tongban::catalog
