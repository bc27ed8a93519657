// Content: the folder of entry files beside the item packages, read together: bindings to item
// fields filled in, each service item an entry of its own, every defect named with file and place.
#pragma once

#include "knowledgebase/entry.h"
#include "knowledgebase/everyday.h"

#include <QMap>

namespace tongban::knowledgebase {

struct RegressionQuestion {
    QString text;
    QStringList right; // entry ids; empty: the pack must say 不知道
};

struct Content {
    QList<Entry> entries;         // articles as written, sorted by file name; bindings not filled
    QMap<QString, QString> files; // entry id → file name
    QMap<QString, QJsonObject> items; // package id → item.json
    QList<RegressionQuestion> questions;
    Everyday everyday;   // words.tsv
    QStringList outside; // outside.txt: questions that are none of ours
};

struct Defect {
    QString place; // file or file:field
    QString what;
    bool blocks = true; // otherwise a warning
};

// Reads FOLDER/*.md, FOLDER/questions.tsv (question, ids or “-”), words.tsv, outside.txt and
// ITEMS/*/item.json. A file that cannot be read at all is a defect as well; the rest is read on.
struct ReadContent {
    Content content;
    QList<Defect> defects;
};
Result<ReadContent> readContent(const QString& folder, const QString& items);

// Rules of sense: owner, source, dates, reviewer ≠ author, aliases that lead elsewhere already,
// dead item references, broken bindings.
QList<Defect> defectsOf(const Content& content, QDate today);

// Articles with their bindings filled, and the items as entries: what a pack holds.
Result<QList<Entry>> boundEntries(const Content& content);

// {{fees.permit.fee_stand}} of the entry's item, {{item-id:elements.link_way}} of another; elements
// of lists by number or by their id.
Result<QString> filled(const QString& text, const QString& itemRef,
                       const QMap<QString, QJsonObject>& items);

Entry itemEntry(const QString& id, const QJsonObject& item);

} // namespace tongban::knowledgebase
