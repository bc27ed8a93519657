// tongban kb index | search | suggest
#include "app/cli/kb.h"
#include "app/cli/kb_options.h"
#include "app/cli/kb_tsv.h"
#include "knowledgebase/model.h"
#include "knowledgebase/search_index.h"

#include <QFile>
#include <QSaveFile>
#include <QTextStream>

namespace tongban::cli {

using namespace knowledgebase;

namespace {

int wrongUse(const char* act) {
    complain(
        QStringLiteral("tongban kb %1: wrong use; tongban kb %1 --help").arg(QLatin1String(act)));
    return 2;
}

Result<void> writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(FaultKind::Storage, path + QStringLiteral(": ") + file.errorString());
    return {};
}

Result<void> addAliases(const QString& path, std::vector<Document>& documents) {
    TRY_ASSIGN(const QList<Pair> pairs, readPairs(path, documents));
    QHash<QString, size_t> numbers;
    for (size_t i = 0; i < documents.size(); ++i)
        numbers.insert(documents[i].id, i);
    for (const Pair& pair : pairs)
        documents[numbers.value(pair.document)].aliases.append(pair.text);
    return {};
}

Result<void> buildFromTsv(const KbOptions& options) {
    TRY_ASSIGN(std::vector<Document> documents, readDocuments(options.plain.first()));
    if (options.has("--aliases"))
        TRY(addAliases(options.value("--aliases"), documents));
    IndexOptions index;
    Model model;
    if (options.has("--model")) {
        TRY_ASSIGN(model, Model::read(options.value("--model")));
        index.lexical = model.lexical;
        index.bare = model.bare;
        index.aliased = model.aliased;
        index.encoder = model.encoder.get();
    } else {
        index.lexical = suitedTo(documents);
    }
    index.lexical.passage = options.number("--passage", index.lexical.passage);
    const double start = cpuMilliseconds();
    TRY_ASSIGN(const QByteArray bytes, buildIndex(documents, index));
    const double spent = cpuMilliseconds() - start;
    TRY(writeFile(options.value("-o"), bytes));
    double text = 0;
    for (const Document& document : documents)
        text += static_cast<double>(document.title.toUtf8().size() + document.text.toUtf8().size());
    say(QStringLiteral("%1 documents, %2 MB of text, index %3 MB, %4 s CPU (%5 s/MB)")
            .arg(documents.size())
            .arg(text / 1e6, 0, 'f', 1)
            .arg(static_cast<double>(bytes.size()) / 1e6, 0, 'f', 1)
            .arg(spent / 1000, 0, 'f', 2)
            .arg(spent / 1000 / (text / 1e6), 0, 'f', 3));
    return {};
}

QString marked(const QString& title, const std::vector<Span>& spans) {
    QString result;
    qsizetype done = 0;
    for (const Span& span : spans) {
        result +=
            title.mid(done, span.start - done) + u'[' + title.mid(span.start, span.length) + u']';
        done = span.start + span.length;
    }
    return result + title.mid(done);
}

Result<void> writeRun(const SearchIndex& index, const KbOptions& options) {
    TRY_ASSIGN(const QList<Question> questions, readQuestions(options.value("--queries")));
    SearchOptions search;
    search.limit = options.number("--top", 10);
    search.vectors = !options.has("--lexical");
    QByteArray run;
    for (const Question& question : questions) {
        int rank = 0;
        for (const Hit& hit : index.search(question.text, search))
            run += QStringLiteral("%1 Q0 %2 %3 %4 tongban\n")
                       .arg(question.id, hit.id)
                       .arg(++rank)
                       .arg(hit.score, 0, 'f', 6)
                       .toUtf8();
    }
    return writeFile(options.value("-o"), run);
}

int probeSuggestions(const SearchIndex& index, const QString& path) {
    const auto rows = readTsv(path, 2);
    if (!rows)
        return refuse(rows.error());
    struct Row {
        int count = 0;
        int five = 0;
        int ten = 0;
        std::vector<double> spent;
    };
    QMap<QString, Row> kinds;
    for (const QStringList& row : *rows) {
        Row& kind = kinds[row.value(2, QStringLiteral("all"))];
        const double start = cpuMilliseconds();
        const auto found = index.suggest(row[0], 10);
        kind.spent.push_back(cpuMilliseconds() - start);
        ++kind.count;
        for (size_t i = 0; i < found.size(); ++i) {
            if (found[i].id == row[1]) {
                kind.five += i < 5 ? 1 : 0;
                ++kind.ten;
            }
        }
    }
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        say(QStringLiteral("%1  n %2  hit@5 %3  hit@10 %4  CPU ms p50 %5 p99 %6")
                .arg(it.key(), -22)
                .arg(it->count, 5)
                .arg(double(it->five) / it->count, 0, 'f', 3)
                .arg(double(it->ten) / it->count, 0, 'f', 3)
                .arg(quantile(it->spent, 0.5), 0, 'f', 3)
                .arg(quantile(it->spent, 0.99), 0, 'f', 3));
    return 0;
}

} // namespace

int kbIndex(const QStringList& arguments) {
    const KbOptions options =
        readKbOptions(arguments, {QStringLiteral("--aliases"), QStringLiteral("--model"),
                                  QStringLiteral("--passage"), QStringLiteral("-o")});
    if (!options.wrong.isEmpty() || options.plain.size() != 1 || !options.has("-o"))
        return wrongUse("index");
    const auto built = buildFromTsv(options);
    return built ? 0 : refuse(built.error());
}

int kbSearch(const QStringList& arguments) {
    const KbOptions options = readKbOptions(
        arguments, {QStringLiteral("--queries"), QStringLiteral("--top"), QStringLiteral("-o")},
        {QStringLiteral("--lexical")});
    const bool many = options.has("--queries");
    if (!options.wrong.isEmpty() || options.plain.size() != (many ? 1 : 2) ||
        (many && !options.has("-o")))
        return wrongUse("search");
    const auto index = SearchIndex::open(options.plain.first());
    if (!index)
        return refuse(index.error());
    if (many) {
        const auto written = writeRun(**index, options);
        return written ? 0 : refuse(written.error());
    }
    SearchOptions search;
    search.limit = options.number("--top", 10);
    search.vectors = !options.has("--lexical");
    const Query query = (*index)->read(options.plain[1]);
    if (query.bySound)
        say(QStringLiteral("heard: ") + query.heard);
    for (const Hit& hit : (*index)->search(options.plain[1], search))
        say(QStringLiteral("%1\t%2\t%3\t(words %4, phrasing %5, meaning %6, likeness %7, covered "
                           "%8)")
                .arg(hit.score, 0, 'f', 4)
                .arg(hit.id, marked(hit.title, hit.titleMatches))
                .arg(hit.text, 0, 'f', 2)
                .arg(hit.alias, 0, 'f', 2)
                .arg(hit.meaning, 0, 'f', 2)
                .arg(hit.likeness, 0, 'f', 2)
                .arg(hit.covered, 0, 'f', 2));
    return 0;
}

int kbSuggest(const QStringList& arguments) {
    const KbOptions options =
        readKbOptions(arguments, {QStringLiteral("--top"), QStringLiteral("--probes")});
    if (!options.wrong.isEmpty() || options.plain.size() != (options.has("--probes") ? 1 : 2))
        return wrongUse("suggest");
    const auto index = SearchIndex::open(options.plain.first());
    if (!index)
        return refuse(index.error());
    if (options.has("--probes"))
        return probeSuggestions(**index, options.value("--probes"));
    for (const Suggestion& row : (*index)->suggest(options.plain[1], options.number("--top", 8)))
        say(QStringLiteral("%1\t%2").arg(row.id, marked(row.title, row.titleMatches)));
    return 0;
}

} // namespace tongban::cli
