// Regression: the questions every pack is measured by before it is published, also with homophone
// typos and in whole pinyin; and the gate that refuses a fall.
#pragma once

#include "knowledgebase/content.h"
#include "knowledgebase/knowledge_base.h"

namespace tongban::knowledgebase {

struct RegressionReport {
    int answerable = 0;
    int unanswerable = 0;
    double first = 0; // right entry first
    double topThree = 0;
    double topFive = 0; // the gate looks at this one and its three subsets
    double rare = 0;    // of entries that one question alone leads to
    double typo = 0;
    double pinyin = 0;
    double refused = 0;  // unanswerable ones answered with 不知道
    double answered = 0; // answerable ones not refused
    struct Row {
        Evidence evidence;
        bool right = false; // the first card answers
    };
    QList<Row> rows;    // what confidence is fitted on
    QStringList missed; // “question → what came first”, for staff
};

RegressionReport measure(const KnowledgeBase& base, const QList<RegressionQuestion>& questions,
                         QDate day);

// What fell by more than half a point against the report before; empty: the gate is open.
QStringList falls(const RegressionReport& now, const QJsonObject& before);

QJsonObject toJson(const RegressionReport& report);

// One character in eight replaced by a homophone; every Han character spelled. Always the same for
// the same text.
QString withHomophones(const QString& text);
QString inPinyin(const QString& text);

} // namespace tongban::knowledgebase
