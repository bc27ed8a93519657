// Tab-separated files of documents, questions, judgements and pairs, plain or packed with xz.
#pragma once

#include "knowledgebase/index_builder.h"
#include "services/core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <vector>

namespace tongban::cli {

// Rows of cells; the fault names the file and the line. A row with fewer cells than `atLeast` is
// wrong; empty lines are skipped.
Result<QList<QStringList>> readTsv(const QString& path, int atLeast);

// id, title, text
Result<std::vector<knowledgebase::Document>> readDocuments(const QString& path);

struct Question {
    QString id;
    QString text;
};
Result<QList<Question>> readQuestions(const QString& path);

// qid, docid, relevance (or the four columns of TREC); only relevant ones are kept.
Result<QHash<QString, QStringList>> readJudgements(const QString& path);

// Phrasing and document id, in this or the other order (told apart by the known ids).
struct Pair {
    QString text;
    QString document;
};
Result<QList<Pair>> readPairs(const QString& path,
                              const std::vector<knowledgebase::Document>& documents);

// CPU time of this thread in milliseconds.
double cpuMilliseconds();

// The value at the given part (0.5, 0.99) of the sorted values.
double quantile(std::vector<double> values, double part);

} // namespace tongban::cli
