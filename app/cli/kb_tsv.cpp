// Tab-separated files: read whole, checked row by row.
#include "app/cli/kb_tsv.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <ctime>

namespace tongban::cli {

namespace {

constexpr qint64 fileLimit = 4LL * 1024 * 1024 * 1024;

Result<QByteArray> readAll(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path + QStringLiteral(": ") + file.errorString());
    if (file.size() > fileLimit)
        return fail(FaultKind::Invalid, path + QStringLiteral(": larger than 4 GiB"));
    if (!path.endsWith(QLatin1String(".xz")))
        return file.readAll();
    QProcess xz;
    xz.start(QStringLiteral("xz"), {QStringLiteral("-dc"), path});
    if (!xz.waitForFinished(600'000) || xz.exitCode() != 0)
        return fail(FaultKind::Invalid, path + QStringLiteral(": xz cannot unpack it"));
    return xz.readAllStandardOutput();
}

} // namespace

Result<QList<QStringList>> readTsv(const QString& path, int atLeast) {
    TRY_ASSIGN(const QByteArray bytes, readAll(path));
    QList<QStringList> rows;
    int number = 0;
    for (qsizetype start = 0; start < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            end = bytes.size();
        ++number;
        QByteArrayView line = QByteArrayView(bytes).sliced(start, end - start);
        start = end + 1;
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        if (cells.size() < atLeast)
            return fail(FaultKind::Invalid, QStringLiteral("%1:%2: %3 columns expected, %4 found")
                                                .arg(path)
                                                .arg(number)
                                                .arg(atLeast)
                                                .arg(cells.size()));
        rows.append(cells);
    }
    return rows;
}

Result<std::vector<knowledgebase::Document>> readDocuments(const QString& path) {
    TRY_ASSIGN(const QList<QStringList> rows, readTsv(path, 2));
    std::vector<knowledgebase::Document> documents;
    documents.reserve(static_cast<size_t>(rows.size()));
    for (const QStringList& row : rows)
        documents.push_back({row[0], row[1], row.value(2), {}, false, true});
    if (documents.empty())
        return fail(FaultKind::Invalid, path + QStringLiteral(": no documents"));
    return documents;
}

Result<QList<Question>> readQuestions(const QString& path) {
    TRY_ASSIGN(const QList<QStringList> rows, readTsv(path, 2));
    QList<Question> questions;
    for (const QStringList& row : rows)
        questions.append({row[0], row[1]});
    return questions;
}

Result<QHash<QString, QStringList>> readJudgements(const QString& path) {
    TRY_ASSIGN(const QList<QStringList> rows, readTsv(path, 2));
    QHash<QString, QStringList> judgements;
    for (const QStringList& row : rows) {
        const bool trec = row.size() >= 4;
        const QString relevance = trec ? row[3] : row.value(2, QStringLiteral("1"));
        if (relevance.toDouble() > 0)
            judgements[row[0]].append(trec ? row[2] : row[1]);
    }
    return judgements;
}

Result<QList<Pair>> readPairs(const QString& path,
                              const std::vector<knowledgebase::Document>& documents) {
    TRY_ASSIGN(const QList<QStringList> rows, readTsv(path, 2));
    QSet<QString> ids;
    for (const knowledgebase::Document& document : documents)
        ids.insert(document.id);
    qsizetype second = 0;
    qsizetype first = 0;
    for (const QStringList& row : rows) {
        second += ids.contains(row[1]) ? 1 : 0;
        first += ids.contains(row[0]) ? 1 : 0;
    }
    const bool idFirst = first > second;
    QList<Pair> pairs;
    for (const QStringList& row : rows) {
        const QString& id = idFirst ? row[0] : row[1];
        if (ids.contains(id))
            pairs.append({idFirst ? row[1] : row[0], id});
    }
    if (pairs.isEmpty())
        return fail(FaultKind::Invalid, path + QStringLiteral(": names no document of the set"));
    return pairs;
}

double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto place =
        static_cast<size_t>(std::lround(part * static_cast<double>(values.size() - 1)));
    return values[std::min(place, values.size() - 1)];
}

} // namespace tongban::cli
