// tongban catalogue eval: the share of queries whose first hit is right, and what one costs.
#include "app/cli/catalogue_search.h"
#include "app/cli/kb_options.h"
#include "app/cli/kb_tsv.h"
#include "app/cli/resources.h"
#include "app/cli/verb.h"

#include <QFile>
#include <QRegularExpression>

namespace tongban::cli {

namespace {

using namespace knowledgebase;

// Words that only form a question; what they ask for stands in titleWords.
Result<Everyday> hollowWords() {
    QFile file(resourcePath(QStringLiteral("articles/words.tsv")));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, file.fileName() + QStringLiteral(": cannot be opened"));
    TRY_ASSIGN(const Everyday words, Everyday::read(file.readAll(), file.fileName()));
    QJsonObject hollow;
    const QJsonObject all = words.toJson();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (it->toString().startsWith(u'-'))
            hollow.insert(it.key(), QStringLiteral("-"));
    }
    return Everyday::fromJson(hollow);
}

Result<QHash<QString, QString>> titleWords() {
    TRY_ASSIGN(const auto rows, readTsv(resourcePath(QStringLiteral("catalogue/words.tsv")), 2));
    QHash<QString, QString> words;
    for (const QStringList& row : rows) {
        if (!row[0].startsWith(u'#'))
            words.insert(row[0].toLower(), row[1]);
    }
    return words;
}

Result<QList<Act>> readActs() {
    TRY_ASSIGN(const auto rows, readTsv(resourcePath(QStringLiteral("catalogue/acts.tsv")), 2));
    QList<Act> acts;
    for (const QStringList& row : rows) {
        if (!row[0].startsWith(u'#'))
            acts.append({row[0], row[1].split(u' ', Qt::SkipEmptyParts)});
    }
    return acts;
}

Entry entryOf(const catalog::ServiceItem& item) {
    Entry entry;
    entry.id = item.id;
    entry.type = EntryType::Item;
    entry.title = item.name;
    entry.aliases = item.aliases.isEmpty() ? QStringList{item.name} : item.aliases;
    entry.keywords = item.topics;
    entry.department = item.department();
    entry.sections.append({QStringLiteral("department"), {}, entry.department});
    entry.itemRef = item.id;
    entry.status = EntryStatus::Published;
    return entry;
}

struct Score {
    int asked = 0;
    int first = 0;
    int five = 0;
    std::vector<double> spent;

    void add(const std::vector<Card>& cards, const QStringList& right, double milliseconds) {
        ++asked;
        spent.push_back(milliseconds);
        for (size_t i = 0; i < cards.size() && i < 5; ++i) {
            if (!right.contains(cards[i].entry->id, Qt::CaseInsensitive))
                continue;
            first += i == 0 ? 1 : 0;
            ++five;
            return;
        }
    }
};

void sayScore(const QString& name, const Score& score) {
    if (score.asked > 0)
        say(QStringLiteral(
                "%1  n %2  first right %3 %  in the first five %4 %  CPU ms p50 %5 p99 %6")
                .arg(name, -4)
                .arg(score.asked)
                .arg(100.0 * score.first / score.asked, 0, 'f', 1)
                .arg(100.0 * score.five / score.asked, 0, 'f', 1)
                .arg(quantile(score.spent, 0.5), 0, 'f', 2)
                .arg(quantile(score.spent, 0.99), 0, 'f', 2));
}

} // namespace

Result<GuideSearch> GuideSearch::over(const catalog::Import& import) {
    TRY_ASSIGN(const Everyday hollow, hollowWords());
    QList<Entry> entries;
    for (const catalog::ServiceItem& item : import.items)
        entries.append(entryOf(item));
    GuideSearch search;
    TRY_ASSIGN(search.m_acts, readActs());
    TRY_ASSIGN(search.m_words, titleWords());
    for (const QString& word : search.m_words.keys())
        search.m_longest = std::max(search.m_longest, word.size());
    TRY_ASSIGN(search.m_base, KnowledgeBase::fromEntries(entries, nullptr, hollow));
    return search;
}

double GuideSearch::fit(const QString& title, const QString& text) const {
    static const QRegularExpression included(QStringLiteral("[（(]含[^）)]*[）)]"));
    const QString plain = QString(title).remove(included);
    constexpr double unasked = 0.82;
    constexpr double wanted = 1.25;
    double unaskedFactor = 1;
    double wantedFactor = 1;
    for (const Act& act : m_acts) {
        if (!plain.contains(act.named))
            continue;
        const bool asked =
            text.contains(act.named) ||
            std::any_of(act.asked.begin(), act.asked.end(),
                        [&text](const QString& word) { return text.contains(word); });
        unaskedFactor *= asked ? 1 : unasked;
        wantedFactor = asked ? wanted : wantedFactor;
    }
    return wantedFactor * unaskedFactor;
}

QString GuideSearch::inTitles(const QString& text) const {
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(m_longest, text.size() - at);
        while (length > 0 && !m_words.contains(text.mid(at, length).toLower()))
            --length;
        result += length > 0 ? u' ' + m_words.value(text.mid(at, length).toLower()) + u' '
                             : text.mid(at, 1);
        at += std::max<qsizetype>(length, 1);
    }
    return result;
}

std::vector<Card> GuideSearch::find(const QString& text, size_t limit) const {
    constexpr int considered = 40;
    const QString asked = inTitles(text.left(200));
    std::vector<Card> cards = m_base->search(asked, {QDate::currentDate(), {}, considered});
    const QString heard = text + m_base->index().read(asked).heard;
    for (Card& card : cards)
        card.score *= fit(card.entry->title, heard);
    std::stable_sort(cards.begin(), cards.end(),
                     [](const Card& a, const Card& b) { return a.score > b.score; });
    cards.resize(std::min(cards.size(), limit));
    return cards;
}

int catalogueEval(const QStringList& words) {
    const KbOptions options =
        readKbOptions(words, {QStringLiteral("--queries")}, {QStringLiteral("--misses")});
    if (!options.wrong.isEmpty() || options.plain.size() != 1 || !options.has("--queries")) {
        complain(QStringLiteral("tongban catalogue eval FILE --queries Q.tsv [--misses]"));
        return 2;
    }
    QFile file(options.plain.first());
    if (!file.open(QIODevice::ReadOnly)) {
        complain(file.fileName() + QStringLiteral(": cannot be opened"));
        return 1;
    }
    const auto import = catalog::importCatalogue(file.readAll());
    const auto queries = readTsv(options.value("--queries"), 2);
    const auto search =
        import ? GuideSearch::over(*import) : Result<GuideSearch>(fail(import.error()));
    if (!search || !queries) {
        complain(search ? queries.error().detail : search.error().detail);
        return 1;
    }
    Score all, odd, even;
    for (const QStringList& row : *queries) {
        if (row.first().startsWith(u'#'))
            continue;
        const double start = cpuMilliseconds();
        const std::vector<Card> cards = search->find(row[0], 5);
        const double spent = cpuMilliseconds() - start;
        const QStringList right = row[1].split(u',');
        Score& half = all.asked % 2 == 0 ? odd : even;
        all.add(cards, right, spent);
        half.add(cards, right, spent);
        if (options.has("--misses") &&
            (cards.empty() || !right.contains(cards[0].entry->id, Qt::CaseInsensitive)))
            say(QStringLiteral("%1  %2  got %3")
                    .arg(&half == &odd ? QStringLiteral("odd ") : QStringLiteral("even"), row[0],
                         cards.empty() ? QStringLiteral("nothing") : cards[0].entry->title));
    }
    sayScore(QStringLiteral("odd"), odd);
    sayScore(QStringLiteral("even"), even);
    sayScore(QStringLiteral("all"), all);
    return 0;
}

} // namespace tongban::cli
