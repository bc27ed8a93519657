// tongban bench kb: the shared law articles and questions, grown to 100,000 entries, through our
// index and through FTS5 with the same tokens (pairs and characters; words), in one run.
#include "app/cli/bench_kb.h"

#include "app/cli/kb_tsv.h"
#include "app/cli/verb.h"
#include "knowledgebase/folding.h"
#include "knowledgebase/passage.h"
#include "knowledgebase/search_index.h"
#include "knowledgebase/training.h"
#include "services/storage/database.h"

#include <QSet>

namespace tongban::cli {

using namespace knowledgebase;

namespace {

struct Spent {
    std::vector<double> all;
    double p50() const { return quantile(all, 0.5); }
    double p99() const { return quantile(all, 0.99); }
};

QString sharedFolder() {
    const QString named = qEnvironmentVariable("TONGBAN_SHARED");
    return (named.isEmpty() ? QStringLiteral(TONGBAN_SOURCE_DIR "/../shared") : named) +
           QStringLiteral("/data/search/");
}

// Articles, then their sentences as entries of their own until there are enough.
Result<std::vector<Document>> entriesFor(size_t wanted) {
    TRY_ASSIGN(std::vector<Document> entries,
               readDocuments(sharedFolder() + QStringLiteral("law/docs.tsv.xz")));
    const size_t articles = entries.size();
    for (size_t i = 0; i < articles && entries.size() < wanted; ++i) {
        const QString text = entries[i].text;
        for (const Span& span : sentences(text)) {
            if (span.length >= 40 && entries.size() < wanted)
                entries.push_back({QStringLiteral("s%1").arg(entries.size()),
                                   entries[i].title,
                                   text.mid(span.start, span.length),
                                   {},
                                   false,
                                   true});
        }
    }
    entries.resize(std::min(entries.size(), wanted));
    return entries;
}

// Our tokens as words FTS5's plain tokenizer keeps: hexadecimal keys.
QString tokensOf(Analyzer& analyzer, const QString& text, bool words) {
    std::vector<Term> terms;
    analyzer.terms(folded(text), terms);
    QString tokens;
    for (const Term& term : terms) {
        if ((channelOf(term.key) == Channel::Word) == words)
            tokens += QString::number(term.key, 16) + u' ';
    }
    return tokens;
}

Result<Spent> measureFts(const std::vector<Document>& entries, const QList<Question>& questions,
                         bool words, double& build) {
    TRY_ASSIGN(storage::Database database, storage::Database::open(QStringLiteral(":memory:")));
    TRY(database.execute(QStringLiteral(
        "CREATE VIRTUAL TABLE f USING fts5(title, body, content='', tokenize='unicode61')")));
    Analyzer analyzer;
    const double start = cpuMilliseconds();
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    for (const Document& entry : entries)
        TRY(database.run(QStringLiteral("INSERT INTO f (title, body) VALUES (?, ?)"),
                         tokensOf(analyzer, entry.title, words),
                         tokensOf(analyzer, entry.text, words)));
    TRY(transaction.commit());
    build = (cpuMilliseconds() - start) / 1000;
    Spent spent;
    for (const Question& question : questions) {
        const double begin = cpuMilliseconds();
        const QStringList tokens =
            tokensOf(analyzer, question.text, words).split(u' ', Qt::SkipEmptyParts);
        const QSet<QString> once(tokens.begin(), tokens.end());
        if (once.isEmpty())
            continue;
        const QString query = QStringList(once.begin(), once.end()).join(QStringLiteral(" OR "));
        TRY(database.each(
            QStringLiteral("SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f, 2, 1) LIMIT 10"),
            [](const storage::Statement&) {}, query));
        spent.all.push_back(cpuMilliseconds() - begin);
    }
    return spent;
}

Spent measureSearch(const SearchIndex& index, const QList<Question>& questions, bool vectors) {
    SearchOptions options;
    options.vectors = vectors;
    Spent spent;
    for (const Question& question : questions) {
        const double start = cpuMilliseconds();
        (void)index.search(question.text, options);
        spent.all.push_back(cpuMilliseconds() - start);
    }
    return spent;
}

Result<Spent> measureSuggestions(const SearchIndex& index) {
    TRY_ASSIGN(const auto probes,
               readTsv(sharedFolder() + QStringLiteral("suggest_probe.tsv.xz"), 2));
    Spent spent;
    for (const QStringList& probe : probes) {
        const double start = cpuMilliseconds();
        (void)index.suggest(probe[0], 10);
        spent.all.push_back(cpuMilliseconds() - start);
    }
    return spent;
}

void sayRow(const char* what, const Spent& spent, const Spent& against) {
    say(QStringLiteral("%1  p50 %2 ms  p99 %3 ms  (ours ×%4 / ×%5 as fast)")
            .arg(QLatin1String(what), -24)
            .arg(spent.p50(), 8, 'f', 3)
            .arg(spent.p99(), 8, 'f', 3)
            .arg(spent.p50() / against.p50(), 0, 'f', 1)
            .arg(spent.p99() / against.p99(), 0, 'f', 1));
}

Result<void> run(size_t count, qsizetype questionCount) {
    TRY_ASSIGN(const std::vector<Document> entries, entriesFor(count));
    TRY_ASSIGN(QList<Question> questions,
               readQuestions(sharedFolder() + QStringLiteral("law/queries.tsv")));
    questions = questions.mid(0, questionCount);
    double text = 0;
    for (const Document& entry : entries)
        text += static_cast<double>(entry.title.toUtf8().size() + entry.text.toUtf8().size()) / 1e6;
    // An untrained table costs as much to search as a trained one.
    const std::vector<TrainingPair> none;
    const TrainingSet set(entries, none, 1500, TrainingOptions().ngrams);
    const auto encoder = NgramTrainer(set, {}, {}).encoder();
    IndexOptions options;
    options.lexical = suitedTo(entries);
    double start = cpuMilliseconds();
    TRY_ASSIGN(const QByteArray words, buildIndex(entries, options));
    const double lexical = (cpuMilliseconds() - start) / 1000;
    options.encoder = encoder.get();
    start = cpuMilliseconds();
    TRY_ASSIGN(const QByteArray whole, buildIndex(entries, options));
    const double complete = (cpuMilliseconds() - start) / 1000;
    TRY_ASSIGN(const auto index, SearchIndex::fromBytes(whole));
    say(QStringLiteral("%1 entries, %2 MB of text, %3 questions")
            .arg(entries.size())
            .arg(text, 0, 'f', 1)
            .arg(questions.size()));
    say(QStringLiteral("build: words and suggestions %1 s/MB, with vectors %2 s/MB; index %3× the "
                       "text, with vectors %4×")
            .arg(lexical / text, 0, 'f', 3)
            .arg(complete / text, 0, 'f', 3)
            .arg(static_cast<double>(words.size()) / 1e6 / text, 0, 'f', 2)
            .arg(static_cast<double>(whole.size()) / 1e6 / text, 0, 'f', 2));
    const Spent ours = measureSearch(*index, questions, false);
    sayRow("search by words", ours, ours);
    sayRow("search, all stages", measureSearch(*index, questions, true), ours);
    TRY_ASSIGN(const Spent suggestions, measureSuggestions(*index));
    sayRow("suggestions", suggestions, suggestions);
    for (const bool byWords : {false, true}) {
        double build = 0;
        TRY_ASSIGN(const Spent fts, measureFts(entries, questions, byWords, build));
        sayRow(byWords ? "FTS5, ICU words" : "FTS5, characters + pairs", fts, ours);
        say(QStringLiteral("    build %1 s/MB").arg(build / text, 0, 'f', 3));
    }
    return {};
}

} // namespace

int benchKb(const QStringList& arguments) {
    const int count = arguments.value(0, QStringLiteral("100000")).toInt();
    const int questions = arguments.value(1, QStringLiteral("300")).toInt();
    if (count < 1 || questions < 1) {
        complain(QStringLiteral("tongban bench kb [ENTRIES [QUESTIONS]]"));
        return 2;
    }
    const auto measured = run(static_cast<size_t>(count), questions);
    if (!measured) {
        complain(QStringLiteral("tongban bench kb: ") + measured.error().detail);
        return 1;
    }
    return 0;
}

} // namespace tongban::cli
